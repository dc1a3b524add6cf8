"""What an own field may be: its key, label, kind, meaning, choices and headings, as they are typed.

Whose a heading is already is asked elsewhere (`importing.headings.heading_owners`). Never enters: a
file, a database.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from kkmp_cli.errors import CellError
from kkmp_cli.model.field import SUFFIXES
from kkmp_cli.model.own_field import KINDS, PILIHAN, PREFIX, OwnField, choice_key
from kkmp_cli.parsing import state_words
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.text import clean, match_key, refuse_person

MOST_FIELDS, MOST_CHOICES, MOST_HEADINGS = 24, 40, 40
_LABEL, _MEANING, _HEADING, _KEY_LENGTH = 40, 200, 120, 40
_KEY = re.compile(rf"{PREFIX}[a-z][a-z0-9]*(?:_[a-z0-9]+)*", re.ASCII)
_TAKEN = (*SUFFIXES, "_tanggal")
"""How the names of the fields end that belong to another one."""
_BETWEEN = re.compile(r"[,;\r\n]")
_OF_PERSONS = frozenset(("nik", "ktp", "telepon", "telp", "hp", "wa", "whatsapp"))
_WORDS = re.compile(r"[^\W_]+")


class Texts(NamedTuple):
    """A declaration as it is typed, or as it stands in a row of a file."""

    key: str
    label: str
    kind: str
    meaning: str
    choices: Sequence[str] = ()
    retired_choices: Sequence[str] = ()
    headings: Sequence[str] = ()
    retired: bool = False
    package: str | None = None


def read(texts: Texts) -> OwnField:
    """The field that they declare, without an id. Raises CellError naming what cannot be."""
    kind, choices = read_kind(texts.kind), read_choices(texts.choices)
    key, label = read_key(texts.key), read_label(texts.label)
    made = OwnField(0, key, label, kind, read_meaning(texts.meaning))
    made = with_choices(made, choices, read_choices(texts.retired_choices))
    made = with_headings(made, read_headings(texts.headings))
    return made._replace(retired=texts.retired, package=texts.package)


def read_key(text: str) -> str:
    """`Luas-Lahan` → `x_luas_lahan`. Raises CellError for what can be no key."""
    bare = clean(text).casefold().replace("-", "_").removeprefix(PREFIX)
    key = PREFIX + bare
    if not _KEY.fullmatch(key) or len(key) > _KEY_LENGTH:
        raise CellError(
            f"kunci `{short(bare)}` tidak dapat dipakai",
            f"Huruf kecil dan angka, _ di antaranya, paling panjang {_KEY_LENGTH - len(PREFIX)}: "
            "misalnya luas_lahan.",
        )
    if suffix := next((each for each in _TAKEN if bare.endswith(each)), ""):
        message = f"kunci tidak boleh berakhir {suffix}, yang milik isian lain"
        raise CellError(message, f"Pakai misalnya {bare.removesuffix(suffix)}.")
    return key


def read_kind(text: str) -> str:
    """One of `KINDS`. Raises CellError for any other word."""
    kind = clean(text).casefold().replace("-", "_").replace(" ", "_")
    if kind not in KINDS:
        raise CellError(f"jenis `{short(kind)}` tidak dikenal", f"Yang ada: {', '.join(KINDS)}.")
    return kind


def read_label(text: str) -> str:
    """The words that are printed. Raises CellError for too many of them, and for a person's."""
    return _read_words(text, "label", _LABEL)


def read_meaning(text: str) -> str:
    """What the field means. Raises CellError where nothing is said, or too much."""
    meaning = _read_words(text, "arti", _MEANING)
    return meaning.rstrip(".")


def _read_words(text: str, what: str, limit: int) -> str:
    words = clean(text, None)
    if not match_key(words):
        raise CellError(f"{what} kosong", "Tulis isinya.")
    if len(words) > limit:
        raise CellError(
            f"{what} terlalu panjang: {len(words)} huruf, paling banyak {limit}", "Ringkas."
        )
    if what != "arti" and (named := _OF_PERSONS & {*_WORDS.findall(words.casefold())}):
        raise CellError(
            f"{what} `{words}` menanyakan data orang ({', '.join(sorted(named))})",
            "Data orang tidak disimpan di bidang sendiri.",
        )
    return refuse_person(words)


