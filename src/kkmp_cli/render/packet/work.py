"""What is being done: changes, tindak lanjut, kendala, plans, trainings, loans, whom to learn from,
partners.
"""

from __future__ import annotations

from collections.abc import Sequence

from kkmp_cli.parsing import dates, numbers
from kkmp_cli.render import report_words
from kkmp_cli.render.document import IF_ANY, NEVER, Column, Group, Row, Section, Table
from kkmp_cli.render.packet.name_lists import listed
from kkmp_cli.render.packet.standing import in_order
from kkmp_cli.render.packet.table_cells import (
    PLACE,
    by_kecamatan,
    count,
    day,
    headed,
    place,
    sentence,
)
from kkmp_cli.render.words import UNITS
from kkmp_cli.reports import KotaReport, Report
from kkmp_cli.reports.details import KotaDetails
from kkmp_cli.reports.obstacles import AWAITED, CATEGORIES, places_of
from kkmp_cli.reports.report import MilestoneChange, OpenFollowUp
from kkmp_cli.reports.support import LOAN, Learning, LoanFile

_FEW = 6
"""How many peers are named before the rest is counted."""


def changes(value: Report, kota: KotaReport) -> Section:
    """What became different: per milestone how many more, then by name in groups that are not
    mixed.
    """
    since = dates.show(value.sejak or value.per)
    found = kota.berubah
    columns = (
        Column("jenis", "Jenis"),
        Column("milestone", "Milestone"),
        *PLACE,
        Column("dari", "Dari"),
        Column("menjadi", "Menjadi"),
        day("tanggal", "Tanggal"),
    )
    rows = tuple(
        (
            report_words.CHANGE_WORDS[one.jenis],
            report_words.short_label(one.milestone, value.tahun_buku),
            *place(one),
            report_words.STATE_WORDS.get(one.dari, one.dari),
            report_words.STATE_WORDS.get(one.menjadi, one.menjadi),
            one.tanggal,
        )
        for one in found
    )
    lead = []
    for code in in_order(kota.milestone):
        held = kota.milestone[code]
        if any(one.milestone == code for one in found):
            label = report_words.short_label(code, value.tahun_buku)
            lead.append(
                f"{label} {numbers.show_signed(held.berubah or 0)}, menjadi "
                f"{numbers.show(held.sudah)}."
            )
    groups = [group for kind in report_words.CHANGE_GROUPS for group in _of_kind(kind, value, kota)]
    table = Table("berubah", "Yang berubah", columns, rows, groups=tuple(groups))
    return Section(
        "berubah", f"Berubah sejak {since}", tuple(lead) or ("Tidak ada yang berubah.",), (table,)
    )


def _of_kind(kind: str, value: Report, kota: KotaReport) -> Sequence[Group]:
    mine = sorted(
        (one for one in kota.berubah if one.jenis == kind), key=lambda one: (one.tanggal, one.kode)
    )
    found: dict[tuple[str, str, str], list[MilestoneChange]] = {}
    for code in in_order(kota.milestone):
        for one in mine:
            if one.milestone == code:
                found.setdefault((code, one.menjadi, one.tanggal), []).append(one)
    groups = []
    for (code, after, moment), those in found.items():
        label = report_words.change_label(
            kind, report_words.short_label(code, value.tahun_buku), after
        )
        names = tuple(one.kelurahan for one in those)
        groups.append(Group(f"{label}, {dates.show(moment)} ({numbers.show(len(those))})", names))
    return headed(f"{report_words.CHANGE_GROUPS[kind]}: {numbers.show(len(mine))}", groups)


