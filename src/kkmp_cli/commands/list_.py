"""`kkmp list`: which cooperatives, by the same words as the report's lists."""

from __future__ import annotations

from typing import Annotated

import typer

from kkmp_cli import settings
from kkmp_cli.commands import filtering, stating
from kkmp_cli.commands.cli import session
from kkmp_cli.milestones import newest_book_year


def list_(
    ctx: typer.Context,
    kota: filtering.Kota = None,
    kecamatan: filtering.Kecamatan = None,
    sudah: filtering.Sudah = None,
    belum: filtering.Belum = None,
    unknown: filtering.Unknown = None,
    without: filtering.Without = None,
    stuck: filtering.Stuck = None,
    stages: filtering.Stages = None,
    pilot: filtering.Pilot = False,
    unconfirmed: filtering.Unconfirmed = None,
    per: filtering.Per = None,
    book_year: filtering.BookYear = None,
    as_format: Annotated[str | None, typer.Option("--format", metavar="BENTUK", help="terminal atau json.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Sama dengan --format json.")] = False,
    output: Annotated[str | None, typer.Option("-o", "--output", metavar="BERKAS", help="Tulis ke berkas.")] = None,
) -> None:
    """Daftar koperasi menurut saringan; beberapa saringan berlaku bersama.

    Contoh: kkmp list --kota jakpus --belum usaha
    """
    from kkmp_cli.commands.delivery import chosen_format, deliver
    from kkmp_cli.commands.naming import scope
    from kkmp_cli.register.reading import reading
    from kkmp_cli.render import listing
    from kkmp_cli.reports.selecting import select

    today = settings.today()
    day = stating.read_day(per, today)
    year = stating.read_book_year(book_year, newest_book_year(day))
    wanted = chosen_format(as_format, as_json, output, listing.FORMATS)
    filters = filtering.read_filters(
        today, sudah=sudah, belum=belum, unknown=unknown, without=without, stuck=stuck, stages=stages, pilot=pilot,
        unconfirmed=unconfirmed,
    )  # fmt: skip
    with reading(session(ctx).location) as register:
        cooperatives = register.cooperatives(scope(register, kota, kecamatan).prefixes)
    found = select(cooperatives, filters, day.isoformat(), year)
    deliver(wanted, output, listing.Listing(found, day.isoformat(), year))
