"""Which rows of a sheet are title, heading and body.

Offices put titles above the heading, spread it over two or three rows with merged cells, and number
the columns under it. The heading is the row, or the rows, with the most known headings. Never
enters: what a value means, which kelurahan a row is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import dropwhile, islice, pairwise
from typing import NamedTuple

from kkmp_cli.errors import CellError, Refused
from kkmp_cli.parsing.text import clean
from kkmp_cli.sheets.heading_groups import Heading, Meaning, headings_below, meaning_of
from kkmp_cli.sheets.heading_rows import begins_table, may_head, surely_heading
from kkmp_cli.sheets.sheet import Row, Sheet

_KEYS = ("kelurahan", "kode")
_DEPTH = 40
_LEVELS = 3
_MOST_TABLES = 100
"""Each is held against all others of its sheet, and found by going through the rows above it."""
_COLUMN_NUMBER = re.compile(r"\(?\s*(\d{1,3})\s*[).]?(?:\s*=[\d\s+\-x*/:()%]+)?", re.ASCII)
"""`(4)`, and `7 = 5 + 6` of a column that is computed."""


class SheetTable(NamedTuple):
    """`row` is the (last) heading row, `first` the first row below heading and column numbers,
    `titles` those above, `levels` the texts of the heading rows.
    """

    row: int
    first: int
    width: int
    headings: tuple[Heading, ...]
    titles: tuple[Row, ...]
    levels: tuple[Sequence[str], ...] = ()


class _Reading(NamedTuple):
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
        """The more fields the better, then the fewest rows, unless the others are sure."""
        return self.names_key, self.fields, self.depth if self.sure else -self.depth


def find(sheet: Sheet, meaning: Meaning, keys: frozenset[str]) -> SheetTable | None:
    """The table of a sheet, if a row has a known heading; best one with that of a key field."""
    top = list(islice(sheet.rows, _DEPTH + _LEVELS + 1))
    texts = [[_text(cell) for cell in cells] for _, cells in top]
    readings = _of_first_table([*_readings(texts, meaning, keys)], texts, meaning)
    best = max(readings, key=lambda reading: reading.score, default=None)
    return _table(top, texts, best) if best else None


def _of_first_table(
    readings: Sequence[_Reading], texts: Sequence[Sequence[str]], meaning: Meaning
) -> Sequence[_Reading]:
    """The readings of the uppermost table: what heads another one further down is none of them."""
    first = next((each for each in readings if _names_rows(each, texts, meaning)), None)
    if first is None:
        return readings
    first = next((each for each in readings if _stands_over_rows(each, first, texts)), first)
    return [each for each in readings if first.at <= each.at < first.at + first.depth]


def _stands_over_rows(reading: _Reading, below: _Reading, texts: Sequence[Sequence[str]]) -> bool:
    """True where rows stand between a heading and the one below it that names cooperatives."""
    rows = texts[reading.at + reading.depth : below.at + below.depth - 1]
    return reading.at < below.at and reading.fields > 1 and _holds_rows(rows, reading)


def _names_rows(reading: _Reading, texts: Sequence[Sequence[str]], meaning: Meaning) -> bool:
    lowest = [text for text in texts[reading.at + reading.depth - 1] if text]
    return reading.names_key and (reading.fields > 1 or begins_table(lowest, meaning))


def _holds_rows(texts: Iterable[Sequence[str]], reading: _Reading) -> bool:
    """True where a row below a heading is filled as one of its table would be."""
    least = max(len(reading.headings) - 1, 2)
    rows = ([text for text in row if text] for row in texts)
    return any(len(row) >= least and not all(map(may_head, row)) for row in rows)


def refuse_many(tables: int, place: str) -> None:
    """Raises Refused for more tables than a sheet of an office has."""
    if tables > _MOST_TABLES:
        raise Refused(
            f"{place}: lebih dari {_MOST_TABLES} tabel di satu lembar",
            "Simpan tabel-tabelnya di beberapa lembar, lalu impor dengan --sheet semua.",
        )


def next_table(sheet: Sheet, table: SheetTable, meaning: Meaning) -> int | None:
    """The row with which another table with kelurahan begins below one without."""
    for number, cells in body(sheet, table):
        texts = [text for cell in cells if (text := _text(cell))]
        if begins_table(texts, meaning) and any(
            meaning_of(text, meaning) in _KEYS for text in texts
        ):
            return number
    return None


def _table(top: Sequence[Row], texts: Sequence[Sequence[str]], reading: _Reading) -> SheetTable:
    after = reading.at + reading.depth
    last, _ = top[after - 1]
    width = max((heading.position for heading in reading.headings), default=-1) + 1
    titles, levels = tuple(top[: reading.at]), tuple(texts[reading.at : after])
    first = max(_first_below(top, after), last + 1)
    return SheetTable(last, first, width, reading.headings, titles, levels)


def _first_below(top: Sequence[Row], after: int) -> int:
    """The number of the first row below heading and column numbers; 0 where there is none."""
    if after < len(top) and numbers_columns(top[after][1]):
        after += 1
    return top[after][0] if after < len(top) else 0


def _readings(
    texts: Sequence[Sequence[str]], meaning: Meaning, keys: frozenset[str]
) -> Iterator[_Reading]:
    """Every reading with a known heading, down to the heading that names the rows of a table. What
    is surely the lower part of a heading does not begin another.
    """
    begun, end = set[int](), 0
    for at in range(min(_DEPTH, len(texts))):
        if end and at >= end:
            return
        for reading in _beginning(texts, at, meaning, keys) if at not in begun else ():
            if reading.sure and reading.names_key:
                begun.update(range(at + 1, at + reading.depth))
            if not end and _names_rows(reading, texts, meaning):
                end = at + reading.depth
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


def numbers_columns(cells: Sequence[str]) -> bool:
    """True for a row that only numbers the columns: 1, 2, 3 …"""
    numbers = [_COLUMN_NUMBER.fullmatch(cell.strip()) for cell in cells if cell.strip()]
    if len(numbers) < 2 or not all(numbers):
        return False
    values = [int(match[1]) for match in numbers if match]
    return values[0] <= 2 and all(later - earlier == 1 for earlier, later in pairwise(values))
