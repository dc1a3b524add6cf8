"""What is stuck, by category and by age, and what is planned, by date."""

from __future__ import annotations

from collections.abc import Iterator

from kkmp_cli.render.document import IF_ANY, NEVER, Column, Row, Section, Table
from kkmp_cli.render.packet.table_cells import PLACE, count, day, listed, summed, table
from kkmp_cli.render.words import CATEGORY_WORDS, STATE_WORDS, kendala, sentences
from kkmp_cli.reports.kota_details import KotaDetails
from kkmp_cli.reports.obstacles import AWAITED, CATEGORIES, places_of
from kkmp_cli.reports.report import Report

_NOTE = (
    "Satu KKMP dapat punya lebih dari satu kendala; kolom KKMP menghitung setiap koperasi sekali."
)
_BY_CATEGORY = (
    Column("kecamatan", "Kecamatan"),
    *(count(name, CATEGORY_WORDS[name], IF_ANY) for name in CATEGORIES),
    count("jumlah", "Jumlah"),
    count("kkmp", "KKMP"),
)
_BY_AGE = (
    *PLACE,
    Column("milestone", "Milestone"),
    Column("kategori", "Kategori", paper=NEVER),
    Column("catatan", "Catatan", paper=NEVER),
    Column("kendala", "Kendala"),
    day("sejak", "Sejak"),
    count("hari", "Hari"),
)
_PLANS = (
    *PLACE,
    Column("milestone", "Milestone"),
    Column("keadaan", "Keadaan", paper=NEVER),
    day("rencana", "Rencana"),
    Column("lewat", "Sudah lewat", paper=IF_ANY),
)


def obstacles(value: Report, more: KotaDetails) -> Section:
    """Counted by category and kecamatan, then one by one, the oldest first."""
    by_age = table(
        "kendala",
        "Kendala, yang paling lama di atas",
        _BY_AGE,
        more.terkendala,
        milestone=lambda one: sentences.short_label(one.milestone, value.tahun_buku),
        kendala=lambda one: kendala(one.kategori, one.catatan),
    )._replace(brief=False)
    notes = (_NOTE,) if more.terkendala else ()
    return Section("kendala", "Kendala", tables=(_by_category(more), by_age), notes=notes)


def _by_category(more: KotaDetails) -> Table:
    rows: list[Row] = []
    for one in more.per_kategori:
        counts = [one.kategori[name] for name in CATEGORIES]
        rows.append((one.nama, *counts, sum(counts), one.kkmp))
    title = "Kendala menurut sebab"
    return summed(Table("kendala_per_kategori", title, _BY_CATEGORY, tuple(rows)))


def plans(value: Report, more: KotaDetails) -> Section:
    """Past their date first, then by date; who has set none for what the meeting waits for."""
    items, none = more.rencana, [*_without_plan(value, more)]
    missing = [f"{one.title} KKMP." for one in none if one.rows]
    lead = sentences.how_many(items, "rencana", "sudah lewat", sum(one.lewat for one in items))
    tables = (_by_date(value, more), *none)
    return Section("rencana", "Rencana", (lead, *missing) if items else (), tables)


def _by_date(value: Report, more: KotaDetails) -> Table:
    return table(
        "rencana",
        "Menurut tanggal",
        _PLANS,
        more.rencana,
        milestone=lambda one: sentences.short_label(one.milestone, value.tahun_buku),
        keadaan=lambda one: STATE_WORDS[one.keadaan],
        lewat=lambda one: "sudah lewat" if one.lewat else None,
    )._replace(brief=False)


def _without_plan(value: Report, more: KotaDetails) -> Iterator[Table]:
    for code in AWAITED:
        label = f"{sentences.short_label(code, value.tahun_buku)}, belum dan tanpa rencana"
        made = listed(f"tanpa_rencana_{code}", label, places_of(more.tanpa_rencana, code), 0)
        yield made._replace(paper=bool(more.rencana) and code == "usaha", brief=False)
