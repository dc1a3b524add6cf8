"""`sudah` at each month's end; no number where nothing had been stated by then."""

from __future__ import annotations

from kkmp_cli.milestones import codes
from kkmp_cli.render.document import COUNT, IF_ANY, LINES, Column, Line, Section, Table
from kkmp_cli.render.packet.table_cells import count, day, in_order
from kkmp_cli.render.words import NO_DATA, NOTHING, sentences
from kkmp_cli.reports import Report
from kkmp_cli.reports.details import KotaDetails
from kkmp_cli.reports.trend import TrendPoint


def trend(value: Report, more: KotaDetails) -> Section:
    """A line and a column for each milestone; on paper where there is more than one month."""
    points, several = more.tren, len(more.tren) > 1
    labels = {code: sentences.short_label(code, value.tahun_buku) for code in in_order(codes())}
    columns = [day("tanggal", "Akhir bulan"), count("kkmp", "KKMP")]
    columns += [Column(code, label, COUNT, IF_ANY) for code, label in labels.items()]
    rows = tuple(
        (point.tanggal, point.kkmp, *(point.sudah[code] for code in labels)) for point in points
    )
    made = Table("tren", "Jumlah yang sudah", tuple(columns), rows, chart=LINES, paper=several)
    lines = tuple(
        _line(code, label, points)
        for code, label in labels.items()
        if sum(point.sudah[code] is not None for point in points) > 1
    )
    note = f"Sebelum laporan yang pertama {NO_DATA} ({NOTHING}); itu bukan nol."
    return Section(
        "tren",
        "Perkembangan per bulan",
        tables=(made,),
        notes=(note,) if several else (),
        lines=lines,
        brief=False,
    )


def _line(code: str, label: str, points: tuple[TrendPoint, ...]) -> Line:
    days = tuple(point.tanggal for point in points)
    top = max(point.kkmp for point in points)
    return Line(label, days, tuple(point.sudah[code] for point in points), top)
