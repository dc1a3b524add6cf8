"""Columns headed `Status` whose cells are no status of a cooperative: `BERKEMBANG`, a grade.

Never enters: a single wrong cell of a column that is read well, a question.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kkmp_cli.importing.headings.columns import FieldColumn
from kkmp_cli.importing.open_columns import cells_of, name_of, unread_as
from kkmp_cli.importing.read_result import ReadResult, Understanding
from kkmp_cli.model.declaration import once
from kkmp_cli.model.projection import STATUS
from kkmp_cli.sheets.sheet import Sheet

_SAMPLES = 3


class StatusColumn(NamedTuple):
    """Such a column, `name` by which a `--map` takes it, how many of its `filled` cells are wrong,
    and some of their texts.
    """

    column: FieldColumn
    name: str
    wrong: int
    filled: int
    samples: tuple[str, ...]


def status_columns(reading: ReadResult) -> Iterator[StatusColumn]:
    """Those of which half of the cells or more are no status."""
    alone = len(reading.files) == 1
    for file, sheet in zip(reading.files, reading.sheets, strict=True):
        for column in file.columns:
            name = name_of(column.heading, column.letter, file, alone)
            if column.field.name == STATUS and name:
                yield from _wrong(column, name, file, sheet)


def _wrong(
    column: FieldColumn, name: str, file: Understanding, sheet: Sheet
) -> Iterator[StatusColumn]:
    (cells,) = cells_of(file, sheet, [column.position])
    wrong = unread_as(STATUS, cells, file.vocabulary)
    if wrong and 2 * len(wrong) >= len(cells):
        yield StatusColumn(column, name, len(wrong), len(cells), once(wrong)[:_SAMPLES])
