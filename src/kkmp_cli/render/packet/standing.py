"""The numbers of the packet: what stands, what is due, per kecamatan, beside published figures,
over the months.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kkmp_cli.milestones import STATES, UNKNOWN, codes
from kkmp_cli.parsing import dates, numbers
from kkmp_cli.render import report_words
from kkmp_cli.render.document import (
    COUNT,
    IF_ANY,
    NEVER,
    SIGNED,
    Bar,
    Column,
    Line,
    Row,
    Section,
    Table,
)
from kkmp_cli.render.packet.table_cells import count, day, excused
from kkmp_cli.reports import KotaReport, Report
from kkmp_cli.reports.details import KotaDetails
from kkmp_cli.reports.report import (
    FigureBeside,
    KecamatanCount,
    MilestoneCount,
    TargetProgress,
    YearlyCount,
)

FIRST = ("usaha", "rat")
"""What is asked first in the room; the papers follow in their own order."""
_DARKEST = 4


def in_order(held: Mapping[str, MilestoneCount]) -> list[str]:
    """The codes as they are read out."""
    return [*FIRST, *(code for code in held if code not in FIRST)]


def summary(value: Report, kota: KotaReport) -> Section:
    """Each milestone in a bar and in a row, and what stands beside it."""
    found = counts("milestone", "Ringkasan", kota.milestone, value)
    beside = report_words.papers_of_operating(kota.berkas_beroperasi, kota.milestone["usaha"].sudah)
    tables = [*found.tables]
    if any(kota.tahap[key] for key in kota.tahap if key not in ("beroperasi", UNKNOWN)):
        tables.append(_tally("tahap", "Tahap", kota.tahap, report_words.STAGE_WORDS))
    else:
        tables.append(
            _tally("tahap", "Tahap", kota.tahap, report_words.STAGE_WORDS)._replace(paper=False)
        )
    outlets = _tally("gerai_usaha", "Gerai dan usaha", kota.gerai_usaha, report_words.OUTLET_WORDS)
    if outlets.total and kota.gerai_usaha[UNKNOWN] == kota.kkmp:
        outlets = outlets._replace(paper=False)
    elif kota.gerai_usaha["belum_gerai"]:
        outlets = outlets._replace(notes=(report_words.OUTLET_NOTE,))
    return found._replace(lead=(beside,) if beside else (), tables=(*tables, outlets))


def counts(key: str, title: str, held: Mapping[str, MilestoneCount], value: Report) -> Section:
    """A bar and a row of counts for each milestone; a milestone of which nothing is known has no
    number of `sudah`.
    """
    columns = (
        Column("kunci", "Kunci", paper=NEVER),
        Column("milestone", "Milestone"),
        count("sudah", "Sudah"),
        count("dari", "Dari"),
        Column("persen", "Persen"),
        Column("berubah", "Berubah", SIGNED, IF_ANY),
        *(
            count(state, report_words.STATE_WORDS[state].capitalize(), IF_ANY)
            for state in STATES[1:]
        ),
        count("tidak_wajib", "Tidak wajib", IF_ANY),
    )
    rows = [_counted(code, held[code], value.tahun_buku) for code in in_order(held)]
    bars = tuple(_bar(code, held[code], value.tahun_buku) for code in in_order(held))
    return Section(key, title, tables=(Table(key, "Milestone", columns, tuple(rows)),), bars=bars)


def _counted(code: str, held: MilestoneCount, book_year: int) -> Row:
    known = held.known
    sure = known and (held.sudah or not held.tidak_diketahui)
    return (
        code,
        report_words.short_label(code, book_year),
        held.sudah if known or not held.asked else None,
        held.asked,
        numbers.percent(held.sudah, held.asked) if sure and held.asked else None,
        held.berubah if known else None,
        *(getattr(held, state) for state in STATES[1:]),
        excused(held),
    )


def _bar(code: str, held: MilestoneCount, book_year: int) -> Bar:
    label = report_words.short_label(code, book_year)
    share, *rest = report_words.standing(held).split(" · ")
    moved = [report_words.moved(held.berubah)] if held.known and held.berubah else []
    return Bar(
        label, held.sudah, held.stated_not, held.tidak_diketahui, " · ".join([share, *moved, *rest])
    )


def _tally(key: str, title: str, found: Mapping[str, int], labels: Mapping[str, str]) -> Table:
    columns = (Column("kunci", "Kunci", paper=NEVER), Column("arti", title), count("kkmp", "KKMP"))
    rows = tuple((name, label, found[name]) for name, label in labels.items())
    return Table(key, title, columns, rows, (None, "Jumlah", sum(found.values())))


def targets(value: Report, kota: KotaReport) -> Section:
    """Due dates in their order, wanted beside reached, with who set them and when."""
    columns = (
        Column("milestone", "Milestone"),
        day("batas", "Batas"),
        count("sisa_hari", "Sisa hari", NEVER),
        Column("sisa", "Sisa waktu"),
        Column("target", "Target"),
        count("tercapai", "Tercapai"),
        Column("sisanya", "Sisanya"),
        Column("sumber", "Ditetapkan oleh", paper=IF_ANY),
        day("ditetapkan", "Dicatat", IF_ANY),
    )
    rows = [_target(one, value, kota) for one in kota.target]
    stated = {(one.milestone, one.tahun_buku) for one in kota.target}
    for code, held in kota.milestone.items():
        if isinstance(held, YearlyCount) and held.batas and (code, value.tahun_buku) not in stated:
            done = held.sudah if held.known else None
            rows.append(
                _due(
                    code,
                    value.tahun_buku,
                    held.batas,
                    held.sisa_hari or 0,
                    ("semua", done, report_words.open_of(held), None, None),
                )
            )
    rows.sort(key=lambda row: (str(row[1]), str(row[0])))
    return Section(
        "target",
        "Batas waktu dan target",
        tables=(Table("target", "Target", columns, tuple(rows)),),
    )


def _due(code: str, book_year: int, batas: str, left: int, rest: Row) -> Row:
    return (
        report_words.short_label(code, book_year),
        batas,
        left,
        dates.show_remaining(left),
        *rest,
    )


def _target(one: TargetProgress, value: Report, kota: KotaReport) -> Row:
    year = one.tahun_buku or value.tahun_buku
    held = kota.milestone.get(one.milestone) if year == value.tahun_buku else None
    known = held is None or held.known
    wanted = "semua" if one.target is None else numbers.show(one.target)
    rest = report_words.open_of(held) if held else None
    reached = one.tercapai if known else None
    return _due(
        one.milestone,
        year,
        one.batas,
        one.sisa_hari,
        (wanted, reached, rest, one.sumber, one.ditetapkan),
    )


def per_kecamatan(value: Report, kota: KotaReport) -> Section:
    """The table of data with every part of every milestone, and a heat table for paper."""
    parts = ("sudah", "belum", "tidak_diketahui", "tidak_wajib")
    columns = [Column("kode", "Kode"), Column("kecamatan", "Kecamatan"), count("kkmp", "KKMP")]
    for code in in_order(kota.milestone):
        names = {part: report_words.STATE_WORDS.get(part, part) for part in parts}
        label = report_words.short_label(code, value.tahun_buku)
        columns += [
            count(f"{code}_{part}", f"{label}: {names[part]}") for part in parts if _has(part, code)
        ]
    rows = tuple(_full_row(one, parts) for one in kota.kecamatan)
    total = (
        None,
        "Jumlah",
        *(sum(int(row[at] or 0) for row in rows) for at in range(2, len(columns))),
    )
    full = Table("kecamatan", "Per kecamatan", tuple(columns), rows, total, paper=False)
    heat = (_heat(value, kota),) if len(kota.kecamatan) > 1 else ()
    return Section("kecamatan", "Per kecamatan", tables=(full, *heat))


def _has(part: str, code: str) -> bool:
    return part != "tidak_wajib" or code == "rat"


def _full_row(one: KecamatanCount, parts: Sequence[str]) -> Row:
    order = [*FIRST, *(code for code in codes() if code not in FIRST)]
    cells = [getattr(one, part)[code] for code in order for part in parts if _has(part, code)]
    return (one.kode, one.nama, one.kkmp, *cells)


def _heat(value: Report, kota: KotaReport) -> Table:
    """Darker where a larger share is not there; what is unknown has no shade but a sign."""
    shown = [code for code in in_order(kota.milestone) if kota.milestone[code].known]
    columns = [Column("kecamatan", "Kecamatan"), count("kkmp", "KKMP")]
    for code in shown:
        label = report_words.short_label(code, value.tahun_buku)
        if code in FIRST:
            word = "RAT" if code == "rat" else report_words.step(code).lower()
            columns += [
                count(f"{code}_sudah", f"Sudah {word}"),
                count(f"{code}_belum", f"Belum {word}"),
            ]
        else:
            columns.append(Column(code, label, COUNT))
    made = [_heat_row(one, shown) for one in kota.kecamatan]
    last: list[str | int | None] = ["Jumlah", kota.kkmp]
    for code in shown:
        held = kota.milestone[code]
        last.append(_with_doubt(held.sudah, held.stated_not, held.tidak_diketahui))
        last += [held.stated_not] if code in FIRST else []
    doubt = any(kota.milestone[code].tidak_diketahui for code in shown)
    notes = (
        [f"Makin gelap, makin besar bagian yang belum. RAT: tahun buku {value.tahun_buku}."]
        if shown
        else []
    )
    notes += [f"(n?) = {report_words.NO_DATA} untuk n KKMP; ? = untuk semuanya."] if doubt else []
    rows, shades = tuple(row for row, _ in made), tuple(shade for _, shade in made)
    return Table(
        "kecamatan_ringkas",
        "Per kecamatan",
        tuple(columns),
        rows,
        tuple(last),
        tuple(notes),
        shades=shades,
        data=False,
    )


def _heat_row(one: KecamatanCount, shown: Sequence[str]) -> tuple[Row, tuple[int | None, ...]]:
    cells: list[str | int | None] = [one.nama, one.kkmp]
    shades: list[int | None] = [None, None]
    for code in shown:
        done, missing, unknown = one.sudah[code], one.belum[code], one.tidak_diketahui[code]
        asked = done + missing + unknown
        shade = -(-missing * _DARKEST // asked) if asked else None
        if code in FIRST:
            cells += [_with_doubt(done, missing, unknown), missing]
            shades += [None, shade]
        else:
            cells.append(_with_doubt(done, missing, unknown))
            shades.append(shade)
    return tuple(cells), tuple(shades)


def _with_doubt(done: int, missing: int, unknown: int) -> str | int:
    if unknown and not done + missing:
        return "?"
    return f"{numbers.show(done)} ({numbers.show(unknown)}?)" if unknown else done


def figures(value: Report, kota: KotaReport) -> Section:
    """Published figures beside the register's own of the same day, the difference and its likely
    reason.
    """
    columns = (
        Column("indikator", "Yang dihitung"),
        Column("nilai", "Terbit"),
        Column("register_teks", "Register"),
        count("register", "Register, jumlah", NEVER),
        Column("selisih", "Selisih"),
        Column("sebab", "Kemungkinan sebab", paper=IF_ANY),
        day("per", "Per"),
        Column("sumber", "Sumber", paper=IF_ANY),
    )
    rows = tuple(_figure(one, value.tahun_buku) for one in kota.angka_rujukan)
    table = Table("angka_rujukan", "Angka yang terbit", columns, rows)
    return Section(
        "angka_rujukan",
        "Angka yang terbit",
        ("Di samping setiap angka: hitungan register pada tanggal yang sama.",) if rows else (),
        (table,),
    )


def _figure(one: FigureBeside, book_year: int) -> Row:
    _, own, *rest = report_words.figure_beside(one)
    doubt = [piece for piece in rest if report_words.NO_DATA in piece]
    apart = [piece for piece in rest if piece not in doubt]
    return (
        report_words.indicator(one.indikator, book_year),
        one.nilai,
        own.removeprefix("register "),
        one.register,
        ", ".join(apart).removeprefix("register ") or None,
        report_words.figure_reason(one, book_year) or None,
        one.per,
        one.sumber,
    )


def trend(value: Report, more: KotaDetails) -> Section:
    """`sudah` at each month's end; no number where nothing had been stated by then."""
    order = [*FIRST, *(code for code in codes() if code not in FIRST)]
    columns = [day("tanggal", "Akhir bulan"), count("kkmp", "KKMP")]
    columns += [
        Column(code, report_words.short_label(code, value.tahun_buku), COUNT, IF_ANY)
        for code in order
    ]
    rows = tuple(
        (point.tanggal, point.kkmp, *(point.sudah[code] for code in order)) for point in more.tren
    )
    table = Table("tren", "Jumlah yang sudah", tuple(columns), rows, paper=len(rows) > 1)
    days = tuple(point.tanggal for point in more.tren)
    lines = tuple(
        Line(
            report_words.short_label(code, value.tahun_buku),
            days,
            tuple(point.sudah[code] for point in more.tren),
            max((point.kkmp for point in more.tren), default=0),
        )
        for code in order
        if sum(point.sudah[code] is not None for point in more.tren) > 1
    )
    note = "Sebelum laporan yang pertama belum ada data (–); itu bukan nol."
    notes = (note,) if len(rows) > 1 else ()
    return Section("tren", "Perkembangan per bulan", tables=(table,), notes=notes, lines=lines)
