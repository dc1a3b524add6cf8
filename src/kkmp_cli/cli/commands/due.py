"""`kkmp due`: what is late, what is due, and who is silent."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from kkmp_cli import settings
from kkmp_cli.cli.options import day_options, output_options, place_options
from kkmp_cli.cli.output import Writer, chosen_format, deliver, session

if TYPE_CHECKING:
    from kkmp_cli.actions.what_is_due import Due


def due(
    ctx: typer.Context,
    kota: Annotated[
        list[str] | None, typer.Option("--kota", help="Nama, singkatan atau kode; dapat diulang.")
    ] = None,
    kecamatan: place_options.Kecamatan = None,
    per: day_options.Per = None,
    as_format: Annotated[
        str | None,
        typer.Option(
            "--format", metavar="BENTUK", help="terminal, json, ics, csv, xlsx, md, html, pdf."
        ),
    ] = None,
    as_json: output_options.SameAsJson = False,
    output: output_options.Output = None,
) -> None:
    """Apa yang jatuh tempo: terlambat, minggu ini, 30 hari lagi; dan siapa yang lama tanpa kabar.

    Tindak lanjut, target, RAT dan tanggal yang direncanakan; ke kalender sebagai berkas .ics.

    Contoh:
    kkmp due --kota jakpus
    kkmp due -o jatuh-tempo.ics
    """
    from kkmp_cli.actions.what_is_due import what_is_due

    wanted = chosen_format(as_format, as_json, output, _writers(output is not None))
    command = session(ctx)
    deliver(command, wanted, what_is_due(command, kota, kecamatan, day_options.read_day(per)))


def _writers(to_file: bool) -> dict[str, Writer]:
    names = ("terminal", "json", "ics", "csv", "xlsx", "md", "html", "pdf")
    return {name: partial(_written, name=name, to_file=to_file) for name in names}


def _written(value: Due, *, name: str, to_file: bool) -> str | bytes:
    from kkmp_cli.render.screens import due as screen

    if name == "json":
        return screen.as_json(value.listed)
    if name == "ics":
        made_of = value.vocabulary, value.register, value.run
        return screen.as_calendar(value.listed, *made_of, settings.now())
    return _page(value, name, to_file)


def _page(value: Due, name: str, to_file: bool) -> str | bytes:
    from kkmp_cli.render import formats
    from kkmp_cli.render.packet import due_agenda

    made = due_agenda.agenda(value.listed, value.place, value.vocabulary, settings.now())
    options = formats.Options(due_agenda.EVERYTHING, to_file=to_file)
    return formats.WRITERS[name](made, options)
