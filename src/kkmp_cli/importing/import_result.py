"""What an import came to: what was read, the plan, what is in the way, and what was rejected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from kkmp_cli.errors import Problem
from kkmp_cli.importing.form import Returned
from kkmp_cli.importing.maps import Map
from kkmp_cli.importing.read_result import ReadResult, Understanding
from kkmp_cli.model.area import Area
from kkmp_cli.planning.intent import ADDED, Plan

if TYPE_CHECKING:
    from kkmp_cli.sheets import Sheet


class RejectedRows(NamedTuple):
    """What was rejected of one sheet: the sheet, what was understood of it, and its problems."""

    sheet: Sheet
    file: Understanding
    problems: Sequence[Problem]


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What was read, the plan, who is not in the files; `run` None where nothing was written.

    `absent` is told for each file. `remembering` are the maps of this call that the register is to
    remember and does not yet.
    """

    reading: ReadResult
    plan: Plan
    absent: tuple[tuple[Area, ...], ...]
    run: int | None = None
    forms: Mapping[int, Returned] = field(default_factory=dict)
    remembering: tuple[Map, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems: of the cells, then of what they would do to the register."""
        return (*self.reading.problems, *self.plan.problems)

    @property
    def touched(self) -> int:
        """How many cooperatives would change."""
        return sum(bool(row.events) for row in self.plan.results)

    @property
    def work(self) -> int:
        """How many rows of the register are to be written: one for what is new, two for what is
        changed.
        """
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

    def rejected(self, sheets: Sequence[Sheet]) -> Iterator[RejectedRows]:
        """The bad rows of these sheets, which were read; nothing while a heading must be cleared up
        first.
        """
        wrong: dict[str, list[Problem]] = {}
        for problem in () if self.reading.blocked else self.problems:
            if problem.row:
                wrong.setdefault(problem.file, []).append(problem)
        for at, sheet in enumerate(sheets):
            read = self.forms[at].sheet if at in self.forms else sheet
            if read.place in wrong:
                yield RejectedRows(read, self.reading.files[at], wrong[read.place])
