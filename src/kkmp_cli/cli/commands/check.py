"""`kkmp check`: is the register whole, and what in its data wants attention."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from kkmp_cli.cli.options import output_options
from kkmp_cli.cli.output import chosen_format, deliver, session


def check(
    ctx: typer.Context,
    kota: Annotated[str | None, typer.Option("--kota", help="Mutu data satu kota saja.")] = None,
    head: Annotated[
        str | None,
        typer.Option(
            "--kepala",
            metavar="KEPALA|BERKAS",
            help="Apakah riwayat dengan kepala ini, atau dari cadangan ini, masih termuat.",
        ),
    ] = None,
    detailed: Annotated[bool, typer.Option("--rinci", help="Sebutkan semua namanya.")] = False,
    as_format: output_options.Form = None,
    as_json: output_options.SameAsJson = False,
    output: output_options.Output = None,
) -> None:
    """Periksa keutuhan berkas dan riwayat, dan mutu data; satu baris per aturan.

    Contoh:
    kkmp check
    kkmp check --kota jakpus --rinci
    """
    from kkmp_cli.actions.check_register import contained, examine
    from kkmp_cli.render.screens import check as screen

    command = session(ctx)
    as_text = partial(screen.as_text, worded=command.worded)
    wanted = chosen_format(as_format, as_json, output, {**screen.FORMATS, "terminal": as_text})
    checked = screen.Checked(examine(command, kota, head), detailed)
    if words := contained(checked.results):
        command.say(words)
    deliver(command, wanted, checked)
    if checked.errors:
        raise typer.Exit(1)
