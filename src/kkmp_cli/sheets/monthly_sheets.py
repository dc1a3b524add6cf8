"""Sheets of a workbook named after months: which is the newest. Never enters: their content."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kkmp_cli.errors import CellError
from kkmp_cli.parsing import dates

_WORD = r"[^\W\d_]{3,}"
_YEAR = r"(?:(?<!\d)20|['’])(\d\d)(?!\d)"
_MONTHS = 12
_FORWARD = {1, 2, 3}
"""So many months lie between sheets that follow each other."""


def newest(names: Sequence[str]) -> str | None:
    """The name of the newest month; None where not every name is one, or where it is not certain.

    Where no name says its year, the order of the sheets tells: they follow each other, or each goes
    before the one left of it.
    """
    months = [month for name in names if (month := _month(name))]
    years = [re.findall(_YEAR, name)[-1] for name in names if re.search(_YEAR, name)]
    if len(months) < len(names):
        return None
    if len(years) == len(names):
        return _last(names, [*zip(years, months, strict=True)])
    return _last_in_order(names, months)


def _last_in_order(names: Sequence[str], months: Sequence[int]) -> str | None:
    steps = {(right - left) % _MONTHS for left, right in pairwise(months)}
    if steps <= _FORWARD:
        return names[-1]
    return names[0] if steps <= {_MONTHS - step for step in _FORWARD} else None


def _last(names: Sequence[str], days: Sequence[tuple[str, int]]) -> str | None:
    return names[days.index(max(days))] if days.count(max(days)) == 1 else None


def _month(name: str) -> int | None:
    """The only month that a name says."""
    words = re.findall(_WORD, name)
    months = {month for word in words if (month := _month_of(word))}
    return months.pop() if len(months) == 1 else None


def _month_of(word: str) -> int | None:
    try:
        return dates.read(f"{word} 2026").first_day.month
    except CellError:
        return None
