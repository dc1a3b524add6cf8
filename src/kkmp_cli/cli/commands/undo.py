"""`kkmp undo`: takes a run back whole."""

from __future__ import annotations

from typing import Annotated

import typer

from kkmp_cli.cli.options import output_options
from kkmp_cli.cli.options.run_options import read_run
from kkmp_cli.cli.output import session
from kkmp_cli.cli.prompts import confirm
from kkmp_cli.errors import Advice, Command
from kkmp_cli.parsing.numbers import show


def undo(
    ctx: typer.Context,
    run: Annotated[
        str | None,
        typer.Argument(metavar="NOMOR", help="Nomor pekerjaan; bila tidak diisi: yang terbaru."),
    ] = None,
    reason: output_options.Reason = None,
    yes: output_options.Yes = False,
) -> None:
    """Batalkan satu pekerjaan utuh; membatalkan pembatalan mengembalikannya.

    Nomornya di `kkmp history`.

    Contoh:
    kkmp undo
    kkmp undo 5 --alasan "salah kelurahan"
    """
    from kkmp_cli.actions import undo_run

    command = session(ctx)
    one = undo_run.candidate(command, read_run(run))
    confirm(f"Batalkan pekerjaan {one.id} ({one.command}, {show(one.count)} perubahan)?", yes)
    number = undo_run.undo(command, one.id, reason)
    back = Command("undo", number)
    words = "Pekerjaan {} dibatalkan (pekerjaan {}; kembalikan: {})."
    command.done(Advice(words, one.id, number, back))
