"""Which rows of a sheet are title, heading and body.

Offices put titles above the heading, spread it over two or three rows with merged cells, and number
the columns under it. The heading is the row, or the rows, with the most known headings. Never
enters: what a value means, which kelurahan a row is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile, islice, pairwise

from kkmp_cli.errors import CellError
from kkmp_cli.parsing.text import clean
from kkmp_cli.sheets.heading_groups import Heading, Meaning, headings_below, meaning_of
from kkmp_cli.sheets.heading_rows import surely_heading
from kkmp_cli.sheets.sheet import Row, Sheet

_DEPTH = 40
_LEVELS = 3
_COLUMN_NUMBER = re.compile(r"\(?\s*(\d{1,3})\s*[).]?(?:\s*=[\d\s+\-x*/:()%]+)?", re.ASCII)
"""`(4)`, and `7 = 5 + 6` of a column that is computed."""


@dataclass(frozen=True, slots=True)
class SheetTable:
    """`row` is the (last) heading row, `first` the first row below heading and column numbers,
    `titles` those above.
    """

    row: int
    first: int
    width: int
    headings: tuple[Heading, ...]
    titles: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read the top of a sheet: the heading begins in row `at` (counted from 0) and has
    `depth` rows, all of them `sure`.
    """

    at: int
    depth: int
    headings: tuple[Heading, ...]
    sure: bool
    names_key: bool
    fields: int

    @property
    def score(self) -> tuple[bool, int, int]:
        """The more fields the better; of readings that are as good the fewest rows, unless the
        others are sure.
        """
        return self.names_key, self.fields, self.depth if self.sure else -self.depth


def find(sheet: Sheet, meaning: Meaning, keys: frozenset[str]) -> SheetTable | None:
    """The table of a sheet; None where no row holds a known heading. A row with a key field's
    heading is preferred.
    """
    top = list(islice(sheet.rows, _DEPTH + _LEVELS + 1))
    texts = [[_text(cell) for cell in cells] for _, cells in top]
    best = max(_readings(texts, meaning, keys), key=lambda reading: reading.score, default=None)
    return _table(top, best) if best else None


def _table(top: Sequence[Row], reading: _Reading) -> SheetTable:
    after = reading.at + reading.depth
    last, _ = top[after - 1]
    if after < len(top) and _numbers_columns(top[after][1]):
        after += 1
    first = top[after][0] if after < len(top) else last + 1
    width = max((heading.position for heading in reading.headings), default=-1) + 1
    titles = tuple(top[: reading.at])
    return SheetTable(last, max(first, last + 1), width, reading.headings, titles)


def _readings(
    texts: Sequence[Sequence[str]], meaning: Meaning, keys: frozenset[str]
) -> Iterator[_Reading]:
    """Every reading with a known heading. What is surely the lower part of a heading does not begin
    another.
    """
    begun: set[int] = set()
    for at in range(min(_DEPTH, len(texts))):
        for reading in _beginning(texts, at, meaning, keys) if at not in begun else ():
            if reading.sure and reading.names_key:
                begun.update(range(at + 1, at + reading.depth))
            if reading.fields:
                yield reading


def _beginning(
    texts: Sequence[Sequence[str]], at: int, meaning: Meaning, keys: frozenset[str]
) -> Iterator[_Reading]:
    """The readings that begin in one row; a row more must be sure, or show more fields."""
    fields_above = 0
    for depth in range(1, min(_LEVELS, len(texts) - at) + 1):
        levels = texts[at : at + depth]
        if not any(levels[-1]):
            return
        reading = _reading(at, levels, meaning, keys)
        yield reading
        if depth > 1 and not reading.sure and reading.fields <= fields_above:
            return
        fields_above = reading.fields


def _reading(
    at: int, levels: Sequence[Sequence[str]], meaning: Meaning, keys: frozenset[str]
) -> _Reading:
    headings = tuple(headings_below(levels, meaning))
    fields = {field for each in headings if (field := meaning_of(each.asked, meaning))}
    sure = len(levels) > 1 and surely_heading(levels, meaning, keys)
    return _Reading(at, len(levels), headings, sure, bool(fields & keys), len(fields))


def body(sheet: Sheet, table: SheetTable) -> Iterator[Row]:
    """The rows below the heading, the closing row and all that stands under it among them."""
    return dropwhile(lambda row: row[0] < table.first, sheet.rows)


def _text(cell: str) -> str:
    try:
        return clean(cell, None) if cell else ""
    except CellError:
        return ""


def _numbers_columns(cells: Sequence[str]) -> bool:
    numbers = [_COLUMN_NUMBER.fullmatch(cell.strip()) for cell in cells if cell.strip()]
    if len(numbers) < 2 or not all(numbers):
        return False
    values = [int(match[1]) for match in numbers if match]
    return values[0] <= 2 and all(later - earlier == 1 for earlier, later in pairwise(values))
