"""`kkmp backup`: a copy of the whole register, also while it is in use."""

from __future__ import annotations

from typing import Annotated

import typer

from kkmp_cli.cli.extensions import refuse_other
from kkmp_cli.cli.options import output_options
from kkmp_cli.cli.output import session
from kkmp_cli.errors import Advice, Command


@output_options.never_asking
def backup(
    ctx: typer.Context,
    file: Annotated[
        str | None,
        typer.Argument(
            metavar="BERKAS", help="Berkas atau folder; tanpa ini: di samping register."
        ),
    ] = None,
) -> None:
    """Buat cadangan register yang utuh dan sudah diperiksa, juga sewaktu register dipakai.

    Contoh:
    kkmp backup
    kkmp backup cadangan.db
    """
    from kkmp_cli.actions import backups
    from kkmp_cli.render.screens import backup as screen

    if file:
        refuse_other(file, "db", "Cadangan adalah register (.db)")
    command = session(ctx)
    made = backups.back_up(command, file)
    done = "diperbarui" if made.replaces else "dibuat"
    command.done(f"Cadangan {done}: {made.target} ({screen.contents(made.contents)})")
    command.say(
        Advice(
            "Pulihkan dengan: {}. Isinya termasuk data pribadi; simpan seperti register.",
            Command("restore", made.target),
        )
    )
    if made.head:
        template = "Kepala riwayatnya {}. Catat di tempat lain; kelak uji register dengan: {}"
        command.say(Advice(template, made.head, Command("check", "--kepala", made.head)))
