"""The field options of `add` and `update`: one for every field of the vocabulary, read by that
field's own reader.

A milestone that is added to `milestones` has its options here without an edit.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Annotated, NamedTuple

import typer

from kkmp_cli import settings
from kkmp_cli.actions.given_values import GivenValues
from kkmp_cli.cli.options.blocks import OF_VOCABULARY, Function, option, with_options
from kkmp_cli.cli.options.day_options import read_book_year, read_stated_day
from kkmp_cli.cli.options.own_filters import own_fields
from kkmp_cli.errors import Advice, BadUsage, CellError, Command, Refused
from kkmp_cli.milestones import newest_book_year
from kkmp_cli.model.own_field import PREFIX
from kkmp_cli.model.vocabulary import (
    AREA,
    NOTE_FIELD,
    PER,
    STATE,
    VALUE,
    Field,
    Vocabulary,
    built_in,
)
from kkmp_cli.parsing import added_note
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.text import clean, ended, join_notes

Columns = Annotated[
    str | None, typer.Option("--kolom", metavar="A,B", help="Hanya kolom ini, urut begini.")
]
_SHORT = {"sk_kemenkop": ("--sk",)}


class Typed(NamedTuple):
    """The field options that were typed, each with its text, and the fields that there are."""

    texts: Mapping[str, str]
    vocabulary: Vocabulary

    def retired(self, given: GivenValues) -> Iterator[str]:
        """What is said of choices that are offered no more."""
        for name, value in given.values.items():
            own = self.vocabulary.own_of(name)
            if own and value in own.retired_choices:
                yield f"{own.label}: pilihan `{value}` sudah pensiun; tetap dicatat."


def with_field_options(command: Function) -> Function:
    """Gives a command all field options; those typed come in its parameter `stated`. Those of an
    office's own fields are there in what `OF_VOCABULARY` makes of it.
    """
    made = _with_options_of(built_in(), command)
    made.__dict__[OF_VOCABULARY] = partial(_with_options_of, command=command)
    return made


def _with_options_of(vocabulary: Vocabulary, command: Function) -> Function:
    block = [_parameter(field) for field in vocabulary.all_fields() if field.kind != AREA]

    def typed(given: Mapping[str, str | None]) -> Typed:
        texts = {name: text for name, text in given.items() if text is not None}
        return Typed(texts, vocabulary)

    return with_options(command, "stated", block, typed)


def _parameter(field: Field) -> inspect.Parameter:
    declared = typer.Option(
        field.option,
        *_SHORT.get(field.name, ()),
        help=field.about,
        metavar="NILAI",
        show_default=False,
        rich_help_panel=_panel(field),
    )
    return option(field.name, Annotated[str | None, declared])


def _panel(field: Field) -> str:
    if field.name.startswith(PREFIX):
        return "Bidang sendiri"
    return field.milestone.label if field.milestone else "Isi koperasi"


def read_stated(
    typed: Typed, per: str | None, book_year: str | None, cleared: Sequence[str] = ()
) -> GivenValues:
    """What was typed, in canonical values; `cleared` are the fields of `--kosongkan`.

    Raises Refused for a value that cannot be read, BadUsage for a field that is unknown or both set
    and emptied.
    """
    day = read_stated_day(per) or settings.today()
    year = read_book_year(book_year, newest_book_year(day))
    typed, adding = _with_note(typed)
    values, pers = _read_all(typed, year)
    for name in cleared:
        _add(values, _clearable(name, year, typed.vocabulary), None, typed.vocabulary)
    return GivenValues(values, pers, day, per is not None, year, adding)


def _with_note(typed: Typed) -> tuple[Typed, bool]:
    """What was typed, its note without the sign that says whether it is to be added."""
    text = typed.texts.get(NOTE_FIELD.name)
    if text is None:
        return typed, False
    try:
        adding, note = added_note.as_added(text)
    except CellError as error:
        message = ended(f"{NOTE_FIELD.option} `{short(text)}`: {error.message}")
        raise Refused(message, error.remedy) from None
    return typed._replace(texts={**typed.texts, NOTE_FIELD.name: note}), adding


def _read_all(typed: Typed, year: int) -> tuple[dict[str, str | None], dict[str, str]]:
    """Canonical values, and the days of those milestones that have their own."""
    values, implied = dict[str, str | None](), dict[str, str | None]()
    pers: dict[str, str] = {}
    vocabulary = typed.vocabulary
    for field, stated in _each(typed, year):
        if field.kind == PER:
            pers |= _days(field, stated)
            continue
        for name, value in stated.items():
            part = implied if vocabulary.is_implied(name, field) else values
            _add(part, name, value, vocabulary)
    return implied | values, pers


def _days(field: Field, stated: Mapping[str, str | None]) -> dict[str, str]:
    value = stated[field.name]
    return {field.owner: value} if value else {}


def _each(typed: Typed, year: int) -> Iterator[tuple[Field, Mapping[str, str | None]]]:
    """Each field that was typed, with what its text states."""
    vocabulary = typed.vocabulary
    for name, text in typed.texts.items():
        if field := vocabulary.by_name(vocabulary.in_year(name, year)):
            yield field, _read(field, text, _option_of(name), vocabulary)


def _option_of(name: str) -> str:
    """The option as typed: `--rat`, whatever the tahun buku."""
    return f"--{name.replace('_', '-')}"


def _read(option: Field, text: str, typed: str, vocabulary: Vocabulary) -> dict[str, str | None]:
    try:
        stated = vocabulary.read(option, text, settings.today())
    except CellError as error:
        shown = "" if option.personal else f" `{short(text)}`"
        raise Refused(ended(f"{typed}{shown}: {error.message}"), error.remedy) from None
    if not stated:
        raise Refused(
            f"{typed} tidak menyatakan apa-apa.", f"Untuk mengosongkan: --kosongkan {option.name}."
        )
    return stated


def _add(
    values: dict[str, str | None], name: str, value: str | None, vocabulary: Vocabulary
) -> None:
    if name == NOTE_FIELD.name and value:
        value = join_notes(values.get(name), value)
    elif name in values and values[name] != value:
        raise BadUsage(
            f"{vocabulary.label_of(name)} dinyatakan dua kali dengan isi berbeda.",
            "Sebut satu saja.",
        )
    values[name] = value


def _clearable(name: str, book_year: int, vocabulary: Vocabulary) -> str:
    option = field_named(clean(name).lstrip("-"), book_year, vocabulary)
    if option is None or option.kind in (AREA, PER):
        words = f"--kosongkan {clean(name)}: bukan nama isian."
        raise BadUsage(words, own_fields(name, vocabulary) or "Misalnya --kosongkan nib-nomor.")
    return option.name


def field_named(word: str, book_year: int, vocabulary: Vocabulary | None = None) -> Field | None:
    """The field of a name as typed, `sk` for short, `rat` that of a tahun buku."""
    known, name = vocabulary or built_in(), clean(word).casefold().replace("-", "_")
    return known.by_name(known.in_year({"sk": "sk_kemenkop"}.get(name, name), book_year))


def columns_named(
    text: str, book_year: int, personal: bool, vocabulary: Vocabulary | None = None
) -> tuple[str, ...]:
    """The fields of `--kolom` in their order. Raises BadUsage for what is no field, or personal."""
    known = vocabulary or built_in()
    listed = [
        column_named("--kolom", word, book_year, personal, known).name for word in text.split(",")
    ]
    return tuple(dict.fromkeys(listed))


def column_named(
    option: str, word: str, book_year: int, personal: bool, vocabulary: Vocabulary
) -> Field:
    """The field of a name typed behind an option. Raises BadUsage as `columns_named`."""
    field = field_named(word, book_year, vocabulary)
    if field is None:
        remedy = own_fields(word, vocabulary) or _column_names(vocabulary)
        raise BadUsage(f"{option}: `{short(word)}` bukan nama isian.", remedy)
    if field.personal and not personal:
        seen = Command("export", "--with-personal", "--kolom", f"kode,{field.name}")
        raise BadUsage(
            f"{option}: {field.name} adalah data pribadi.", Advice("Bila perlu: {}", seen)
        )
    return field


def _column_names(vocabulary: Vocabulary) -> str:
    listed = [
        field.name
        for field in vocabulary.all_fields()
        if field.kind in (AREA, STATE, VALUE) and not field.personal
    ]
    return f"Yang ada: {', '.join(listed)}; juga misalnya nib_per, nib_nomor, nib_rencana."
