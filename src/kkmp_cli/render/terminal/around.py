"""What stands around the counts: changes since the last meeting, published figures, tindak lanjut."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from kkmp_cli import dates, numbers
from kkmp_cli.milestones import BERHENTI, SUDAH
from kkmp_cli.render.console import Page, user_text
from kkmp_cli.render.layout import Line, flow, heading, padded, paragraph
from kkmp_cli.render.terminal.headline import in_order
from kkmp_cli.reports import KotaReport, Report, words
from kkmp_cli.reports.values import FigureBeside, MilestoneChange, OpenFollowUp

LEFT = ("bubar", "digabung")
"""What a cooperative becomes that no longer counts."""


def changes(value: Report, kota: KotaReport, page: Page) -> list[Line]:
    """What became different since the day of comparison, by milestone, with names and days."""
    if value.sejak is None:
        return []
    lines = heading(f"Berubah sejak {dates.show(value.sejak)}")
    if not kota.berubah:
        return [*lines, Text("  tidak ada yang berubah")]
    left = [change for change in kota.berubah if change.menjadi in LEFT]
    for code, count in in_order(kota.milestone):
        mine = [change for change in kota.berubah if change.milestone == code and change.menjadi not in LEFT]
        if mine:
            label = words.short_label(code, value.tahun_buku)
            net = numbers.show_signed(count.berubah or 0)
            lines.append(Text.assemble("  ", (label, "bold"), f"  {net}, menjadi {numbers.show(count.sudah)}"))
            lines += _kinds(page, mine)
    lines += _gone(page, left, value.tahun_buku)
    if any(change.jenis == "baru_tercatat" for change in kota.berubah):
        lines += paragraph(page, Text(words.NEWLY_RECORDED, "dim"), 2)
    return lines


def _kinds(page: Page, found: Sequence[MilestoneChange]) -> list[Line]:
    """A row per kind and day, the names behind it."""
    groups: dict[tuple[str, str, str], list[MilestoneChange]] = {}
    for kind in words.CHANGE_WORDS:
        for change in sorted((one for one in found if one.jenis == kind), key=lambda one: one.tanggal):
            groups.setdefault((kind, change.tanggal, change.menjadi), []).append(change)
    leads = [_kind(kind, day, after) for kind, day, after in groups]
    width = max(map(len, leads)) + 2
    lines = []
    for lead, those in zip(leads, groups.values(), strict=True):
        names = [user_text(change.kelurahan) for change in those]
        lines += flow(page, padded(Text(f"    {lead}"), width + 4), names)
    return lines


def _kind(kind: str, day: str, after: str) -> str:
    became = f" menjadi {words.STATE_WORDS.get(after, after)}" if after not in (SUDAH, BERHENTI) else ""
    return f"{words.CHANGE_WORDS[kind]}{became} {dates.show(day)}"


def _gone(page: Page, left: Sequence[MilestoneChange], book_year: int) -> list[Line]:
    """Those dissolved or merged in between: they leave every count that they were in."""
    lines = []
    for kode in dict.fromkeys(change.kode for change in left):
        mine = [change for change in left if change.kode == kode]
        what = f" {mine[0].menjadi} {dates.show(mine[0].tanggal)}, keluar dari hitungan "
        lead = Text.assemble("  ", user_text(mine[0].kelurahan), what)
        labels = [Text(words.short_label(change.milestone, book_year)) for change in mine]
        lines += flow(page, lead, labels, indent=4)
    return lines


def figures(value: Report, kota: KotaReport, page: Page) -> list[Line]:
    """Published figures beside the register's own of the same day."""
    if not kota.angka_rujukan:
        return []
    lines = heading("Angka yang terbit di samping hitungan register pada tanggal yang sama")
    labels = [words.indicator(one.indikator, value.tahun_buku) for one in kota.angka_rujukan]
    width = max(map(len, labels))
    for label, one in zip(labels, kota.angka_rujukan, strict=True):
        lines += flow(page, Text.assemble("  ", padded(user_text(label), width + 2)), _beside(one), page.glyphs.dot)
    if any(words.is_about_running(one.indikator) for one in kota.angka_rujukan):
        lines += paragraph(page, Text(words.PRESS_WORDS, "dim"), 2)
    return lines


def _beside(figure: FigureBeside) -> list[Text]:
    pieces = [user_text(piece) for piece in words.figure_beside(figure)]
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
    pieces = [user_text(one.uraian), user_text(one.penanggung_jawab), Text(f"batas {dates.show(one.batas)}")]
    if one.batas_lama:
        pieces.append(Text(f"semula {', '.join(dates.show(day) for day in one.batas_lama)}", "dim"))
    if len(one.kode) == kkmp:
        pieces.append(Text(f"semua {numbers.show(kkmp)} KKMP"))
    elif one.kode:
        pieces.append(user_text(", ".join(one.kelurahan)))
    if one.rapat:
        pieces.append(Text(f"rapat {dates.show(one.rapat)}", "dim"))
    return [*pieces, Text(f"no. {one.id}", "dim")]
