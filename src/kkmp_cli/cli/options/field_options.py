"""The field options of `add` and `update`: one for every field of the vocabulary, read by that
field's own reader.

A milestone that is added to `milestones` has its options here without an edit.
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated

import typer

from kkmp_cli.cli.options.blocks import Command, with_options
from kkmp_cli.errors import BadUsage, CellError, Refused
from kkmp_cli.model import vocabulary
from kkmp_cli.model.vocabulary import AREA, PER, Field
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.text import clean, printable

_SHORT = {"sk_kemenkop": ("--sk",)}


@dataclass(frozen=True, slots=True)
class Stated:
    """What the field options say: canonical values, and the days of those milestones that have
    their own.
    """

    values: Mapping[str, str | None] = field(default_factory=dict)
    pers: Mapping[str, str] = field(default_factory=dict)


def with_field_options(command: Command) -> Command:
    """Gives a command all field options; it receives those that were typed as one mapping in its
    parameter `stated`.
    """
    block = [_parameter(option) for option in vocabulary.all_fields() if option.kind != AREA]
    return with_options(
        command,
        "stated",
        block,
        lambda given: {name: text for name, text in given.items() if text is not None},
    )


def _parameter(option: Field) -> inspect.Parameter:
    panel = f"{option.milestone.label}" if option.milestone else "Isi koperasi"
    declared = typer.Option(
        option.option,
        *_SHORT.get(option.name, ()),
        help=option.about,
        metavar="NILAI",
        show_default=False,
        rich_help_panel=panel,
    )
    return inspect.Parameter(
        option.name,
        inspect.Parameter.KEYWORD_ONLY,
        default=None,
        annotation=Annotated[str | None, declared],
    )


def read_options(raw: Mapping[str, str], cleared: list[str], book_year: int, today: date) -> Stated:
    """The canonical values of what was typed; `cleared` are the fields of `--kosongkan`.

    Raises Refused for a value that cannot be read, BadUsage for a field that is unknown or both set
    and emptied.
    """
    values: dict[str, str | None] = {}
    pers: dict[str, str] = {}
    for name, text in raw.items():
        option = vocabulary.by_name(vocabulary.in_year(name, book_year))
        if option is None:
            continue
        found = _read(option, text, today, _option_of(name))
        if option.kind == PER and option.state_field:
            pers.update((option.state_field, value) for value in found.values() if value)
            continue
        _merge(values, found)
    for name in cleared:
        _merge(values, {_clearable(name, book_year): None})
    return Stated(values, pers)


def _option_of(name: str) -> str:
    """The option as typed: `--rat`, whatever the tahun buku."""
    return f"--{name.replace('_', '-')}"


def _read(option: Field, text: str, today: date, typed: str) -> dict[str, str | None]:
    try:
        found = vocabulary.read(option, text, today)
    except CellError as error:
        shown = "" if option.personal else f" `{printable(text)[:80]}`"
        raise Refused(f"{typed}{shown}: {error.message}.", error.remedy) from None
    if not found:
        raise Refused(
            f"{typed} tidak menyatakan apa-apa.", f"Untuk mengosongkan: --kosongkan {option.name}."
        )
    return found


def _merge(values: dict[str, str | None], found: Mapping[str, str | None]) -> None:
    for name, value in found.items():
        if name in values and values[name] != value:
            raise BadUsage(
                f"{vocabulary.label_of(name)} dinyatakan dua kali dengan isi berbeda.",
                "Sebut satu saja.",
            )
        values[name] = value


def _clearable(name: str, book_year: int) -> str:
    word = clean(name).lstrip("-").replace("-", "_").casefold()
    option = vocabulary.by_name(
        vocabulary.in_year({"sk": "sk_kemenkop"}.get(word, word), book_year)
    )
    if option is None or option.kind in (AREA, PER):
        raise BadUsage(
            f"--kosongkan {clean(name)}: bukan nama isian.", "Misalnya --kosongkan nib-nomor."
        )
    return option.name


def read_day(text: str | None, today: date, option: str = "--per") -> date:
    """`--per` and its like: a day at most today; today where nothing was typed. Raises Refused."""
    if text is None:
        return today
    try:
        return dates.read_per(clean(text), today)
    except CellError as error:
        raise Refused(
            f"{option} `{printable(text)[:40]}`: {error.message}.", error.remedy
        ) from None


def read_any_day(text: str, option: str) -> str:
    """A date that may lie ahead (a due date), ISO, as precise as typed. Raises Refused."""
    try:
        return str(dates.read(clean(text)))
    except CellError as error:
        raise Refused(
            f"{option} `{printable(text)[:40]}`: {error.message}.", error.remedy
        ) from None


def read_exact_day(text: str, option: str) -> str:
    """A full date that may lie ahead, ISO. Raises Refused for a month or a year alone."""
    found = read_any_day(text, option)
    if len(found) != 10:
        raise Refused(f"{option} `{clean(text)}`: perlu tanggal lengkap.", dates.REMEDY)
    return found


def read_book_year(text: str | None, default: int) -> int:
    """`--tahun-buku`: a year from 2025 on. Raises Refused."""
    if text is None:
        return default
    word = clean(text)
    if not (word.isascii() and word.isdigit() and 2025 <= int(word) <= 2099):
        raise Refused(
            f"--tahun-buku `{word[:20]}` bukan tahun buku.",
            "Tulis tahun mulai 2025, misalnya 2025.",
        )
    return int(word)
