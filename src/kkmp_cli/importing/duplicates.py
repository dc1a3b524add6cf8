"""One cooperative in two rows of a call, in whichever files: none of them can be believed.

Never enters: a cell, what a row states.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import filterfalse
from typing import NamedTuple

from kkmp_cli.model.area import Area


class NamedRow(NamedTuple):
    """A row that names a cooperative; `bare` if it says nothing else, `hidden` in its workbook."""

    file: int
    row: int
    area: Area
    bare: bool
    hidden: bool = False


class Duplicates(NamedTuple):
    """`refused`: each row that is not the only one on its cooperative, and the others on it.

    `headings`: rows that only name the kecamatan of those below them, whose name a kelurahan bears.
    """

    refused: list[tuple[NamedRow, list[NamedRow]]]
    headings: list[NamedRow]

    def rows(self, file: int) -> set[int]:
        """The rows of a file that state nothing."""
        places = [*self.headings, *(place for place, _ in self.refused)]
        return {place.row for place in places if place.file == file}


def find(places: Iterable[NamedRow], names_kecamatan: Callable[[Area], bool]) -> Duplicates:
    """Rows of one cooperative, `places` being all of it; `names_kecamatan` as it says."""
    by_area: dict[int, list[NamedRow]] = {}
    for place in places:
        by_area.setdefault(place.area.id, []).append(place)
    return _judged(by_area.values(), names_kecamatan)


def _judged(
    groups: Iterable[list[NamedRow]], names_kecamatan: Callable[[Area], bool]
) -> Duplicates:
    duplicates = Duplicates([], [])
    for rows in groups:
        headings = [place for place in rows if place.bare and names_kecamatan(place.area)]
        if len(headings) < len(rows):
            duplicates.headings.extend(headings)
            rows = [*filterfalse(headings.__contains__, rows)]
        duplicates.refused.extend(_each_with_others(rows))
    return duplicates


def _each_with_others(rows: Sequence[NamedRow]) -> Iterator[tuple[NamedRow, list[NamedRow]]]:
    for place in rows if len(rows) > 1 else ():
        yield place, [other for other in rows if other is not place]


def others_of(place: NamedRow, others: Iterable[NamedRow], files: Sequence[str]) -> str:
    """Where the others stand: `baris 7, baris 9 berkas cideng.csv`; `files` are their names."""
    return ", ".join(
        f"baris {other.row}"
        + (" (tersembunyi)" if other.hidden else "")
        + (f" berkas {files[other.file]}" if files[other.file] != files[place.file] else "")
        for other in others
    )


def remedy_of(place: NamedRow, others: Sequence[NamedRow]) -> str:
    """What to do; a row that the workbook hides must be shown before anybody can mend it."""
    hidden = sorted({row.row for row in (place, *others) if row.hidden})
    if not hidden:
        return "Gabungkan menjadi satu baris."
    rows = ", ".join(map(str, hidden))
    return (
        f"Baris {rows} tersembunyi: tampilkan (klik kanan pada nomor baris di sekitarnya, Unhide), "
        f"lalu hapus baris yang tidak berlaku."
    )
