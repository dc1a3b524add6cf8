"""What stands around the counts: changes since the last meeting, published figures, tindak
lanjut.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from kkmp_cli.parsing import dates, numbers
from kkmp_cli.render import report_words
from kkmp_cli.render.console import Page, user_text
from kkmp_cli.render.formats.terminal.headline import in_order
from kkmp_cli.render.layout import Line, flow, heading, padded, paragraph
from kkmp_cli.reports import KotaReport, Report
from kkmp_cli.reports.report import FigureBeside, MilestoneChange, OpenFollowUp

STOPPED = "berhenti"
LEFT = ("bubar", "digabung")
"""What a cooperative becomes that no longer counts."""


def changes(value: Report, kota: KotaReport, page: Page) -> list[Line]:
    """What became different since the day of comparison: per milestone how many, then by name what
    happened, what is newly recorded, what was corrected and what stopped, never mixed.
    """
    if value.sejak is None:
        return []
    lines = heading(f"Berubah sejak {dates.show(value.sejak)}")
    if not kota.berubah:
        return [*lines, Text("  tidak ada yang berubah")]
    for code, count in in_order(kota.milestone):
        if any(change.milestone == code for change in kota.berubah):
            label = report_words.short_label(code, value.tahun_buku)
            net = numbers.show_signed(count.berubah or 0)
            lines.append(
                Text.assemble(
                    "  ", (label, "bold"), f"  {net}, menjadi {numbers.show(count.sudah)}"
                )
            )
    left = [change for change in kota.berubah if change.menjadi in LEFT]
    stayed = [change for change in kota.berubah if change.menjadi not in LEFT]
    for kind, title in report_words.CHANGE_GROUPS.items():
        mine = [change for change in stayed if change.jenis == kind]
        gone = left if kind == STOPPED else []
        if mine or gone:
            lines.append(Text(f"  {title}: {numbers.show(len(mine) + len(gone))}"))
            lines += _by_day(page, mine, kota, value.tahun_buku) + _gone(
                page, gone, value.tahun_buku
            )
    if any(change.jenis == "baru_tercatat" for change in kota.berubah):
        lines += paragraph(page, Text(report_words.NEWLY_RECORDED, "dim"), 2)
    return lines


def _by_day(
    page: Page, found: Sequence[MilestoneChange], kota: KotaReport, book_year: int
) -> list[Line]:
    """A row per milestone and day, the names behind it."""
    groups: dict[tuple[str, str, str], list[MilestoneChange]] = {}
    for code, _ in in_order(kota.milestone):
        for change in sorted(
            (one for one in found if one.milestone == code), key=lambda one: (one.tanggal, one.kode)
        ):
            groups.setdefault((code, change.tanggal, change.menjadi), []).append(change)
    leads = [
        ", ".join(
            (
                report_words.change_label(
                    those[0].jenis, report_words.short_label(code, book_year), after
                ),
                dates.show(day),
            )
        )
        for (code, day, after), those in groups.items()
    ]
    width = max(map(len, leads), default=0) + 2
    lines = []
    for lead, those in zip(leads, groups.values(), strict=True):
        names = [user_text(change.kelurahan) for change in those]
        lines += flow(page, padded(Text(f"    {lead}"), width + 4), names)
    return lines


def _gone(page: Page, left: Sequence[MilestoneChange], book_year: int) -> list[Line]:
    """Those dissolved or merged in between: they leave every count that they were in."""
    lines = []
    for kode in dict.fromkeys(change.kode for change in left):
        mine = [change for change in left if change.kode == kode]
        what = f" {mine[0].menjadi} {dates.show(mine[0].tanggal)}, keluar dari hitungan "
        lead = Text.assemble("    ", user_text(mine[0].kelurahan), what)
        labels = [Text(report_words.short_label(change.milestone, book_year)) for change in mine]
        lines += flow(page, lead, labels, indent=6)
    return lines


def figures(value: Report, kota: KotaReport, page: Page) -> list[Line]:
    """Published figures beside the register's own of the same day."""
    if not kota.angka_rujukan:
        return []
    lines = heading("Angka yang terbit di samping hitungan register pada tanggal yang sama")
    labels = [report_words.indicator(one.indikator, value.tahun_buku) for one in kota.angka_rujukan]
    width = max(map(len, labels))
    for label, one in zip(labels, kota.angka_rujukan, strict=True):
        lines += flow(
            page,
            Text.assemble("  ", padded(user_text(label), width + 2)),
            _beside(one, value.tahun_buku),
            page.glyphs.dot,
        )
    if any(report_words.is_about_running(one.indikator) for one in kota.angka_rujukan):
        lines += paragraph(page, Text(report_words.PRESS_WORDS, "dim"), 2)
    return lines


def _beside(figure: FigureBeside, book_year: int) -> list[Text]:
    pieces = [user_text(piece) for piece in report_words.figure_beside(figure)]
    if figure.sebab and (reason := report_words.figure_reason(figure, book_year)):
        pieces.append(user_text(reason))
    source = user_text(figure.sumber or "sumber tidak disebut", "dim")
    return [*pieces, Text(f"per {dates.show(figure.per)}", "dim"), source]


def follow_ups(kota: KotaReport, page: Page) -> list[Line]:
    """What is still to be done, the late ones first and marked."""
    if not kota.tindak_lanjut:
        return []
    late = sum(one.terlambat for one in kota.tindak_lanjut)
    note = f", {numbers.show(late)} terlambat" if late else ""
    lines = heading(f"Tindak lanjut: {numbers.show(len(kota.tindak_lanjut))} terbuka{note}")
    left = [dates.show_remaining(one.sisa_hari) for one in kota.tindak_lanjut]
    width = max(map(len, left)) + 2
    for words_left, one in zip(left, kota.tindak_lanjut, strict=True):
        style = "bold red" if one.terlambat else ""
        lead = Text.assemble("  ", padded(Text(words_left, style), width))
        lines += flow(page, lead, _to_do(one, kota.kkmp), page.glyphs.dot)
    return lines


def _to_do(one: OpenFollowUp, kkmp: int) -> list[Text]:
    pieces = [
        user_text(one.uraian),
        user_text(one.penanggung_jawab),
        Text(f"batas {dates.show(one.batas)}"),
    ]
    if one.batas_lama:
        pieces.append(Text(f"semula {', '.join(dates.show(day) for day in one.batas_lama)}", "dim"))
    if len(one.kode) == kkmp:
        pieces.append(Text(f"semua {numbers.show(kkmp)} KKMP"))
    elif one.kode:
        pieces.append(user_text(", ".join(one.kelurahan)))
    if one.rapat:
        pieces.append(Text(f"rapat {dates.show(one.rapat)}", "dim"))
    return [*pieces, Text(f"no. {one.id}", "dim")]
