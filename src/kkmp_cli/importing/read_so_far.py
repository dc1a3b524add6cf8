"""What a walk over one sheet has found so far. Never enters: how a row is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

from kkmp_cli.errors import Problem
from kkmp_cli.model.area import Area
from kkmp_cli.planning.bulk import BulkIntents
from kkmp_cli.planning.intent import Intent


@dataclass(slots=True)
class Closing:
    """The JUMLAH row: its number and cells, the problems above it, and the row of the JUMLAH before
    it (`since`); of a footer without one the row above it, without cells.
    """

    row: int
    cells: Sequence[str]
    problems: int
    since: int = 0
    below: int = 0


@dataclass(slots=True)
class Found:
    """What the walk over a sheet found: `intents`, and `batches` of rows that were read together.

    `named` are (row, area) of all rows that were read and name a cooperative, good or bad;
    `passed`, row → mark, those that were passed over, since they are known to say nothing new;
    `faulty`: what the good cells of a row with a bad one state; `totals` are all JUMLAH rows, those
    of a part among them.
    """

    intents: list[Intent] = field(default_factory=list)
    batches: list[BulkIntents] = field(default_factory=list)
    passed: dict[int, bytes] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    faulty: list[Intent] = field(default_factory=list)
    named: list[tuple[int, Area]] = field(default_factory=list)
    rejected: set[int] = field(default_factory=set)
    bare: set[int] = field(default_factory=set)
    closing: Closing | None = None
    totals: list[Closing] = field(default_factory=list)
    untitled: int = 0
    held_back: int = 0

    def count(self) -> int:
        """How many rows of data there are, good and bad."""
        nameless = self.rejected.difference(row for row, _ in self.named) if self.rejected else ()
        return len(self.named) + len(self.passed) + len(nameless)

    def one_by_one(self) -> None:
        """Every row becomes an intent of its own, in the order of the rows."""
        if self.batches:
            rows = [*self.intents, *chain.from_iterable(self.batches)]
            self.intents = sorted(
                rows, key=lambda intent: intent.source.row if intent.source else 0
            )
            self.batches = []
