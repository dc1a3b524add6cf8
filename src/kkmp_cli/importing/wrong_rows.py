"""The rows of an import that do not go in, each whole and with what is wrong in it; and whether a
row would be good with another text in a cell, without reading the sheet anew.

Never enters: the other rows of the sheet, what the register holds: what only they can show is seen
when everything is read again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from kkmp_cli.errors import CellError, Problem
from kkmp_cli.importing.headings.columns import KEYS, FieldColumn
from kkmp_cli.importing.import_result import ImportResult
from kkmp_cli.importing.read_result import Understanding
from kkmp_cli.importing.row import RowReader
from kkmp_cli.importing.sheet_layout import BY_DEFAULT
from kkmp_cli.importing.sheet_reader import fitted
from kkmp_cli.model.vocabulary import AREA
from kkmp_cli.sheets.merges import with_merged
from kkmp_cli.sheets.sheet import Sheet, position_of


class WrongRow(NamedTuple):
    """A row of a file (counted in the call), its cells as they are read, and what is wrong."""

    file: int
    row: int
    cells: Sequence[str]
    problems: tuple[Problem, ...] = ()


class Wrong(NamedTuple):
    """A bad cell: its column (None beyond the headings) and why; of no cell `position` is None."""

    position: int | None
    error: CellError


def wrong_rows(result: ImportResult) -> list[WrongRow]:
    """The rows with a problem, in the order of the files."""
    rows: list[WrongRow] = []
    for at, problems in enumerate(result.problems_of_files()):
        by_row: dict[int, list[Problem]] = defaultdict(list)
        for problem in problems:
            by_row[problem.row].append(problem)
        by_row.pop(0, None)
        cells = cells_of(result, at, by_row)
        rows += (
            WrongRow(at, row, cells[row], tuple(several))
            for row, several in sorted(by_row.items())
            if row in cells
        )
    return rows


def cells_of(result: ImportResult, at: int, rows: Mapping[int, object]) -> dict[int, Sequence[str]]:
    """The cells of rows of a file, merged values carried, as the reader of rows has them."""
    file = result.reading.files[at]
    width = max((heading.position for heading in file.headings), default=-1) + 1
    return dict(_found(result.reading.sheets[at], width, _keys(file), rows))


def _keys(file: Understanding) -> tuple[int, ...]:
    name = naming_column(file)
    return (name.position,) if name else ()


def _found(
    sheet: Sheet, width: int, keys: tuple[int, ...], rows: Mapping[int, object]
) -> Iterator[tuple[int, Sequence[str]]]:
    last = max(rows, default=0)
    merges = sheet.shown.merges
    for number, cells in with_merged(sheet.rows, merges, width, keys) if merges else sheet.rows:
        if number > last:
            return
        if number in rows:
            yield number, fitted(cells, width)


def naming_column(file: Understanding) -> FieldColumn | None:
    """The column in which a row of a file names its cooperative: by name, else by code."""
    columns = {column.field.name: column for column in reversed(file.columns)}
    return next((columns[name] for name in ("kelurahan", "kode", "nama") if name in columns), None)


def names_area(file: Understanding, position: int | None) -> bool:
    """True for a column that says which cooperative a row is about."""
    column = next((each for each in file.columns if each.position == position), None)
    if column is None:
        return False
    return column.field.kind == AREA or (
        column.field.name in KEYS and naming_column(file) == column
    )


def wrong_in(row: WrongRow) -> list[Wrong]:
    """What is wrong in a row, as it was read."""
    return [
        Wrong(
            position_of(one.cell) if one.cell else None,
            CellError(one.message, one.remedy),
        )
        for one in row.problems
    ]


class RowTrial:
    """The reader of the rows of one file, for one row at a time."""

    def __init__(self, file: Understanding, today: date) -> None:
        self._file, self._today = file, today

    def wrong(self, row: int, cells: Sequence[str]) -> list[Wrong]:
        """The bad cells of a row by themselves, which cooperative it is about aside."""
        file = self._file
        columns = [column for column in file.columns if column.field.kind != AREA]
        if not columns:
            return []
        reader = RowReader(file.vocabulary, file.columns, self._today, self._day(row), ())
        return [Wrong(at, error) for at, error in reader.read(cells).faults]

    def _day(self, row: int) -> date:
        """The day of which a row speaks: in the answers of a web form its own."""
        named = self._file.per_from != BY_DEFAULT
        return self._file.per if named else self._file.answers.days.get(row, self._file.per)
