"""A simulated lifter who does what the engine suggests."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal

from hipthrust.progression.records import Lifter, Prescription, Session, SetRecord
from hipthrust.progression.strength import system_load
from hipthrust.progression.suggest import suggest

from .made import brief

# What makes the same load feel heavier, a second of tempo or a band each.
PER_SECOND, PER_BAND = Decimal("0.03"), Decimal("0.06")
# One leg lifts a little more than half of what two lift.
ONE_LEG = Decimal("0.55")
PLAIN_SECONDS = 3


@dataclass
class Follower:
    """Strength is the system load that could be lifted once; it grows with each session."""

    lifter: Lifter
    strength: Decimal
    gain: Decimal = Decimal("1.01")
    day: date = date(2026, 1, 5)
    history: list[Session] = field(default_factory=list)
    diary: list[str] = field(default_factory=list)

    def train(self, sessions: int, *, every: int = 3, **noted: object) -> "Follower":
        for _ in range(sessions):
            suggestion = suggest(self.history, self.lifter, today=self.day)
            assert suggestion.next is not None
            done = Session(
                self.day, self.perform(suggestion.next), followed=suggestion.action, **noted
            )
            self.history.append(done)
            self.write(brief(suggestion), done.sets)
            self.strength *= self.gain
            self.day += timedelta(days=every)
        return self

    def rest(self, days: int) -> "Follower":
        self.day += timedelta(days=days)
        return self

    def flawed(self, flaw: str) -> "Follower":
        """Note a flaw in the session just done."""
        last = self.history[-1]
        first, *others = last.sets
        sets = (replace(first, flaws=frozenset({flaw})), *others)
        self.history[-1] = replace(last, sets=sets)
        self.diary[-1] += f"  {flaw}"
        return self

    def reps_to_failure(self, dose: Prescription) -> int:
        single = dose.side == "each"
        system = system_load(dose.load, self.lifter.body_weight, single=single)
        cost = 1 + PER_SECOND * max(0, dose.tempo.seconds - PLAIN_SECONDS)
        cost += PER_BAND * len(dose.bands)
        able = self.strength * (ONE_LEG if single else 1)
        return max(1, int(30 * (able / (system * cost) - 1)))

    def perform(self, dose: Prescription) -> tuple[SetRecord, ...]:
        """Do the reps, and go on to the goal while the reserve is over the target."""
        most = self.reps_to_failure(dose)
        sets = []
        for side in ("left", "right") if dose.side == "each" else ("both",):
            for i, wanted in enumerate(dose.reps):
                able = max(1, most - i // 2)
                reps = min(max(wanted, min(dose.rep_goal, able - dose.rir)), able)
                rir = min(5, able - reps)
                sets.append(
                    SetRecord(
                        "working",
                        side,
                        dose.implement,
                        dose.load,
                        reps,
                        rir,
                        dose.tempo,
                        dose.bands,
                    )
                )
        return tuple(sets)

    def write(self, advice: str, sets: tuple[SetRecord, ...]) -> None:
        done = " ".join(f"{record.reps}@{record.rir}" for record in sets)
        self.diary.append(f"{self.day}  {advice:<48} did {done}")
