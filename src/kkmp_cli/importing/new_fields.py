"""Columns that nobody knows and that may become fields of the office: what stands in them, and the
kind of value that all of it reads as. Never enters: a question, a register.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kkmp_cli import settings
from kkmp_cli.errors import CellError
from kkmp_cli.importing.headings.columns import KEYS, Unknown
from kkmp_cli.importing.headings.heading_owners import refuse_owned
from kkmp_cli.importing.read_result import ReadResult, Understanding
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
from kkmp_cli.parsing import state_words
from kkmp_cli.parsing.text import clean, match_key, refuse_person
from kkmp_cli.sheets.heading_words import words
from kkmp_cli.sheets.sheet import Sheet, column_position
from kkmp_cli.sheets.table import numbers_columns

_TOTALS = words("jumlah jml total grand sub rekap rekapitulasi")
"""A heading of these alone is of a total."""
_NEVER = words(
    "nik ktp ketua wakil sekretaris bendahara pengurus pengawas manajer pengelola pendamping "
    "penanggung pic nama telepon telp tlp hp wa whatsapp kontak email surel "
    "petugas operator pj kasir lurah camat notaris pemilik responden pengisi paraf ttd tangan "
    "lahir kelamin agama usia umur no nomor nomer kode id npwp rekening "
    "kelurahan desa kecamatan kota kabupaten provinsi alamat lokasi rt rw wilayah koordinat"
)
"""Words of persons, identifiers and places."""
_PERSON = r"(?i)^(?:bpk|bapak|ibu|pak|bu|hj?|drs?|sdri?)\b\.?\s+\w|@"
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


def new_columns(reading: ReadResult) -> tuple[NewColumn, ...]:
    """The columns of all files that may become fields, those of one heading as one."""
    by_heading: dict[str, NewColumn] = {}
    for file, sheet in zip(reading.files, reading.sheets, strict=True):
        for column in _columns(file, sheet):
            before = by_heading.get(match_key(column.heading), column._replace(cells=()))
            cells = (*before.cells, *column.cells)
            by_heading[match_key(column.heading)] = before._replace(cells=cells)
    return tuple(each for each in by_heading.values() if _is_safe(each.cells))


def _is_safe(cells: Sequence[str]) -> bool:
    """True where something is stated, and nothing that tells who a person is."""
    return bool(cells) and not any(map(_is_person, cells))


def _columns(file: Understanding, sheet: Sheet) -> Iterator[NewColumn]:
    asked = [one for one in file.unknown if _may_be_own(one, file)]
    cells = _cells(file, sheet, [column_position(one.letter) for one in asked])
    for one, texts in zip(asked, cells, strict=True):
        yield NewColumn(one.heading, one.letter, tuple(texts))


def _may_be_own(one: Unknown, file: Understanding) -> bool:
    """True for a heading that means nothing yet, is no person's, no place, number or total."""
    said, key = words(one.heading), match_key(one.heading)
    is_open = not one.nearest and one.map.rstrip("\"'").endswith("=…")
    if not is_open or one.heading == file.answers.heading or said & _NEVER or said <= _TOTALS:
        return False
    return sum(match_key(each.text) == key for each in file.headings) == 1 and _is_free(one)


def _is_free(one: Unknown) -> bool:
    try:
        NewColumn(one.heading, one.letter, ()).as_field("kolom", ())
    except CellError:
        return False
    return True


def _cells(file: Understanding, sheet: Sheet, positions: Sequence[int]) -> list[list[str]]:
    """What stands in columns beside the name or code of a cooperative."""
    columns: list[list[str]] = [[] for _ in positions]
    for cells in _rows(file, sheet) if positions else ():
        for texts, position in zip(columns, positions, strict=True):
            text = clean(cells[position], None) if position < len(cells) else ""
            if _states(text):
                texts.append(text)
    return columns


def _states(text: str) -> bool:
    return not state_words.states_nothing(text) and text.casefold() != state_words.CLEAR


def _rows(file: Understanding, sheet: Sheet) -> Iterator[Sequence[str]]:
    keys = [each.position for each in file.columns if each.field.name in KEYS]
    for number, cells in sheet.rows:
        if number in (file.closing_row, file.next_table):
            return
        is_named = any(at < len(cells) and cells[at].strip() for at in keys)
        if number > file.heading_row and is_named and not numbers_columns(cells):
            yield cells


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
