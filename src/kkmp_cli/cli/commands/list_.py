"""`kkmp list`: which cooperatives, by the same words as the report's lists."""

from __future__ import annotations

from typing import Annotated

import typer

from kkmp_cli.cli.framework import session
from kkmp_cli.cli.options import filter_options


@filter_options.with_filters
def list_(
    ctx: typer.Context,
    chosen: filter_options.Choice,
    as_format: Annotated[
        str | None, typer.Option("--format", metavar="BENTUK", help="terminal atau json.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Sama dengan --format json.")] = False,
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="BERKAS", help="Tulis ke berkas.")
    ] = None,
) -> None:
    """Daftar koperasi menurut saringan; beberapa saringan berlaku bersama.

    Contoh: kkmp list --kota jakpus --belum usaha
    """
    from kkmp_cli.actions.named_areas import scope
    from kkmp_cli.cli.delivery import chosen_format, deliver
    from kkmp_cli.register.reader import open_reader
    from kkmp_cli.render.screens import list_ as listing
    from kkmp_cli.reports.selection import select

    wanted = chosen_format(as_format, as_json, output, listing.FORMATS)
    with open_reader(session(ctx).location) as register:
        cooperatives = register.cooperatives(
            scope(register, chosen.kota, chosen.kecamatan).prefixes
        )
    day = chosen.day.isoformat()
    found = select(cooperatives, chosen.filters, day, chosen.book_year)
    deliver(wanted, output, listing.Listing(found, day, chosen.book_year))
