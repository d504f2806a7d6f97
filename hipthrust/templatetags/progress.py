"""Numbers and words of the Progress page."""

from collections.abc import Sequence
from decimal import Decimal

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

from hipthrust.charts import Chart, Series, Target
from hipthrust.measures import MEASURES, Entry, Work
from hipthrust.units import plain
from hipthrust.wording import (
    Done,
    Method,
    describe_day,
    describe_done,
    describe_load,
    describe_method,
)

register = template.Library()


@register.filter
def shortened(name: str) -> SafeString:
    """Show "Estimated strength" as "Strength" where there is little room; it is read out whole."""
    long, _, rest = name.rpartition(" ")
    if not long:
        return conditional_escape(name)
    return format_html('<span class="visually-hidden">{} </span>{}', long, rest.capitalize())


@register.filter
def figure(number: Decimal | None) -> str:
    """Write a number for a table: thousands parted, a dash for what there is not."""
    return "–" if number is None else f"{plain(number):,}"


@register.filter
def rounded(number: Decimal | None) -> Decimal | None:
    """Round to whole units: an estimate is not more exact than that."""
    return number if number is None else number.quantize(Decimal(1))


@register.filter
def done_line(entry: Entry, unit: str) -> str:
    """Say the sets behind a point: "62.5 kg · 3 × 12, 12, 11"."""
    sets = (Done(w.method.implement, w.method.side, w.load, w.reps) for w in entry.sets)
    return describe_done(sets, unit)


@register.filter
def method_names(methods: Sequence[Method]) -> str:
    """Name the methods of a point: "Barbell, 2 s squeeze"."""
    return "; ".join(describe_method(method) for method in methods)


@register.filter
def method_name(method: Method) -> str:
    """Name one method: "Dumbbell, left leg"."""
    return describe_method(method)


@register.filter
def set_words(work: Work, unit: str) -> str:
    """Say one set: "80 kg × 8"."""
    return f"{describe_load(work.load, unit, work.method.implement)} × {work.reps}"


@register.filter
def strength_words(work: Work, unit: str) -> str:
    """Say a set's estimated strength: "about 98 kg"."""
    return "" if work.strength is None else MEASURES["strength"].say(work.strength, unit)


@register.filter
def line_class(series: Series) -> str:
    """Name the classes that give a line its colour, stroke and mark."""
    return f"line line-{series.mark}{' line-hollow' if series.hollow else ''}"


@register.filter
def target_words(target: Target) -> str:
    """Say what a tap opens: "20 November 2026: 62.5 kg, Barbell"."""
    point = target.point
    words = f"{describe_day(point.day)}: {point.said}, {point.method}"
    return words if target.sessions == 1 else f"{words}; the highest of {target.sessions} sessions"


@register.filter
def chart_words(chart: Chart) -> str:
    """Say the picture in a sentence."""
    points = [point for line in chart.lines for point in line.series.points]
    sessions = len({point.session for point in points})
    if sessions == 1:
        return f"One session, on {describe_day(points[0].day)}."
    first, last = min(point.day for point in points), max(point.day for point in points)
    lowest, highest = (pick(points, key=lambda point: point.value) for pick in (min, max))
    span = f"lowest {lowest.said}, highest {highest.said}"
    said = f"all {lowest.said}" if lowest.said == highest.said else span
    return f"{sessions:,} sessions from {describe_day(first)} to {describe_day(last)}; {said}."
