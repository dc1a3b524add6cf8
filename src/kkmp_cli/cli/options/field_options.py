"""The field options of `add` and `update`: one for every field of the vocabulary, read by that
field's own reader.

A milestone that is added to `milestones` has its options here without an edit.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated

import typer

from kkmp_cli import settings
from kkmp_cli.actions.given_values import GivenValues
from kkmp_cli.cli.options.blocks import Function, option, with_options
from kkmp_cli.cli.options.day_options import read_book_year, read_stated_day
from kkmp_cli.errors import BadUsage, CellError, Refused
from kkmp_cli.milestones import newest_book_year
from kkmp_cli.model import vocabulary
from kkmp_cli.model.vocabulary import AREA, PER, Field
from kkmp_cli.parsing.text import clean, ended, join_notes, printable

Columns = Annotated[
    str | None, typer.Option("--kolom", metavar="A,B", help="Hanya kolom ini, urut begini.")
]
_SHORT = {"sk_kemenkop": ("--sk",)}


def with_field_options(command: Function) -> Function:
    """Gives a command all field options; those typed come as a mapping, its parameter `stated`."""
    block = [_parameter(field) for field in vocabulary.all_fields() if field.kind != AREA]
    return with_options(
        command,
        "stated",
        block,
        lambda given: {name: text for name, text in given.items() if text is not None},
    )


def _parameter(field: Field) -> inspect.Parameter:
    panel = f"{field.milestone.label}" if field.milestone else "Isi koperasi"
    declared = typer.Option(
        field.option,
        *_SHORT.get(field.name, ()),
        help=field.about,
        metavar="NILAI",
        show_default=False,
        rich_help_panel=panel,
    )
    return option(field.name, Annotated[str | None, declared])


def read_stated(
    raw: Mapping[str, str], per: str | None, book_year: str | None, cleared: Sequence[str] = ()
) -> GivenValues:
    """What was typed, in canonical values; `cleared` are the fields of `--kosongkan`.

    Raises Refused for a value that cannot be read, BadUsage for a field that is unknown or both set
    and emptied.
    """
    day = read_stated_day(per) or settings.today()
    year = read_book_year(book_year, newest_book_year(day))
    values, pers = _read_all(raw, year)
    for name in cleared:
        _add(values, _clearable(name, year), None)
    return GivenValues(values, pers, day, per is not None, year)


def _read_all(raw: Mapping[str, str], year: int) -> tuple[dict[str, str | None], dict[str, str]]:
    """Canonical values, and the days of those milestones that have their own."""
    values: dict[str, str | None] = {}
    implied: dict[str, str | None] = {}
    pers: dict[str, str] = {}
    for field, stated in _each(raw, year):
        if field.kind == PER:
            pers.update((field.owner, value) for value in stated.values() if value)
            continue
        for name, value in stated.items():
            _add(implied if vocabulary.is_implied(name, field) else values, name, value)
    return {**implied, **values}, pers


def _each(raw: Mapping[str, str], year: int) -> Iterator[tuple[Field, Mapping[str, str | None]]]:
    """Each field that was typed, with what its text states."""
    for name, text in raw.items():
        if field := vocabulary.by_name(vocabulary.in_year(name, year)):
            yield field, _read(field, text, _option_of(name))


def _option_of(name: str) -> str:
    """The option as typed: `--rat`, whatever the tahun buku."""
    return f"--{name.replace('_', '-')}"


def _read(option: Field, text: str, typed: str) -> dict[str, str | None]:
    try:
        stated = vocabulary.read(option, text, settings.today())
    except CellError as error:
        shown = "" if option.personal else f" `{printable(text)[:80]}`"
        raise Refused(ended(f"{typed}{shown}: {error.message}"), error.remedy) from None
    if not stated:
        raise Refused(
            f"{typed} tidak menyatakan apa-apa.", f"Untuk mengosongkan: --kosongkan {option.name}."
        )
    return stated


def _add(values: dict[str, str | None], name: str, value: str | None) -> None:
    if name == vocabulary.NOTE_FIELD.name and value:
        value = join_notes(values.get(name), value)
    elif name in values and values[name] != value:
        raise BadUsage(
            f"{vocabulary.label_of(name)} dinyatakan dua kali dengan isi berbeda.",
            "Sebut satu saja.",
        )
    values[name] = value


def _clearable(name: str, book_year: int) -> str:
    option = field_named(clean(name).lstrip("-"), book_year)
    if option is None or option.kind in (AREA, PER):
        raise BadUsage(
            f"--kosongkan {clean(name)}: bukan nama isian.", "Misalnya --kosongkan nib-nomor."
        )
    return option.name


def field_named(word: str, book_year: int) -> Field | None:
    """The field of a name as typed, `sk` for short, `rat` that of a tahun buku."""
    name = clean(word).casefold().replace("-", "_")
    return vocabulary.by_name(vocabulary.in_year({"sk": "sk_kemenkop"}.get(name, name), book_year))


def columns_named(text: str, book_year: int, personal: bool) -> tuple[str, ...]:
    """The fields of `--kolom` in their order. Raises BadUsage for what is no field, or personal."""
    names = []
    for word in text.split(","):
        field = field_named(word, book_year)
        if field is None:
            raise BadUsage(
                f"--kolom: `{clean(word)[:40]}` bukan nama isian.",
                "Misalnya --kolom kode,kelurahan,nib.",
            )
        if field.personal and not personal:
            remedy = "Tambahkan --with-personal bila perlu."
            raise BadUsage(f"--kolom: {field.name} adalah data pribadi.", remedy)
        names.append(field.name)
    return tuple(dict.fromkeys(names))
