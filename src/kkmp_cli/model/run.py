"""The history as frozen values: one writing command, and what it changed. Never: a database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

COOPERATIVE = "koperasi"
"""The entity of a change that concerns a cooperative."""
REGISTERED = "terdaftar"
"""The pseudo-field of the change that registers a cooperative."""
WHOLE = "*"
"""The field of an event that makes a record (old empty) or takes it out (new empty), as JSON."""

FORGETTING = "kkmp forget"
"""Begins the command of a run that took personal values out for good, which is never undone."""

RecordedValue = tuple[int, str, str | None, str]
"""What was said of a cooperative: its id, field, value (None empties it) and ISO day."""


class RecordedEvent(NamedTuple):
    """A change as the history holds it; `kode`, `name`: whose; `file`, `row`: from where."""

    entity: str
    key: int
    kode: str | None
    name: str | None
    field: str
    old: str | None
    new: str | None
    per: str
    file: str | None
    row: int


@dataclass(frozen=True, slots=True)
class Run:
    """One writing command; `undoes`: the run it took back; `in_force`: not undone itself."""

    id: int
    time: datetime
    officer: str
    command: str
    reason: str | None
    files: tuple[str, ...]
    undoes: int | None
    count: int
    in_force: bool
    events: tuple[RecordedEvent, ...] = ()

    @property
    def forgets(self) -> bool:
        """True where it took personal values out for good."""
        return self.command.startswith(f"{FORGETTING} ")
