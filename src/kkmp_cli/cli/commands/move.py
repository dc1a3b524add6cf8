"""`kkmp move`: a register out of a file onto a server."""

from __future__ import annotations

from typing import Annotated

import typer

from kkmp_cli.cli.options import output_options
from kkmp_cli.cli.output import session
from kkmp_cli.cli.prompts import confirm
from kkmp_cli.errors import Advice, Command


def move(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="BERKAS", help="Register yang dipindahkan.")],
    url: Annotated[
        str, typer.Argument(metavar="ALAMAT", help="Misalnya postgresql://pengelola@server/kkmp.")
    ],
    yes: output_options.Yes = False,
) -> None:
    """Pindahkan register dari berkas ke server bersama, lengkap dengan riwayatnya.

    Contoh:
    kkmp move register.db postgresql://pengelola@server/kkmp
    """
    from kkmp_cli.actions import shared_register
    from kkmp_cli.register import restoring
    from kkmp_cli.register.location import path_of
    from kkmp_cli.render.screens.backup import contents

    command = session(ctx)
    listed = contents(restoring.contents(path_of(file)))
    confirm(f"Pindahkan {file} ({listed}) ke {shared_register.named(url)}?", yes)
    done = shared_register.move_in(command, file, url)
    command.done(f"{file} dipindahkan ke {done.place}: {contents(done.contents)}.")
    command.say(
        Advice(
            "Berkas itu tetap ada; simpan sebagai cadangan. Pakai yang di server: {}.",
            Command("--db", url, "report"),
        )
    )
