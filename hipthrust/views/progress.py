"""Progress: the load history as a chart, the same numbers in a table, and the records."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import islice
from typing import Any
from urllib.parse import quote, urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from hipthrust.charts import Point, Series, draw
from hipthrust.forms.progress import RANGES, ProgressForm
from hipthrust.measures import MEASURES, Entry, Measure, Work, entries, line_of, records
from hipthrust.models.session import local_date
from hipthrust.models.work import read_work
from hipthrust.views.paging import page_of
from hipthrust.views.request import Request
from hipthrust.wording import Method, describe_method

RANGE_DAYS = {"4w": 28, "12w": 84, "year": 365}

ROWS_A_PAGE = 20
METHODS_WITH_RECORDS = 6


@dataclass(frozen=True)
class Choice:
    """What is shown, and the addresses that show something else."""

    measure: str
    range: str
    variation: str

    def address(self, **changed: Any) -> str:
        """Give the address of this choice with something changed; nothing asked is left out."""
        wanted = {name: value for name, value in {**asdict(self), **changed}.items() if value}
        return f"?{urlencode(wanted)}"

    def links(self, name: str, words: Mapping[str, str]) -> list[dict[str, Any]]:
        """List the links that change one part of the choice."""
        now = getattr(self, name)
        return [
            {"href": self.address(**{name: value}), "words": said, "current": value == now}
            for value, said in words.items()
        ]


@require_GET
def progress(request: Request) -> HttpResponse:
    """Show one measure over one time range, for all variations or for one."""
    history = read_work(request.user)
    if not history:
        return render(request, "progress.html")
    today = local_date(timezone.now(), request.user.time_zone)
    variations = variations_of(history)
    words = {key: describe_method(method) for key, method in variations.items()}
    form = ProgressForm(request.GET, variations=words)
    asked = {"range": "12w", "variation": "", **form.chosen()}
    variation = variations.get(asked["variation"])
    work = [row for row in history if variation in (None, row.method.of_one_leg())]
    start = start_of(asked["range"], work, today)
    shown = entries_since(start, work, variation)
    choice = Choice(**{"measure": first_measure(shown), **asked})
    page, trouble = page_of(shown[::-1], request.GET.get("page", "1"), ROWS_A_PAGE)
    context = {
        **controls(choice, words),
        **picture(shown, MEASURES[choice.measure], request.user.unit),
        "notices": [*form.messages(), *trouble],
        "page": page,
        "records": list(islice(records(work), METHODS_WITH_RECORDS)),
    }
    if context["series"]:
        days = (row.day for row in history)
        total = MEASURES[choice.measure].total
        context["chart"] = draw(
            context["series"], start=start, end=today, trained=days, total=total
        )
    return render(request, "progress.html", context)


def key_of(method: Method) -> str:
    """Name a variation in an address; names of bands are quoted, so that none can pass for two."""
    bands = (f"{placement}:{quote(name, safe='')}" for name, placement in method.bands)
    return "/".join([method.implement, method.side, method.tempo, *bands])


def variations_of(history: Sequence[Work]) -> dict[str, Method]:
    """List the variations by their keys, the one done last first."""
    newest_first = dict.fromkeys(row.method.of_one_leg() for row in reversed(history))
    return {key_of(method): method for method in newest_first}


def start_of(chosen: str, work: Sequence[Work], today: date) -> date:
    """Give the first day of a time range; for all, that of the first set."""
    return today - timedelta(days=RANGE_DAYS[chosen]) if chosen in RANGE_DAYS else work[0].day


def entries_since(start: date, work: Iterable[Work], variation: Method | None) -> list[Entry]:
    """Gather the points from a day on: a line per implement, or the one variation's."""
    recent = (row for row in work if row.day >= start)
    return entries(recent, Method.of_one_leg if variation else line_of)


def first_measure(shown: Sequence[Entry]) -> str:
    """Begin with the load, or with the reps where nothing shown has a load."""
    return "load" if not shown or any(entry.load for entry in shown) else "reps"


def controls(choice: Choice, variations: Mapping[str, str]) -> dict[str, Any]:
    """Give the links that change the choice, and the words of what is chosen."""
    every = {"": "All variations", **variations}
    return {
        "choice": choice,
        "measure": MEASURES[choice.measure],
        "measures": choice.links("measure", {key: each.name for key, each in MEASURES.items()}),
        "ranges": choice.links("range", RANGES),
        "variations": choice.links("variation", every),
        "variation": every[choice.variation],
        "period": RANGES[choice.range],
        "all_time": choice.address(range="all"),
        "table_address": f"{choice.address()}&",
    }


def picture(shown: Iterable[Entry], measure: Measure, unit: str) -> dict[str, Any]:
    """Put the points on their lines, and tell whether sessions stay out of the picture."""
    lines: dict[Method, list[Point]] = {}
    left_out = False
    for entry in shown:
        if (value := measure.of(entry)) is None:
            left_out = True
        else:
            lines.setdefault(entry.line, []).append(point_of(entry, value, measure, unit))
    series = [
        Series(describe_method(line), line.implement, tuple(points), hollow=line.side != "both")
        for line, points in lines.items()
    ]
    return {"series": series, "left_out": left_out}


def point_of(entry: Entry, value: Decimal, measure: Measure, unit: str) -> Point:
    method = "; ".join(describe_method(method) for method in entry.methods)
    return Point(entry.day, value, entry.session, measure.say(value, unit), method)
