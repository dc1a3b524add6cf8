"""Words in the cells of milestones that no table knows, with where they stand: what an officer is
asked about, a word once.

Never enters: what a word means (`headings.word_meanings`), a question.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kkmp_cli.errors import CellError, Problem
from kkmp_cli.importing.cell_values import NOT_UNDERSTOOD
from kkmp_cli.importing.headings.columns import FieldColumn
from kkmp_cli.importing.headings.word_meanings import may_mean
from kkmp_cli.importing.read_result import ReadResult
from kkmp_cli.milestones import Milestone
from kkmp_cli.model.vocabulary import STATE
from kkmp_cli.parsing.state_words import plain_words
from kkmp_cli.parsing.states import UnknownWord, read_state


class WordCell(NamedTuple):
    """A cell with such a word, its column, and the milestone of that."""

    cell: str
    heading: str
    milestone: Milestone
    file: str


class UnknownWords(NamedTuple):
    """A word as it is first written, and every cell that holds it."""

    word: str
    cells: tuple[WordCell, ...]

    @property
    def key(self) -> str:
        """Under which two spellings are one word."""
        return plain_words(self.word)

    @property
    def milestones(self) -> tuple[Milestone, ...]:
        """Those of its cells, in order."""
        return tuple(dict.fromkeys(each.milestone for each in self.cells))

    def of(self, milestone: Milestone) -> UnknownWords:
        """The same in the columns of one milestone."""
        return self._replace(cells=tuple(c for c in self.cells if c.milestone == milestone))


def unknown_words(reading: ReadResult) -> tuple[UnknownWords, ...]:
    """The words of a call, in the order in which they first stand in it."""
    words: dict[str, UnknownWords] = {}
    for problem in reading.problems:
        word = " ".join(problem.content.split())
        for cell in _word_cells(problem, word, reading):
            one = words.setdefault(plain_words(word), UnknownWords(word, ()))
            words[one.key] = one._replace(cells=(*one.cells, cell))
    return tuple(words.values())


def _word_cells(problem: Problem, word: str, reading: ReadResult) -> Iterator[WordCell]:
    """The cell of a problem, where it is of a word that an officer may explain."""
    column = _column(problem, reading)
    milestone = column.field.milestone if column else None
    if column is None or milestone is None or _is_known(word, milestone, problem.message):
        return
    if may_mean(word, reading.files[0].vocabulary):
        yield WordCell(problem.cell, column.heading, milestone, problem.file)


def _column(problem: Problem, reading: ReadResult) -> FieldColumn | None:
    """The column of a milestone's states in which a cell stands."""
    letter = problem.cell.rstrip("0123456789")
    for file in reading.files:
        for column in file.columns if file.place == problem.file else ():
            of_states = column.field.kind == STATE and not (column.dated or column.tick)
            if of_states and (column.letter, column.heading) == (letter, problem.column):
                return column
    return None


def _is_known(word: str, milestone: Milestone, message: str) -> bool:
    """True where something else is wrong with the cell than its word."""
    try:
        read_state(word, milestone, date.max)
    except UnknownWord:
        return message != NOT_UNDERSTOOD
    except CellError:
        return True
    return True
