"""The filters that `list` and `export` share: their options, and what the words typed there mean.

Which cooperatives pass is told by `reports.selecting`. Never enters: a register, a table.
"""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from kkmp_cli import settings
from kkmp_cli.cli.options import field_options
from kkmp_cli.cli.options.blocks import Command, with_options
from kkmp_cli.errors import BadUsage
from kkmp_cli.milestones import by_code, codes, newest_book_year
from kkmp_cli.parsing.text import clean, match_key

if TYPE_CHECKING:
    from kkmp_cli.reports.selection import Filters

STAGE_NAMES = (
    "belum_dibentuk",
    "pembentukan",
    "legalitas",
    "siap",
    "beroperasi",
    "tidak_diketahui",
)

Names = list[str] | None


class Choice(NamedTuple):
    """What the options come to: the words for the place, the day, the tahun buku, and which
    cooperatives pass.
    """

    kota: Names
    kecamatan: str | None
    day: date
    book_year: int
    filters: Filters


def with_filters(command: Command) -> Command:
    """Gives a command the options of `read`; it receives what they come to in its parameter
    `chosen`.
    """
    options = inspect.signature(read, eval_str=True).parameters.values()
    return with_options(command, "chosen", options, lambda given: read(**given))


def read(
    kota: Annotated[Names, typer.Option("--kota", help="Nama, singkatan atau kode kota.")] = None,
    kecamatan: Annotated[
        str | None, typer.Option("--kecamatan", help="Nama atau kode kecamatan.")
    ] = None,
    sudah: Annotated[
        Names, typer.Option("--sudah", metavar="M", help="Milestone itu sudah.")
    ] = None,
    belum: Annotated[Names, typer.Option("--belum", metavar="M", help="Dinyatakan belum.")] = None,
    unknown: Annotated[
        Names, typer.Option("--tidak-diketahui", metavar="M", help="Belum ada data.")
    ] = None,
    without: Annotated[
        Names, typer.Option("--tanpa", metavar="M", help="Semua yang tidak sudah.")
    ] = None,
    stuck: Annotated[
        Names, typer.Option("--terkendala", metavar="M|semua", help="Terkendala di milestone itu.")
    ] = None,
    stages: Annotated[
        Names, typer.Option("--tahap", metavar="TAHAP", help=", ".join(STAGE_NAMES))
    ] = None,
    pilot: Annotated[
        bool, typer.Option("--percontohan", help="Hanya koperasi percontohan.")
    ] = False,
    unconfirmed: Annotated[
        str | None,
        typer.Option(
            "--belum-dikonfirmasi", metavar="TANGGAL", help="Tanpa kabar sejak tanggal itu."
        ),
    ] = None,
    per: Annotated[
        str | None, typer.Option("--per", metavar="TANGGAL", help="Keadaan pada tanggal itu.")
    ] = None,
    book_year: Annotated[
        str | None, typer.Option("--tahun-buku", metavar="TAHUN", help="Tahun buku RAT.")
    ] = None,
) -> Choice:
    """What was typed. Raises BadUsage for a word that is no milestone or stage, Refused for one
    that is no day.
    """
    from kkmp_cli.reports.selection import Filters

    today = settings.today()
    day = field_options.read_day(per, today)
    since = (
        field_options.read_day(unconfirmed, today, "--belum-dikonfirmasi")
        if unconfirmed is not None
        else None
    )
    filters = Filters(
        sudah=_milestones(sudah),
        belum=_milestones(belum),
        tidak_diketahui=_milestones(unknown),
        tanpa=_milestones(without),
        terkendala=_milestones(stuck, ("semua",)),
        tahap=_stages(stages),
        percontohan=pilot,
        belum_dikonfirmasi=since.isoformat() if since else None,
    )
    return Choice(
        kota,
        kecamatan,
        day,
        field_options.read_book_year(book_year, newest_book_year(day)),
        filters,
    )


def _milestones(names: Names, also: Sequence[str] = ()) -> tuple[str, ...]:
    return tuple(milestone_code(name, also) for name in names or ())


def milestone_code(name: str, also: Sequence[str] = ()) -> str:
    """The milestone that a word on the command line names: its code, `sk` for short, its label.
    Raises BadUsage.
    """
    word = clean(name).casefold().replace("-", "_")
    word = {"sk": "sk_kemenkop", "beroperasi": "usaha"}.get(word, word)
    found = by_code(word)
    if found is not None:
        return found.code
    if word in also:
        return word
    raise BadUsage(f"`{word[:40]}` bukan milestone.", f"Yang ada: {', '.join((*codes(), *also))}.")


def _stages(names: Names) -> tuple[str, ...]:
    known = {match_key(name): name for name in STAGE_NAMES}
    found = []
    for name in names or ():
        if match_key(name) not in known:
            raise BadUsage(
                f"`{clean(name)[:40]}` bukan tahap.", f"Yang ada: {', '.join(STAGE_NAMES)}."
            )
        found.append(known[match_key(name)])
    return tuple(found)