def follow_ups(value: Report, kota: KotaReport) -> Section:
    """What is still to be done, the late ones first; moved dates and the meeting are said."""
    columns = (
        count("id", "No."),
        Column("uraian", "Yang dikerjakan"),
        Column("penanggung_jawab", "Penanggung jawab"),
        day("batas", "Batas"),
        Column("sisa", "Sisa waktu"),
        Column("semula", "Semula", paper=IF_ANY),
        Column("untuk", "Untuk"),
        day("rapat", "Rapat", IF_ANY),
        Column("kode", "Kode", paper=NEVER),
    )
    rows = tuple(_to_do(one, kota) for one in kota.tindak_lanjut)
    late = sum(one.terlambat for one in kota.tindak_lanjut)
    lead = f"{numbers.show(len(rows))} masih terbuka" + (
        f", {numbers.show(late)} terlambat." if late else "."
    )
    return Section(
        "tindak_lanjut",
        "Tindak lanjut",
        (lead,) if rows else (),
        (Table("tindak_lanjut", "Tindak lanjut", columns, rows),),
    )


def _to_do(one: OpenFollowUp, kota: KotaReport) -> Row:
    if not one.kode:
        whom = kota.nama
    elif len(one.kode) == kota.kkmp:
        whom = f"semua {numbers.show(kota.kkmp)} KKMP"
    else:
        whom = ", ".join(one.kelurahan)
    left = dates.show_remaining(one.sisa_hari)
    before = ", ".join(dates.show(day_) for day_ in one.batas_lama) or None
    return (
        one.id,
        one.uraian,
        one.penanggung_jawab,
        one.batas,
        left,
        before,
        whom,
        one.rapat,
        "; ".join(one.kode),
    )


def obstacles(value: Report, more: KotaDetails) -> Section:
    """What is stuck, counted by category and kecamatan, then by age."""
    items = more.terkendala
    by_name = [count(name, report_words.CATEGORY_WORDS[name], IF_ANY) for name in CATEGORIES]
    columns = (
        Column("kecamatan", "Kecamatan"),
        *by_name,
        count("jumlah", "Jumlah"),
        count("kkmp", "KKMP"),
    )
    rows: list[Row] = []
    for one in more.per_kategori:
        counts = [one.kategori[name] for name in CATEGORIES]
        rows.append((one.nama, *counts, sum(counts), one.kkmp))
    sums = [sum(one.kategori[name] for one in more.per_kategori) for name in CATEGORIES]
    total: Row = ("Jumlah", *sums, len(items), sum(one.kkmp for one in more.per_kategori))
    by_category = Table(
        "kendala_per_kategori", "Kendala menurut sebab", columns, tuple(rows), total
    )
    listed_ = (
        *PLACE,
        Column("milestone", "Milestone"),
        Column("kategori", "Kategori", paper=NEVER),
        Column("catatan", "Catatan", paper=NEVER),
        Column("kendala", "Kendala"),
        day("sejak", "Sejak"),
        count("hari", "Hari"),
    )
    aged = tuple(
        (
            *place(one),
            report_words.short_label(one.milestone, value.tahun_buku),
            one.kategori,
            one.catatan,
            report_words.why(one.kategori, one.catatan),
            one.sejak,
            one.hari,
        )
        for one in items
    )
    tables = (by_category, Table("kendala", "Kendala, yang paling lama di atas", listed_, aged))
    note = (
        "Satu KKMP dapat punya lebih dari satu kendala; kolom KKMP menghitung setiap "
        "koperasi sekali."
    )
    return Section("kendala", "Kendala", tables=tables, notes=(note,) if items else ())


def plans(value: Report, more: KotaDetails) -> Section:
    """Past their date first, then by date; who has set none for what the meeting waits for."""
    columns = (
        *PLACE,
        Column("milestone", "Milestone"),
        Column("keadaan", "Keadaan", paper=NEVER),
        day("rencana", "Rencana"),
        Column("lewat", "Sudah lewat", paper=IF_ANY),
    )
    rows = tuple(
        (
            *place(one),
            report_words.short_label(one.milestone, value.tahun_buku),
            report_words.STATE_WORDS[one.keadaan],
            one.rencana,
            "sudah lewat" if one.lewat else None,
        )
        for one in more.rencana
    )
    late = sum(one.lewat for one in more.rencana)
    lead = [
        f"{numbers.show(len(rows))} rencana"
        + (f", {numbers.show(late)} sudah lewat." if late else ".")
    ]
    none = []
    for code in AWAITED:
        those = places_of(more.tanpa_rencana, code)
        label = f"{report_words.short_label(code, value.tahun_buku)}, belum dan tanpa rencana"
        lead += [f"{label}: {numbers.show(len(those))} KKMP."] if those else []
        none.append(
            listed(f"tanpa_rencana_{code}", label, those, 0)._replace(
                paper=bool(rows) and code == "usaha"
            )
        )
    table = Table("rencana", "Menurut tanggal", columns, rows)
    return Section("rencana", "Rencana", tuple(lead) if rows else (), (table, *none))


