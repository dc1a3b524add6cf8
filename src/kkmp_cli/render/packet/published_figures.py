"""Published figures beside the register's of that day, the difference and its likely reason."""

from __future__ import annotations

from collections.abc import Sequence

from kkmp_cli.model.vocabulary import Vocabulary
from kkmp_cli.parsing import numbers
from kkmp_cli.render.document import IF_ANY, NEVER, Column, Section, Table
from kkmp_cli.render.packet.table_cells import PLACE, count, day, table
from kkmp_cli.render.words import NO_DATA, sentences
from kkmp_cli.render.words import figures_of_cooperatives as words
from kkmp_cli.reports.report import CooperativeFigure, FigureBeside, KotaReport, Report

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
_OF_COOPERATIVES = (
    *PLACE,
    Column("indikator", "Yang dibandingkan"),
    Column("nilai", "Terbit"),
    day("per", "Per"),
    Column("register", "Register"),
    day("register_per", "Per (register)"),
    Column("beda", "Beda"),
    Column("sumber", "Sumber", paper=IF_ANY),
)


def figures(value: Report, kota: KotaReport) -> Section:
    """In the order in which the report has them."""
    made = table(
        "angka_rujukan",
        "Angka yang terbit",
        _COLUMNS,
        kota.angka_rujukan,
        indikator=lambda one: sentences.indicator(
            one.indikator, value.vocabulary, value.tahun_buku
        ),
        register_teks=lambda one: sentences.figure_beside(one)[1].removeprefix("register "),
        selisih=_difference,
        sebab=lambda one: sentences.figure_reason(one, value.tahun_buku) or None,
    )
    lead = ("Di samping setiap angka: hitungan register pada tanggal yang sama.",)
    section = Section(
        "angka_rujukan", "Angka yang terbit", lead if kota.angka_rujukan else (), (made,)
    )
    return _with_cooperatives(section, kota, value.vocabulary)


def _with_cooperatives(section: Section, kota: KotaReport, vocabulary: Vocabulary) -> Section:
    """With the figures of single cooperatives: how many differ, and which, with both days."""
    if not kota.angka_rujukan_koperasi:
        return section
    differing = [one for one in kota.angka_rujukan_koperasi if one.sama is False]
    lead = (*section.lead, *words.summary(kota.angka_rujukan_koperasi, vocabulary))
    return section._replace(lead=lead, tables=(*section.tables, _differing(differing, vocabulary)))


def _differing(those: Sequence[CooperativeFigure], vocabulary: Vocabulary) -> Table:
    made = table(
        "angka_rujukan_koperasi",
        f"Beda dengan register: {numbers.show(len(those))}",
        _OF_COOPERATIVES,
        those,
        indikator=lambda one: vocabulary.label_of(one.indikator),
        nilai=lambda one: words.published(one, vocabulary),
        register=lambda one: words.registered(one, vocabulary),
        beda=words.verdict,
    )
    return made._replace(brief=False)


def _difference(one: FigureBeside) -> str | None:
    pieces = [piece for piece in sentences.figure_beside(one)[2:] if NO_DATA not in piece]
    return ", ".join(pieces).removeprefix("register ") or None
