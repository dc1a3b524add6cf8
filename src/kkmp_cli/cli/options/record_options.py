"""What the groups of records share: their options, how a list is shown, how a record is taken out.

Which rows a group has, and what hangs on one of them, is told by its own file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kkmp_cli.areas.kota import short_name
from kkmp_cli.cli.output import Terminal, session, undo_with
from kkmp_cli.errors import Advice, BadUsage, CellError, Command, Refused
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.numbers import read_count
from kkmp_cli.parsing.text import clean, ended

if TYPE_CHECKING:
    from kkmp_cli.actions.office_records import Attached
    from kkmp_cli.model.vocabulary import Vocabulary
    from kkmp_cli.register.reader import Reader

Number = Annotated[str, typer.Argument(metavar="ID", help="Nomor dari `list` kelompok ini.")]
Source = Annotated[str | None, typer.Option("--sumber", metavar="TEKS", help="Siapa menerbitkan.")]
Find = Callable[["Reader", frozenset[str]], list[dict[str, Any]]]
"""The rows of a group that concern the kota of these codes; no code means all of them."""


def show_list(
    ctx: typer.Context, kota: str | None, as_json: bool, find: Find, columns: Sequence[str]
) -> None:
    """Prints the rows of a group as JSON, or in columns with the kota by its name and what a target
    or a figure is about in words.
    """
    from kkmp_cli.actions.named_areas import scope

    command = session(ctx)
    with command.reading() as register:
        rows = find(register, frozenset(code for code, _ in scope(register, kota).kota))
        short = {code: short_name(name) for code, name in register.kota_names()}
        vocabulary = register.vocabulary
    for row in () if as_json else rows:
        row["kota"] = short.get(row["kota"], row["kota"])
        row |= _in_words(row, vocabulary)
    show_records(command, rows, as_json, columns)


def _in_words(row: Mapping[str, Any], vocabulary: Vocabulary) -> dict[str, str]:
    from kkmp_cli.render.words import sentences

    told: Mapping[str, Callable[[str, Vocabulary], str]] = {
        "milestone": sentences.step,
        "indikator": sentences.indicator,
    }
    return {name: tell(row[name], vocabulary) for name, tell in told.items() if row.get(name)}


def show_records(
    command: Terminal, rows: Sequence[Mapping[str, Any]], as_json: bool, columns: Sequence[str]
) -> None:
    """Prints records as JSON, or in columns."""
    from kkmp_cli.render.screens import plain_list

    command.page(plain_list.records(rows, as_json, columns), as_json)


def say_run(command: Terminal, run: int | None) -> None:
    """Under which number a record was made, and how to take it back."""
    command.say(Advice("Tercatat sebagai pekerjaan {}; batalkan: {}", run, Command("undo", run)))


def out_changed(command: Terminal, what: str, run: int | None) -> None:
    """That a record was changed, or stood so already."""
    if run:
        command.done(Advice("{} diubah{}.", what, undo_with(run)))
    else:
        command.done("Sudah tercatat demikian; tidak ada yang berubah.")


def remove(ctx: typer.Context, entity: str, number: str, attached: Attached | None = None) -> None:
    """Takes one record out, with what is `attached` to it and with its history."""
    from kkmp_cli.actions import office_records

    command, key = session(ctx), read_id(ctx, number)
    run = office_records.remove(command, entity, key, attached)
    command.done(Advice("{} {} dihapus{}.", entity.capitalize(), key, undo_with(run)))


def read_id(ctx: typer.Context, text: str) -> int:
    """The id typed after `update`, `remove`, `done`. Raises BadUsage for what is no number."""
    if not (text.isascii() and text.isdigit() and len(text) < 12):
        remedy = Advice("Lihat nomornya: {}", Command(ctx.command_path.split()[1], "list"))
        raise BadUsage(f"`{short(text)}` bukan nomor.", remedy)
    return int(text)


def read_people(text: str | None, option: str) -> int | None:
    """A number of people as typed after an option, None where it was not. Raises Refused."""
    if text is None:
        return None
    try:
        return int(read_count(clean(text)))
    except CellError as error:
        raise Refused(ended(f"{option} `{short(text)}`: {error.message}"), error.remedy) from None


def read_text(text: str | None, name: str, limit: int = 200) -> str | None:
    """A text of an option, None where it was not typed. Raises Refused for an empty one."""
    if text is None:
        return None
    words = clean(text, limit)
    if not words:
        raise Refused(f"{name} kosong.", "Tulis isinya.")
    return words


def read_source(text: str | None) -> str | None:
    """`--sumber`, None where nothing was typed."""
    return clean(text, 2_000) if text else None
