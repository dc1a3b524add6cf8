"""What is stuck, by category and by age, and what is planned, by date."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from kkmp_cli.model.area import distinct_name
from kkmp_cli.parsing import numbers
from kkmp_cli.render.document import IF_ANY, NEVER, Column, Group, Row, Section, Table
from kkmp_cli.render.packet.table_cells import PLACE, count, day, listed, summed, table
from kkmp_cli.render.words import CATEGORY_WORDS, STATE_WORDS, kendala, sentences
from kkmp_cli.reports.kota_details import KotaDetails, Stuck
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
    Column("milestone", "Tahap"),
    Column("kategori", "Kategori", paper=NEVER),
    Column("catatan", "Catatan", paper=NEVER),
    Column("kendala", "Kendala"),
    day("sejak", "Sejak"),
    count("hari", "Hari"),
)
_PLANS = (
    *PLACE,
    Column("milestone", "Tahap"),
    Column("keadaan", "Keadaan", paper=NEVER),
    day("rencana", "Rencana"),
    Column("lewat", "Sudah lewat", paper=IF_ANY),
)


def obstacles(value: Report, more: KotaDetails) -> Section:
    """Counted by category and kecamatan, then who is stuck for each reason, the oldest first."""
    by_age = table(
        "kendala",
        "Kendala menurut sebab, yang paling lama di depan",
        _BY_AGE,
        more.terkendala,
        milestone=lambda one: sentences.short_label(one.milestone, value.tahun_buku),
        kendala=lambda one: kendala(one.kategori, one.catatan),
    )
    by_age = by_age._replace(groups=tuple(_by_cause(more)), brief=False)
    notes = (_NOTE,) if more.terkendala else ()
    return Section("kendala", "Kendala", tables=(_by_category(more), by_age), notes=notes)


def _by_cause(more: KotaDetails) -> Iterator[Group]:
    for category in CATEGORIES:
        those = [one for one in more.terkendala if one.kategori == category]
        if those:
            label = f"{CATEGORY_WORDS[category]} ({numbers.show(len(those))})"
            yield Group(label, tuple(map(_aged, those)))


def _aged(one: Stuck) -> str:
    """`Gambir 265 hari`; of another milestone than usaha with its name."""
    which = "" if one.milestone == "usaha" else f" ({sentences.step(one.milestone)})"
    return f"{distinct_name(one.kelurahan)}{which} {numbers.show(one.hari)} hari"


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
    made = table(
        "rencana",
        "Menurut tanggal",
        _PLANS,
        more.rencana,
        milestone=lambda one: sentences.short_label(one.milestone, value.tahun_buku),
        keadaan=lambda one: STATE_WORDS[one.keadaan],
        lewat=lambda one: "sudah lewat" if one.lewat else None,
    )
    return made._replace(groups=tuple(_on_a_day(value, more)), brief=False)


def _on_a_day(value: Report, more: KotaDetails) -> Iterator[Group]:
    """Of each milestone who means to reach it on the same day."""
    order = sorted(more.rencana, key=lambda one: one.milestone != "usaha")
    for code, plans in groupby(order, lambda one: one.milestone):
        label = sentences.short_label(code, value.tahun_buku)
        for planned, those in groupby(plans, lambda one: one.rencana):
            names = tuple(distinct_name(one.kelurahan) for one in those)
            when = sentences.plan(planned, value.per)
            yield Group(f"{label}, {when} ({numbers.show(len(names))})", names)


def _without_plan(value: Report, more: KotaDetails) -> Iterator[Table]:
    for code in AWAITED:
        label = f"{sentences.short_label(code, value.tahun_buku)}, belum dan tanpa rencana"
        made = listed(f"tanpa_rencana_{code}", label, places_of(more.tanpa_rencana, code), 0)
        yield made._replace(paper=bool(more.rencana) and code == "usaha", brief=False)
