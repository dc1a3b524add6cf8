"""Columns whose heading says one thing and whose cells another: `1` and `0` below `No Rek`, a grade
below `Status`.

Never enters: a single wrong cell of a column that is read well, a question.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kkmp_cli.errors import Problem
from kkmp_cli.importing.headings.columns import FieldColumn
from kkmp_cli.importing.open_columns import cells_of, name_of, unread_as
from kkmp_cli.importing.read_result import ReadResult, Understanding
from kkmp_cli.model.declaration import once
from kkmp_cli.model.projection import STATUS
from kkmp_cli.model.vocabulary import NUMBER
from kkmp_cli.sheets.sheet import Sheet

_SAMPLES = 3


class MisreadColumn(NamedTuple):
    """A column of which `wrong` of its `filled` cells are none of its field, some of their texts,
    `name` by which a `--map` takes it, and the state as which they would all be read, if any.
    """

    column: FieldColumn
    name: str
    wrong: int
    filled: int
    samples: tuple[str, ...]
    state: str = ""


def misread_columns(reading: ReadResult) -> Iterator[MisreadColumn]:
    """Those of the sheets of a call in which something is wrong."""
    alone = len(reading.files) == 1
    for file, sheet in zip(reading.files, reading.sheets, strict=True):
        wrong = {each.column for each in reading.problems if _is_of_cell(each, file)}
        for column in file.columns:
            if column.heading in wrong and _may_be_another(column):
                name = name_of(column.heading, column.letter, file, alone)
                yield from _misread(file, sheet, column, name)


def _is_of_cell(problem: Problem, file: Understanding) -> bool:
    return problem.file == file.place and problem.row > file.heading_row


def _may_be_another(column: FieldColumn) -> bool:
    return column.field.kind == NUMBER or column.field.name == STATUS


def _misread(
    file: Understanding, sheet: Sheet, column: FieldColumn, name: str
) -> Iterator[MisreadColumn]:
    """The column, where half of its cells or more are none of its field and of one kind."""
    (cells,) = cells_of(file, sheet, [column.position])
    wrong = unread_as(column.field.name, cells, file.vocabulary)
    state = column.field.state_field or ""
    fits = not state or not unread_as(state, wrong, file.vocabulary)
    if name and wrong and fits and 2 * len(wrong) >= len(cells):
        samples = once(wrong)[:_SAMPLES]
        yield MisreadColumn(column, name, len(wrong), len(cells), samples, state)
