"""Sentences for what holds a lifter back or leads them back."""

from ..answer import Facts, Suggestion
from ..mastery import CLEAN_NEEDED, counting_cues, last_two
from ..situation import Situation
from .wording import (
    amount,
    capital,
    correction,
    count_words,
    day_words,
    days_off_words,
    dose_of,
    flaw_words,
    hits_seen,
    last_lift,
    lift,
)


def start(s: Situation, found: Suggestion) -> str:
    if "start" in found.facts:
        known = f"You already train with {amount(s, found.facts['start'])}"
        dose = dose_of(found)
        if dose.implement == "bodyweight":
            return f"{known}, but no load is at hand here: two easy sets at body weight come first."
        return (
            f"{known}: the first session starts with {lift(s, dose)}, under it, so that the form "
            "comes first."
        )
    where = "at this place" if found.facts["new_place"] else "yet"
    return (
        f"Nothing is logged {where}: two easy sets at body weight check the form before any load."
    )


def stop(s: Situation, found: Suggestion) -> str:
    on = day_words(found.facts["day"])
    if found.facts["red"]:
        return (
            f"On {on} you noted a warning sign. Leave this lift and see a doctor soon; train again "
            "when a doctor or physiotherapist has said that you can."
        )
    return (
        f"On {on} you noted pain of {found.facts['pain']} out of 10. Leave this lift and seek "
        "medical advice; it goes on when you say that you can train again."
    )


def stop_refer(s: Situation, found: Suggestion) -> str:
    return (
        f"You noted pain on {day_words(found.facts['before'])} and again on "
        f"{day_words(found.facts['day'])}. Let a doctor or physiotherapist look at it before the "
        "next session."
    )


def regress_pain(s: Situation, found: Suggestion) -> str:
    dose = dose_of(found)
    return (
        f"You noted pain of {found.facts['pain']} out of 10 on {day_words(found.facts['day'])}: "
        f"{lift(s, dose)} on two legs, few reps, and stop at any pain."
    )


def away(facts: Facts) -> str:
    """Say how long the lifter was off, or away from this place where they trained elsewhere."""
    where = "away from this place" if facts["elsewhere"] else "off"
    return f"{days_off_words(facts['days_off'])} {where}"


def repeat(s: Situation, found: Suggestion) -> str:
    dose = dose_of(found)
    if "misses" in found.facts:
        return (
            f"A set ended under {found.facts['lo']} reps. One bad day is no trend, so "
            f"{lift(s, dose)} comes once more."
        )
    off = away(found.facts)
    return f"After {off} the same work feels harder: {lift(s, dose)} with a rep more in reserve."


def return_(s: Situation, found: Suggestion) -> str:
    facts, dose = found.facts, dose_of(found)
    what = f"{lift(s, dose)} and {count_words(dose.sets)} {'set' if dose.sets == 1 else 'sets'}"
    if "pain" in facts:
        return f"You said that you can train again: come back gently, with {what}."
    text = f"After {away(facts)} most strength comes back soon; start again with {what}."
    check = " Check the form with a few body-weight reps first."
    return text + check if facts["form_check"] else text


def hold_form(s: Situation, found: Suggestion) -> str:
    return (
        f"{capital(flaw_words(found.cue))}: keep {lift(s, dose_of(found))}, end each set at the "
        f"last clean rep, and {correction(found.cue)}."
    )


TAKEN_OFF = {
    "band": "the band goes a step back",
    "slow": "the slow lowering comes off",
    "pause": "the pause comes off",
    "single": "both legs share the work again",
    "all": "it is learned anew at body weight",
}


def regress_form(s: Situation, found: Suggestion) -> str:
    dose = dose_of(found)
    down = f"go down to {lift(s, dose)}" if s.newest.load else "do less of it"
    off = TAKEN_OFF.get(found.facts["off"], down)
    times = count_words(found.facts["streak"]) if found.facts["streak"] > 1 else "two"
    return (
        f"{capital(flaw_words(found.cue))} in {times} sessions: {off} until it stays clean. "
        f"{capital(correction(found.cue))}."
    )


