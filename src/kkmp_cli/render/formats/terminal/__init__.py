"""A report as it is read on a screen in the meeting room: what stands, what is due, who is behind,
by name.

One column of plain lines with little ink; the same words with and without colour, at any width, in
a pipe. Never enters: a sum, a query, a rule of time.
"""

from __future__ import annotations

from datetime import date, datetime
from importlib import import_module

from rich.text import Text

from kkmp_cli.parsing import dates, numbers
from kkmp_cli.render import report_words
from kkmp_cli.render.console import Page
from kkmp_cli.render.formats.terminal import around, headline, number_tables, people
from kkmp_cli.render.layout import Line, columns, flow, heading
from kkmp_cli.reports import KotaReport, Report, Summary, SummaryRow
from kkmp_cli.settings import JAKARTA


def report(
    value: Report,
    page: Page,
    printed_at: datetime,
    detail: bool = False,
    known_at: date | None = None,
) -> Text:
    """The whole report, one kota after the other; `detail` names everything that each cooperative
    lacks.

    `known_at` is said where the register is read as it was recorded by an earlier day.
    """
    lines: list[Line] = []
    for number, kota in enumerate(value.kota):
        if number:
            lines += [Text(), Text()]
        lines += _kota(value, kota, page, detail)
    if not value.kota:
        lines.append(Text("Belum ada koperasi di register ini."))
    if len(value.kota) > 1:
        lines.append(Text())
        lines += _all_kota(value, page)
    return Text("\n").join(
        [*lines, Text(), *_end(page, value.per, value.total.kkmp, printed_at, known_at)]
    )


def _kota(value: Report, kota: KotaReport, page: Page, detail: bool) -> list[Line]:
    lines = headline.title(value, kota, page)
    if not kota.kkmp:
        return lines
    return [
        *lines,
        *around.changes(value, kota, page),
        *headline.standing(value, kota, page),
        *headline.due(value, kota, page),
        *people.not_operating(value, kota, page, detail),
        *people.usaha_unknown(kota, page),
        *number_tables.per_kecamatan(value, kota, page),
        *number_tables.stages(kota, page),
        *people.rat(value, kota, page),
        *people.arrears(kota, page),
        *around.figures(value, kota, page),
        *people.trainings(kota, page),
        *around.follow_ups(kota, page),
        *_more(value, kota, page, detail),
    ]


def _more(value: Report, kota: KotaReport, page: Page, detail: bool) -> list[Line]:
    """What stands behind the counts, where the report brings it and has anything to say of it."""
    behind = kota.rincian
    if behind is None:
        return []
    loans = behind.pinjaman
    if not (
        detail
        or behind.terkendala
        or behind.rencana
        or behind.mitra
        or behind.kontak
        or loans.lengkap
        or loans.kurang_satu
    ):
        return []
    more = import_module("kkmp_cli.render.formats.terminal.more")
    found: list[Line] = more.sections(value, kota, page, detail)
    return found


def _all_kota(value: Report, page: Page) -> list[Line]:
    lines = heading(f"Semua {len(value.kota)} kota/kabupaten di atas")
    count, total = value.total.milestone, value.total
    lines.append(
        page.say(f"  {numbers.show(total.kkmp)} KKMP di {numbers.show(total.kelurahan)} kelurahan")
    )
    rows = [
        [
            Text(report_words.short_label(code, value.tahun_buku)),
            page.say(report_words.standing(count[code])),
        ]
        for code in count
    ]
    return lines + columns(rows, (False, False))


def summary(value: Summary, page: Page, printed_at: datetime, known_at: date | None = None) -> Text:
    """A line per kota and the total."""
    lines = [
        Text("Laporan kesiapan KKMP", "bold"),
        page.say(f"Keadaan per {dates.show(value.per)} · {_kota_count(value.kota)}"),
        Text(),
        *number_tables.per_kota(value, page),
        Text(),
        *_end(page, value.per, value.total.kkmp, printed_at, known_at),
    ]
    return Text("\n").join(lines)


def _kota_count(rows: tuple[SummaryRow, ...]) -> str:
    return f"{numbers.show(len(rows))} kota/kabupaten"


def _end(
    page: Page, per: str, kkmp: int, printed_at: datetime, known_at: date | None
) -> list[Line]:
    """What every packet ends with: the day, the time of printing, the number of cooperatives."""
    moment = printed_at.astimezone(JAKARTA)
    pieces = [f"Keadaan per {dates.show(per)}"]
    if known_at:
        pieces.append(f"seperti tercatat sampai {dates.show(known_at)}")
    pieces += [
        f"dicetak {dates.show(moment.date())} pukul {moment:%H.%M} WIB",
        f"{numbers.show(kkmp)} KKMP",
    ]
    return flow(page, Text(), [Text(piece, "dim") for piece in pieces], page.glyphs.dot)


__all__ = ["report", "summary"]
