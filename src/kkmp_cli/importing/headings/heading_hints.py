"""What is said of a heading that is not read: the field that it may mean, if one may be named.

A hint that is followed writes figures, so a field is named only where the heading shares a whole
distinctive word with it and says nothing else. Never enters: what a heading means (`headings`), a
row of data.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import NamedTuple

from kkmp_cli.errors import CellError, UnclearHeading, pasted
from kkmp_cli.importing.headings.heading_parts import (
    ANOTHER_PAPER,
    milestones_named,
    part_of,
    parted,
)
from kkmp_cli.importing.headings.own_headings import retired_owner
from kkmp_cli.milestones import FIRST_BOOK_YEAR
from kkmp_cli.model.vocabulary import Vocabulary
from kkmp_cli.parsing.excerpt import SHORT, short
from kkmp_cli.parsing.text import match_key
from kkmp_cli.sheets.heading_groups import Heading
from kkmp_cli.sheets.heading_words import turned
from kkmp_cli.sheets.sheet import column_letter

_ALIKE = 75
"""How alike, of 100, two words must be that are one misspelt."""
_SHORT = 5
"""A word of fewer letters is never another one misspelt."""
_NEUTRAL = frozenset(("koperasi", "kkmp", "kdmp", "kdkmp", "oss"))
"""Words that leave the meaning of a heading as it is."""
_NUMBERED = frozenset(("no", "nomor"))
"""Words that a heading may leave out."""
_COMMON = _NEUTRAL | frozenset(
    (
        *("no", "nomor", "nomer", "tgl", "tanggal", "nama", "status", "jenis", "jumlah", "jml"),
        *("usaha", "data", "bank", "kode", "unit", "tahun", "rapat", "anggota", "rencana", "per"),
    )
)
"""Words that many fields share: to have one of them in common says nothing."""
_OF_PERSONS = frozenset(
    ("nik", "ktp", "ketua", "telepon", "telp", "hp", "wa", "whatsapp", "kontak")
)
_DIGIT = r"\d"
_WORDS = r"[^\W\d_]+"


class Shipped(NamedTuple):
    """A field that the office may take over with a package."""

    package: str
    key: str
    label: str
    meaning: str


class Unknown(NamedTuple):
    """A column that is not read: its nearest field, if any, and the `--map` for it; the key of the
    retired field to which it belongs. `ways` are the fields of which it may be one, `why` is what
    forbids to pass it over, `shipped` the field of a package that it fits.
    """

    heading: str
    letter: str
    nearest: str | None
    map: str
    retired: str | None = None
    ways: tuple[str, ...] = ()
    why: str = ""
    shipped: Shipped | None = None


def hinted(heading: Heading, stated: Collection[str], name: str, vocabulary: Vocabulary) -> Unknown:
    """A hint never leads to a personal, a stated, a retired or the contrary field; `name` is that
    by which a `--map` takes the column.
    """
    letter = column_letter(heading.position)
    name = name if len(name) <= SHORT else f"kolom {letter}"
    passed_over = Unknown(heading.text, letter, None, pasted("--map", f"{name}="))
    if own := retired_owner(heading.text, vocabulary):
        return passed_over._replace(retired=own.key)
    near = None if turned(heading.text) else _near(heading.text, vocabulary)
    if _of_persons(heading.text) or _is_closed(near, stated, vocabulary):
        return passed_over
    return passed_over._replace(nearest=near, map=pasted("--map", f"{name}={near or '…'}"))


def _is_closed(near: str | None, stated: Collection[str], vocabulary: Vocabulary) -> bool:
    """True for a personal field, or one that another column states."""
    field = vocabulary.by_name(near) if near else None
    return bool(field and (field.personal or field.name in stated))


def unread_milestone(heading: str, vocabulary: Vocabulary, column: str = "") -> CellError | None:
    """Why an unread heading may not be passed over: it asks for a milestone, unclear which.

    `column` is the name by which a `--map` takes it, where that is not the heading.
    """
    column = column or heading
    named = () if turned(heading) else milestones_named(heading, vocabulary)
    names = [vocabulary.in_year(name, FIRST_BOOK_YEAR) for name in named]
    if not names:
        return None
    ways = [
        f"{pasted('--map', f'{column}={name}')} bila isinya keadaan {vocabulary.label_of(name)}"
        for name in names
    ]
    return UnclearHeading(
        f"`{short(heading)}` menyebut {_and(map(vocabulary.label_of, names))}, tetapi tidak jelas "
        "apa isinya",
        f"Pakai {', '.join(ways)}; {pasted('--map', f'{column}=catatan')} menyimpannya sebagai "
        f"catatan, {pasted('--map', f'{column}=')} mengabaikannya.",
        names,
    )


def nearest(text: str, vocabulary: Vocabulary) -> str | None:
    """The field that shares a whole distinctive word with a text; only ever a suggestion."""
    words = _words(text)
    if re.search(_DIGIT, text):
        return None
    spellings = _spellings(vocabulary)
    return next((name for name, known in spellings if _fit(words, known)), None)


def _near(text: str, vocabulary: Vocabulary) -> str | None:
    for kind, rest in parted(text):
        if match_key(rest) in ANOTHER_PAPER:
            return None
        if name := part_of(nearest(rest, vocabulary), kind, vocabulary):
            return name
    return nearest(text, vocabulary)


def _of_persons(text: str) -> bool:
    return not _OF_PERSONS.isdisjoint(_words(text))


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(_WORDS, text.casefold()))


@lru_cache(maxsize=8)
def _spellings(vocabulary: Vocabulary) -> tuple[tuple[str, frozenset[str]], ...]:
    """The field of every known heading, and its words."""
    return tuple(
        (field.name, _words(spelling.replace("_", " ")))
        for field in vocabulary.all_fields()
        for spelling in (field.name, field.label, *field.headings)
    )


def _fit(words: frozenset[str], known: frozenset[str]) -> bool:
    """True where a heading has a distinctive word of a known one, of others at most misspelt."""
    extra, missing = words - known - _NEUTRAL, known - words - _NEUTRAL - _NUMBERED
    alike = len(extra) == len(missing) and all(_misspelt(word, missing) for word in extra)
    return alike and bool(words & known - _COMMON)


def _misspelt(word: str, meant: Collection[str]) -> bool:
    from rapidfuzz import fuzz

    return any(
        min(len(word), len(other)) >= _SHORT and fuzz.ratio(word, other) >= _ALIKE
        for other in meant
    )


def _and(texts: Iterable[str]) -> str:
    """`a`, `a dan b`, `a, b dan c`."""
    *others, last = texts
    return f"{', '.join(others)} dan {last}" if others else last