def trial_passed(s: Situation, found: Suggestion) -> str:
    dose = dose_of(found)
    return f"The trial was clean, so {lift(s, dose)} is yours: the same reps with your usual sets."


def trial_failed(s: Situation, found: Suggestion) -> str:
    return (
        "The trial came too early. Go back to what you did before, made a little harder, and try "
        "again after six sessions."
    )


def deload(s: Situation, found: Suggestion) -> str:
    if "again" in found.facts:
        return "This is still your easy week: the same light session once more."
    return (
        f"{capital(count_words(found.facts['sessions']))} sessions at {last_lift(s)} without "
        "progress, and the last one cost you more: an easy week lets you recover."
    )


def resume(s: Situation, found: Suggestion) -> str:
    return f"The easy week is over, so go back to {lift(s, dose_of(found))} where you left it."


def load_down(s: Situation, found: Suggestion) -> str:
    dose = dose_of(found)
    seen = f"Two sessions in a row a set ended under {found.facts['lo']} reps"
    if dose.load < s.newest.load:
        return f"{seen}: {lift(s, dose)} brings you back into your range."
    what = f"keep {lift(s, dose)} with fewer sets and reps"
    return f"{seen}. Nothing a little lighter can be built, so {what}."


def reset_10(s: Situation, found: Suggestion) -> str:
    facts, dose = found.facts, dose_of(found)
    if "plateau" in facts:
        seen = f"{capital(count_words(facts['sessions']))} sessions without progress"
    else:
        seen = f"{capital(count_words(facts['misses']))} sessions in a row under {facts['lo']} reps"
    if facts["off"] == "load":
        return f"{seen}: about a tenth less, {lift(s, dose)}, gives you room to build up again."
    if facts["off"] == "sets":
        return f"{seen}, and nothing lighter can be built: one set fewer, then the methods anew."
    if facts["off"] == "all":
        return f"{seen}, and nothing lighter can be built: build up again at body weight."
    return f"{seen}: go back to the plain lift, {lift(s, dose)} on two legs."


def match_sides(s: Situation, found: Suggestion) -> str:
    weak, apart = found.facts["weak"], found.facts["apart"]
    return (
        f"Your {weak} side did {apart} % fewer reps: it goes first, the other side does no more, "
        "and the load waits."
    )


def weak_side(s: Situation, found: Suggestion) -> str:
    weak, apart = found.facts["weak"], found.facts["apart"]
    return (
        f"Your {weak} side did {apart} % fewer reps, and not for the first time: it goes first and "
        "gets one more set."
    )


def hold_cue(s: Situation, found: Suggestion) -> str:
    return (
        f"The reps are there, but {flaw_words(found.cue)}: the same once more, and "
        f"{correction(found.cue)}."
    )


def return_step(s: Situation, found: Suggestion) -> str:
    dose = dose_of(found)
    seen = "The session after your break was clean with reps to spare"
    if dose.load == found.facts["old"]:
        return f"{seen}: {lift(s, dose)} takes you back to where you were."
    return f"{seen}: {lift(s, dose)} is the next step back to {amount(s, found.facts['old'])}."


def hold_mastery(s: Situation, found: Suggestion) -> str:
    if found.facts["unanswered"]:
        return (
            f"{hits_seen(s)}. Say after your sets how the form was: the load waits for two "
            "sessions that you call clean."
        )
    days = last_two(s)
    clean = [day for day in days if not day.blocking and not counting_cues(s, (day,))]
    missing = (
        "one more clean session" if clean or len(days) < CLEAN_NEEDED else "two clean sessions"
    )
    return f"{hits_seen(s)}. Form comes first: {missing}, then it gets harder."


def easier(s: Situation, found: Suggestion) -> str:
    if "streak" in found.facts:
        return (
            f"{capital(flaw_words(found.cue))} in {found.facts['streak']} sessions. No further "
            "cuts: have somebody watch you, and do only as many reps as stay clean."
        )
    return (
        "A set ended under 5 reps: do a bridge on the floor, or bring the feet nearer, until "
        "5 clean reps come easily."
    )
