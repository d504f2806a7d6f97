"""The JSON form: one object or a list of them in, answers in the same shape out."""

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from .answer import Json, Suggestion
from .jsonfields import (
    Fields,
    built,
    kind_of,
    load,
    names_in,
    read_weight,
    read_whole,
    refuse,
)
from .records import (
    BandUse,
    Equipment,
    Lifter,
    Machine,
    Session,
    SetRecord,
    Smith,
    Start,
    Tempo,
)
from .suggest import suggest
from .vocabulary import shown


@dataclass(frozen=True)
class Case:
    """One object of the form."""

    id: str | None
    today: date
    lifter: Lifter
    sessions: tuple[Session, ...]


def answer_text(text: bytes) -> str:
    """Answer a whole input, or raise RefusedError without having answered any of it."""
    data = load(text)
    if isinstance(data, list):
        cases = [read_case(item, f"[{i}]") for i, item in enumerate(data)]
        return dump([answer_case(case) for case in cases])
    return dump(answer_case(read_case(data, "")))


def dump(value: object) -> str:
    return json.dumps(value, indent=1)


def answer_case(case: Case) -> Json:
    return render(case.id, suggest(case.sessions, case.lifter, today=case.today))


def render(name: str | None, suggestion: Suggestion) -> Json:
    """Write a suggestion as the form's answer."""
    return {
        "id": name,
        "action": suggestion.action,
        "method": suggestion.method,
        "next": suggestion.next.to_json() if suggestion.next else None,
        "reason": suggestion.reason,
        "rests_on": list(suggestion.rests_on),
        "cue": suggestion.cue,
        "alternatives": [alternative.action for alternative in suggestion.alternatives],
    }


def read_case(value: object, path: str) -> Case:
    """Read one object; `title` and `expect` belong to the acceptance cases and are left alone."""
    fields = Fields.of(value, path, "id title today lifter sessions expect")
    sessions = tuple(read_session(*item) for item in fields.listed("sessions"))
    lifter = read_lifter(fields.required("lifter"), fields.at("lifter"))
    return Case(fields.optional_text("id"), fields.day("today"), lifter, sessions)


def read_lifter(value: object, path: str) -> Lifter:
    fields = Fields.of(
        value,
        path,
        "unit body_weight rep_range sets target_rir novice place cleared start equipment",
    )
    reps = tuple(read_whole(*item) for item in fields.listed("rep_range"))
    if len(reps) != 2:
        raise refuse(fields.at("rep_range"), "must be two numbers, the lower first")
    cleared = fields.optional_day("cleared")
    start, equipment = fields.data.get("start"), fields.data.get("equipment")
    return built(
        path,
        lambda: Lifter(
            unit=fields.text("unit"),
            body_weight=fields.optional_weight("body_weight"),
            rep_range=(reps[0], reps[1]),
            sets=fields.whole("sets"),
            target_rir=fields.whole("target_rir"),
            novice=fields.flag("novice", None),
            place=fields.optional_text("place"),
            cleared=cleared,
            cleared_by_doctor=cleared,
            start=None if start is None else read_start(start, fields.at("start")),
            equipment=(
                None if equipment is None else read_equipment(equipment, fields.at("equipment"))
            ),
        ),
    )


def read_start(value: object, path: str) -> Start:
    fields = Fields.of(value, path, "implement load reps")
    return built(
        path,
        lambda: Start(fields.text("implement"), fields.weight("load"), fields.whole("reps")),
    )


def read_equipment(value: object, path: str) -> Equipment:
    fields = Fields.of(value, path, "bars plates dumbbells two_dumbbells bands machine smith")
    machine, smith = fields.data.get("machine"), fields.data.get("smith")
    return built(
        path,
        lambda: Equipment(
            bars=tuple(read_weight(*item) for item in fields.listed("bars", missing=True)),
            plates=read_plates(fields),
            dumbbells=tuple(
                read_weight(*item) for item in fields.listed("dumbbells", missing=True)
            ),
            two_dumbbells=bool(fields.flag("two_dumbbells")),
            bands=read_owned_bands(fields),
            machine=None if machine is None else read_machine(machine, fields.at("machine")),
            smith=None if smith is None else read_smith(smith, fields.at("smith")),
        ),
    )


def read_plates(fields: Fields) -> dict[Decimal, int]:
    value = fields.data.get("plates")
    if value is None:
        return {}
    plates: dict[Decimal, int] = {}
    if not isinstance(value, dict):
        raise refuse(fields.at("plates"), f"must be an object, not {kind_of(value)}")
    for name, pairs in value.items():
        path = f"{fields.at('plates')}.{shown(name)[1:-1]}"
        plate = read_weight(name, path)
        plates[plate] = plates.get(plate, 0) + read_whole(pairs, path)
    return plates


def read_owned_bands(fields: Fields) -> tuple[str, ...]:
    """Order the bands by `order`, lightest first; equal orders keep the list's."""
    bands: list[tuple[Decimal, str]] = []
    for item, path in fields.listed("bands", missing=True):
        band = Fields.of(item, path, "name order")
        bands.append((Decimal(band.whole("order")), band.text("name")))
    return tuple(name for _, name in sorted(bands, key=lambda band: band[0]))


def read_machine(value: object, path: str) -> Machine:
    fields = Fields.of(value, path, "start step max")
    return built(
        path, lambda: Machine(fields.weight("start"), fields.weight("step"), fields.weight("max"))
    )


def read_smith(value: object, path: str) -> Smith:
    fields = Fields.of(value, path, "bar")
    return built(path, lambda: Smith(fields.weight("bar")))


def read_session(value: object, path: str) -> Session:
    fields = Fields.of(
        value, path, "date place followed pain pain_place pain_sharp symptoms body_weight sets"
    )
    pain = fields.data.get("pain")
    return built(
        path,
        lambda: Session(
            date=fields.day("date"),
            sets=tuple(read_set(*item) for item in fields.listed("sets")),
            place=fields.optional_text("place"),
            followed=fields.optional_text("followed"),
            pain=0 if pain is None else read_whole(pain, fields.at("pain")),
            pain_place=fields.optional_text("pain_place"),
            pain_sharp=bool(fields.flag("pain_sharp")),
            symptoms=names_in(fields.listed("symptoms", missing=True)),
            body_weight=fields.optional_weight("body_weight"),
        ),
    )


def read_set(value: object, path: str) -> SetRecord:
    fields = Fields.of(
        value, path, "kind side implement load reps rir tempo pause_cut_short bands flaws"
    )
    rir = fields.data.get("rir")
    unanswered = fields.data.get("flaws") is None
    return built(
        path,
        lambda: SetRecord(
            kind=fields.text("kind"),
            side=fields.text("side"),
            implement=fields.text("implement"),
            load=fields.weight("load"),
            reps=fields.whole("reps"),
            rir=None if rir is None else read_whole(rir, fields.at("rir")),
            tempo=Tempo.parse(fields.text("tempo")),
            bands=tuple(read_band_use(*item) for item in fields.listed("bands", missing=True)),
            flaws=None if unanswered else names_in(fields.listed("flaws")),
            pause_cut_short=bool(fields.flag("pause_cut_short")),
        ),
    )


def read_band_use(value: object, path: str) -> BandUse:
    fields = Fields.of(value, path, "name placement")
    return built(path, lambda: BandUse(fields.text("name"), fields.text("placement")))
