"""A field that an office declared for itself, and the entries of the vocabulary that follow.

Its values are read, kept and compared like those of the built-in fields; a `tahap` is a milestone
in all but the table of milestones, so it enters no stage, no count of running ones and no RAT.
Never enters: a file, a database, a cooperative.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from typing import NamedTuple

from kkmp_cli.errors import CellError
from kkmp_cli.milestones import Milestone
from kkmp_cli.model.field import VALUE, Field, day_field, milestone_fields
from kkmp_cli.parsing import dates, numbers, rupiah, state_words
from kkmp_cli.parsing.state_words import plain_words
from kkmp_cli.parsing.text import clean, refuse_ktp, refuse_person

PREFIX = "x_"
TAHAP, YA_TIDAK, TANGGAL, JUMLAH = "tahap", "ya_tidak", "tanggal", "jumlah"
RUPIAH, PERSEN, PILIHAN, TEKS = "rupiah", "persen", "pilihan", "teks"
KINDS = (TAHAP, YA_TIDAK, TANGGAL, JUMLAH, RUPIAH, PERSEN, PILIHAN, TEKS)
"""Every kind of value, in the order in which they are offered."""
YES, NO = "ya", "tidak"
"""What a `ya_tidak` holds."""
NUMERIC = frozenset((JUMLAH, RUPIAH, PERSEN))


class OwnField(NamedTuple):
    """`key` begins with `x_`; `kind` is one of `KINDS`; `meaning` is printed as the footnote of its
    figures. A retired field or choice is offered nowhere, what was stated of it stands. `package`
    is the shipped set that it came with.
    """

    id: int
    key: str
    label: str
    kind: str
    meaning: str
    choices: tuple[str, ...] = ()
    retired_choices: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    retired: bool = False
    package: str | None = None

    @property
    def offered(self) -> tuple[str, ...]:
        """The choices that may still be taken."""
        return tuple(each for each in self.choices if each not in self.retired_choices)


def headings_of(own: OwnField) -> tuple[str, ...]:
    """All by which a sheet can name the field."""
    return (own.label, *own.headings, own.key)


def milestone_of(own: OwnField) -> Milestone:
    """The milestone that a `tahap` is."""
    return Milestone(own.key, own.label, own.meaning, own.headings)


def fields_of(own: OwnField) -> Iterable[Field]:
    """The entries that a declared field adds to the vocabulary, its `_per` among them."""
    if own.kind == TAHAP:
        yield from milestone_fields(milestone_of(own), own.key)
        return
    about = f"{own.meaning}: {', '.join(own.offered)}" if own.choices else own.meaning
    field = Field(own.key, own.label, about, VALUE, _reader(own), own.headings)
    field = field._replace(show=partial(show, own.kind), is_summed=own.kind in (JUMLAH, RUPIAH))
    yield from (field, day_field(field))


def _reader(own: OwnField) -> Callable[[str, date], str]:
    if own.kind == PILIHAN:
        return lambda text, _today: read_choice(text, own)
    read = _READERS[own.kind]
    return lambda text, _today: read(text)


def choice_key(text: str) -> str:
    """The key under which two spellings are one choice: case and blanks aside, and signs only at
    the ends. `<5` is no `>5`, `1-5` no `15`, and `sewa?` is no word for `sewa`.
    """
    return plain_words(text).replace(" ", "")


def read_choice(text: str, own: OwnField) -> str:
    """The choice that a text means, case and blanks aside; a retired one too, so that old sheets
    go in. Raises CellError for any other.
    """
    key = choice_key(text)
    for choice in own.choices:
        if choice_key(choice) == key:
            return choice
    raise CellError("bukan pilihan yang dikenal", f"Tulis salah satu: {', '.join(own.offered)}.")


_UNIT = r"(?i)\s*(?:m2|m²|meter persegi|unit|buah|kali|hari|kg|ton)\.?$"


def _read_count(text: str) -> str:
    return refuse_ktp(numbers.read_count(re.sub(_UNIT, "", text.strip())))


def _read_day(text: str) -> str:
    """A day that may have come or not: a certificate of 1998 or the end of a lease in 2031."""
    return str(dates.read(text))


def _read_text(text: str) -> str:
    return refuse_person(clean(text))


_READERS: Mapping[str, Callable[[str], str]] = {
    YA_TIDAK: state_words.read_yes_no,
    TANGGAL: _read_day,
    JUMLAH: _read_count,
    RUPIAH: rupiah.read_rupiah,
    PERSEN: numbers.read_percent,
    TEKS: _read_text,
}
_SHOWN: Mapping[str, Callable[[str], str]] = {
    TANGGAL: dates.show,
    JUMLAH: lambda value: numbers.show(int(value)),
    RUPIAH: lambda value: rupiah.show(int(value)),
    PERSEN: lambda value: value.replace(".", ","),
}


def show(kind: str, value: str) -> str:
    """A canonical value of a kind as printed: `1.250`, `Rp12.500.000`, `45,5%`, `10 Maret 2026`."""
    return _SHOWN[kind](value) if kind in _SHOWN else value
