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
from kkmp_cli.model import vocabulary
from kkmp_cli.model.area import Area, is_provisional
from kkmp_cli.parsing.text import clean, match_key

NAMES = ("kelurahan", "kecamatan", "kota", "provinsi")
"""What an area is called, from the smallest to the largest."""

_CODE = re.compile(r"\d\d(?:\.\d\d(?:\.\d\d(?:\.[123]\d{3})?)?)?", re.ASCII)
_DIGITS = re.compile(r"(\d\d)(\d\d)?(\d\d)?(\d{4})?", re.ASCII)
_HEADING_DEPTH = 20


class Entry(NamedTuple):
    """One kelurahan or desa of a file."""

    kode: str
    kelurahan: str
    kecamatan: str
    kota: str
    provinsi: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What a file says otherwise. `recoded`: an area with a cooperative is gone, and one of its
    name has come.
    """

    added: tuple[Entry, ...]
    renamed: tuple[tuple[Area, Entry], ...]
    vanished: tuple[Area, ...]
    recoded: tuple[tuple[Area, Entry], ...]


@dataclass
class _Reading:
    file: str
    entries: dict[str, Entry] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def blame(self, row: int, column: str, content: str, message: str, remedy: str) -> None:
        self.problems.append(Problem(row, column, "", content[:80], message, remedy, self.file))

    def add(self, row: int, entry: Entry) -> None:
        held = self.entries.setdefault(entry.kode, entry)
        if held is not entry:
            self.blame(
                row,
                "kode",
                entry.kode,
                f"kode ini juga milik {held.kelurahan}",
                "Hapus salah satu barisnya.",
            )


def read(rows: Iterable[tuple[int, Sequence[str]]], file: str) -> tuple[list[Entry], list[Problem]]:
    """The entries ordered by kode, and every row that cannot be used.

    Raises Refused for a file whose columns are not those of an area list.
    """
    rows = list(rows)
    columns, first = _columns(rows, file)
    reading = _Reading(file)
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


def _columns(rows: Sequence[tuple[int, Sequence[str]]], file: str) -> tuple[Mapping[str, int], int]:
    """The places of the columns, and where the body begins; a file may go without a heading."""
    for at, (_, cells) in enumerate(rows[:_HEADING_DEPTH]):
        found: dict[str, int] = {}
        for position, cell in enumerate(cells):
            found.setdefault(_meaning(cell) or "", position)
        if "kode" in found and set(NAMES) <= found.keys():
            return {name: found[name] for name in ("kode", *NAMES)}, at + 1
        if "kode" in found and "nama" in found:
            return {"kode": found["kode"], "nama": found["nama"]}, at + 1
        if _normal(cells[0] if cells else ""):
            names = ("kode", "nama") if len(cells) == 2 else ("kode", *NAMES)
            if len(cells) >= len(names):
                return {name: position for position, name in enumerate(names)}, at
    raise Refused(
        f"{file} bukan daftar wilayah.",
        "Kolomnya kode,kelurahan,kecamatan,kota,provinsi, atau kode,nama.",
    )


def _meaning(cell: str) -> str | None:
    try:
        return vocabulary.match_heading(cell, FIRST_BOOK_YEAR) if 0 < len(cell) < 60 else None
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


def _cell(cells: Sequence[str], position: int) -> str:
    return clean(cells[position]) if position < len(cells) else ""


def _read_flat(
    body: Iterable[tuple[int, Sequence[str]]], columns: Mapping[str, int], reading: _Reading
) -> None:
    for number, cells in body:
        try:
            code, *names = (_cell(cells, columns[name]) for name in ("kode", *NAMES))
        except CellError as error:
            reading.blame(number, "", "", error.message, error.remedy)
            continue
        kode = _normal(code)
        if kode is None or len(kode) != 13:
            reading.blame(
                number, "kode", code, "bukan kode kelurahan/desa", "Bentuknya 31.71.02.1002."
            )
        elif missing := next(
            (name for name, text in zip(NAMES, names, strict=True) if not text), None
        ):
            reading.blame(number, missing, "", f"{missing} kosong", "Isi namanya.")
        else:
            reading.add(number, Entry(kode, *names))


def _read_levels(
    body: Iterable[tuple[int, Sequence[str]]], columns: Mapping[str, int], reading: _Reading
) -> None:
    above: dict[str, str] = {}
    places: list[tuple[int, str, str]] = []
    for number, cells in body:
        try:
            code, name = _cell(cells, columns["kode"]), _cell(cells, columns["nama"])
        except CellError as error:
            reading.blame(number, "", "", error.message, error.remedy)
            continue
        kode = _normal(code)
        if kode is None or not name:
            column, content = ("kode", code) if kode is None else ("nama", "")
            reading.blame(
                number,
                column,
                content,
                "bukan kode wilayah" if kode is None else "nama kosong",
                "Bentuknya 31, 31.71, 31.71.02 atau 31.71.02.1002, diikuti namanya.",
            )
        elif len(kode) == 13:
            places.append((number, kode, name))
        else:
            above[kode] = name
    for number, kode, name in places:
        lost = next((code for code in (kode[:8], kode[:5], kode[:2]) if code not in above), None)
        if lost is None:
            reading.add(
                number, Entry(kode, name, above[kode[:8]], above[kode[:5]], above[kode[:2]])
            )
        else:
            reading.blame(
                number,
                "kode",
                kode,
                f"tidak ada baris {lost} di berkas ini",
                "Tambahkan baris induknya.",
            )


def compare(
    entries: Sequence[Entry], held: Sequence[Area], registered: frozenset[int]
) -> Difference:
    """How a list differs from the areas held; `registered` are the ids of those that have a
    cooperative.

    Only the kota of the file are looked at (all of a province of which it holds several); a
    provisional code has never been in an official list and does not vanish.
    """
    by_code = {area.kode: area for area in held}
    listed = {entry.kode for entry in entries}
    added = [entry for entry in entries if entry.kode not in by_code]
    renamed = [
        (area, entry)
        for entry in entries
        if (area := by_code.get(entry.kode)) and names_of(area) != entry[1:]
    ]
    scope = _scope(entries)
    within = (
        area for area in held if area.kode.startswith(scope) and not is_provisional(area.kode)
    )
    vanished = [area for area in within if area.kode not in listed]
    recoded = tuple(_recoded(added, [area for area in vanished if area.id in registered]))
    moved = {entry.kode for _, entry in recoded}
    return Difference(
        tuple(entry for entry in added if entry.kode not in moved),
        tuple(renamed),
        tuple(vanished),
        recoded,
    )


def names_of(area: Area) -> tuple[str, str, str, str]:
    """The four names of an area, in the order of `NAMES`."""
    return area.kelurahan, area.kecamatan, area.kota, area.provinsi


def _scope(entries: Sequence[Entry]) -> tuple[str, ...]:
    kota: dict[str, set[str]] = {}
    for entry in entries:
        kota.setdefault(entry.kode[:2], set()).add(entry.kode[:5])
    return tuple(
        f"{code}."
        for province, codes in kota.items()
        for code in ((province,) if len(codes) > 1 else codes)
    )


def _recoded(added: Sequence[Entry], vanished: Sequence[Area]) -> Iterator[tuple[Area, Entry]]:
    """An area with a cooperative that is gone, and the only new one of its kota that bears its
    name.
    """
    by_name: dict[tuple[str, str], list[Entry]] = {}
    for entry in added:
        by_name.setdefault((entry.kode[:5], match_key(entry.kelurahan)), []).append(entry)
    for area in vanished:
        found = by_name.get((area.kota_code, match_key(area.kelurahan)), [])
        if len(found) == 1:
            yield area, found[0]
