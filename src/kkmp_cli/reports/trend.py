"""How many were `sudah` at the end of each month: from the first statement, at most the last twelve
months.

The months are as the register knows them now. Before anything was stated of a milestone there is no
number, not a zero. Never enters: a chart.
"""

from __future__ import annotations

from bisect import bisect_left
from calendar import monthrange
from collections import Counter
from collections.abc import Sequence

from kkmp_cli.milestones import MILESTONES, SUDAH, UNKNOWN, field_code
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.projection import Spans
from kkmp_cli.reports.kota_details import TrendPoint

MONTHS = 12


def points(cooperatives: Sequence[Cooperative], day: str, book_year: int) -> tuple[TrendPoint, ...]:
    """The ends of the last twelve months and the day itself, oldest first."""
    days = _days(day)
    there = [[at for at, each in enumerate(days) if one.counts_on(each)] for one in cooperatives]
    counted = Counter(at for places in there for at in places)
    series = {
        milestone.code: _series(
            [one.states.get(field_code(milestone, book_year), ()) for one in cooperatives],
            there,
            days,
        )
        for milestone in MILESTONES
    }
    made = [
        TrendPoint(each, counted[at], {code: counts[at] for code, counts in series.items()})
        for at, each in enumerate(days)
    ]
    first = next((at for at, one in enumerate(made) if _known(one)), len(made))
    return tuple(made[first:])


def _known(point: TrendPoint) -> bool:
    """True where something had been stated of any milestone by that day."""
    return any(count is not None for count in point.sudah.values())


def _series(
    timelines: Sequence[Spans], there: Sequence[Sequence[int]], days: Sequence[str]
) -> list[int | None]:
    """How many are `sudah` on each day; None where nothing had been stated by then."""
    counts: list[int | None] = [None] * len(days)
    for spans, places in zip(timelines, there, strict=True):
        for span in spans:
            first = bisect_left(days, span.since)
            until = bisect_left(days, span.until) if span.until else len(days)
            for at in places if span.value != UNKNOWN else ():
                if first <= at < until:
                    counts[at] = (counts[at] or 0) + (span.value == SUDAH)
    return counts


def _days(day: str) -> list[str]:
    year, month = int(day[:4]), int(day[5:7])
    ends = []
    for back in range(MONTHS, 0, -1):
        number = year * 12 + month - 1 - back
        of_year, of_month = number // 12, number % 12 + 1
        ends.append(f"{of_year:04}-{of_month:02}-{monthrange(of_year, of_month)[1]:02}")
    return [*ends, day]
