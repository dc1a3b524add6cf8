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
    they are not counted, nor are `guests`: rows of others, with their jabatan, and `unknown`: rows
    of people whose jabatan is not known, with that. `left_out` are rows that are to be rejected
    whatever they hold, `faulty` the areas of which a row is bad. `rows_of`: the rows that were
    counted or are of nobody, by area; `held_back`: those that wait for a bad one of their area.
    `differences`: numbers of JUMLAH rows that are not what was counted.
    `unread`: the row from which on nothing is read, and how many rows that are. `partial`: what is
    good goes in without what is bad.
    """

    seen: SeenList
    people: dict[Area, dict[str, int | None]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    rows: int = 0
    skipped: list[tuple[int, Area]] = field(default_factory=list)
    nobody: tuple[Area, ...] = ()
    twice: dict[int, int] = field(default_factory=dict)
    guests: dict[int, str] = field(default_factory=dict)
    unknown: dict[int, str] = field(default_factory=dict)
    left_out: list[int] = field(default_factory=list)
    faulty: set[Area] = field(default_factory=set)
    rows_of: dict[Area, list[int]] = field(default_factory=dict)
    held_back: dict[int, Area] = field(default_factory=dict)
    differences: tuple[Difference, ...] = ()
    unread: tuple[int, int] | None = None
    partial: bool = False

    @property
    def count(self) -> int:
        """How many people were counted."""
        return sum(number or 0 for organs in self.people.values() for number in organs.values())

    @property
    def uncounted(self) -> int:
        """How many people are passed over who are no pengurus or pengawas, as far as is known."""
        return len(self.guests) + len(self.unknown)

    @property
    def rejected(self) -> int:
        """How many rows do not go in: bad ones, those that wait for them, those left out."""
        bad = {problem.row for problem in self.problems}
        return len(bad.union(self.held_back, self.left_out))

    def hold_back(self) -> None:
        """Leaves the bad rows out, and with them whoever is of the area of one: its number is said
        of all at once.
        """
        self.partial = True
        for area in self.faulty:
            self.people.pop(area, None)
            self.held_back.update(dict.fromkeys(self.rows_of.get(area, ()), area))
        self.nobody = tuple(area for area in self.nobody if area not in self.faulty)
        self.skipped = [(row, area) for row, area in self.skipped if area not in self.faulty]
