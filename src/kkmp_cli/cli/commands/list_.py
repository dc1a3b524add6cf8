"""`kkmp list`: which cooperatives, by the same words as the report's lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kkmp_cli.cli.options import filter_options, output_options
from kkmp_cli.cli.options.field_options import Columns, column_named, columns_named
from kkmp_cli.cli.output import Terminal, chosen_format, deliver, session
from kkmp_cli.parsing.numbers import show
from kkmp_cli.parsing.text import clean

if TYPE_CHECKING:
    from kkmp_cli.render.screens.list_ import Listing


@filter_options.with_filters
def list_(
    ctx: typer.Context,
    chosen: filter_options.Choice,
    everybody: Annotated[
        bool, typer.Option("--semua", help="Juga yang bubar atau digabung.")
    ] = False,
    columns: Columns = None,
    order: Annotated[
        str | None,
        typer.Option("--urut", metavar="ISIAN", help="Urut menurut isian ini; `ISIAN-` menurun."),
    ] = None,
    as_format: Annotated[
        str | None, typer.Option("--format", metavar="BENTUK", help="terminal, json, csv, xlsx.")
    ] = None,
    as_json: output_options.SameAsJson = False,
    output: output_options.Output = None,
) -> None:
    """Daftar koperasi menurut saringan; beberapa saringan berlaku bersama.

    Contoh:
    kkmp list --kota jakpus --belum usaha
    kkmp list --kolom kelurahan,anggota,nib --urut anggota- -o daftar.xlsx
    """
    from kkmp_cli.render.screens import list_ as screen

    wanted = chosen_format(as_format, as_json, output, screen.FORMATS)
    command = session(ctx)
    listing = _listing(command, chosen, everybody, (columns, order))
    deliver(command, wanted, listing, what=f"{show(len(listing.found))} koperasi")


def _listing(
    command: Terminal,
    chosen: filter_options.Choice,
    everybody: bool,
    shown: tuple[str | None, str | None],
) -> Listing:
    from kkmp_cli.actions.named_areas import scope
    from kkmp_cli.render.screens.list_ import Listing
    from kkmp_cli.reports.selection import select

    day = chosen.day.isoformat()
    with command.reading() as register:
        where = scope(register, chosen.kota, chosen.kecamatan)
        cooperatives = register.cooperatives(where.prefixes, day=day)
        vocabulary = register.vocabulary
    matches = select(cooperatives, chosen.filters, day, chosen.book_year, everybody)
    return _arranged(Listing(matches, day, chosen.book_year, vocabulary, place=where.names), *shown)


def _arranged(listing: Listing, columns: str | None, order: str | None) -> Listing:
    """The listing with the columns of `--kolom`, in the order of `--urut`. Raises BadUsage."""
    year, vocabulary = listing.book_year, listing.vocabulary
    if columns is not None:
        listing = listing._replace(names=columns_named(columns, year, False, vocabulary))
    if order is None:
        return listing
    word = clean(order)
    field = column_named("--urut", word.removesuffix("-"), year, False, vocabulary)
    return listing.ordered(field, descending=word.endswith("-"))
