"""`kkmp list`: which cooperatives, by the same words as the report's lists."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated

import typer

from kkmp_cli import settings
from kkmp_cli.commands import stating
from kkmp_cli.commands.cli import session
from kkmp_cli.errors import BadUsage
from kkmp_cli.milestones import by_code, codes, newest_book_year
from kkmp_cli.text import clean, match_key

STAGE_NAMES = ("belum_dibentuk", "pembentukan", "legalitas", "siap", "beroperasi", "tidak_diketahui")


def list_(
    ctx: typer.Context,
    kota: Annotated[list[str] | None, typer.Option("--kota", help="Nama, singkatan atau kode kota.")] = None,
    kecamatan: Annotated[str | None, typer.Option("--kecamatan", help="Nama atau kode kecamatan.")] = None,
    sudah: Annotated[list[str] | None, typer.Option("--sudah", metavar="M", help="Milestone itu sudah.")] = None,
    belum: Annotated[list[str] | None, typer.Option("--belum", metavar="M", help="Dinyatakan belum.")] = None,
    unknown: Annotated[list[str] | None, typer.Option("--tidak-diketahui", metavar="M", help="Belum ada data.")] = None,
    without: Annotated[list[str] | None, typer.Option("--tanpa", metavar="M", help="Semua yang tidak sudah.")] = None,
    stuck: Annotated[
        list[str] | None, typer.Option("--terkendala", metavar="M|semua", help="Terkendala di milestone itu.")
    ] = None,
    stages: Annotated[list[str] | None, typer.Option("--tahap", metavar="TAHAP", help=", ".join(STAGE_NAMES))] = None,
    pilot: Annotated[bool, typer.Option("--percontohan", help="Hanya koperasi percontohan.")] = False,
    unconfirmed: Annotated[
        str | None, typer.Option("--belum-dikonfirmasi", metavar="TANGGAL", help="Tanpa kabar sejak tanggal itu.")
    ] = None,
    per: Annotated[str | None, typer.Option("--per", metavar="TANGGAL", help="Keadaan pada tanggal itu.")] = None,
    book_year: Annotated[str | None, typer.Option("--tahun-buku", metavar="TAHUN", help="Tahun buku RAT.")] = None,
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
    from kkmp_cli.reports.selecting import Filters, select

    today = settings.today()
    day = stating.read_day(per, today)
    year = stating.read_book_year(book_year, newest_book_year(day))
    wanted = chosen_format(as_format, as_json, output, listing.FORMATS)
    filters = Filters(
        sudah=_milestones(sudah), belum=_milestones(belum), tidak_diketahui=_milestones(unknown),
        tanpa=_milestones(without), terkendala=_milestones(stuck, ("semua",)), tahap=_stages(stages),
        percontohan=pilot, belum_dikonfirmasi=_day(unconfirmed, today),
    )  # fmt: skip
    with reading(session(ctx).location) as register:
        cooperatives = register.cooperatives(scope(register, kota, kecamatan).prefixes)
    found = select(cooperatives, filters, day.isoformat(), year)
    deliver(wanted, output, listing.Listing(found, day.isoformat(), year))


def _day(text: str | None, today: date) -> str | None:
    return stating.read_day(text, today, "--belum-dikonfirmasi").isoformat() if text is not None else None


def _milestones(names: Sequence[str] | None, also: Sequence[str] = ()) -> list[str]:
    return [milestone_code(name, also) for name in names or ()]


def milestone_code(name: str, also: Sequence[str] = ()) -> str:
    """The milestone that a word on the command line names: its code, `sk` for short, its label. Raises BadUsage."""
    word = clean(name).casefold().replace("-", "_")
    word = {"sk": "sk_kemenkop", "beroperasi": "usaha"}.get(word, word)
    found = by_code(word)
    if found is not None:
        return found.code
    if word in also:
        return word
    raise BadUsage(f"`{word[:40]}` bukan milestone.", f"Yang ada: {', '.join((*codes(), *also))}.")


def _stages(names: Sequence[str] | None) -> list[str]:
    known = {match_key(name): name for name in STAGE_NAMES}
    found = []
    for name in names or ():
        if match_key(name) not in known:
            raise BadUsage(f"`{clean(name)[:40]}` bukan tahap.", f"Yang ada: {', '.join(STAGE_NAMES)}.")
        found.append(known[match_key(name)])
    return found
