"""The top of the page: which kota and day, how many of how many, what is due and when."""

from __future__ import annotations

from collections.abc import Mapping

from rich.text import Text

from kkmp_cli.parsing import dates, numbers
from kkmp_cli.render import report_words
from kkmp_cli.render.console import Page, user_text
from kkmp_cli.render.layout import Line, bar, flow, heading, padded, paragraph
from kkmp_cli.reports import KotaReport, Report
from kkmp_cli.reports.report import MilestoneCount, TargetProgress, YearlyCount

FIRST = ("usaha", "rat")
"""What is asked first in the room; the papers follow in their own order."""
WIDEST_BAR, SMALLEST_BAR, BAR_IN_PIPE = 30, 8, 20


def title(value: Report, kota: KotaReport, page: Page) -> list[Line]:
    """The report's name, the kota, the day; how many there are, and how many of them no longer
    count.
    """
    name = user_text(kota.nama, "bold")
    if kota.satu_kecamatan and kota.kecamatan:
        name = Text.assemble(
            "Kecamatan ", user_text(kota.kecamatan[0].nama), ", ", name, style="bold"
        )
    lines = flow(page, Text(), [Text("Laporan kesiapan KKMP", "bold"), name], page.glyphs.dot)
    day = f"Keadaan per {dates.show(value.per)}"
    if not kota.kkmp and not kota.tidak_aktif:
        return [*lines, page.say(f"{day} · {report_words.NOT_HERE}")]
    pieces = [day, f"{numbers.show(kota.kkmp)} KKMP di {numbers.show(kota.kelurahan)} kelurahan"]
    if len(kota.kecamatan) > 1:
        pieces.append(f"{len(kota.kecamatan)} kecamatan")
    if kota.tidak_aktif:
        pieces.append(f"{numbers.show(kota.tidak_aktif)} bubar atau digabung, di luar hitungan")
    return lines + flow(page, Text(), [Text(piece) for piece in pieces], page.glyphs.dot)


def in_order(counts: Mapping[str, MilestoneCount]) -> list[tuple[str, MilestoneCount]]:
    """The milestones as they are read out: what is asked first, then the papers."""
    return [
        (code, counts[code]) for code in (*FIRST, *(code for code in counts if code not in FIRST))
    ]


def standing(value: Report, kota: KotaReport, page: Page) -> list[Line]:
    """A bar and its numbers for each milestone; where nothing is known neither bar nor
    percentage.
    """
    codes = [code for code, _ in in_order(kota.milestone)]
    labels = {code: report_words.short_label(code, value.tahun_buku) for code in codes}
    digits = len(numbers.show(max(count.sudah for count in kota.milestone.values())))
    shown = {code: _shown(kota.milestone[code], page, digits) for code in codes}
    label_width = max(map(len, labels.values()))
    known = [code for code in codes if kota.milestone[code].known]
    longest = max((shown[code].cell_len for code in known), default=0)
    width = _bar_width(page, label_width + 2, longest)
    lines = [Text()]
    for code in codes:
        count = kota.milestone[code]
        lead = padded(Text(labels[code], "bold" if code in FIRST else ""), label_width + 2)
        if code in known and width:
            lead.append_text(
                bar(page, count.sudah, count.stated_not, count.tidak_diketahui, width)
            ).append("  ")
        pieces = shown[code].split(page.glyphs.dot)
        lines += flow(page, lead, list(pieces), page.glyphs.dot)
    return [*lines, *_notes(kota, page)]


def _bar_width(page: Page, label: int, longest: int) -> int:
    """As wide as the numbers leave room; where they need a second line anyway, wide enough to be
    read.
    """
    if page.width is None:
        return BAR_IN_PIPE
    room = page.width - label - 2 - longest
    if room >= SMALLEST_BAR:
        return min(room, WIDEST_BAR)
    return SMALLEST_BAR + 4 if page.width >= label + SMALLEST_BAR + 30 else 0


