"""What each column of an attendance list means. Never enters: a row of data."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import filterfalse
from types import MappingProxyType
from typing import NamedTuple

from kkmp_cli.errors import CellError, Refused
from kkmp_cli.importing.attendance.organs import ORGANS, PENGAWAS, PENGURUS
from kkmp_cli.importing.headings.columns import REASON
from kkmp_cli.milestones import FIRST_BOOK_YEAR
from kkmp_cli.model.vocabulary import IGNORED_HEADINGS, built_in
from kkmp_cli.parsing.text import match_key
from kkmp_cli.sheets.heading_groups import Heading
from kkmp_cli.sheets.heading_words import unnumbered
from kkmp_cli.sheets.sheet import Sheet, column_letter
from kkmp_cli.sheets.table import SheetTable, find

KODE, KELURAHAN, KOPERASI = "kode", "kelurahan", "koperasi"
ORGAN, JUMLAH, NAMA, HADIR, AWAY = "organ", "jumlah", "nama", "hadir", "tidak_hadir"
KEYS = frozenset((KODE, KELURAHAN, KOPERASI))
"""The columns by which a row can name its cooperative."""
PLACES = ("kode", "kelurahan", "kecamatan", "kota", "provinsi")
COUNTS = (JUMLAH, *ORGANS)
"""The columns of numbers of people."""

_COLUMNS = {
    ORGAN: "organ|jabatan|unsur|posisi|kedudukan|jabatan di koperasi|jabatan dalam koperasi",
    JUMLAH: "jumlah|jumlah peserta|jml|jlh|total|jumlah hadir|peserta|banyaknya|orang",
    NAMA: "nama|nama peserta|nama lengkap|peserta hadir|nama hadir",
    HADIR: "hadir|kehadiran|keterangan hadir|keterangan kehadiran|ket hadir|ket kehadiran|"
    "status hadir|status kehadiran|hadir/tidak|hadir/tidak hadir|presensi|absensi",
    KELURAHAN: "asal kelurahan|kelurahan asal|utusan kelurahan",
}
_COLUMN_OF = {
    match_key(word): name for name, words in _COLUMNS.items() for word in words.split("|")
}
_PRESENCE = frozenset(("hadir", "kehadiran"))
_NOT = frozenset(("tidak", "tdk"))
_SIGNED = frozenset(
    map(match_key, ("tanda tangan", "ttd", "tandatangan", "paraf", "tanda tangan/paraf"))
)
"""Columns that say nothing which can be read."""
_SILENT = _SIGNED | IGNORED_HEADINGS | {match_key(REASON)}
_NUMBERED = frozenset(
    ("jumlah", "jml", "jlh", "total", "banyaknya", "peserta", "hadir", "kehadiran")
)
_TOTALS = frozenset(("jumlah", "jml", "jlh", "total"))
_FILLING = _NUMBERED | {
    "yang",
    "orang",
    "org",
    "unsur",
    "dari",
    "dan",
    "koperasi",
    "kkmp",
    "kdmp",
    "pelatihan",
}
"""Words that leave a heading's organ as it is: `Jumlah Pengurus yang Hadir`."""
NO_MAPS: Mapping[str, str] = MappingProxyType({})
"""No heading means anything but what is known of it."""
_UNNAMED = (
    "tidak ada kolom kelurahan atau kode.",
    'Judulnya misalnya kelurahan, jabatan, nama; bila lain: --map "JUDUL KOLOM=kelurahan".',
)
_WORDS = re.compile(r"[^\W\d_]+")


class ListColumn(NamedTuple):
    """A column that is read: its place, the words over it, and what it means."""

    position: int
    heading: str
    name: str


class Understood(NamedTuple):
    """What was made of the heading; `unknown`: letter and words of each column that is not read."""

    table: SheetTable
    columns: tuple[ListColumn, ...]
    ignored: tuple[str, ...]
    unknown: tuple[tuple[str, str], ...]

    @property
    def of_rejected(self) -> bool:
        """True for a file of rejected rows that came back."""
        return match_key(REASON) in map(match_key, self.ignored)

    @property
    def positions(self) -> Mapping[str, int]:
        """Where each column stands; that of cooperatives' names also for a missing kelurahan."""
        positions = {column.name: column.position for column in self.columns}
        if KOPERASI in positions and not positions.keys() & {KODE, KELURAHAN}:
            positions[KELURAHAN] = positions[KOPERASI]
        return positions


