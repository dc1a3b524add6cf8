"""The register of a colleague as a value, and what is taken of one: statements and records.

Never enters: how it is read, a database.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from kkmp_cli.importing.import_result import ImportResult
from kkmp_cli.model.area import Area
from kkmp_cli.model.event import Event
from kkmp_cli.model.own_field import OwnField
from kkmp_cli.model.statement import ForeignRun, Statement
from kkmp_cli.model.vocabulary import Vocabulary
from kkmp_cli.parsing.excerpt import short

TITLES = {
    "pelatihan": "Pelatihan",
    "hadir": "Kehadiran",
    "target": "Target",
    "angka": "Angka",
    "tindak_lanjut": "Tindak lanjut",
}
"""What each kind of record is called."""


class ForeignRegister(NamedTuple):
    """What a register holds: its cooperatives in order of kode, what is said of each by id, the
    rows of its records by kind, who said the last word of each, the codes of its areas, when its
    runs were recorded that are taken back.
    """

    place: str
    areas: tuple[Area, ...]
    statements: Mapping[int, Sequence[Statement]]
    records: Mapping[str, Mapping[int, Mapping[str, Any]]]
    authors: Mapping[tuple[str, int], ForeignRun]
    codes: Mapping[int, str]
    vocabulary: Vocabulary
    taken_back: frozenset[str]


@dataclass(eq=False, repr=False)
class Thing:
    """A record: its id where it is here already, its row, what is new of it, each with what it was.
    `came_to` is the training of an attendance, `origin` who said what is new.
    """

    kind: str
    id: int | None
    row: dict[str, Any]
    news: dict[str, tuple[Any, Any]] = field(default_factory=dict)
    came_to: Thing | None = None
    origin: ForeignRun | None = None

    @property
    def title(self) -> str:
        """By which messages call it."""
        words = self.row.get("judul") or self.row.get("uraian") or self.row.get("indikator")
        number = f" {self.id}" if self.id else ""
        return f"{TITLES[self.kind]}{number} ({short(str(words or self.row.get('milestone')))})"


class Withdrawn(NamedTuple):
    """A statement that was taken earlier, and that its own register has undone since."""

    area: Area
    field: str
    value: str | None
    per: str
    place: str


class Taken(NamedTuple):
    """What registers come to here. `result` is the plan as of a sheet; `past`: those of its events
    that leave what holds today as it is; `origins`: by whom they are, in the order of their places
    among the files of the run, behind the registers; `new` and `altered`: records; `fields` are
    declared; `told`: what is left out, and why; `unknown`: areas that this register does not list;
    `withdrawn`: what stands here though it was undone there; `head`: of the register at hand.
    """

    registers: tuple[ForeignRegister, ...]
    result: ImportResult
    origins: tuple[ForeignRun, ...] = ()
    new: tuple[Thing, ...] = ()
    altered: tuple[Thing, ...] = ()
    past: tuple[Event, ...] = ()
    fields: tuple[OwnField, ...] = ()
    told: tuple[str, ...] = ()
    unknown: tuple[Area, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()
    head: object = None

    def origin(self, event: Event) -> ForeignRun:
        """Who said it."""
        return self.origins[event.file - len(self.registers)]

    def place(self, origin: ForeignRun) -> int:
        """The place of an origin among the files of the run."""
        return len(self.registers) + self.origins.index(origin)

    @property
    def empty(self) -> bool:
        """True where nothing would be recorded."""
        return self.result.plan.empty and not (self.new or self.altered)

    def writable(self, skip_errors: bool) -> bool:
        """True where there is something to write and nothing forbids it."""
        return not self.empty and (skip_errors or not self.result.problems)