def trainings(kota: KotaReport, more: KotaDetails) -> Section:
    """How many trainings and people, how far they reach by kecamatan and organ, and who was never
    at one.
    """
    columns = (
        Column("judul", "Pelatihan"),
        day("mulai", "Mulai"),
        day("selesai", "Selesai", IF_ANY),
        Column("peserta_teks", "Peserta"),
        count("peserta", "Peserta (angka)", NEVER),
        count("tercatat", "Tercatat per kelurahan", IF_ANY),
        count("kkmp", "KKMP tercatat"),
    )
    rows = tuple(
        (
            one.judul,
            one.mulai,
            one.selesai,
            _heads(one.peserta, one.tercatat),
            one.peserta,
            one.tercatat,
            one.kkmp,
        )
        for one in more.kegiatan
    )
    held = Table("pelatihan", "Kegiatan", columns, rows)
    lead = [sentence(report_words.participants(kota.pelatihan))]
    missing = kota.pelatihan.belum_tercatat
    if kota.pelatihan.kegiatan or kota.pelatihan.kkmp_terjangkau:
        reached = numbers.share(kota.pelatihan.kkmp_terjangkau, kota.kkmp) if kota.kkmp else "0"
        lead.append(f"{reached} KKMP tercatat ikut.")
    never = listed("belum_tercatat", "Belum tercatat ikut pelatihan", missing, kota.kkmp)
    return Section(
        "pelatihan",
        "Pelatihan",
        tuple(lead),
        (held, _reach(more), never._replace(paper=bool(rows))),
    )


def _heads(stated: int | None, recorded: int | None) -> str:
    known = stated if stated is not None else recorded
    return "jumlah tidak diketahui" if known is None else numbers.show(known)


def _reach(more: KotaDetails) -> Table:
    columns = (
        Column("kecamatan", "Kecamatan"),
        count("kkmp", "KKMP"),
        count("terjangkau", "Tercatat ikut"),
        count("pengurus", "Pengurus"),
        count("pengawas", "Pengawas"),
        count("tanpa_jumlah", "Ikut, jumlah orang tidak diketahui", IF_ANY),
    )
    rows = tuple(
        (one.nama, one.kkmp, one.terjangkau, one.pengurus, one.pengawas, one.tanpa_jumlah)
        for one in more.jangkauan
    )
    sums = [sum(int(row[at]) for row in rows) for at in range(1, len(columns))]
    total: Row = ("Jumlah", *sums)
    reached = any(one.terjangkau for one in more.jangkauan)
    return Table(
        "jangkauan_pelatihan",
        "Jangkauan per kecamatan dan organ",
        columns,
        rows,
        total,
        paper=reached,
    )


