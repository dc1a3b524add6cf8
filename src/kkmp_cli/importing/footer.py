"""Notes and signatures below a table that no JUMLAH row closes.

They begin with a line that can be nothing else (`Catatan:`, `Mengetahui,`, `Jakarta, 10 Maret
2026`) and reach to the end of the sheet, where no line names a cooperative or states anything. In
doubt there are none, and every line is an error. Never enters: another row of the table, what a
cell means.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import takewhile
from types import MappingProxyType
from typing import NamedTuple

from kkmp_cli.areas.index import AreaIndex
from kkmp_cli.areas.spellings import bare_key, kecamatan_key, kota_key, nearest
from kkmp_cli.importing.headings.columns import KEYS, FieldColumn
from kkmp_cli.importing.row_kinds import ORDINAL
from kkmp_cli.importing.sheet_rows import Closing
from kkmp_cli.model.vocabulary import AREA
from kkmp_cli.parsing import dates

MOST = 15
"""So many lines at the end of a sheet may be a footer."""
_WIDEST = 3
"""A line with more cells than the signatures of so many people is none."""
_FREE = frozenset(("catatan", "ketua", "mitra"))
"""Columns that would take any text, also that of a signature."""
_NOTES = (
    r"(?i)(?:keterangan|catatan)\s*(?::|$)|(?:ket|cat|nb|note|sumber(?: data)?)\s*\.?\s*:"
    r"|\*+\)?\s*[^\W\d_]"
)
_SIGNED = (
    r"(?i)(?:mengetahui|menyetujui|mengesahkan)\s*(?:[,:/.]|$|(?:oleh|lurah|camat|kepala)\b)"
    r"|(?:diketahui|disetujui|dibuat|disusun|dilaporkan) oleh\b"
)
_DATED = r"(?P<place>[^\W\d_][^\d,:;]*),\s*[._…]*\s*(?P<date>[^,]+)"
_OFFICE = (
    r"(?i)(?:(?:pl[th]|a\.?n)\.?\s+)*(?:lurah|camat|kepala|kasi|kasudin|ketua|sekretaris|nip)\b"
)
_NIP = r"(?i)nip\b"
_SHORT = 3
"""So few words in the column of names may be a name that is written wrongly."""
_PLACE = 4
"""The fewest letters of a kota's name for the place of a signature: `Jakarta` of Jakarta Pusat."""


class Before(NamedTuple):
    """How much was counted above a line: problems, good cells held back, cells taken as `belum`."""

    problems: int
    held_back: int = 0
    belum: Mapping[str, int] = MappingProxyType({})


class FooterLine(NamedTuple):
    """A row that names no cooperative, and what was counted above it.

    `names` are its texts in the columns that name a place, `left` its first text if no field is
    stated there. `states`: a cell of it may be a value, or numbers a row; `beside`: something
    stands beside what may be a name.
    """

    number: int
    texts: tuple[str, ...]
    names: tuple[str, ...]
    left: str
    states: bool
    beside: bool
    before: Before


def read_line(
    number: int,
    filled: Sequence[tuple[int, str]],
    columns: Mapping[int, FieldColumn],
    faults: Collection[int],
    before: Before,
) -> FooterLine:
    """A row that may be of a footer; `faults`: positions of the cells that cannot be read."""
    texts, names = tuple(text for _, text in filled), tuple(_name_texts(filled, columns))
    valued = [at for at, _ in filled if at in columns and not _names(columns[at])]
    states = _states([columns[at] for at in valued if at not in faults], texts)
    left = "" if filled[0][0] in valued else texts[0]
    return FooterLine(number, texts, names, left, states, bool(names and valued), before=before)


def _name_texts(
    filled: Iterable[tuple[int, str]], columns: Mapping[int, FieldColumn]
) -> Iterator[str]:
    return (text for at, text in filled if at in columns and _names(columns[at]))


def _states(good: Iterable[FieldColumn], texts: Sequence[str]) -> bool:
    """True where a cell may be a value; of a column in which any text can be read, none is."""
    free = all(column.field.name in _FREE for column in good)
    return not free or len(texts) > _WIDEST or any(map(_counts, texts))


def _names(column: FieldColumn) -> bool:
    return column.field.kind == AREA or (column.field.name in KEYS and not column.note)


