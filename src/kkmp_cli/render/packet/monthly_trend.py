"""`sudah` at each month's end; no number where nothing had been stated by then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from kkmp_cli.milestones import codes
from kkmp_cli.render.document import COUNT, IF_ANY, LINES, NEVER, Column, Line, Section, Table
from kkmp_cli.render.packet.table_cells import count, day, in_order
from kkmp_cli.render.words import NO_DATA, NOTHING, sentences
from kkmp_cli.reports.kota_details import KotaDetails, TrendPoint
from kkmp_cli.reports.report import Report

_NOTE = f"Sebelum laporan yang pertama {NO_DATA} ({NOTHING}); itu bukan nol."
_NEWLY = f"Naik dapat juga berarti baru tercatat: yang {NO_DATA} baru terhitung sejak dilaporkan."


def trend(value: Report, more: KotaDetails) -> Section:
    """A column for each milestone; on paper a line and a column for those in motion alone."""
    points = more.tren
    labels = {code: sentences.short_label(code, value.tahun_buku) for code in in_order(codes())}
    moving = _moving(labels, points)
    tables = (_table(labels, moving, points),)
    made = Section("tren", "Perkembangan per bulan", tables=tables, brief=False)
    return made._replace(notes=tuple(_notes(points)), lines=tuple(moving.values()))


def _notes(points: Sequence[TrendPoint]) -> Iterator[str]:
    """What the numbers do not say by themselves, where there are several months."""
    if len(points) > 1:
        yield _NOTE
    if any(_more_known(before, after) for before, after in pairwise(points)):
        yield _NEWLY


def _more_known(before: TrendPoint, after: TrendPoint) -> bool:
    """True where a number may have risen by mere reports."""
    rising = (code for code, done in before.sudah.items() if (after.sudah[code] or 0) > (done or 0))
    return any(0 < before.diketahui[code] < after.diketahui[code] for code in rising)


def _moving(labels: Mapping[str, str], points: tuple[TrendPoint, ...]) -> dict[str, Line]:
    """The lines that rise or fall, by milestone code."""
    lines = ((code, _line(code, label, points)) for code, label in labels.items())
    return {code: line for code, line in lines if _moves(line)}


def _moves(line: Line) -> bool:
    """Whether there are two months with another number."""
    return len({number for number in line.values if number is not None}) > 1


def _table(
    labels: Mapping[str, str], moving: Mapping[str, Line], points: Sequence[TrendPoint]
) -> Table:
    milestones = (
        Column(code, label, COUNT, IF_ANY if code in moving else NEVER)
        for code, label in labels.items()
    )
    columns = (day("tanggal", "Akhir bulan"), count("kkmp", "KKMP"), *milestones)
    rows = tuple(
        (point.tanggal, point.kkmp, *(point.sudah[code] for code in labels)) for point in points
    )
    return Table("tren", "Jumlah yang sudah", columns, rows, chart=LINES, paper=bool(moving))


def _line(code: str, label: str, points: tuple[TrendPoint, ...]) -> Line:
    days = tuple(point.tanggal for point in points)
    top = max((point.kkmp for point in points), default=0)
    return Line(label, days, tuple(point.sudah[code] for point in points), top)
