"""Columns that an officer names by their letter, `--map "kolom F=nib"`: without a heading, or with
one that another column has too.

Never enters: a row of data, what the field of a column is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from kkmp_cli.importing.headings.maps import Map
from kkmp_cli.parsing.text import match_key
from kkmp_cli.sheets.heading_groups import Heading
from kkmp_cli.sheets.sheet import Sheet, column_letter
from kkmp_cli.sheets.table import SheetTable, body

_ROWS = 200
"""So many rows tell that a column without a heading holds anything."""


def named_by_letter(table: SheetTable, sheet: Sheet, maps: Iterable[Map]) -> SheetTable:
    """The table, the columns of these letters asked for by them.

    A heading that is spelled like a letter, `Kolom F`, stays a heading; a letter beyond the sheet
    names nothing.
    """
    if not (named := _named(table, maps)):
        return table
    headings = [
        *(one._replace(asked=named.pop(one.position, one.asked)) for one in table.headings),
        *_without_heading(named, table, sheet),
    ]
    headings.sort(key=lambda one: one.position)
    return table._replace(headings=tuple(headings), width=headings[-1].position + 1)


def _named(table: SheetTable, maps: Iterable[Map]) -> dict[int, str]:
    """The columns that are named by a letter, each with the words that name it."""
    spelled = {match_key(one.text) for one in table.headings}
    free = (one for one in maps if one.key not in spelled)
    return {one.position: one.heading for one in free if one.position is not None}


def _without_heading(
    named: Mapping[int, str], table: SheetTable, sheet: Sheet
) -> Iterator[Heading]:
    for position, asked in named.items():
        if _holds(sheet, table, position):
            yield Heading(position, f"Kolom {column_letter(position)}", asked)


def _holds(sheet: Sheet, table: SheetTable, position: int) -> bool:
    rows = islice(body(sheet, table), _ROWS)
    return any(len(cells) > position and cells[position].strip() for _, cells in rows)
