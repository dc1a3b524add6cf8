"""Published figures beside the register's of that day, the difference and its likely reason."""

from __future__ import annotations

from kkmp_cli.render.document import IF_ANY, NEVER, Column, Section
from kkmp_cli.render.packet.table_cells import count, day, table
from kkmp_cli.render.words import NO_DATA, sentences
from kkmp_cli.reports.report import FigureBeside, KotaReport, Report

_COLUMNS = (
    Column("indikator", "Yang dihitung"),
    Column("nilai", "Terbit"),
    Column("register_teks", "Register"),
    count("register", "Register, jumlah", NEVER),
    Column("selisih", "Selisih"),
    Column("sebab", "Kemungkinan sebab", paper=IF_ANY),
    day("per", "Per"),
    Column("sumber", "Sumber", paper=IF_ANY),
)


def figures(value: Report, kota: KotaReport) -> Section:
    """In the order in which the report has them."""
    made = table(
        "angka_rujukan",
        "Angka yang terbit",
        _COLUMNS,
        kota.angka_rujukan,
        indikator=lambda one: sentences.indicator(one.indikator, value.tahun_buku),
        register_teks=lambda one: sentences.figure_beside(one)[1].removeprefix("register "),
        selisih=_difference,
        sebab=lambda one: sentences.figure_reason(one, value.tahun_buku) or None,
    )
    lead = ("Di samping setiap angka: hitungan register pada tanggal yang sama.",)
    return Section(
        "angka_rujukan", "Angka yang terbit", lead if kota.angka_rujukan else (), (made,)
    )


def _difference(one: FigureBeside) -> str | None:
    pieces = [piece for piece in sentences.figure_beside(one)[2:] if NO_DATA not in piece]
    return ", ".join(pieces).removeprefix("register ") or None
