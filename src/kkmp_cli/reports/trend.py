"""How many were `sudah` at the end of each month: from the first statement, at most the last twelve
months.

The months are as the register knows them now. Before anything was stated of a milestone there is no
number, not a zero. Never enters: a chart.
"""

from __future__ import annotations

from bisect import bisect_left
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import dropwhile

from kkmp_cli.milestones import MILESTONES, SUDAH, UNKNOWN, field_code
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.projection import Spans
from kkmp_cli.reports.kota_details import TrendPoint

MONTHS = 12
_Series = tuple[list[int], list[int]]
"""How many are `sudah` on each day, and of how many something is stated."""


def points(cooperatives: Sequence[Cooperative], day: str, book_year: int) -> tuple[TrendPoint, ...]:
    """The ends of the last twelve months and the day itself, oldest first."""
    days = _days(day)
    there = [[at for at, each in enumerate(days) if one.counts_on(each)] for one in cooperatives]
    counted = Counter(at for places in there for at in places)
    timelines = _timelines(cooperatives, book_year)
    series = {code: _series(spans, there, days) for code, spans in timelines}
    made = (_point(each, at, counted[at], series) for at, each in enumerate(days))
    return tuple(dropwhile(_is_blank, made))


def _point(day: str, at: int, kkmp: int, series: Mapping[str, _Series]) -> TrendPoint:
    """What the series hold in one place."""
    stated = {code: numbers[at] for code, (_, numbers) in series.items()}
    done = {code: numbers[at] if stated[code] else None for code, (numbers, _) in series.items()}
    return TrendPoint(day, kkmp, done, stated)


def _timelines(
    cooperatives: Sequence[Cooperative], book_year: int
) -> Iterator[tuple[str, list[Spans]]]:
    """The spans of every cooperative, by milestone code."""
    for milestone in MILESTONES:
        name = field_code(milestone, book_year)
        yield milestone.code, [one.states.get(name, ()) for one in cooperatives]


def _is_blank(point: TrendPoint) -> bool:
    """True where nothing had been stated of any milestone by that day."""
    return all(count is None for count in point.sudah.values())


def _series(
    timelines: Sequence[Spans], there: Sequence[Sequence[int]], days: Sequence[str]
) -> _Series:
    """How many are `sudah` on each day, and of how many something is stated."""
    done, stated = [0] * len(days), [0] * len(days)
    for spans, places in zip(timelines, there, strict=True):
        for span in spans:
            first = bisect_left(days, span.since)
            until = bisect_left(days, span.until) if span.until else len(days)
            for at in places if span.value != UNKNOWN else ():
                if first <= at < until:
                    stated[at] += 1
                    done[at] += span.value == SUDAH
    return done, stated


def _days(day: str) -> list[str]:
    year, month = int(day[:4]), int(day[5:7])
    ends = []
    for back in range(MONTHS, 0, -1):
        number = year * 12 + month - 1 - back
        of_year, of_month = number // 12, number % 12 + 1
        ends.append(f"{of_year:04}-{of_month:02}-{monthrange(of_year, of_month)[1]:02}")
    return [*ends, day]
