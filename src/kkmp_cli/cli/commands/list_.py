"""`kkmp list`: which cooperatives, by the same words as the report's lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kkmp_cli.cli.options import filter_options, output_options
from kkmp_cli.cli.output import Terminal, chosen_format, deliver, session

if TYPE_CHECKING:
    from kkmp_cli.render.screens.list_ import Listing


@filter_options.with_filters
def list_(
    ctx: typer.Context,
    chosen: filter_options.Choice,
    everybody: Annotated[
        bool, typer.Option("--semua", help="Juga yang bubar atau digabung.")
    ] = False,
    as_format: output_options.Form = None,
    as_json: output_options.SameAsJson = False,
    output: output_options.Output = None,
) -> None:
    """Daftar koperasi menurut saringan; beberapa saringan berlaku bersama.

    Contoh: kkmp list --kota jakpus --belum usaha
    """
    from kkmp_cli.render.screens import list_ as screen

    wanted = chosen_format(as_format, as_json, output, screen.FORMATS)
    deliver(wanted, _listing(session(ctx), chosen, everybody))


def _listing(command: Terminal, chosen: filter_options.Choice, everybody: bool) -> Listing:
    from kkmp_cli.actions.named_areas import scope
    from kkmp_cli.render.screens.list_ import Listing
    from kkmp_cli.reports.selection import select

    day = chosen.day.isoformat()
    with command.reading() as register:
        where = scope(register, chosen.kota, chosen.kecamatan)
        cooperatives = register.cooperatives(where.prefixes, day=day)
        vocabulary = register.vocabulary
    matches = select(cooperatives, chosen.filters, day, chosen.book_year, everybody)
    return Listing(matches, day, chosen.book_year, vocabulary)
