"""What a sheet seems to hold, at a glance: its heading, and how many rows name a cooperative.

Cheap and bounded; an import reads it properly. Never enters: what a cell means, an area.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.parsing.text import match_key
from kkmp_cli.sheets.sheet import Row, Sheet

_DEPTH, _MOST, _LONGEST = 45, 5_000, 120
_LEAST = 2
_TOTALS = ("jumlah", "total", "jml", "jlh")


class Glance(NamedTuple):
    """The texts above the heading, the heading itself, and the cells of the column that names
    cooperatives; without a known heading all is empty. `whole` is False where more rows follow.
    """

    titles: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    whole: bool = True

    @property
    def rows(self) -> int:
        """How many rows name a cooperative."""
        return len(self.names)

    def shares(self, other: Glance) -> bool:
        """True where both name the same cooperative."""
        mine, others = ({*map(match_key, one.names)} for one in (self, other))
        return not mine.isdisjoint(others)


def glance(sheet: Sheet, knows: Callable[[str], bool]) -> Glance:
    """What the first table of a sheet seems to be."""
    rows = [*islice(sheet.rows, _MOST + 1)]
    at = _heading(rows, knows)
    if at is None:
        return Glance()
    cells = rows[at][1]
    titles = (text for _, above in rows[:at] for text in _filled(above))
    naming = _naming(cells)
    names = () if naming is None else _names(rows[at + 1 : _MOST], naming)
    return Glance(tuple(titles), tuple(_filled(cells)), tuple(names), len(rows) <= _MOST)


def _heading(rows: Sequence[Row], knows: Callable[[str], bool]) -> int | None:
    """The place of the row that names cooperatives and most fields; None without a known one."""
    scores = [_score(cells, knows) for _, cells in rows[:_DEPTH]]
    best = max(scores, default=(False, 0))
    return scores.index(best) if best[1] else None


def _score(cells: Sequence[str], knows: Callable[[str], bool]) -> tuple[bool, int]:
    short = [cell for cell in {*cells} if 0 < len(cell.strip()) <= _LONGEST]
    return any(map(built_in().names_rows, short)), sum(map(knows, short))


def _naming(cells: Sequence[str]) -> int | None:
    places = (at for at, cell in enumerate(cells) if built_in().names_rows(cell[:_LONGEST]))
    return next(places, None)


def _names(rows: Sequence[Row], at: int) -> Iterator[str]:
    """The cells of one column in rows that hold more than it, but totals and numbers of columns."""
    for _, cells in rows:
        name = cells[at].strip() if at < len(cells) else ""
        total = any(match_key(cell).startswith(_TOTALS) for cell in cells[: at + 1])
        alone = sum(1 for cell in cells if cell.strip()) < _LEAST
        if name and not total and not alone and (len(name) > 2 or not name.isdigit()):
            yield name


def _filled(cells: Sequence[str]) -> Iterator[str]:
    yield from (text for cell in cells if (text := " ".join(cell.split())))
