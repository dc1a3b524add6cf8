"""A report → the packet for the meeting, as a document that every format writes. Never enters: a
format, a sum.

What changed leads; then what stands and what is due; then who is behind, by name; then what helps;
then the words.
"""

from __future__ import annotations

from datetime import date, datetime

from kkmp_cli.parsing import dates, numbers
from kkmp_cli.render import report_words
from kkmp_cli.render.document import Column, Document, Part, Section, Table
from kkmp_cli.render.packet import name_lists, standing, work
from kkmp_cli.render.packet.table_cells import count, share_text
from kkmp_cli.reports import KotaReport, Report, Summary
from kkmp_cli.reports.details import KotaDetails
from kkmp_cli.reports.report import MilestoneCount
from kkmp_cli.settings import JAKARTA

TITLE = "Laporan kesiapan KKMP"
SIGNATURES = ("Yang melaporkan", "Mengetahui")


def document(
    value: Report, printed_at: datetime, detail: bool = False, known_at: date | None = None
) -> Document:
    """The whole packet. Every kota must have its `rincian`; `detail` opens each number to names."""
    parts = tuple(part_of(value, kota, detail) for kota in value.kota)
    if len(parts) > 1:
        parts = (*parts, _all_kota(value))
    place = (
        ", ".join(part.name for part in parts[:1])
        if len(value.kota) == 1
        else f"{len(value.kota)} kota/kabupaten"
    )
    return Document(
        TITLE,
        place,
        f"Keadaan per {dates.show(value.per)}",
        parts,
        end_line(value.per, value.total.kkmp, printed_at, known_at),
        SIGNATURES,
    )


def end_line(per: str, kkmp: int, printed_at: datetime, known_at: date | None) -> str:
    """What every packet ends with: the day, the time of printing, the number of cooperatives."""
    moment = printed_at.astimezone(JAKARTA)
    pieces = [f"Keadaan per {dates.show(per)}"]
    if known_at:
        pieces.append(f"seperti tercatat sampai {dates.show(known_at)}")
    pieces += [
        f"dicetak {dates.show(moment.date())} pukul {moment:%H.%M} WIB",
        f"{numbers.show(kkmp)} KKMP",
    ]
    return " · ".join(pieces)


def place_of(kota: KotaReport) -> str:
    """The kota's name, and the kecamatan before it where the report is on one only."""
    return (
        f"Kecamatan {kota.kecamatan[0].nama}, {kota.nama}"
        if kota.satu_kecamatan and kota.kecamatan
        else kota.nama
    )


def part_of(value: Report, kota: KotaReport, detail: bool) -> Part:
    """One kota with all its sections, also those that have nothing to say."""
    if not kota.kkmp and not kota.tidak_aktif:
        return Part(kota.kode, place_of(kota), (report_words.NOT_HERE,), ())
    facts = [f"{numbers.show(kota.kkmp)} KKMP di {numbers.show(kota.kelurahan)} kelurahan"]
    if len(kota.kecamatan) > 1:
        facts.append(f"{len(kota.kecamatan)} kecamatan")
    if kota.tidak_aktif:
        facts.append(f"{numbers.show(kota.tidak_aktif)} bubar atau digabung, di luar hitungan")
    if kota.rincian is None:
        raise ValueError("a packet needs the details of every kota")
    return Part(
        kota.kode,
        place_of(kota),
        (" · ".join(facts),),
        tuple(_sections(value, kota, kota.rincian, detail)),
    )


def _sections(value: Report, kota: KotaReport, more: KotaDetails, detail: bool) -> list[Section]:
    found = [] if value.sejak is None else [work.changes(value, kota)]
    found += [
        standing.summary(value, kota),
        standing.targets(value, kota),
        work.follow_ups(value, kota),
        name_lists.not_operating(value, kota),
        standing.per_kecamatan(value, kota),
        name_lists.rat(value, kota),
        work.obstacles(value, more),
        work.plans(value, more),
        work.trainings(kota, more),
        work.loans(more),
        work.learning(more),
        work.partners(kota, more),
        standing.figures(value, kota),
        standing.trend(value, more),
    ]
    if detail:
        found.append(name_lists.behind_every_number(value, kota, more))
    if more.kontak:
        found.append(name_lists.contacts(more))
    return [
        *found,
        Section("arti", "Arti kata", lead=(*report_words.DEFINITIONS, report_words.PRESS_WORDS)),
    ]


def _all_kota(value: Report) -> Part:
    total = value.total
    facts = f"{numbers.show(total.kkmp)} KKMP di {numbers.show(total.kelurahan)} kelurahan"
    section = standing.counts(
        "total", "Jumlah semua kota/kabupaten di atas", total.milestone, value
    )
    return Part("total", f"Semua {len(value.kota)} kota/kabupaten di atas", (facts,), (section,))


def overview(value: Summary, printed_at: datetime, known_at: date | None = None) -> Document:
    """A line per kota and the total, without names."""
    columns = [
        Column("kode", "Kode", paper="never"),
        Column("nama", "Kota/kabupaten"),
        count("kkmp", "KKMP"),
    ]
    order = standing.in_order(value.total.milestone)
    for code in order:
        label = report_words.short_label(code, value.tahun_buku)
        columns += [
            count(f"{code}_sudah", label, "never"),
            count(f"{code}_belum_ada_data", label, "never"),
        ]
        columns.append(Column(f"{code}_teks", label))
    rows = []
    for row in (*value.kota, value.total):
        cells: list[str | int | None] = [row.kode, row.nama or "Jumlah", row.kkmp]
        for code in order:
            cells += _standing(row.milestone[code])
        rows.append(tuple(cells))
    table = Table("kota", "Per kota/kabupaten", tuple(columns), tuple(rows[:-1]), rows[-1])
    notes = ("Angka = sudah; (n?) = belum ada data untuk n KKMP; ? = belum ada data sama sekali.",)
    section = Section(
        "kota", "Per kota/kabupaten", tables=(table,), notes=(*notes, *report_words.DEFINITIONS)
    )
    facts = (
        f"{numbers.show(value.total.kkmp)} KKMP di {numbers.show(len(value.kota))} kota/kabupaten"
    )
    part = Part("semua", "Semua kota/kabupaten di register ini", (facts,), (section,))
    end = end_line(value.per, value.total.kkmp, printed_at, known_at)
    return Document(
        TITLE, part.name, f"Keadaan per {dates.show(value.per)}", (part,), end, SIGNATURES
    )


def _standing(held: MilestoneCount) -> tuple[int | None, int, str]:
    return held.sudah if held.known else None, held.tidak_diketahui, share_text(held)


__all__ = ["document", "end_line", "overview", "part_of", "place_of"]
