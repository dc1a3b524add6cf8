"""Numbers under each other: per kecamatan with its total, per stage, and a line per kota."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.text import Text

from kkmp_cli.areas.kota import short_name
from kkmp_cli.milestones import UNKNOWN, codes
from kkmp_cli.parsing import numbers
from kkmp_cli.render import report_words
from kkmp_cli.render.console import Page, user_text
from kkmp_cli.render.layout import (
    Line,
    columns,
    fitting_gap,
    heading,
    padded,
    paragraph,
    table_width,
)
from kkmp_cli.reports import KotaReport, Report, Summary, SummaryRow
from kkmp_cli.reports.report import KecamatanCount

ASKED = ("usaha", "rat")
_NOTE = " Usaha = beroperasi (unit usaha berjalan). RAT = tahun buku {tahun_buku}, dari yang wajib."
_WIDE_NOTE = "Angka = sudah; (n?) = belum ada data untuk n KKMP; ? = belum ada data sama sekali."
_NARROW_NOTE = (
    "Angka = sudah; 5? = 5 sudah, sebagian lain belum ada data; ? = belum ada data sama sekali."
)
_SHORT = {"sk_kemenkop": "SK", "usaha": "Usaha", "rat": "RAT"}
_SHORTEST = {"musyawarah": "Musy.", "rekening": "Rek."}


def per_kecamatan(value: Report, kota: KotaReport, page: Page) -> list[Line]:
    """Beroperasi and RAT of every kecamatan, then the papers as far as anything is known of
    them.
    """
    if len(kota.kecamatan) < 2:
        return []
    lines: list[Line] = []
    shown = [code for code in ASKED if kota.milestone[code].known]
    if shown:
        lines += heading("Per kecamatan") + _asked_table(value, kota, page, shown)
    papers = [code for code in codes() if code not in ASKED and kota.milestone[code].known]
    if papers:
        lines += heading("Berkas per kecamatan", " (jumlah yang sudah)") + _papers_table(
            kota, page, papers
        )
    return lines


_Part = tuple[str, str]
_PARTS = {
    "sudah": ("", "sudah"),
    "belum": ("", "belum"),
    "tidak_diketahui": ("belum ada", "data"),
    "tidak_wajib": ("tidak", "wajib"),
}
"""The parts of a milestone's cooperatives, and their heading in two rows."""


def _asked_table(value: Report, kota: KotaReport, page: Page, shown: Sequence[str]) -> list[Line]:
    parts: list[_Part] = []
    for code in shown:
        present = [
            part
            for part in _PARTS
            if part in ("sudah", "belum") or _sum(kota.kecamatan, code, part)
        ]
        parts += [(code, part) for part in present]
    heads = [
        [
            Text(first, "dim"),
            Text(second, "dim"),
            *(Text(_PARTS[part][row], "dim") for _, part in parts),
        ]
        for row, (first, second) in enumerate((("", ""), ("Kecamatan", "KKMP")))
    ]
    if not any(_PARTS[part][0] for _, part in parts):
        del heads[0]
    rows = [_asked_row(one, parts, page) for one in kota.kecamatan]
    totals = [Text(numbers.show(_sum(kota.kecamatan, code, part)), "bold") for code, part in parts]
    table = [
        *heads,
        *rows,
        [Text("Jumlah", "bold"), Text(numbers.show(kota.kkmp), "bold"), *totals],
    ]
    gap = fitting_gap(table, page)
    lines = columns(table, (False, *[True] * (len(parts) + 1)), gap)
    return [_group_heads(value, table, parts, gap), *lines]


def _sum(rows: Sequence[KecamatanCount], code: str, part: str) -> int:
    return sum(getattr(row, part)[code] for row in rows)


def _asked_row(one: KecamatanCount, parts: Sequence[_Part], page: Page) -> list[Text]:
    cells = [
        Text(numbers.show(n) if (n := getattr(one, part)[code]) else page.glyphs.none)
        for code, part in parts
    ]
    return [user_text(one.nama), Text(numbers.show(one.kkmp)), *cells]


def _group_heads(
    value: Report, rows: Sequence[Sequence[Text]], parts: Sequence[_Part], gap: int
) -> Line:
    """The line above the headings: which milestone the columns under it are about, ending where
    they end.
    """
    widths = [max(row[number].cell_len for row in rows) for number in range(len(rows[0]))]
    line = Text(" " * (2 + widths[0] + gap + widths[1]))
    for code in dict.fromkeys(code for code, _ in parts):
        span = sum(
            width + gap for width, (own, _) in zip(widths[2:], parts, strict=True) if own == code
        )
        label = report_words.short_label(code, value.tahun_buku)
        if len(label) + gap > span:
            label = label.replace("tahun buku", "TB")
        line.append_text(padded(Text(label, "dim"), span, right=True))
    return line


