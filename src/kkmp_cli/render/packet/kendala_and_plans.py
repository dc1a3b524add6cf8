"""What is stuck, by category and by age, and what is planned, by date."""

from __future__ import annotations

from kkmp_cli.parsing import numbers
from kkmp_cli.render.document import IF_ANY, NEVER, Column, Row, Section, Table
from kkmp_cli.render.packet.table_cells import PLACE, count, day, listed, summed, table
from kkmp_cli.render.words import CATEGORY_WORDS, STATE_WORDS, kendala, sentences
from kkmp_cli.reports import Report
from kkmp_cli.reports.details import KotaDetails
from kkmp_cli.reports.obstacles import AWAITED, CATEGORIES, places_of

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
    rows: list[Row] = []
    for one in more.per_kategori:
        counts = [one.kategori[name] for name in CATEGORIES]
        rows.append((one.nama, *counts, sum(counts), one.kkmp))
    title = "Kendala menurut sebab"
    by_category = summed(Table("kendala_per_kategori", title, _BY_CATEGORY, tuple(rows)))
    by_age = table(
        "kendala",
        "Kendala, yang paling lama di atas",
        _BY_AGE,
        more.terkendala,
        milestone=lambda one: sentences.short_label(one.milestone, value.tahun_buku),
        kendala=lambda one: kendala(one.kategori, one.catatan),
    )
    notes = (_NOTE,) if more.terkendala else ()
    return Section("kendala", "Kendala", tables=(by_category, by_age), notes=notes)


def plans(value: Report, more: KotaDetails) -> Section:
    """Past their date first, then by date; who has set none for what the meeting waits for."""
    items = more.rencana
    made = table(
        "rencana",
        "Menurut tanggal",
        _PLANS,
        items,
        milestone=lambda one: sentences.short_label(one.milestone, value.tahun_buku),
        keadaan=lambda one: STATE_WORDS[one.keadaan],
        lewat=lambda one: "sudah lewat" if one.lewat else None,
    )
    late = sum(one.lewat for one in items)
    lead = [
        f"{numbers.show(len(items))} rencana"
        + (f", {numbers.show(late)} sudah lewat." if late else ".")
    ]
    none = []
    for code in AWAITED:
        those = places_of(more.tanpa_rencana, code)
        label = f"{sentences.short_label(code, value.tahun_buku)}, belum dan tanpa rencana"
        lead += [f"{label}: {numbers.show(len(those))} KKMP."] if those else []
        shown = bool(items) and code == "usaha" and bool(those)
        none.append(listed(f"tanpa_rencana_{code}", label, those, 0)._replace(paper=shown))
    return Section("rencana", "Rencana", tuple(lead) if items else (), (made, *none))
