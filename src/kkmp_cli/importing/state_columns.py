"""Columns of numbers that hold states instead: `1`, `0` or `belum` under `No. Rekening`.

Never enters: how a cell is read, a question.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kkmp_cli.errors import CellError
from kkmp_cli.importing.headings.columns import FieldColumn
from kkmp_cli.importing.read_result import ReadResult, Understanding
from kkmp_cli.model.vocabulary import NUMBER


class StateColumn(NamedTuple):
    """Such a column: its heading and letter, the field of the states, and what it holds of them."""

    heading: str
    letter: str
    state: str
    label: str
    texts: tuple[str, ...]

    @property
    def map(self) -> str:
        """What reads it as states, and its numbers as numbers."""
        return f"{self.heading}={self.state}"


def state_columns(reading: ReadResult, today: date) -> Iterator[StateColumn]:
    """Those of all files, each heading once."""
    told = set[str]()
    for file in reading.files:
        for column in file.columns:
            one = _of(column, file, reading, today)
            if one and one.map not in told:
                told.add(one.map)
                yield one


def _of(
    column: FieldColumn, file: Understanding, reading: ReadResult, today: date
) -> StateColumn | None:
    state = column.field.state_field
    stated = {other.field.name for other in file.columns}
    if column.field.kind != NUMBER or not state or state in stated:
        return None
    wrong = dict.fromkeys(_wrong(column, file, reading))
    texts = tuple(text for text in wrong if _states(text, state, file, today))
    label = file.label_of(state)
    return StateColumn(column.heading, column.letter, state, label, texts) if texts else None


def _wrong(column: FieldColumn, file: Understanding, reading: ReadResult) -> Iterator[str]:
    """What stands in the cells of a column that cannot be read."""
    for one in reading.problems:
        if (one.file, one.cell.rstrip("0123456789")) == (file.place, column.letter):
            yield one.content


def _states(text: str, state: str, file: Understanding, today: date) -> bool:
    """True for a text that says a state, and no number that was only written wrongly."""
    vocabulary = file.vocabulary
    try:
        return text.strip() != "" and [*vocabulary.read(vocabulary.field(state), text, today)] == [
            state
        ]
    except CellError:
        return False
