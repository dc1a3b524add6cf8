"""What a walk over an attendance list has found. Never enters: how a row is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from kkmp_cli.errors import Problem
from kkmp_cli.importing.attendance.attendance_headings import Understood
from kkmp_cli.importing.sheet_totals import Difference
from kkmp_cli.model.area import Area


class SeenList(NamedTuple):
    """What was made of the file, before any row: its name, its sheet and its columns."""

    file: str
    sheet: str | None
    passed_over: tuple[str, ...]
    columns: Understood


@dataclass
class Attended:
    """What a list says: by area, how many of each organ (None: present, number not said); and what
    is wrong.

    `rows` are how many name a cooperative. `skipped` are those of whom nobody came, or that state
    nothing; `nobody`: the areas of which a row says that none came, and no other row that any did.
    `twice` are rows with a name that repeat a person of the same area, each with the earlier row;
    they are not counted, nor are `guests`: rows of others, with their jabatan. `differences`:
    numbers of JUMLAH rows that are not what was counted.
    `unread`: the row from which on nothing is read, and how many rows that are.
    """

    seen: SeenList
    people: dict[Area, dict[str, int | None]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    rows: int = 0
    skipped: list[tuple[int, Area]] = field(default_factory=list)
    nobody: tuple[Area, ...] = ()
    twice: dict[int, int] = field(default_factory=dict)
    guests: dict[int, str] = field(default_factory=dict)
    differences: tuple[Difference, ...] = ()
    unread: tuple[int, int] | None = None

    @property
    def count(self) -> int:
        """How many people were counted."""
        return sum(number or 0 for organs in self.people.values() for number in organs.values())
