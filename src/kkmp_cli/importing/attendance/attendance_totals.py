"""What the JUMLAH rows of an attendance list state beside what was counted above them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kkmp_cli.errors import CellError
from kkmp_cli.importing.attendance.attendance_headings import COUNTS, JUMLAH, ListColumn
from kkmp_cli.importing.sheet_totals import Difference
from kkmp_cli.parsing import numbers, state_words
from kkmp_cli.sheets.sheet import cell_name

_ABSENT = re.compile(r"\b(?:tidak|tdk)\b", re.IGNORECASE)


class Totals:
    """The people counted, and where a JUMLAH row disagrees with all and with those of its part."""

    def __init__(self, columns: Iterable[ListColumn]) -> None:
        self._columns = [column for column in columns if column.name in COUNTS]
        self._all: Counter[str] = Counter()
        self._part: Counter[str] = Counter()
        self._closed = False
        self._differences: list[Difference] = []

    def count(self, people: Mapping[str, int]) -> None:
        """The people of one row, by organ. What follows a JUMLAH row is another part."""
        if self._closed:
            self._part.clear()
            self._closed = False
        for counted in (self._all, self._part):
            counted.update(people)
            counted[JUMLAH] += sum(people.values())

    def close(self, number: int, cells_of_row: Sequence[str]) -> None:
        """A JUMLAH row; below another it is that of the whole. One of the absent says nothing."""
        whole, self._closed = self._closed, True
        if not any(_ABSENT.search(text) for text in cells_of_row):
            self._differences += self._compared(number, cells_of_row, whole)

    def differences(self) -> tuple[Difference, ...]:
        """In the order of the rows."""
        return tuple(self._differences)

    def _compared(self, number: int, row: Sequence[str], whole: bool) -> Iterator[Difference]:
        for at, heading, name in self._columns:
            stated = _stated(row[at] if at < len(row) else "")
            everybody, part = self._all[name], self._part[name]
            if stated is not None and stated not in (everybody, part):
                place, read = cell_name(at, number), everybody if whole else part
                yield Difference(number, heading, place, name, stated, read)


def _stated(text: str) -> int | None:
    if state_words.states_nothing(text.strip()):
        return None
    try:
        return int(numbers.read_count(text))
    except CellError:
        return None
