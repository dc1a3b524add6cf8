"""A column that nobody knows as a field of the office: whether it may become one, and the kind of
value that all of it reads as. Never enters: a question, a register.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from kkmp_cli import settings
from kkmp_cli.errors import CellError
from kkmp_cli.importing.headings.columns import Unknown
from kkmp_cli.importing.headings.heading_owners import refuse_owned
from kkmp_cli.importing.read_result import Understanding
from kkmp_cli.model.declaration import Texts, once, read, read_choices
from kkmp_cli.model.own_field import (
    JUMLAH,
    PERSEN,
    PILIHAN,
    PREFIX,
    RUPIAH,
    TAHAP,
    TANGGAL,
    TEKS,
    YA_TIDAK,
    OwnField,
    choice_key,
    fields_of,
)
from kkmp_cli.parsing.text import clean, match_key, refuse_person
from kkmp_cli.sheets.heading_words import words

_TOTALS = words("jumlah jml total grand sub rekap rekapitulasi")
"""A heading of these alone is of a total."""
_OF_PERSONS = words(
    "nik ktp ketua wakil sekretaris bendahara pengurus pengawas manajer pengelola pendamping "
    "penanggung pic nama telepon telp tlp hp wa whatsapp kontak email surel "
    "petugas operator pj kasir lurah camat notaris pemilik responden pengisi paraf ttd tangan "
    "lahir kelamin agama usia umur"
)
_COUNTED = words("jumlah jml jlh total banyaknya sk")
"""Beside them, these say that it is of how many, or of a paper."""
_THINGS = words("bank mitra gerai usaha produk toko komoditas unit aplikasi bumn")
"""A name of these is no person's."""
_NEVER = _OF_PERSONS | words(
    "no nomor nomer kode id npwp rekening "
    "kelurahan desa kecamatan kota kabupaten provinsi alamat lokasi rt rw wilayah koordinat"
)
"""Words of persons, identifiers and places."""
_PERSON = r"(?i)^(?:bpk|bapak|ibu|pak|bu|hj?|drs?|sdri?)\b\.?\s+\w|@"
_BOARD = r"(?i)\b(?:papan|plang)\s+nama\b|\bnama\s+plang\b"
"""A thing, whatever it says: `Warna Papan Nama`."""
_LABEL, _KEY = 40, 30
_MOST_CHOICES, _LEAST_ROWS = 8, 10
_ORDER = (JUMLAH, RUPIAH, PERSEN, TANGGAL, YA_TIDAK)
_MONEY, _SHARE = r"(?i)\b(?:rp|rupiah)\b", r"(?i)%|\bpersen\b"


class NewColumn(NamedTuple):
    """A heading that is not known, the letter of its column in the first sheet that has it, and the
    cells below it that state something.
    """

    heading: str
    letter: str
    cells: tuple[str, ...]

    @property
    def key(self) -> str:
        """A key of the words of the heading."""
        parts = "_".join(re.findall(r"[a-z0-9]+", self.heading.casefold()))
        return PREFIX + _cut(re.sub(r"^[\d_]+", "", parts), _KEY, "_")

    def as_field(self, key: str, others: Iterable[OwnField]) -> OwnField:
        """A text of this key that the heading names. Raises CellError where it cannot be."""
        label = _cut(clean(self.heading, None), _LABEL, " ")
        own = read(Texts(key, label, TEKS, label, headings=(self.heading,)))
        refuse_owned(own, others)
        return own

    @property
    def choices(self) -> tuple[str, ...]:
        """Every text in it once, in order."""
        return once(self.cells, choice_key)


def _cut(text: str, most: int, between: str) -> str:
    """As many of its words as there is room for."""
    return text if len(text) <= most else text[: most + 1].rpartition(between)[0] or text[:most]


def may_be_own(one: Unknown, file: Understanding) -> bool:
    """True for a heading that means nothing yet, is no person's, no place, number or total."""
    said, key = _said(one.heading), match_key(one.heading)
    is_open = not one.nearest and one.map.rstrip("\"'").endswith("=…")
    if not is_open or one.heading == file.answers.heading or said & _NEVER or said <= _TOTALS:
        return False
    return sum(match_key(each.text) == key for each in file.headings) == 1 and _is_free(one)


def _said(heading: str) -> set[str]:
    """The words of a heading, without the name in a board's."""
    return words(re.sub(_BOARD, " papan ", heading))


def _is_free(one: Unknown) -> bool:
    try:
        NewColumn(one.heading, one.letter, ()).as_field("kolom", ())
    except CellError:
        return False
    return True


def are_of_persons(heading: str, cells: Iterable[str]) -> bool:
    """True for a column of names, telephones and the like: what tells who a person is."""
    said = _said(heading)
    of_persons = said & _OF_PERSONS
    counted = said & _COUNTED or (of_persons == words("nama") and said & _THINGS)
    return bool(of_persons and not counted) or any(map(_is_person, cells))


def _is_person(text: str) -> bool:
    try:
        refuse_person(text)
    except CellError:
        return True
    return re.search(_PERSON, text) is not None


def unread(kind: str, cells: Iterable[str]) -> tuple[str, ...]:
    """The cells that do not read as a kind of value; of a stage and of choices none is tried."""
    if kind in (TAHAP, PILIHAN):
        return ()
    field, today = next(iter(fields_of(OwnField(0, "", "", kind, "")))), settings.today()
    wrong = []
    for cell in cells:
        try:
            field.read(cell, today)
        except CellError:
            wrong.append(cell)
    return tuple(wrong)


def guessed_kind(column: NewColumn) -> str:
    """The kind as which every cell reads, that of which the heading speaks first; else a text."""
    order = sorted(_ORDER, key=lambda kind: not _is_named(kind, column.heading))
    for kind in order:
        if not unread(kind, column.cells):
            return kind
    return PILIHAN if _are_choices(column) else TEKS


def _is_named(kind: str, heading: str) -> bool:
    said = {RUPIAH: _MONEY, PERSEN: _SHARE}.get(kind)
    return said is not None and re.search(said, heading) is not None


def _are_choices(column: NewColumn) -> bool:
    """True for a few short texts in many rows."""
    choices = column.choices
    if len(column.cells) < _LEAST_ROWS or not 2 <= len(choices) <= _MOST_CHOICES:
        return False
    try:
        return read_choices(choices) == choices
    except CellError:
        return False
