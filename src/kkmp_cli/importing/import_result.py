"""What an import came to: what was read, the plan, what is in the way, and what was rejected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from kkmp_cli.errors import Problem
from kkmp_cli.importing.form import Returned
from kkmp_cli.importing.headings.maps import Map
from kkmp_cli.importing.read_result import ReadResult, Understanding
from kkmp_cli.model.area import Area
from kkmp_cli.model.figure import Figure
from kkmp_cli.planning.intent import ADDED, CONFLICT, Plan
from kkmp_cli.sheets.sheet import Sheet, position_of


class RejectedRows(NamedTuple):
    """What was rejected of one sheet: the sheet, what was understood of it, and its problems."""

    sheet: Sheet
    file: Understanding
    problems: Sequence[Problem]


class Correction(NamedTuple):
    """A `sudah` that is taken back: it never was, so what is counted changes `since` its begin, and
    with it what these published figures are compared with.
    """

    area: Area
    field: str
    since: str
    figures: tuple[Figure, ...] = ()


class ImportResult(NamedTuple):
    """What was read, the plan, who is not in the files; `run` None where nothing was written.

    `absent` is told for each file. `remembering` are the maps of this call that the register is to
    remember and does not yet; `corrections` what is taken back, or would be by what is in conflict;
    `uncounted` who is dissolved or merged, and so in no count, with the status; `answers` the
    options by which the files are known again, None where they are not to be.
    """

    reading: ReadResult
    plan: Plan
    absent: tuple[tuple[Area, ...], ...]
    run: int | None = None
    forms: Mapping[int, Returned] = MappingProxyType({})
    remembering: tuple[Map, ...] = ()
    corrections: tuple[Correction, ...] = ()
    uncounted: tuple[tuple[Area, str], ...] = ()
    answers: tuple[tuple[str, str], ...] | None = None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems: of the cells, then of what they would do to the register."""
        return (*self.reading.problems, *self.plan.problems)

    @property
    def touched(self) -> int:
        """How many cooperatives would change."""
        return sum(bool(row.events) for row in self.plan.results)

    @property
    def default_day(self) -> date | None:
        """The day that all files were taken to speak of as nobody named one; None where they are
        not alike.
        """
        days = {file.day_of_none for file in self.reading.files}
        return days.pop() if len(days) == 1 and not self.forms else None

    @property
    def conflicts(self) -> int:
        """How much of the files is against what is held, and not applied."""
        left = (one for row in self.plan.results for one in row.unapplied)
        return sum(one.outcome == CONFLICT for one in left)

    @property
    def work(self) -> int:
        """How many rows of the register are written: one for a new one, two for a change."""
        return sum(1 if row.outcome == ADDED else 2 for row in self.plan.results if row.events)

    def marks(self) -> dict[int, bytes]:
        """By cooperative, the digests of rows that say no more than what will be held."""
        plain = {number for number, file in enumerate(self.reading.files) if file.plain}
        return {
            row.area.id: row.source.mark
            for row in self.plan.results
            if row.source
            and row.source.mark
            and row.source.file in plain
            and row.events
            and not row.unapplied
            and not row.notes
        }

    def writable(self, skip_errors: bool) -> bool:
        """True where there is something to write and nothing forbids it."""
        if self.plan.empty and not self.remembering:
            return False
        return not self.reading.blocked and (skip_errors or not self.problems)

    def rejected(self) -> Iterator[RejectedRows]:
        """The bad rows of each table; nothing while a heading must be cleared up first."""
        if self.reading.blocked:
            return
        tables = zip(self.reading.sheets, self.reading.files, self.problems_of_files(), strict=True)
        for sheet, file, problems in tables:
            wrong = [problem for problem in problems if problem.row]
            wrong += [problem for row in file.left_out for problem in row.problems]
            if wrong:
                yield RejectedRows(sheet, file, wrong)

    @property
    def incomplete(self) -> bool:
        """True where a row does not go in, or none does."""
        return bool(self.problems) or self.left_out

    @property
    def left_out(self) -> bool:
        """True where a row is rejected because somebody asked for it."""
        return any(file.left_out for file in self.reading.files)

    def problems_of_files(self) -> list[list[Problem]]:
        """The problems of each file; of several tables of a sheet, those that stand in it."""
        tables: dict[str, list[int]] = defaultdict(list)
        for at, sheet in enumerate(self.reading.sheets):
            tables[sheet.place].append(at)
        problems: list[list[Problem]] = [[] for _ in self.reading.files]
        for problem in self.problems:
            for at in self._tables_of(problem, tables):
                problems[at].append(problem)
        return problems

    def _tables_of(self, problem: Problem, tables: Mapping[str, Sequence[int]]) -> Sequence[int]:
        """The table in which a problem stands; all where nobody said which."""
        if not problem.file:
            return range(len(self.reading.files))
        sheets, column = self.reading.sheets, position_of(problem.cell)
        holding = [
            at
            for at in tables[problem.file]
            if sheets[at].top <= problem.row and sheets[at].left <= column
        ]
        return holding[-1:]