def loans(more: KotaDetails) -> Section:
    """Who has the papers that a bank asks for, who lacks a single one, of whom a single one is
    unknown.
    """
    sets = more.pinjaman
    columns = (
        *PLACE,
        Column("keadaan", "Berkas"),
        Column("kurang", "Kurang"),
        Column("belum_diketahui", "Belum ada data"),
    )
    states = ("lengkap", "kurang satu", "kurang dua atau lebih", report_words.NO_DATA)
    rows = [row for word, files in zip(states, sets, strict=True) for row in _files(word, files)]
    groups = [*headed(f"Lengkap: {numbers.show(len(sets.lengkap))}", by_kecamatan(sets.lengkap))]
    groups += _by_paper("Kurang satu", [(file.kurang[0], file) for file in sets.kurang_satu])
    nearly = [
        file for file in sets.tanpa_data if not file.kurang and len(file.belum_diketahui) == 1
    ]
    groups += _by_paper(
        "Tinggal satu yang belum ada datanya", [(file.belum_diketahui[0], file) for file in nearly]
    )
    known = any(len(file.belum_diketahui) < len(LOAN) for files in sets for file in files)
    lead = (
        f"Syarat yang dihitung: {', '.join(map(report_words.paper, LOAN))}. "
        f"Lengkap {numbers.show(len(sets.lengkap))}, kurang satu "
        f"{numbers.show(len(sets.kurang_satu))}, "
        f"kurang dua atau lebih {numbers.show(len(sets.kurang_lebih))}, "
        f"{report_words.NO_DATA} {numbers.show(len(sets.tanpa_data))}."
    )
    shown = known and bool(groups)
    table = Table(
        "pinjaman",
        "Siap mengajukan pinjaman",
        columns,
        tuple(rows),
        groups=tuple(groups),
        paper=shown,
    )
    return Section(
        "pinjaman",
        "Siap mengajukan pinjaman",
        (lead,) if known else (),
        (table,),
        (report_words.PROFILE_NOTE,) if known else (),
    )


def _by_paper(title: str, files: Sequence[tuple[str, LoanFile]]) -> list[Group]:
    """Those of whom one paper is open, under that paper."""
    heading = f"{title}: {numbers.show(len(files))}"
    groups = []
    for paper in LOAN:
        names = tuple(file.kelurahan for name, file in files if name == paper)
        if names:
            groups.append(
                Group(f"{report_words.paper(paper)} ({numbers.show(len(names))})", names, heading)
            )
    return groups


def _files(word: str, files: Sequence[LoanFile]) -> list[Row]:
    return [
        (
            *place(one),
            word,
            ", ".join(map(report_words.paper, one.kurang)) or None,
            ", ".join(map(report_words.paper, one.belum_diketahui)) or None,
        )
        for one in files
    ]


def learning(more: KotaDetails) -> Section:
    """For those that do not operate: whom they can visit, and what is run there."""
    columns = (
        Column("kecamatan", "Kecamatan"),
        Column("belum", "Belum beroperasi"),
        Column("teladan", "Dapat belajar dari"),
    )
    rows = tuple((one.kecamatan, ", ".join(one.belum), _peers(one)) for one in more.teladan)
    return Section(
        "teladan",
        "Belajar dari yang sudah berjalan",
        tables=(Table("teladan", "Teladan", columns, rows),),
    )


def _peers(one: Learning) -> str:
    if not one.teladan:
        return "belum ada yang beroperasi di kota ini"
    named = [
        peer.kelurahan
        + (
            f" ({', '.join(UNITS.get(unit, unit) for unit in peer.unit_usaha)})"
            if peer.unit_usaha
            else ""
        )
        for peer in one.teladan[:_FEW]
    ]
    more = len(one.teladan) - len(named)
    lead = "di kecamatan lain: " if one.sekota else ""
    return lead + ", ".join(named) + (f" dan {numbers.show(more)} lain" if more else "")


def partners(kota: KotaReport, more: KotaDetails) -> Section:
    """Who supports whom, and who has nobody."""
    columns = (Column("mitra", "Mitra"), count("kkmp", "KKMP"), Column("nama", "Mendampingi"))
    rows = tuple(
        (one.nama, len(one.kkmp), ", ".join(place_.kelurahan for place_ in one.kkmp))
        for one in more.mitra
    )
    alone = listed("tanpa_mitra", "Tanpa mitra tercatat", more.tanpa_mitra, kota.kkmp)._replace(
        paper=bool(rows)
    )
    return Section(
        "mitra", "Mitra", tables=(Table("mitra", "Siapa mendampingi siapa", columns, rows), alone)
    )