def read_choices(texts: Iterable[str]) -> tuple[str, ...]:
    """`a, b` → its choices in order. Raises CellError for one that can be none."""
    choices = [
        _read_choice(each) for text in texts for each in _BETWEEN.split(text) if each.strip()
    ]
    return once(choices, choice_key)


def _read_choice(text: str) -> str:
    choice = _read_words(text, "pilihan", _LABEL)
    if state_words.states_nothing(choice) or choice.casefold() == state_words.CLEAR:
        message = f"pilihan `{choice}` di sel berarti tidak menyatakan apa-apa"
        raise CellError(message, "Pakai kata lain.")
    return choice


def read_headings(texts: Iterable[str]) -> tuple[str, ...]:
    """Headings of sheets. Raises CellError for one that can be none."""
    headings = [_read_words(text, "judul", _HEADING) for text in texts if text.strip()]
    for heading in headings:
        if ";" in heading:
            raise CellError(f"judul `{heading}` berisi titik koma", "Tulis judulnya tanpa itu.")
    return once(headings)


def once(texts: Sequence[str], key_of: Callable[[str], str] = match_key) -> tuple[str, ...]:
    """Texts without those that are spelled like one before."""
    first: dict[str, str] = {}
    for text in texts:
        first.setdefault(key_of(text), text)
    return tuple(first.values())


def with_choices(own: OwnField, new: Sequence[str], retired: Sequence[str]) -> OwnField:
    """The field with more choices, and some of them retired; a new one that was retired is offered
    again. Raises CellError for what its kind does not have, or for too many.
    """
    if own.kind != PILIHAN:
        if new or retired:
            raise CellError(f"jenis {own.kind} tidak punya pilihan", "Hapus pilihannya.")
        return own
    choices = once((*own.choices, *new), choice_key)
    for each in retired:
        if choice_key(each) not in map(choice_key, choices):
            raise CellError(f"`{each}` bukan pilihan", f"Yang ada: {', '.join(choices)}.")
    gone = {*map(choice_key, own.retired_choices)} - {*map(choice_key, new)}
    gone.update(map(choice_key, retired))
    return _with_some(own._replace(choices=choices), gone)


def _with_some(own: OwnField, gone: Collection[str]) -> OwnField:
    """The field without the choices of these keys; raises CellError for too few or too many."""
    own = own._replace(retired_choices=tuple(c for c in own.choices if choice_key(c) in gone))
    if len(own.offered) < 2:
        raise CellError(
            "pilihan yang masih dipakai kurang dari dua", "Misalnya --pilihan ada,rusak."
        )
    if len(own.choices) > MOST_CHOICES:
        raise CellError(f"pilihan lebih dari {MOST_CHOICES}", "Gabungkan beberapa pilihan.")
    return own


def with_headings(own: OwnField, new: Sequence[str], gone: Sequence[str] = ()) -> OwnField:
    """The field with more headings and without some. Raises CellError for one that it has not."""
    for each in gone:
        if match_key(each) not in map(match_key, own.headings):
            have = ", ".join(own.headings) or "tidak ada"
            raise CellError(f"judul `{each}` bukan judul {own.key}", f"Judulnya: {have}.")
    without = {match_key(each) for each in (own.key, own.label, *gone)}
    headings = tuple(each for each in once((*own.headings, *new)) if match_key(each) not in without)
    if len(headings) > MOST_HEADINGS:
        raise CellError(f"judul lebih dari {MOST_HEADINGS}", "Hapus yang tidak dipakai.")
    return own._replace(headings=headings)


def altered(
    own: OwnField, words: Mapping[str, str | None], lists: Sequence[Sequence[str]]
) -> OwnField:
    """The field with another `label` or `meaning`, as in `words`; the `lists` are new choices,
    retired choices, new headings, headings that go. A label that was stays a heading, so that older
    sheets go in. Raises CellError.
    """
    choices, retired, headings, gone = lists
    made = with_choices(own, read_choices(choices), read_choices(retired))
    if (label := words.get("label")) is not None:
        made = made._replace(label=read_label(label))
    if (meaning := words.get("meaning")) is not None:
        made = made._replace(meaning=read_meaning(meaning))
    return with_headings(made, (*read_headings(headings), own.label), gone)
