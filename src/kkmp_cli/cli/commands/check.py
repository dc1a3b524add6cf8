"""`kkmp check`: is the register whole, and what in its data wants attention."""

from __future__ import annotations

from typing import Annotated

import typer

from kkmp_cli import checks, settings
from kkmp_cli.cli.framework import session


def check(
    ctx: typer.Context,
    kota: Annotated[str | None, typer.Option("--kota", help="Mutu data satu kota saja.")] = None,
    detailed: Annotated[bool, typer.Option("--rinci", help="Sebutkan semua namanya.")] = False,
    as_format: Annotated[
        str | None, typer.Option("--format", metavar="BENTUK", help="terminal atau json.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Sama dengan --format json.")] = False,
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="BERKAS", help="Tulis ke berkas.")
    ] = None,
) -> None:
    """Periksa keutuhan berkas dan riwayat, dan mutu data; satu baris per aturan.

    Selesai dengan kode 1 bila ada kesalahan; peringatan dan info tidak.
    """
    from kkmp_cli.actions.named_areas import scope
    from kkmp_cli.cli.delivery import chosen_format, deliver
    from kkmp_cli.register import integrity
    from kkmp_cli.register.reader import open_reader
    from kkmp_cli.render.screens import check as checking

    wanted = chosen_format(as_format, as_json, output, checking.FORMATS)
    with open_reader(session(ctx).location) as register:
        results = integrity.examine(register)
        if integrity.whole(results):
            prefixes = scope(register, kota).prefixes
            found = register.snapshot(prefixes)
            day = settings.today().isoformat()
            aliases = tuple(
                (kode, alias)
                for kode, alias in register.aliases()
                if prefixes is None or kode.startswith(tuple(prefixes))
            )
            held = checks.Held(found.areas, found.cooperatives, aliases, found.followups, day)
            results += checks.examine(held)
    checked = checking.Checked(results, detailed)
    deliver(wanted, output, checked)
    if checked.errors:
        raise typer.Exit(1)
