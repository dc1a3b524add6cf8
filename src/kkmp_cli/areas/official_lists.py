"""The official area list as a file → its kelurahan and desa, and how they differ from those of a
register.

Flat (`kode,kelurahan,kecamatan,kota,provinsi`) or hierarchical (`kode,nama`, one row per level).
Nothing is guessed: a code that seems to have changed is told, not followed. Writes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kkmp_cli.errors import CellError, Problem, Refused
from kkmp_cli.milestones import FIRST_BOOK_YEAR
from kkmp_cli.model.area import Area, is_provisional
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.text import clean, match_key

NAMES = ("kelurahan", "kecamatan", "kota", "provinsi")
"""What an area is called, from the smallest to the largest."""

_FLAT, _LEVELS = ("kode", *NAMES), ("kode", "nama")
"""The columns of a list with a row for each area, and of one with a row for every level."""
_FULL = 13
"""The length of the code of a kelurahan or desa."""
_CODE = re.compile(r"\d\d(?:\.\d\d(?:\.\d\d(?:\.[123]\d{3})?)?)?", re.ASCII)
_DIGITS = re.compile(r"(\d\d)(\d\d)?(\d\d)?(\d{4})?", re.ASCII)
_COLUMNS = "Kolomnya kode,kelurahan,kecamatan,kota,provinsi, atau kode,nama."
_HEADING_DEPTH = 20


Row = tuple[int, Sequence[str]]


class ListedArea(NamedTuple):
    """One kelurahan or desa of a file."""

    kode: str
    kelurahan: str
    kecamatan: str
    kota: str
    provinsi: str


class ListDifference(NamedTuple):
    """What a file says otherwise. `recoded`: a registered area is gone, its name has come."""

    added: tuple[ListedArea, ...]
    renamed: tuple[tuple[Area, ListedArea], ...]
    vanished: tuple[Area, ...]
    recoded: tuple[tuple[Area, ListedArea], ...]


@dataclass
class _ListReading:
    file: str
    entries: dict[str, ListedArea] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def blame(self, row: int, column: str, content: str, error: CellError) -> None:
        shown, file = short(content), self.file
        self.problems.append(
            Problem(row, column, "", shown, error.message, error.remedy, file=file)
        )

    def add(self, row: int, entry: ListedArea) -> None:
        first = self.entries.setdefault(entry.kode, entry)
        if first is not entry:
            message = f"kode ini juga milik {first.kelurahan}"
            self.blame(row, "kode", entry.kode, CellError(message, "Hapus salah satu barisnya."))


def read(rows: Iterable[Row], file: str) -> tuple[list[ListedArea], list[Problem]]:
    """The entries ordered by kode, and every row that cannot be used.

    Raises Refused for a file whose columns are not those of an area list.
    """
    rows = list(rows)
    columns, first = _columns(rows, file)
    reading = _ListReading(file)
    body = [
        (number, cells) for number, cells in rows[first:] if any(cell.strip() for cell in cells)
    ]
    if "nama" in columns:
        _read_levels(body, columns, reading)
    else:
        _read_flat(body, columns, reading)
    if not reading.entries and not reading.problems:
        raise Refused(
            f"{file} tidak berisi kelurahan atau desa.",
            "Kode kelurahan/desa berbentuk 31.71.02.1002.",
        )
    return [reading.entries[kode] for kode in sorted(reading.entries)], reading.problems


def _columns(rows: Sequence[Row], file: str) -> tuple[Mapping[str, int], int]:
    """The places of the columns, and where the body begins; a file may go without a heading."""
    for at, (_, cells) in enumerate(rows[:_HEADING_DEPTH]):
        meanings = [*map(_meaning, cells)]
        for names in (_FLAT, _LEVELS):
            if {*names} <= {*meanings}:
                return {name: meanings.index(name) for name in names}, at + 1
        names = _LEVELS if len(cells) == len(_LEVELS) else _FLAT
        if len(cells) >= len(names) and _normal(cells[0]):
            return _in_order(names), at
    raise Refused(f"{file} bukan daftar wilayah.", _COLUMNS)


def _in_order(names: Sequence[str]) -> dict[str, int]:
    return {name: position for position, name in enumerate(names)}


def _meaning(cell: str) -> str | None:
    try:
        return built_in().match_heading(cell, FIRST_BOOK_YEAR) if 0 < len(cell) < 60 else None
    except CellError:
        return None


def _normal(text: str) -> str | None:
    """An official code with its dots; None for anything else."""
    text = text.strip()
    if _CODE.fullmatch(text):
        return text
    match = _DIGITS.fullmatch(text)
    if not match:
        return None
    dotted = ".".join(part for part in match.groups() if part)
    return dotted if _CODE.fullmatch(dotted) else None


def _texts(
    body: Iterable[Row], columns: Mapping[str, int], reading: _ListReading
) -> Iterator[tuple[int, list[str]]]:
    """The cells of each row in the order of the columns, but of those that cannot be read."""
    for number, cells in body:
        try:
            texts = (cells[at] if at < len(cells) else "" for at in columns.values())
            yield number, [*map(clean, texts)]
        except CellError as error:
            reading.blame(number, "", "", error)


def _read_flat(body: Iterable[Row], columns: Mapping[str, int], reading: _ListReading) -> None:
    for number, (code, *names) in _texts(body, columns, reading):
        kode = _normal(code)
        if kode is None or len(kode) != _FULL:
            error = CellError("bukan kode kelurahan/desa", "Bentuknya 31.71.02.1002.")
            reading.blame(number, "kode", code, error)
        elif "" in names:
            missing = NAMES[names.index("")]
            reading.blame(number, missing, "", CellError(f"{missing} kosong", "Isi namanya."))
        else:
            reading.add(number, ListedArea(kode, *names))


def _read_levels(body: Iterable[Row], columns: Mapping[str, int], reading: _ListReading) -> None:
    names: dict[str, str] = {}
    places: list[tuple[int, str]] = []
    for number, (code, name) in _texts(body, columns, reading):
        kode = _normal(code)
        if kode is None or not name:
            _blame_level(number, code, kode, reading)
        else:
            names[kode] = name
            places.append((number, kode))
    for number, kode in places:
        if len(kode) == _FULL:
            _add_lowest(number, kode, names, reading)


def _add_lowest(number: int, kode: str, names: Mapping[str, str], reading: _ListReading) -> None:
    """A kelurahan or desa, below the levels that have these names."""
    levels = (kode, kode[:8], kode[:5], kode[:2])
    if lost := next((code for code in levels if code not in names), None):
        message = f"tidak ada baris {lost} di berkas ini"
        reading.blame(number, "kode", kode, CellError(message, "Tambahkan baris induknya."))
    else:
        reading.add(number, ListedArea(kode, *map(names.__getitem__, levels)))


def _blame_level(number: int, code: str, kode: str | None, reading: _ListReading) -> None:
    remedy = "Bentuknya 31, 31.71, 31.71.02 atau 31.71.02.1002, diikuti namanya."
    if kode is None:
        reading.blame(number, "kode", code, CellError("bukan kode wilayah", remedy))
    else:
        reading.blame(number, "nama", "", CellError("nama kosong", remedy))


def compare(
    entries: Sequence[ListedArea], areas: Sequence[Area], registered: frozenset[int]
) -> ListDifference:
    """How a list differs from the areas held; `registered` are the ids of those that have a
    cooperative.

    Only the kota of the file are looked at (all of a province of which it holds several); a
    provisional code has never been in an official list and does not vanish.
    """
    by_code = {area.kode: area for area in areas}
    added = [entry for entry in entries if entry.kode not in by_code]
    vanished = tuple(_vanished(areas, entries))
    recoded = tuple(_recoded(added, [area for area in vanished if area.id in registered]))
    moved = {entry for _, entry in recoded}
    new = tuple(entry for entry in added if entry not in moved)
    return ListDifference(new, tuple(_renamed(by_code, entries)), vanished, recoded)


def _renamed(
    by_code: Mapping[str, Area], entries: Iterable[ListedArea]
) -> Iterator[tuple[Area, ListedArea]]:
    for entry in entries:
        area = by_code.get(entry.kode)
        if area and names_of(area) != entry[1:]:
            yield area, entry


def _vanished(areas: Iterable[Area], entries: Sequence[ListedArea]) -> Iterator[Area]:
    """The areas of which the file speaks, but which it does not list."""
    scope, listed = _scope(entries), {entry.kode for entry in entries}
    for area in areas:
        within = area.kode.startswith(scope) and not is_provisional(area.kode)
        if within and area.kode not in listed:
            yield area


def names_of(area: Area) -> tuple[str, str, str, str]:
    """The four names of an area, in the order of `NAMES`."""
    return area.kelurahan, area.kecamatan, area.kota, area.provinsi


def _scope(entries: Sequence[ListedArea]) -> tuple[str, ...]:
    kota: dict[str, set[str]] = {}
    for entry in entries:
        kota.setdefault(entry.kode[:2], set()).add(entry.kode[:5])
    return tuple(
        f"{code}."
        for province, codes in kota.items()
        for code in ((province,) if len(codes) > 1 else codes)
    )


def _recoded(
    added: Sequence[ListedArea], vanished: Sequence[Area]
) -> Iterator[tuple[Area, ListedArea]]:
    """A registered area that is gone, and the only new one of its kota that bears its name."""
    by_name: dict[tuple[str, str], list[ListedArea]] = {}
    for entry in added:
        by_name.setdefault((entry.kode[:5], match_key(entry.kelurahan)), []).append(entry)
    for area in vanished:
        recoded = by_name.get((area.kota_code, match_key(area.kelurahan)), [])
        if len(recoded) == 1:
            yield area, recoded[0]
