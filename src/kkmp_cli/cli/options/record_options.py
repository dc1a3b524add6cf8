"""What the groups of records share: their options, how a list is shown, how a record is taken out.

Which rows a group has, and what hangs on one of them, is told by its own file.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kkmp_cli.areas.kota import short_name
from kkmp_cli.cli.framework import out, session

if TYPE_CHECKING:
    from kkmp_cli.model.event import Event
    from kkmp_cli.register.reader import Reader
    from kkmp_cli.register.writer import Writer

Kota = Annotated[str | None, typer.Option("--kota", help="Nama, singkatan atau kode kota.")]
AsJson = Annotated[bool, typer.Option("--json", help="Sebagai JSON.")]
Number = Annotated[str, typer.Argument(metavar="ID", help="Nomor dari `list` kelompok ini.")]

Find = Callable[["Reader", frozenset[str]], list[dict[str, Any]]]
"""The rows of a group that concern the kota of these codes; no code means all of them."""


def show_list(
    ctx: typer.Context, kota: str | None, as_json: bool, find: Find, columns: Sequence[str]
) -> None:
    """Prints the rows of a group as JSON, or in columns with the kota by its name."""
    from kkmp_cli.actions.named_areas import scope
    from kkmp_cli.register.reader import open_reader
    from kkmp_cli.render.screens import plain_list

    with open_reader(session(ctx).location) as register:
        rows = find(register, frozenset(code for code, _ in scope(register, kota).kota))
        names = {code: short_name(name) for code, name in register.kota_names()}
    if not as_json:
        rows = [row | {"kota": names.get(row["kota"], row["kota"])} for row in rows]
    out(plain_list.records(rows, as_json, columns))


def remove(
    ctx: typer.Context,
    entity: str,
    number: str,
    attached: Callable[[Writer, int], Sequence[Event]] | None = None,
) -> None:
    """Takes one record out, with what is `attached` to it and with its history."""
    from kkmp_cli.actions import record
    from kkmp_cli.register.writer import open_writer

    command, key = session(ctx), record.read_id(number)
    with open_writer(command.location) as register:
        run = record.remove_record(
            register, entity, key, command.typed, attached(register, key) if attached else ()
        )
    out(f"{entity.capitalize()} {key} dihapus (run {run}; batalkan: kkmp undo {run}).")
