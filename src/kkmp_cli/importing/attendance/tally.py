"""People of an attendance list counted so far, by cooperative. Never enters: a row, a name."""

from __future__ import annotations

from kkmp_cli.importing.attendance.attendance_row import Presence
from kkmp_cli.importing.attendance.attended import Attended
from kkmp_cli.model.area import Area


class Tally:
    """The count: `add` every row in order, then `fill` what is told of the list."""

    def __init__(self) -> None:
        self._rows = 0
        self._rows_of: dict[Area, list[int]] = {}
        self._came: dict[Area, None] = {}
        self._nobody: dict[Area, None] = {}
        self._counts: dict[Area, dict[str, int | None]] = {}
        self._persons: dict[tuple[str, ...], int] = {}
        self._twice: dict[int, int] = {}
        self._skipped: list[tuple[int, Area, bool]] = []

    def add(
        self,
        number: int,
        area: Area,
        presence: Presence,
        person: tuple[str, ...] | None,
        heads: bool,
    ) -> bool:
        """Counts a row; False for one that repeats a person, which is not counted.

        `heads`: it only names the area of the rows below it.
        """
        self._note(number, area)
        if not presence.came:
            self._skip(number, area, presence, heads)
        elif person and (first := self._persons.setdefault(person, number)) != number:
            self._twice[number] = first
            return False
        else:
            self._came[area] = None
        counts = self._counts.setdefault(area, {})
        for organ, people in presence.counts.items():
            counts[organ] = (counts.get(organ) or 0) + people
        return True

    def _note(self, number: int, area: Area) -> None:
        self._rows += 1
        self._rows_of.setdefault(area, []).append(number)

    def _skip(self, number: int, area: Area, presence: Presence, heads: bool) -> None:
        """A row of nobody, told unless others of the area count and it only heads or adds none."""
        if presence.came is False:
            self._nobody[area] = None
        self._skipped.append((number, area, not heads and not presence.counts))

    def fill(self, attended: Attended) -> None:
        """Tells what was counted."""
        attended.rows, attended.twice = self._rows, self._twice
        attended.rows_of = self._rows_of
        attended.people = {area: self._counts[area] for area in self._came}
        attended.nobody = tuple(area for area in self._nobody if area not in self._came)
        attended.skipped = [
            (row, area) for row, area, told in self._skipped if told or area not in self._came
        ]
