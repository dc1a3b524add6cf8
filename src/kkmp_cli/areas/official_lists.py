"""The official area list as a file → its kelurahan and desa, and how they differ from those of a
register.

Flat (`kode,kelurahan,kecamatan,kota,provinsi`) or hierarchical (`kode,nama`, one row per level).
Nothing is guessed: a code that seems to have changed is told, not followed. Writes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from kkmp_cli.errors import CellError, Problem, Refused
from kkmp_cli.milestones import FIRST_BOOK_YEAR
from kkmp_cli.model.area import Area, is_provisional
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.text import clean, match_key

NAMES = ("kelurahan", "kecamatan", "kota", "provinsi")
"""What an area is called, from the smallest to the largest."""

COLUMNS = ("kode", *NAMES, "nama")
"""What a column of a list can be."""
_FLAT, _LEVELS = ("kode", *NAMES), ("kode", "nama")
"""The columns of a list with a row for each area, and of one with a row for every level."""
_FULL = 13
"""The length of the code of a kelurahan or desa."""
_CODE = re.compile(r"\d\d(?:\.\d\d(?:\.\d\d(?:\.[123]\d{3})?)?)?", re.ASCII)
_DIGITS = re.compile(r"(\d\d)(\d\d)?(\d\d)?(\d{4})?", re.ASCII)
_COLUMNS = "Kolomnya kode,kelurahan,kecamatan,kota,provinsi, atau kode,nama."
_HEADING_DEPTH = 20
NO_MAPS: Mapping[str, str] = MappingProxyType({})
"""No heading means anything but what is known of it."""
_ROUNDED = r"(?a)\d[.,]?\d*[eE]\+?\d+"
_AS_NUMBER = r"(?a)\d{2}[.,]\d|\d{6,13}[.,]0+|\d{2}[.,]\d{3,}"
_AS_DATE = r"(?a)\d{1,4}[/-]\d{1,2}[/-]\d{1,4}(?: .*)?|\d{1,2}[ -][A-Za-z]{3,}[ -]\d{2,4}"
REASON = "Alasan ditolak"
"""The last column of a file of rejected rows."""


Row = tuple[int, Sequence[str]]


class ListedArea(NamedTuple):
    """One kelurahan or desa of a file."""

    kode: str
    kelurahan: str
    kecamatan: str
    kota: str
    provinsi: str


class ListDifference(NamedTuple):
    """What a file says otherwise. `recoded`: a registered area is gone, its name has come.
    `registered` are the ids of the renamed areas that have a cooperative.
    """

    added: tuple[ListedArea, ...]
    renamed: tuple[tuple[Area, ListedArea], ...]
    vanished: tuple[Area, ...]
    recoded: tuple[tuple[Area, ListedArea], ...]
    registered: frozenset[int] = frozenset()

    @property
    def concerning(self) -> tuple[tuple[Area, ListedArea], ...]:
        """The new names of areas that have a cooperative."""
        return tuple(pair for pair in self.renamed if pair[0].id in self.registered)


class ListTable(NamedTuple):
    """Where the columns stand, by name, the row of the heading (0 without one), and its cells."""

    columns: Mapping[str, int]
    heading_row: int
    heading: Sequence[str]

    @property
    def of_rejected(self) -> bool:
        """True for a file of rejected rows that came back."""
        return match_key(REASON) in map(match_key, self.heading)


class AreaListing(NamedTuple):
    """A list as it was read: its entries by kode, every row that cannot be used, its columns."""

    entries: list[ListedArea]
    problems: list[Problem]
    table: ListTable


class NoAreaList(Refused):
    """A file whose columns are not those of an area list; `table` is the row that comes nearest."""

    def __init__(self, file: str, table: ListTable | None) -> None:
        remedy = f'{_COLUMNS} Bila judulnya lain: --map "JUDUL KOLOM=kecamatan".'
        super().__init__(f"{file} bukan daftar wilayah.", remedy)
        self.table = table

    @property
    def missing(self) -> tuple[str, ...]:
        """The columns that nobody has named; none where no row looks like a heading."""
        return tuple(name for name in _FLAT if self.table and name not in self.table.columns)


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


def read(rows: Iterable[Row], file: str, maps: Mapping[str, str] = NO_MAPS) -> AreaListing:
    """The entries ordered by kode, and every row that cannot be used. `maps`: key of a heading →
    the column that it is.

    Raises NoAreaList for a file whose columns are not those of an area list.
    """
    rows = list(rows)
    table, first = _table(rows, file, maps)
    reading = _ListReading(file)
    _read_body(rows[first:], table.columns, reading)
    if not reading.entries and not reading.problems:
        raise Refused(
            f"{file} tidak berisi kelurahan atau desa.",
            "Kode kelurahan/desa berbentuk 31.71.02.1002.",
        )
    entries = [reading.entries[kode] for kode in sorted(reading.entries)]
    return AreaListing(entries, reading.problems, table)


def _read_body(rows: Iterable[Row], columns: Mapping[str, int], reading: _ListReading) -> None:
    body = [(number, cells) for number, cells in rows if any(cell.strip() for cell in cells)]
    if "nama" in columns:
        _read_levels(body, columns, reading)
    else:
        _read_flat(body, columns, reading)


def _table(rows: Sequence[Row], file: str, maps: Mapping[str, str]) -> tuple[ListTable, int]:
    """The columns, and where the body begins; a file may go without a heading."""
    nearest: ListTable | None = None
    for at, (number, cells) in enumerate(rows[:_HEADING_DEPTH]):
        table = _headed(number, cells, maps)
        if whole := _whole(table):
            return whole, at + 1
        names = _names_without_heading(cells)
        if names and _agrees(nearest, names):
            return ListTable(_in_order(names), 0, names), at
        if "kode" in table.columns and nearest is None:
            nearest = table
    raise NoAreaList(file, nearest)


def _whole(table: ListTable) -> ListTable | None:
    """The heading with the columns that a list needs; None where it lacks one."""
    for names in (_FLAT, _LEVELS):
        if {*names} <= table.columns.keys():
            return table._replace(columns={name: table.columns[name] for name in names})
    return None


def _names_without_heading(cells: Sequence[str]) -> Sequence[str]:
    """The columns of a row that is no heading but an area; nothing for any other row."""
    names = _LEVELS if len(cells) == len(_LEVELS) else _FLAT
    return names if len(cells) >= len(names) and _normal(cells[0]) else ()


def _agrees(heading: ListTable | None, names: Sequence[str]) -> bool:
    """True where no heading above says that a column in this order is another one."""
    columns = heading.columns if heading else {}
    return all(columns.get(name, at) == at for at, name in enumerate(names))


def _headed(number: int, cells: Sequence[str], maps: Mapping[str, str]) -> ListTable:
    """A row as the heading of a list: the first column of each name."""
    columns: dict[str, int] = {}
    for at, cell in enumerate(cells):
        if name := _meaning(cell, maps):
            columns.setdefault(name, at)
    return ListTable(columns, number, cells)


def _in_order(names: Sequence[str]) -> dict[str, int]:
    return {name: position for position, name in enumerate(names)}


def _meaning(cell: str, maps: Mapping[str, str]) -> str | None:
    if (mapped := maps.get(match_key(cell))) is not None:
        return mapped or None
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
            reading.blame(number, "kode", code, _damage(code) or error)
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
        error = CellError("bukan kode wilayah", remedy)
        reading.blame(number, "kode", code, _damage(code) or error)
    else:
        reading.blame(number, "nama", "", CellError("nama kosong", remedy))


def _damage(code: str) -> CellError | None:
    """What a spreadsheet did to a code that it took for a number or a date; None for any other."""
    text = code.strip()
    if re.fullmatch(_ROUNDED, text):
        what = "kode ini dirusak Excel: digitnya hilang"
    elif re.fullmatch(_AS_NUMBER, text):
        what = "kode ini dirusak Excel: angka 0 di ujungnya hilang, atau ada .0 di belakangnya"
    elif re.fullmatch(_AS_DATE, text):
        what = "kode ini dirusak Excel: menjadi tanggal"
    else:
        return None
    return CellError(what, "Tulis kodenya lagi sebagai teks, misalnya 31.71.02.1002.")


def parents(rows: Iterable[Row], table: ListTable, of: Collection[int]) -> Iterator[int]:
    """The rows of a list by levels that name what these rows stand below."""
    if "nama" not in table.columns:
        return
    at = table.columns["kode"]
    codes = {
        number: kode
        for number, cells in rows
        if number > table.heading_row and at < len(cells) and (kode := _normal(cells[at]))
    }
    wanted = {codes[row][:length] for row in of if row in codes for length in (2, 5, 8)}
    yield from (row for row, kode in codes.items() if kode in wanted and row not in of)


def with_names_of(entries: Iterable[ListedArea], areas: Iterable[Area]) -> list[ListedArea]:
    """The entries, those whose names differ only in case and signs with the names that are held."""
    held = {area.kode: names_of(area) for area in areas}
    return [_as_held(entry, held.get(entry.kode)) for entry in entries]


def _as_held(entry: ListedArea, names: Sequence[str] | None) -> ListedArea:
    if names is None:
        return entry
    pairs = zip(entry[1:], names, strict=True)
    alike = (old if match_key(old) == match_key(new) else new for new, old in pairs)
    return ListedArea(entry.kode, *alike)


def compare(
    entries: Sequence[ListedArea],
    areas: Sequence[Area],
    registered: frozenset[int],
    partial: bool = False,
) -> ListDifference:
    """How a list differs from the areas held; `registered` are the ids of those that have a
    cooperative. Of a `partial` list nobody can tell what has vanished.

    Only the kota of the file are looked at (all of a province of which it holds several); a
    provisional code has never been in an official list and does not vanish.
    """
    by_code = {area.kode: area for area in areas}
    added = [entry for entry in entries if entry.kode not in by_code]
    gone = tuple(_vanished(areas, entries))
    recoded = tuple(_recoded(added, [area for area in gone if area.id in registered]))
    new = _without(added, recoded)
    renamed = tuple(_renamed(by_code, entries))
    vanished = () if partial else gone
    return ListDifference(new, renamed, vanished, recoded, _concerned(renamed, registered))


def _without(
    added: Iterable[ListedArea], recoded: Iterable[tuple[Area, ListedArea]]
) -> tuple[ListedArea, ...]:
    moved = {entry for _, entry in recoded}
    return tuple(entry for entry in added if entry not in moved)


def _concerned(
    renamed: Iterable[tuple[Area, ListedArea]], registered: frozenset[int]
) -> frozenset[int]:
    return registered.intersection(area.id for area, _ in renamed)


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
