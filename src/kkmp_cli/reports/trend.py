"""How many were `sudah` at the end of each month: from the first statement, at most the last twelve
months.

The months are as the register knows them now. Before anything was stated of a milestone there is no
number, not a zero. Never enters: a chart.
"""

from __future__ import annotations

from bisect import bisect_left
from calendar import monthrange
from collections.abc import Sequence
from typing import NamedTuple

from kkmp_cli.milestones import MILESTONES, SUDAH, UNKNOWN, field_code
from kkmp_cli.model.cooperative import Cooperative

MONTHS = 12


class TrendPoint(NamedTuple):
    """`sudah` on one day by milestone code, None where nothing had been stated by then; `kkmp`
    counted that day.
    """

    tanggal: str
    kkmp: int
    sudah: dict[str, int | None]


def points(cooperatives: Sequence[Cooperative], day: str, book_year: int) -> tuple[TrendPoint, ...]:
    """The ends of the last twelve months and the day itself, oldest first."""
    days = _days(day)
    names = {field_code(milestone, book_year): milestone.code for milestone in MILESTONES}
    counted = [0] * len(days)
    sudah = {code: [0] * len(days) for code in names.values()}
    known = {code: [False] * len(days) for code in names.values()}
    for one in cooperatives:
        last = sum(one.counts_on(each) for each in days)
        for at in range(last):
            counted[at] += 1
        for name, code in names.items():
            for span in one.states.get(name, ()):
                first = bisect_left(days, span.since)
                until = min(last, bisect_left(days, span.until) if span.until else len(days))
                for at in range(first, until):
                    known[code][at] |= span.value != UNKNOWN
                    sudah[code][at] += span.value == SUDAH
    found = [
        TrendPoint(
            each,
            counted[at],
            {code: sudah[code][at] if known[code][at] else None for code in sudah},
        )
        for at, each in enumerate(days)
    ]
    while found and all(count is None for count in found[0].sudah.values()):
        found.pop(0)
    return tuple(found)


def _days(day: str) -> list[str]:
    year, month = int(day[:4]), int(day[5:7])
    ends = []
    for back in range(MONTHS, 0, -1):
        number = year * 12 + month - 1 - back
        of_year, of_month = number // 12, number % 12 + 1
        ends.append(f"{of_year:04}-{of_month:02}-{monthrange(of_year, of_month)[1]:02}")
    return [*ends, day]