def meaning(heading: str, maps: Mapping[str, str] = NO_MAPS) -> str | None:
    """What a column of this heading holds, None where it is unknown or, by `maps`, not to be read.
    These have the key of a heading, and the meaning that an officer gives it.
    """
    if (mapped := maps.get(match_key(heading))) is not None:
        return mapped or None
    return _meaning(unnumbered(heading))


def _meaning(bare: str) -> str | None:
    if name := _COLUMN_OF.get(match_key(bare)):
        return name
    words = set(_WORDS.findall(bare.casefold()))
    if words & _PRESENCE and words <= _PRESENCE | _NOT | {"ya"}:
        return AWAY if words & _NOT else HADIR
    organs, rest = words & set(ORGANS), words - _FILLING - set(ORGANS)
    if organs and not rest:
        return _of_organs(organs, words)
    if words & _TOTALS and not rest:
        return JUMLAH
    return _place_field(bare)


def _place_field(heading: str) -> str | None:
    """The column by which a row names its cooperative; None for any other."""
    try:
        field = built_in().match_heading(heading, FIRST_BOOK_YEAR)
    except CellError:
        return None
    return KOPERASI if field == "nama" else field if field in PLACES else None


def _of_organs(organs: set[str], words: set[str]) -> str:
    """The organ of a column; of `Pengurus/Pengawas`, a person's cell says which."""
    if len(organs) == 1:
        return organs.pop()
    return JUMLAH if words & _NUMBERED else ORGAN


def understand(sheet: Sheet, maps: Mapping[str, str] = NO_MAPS) -> Understood:
    """The columns of a list. Raises Refused if none names a cooperative or two mean the same."""
    table = find(sheet, lambda heading: meaning(heading, maps), KEYS)
    columns = tuple(_read(table.headings, maps)) if table else ()
    if table is None or not KEYS & {column.name for column in columns}:
        raise Refused(f"{sheet.place}: {_UNNAMED[0]}", _UNNAMED[1])
    _refuse_doubled(columns, sheet.place)
    return _understood(table, columns, maps)


def _understood(
    table: SheetTable, columns: tuple[ListColumn, ...], maps: Mapping[str, str]
) -> Understood:
    def says_nothing(heading: Heading) -> bool:
        return match_key(heading.text) in (_SILENT | maps.keys())

    left = [*_left(table, {column.position for column in columns})]
    ignored = tuple(one.text for one in filter(says_nothing, left))
    unknown = filterfalse(says_nothing, left)
    letters = tuple((column_letter(one.position), one.text) for one in unknown)
    return Understood(table, columns, ignored, letters)


def _left(table: SheetTable, read: Collection[int]) -> Iterator[Heading]:
    """The headings of columns that are not read."""
    return (one for one in table.headings if one.position not in read and match_key(one.text))


def _refuse_doubled(columns: Iterable[ListColumn], place: str) -> None:
    seen: dict[str, ListColumn] = {}
    for column in columns:
        if (first := seen.setdefault(column.name, column)) is not column:
            raise Refused(
                f"{place}: kolom {_place(first)} dan {_place(column)} sama-sama berarti "
                f"`{column.name}`.",
                "Sisakan satu: hapus yang lain, atau ganti judulnya.",
            )


def _read(headings: Iterable[Heading], maps: Mapping[str, str]) -> Iterable[ListColumn]:
    for heading in headings:
        asked = heading.text if match_key(heading.text) in maps else heading.asked
        if (name := meaning(asked, maps)) is not None:
            yield ListColumn(heading.position, heading.text, name)


def _place(column: ListColumn) -> str:
    return f"{column_letter(column.position)} ({column.heading})"


def says_organ(columns: Sequence[ListColumn]) -> bool:
    """True where any column says of which organ the people are."""
    return any(column.name in (ORGAN, PENGURUS, PENGAWAS) for column in columns)
