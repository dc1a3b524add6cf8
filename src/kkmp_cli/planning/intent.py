"""The objects between somebody's word and the register: an intent, its changes, and a whole plan.

`add`, `update`, `import` and `undo` differ only in how they make these; a preview, a run and its
history are the same objects, so they cannot disagree. How an intent becomes changes is in
`planning.plan`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import chain
from operator import and_, not_
from types import MappingProxyType
from typing import NamedTuple

from kkmp_cli.errors import Problem
from kkmp_cli.model.area import Area
from kkmp_cli.model.event import Event, Events

ADDED, CHANGED, CONFIRMED = "tambah", "ubah", "dikonfirmasi"
SAME, STALE, CONFLICT, REJECTED = "sama", "usang", "konflik", "ditolak"
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


@dataclass(frozen=True, slots=True)
class BulkIntents:
    """What many rows of one file say, each of another cooperative, as a column for each field.

    `columns` has a canonical text for each of `areas`, empty where the row says nothing of it;
    `pers`, by state field, the ISO days that override `per`, empty where none does. `sources` tells
    where each row stands, or nothing.
    """

    areas: Sequence[Area]
    fields: tuple[str, ...]
    columns: tuple[Sequence[str], ...]
    per: date
    explicit: bool = False
    pers: Mapping[str, Sequence[str]] = field(default_factory=dict)
    sources: Sequence[Source] | None = None

    @classmethod
    def of(cls, intents: Sequence[Intent]) -> BulkIntents:
        """The same as these intents, which share their file and their day; none of them empties a
        field.
        """
        fields = tuple(dict.fromkeys(chain.from_iterable(intent.values for intent in intents)))
        states = dict.fromkeys(chain.from_iterable(intent.pers for intent in intents))
        sources = [intent.source for intent in intents if intent.source]
        first = intents[0]
        return cls(
            [intent.area for intent in intents],
            fields,
            tuple([intent.values.get(name) or "" for intent in intents] for name in fields),
            first.per,
            first.explicit,
            {name: [intent.pers.get(name, "") for intent in intents] for name in states},
            sources if len(sources) == len(intents) else None,
        )

    def __len__(self) -> int:
        return len(self.areas)

    def __iter__(self) -> Iterator[Intent]:
        """Each row as an intent of its own."""
        return map(self.one, range(len(self)))

    def one(self, at: int) -> Intent:
        """A row as an intent of its own."""
        values = {
            name: column[at]
            for name, column in zip(self.fields, self.columns, strict=True)
            if column[at]
        }
        pers = {name: days[at] for name, days in self.pers.items() if days[at]}
        source = self.sources[at] if self.sources else None
        return Intent(self.areas[at], values, self.per, self.explicit, pers, source)

    def silent(self, *fields: str) -> int:
        """How many rows say nothing of any of these fields."""
        silent: Sequence[bool] = [True] * len(self)
        for name, column in zip(self.fields, self.columns, strict=True):
            if name in fields:
                silent = [*map(and_, silent, map(not_, column))]
        return sum(silent)


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
