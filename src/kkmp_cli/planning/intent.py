"""The objects between somebody's word and the register: an intent, its changes, and a whole plan.

`add`, `update`, `import` and `undo` differ only in how they make these; a preview, a run and its
history are the same objects, so they cannot disagree. How an intent becomes changes is in
`planning.plan`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from kkmp_cli.errors import Problem
from kkmp_cli.model.area import Area
from kkmp_cli.model.bulk import Events
from kkmp_cli.model.event import Event

ADDED, CHANGED, CONFIRMED = "tambah", "ubah", "dikonfirmasi"
SAME, STALE, CONFLICT, REJECTED = "sama", "usang", "konflik", "ditolak"
NumberKey = tuple[str, str, str]
"""State field, bank or empty, number."""
Numbers = Mapping[NumberKey, Area]
"""Where the cooperative is that holds a number."""
OUTCOMES = (ADDED, CHANGED, CONFIRMED, SAME, STALE, CONFLICT, REJECTED)
"""What can become of a row; each row is counted once."""


class Source(NamedTuple):
    """Where a statement stands: the file's index in the call and its name, row and column as the
    spreadsheet shows.
    """

    file: int = 0
    row: int = 0
    cells: Mapping[str, tuple[str, str]] = MappingProxyType({})
    """field name → (column heading, cell name such as `C7`)."""
    name: str = ""
    mark: bytes = b""
    """The digest of the row where it could be known again by it."""


class Intent(NamedTuple):
    """What one row or one command says of one cooperative.

    `values`: field name → canonical value, None to empty it. `pers`: state field (`nib`,
    `rat_2025`) → ISO day that overrides `per` for that milestone. `explicit` is True where somebody
    named the `per`.
    """

    area: Area
    values: Mapping[str, str | None]
    per: date
    explicit: bool = False
    pers: Mapping[str, str] = MappingProxyType({})
    source: Source | None = None


class Unapplied(NamedTuple):
    """A statement that was not applied: older than what is held (`usang`) or against it
    (`konflik`).
    """

    outcome: str
    area: Area
    field: str
    held: str | None
    held_per: str
    stated: str | None
    per: str
    command: str = ""
    source: Source | None = None


class RowResult(NamedTuple):
    """What became of one intent: its outcome and its changes."""

    area: Area
    outcome: str
    events: Sequence[Event] = ()
    unapplied: tuple[Unapplied, ...] = ()
    notes: tuple[str, ...] = ()
    source: Source | None = None


@dataclass(frozen=True)
class Plan:
    """The outcome of a whole call. `changes` is what a run would record, in order.

    `passed`: file → how many rows were passed over; they are `sama` like those among `results`.
    """

    results: tuple[RowResult, ...] = ()
    problems: tuple[Problem, ...] = ()
    passed: Mapping[int, int] = field(default_factory=dict)

    @cached_property
    def events(self) -> Events:
        """All changes in the order of the rows."""
        return Events([result.events for result in self.results if result.events])

    @property
    def empty(self) -> bool:
        """True where nothing would be recorded."""
        return not any(result.events for result in self.results)

    def count(self, outcome: str) -> int:
        """How many rows ended so."""
        return sum(result.outcome == outcome for result in self.results) + (
            sum(self.passed.values()) if outcome == SAME else 0
        )
