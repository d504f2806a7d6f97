"""Phrases a lifter reads, and the chip that names the change."""

from datetime import date
from decimal import Decimal

from ..answer import Prescription, Suggestion, plain_number
from ..situation import Situation

IMPLEMENT_WORDS = {
    "bodyweight": "body weight",
    "dumbbell": "dumbbell",
    "barbell": "barbell",
    "machine": "machine",
    "smith": "Smith machine",
}
FLAW_WORDS = {
    "lumbar_hyperextension": "your lower back arched",
    "incomplete_lockout": "the lockout was missed",
    "pelvis_rotation": "your hips rotated",
    "head_neck": "your head tipped back",
    "feet_too_far": "your feet stood too far away",
    "feet_too_close": "your feet stood too close",
    "knees_in": "your knees fell in",
}
CORRECTIONS = {
    "lumbar_hyperextension": "keep your ribs down and finish with the glutes",
    "incomplete_lockout": "push until shoulders, hips and knees make one line",
    "pelvis_rotation": "keep both hip bones level",
    "head_neck": "tuck the chin and look forward",
    "feet_too_far": "bring your feet nearer until the shins stand upright at the top",
    "feet_too_close": "move your feet away until the shins stand upright at the top",
    "knees_in": "press your knees out over your toes",
}
COUNTS = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def amount(s: Situation, load: Decimal) -> str:
    return f"{plain_number(load)} {s.lifter.unit}"


def lift(s: Situation, dose: Prescription) -> str:
    """Name what is lifted: "60 kg", or "body weight"."""
    return "body weight" if dose.implement == "bodyweight" else amount(s, dose.load)


def last_lift(s: Situation) -> str:
    if s.key.implement == "bodyweight":
        return "body weight"
    return amount(s, s.newest.load)


def per_cent(ratio: Decimal) -> str:
    """Write a ratio in per cent, with a decimal only where it would read as nothing."""
    value = 100 * ratio
    places = Decimal("0.1") if value < 1 else Decimal(1)
    return f"{plain_number(value.quantize(places))} %"


def day_words(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"


def count_words(number: int) -> str:
    return COUNTS.get(number, str(number))


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def days_off_words(days: int) -> str:
    if days < 14:
        return f"{days} days"
    if days < 60:
        weeks = days // 7
        return f"{weeks} weeks"
    return f"{days // 30} months"


def flaw_words(flaw: str | None) -> str:
    return FLAW_WORDS.get(flaw or "", "the form slipped")


def correction(flaw: str | None) -> str:
    return CORRECTIONS.get(flaw or "", "keep every rep the same")


def band_words(dose: Prescription) -> str:
    return " and ".join(
        f"{use.name} band at {'knees' if use.placement == 'knees' else 'hips'}"
        for use in dose.bands
    )


def dose_of(found: Suggestion) -> Prescription:
    assert found.next is not None
    return found.next


def hits_seen(s: Situation) -> str:
    """Say what the hits were, in numbers that are true of every set."""
    days = s.run[-1:] if s.newest.strong else s.run[-2:]
    known = [rir for day in days for rir in day.known_rirs]
    reps = min(min(day.reps) for day in days)
    when = "Last session" if len(days) == 1 else "Two sessions in a row"
    if not known:
        most = min(max(day.reps) for day in days)
        return f"{when} every set reached {reps} reps" + (f", up to {most}" if most > reps else "")
    least = min(known)
    reserve = f" with at least {least} in reserve" if least else ""
    return f"{when} every set reached {reps} reps{reserve}"


def change_words(s: Situation, dose: Prescription | None) -> str | None:
    """Name what differs from the newest session here in a few words, the largest change first."""
    if dose is None or not s.trained:
        return None
    changes = (
        side_change(s, dose),
        implement_change(s, dose),
        tempo_change(s, dose),
        band_change(s, dose),
        load_change(s, dose),
        set_change(s, dose),
        rep_change(s, dose),
    )
    return next((change for change in changes if change), None)


def side_change(s: Situation, dose: Prescription) -> str | None:
    if (dose.side == "each") == s.key.single:
        return None
    return "One leg" if dose.side == "each" else "Both legs"


def implement_change(s: Situation, dose: Prescription) -> str | None:
    if dose.implement == s.key.implement:
        return None
    if dose.implement == "bodyweight":
        return "Body weight"
    return f"{capital(IMPLEMENT_WORDS[dose.implement])}, {amount(s, dose.load)}"


def tempo_change(s: Situation, dose: Prescription) -> str | None:
    old, new = s.key.tempo, dose.tempo
    if new.top != old.top:
        return f"{new.top} s squeeze" if new.top >= 2 else "No squeeze"
    if new.down != old.down:
        return f"{new.down} s lowering" if new.down >= 3 else "Plain lowering"
    return None


def band_change(s: Situation, dose: Prescription) -> str | None:
    if dose.bands == s.key.bands:
        return None
    return capital(band_words(dose)) if dose.bands else "No band"


def load_change(s: Situation, dose: Prescription) -> str | None:
    step = dose.load - s.newest.load
    if not step:
        return None
    return f"{'+' if step > 0 else '−'}{amount(s, abs(step))}"


def set_change(s: Situation, dose: Prescription) -> str | None:
    more = dose.sets - len(s.newest.reps)
    if not more:
        return None
    sets = "set" if abs(more) == 1 else "sets"
    return f"{capital(count_words(abs(more)))} {sets} {'more' if more > 0 else 'fewer'}"


def rep_change(s: Situation, dose: Prescription) -> str | None:
    more = sum(dose.reps) - sum(s.newest.reps)
    if not more:
        return None
    most = max(abs(new - old) for new, old in zip(dose.reps, s.newest.reps, strict=False))
    return f"{'+' if more > 0 else '−'}{most} {'rep' if most == 1 else 'reps'}"
