"""The words of the engine: what can be logged, what can be answered."""

import re
from dataclasses import dataclass, field

IMPLEMENTS = ("bodyweight", "dumbbell", "barbell", "machine", "smith")
SIDES = ("both", "left", "right")
KINDS = ("working", "warmup")
PLACEMENTS = ("knees", "hips")
UNITS = ("kg", "lb")

BLOCKING_FLAWS = ("lumbar_hyperextension", "incomplete_lockout", "pelvis_rotation")
CUE_FLAWS = ("head_neck", "feet_too_far", "feet_too_close", "knees_in")
FLAWS = BLOCKING_FLAWS + CUE_FLAWS

PAIN_PLACES = ("lower_back", "hip_joint", "elsewhere")
SYMPTOMS = (
    "saddle_numbness",
    "bladder_bowel",
    "leg_weakness",
    "chest_pain",
    "fainting",
    "trauma",
)

METHODS = ("none", "load", "reps", "sets", "tempo", "band", "unilateral")

# Each action with the lever it pulls.
METHOD_OF = {
    "START": "none",
    "STOP": "none",
    "STOP_REFER": "none",
    "REGRESS_PAIN": "load",
    "REPEAT": "none",
    "RETURN": "load",
    "HOLD_FORM": "none",
    "REGRESS_FORM": "load",
    "TRIAL_PASSED": "none",
    "TRIAL_FAILED": "none",
    "DELOAD": "load",
    "RESUME": "load",
    "LOAD_DOWN": "load",
    "RESET_10": "load",
    "MATCH_SIDES": "none",
    "WEAK_SIDE": "sets",
    "HOLD_CUE": "none",
    "RETURN_STEP": "load",
    "HOLD_MASTERY": "none",
    "TEST_BASE": "load",
    "TO_DUMBBELL": "load",
    "TO_BARBELL": "load",
    "TRIAL_DUMBBELL": "load",
    "TRIAL_BAR": "load",
    "TRIAL_LOAD": "load",
    "TRIAL_UNILATERAL": "unilateral",
    "LOAD_UP": "load",
    "EXTEND_REPS": "reps",
    "BIG_STEP": "load",
    "NEXT_BAND": "band",
    "ADD_PAUSE": "tempo",
    "ADD_BAND": "band",
    "GO_UNILATERAL": "unilateral",
    "ADD_SLOW": "tempo",
    "ADD_SET": "sets",
    "MAINTAIN": "none",
    "HOLD": "none",
    "CONFIRM": "none",
    "HOLD_TOP": "none",
    "EASIER": "none",
    "REPS_UP": "reps",
}
ACTIONS = tuple(METHOD_OF)
TRIALS = ("TRIAL_DUMBBELL", "TRIAL_BAR", "TRIAL_LOAD", "TRIAL_UNILATERAL")

LONGEST_PHASE = 60


class InvalidRecordError(ValueError):
    """A value that cannot be; `field` names where, `problem` says what is wrong."""

    def __init__(self, field: str, problem: str) -> None:
        super().__init__(f"{field}: {problem}" if field else problem)
        self.field = field
        self.problem = problem


def one_of(field: str, value: object, allowed: tuple[str, ...]) -> None:
    if not isinstance(value, str) or value not in allowed:
        raise InvalidRecordError(field, f"must be one of {', '.join(allowed)}, not {shown(value)}")


def shown(value: object) -> str:
    """Quote a refused value, shortened, for a message on one line."""
    text = f'"{value}"' if isinstance(value, str) else str(value)
    text = text.encode("ascii", "backslashreplace").decode().replace("\0", "\\0")
    text = " ".join(text.split())
    return text if len(text) <= 40 else text[:37] + "..."


@dataclass(frozen=True)
class Tempo:
    """Seconds down, at the bottom, up and at the top; `X` counts as 1 and is only shown."""

    down: int
    bottom: int
    up: int
    top: int
    explosive: frozenset[int] = field(default=frozenset(), compare=False)

    def __post_init__(self) -> None:
        for seconds in self.phases:
            if isinstance(seconds, bool) or not isinstance(seconds, int):
                raise InvalidRecordError("tempo", "must be whole seconds")
            if not 0 <= seconds <= LONGEST_PHASE:
                raise InvalidRecordError("tempo", f"each part must be 0 to {LONGEST_PHASE} s")

    @classmethod
    def parse(cls, text: object) -> "Tempo":
        match = re.fullmatch(r"(\d{1,2}|X)-(\d{1,2}|X)-(\d{1,2}|X)-(\d{1,2}|X)", str(text), re.A)
        if not isinstance(text, str) or not match:
            raise InvalidRecordError(
                "tempo", f'must be four numbers like "2-0-1-0", not {shown(text)}'
            )
        parts = match.groups()
        seconds = [1 if part == "X" else int(part) for part in parts]
        explosive = frozenset(i for i, part in enumerate(parts) if part == "X")
        return cls(seconds[0], seconds[1], seconds[2], seconds[3], explosive)

    def __str__(self) -> str:
        return "-".join(
            "X" if i in self.explosive and part == 1 else str(part)
            for i, part in enumerate(self.phases)
        )

    @property
    def phases(self) -> tuple[int, int, int, int]:
        return self.down, self.bottom, self.up, self.top

    @property
    def seconds(self) -> int:
        return sum(self.phases)


PLAIN = Tempo(2, 0, 1, 0)


@dataclass(frozen=True, order=True)
class BandUse:
    """A band and where it lies."""

    name: str
    placement: str

    def __post_init__(self) -> None:
        if not isinstance(self.name, str) or not self.name.strip() or len(self.name) > 100:
            raise InvalidRecordError("name", "must be a name of 1 to 100 characters")
        if "\0" in self.name:
            raise InvalidRecordError("name", "must not contain NUL")
        one_of("placement", self.placement, PLACEMENTS)
