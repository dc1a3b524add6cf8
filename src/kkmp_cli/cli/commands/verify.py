"""`kkmp verify`: does a packet still say what the register had recorded."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from kkmp_cli.cli.options import output_options
from kkmp_cli.cli.output import chosen_format, deliver, session


def verify(
    ctx: typer.Context,
    packet: Annotated[str, typer.Argument(metavar="PAKET", help="Berkas dari `kkmp report -o`.")],
    detailed: Annotated[bool, typer.Option("--rinci", help="Sebutkan semua bedanya.")] = False,
    as_format: output_options.Form = None,
    as_json: output_options.SameAsJson = False,
    output: output_options.Output = None,
) -> None:
    """Periksa paket yang pernah dibuat: sama dengan yang tercatat waktu itu, atau di mana bedanya.

    Paket dibuat lagi seperti tercatat pada run yang disebutnya, lalu dibandingkan; juga disebut
    apa yang berubah sejak itu.

    Contoh:
    kkmp verify laporan.html
    """
    from kkmp_cli.actions.verify_packet import verify as verified
    from kkmp_cli.cli.commands.report import made_again
    from kkmp_cli.render.screens import verify as screen

    command = session(ctx)
    as_text = partial(screen.as_text, detailed=detailed)
    wanted = chosen_format(as_format, as_json, output, {**screen.FORMATS, "terminal": as_text})
    found = verified(command, Path(packet), partial(made_again, command))
    deliver(command, wanted, found)
    if not found.same:
        raise typer.Exit(1)