def _counts(text: str) -> bool:
    """True for a number or a date alone, and for what numbers a row."""
    digits = any(letter.isdigit() for letter in text)
    return (
        bool(re.fullmatch(ORDINAL, text))
        or dates.is_date(text)
        or (digits and not any(map(str.isalpha, text)))
    )


def beginning(lines: Sequence[FooterLine], index: AreaIndex, kota: str) -> FooterLine | None:
    """The line with which the footer at the end of these lines begins; None where there is none, or
    doubt.

    `kota` is the code within which a name that is only near is taken for a name; empty for the
    whole list.
    """
    if not any(_announces(line, index) for line in lines):
        return None
    silent = _silent(lines, index, kota)
    for at, line in enumerate(silent):
        if _signs(line, index):
            return line
        if re.match(_NOTES, line.left):
            noted = takewhile(lambda each: not _signs(each, index), silent[at + 1 :])
            if not any(_may_be_a_name(text) for each in noted for text in each.names):
                return line
    return None


def closing(first: FooterLine, lines: Iterable[FooterLine]) -> Closing:
    """A footer of these lines as if a JUMLAH row stood above its `first`."""
    below = sum(line.number >= first.number for line in lines)
    return Closing(first.number - 1, (), first.before.problems, below=below)


def _silent(lines: Sequence[FooterLine], index: AreaIndex, kota: str) -> list[FooterLine]:
    """The last lines, up to one that may state something or name a place."""
    could_name = _resembling(index, kota)
    silent: list[FooterLine] = []
    for line in reversed(lines):
        doubted = line.states or (line.beside and not _is_signature(line, silent[:1], index))
        if doubted or any(map(could_name, line.names)):
            break
        silent.insert(0, line)
    return silent


def _announces(line: FooterLine, index: AreaIndex) -> bool:
    return bool(re.match(_NOTES, line.left)) or _signs(line, index)


def _signs(line: FooterLine, index: AreaIndex) -> bool:
    """True for a line with which a signature begins."""
    return any(re.match(_SIGNED, text) or _place_and_date(text, index) for text in line.texts)


def _is_signature(line: FooterLine, below: Sequence[FooterLine], index: AreaIndex) -> bool:
    """True where two people sign: a line of offices, or of names directly above numbers."""
    numbered = any(all(re.match(_NIP, text) for text in each.texts) for each in below)
    return numbered or all(
        re.match(_SIGNED, text) or re.match(_OFFICE, text) or _place_and_date(text, index)
        for text in line.texts
    )


def _place_and_date(text: str, index: AreaIndex) -> bool:
    match = re.fullmatch(_DATED, text)
    key = kota_key(match["place"])[0] if match else ""
    if match is None or len(key) < _PLACE or not dates.is_date(match["date"].strip()):
        return False
    return any(kota_key(name)[0].startswith(key) for _, name in index.kota_names)


def _may_be_a_name(text: str) -> bool:
    """True for a few words without sign or number: below a note perhaps a misspelt kelurahan."""
    return len(text.split()) <= _SHORT and all(
        letter.isalpha() or letter.isspace() for letter in text
    )


def _resembling(index: AreaIndex, kota: str) -> Callable[[str], bool]:
    """Whether a text is a name of the area list, or near one of the kota."""
    spelt = [(area.kode, bare_key(area.kelurahan)) for area in index.areas]
    spelt += [(kode, bare_key(alias)) for kode, alias in index.aliases]
    names = {key for _, key in spelt} | {kecamatan_key(area.kecamatan) for area in index.areas}
    kota_names = {kota_key(name)[0] for _, name in index.kota_names}
    near = list({key for kode, key in spelt if kode.startswith(kota)})
    return partial(_resembles, names, kota_names, near)


def _resembles(
    names: Collection[str], kota_names: Collection[str], near: Sequence[str], text: str
) -> bool:
    text = text.lstrip("*) ")
    if any(re.match(words, text) for words in (_NOTES, _SIGNED, _OFFICE)):
        return False
    bare = bare_key(text)
    named = bare in names or kecamatan_key(text) in names or kota_key(text)[0] in kota_names
    return named or bool(nearest(bare, near))
