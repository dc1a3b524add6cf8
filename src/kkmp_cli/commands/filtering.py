"""The filters that `list` and `export` share: their options, and what the words typed there mean.

Which cooperatives pass is told by `reports.selecting`. Never enters: a register, a table.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from kkmp_cli.commands import stating
from kkmp_cli.errors import BadUsage
from kkmp_cli.milestones import by_code, codes
from kkmp_cli.text import clean, match_key

if TYPE_CHECKING:
    from kkmp_cli.reports.selecting import Filters

STAGE_NAMES = ("belum_dibentuk", "pembentukan", "legalitas", "siap", "beroperasi", "tidak_diketahui")

Names = list[str] | None
Kota = Annotated[Names, typer.Option("--kota", help="Nama, singkatan atau kode kota.")]
Kecamatan = Annotated[str | None, typer.Option("--kecamatan", help="Nama atau kode kecamatan.")]
Sudah = Annotated[Names, typer.Option("--sudah", metavar="M", help="Milestone itu sudah.")]
Belum = Annotated[Names, typer.Option("--belum", metavar="M", help="Dinyatakan belum.")]
Unknown = Annotated[Names, typer.Option("--tidak-diketahui", metavar="M", help="Belum ada data.")]
Without = Annotated[Names, typer.Option("--tanpa", metavar="M", help="Semua yang tidak sudah.")]
Stuck = Annotated[Names, typer.Option("--terkendala", metavar="M|semua", help="Terkendala di milestone itu.")]
Stages = Annotated[Names, typer.Option("--tahap", metavar="TAHAP", help=", ".join(STAGE_NAMES))]
Pilot = Annotated[bool, typer.Option("--percontohan", help="Hanya koperasi percontohan.")]
Unconfirmed = Annotated[
    str | None, typer.Option("--belum-dikonfirmasi", metavar="TANGGAL", help="Tanpa kabar sejak tanggal itu.")
]
Per = Annotated[str | None, typer.Option("--per", metavar="TANGGAL", help="Keadaan pada tanggal itu.")]
BookYear = Annotated[str | None, typer.Option("--tahun-buku", metavar="TAHUN", help="Tahun buku RAT.")]


def read_filters(
    today: date, *, sudah: Names, belum: Names, unknown: Names, without: Names, stuck: Names, stages: Names,
    pilot: bool, unconfirmed: str | None,
) -> Filters:  # fmt: skip
    """What was typed as filters. Raises BadUsage for a word that is no milestone or stage."""
    from kkmp_cli.reports.selecting import Filters

    since = stating.read_day(unconfirmed, today, "--belum-dikonfirmasi") if unconfirmed is not None else None
    return Filters(
        sudah=_milestones(sudah), belum=_milestones(belum), tidak_diketahui=_milestones(unknown),
        tanpa=_milestones(without), terkendala=_milestones(stuck, ("semua",)), tahap=_stages(stages),
        percontohan=pilot, belum_dikonfirmasi=since.isoformat() if since else None,
    )  # fmt: skip


def _milestones(names: Names, also: Sequence[str] = ()) -> tuple[str, ...]:
    return tuple(milestone_code(name, also) for name in names or ())


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


def _stages(names: Names) -> tuple[str, ...]:
    known = {match_key(name): name for name in STAGE_NAMES}
    found = []
    for name in names or ():
        if match_key(name) not in known:
            raise BadUsage(f"`{clean(name)[:40]}` bukan tahap.", f"Yang ada: {', '.join(STAGE_NAMES)}.")
        found.append(known[match_key(name)])
    return tuple(found)
