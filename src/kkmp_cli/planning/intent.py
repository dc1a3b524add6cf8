"""The objects between somebody's word and the register: an intent, its events, and a whole plan.

`add`, `update`, `import` and `undo` differ only in how they make these; a preview, a run and its
history are the same objects, so they cannot disagree. Never enters: how an intent becomes events.
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
from kkmp_cli.model.statement import ForeignRun
from kkmp_cli.model.vocabulary import Field, Vocabulary

ADDED, CHANGED, CONFIRMED = "tambah", "ubah", "dikonfirmasi"
SAME, STALE, CONFLICT, REJECTED = "sama", "usang", "konflik", "ditolak"
NumberKey = tuple[str, str, str]
"""State field, bank or empty, number."""
Numbers = Mapping[NumberKey, Area]
"""Where the cooperative is that holds a number."""
OUTCOMES = (ADDED, CHANGED, CONFIRMED, SAME, STALE, CONFLICT, REJECTED)
"""What can become of a row; each row is counted once."""


class Source(NamedTuple):
    """Where a statement stands: the file's index and name, row and column as they are shown."""

    file: int = 0
    row: int = 0
    cells: Mapping[str, tuple[str, str]] = MappingProxyType({})
    """field name → (column heading, cell name such as `C7`)."""
    name: str = ""
    mark: bytes = b""
    """The digest of the row where it could be known again by it."""


class Intent(NamedTuple):
    """What one row or one command says of one cooperative.

    `values`: field name → canonical value, None to empty it. `pers`: field (of a milestone its
    state: `nib`, `rat_2025`) → ISO day that overrides `per` for it. `explicit` is True where
    somebody named the `per`; `adding` where its note goes behind the one that is held.
    """

    area: Area
    values: Mapping[str, str | None]
    per: date
    explicit: bool = False
    pers: Mapping[str, str] = MappingProxyType({})
    source: Source | None = None
    adding: bool = False

    def day_of(self, owner: str) -> str:
        """The ISO day of which it speaks, for the field that owns the day of another."""
        return self.pers.get(owner) or self.per.isoformat()

    def problem(self, field: Field, message: str, remedy: str) -> Problem:
        """What is wrong with its value of a field, placed as the file shows; no personal value."""
        source = self.source or Source()
        heading, cell = source.cells.get(field.name, (field.label, ""))
        return Problem(
            row=source.row,
            column=heading,
            cell=cell,
            content="" if field.personal else self.values.get(field.name) or "",
            message=message,
            remedy=remedy,
            file=source.name,
        )


class Unapplied(NamedTuple):
    """A statement that was not applied: older than what is held (`usang`) or against it
    (`konflik`). `command` would apply it; `stopped` says instead that it ran and has stopped;
    `origin`: who said it in another register.
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
    stopped: str = ""
    origin: ForeignRun | None = None


class RowResult(NamedTuple):
    """What became of one intent: its outcome and its events."""

    area: Area
    outcome: str
    events: Sequence[Event] = ()
    unapplied: tuple[Unapplied, ...] = ()
    notes: tuple[str, ...] = ()
    source: Source | None = None


@dataclass(frozen=True)
class Plan:
    """The outcome of a whole call. `events` is what a run would record, in order.

    `vocabulary` is the one of the register that it is a plan for. `passed`: file → how many rows
    were passed over; they are `sama` like those among `results`.
    """

    vocabulary: Vocabulary
    results: tuple[RowResult, ...] = ()
    problems: tuple[Problem, ...] = ()
    passed: Mapping[int, int] = field(default_factory=dict)

    @cached_property
    def events(self) -> Events:
        """All events in the order of the rows."""
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
