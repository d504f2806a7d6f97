"""Rows 5, 6, 11 and 13: form comes before intensity (G0)."""

from decimal import Decimal

from ..answer import Prescription, Suggestion
from ..day import Key
from ..mastery import answers_wanting, form_is_clean, last_two, mastered
from ..methods import lighter_band
from ..prescribe import BODY_WEIGHT, NOTHING, Lowered, lo_of, lower, lowered, prescribe, same
from ..situation import Situation
from ..vocabulary import FLAWS, PLAIN, BandUse
from .answering import answer

FORM_FACTOR = Decimal("0.90")
# The third session in a row goes to body weight; two more there end the cuts.
THIRD = 3
NO_FURTHER_CUTS = 5
MOST_CUE_HOLDS = 2
RELEARN_SETS, RELEARN_REPS = 2, 8


def repeated_flaw(s: Situation) -> str | None:
    """Name the blocking flaw of the newest session that one of the two before had too."""
    *before, newest = s.trained_everywhere[-3:]
    seen = frozenset(flaw for day in before for flaw in day.blocking)
    return next((flaw for flaw in FLAWS if flaw in newest.blocking & seen), None)


def sessions_with(s: Situation, flaw: str) -> int:
    """Count the newest sessions in a row with a flaw."""
    count = 0
    for day in reversed(s.trained_everywhere):
        if flaw not in day.blocking:
            break
        count += 1
    return count


def hold_for_form(s: Situation) -> Suggestion | None:
    """Row 5."""
    newest = s.trained_everywhere[-1]
    if not newest.blocking or newest.is_trial or repeated_flaw(s):
        return None
    return answer(s, 5, "HOLD_FORM", same(s, exact=True), days=(newest,))


def regress_for_form(s: Situation) -> Suggestion | None:
    """Row 6."""
    flaw = repeated_flaw(s)
    if flaw is None:
        return None
    days = [day for day in s.trained_everywhere[-3:] if flaw in day.blocking]
    streak = sessions_with(s, flaw)
    if streak >= NO_FURTHER_CUTS and relearning(s):
        dose = relearn(s)
        return answer(s, 6, "EASIER", dose, days=days, cue=flaw, streak=streak)
    if streak >= THIRD:
        dose, off = relearn(s), "all"
    else:
        dose, off = easier_form(s)
    method = {"band": "band", "slow": "tempo", "pause": "tempo", "single": "unilateral"}.get(off)
    return answer(
        s, 6, "REGRESS_FORM", dose, days=days, cue=flaw, method=method, off=off, streak=streak
    )


def relearning(s: Situation) -> bool:
    """Say whether the last two sessions were at body weight already."""
    return all(day.key and day.key.two_leg_body_weight for day in s.trained_everywhere[-2:])


def relearn(s: Situation) -> Prescription:
    return prescribe(s, BODY_WEIGHT, NOTHING, RELEARN_REPS, sets=RELEARN_SETS, exact=True)


def easier_form(s: Situation) -> tuple[Prescription, str]:
    """Take off what made the lift harder, else a tenth of the load."""
    key, load = s.key, s.newest.load
    easier, off = without_hardest(s, key)
    if off == "single":
        return lowered(s, from_one_leg(s)), off
    if easier != key:
        return prescribe(s, easier, load, lo_of(s, key), exact=True), off
    found = lower(s, key, load, FORM_FACTOR, always=True)
    if key.two_leg_body_weight:
        found = found._replace(fell_back=True)
    return lowered(s, found), "load"


def without_hardest(s: Situation, key: Key) -> tuple[Key, str]:
    """Go back one step: the band, then slow lowering, then the pause, then the single leg."""
    tempo = key.tempo
    if key.bands:
        return key._replace(bands=fewer_bands(s, key.bands)), "band"
    if "slow" in key.methods:
        return key._replace(tempo=type(tempo)(PLAIN.down, *tempo.phases[1:])), "slow"
    if "pause" in key.methods:
        return key._replace(tempo=type(tempo)(*tempo.phases[:3], PLAIN.top)), "pause"
    return (key, "single") if key.single else (key, "")


def fewer_bands(s: Situation, bands: tuple[BandUse, ...]) -> tuple[BandUse, ...]:
    """Change the band for a lighter one where one is owned, else take it off."""
    first, *rest = bands
    lighter = lighter_band(s, first.name)
    return tuple(sorted([BandUse(lighter, first.placement), *rest])) if lighter else tuple(rest)


def from_one_leg(s: Situation) -> Lowered:
    plain = s.last_two_leg_plain
    if plain is None or plain.key is None:
        return Lowered(BODY_WEIGHT, NOTHING)
    return lower(s, plain.key, plain.load, FORM_FACTOR, always=True)


def regression_for_form(s: Situation) -> Lowered | None:
    """Give row 6's key and load, for rows 3 and 4."""
    suggestion = regress_for_form(s)
    if suggestion is None or suggestion.next is None:
        return None
    dose = suggestion.next
    key = Key(dose.implement, dose.side == "each", dose.tempo, dose.bands)
    return Lowered(key, dose.load)


def hold_for_cue(s: Situation) -> Suggestion | None:
    """Row 11."""
    held = 0
    for day in reversed(s.trained):
        if not day.hit or not day.cues:
            break
        held += 1
    if not 0 < held <= MOST_CUE_HOLDS:
        return None
    cue = next(flaw for flaw in FLAWS if flaw in s.newest.cues)
    return answer(s, 11, "HOLD_CUE", same(s), cue=cue)


def hold_for_mastery(s: Situation) -> Suggestion | None:
    """Row 13."""
    if not s.hits_reached or mastered(s):
        return None
    days = last_two(s)
    unanswered = form_is_clean(s, days) and answers_wanting(s, days)
    return answer(s, 13, "HOLD_MASTERY", same(s), days=days, unanswered=unanswered)