def _papers_table(kota: KotaReport, page: Page, papers: Sequence[str]) -> list[Line]:
    heads = [
        Text("Kecamatan", "dim"),
        Text("KKMP", "dim"),
        *(Text(_short(code), "dim") for code in papers),
    ]
    rows = [
        [
            user_text(one.nama),
            Text(numbers.show(one.kkmp)),
            *(_cell(one.sudah[c], one.tidak_diketahui[c], one.kkmp) for c in papers),
        ]
        for one in kota.kecamatan
    ]
    counts = [kota.milestone[code] for code in papers]
    totals = [_cell(count.sudah, count.tidak_diketahui, count.asked, "bold") for count in counts]
    last = [Text("Jumlah", "bold"), Text(numbers.show(kota.kkmp), "bold"), *totals]
    table = [heads, *rows, last]
    lines = columns(table, (False, *[True] * (len(papers) + 1)), fitting_gap(table, page))
    if any(count.tidak_diketahui for count in counts):
        lines += paragraph(
            page, Text(f"(n?) = {report_words.NO_DATA} untuk n KKMP; ? = untuk semuanya.", "dim"), 2
        )
    return lines


def _short(code: str, brief: bool = False) -> str:
    label = _SHORT.get(code) or report_words.short_label(code, 0)
    return _SHORTEST.get(code, label) if brief else label


def _cell(done: int, unknown: int, of: int, style: str = "", brief: bool = False) -> Text:
    """`4`, `2 (4?)` or in brief `2?` where some are unknown, `?` where all are, nothing where there
    are none.
    """
    if not of:
        return Text("")
    if unknown == of:
        return Text("?", "dim")
    doubt = ("?" if brief else f" ({numbers.show(unknown)}?)") if unknown else ""
    return Text.assemble((numbers.show(done), style), (doubt, "dim"))


def stages(kota: KotaReport, page: Page) -> list[Line]:
    """How far they are, and gerai and usaha together, where that says more than the headline."""
    told = any(kota.tahap[key] for key in kota.tahap if key not in ("beroperasi", UNKNOWN))
    lines = _counted("Tahap", kota.tahap, report_words.STAGE_WORDS) if told else []
    outlets = _counted("Gerai dan usaha", kota.gerai_usaha, report_words.OUTLET_WORDS)
    if outlets and kota.gerai_usaha["belum_gerai"]:
        outlets += paragraph(page, Text(report_words.OUTLET_NOTE, "dim"), 2)
    return lines + outlets


def _counted(title: str, counts: Mapping[str, int], labels: Mapping[str, str]) -> list[Line]:
    found = [(counts[key], label) for key, label in labels.items() if counts[key]]
    if [label for _, label in found] == [report_words.NO_DATA]:
        return []
    rows = [[Text(numbers.show(number)), Text(label)] for number, label in found]
    return heading(title) + columns(rows, (True, False))


def per_kota(value: Summary, page: Page) -> list[Line]:
    """The line per kota and the total: `sudah` of each milestone, and what is unknown beside it."""
    rows, note = _summary_table(value, brief=False), _WIDE_NOTE
    if page.width is not None and table_width(rows) > page.width:
        rows, note = _summary_table(value, brief=True), _NARROW_NOTE
    lines = columns(
        rows, (False, *[True] * (len(rows[0]) - 1)), fitting_gap(rows, page, 0), indent=0
    )
    words_ = Text(note + _NOTE.format(tahun_buku=value.tahun_buku), "dim")
    return [*lines, Text(), *paragraph(page, words_)]


def _summary_table(value: Summary, brief: bool) -> list[list[Text]]:
    heads = ["Kota/kabupaten", "KKMP", *(_short(code, brief) for code in _order())]
    rows = [[Text(head, "dim") for head in heads]]
    rows += [_summary_row(row, user_text(short_name(row.nama)), "", brief) for row in value.kota]
    return [*rows, _summary_row(value.total, Text("Jumlah", "bold"), "bold", brief)]


def _order() -> list[str]:
    return [*ASKED, *(code for code in codes() if code not in ASKED)]


def _summary_row(row: SummaryRow, name: Text, style: str, brief: bool) -> list[Text]:
    counts = [row.milestone[code] for code in _order()]
    cells = [
        _cell(count.sudah, count.tidak_diketahui, count.asked, style, brief) for count in counts
    ]
    return [name, Text(numbers.show(row.kkmp), style), *cells]