def _shown(count: MilestoneCount, page: Page, digits: int) -> Text:
    """The numbers of a line; those that are counts stand under each other."""
    if not count.known:
        return page.say(report_words.standing(count), "dim")
    gap = " " * (digits - len(numbers.show(count.sudah)))
    share, *rest = report_words.standing(count).split(" · ")
    if count.berubah:
        share += f" · {'naik' if count.berubah > 0 else 'turun'} {numbers.show(abs(count.berubah))}"
    return page.say(" · ".join([gap + share, *rest]))


def _notes(kota: KotaReport, page: Page) -> list[Line]:
    """What stands beside the figures: papers of those that operate, the signs of the bars, the
    definitions.
    """
    lines = [Text()]
    operating = report_words.papers_of_operating(
        kota.berkas_beroperasi, kota.milestone["usaha"].sudah
    )
    if operating:
        lines += paragraph(page, page.say(operating))
    lines += _legend(kota, page)
    return [*lines, *paragraph(page, Text(" ".join(report_words.DEFINITIONS), "dim"))]


def _legend(kota: KotaReport, page: Page) -> list[Line]:
    """What the signs of the bars mean, as far as they are drawn."""
    drawn = [count for count in kota.milestone.values() if count.known]
    if not drawn:
        return []
    signs = [(page.glyphs.done, "sudah"), (page.glyphs.open, "belum")]
    if any(count.tidak_diketahui for count in drawn):
        signs.append((page.glyphs.unknown, report_words.NO_DATA))
    return [Text("   ".join(f"{sign} {word}" for sign, word in signs), "dim")]


def due(value: Report, kota: KotaReport, page: Page) -> list[Line]:
    """Due dates in their order, with the days left and what is still open; targets beside what is
    reached.
    """
    rows = [_target_row(one, value, kota) for one in kota.target]
    stated = {(one.milestone, one.tahun_buku) for one in kota.target}
    for code, count in kota.milestone.items():
        if (
            isinstance(count, YearlyCount)
            and count.batas
            and (code, value.tahun_buku) not in stated
        ):
            pieces = [Text(report_words.short_label(code, value.tahun_buku)), Text(_open(count))]
            rows.append((count.batas, count.sisa_hari or 0, count.sudah >= count.asked, pieces))
    rows.sort(key=lambda row: row[0])
    days = [dates.show(row[0]) for row in rows]
    left = [dates.show_remaining(row[1]) for row in rows]
    lines = heading("Batas waktu dan target")
    for (_, remaining, reached, pieces), day, words_left in zip(rows, days, left, strict=True):
        lead = padded(Text(f"  {day}"), max(map(len, days)) + 4)
        lead.append_text(
            padded(Text(words_left, _urgency(remaining, reached)), max(map(len, left)) + 2)
        )
        lines += flow(page, lead, pieces, page.glyphs.dot)
    return lines


def _target_row(
    one: TargetProgress, value: Report, kota: KotaReport
) -> tuple[str, int, bool, list[Text]]:
    year = one.tahun_buku or value.tahun_buku
    count = kota.milestone.get(one.milestone) if year == value.tahun_buku else None
    progress = report_words.target(one, known=count is None or count.known)
    pieces = [
        Text(report_words.short_label(one.milestone, year)),
        *map(Text, progress.split(" · ")),
    ]
    if count:
        pieces.append(Text(_open(count)))
    if one.sumber:
        pieces.append(user_text(one.sumber, "dim"))
    wanted = kota.kkmp if one.target is None else one.target
    return one.batas, one.sisa_hari, one.tercapai >= wanted, pieces


def _open(count: MilestoneCount) -> str:
    return (
        report_words.rest(count) if count.known or not count.asked else report_words.standing(count)
    )


def _urgency(remaining: int, reached: bool) -> str:
    if reached:
        return "green"
    return "bold red" if remaining < 0 else "bold yellow" if remaining <= 31 else ""
