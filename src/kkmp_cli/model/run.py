"""The history as frozen values: one writing command, and what it changed. Never: a database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from kkmp_cli.model.statement import ForeignRun, origin_of

COOPERATIVE = "koperasi"
"""The entity of a change that concerns a cooperative."""
CELL = "sel"
"""The entity of what says that a cell of a file was read as somebody corrected it: its field is the
cell, old what stands in the file, new as what it was read; both empty where they are of a person.
"""
REGISTERED = "terdaftar"
"""The pseudo-field of the change that registers a cooperative."""
WHOLE = "*"
"""The field of an event that makes a record (old empty) or takes it out (new empty), as JSON."""

FORGETTING = "kkmp forget"
"""Begins the command of a run that took personal values out for good, which is never undone."""

AsKnown = date | int
"""As the register knew it at the end of a day in Asia/Jakarta, or right after a run."""

RecordedValue = tuple[int, str, str | None, str]
"""What was said of a cooperative: its id, field, value (None empties it) and ISO day."""


class Head(NamedTuple):
    """A run and its digest, which covers all runs before it: the head of the history up to there.

    Of one that was read, the digest may be its beginning, and the run 0 where it was not told.
    """

    run: int
    digest: str

    def __str__(self) -> str:
        return f"{self.run}-{self.digest}"

    @property
    def short(self) -> str:
        """As it is printed on packets and behind what was written."""
        return f"{self.run}-{self.digest[:_SHORT]}"


_SHORT = 16
"""Letters of a digest that nobody finds again by trying."""


class RecordedEvent(NamedTuple):
    """A change as the history holds it; `kode`, `name`: whose; `file`, `row`: from where; `origin`:
    who said it in another register, where it was taken out of one.
    """

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
    origin: ForeignRun | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """One writing command; `undoes`: the run it took back; `in_force`: not undone itself; `digest`:
    of it and of all before.
    """

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
    digest: str = ""

    @property
    def named_files(self) -> tuple[str, ...]:
        """The files themselves, without the runs of the registers among them."""
        return tuple(name for name in self.files if origin_of(name) is None)

    @property
    def head(self) -> Head:
        """By which `check --kepala` knows the history up to this run."""
        return Head(self.id, self.digest)

    @property
    def forgets(self) -> bool:
        """True where it took personal values out for good."""
        return self.command.startswith(f"{FORGETTING} ")
