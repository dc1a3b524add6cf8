"""One cooperative in two rows of a call, in whichever files: none of them can be believed.

Never enters: a cell, what a row states.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from itertools import chain, islice
from typing import NamedTuple

from kkmp_cli.model.area import Area
from kkmp_cli.parsing.numbers import show
from kkmp_cli.parsing.text import match_key

_TOLD = 5
"""So many other rows are named with each row, or what is said would grow with their square."""


class NamedRow(NamedTuple):
    """A row that names a cooperative; `bare` if it says nothing else, `hidden` in its workbook."""

    file: int
    row: int
    area: Area
    bare: bool
    hidden: bool = False


class Duplicates(NamedTuple):
    """`refused`: the rows on one cooperative, of which each is not the only one.

    `headings`: rows that only name the kecamatan of those below them, whose name a kelurahan bears.
    """

    refused: list[Sequence[NamedRow]]
    headings: list[NamedRow]

    def rows(self) -> dict[int, set[int]]:
        """File → its rows that state nothing."""
        rows: dict[int, set[int]] = {}
        for place in chain(self.headings, *self.refused):
            rows.setdefault(place.file, set()).add(place.row)
        return rows


def find(places: Iterable[NamedRow], kecamatan: Container[tuple[str, str]]) -> Duplicates:
    """Rows of one cooperative, `places` being all of it; `kecamatan` by kota and key of name."""
    by_area: dict[int, list[NamedRow]] = {}
    for place in places:
        by_area.setdefault(place.area.id, []).append(place)
    return _judged(by_area.values(), kecamatan)


def _judged(groups: Iterable[list[NamedRow]], kecamatan: Container[tuple[str, str]]) -> Duplicates:
    duplicates = Duplicates([], [])
    for rows in groups:
        area = rows[0].area
        heads = (area.kota_code, match_key(area.kelurahan)) in kecamatan
        headings = [place for place in rows if heads and place.bare]
        if len(headings) < len(rows):
            duplicates.headings.extend(headings)
            rows = [place for place in rows if not (heads and place.bare)]
        if len(rows) > 1:
            duplicates.refused.append(rows)
    return duplicates


def others_of(place: NamedRow, alike: Sequence[NamedRow], files: Sequence[str]) -> str:
    """Where the others of `alike` stand, the first ones by their place: `baris 7, baris 9 berkas
    cideng.csv`; `files` are their names.
    """
    places = [
        f"baris {other.row}"
        + (" (tersembunyi)" if other.hidden else "")
        + (f" berkas {files[other.file]}" if files[other.file] != files[place.file] else "")
        for other in islice((other for other in alike if other is not place), _TOLD)
    ]
    return _listed(places, len(alike) - 1)


def _listed(places: Sequence[str], count: int) -> str:
    """The first ones, and how many there are more."""
    more = f" dan {show(count - len(places))} baris lain" if count > len(places) else ""
    return ", ".join(places) + more


def remedy_of(alike: Sequence[NamedRow]) -> str:
    """What to do; a row that the workbook hides must be shown before anybody can mend it."""
    hidden = sorted({place.row for place in alike if place.hidden})
    if not hidden:
        return "Gabungkan menjadi satu baris."
    rows = _listed([*map(str, hidden[:_TOLD])], len(hidden))
    return (
        f"Baris {rows} tersembunyi: tampilkan (klik kanan pada nomor baris di sekitarnya, Unhide), "
        f"lalu hapus baris yang tidak berlaku."
    )
