"""What a workbook shows of the rows that were read, beside their texts, as far as it must be told.

Hidden rows and columns are read like any others; an empty cell with a colour or a comment may say
something that cannot be read. Never enters: what a cell states.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from kkmp_cli.importing.headings.columns import FieldColumn
from kkmp_cli.model.vocabulary import AREA
from kkmp_cli.sheets.display import NOTHING, within
from kkmp_cli.sheets.merges import with_merged
from kkmp_cli.sheets.sheet import Row, Sheet, cell_name

Marked = Mapping[str, Mapping[FieldColumn, Sequence[str]]]
"""Why an empty cell may say something → its column → the names of such cells."""


class Appearance(NamedTuple):
    """`hidden_rows` and `hidden_columns` were read like any others; `doubtful` are the fields in
    whose columns an empty cell need not mean that there is nothing.
    """

    hidden_rows: Sequence[int] = ()
    hidden_columns: Sequence[FieldColumn] = ()
    marked: Marked = MappingProxyType({})
    doubtful: frozenset[str] = frozenset()


UNSEEN = Appearance()


def seen(sheet: Sheet, columns: Sequence[FieldColumn], numbers: Collection[int]) -> Appearance:
    """What is to be told of the rows of these numbers, in these columns."""
    if sheet.shown == NOTHING or not numbers:
        return UNSEEN
    stated = [column for column in columns if column.field.kind != AREA]
    marked = _marked(sheet, stated, numbers)
    doubts = set(_doubts(sheet, numbers))
    doubts.update(each.position for cells in marked.values() for each in cells)
    doubtful = frozenset(each.field.name for each in stated if each.position in doubts)
    return Appearance(
        sheet.shown.hidden(numbers), _hidden_columns(sheet, columns), marked, doubtful
    )


def _hidden_columns(sheet: Sheet, columns: Sequence[FieldColumn]) -> list[FieldColumn]:
    last = max(column.position for column in columns)
    hidden = set(within(sheet.shown.hidden_columns, 0, last))
    return [column for column in columns if column.position in hidden]


def _marked(sheet: Sheet, stated: Sequence[FieldColumn], numbers: Collection[int]) -> Marked:
    marked: dict[str, dict[FieldColumn, list[str]]] = defaultdict(lambda: defaultdict(list))
    remarks = _remarks(sheet, stated, numbers)
    for number, texts in _rows(sheet, stated) if remarks else ():
        for column, why in remarks.get(number, {}).items():
            if _is_empty(texts, column.position):
                marked[why][column].append(cell_name(column.position, number))
    return marked


def _rows(sheet: Sheet, stated: Sequence[FieldColumn]) -> Iterator[Row]:
    width = max(column.position for column in stated) + 1
    return with_merged(sheet.rows, sheet.shown.merges, width)


def _is_empty(texts: Sequence[str], position: int) -> bool:
    return position >= len(texts) or not texts[position].strip()


def _remarks(
    sheet: Sheet, stated: Sequence[FieldColumn], numbers: Collection[int]
) -> Mapping[int, Mapping[FieldColumn, str]]:
    """Row → column → why its cell may say something if it is empty."""
    cells: dict[int, dict[FieldColumn, str]] = defaultdict(dict)
    for block, why in sheet.shown.remarks:
        columns = [
            each for each in stated if block.first_column <= each.position <= block.last_column
        ]
        for number in within([block[:2]], min(numbers), max(numbers)) if columns else ():
            if number in numbers:
                cells[number].update(dict.fromkeys(columns, why))
    return cells


def _doubts(sheet: Sheet, numbers: Collection[int]) -> Iterator[int]:
    """The columns with an error or a merge in these rows."""
    for number, displays in sheet.shown.displays.items():
        if number in numbers:
            yield from (at for at, display in displays.items() if display.error)
    first, last = min(numbers), max(numbers)
    for block in sheet.shown.merges:
        if block.first_row <= last and block.last_row >= first:
            yield from range(block.first_column, block.last_column + 1)
