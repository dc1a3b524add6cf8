"""What an officer says that a heading means, `HEADING=field`: in this call, or once for all later
ones.

Never enters: a column, a row of data, where what is remembered lies.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kkmp_cli.errors import Advice, CellError, Refused, pasted
from kkmp_cli.importing.headings.heading_hints import nearest
from kkmp_cli.importing.headings.heading_parts import by_parts
from kkmp_cli.importing.headings.own_headings import again
from kkmp_cli.model.own_field import PREFIX
from kkmp_cli.model.vocabulary import STATE, Field, Vocabulary
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.text import match_key
from kkmp_cli.sheets.sheet import column_position

IGNORED = ""
_DATE = "_tanggal"
"""What makes of a milestone's field the date beside its state: `usaha_tanggal`."""
_ALIKE = 65
"""How alike, of 100, a field must be that may be meant."""
_LETTER = r"(?i)kolom\s+([a-z]{1,3})"


class Map(NamedTuple):
    """A heading and its field; an empty `name` ignores the column, `rat` is of the book year."""

    heading: str
    name: str

    @property
    def position(self) -> int | None:
        """The column that a map names by its letter, `kolom F`; None where it names a heading."""
        match = re.fullmatch(_LETTER, self.heading)
        return column_position(match[1].upper()) if match else None

    def in_year(self, book_year: int, vocabulary: Vocabulary) -> str:
        """The name of the field, a bare `rat` with the tahun buku."""
        bare, tail = _cut(self.name)
        return vocabulary.in_year(bare, book_year) + tail

    @property
    def key(self) -> str:
        """The key under which a heading of a file is this one."""
        return match_key(self.heading)

    def fits(self, heading: str, vocabulary: Vocabulary) -> bool:
        """True where it says what this heading means, of which the key is the same.

        A heading that is a field's own name, as in an export, keeps its meaning: `RAT
        2026=rat_2025` is not said of
        `rat_2026`. It is passed over where that was said, or spelled so.
        """
        return (
            self.name == IGNORED or heading == self.heading or vocabulary.by_name(heading) is None
        )


def read_map(text: str, vocabulary: Vocabulary) -> Map:
    """A `--map` as typed. Raises Refused for one that is no `HEADING=field` or names no field."""
    heading, equals, name = text.rpartition("=")
    heading, name = heading.strip(), name.strip()
    if not equals or not match_key(heading):
        raise Refused(
            f"--map {text!r} tidak berbentuk JUDUL=field", 'Tulis misalnya --map "Tgl Izin=nib".'
        )
    return Map(heading, _field_name(heading, name, vocabulary) if name else IGNORED)


def _field_name(heading: str, name: str, vocabulary: Vocabulary) -> str:
    """The name of a field as it was typed for a heading. Raises Refused where there is none."""
    try:
        vocabulary.refuse_early(name.casefold(), heading)
    except CellError as error:
        raise Refused(f"--map: {error.message}", error.remedy) from error
    if (meant := field_of(name.casefold(), vocabulary)) is None:
        raise _unknown(heading, name, vocabulary)
    return meant.name + _DATE * meant.dated


def named_field(text: str, book_year: int, vocabulary: Vocabulary) -> str:
    """The name that a `--map` takes, of a field that somebody names in words: `usaha_tanggal`,
    `Tgl NIB`, `kendala usaha`. Raises CellError for one that is not known, with near ones.
    """
    name = vocabulary.in_year(text.strip().casefold(), book_year)
    if meant := field_of(name, vocabulary):
        return meant.name + _DATE * meant.dated
    name = vocabulary.match_heading(text, book_year) or by_parts(text, book_year, vocabulary) or ""
    if meant := field_of(name, vocabulary):
        return name
    near = _near(text, vocabulary)
    question = f"; maksud Anda {' atau '.join(near)}?" if near else ""
    raise CellError(
        f"isian `{short(text)}` tidak dikenal{question}",
        "Ketik nomornya, atau misalnya nib, usaha_tanggal, usaha_kendala.",
    )


def _near(text: str, vocabulary: Vocabulary) -> list[str]:
    """The names of up to three fields that are spelled alike."""
    from rapidfuzz import fuzz, process

    words = {each.name: each.name for each in vocabulary.all_fields() if not each.personal}
    words |= {each.label.casefold(): each.name for each in vocabulary.all_fields()}
    alike = process.extract(text.casefold(), list(words), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return list(dict.fromkeys(words[word] for word, _, _ in alike))[:3]


class Meant(NamedTuple):
    """The field that is meant; `dated`: the dates of that milestone, beside its states."""

    field: Field
    dated: bool

    @property
    def name(self) -> str:
        """The name of the field alone."""
        return self.field.name


def field_of(name: str, vocabulary: Vocabulary) -> Meant | None:
    """The field of a name as `--map` takes it, also `usaha_tanggal`; None for an unknown or a
    retired one.
    """
    bare, tail = _cut(name)
    field = vocabulary.by_name(bare)
    if field is None or (tail and field.kind != STATE):
        return None
    if (own := vocabulary.own_of(bare)) and own.retired:
        return None
    return Meant(field, bool(tail))


def _cut(name: str) -> tuple[str, str]:
    """A name without what makes it a date, and that."""
    bare = name.removesuffix(_DATE)
    return bare, name[len(bare) :]


def _unknown(heading: str, name: str, vocabulary: Vocabulary) -> Refused:
    own = vocabulary.own_of(name.casefold())
    if own and own.retired:
        message = f"--map: bidang {own.key} sudah pensiun."
        return Refused(message, Advice("Pakai lagi dengan `{}`.", again(own.key)))
    near = nearest(name, vocabulary)
    question = f"; maksud Anda `{near}`?" if near else ""
    if name.casefold().startswith(PREFIX) and vocabulary.own_keys:
        question = f"; bidang yang ada: {', '.join(vocabulary.own_keys)}"
    return Refused(
        f"--map: field `{short(name)}` tidak dikenal{question}",
        f"Tulis {pasted('--map', f'{heading}=…')} dengan field yang dikenal; "
        "tanpa apa-apa sesudah = kolomnya diabaikan.",
    )
