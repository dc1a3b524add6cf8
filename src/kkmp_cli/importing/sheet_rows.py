"""What the rows of one sheet come to: intents, problems, rows passed over, closing rows.

Never enters: how a row is read, the other files of the call.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kkmp_cli.errors import Problem, Refused
from kkmp_cli.model.area import Area
from kkmp_cli.parsing.numbers import show
from kkmp_cli.planning.intent import Intent

MOST_PROBLEMS = 200_000
"""Two columns of all kelurahan of the country."""


@dataclass(eq=False, repr=False)
class Closing:
    """The JUMLAH row: its number and cells, and how many problems stood above it.

    `since` is the row of the JUMLAH before it, `below` how many rows under it are not read;
    `on_top`: it stands directly below a heading, or is the row that names a kecamatan; `page`: the
    row with which the heading above it is repeated. Of a footer without one: the row above it,
    without cells.
    """

    row: int
    cells: Sequence[str]
    problems: int
    since: int = 0
    below: int = 0
    on_top: bool = False
    page: int = 0


class LeftOut(NamedTuple):
    """A row that is rejected because somebody asked for it: whose it is, if it names anybody, and
    what is said of it, what is wrong in it among that.
    """

    row: int
    area: Area | None
    problems: tuple[Problem, ...]


@dataclass(eq=False, repr=False)
class SheetRows:
    """What the rows of a sheet come to.

    `named`: (row, area) of all rows that were read and name a cooperative, good or bad; `passed`:
    row → mark of those that are known to say nothing new; `faulty`: what the good cells of a row
    with a bad one state; `parts`: rows that name the kecamatan of those below them; `bare`: rows
    that only name; `totals`: all JUMLAH rows, those of a part among them; `untitled`: cells without
    a heading; `held_back`: good cells of rejected rows; `next_table`: the row with which another
    table of the sheet begins; `joined`: rows on a cooperative that another table tells other fields
    of; `elsewhere`: those of them that are part of its intent; `earlier`: the intents of the tables
    before it; `left_out`: rows that are rejected because somebody asked for it.
    """

    intents: list[Intent] = field(default_factory=list)
    passed: dict[int, bytes] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    faulty: list[Intent] = field(default_factory=list)
    named: list[tuple[int, Area]] = field(default_factory=list)
    rejected: set[int] = field(default_factory=set)
    bare: set[int] = field(default_factory=set)
    parts: list[int] = field(default_factory=list)
    closing: Closing | None = None
    totals: list[Closing] = field(default_factory=list)
    untitled: int = 0
    held_back: int = 0
    next_table: int | None = None
    joined: set[int] = field(default_factory=set)
    elsewhere: set[int] = field(default_factory=set)
    earlier: list[Intent] = field(default_factory=list)
    left_out: dict[int, LeftOut] = field(default_factory=dict)

    def own_intents(self) -> list[Intent]:
        """Those that are no part of an intent of another table."""
        if not self.elsewhere:
            return self.intents
        return [intent for intent in self.intents if row_of(intent) not in self.elsewhere]

    @property
    def is_compared(self) -> bool:
        """True where sums, or another table, are held against all rows."""
        return bool(self.closing or self.totals or self.next_table)

    def count(self) -> int:
        """How many rows of data there are, good and bad."""
        nameless = self.rejected.difference(row for row, _ in self.named) if self.rejected else ()
        return len(self.named) + len(self.passed) + len(nameless)

    def reject(self, problem: Problem) -> None:
        """Its row is not imported. Raises Refused for more than `MOST_PROBLEMS`."""
        if len(self.problems) >= MOST_PROBLEMS:
            raise _too_many(self.problems[0])
        self.rejected.add(problem.row)
        self.problems.append(problem)

    def leave_out(self, why: Problem, first: int) -> None:
        """The row that was read last states nothing, whatever it holds; its problems are those from
        the `first` on. Nothing where it was no row of data.
        """
        row, problems = why.row, tuple(self.problems[first:])
        areas = [area for number, area in self.named[-1:] if number == row]
        if not areas and not problems:
            return
        self._take_out(row)
        del self.problems[first:]
        self.rejected.add(row)
        self.left_out[row] = LeftOut(row, areas[0] if areas else None, (*problems, why))

    def _take_out(self, row: int) -> None:
        """What the row that was read last stated."""
        if self.intents and row_of(self.intents[-1]) == row:
            self.held_back += len(self.intents.pop().values)
        if self.faulty and row_of(self.faulty[-1]) == row:
            self.faulty.pop()
        if self.named and self.named[-1][0] == row:
            self.named.pop()
        self.bare.discard(row)

    def forget_problems(self, first: int) -> None:
        """Those from the `first` on stand in rows that are not read after all."""
        self.rejected -= {problem.row for problem in self.problems[first:]}
        del self.problems[first:]

    def end_at(self, row: int) -> None:
        """Another table begins."""
        self.next_table = row
        self.passed = {number: mark for number, mark in self.passed.items() if number < row}

    def drop(self, rows: Collection[int], passed: Iterable[tuple[int, Area]]) -> None:
        """These rows state nothing; `passed` are the areas of those passed over among them."""
        self.named += [place for place in passed if place[0] in rows]
        self.named = [
            place for place in self.named if place[0] not in rows or place[0] in self.rejected
        ]
        self.passed = {row: mark for row, mark in self.passed.items() if row not in rows}
        self.intents = [intent for intent in self.intents if row_of(intent) not in rows]


def _too_many(first: Problem) -> Refused:
    """What nobody can mend cell by cell, told by its first one."""
    return Refused(
        f"{first.file}: lebih dari {show(MOST_PROBLEMS)} kesalahan; yang pertama di "
        f"{first.cell or f'baris {first.row}'}: {first.message}",
        first.remedy,
    )


def row_of(intent: Intent) -> int:
    """The row in which an intent stands, 0 where it stands in none."""
    return intent.source.row if intent.source else 0
