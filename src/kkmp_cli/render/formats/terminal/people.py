"""Who, by name and by kecamatan. Nobody is left out: those of whom nothing is known are named or
said to be all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from rich.text import Text

from kkmp_cli.milestones import BELUM, UNKNOWN
from kkmp_cli.parsing import dates, numbers
from kkmp_cli.render import report_words
from kkmp_cli.render.console import Page, user_text
from kkmp_cli.render.layout import Line, flow, heading, padded, paragraph
from kkmp_cli.reports import KotaReport, Report
from kkmp_cli.reports.report import NotOperating, Place, Placed, WithoutRat

P = TypeVar("P", bound=Placed)
NOTHING_SAID = "kendala dan rencana belum dicatat"


def by_kecamatan(
    page: Page,
    items: Sequence[P],
    show: Callable[[P], Text] = lambda item: user_text(item.kelurahan),
    indent: int = 2,
) -> list[Line]:
    """A row per kecamatan with the names in it, joined."""
    groups = _grouped(items)
    labels = [
        Text.assemble(user_text(name), f" ({numbers.show(len(those))})") for name, those in groups
    ]
    width = max((label.cell_len for label in labels), default=0) + 2
    lines = []
    for label, (_, those) in zip(labels, groups, strict=True):
        lead = Text.assemble(" " * indent, padded(label, width))
        lines += flow(page, lead, [show(item) for item in those])
    return lines


def _grouped(items: Iterable[P]) -> list[tuple[str, list[P]]]:
    groups: dict[str, list[P]] = {}
    for item in items:
        groups.setdefault(item.kode[:8], []).append(item)
    return [(those[0].kecamatan, those) for those in groups.values()]


def not_operating(value: Report, kota: KotaReport, page: Page, detail: bool) -> list[Line]:
    """Those stated not to run a usaha: next missing step, what stops them, when they mean to
    open.
    """
    items = kota.belum_beroperasi
    if not items:
        return []
    lines = heading(f"Belum beroperasi: {numbers.show(len(items))} KKMP")
    silent = [item for item in items if not item.kendala and not item.rencana]
    plain = [item for item in items if not _details(item, value.per, detail)]
    if len(plain) == len(items):
        lines += by_kecamatan(page, items)
    else:
        for name, those in _grouped(items):
            lines.append(Text.assemble("  ", user_text(name), f" ({numbers.show(len(those))})"))
            lines += _rows(page, those, value.per, detail)
    if silent:
        who = (
            "semuanya" if len(silent) == len(items) else f"{numbers.show(len(silent))} di antaranya"
        )
        lines += paragraph(page, Text(f"Untuk {who} {NOTHING_SAID}.", "dim"), 2)
    return lines


def _rows(page: Page, items: Sequence[NotOperating], per: str, detail: bool) -> list[Line]:
    names = [user_text(item.kelurahan) for item in items]
    width = max(name.cell_len for name in names) + 2
    lines = []
    for name, item in zip(names, items, strict=True):
        lead = Text.assemble("    ", padded(name, width))
        lines += flow(
            page, lead, _details(item, per, detail) or [Text(NOTHING_SAID, "dim")], page.glyphs.dot
        )
    return lines


def _details(item: NotOperating, per: str, detail: bool) -> list[Text]:
    pieces = []
    if item.keadaan != BELUM:
        pieces.append(Text(report_words.state_of(item)))
    if item.berikutnya != "usaha":
        pieces.append(Text(f"berikutnya {report_words.step(item.berikutnya)}"))
    pieces += [
        _obstacle(one.milestone, one.kategori, one.catatan, one.sejak) for one in item.kendala
    ]
    if item.rencana:
        pieces.append(Text(f"rencana buka {report_words.plan(item.rencana, per)}"))
    if detail:
        pieces.append(Text("kurang: " + ", ".join(map(report_words.step, item.kurang))))
        if item.belum_diketahui:
            pieces.append(
                Text(
                    f"{report_words.NO_DATA}: "
                    + ", ".join(map(report_words.step, item.belum_diketahui))
                )
            )
    return pieces


def _obstacle(milestone: str, category: str, note: str | None, since: str) -> Text:
    text = Text("kendala " if milestone == "usaha" else f"kendala {report_words.step(milestone)}, ")
    if category != "lainnya" or not note:
        text.append(report_words.CATEGORY_WORDS.get(category, category))
    if note:
        text.append("" if category == "lainnya" else ": ").append_text(user_text(note))
    return text.append(f" (sejak {dates.show(since)})", "dim")


def usaha_unknown(kota: KotaReport, page: Page) -> list[Line]:
    """Those of whom nobody has said whether a usaha runs."""
    return _unknown(kota.usaha_tidak_diketahui, kota.kkmp, "Beroperasi atau belum", page)


def _unknown(items: Sequence[Place], of: int, about: str, page: Page) -> list[Line]:
    if not items:
        return []
    if len(items) == of:
        return heading(f"{about}: {report_words.NO_DATA}", f" untuk semua {numbers.show(of)} KKMP")
    return heading(
        f"{about}: {report_words.NO_DATA}", f" untuk {numbers.show(len(items))} KKMP"
    ) + by_kecamatan(page, items)


def rat(value: Report, kota: KotaReport, page: Page) -> list[Line]:
    """RAT held and not held, by name; marked are those that do not operate either."""
    batas = getattr(kota.milestone["rat"], "batas", None)
    days = getattr(kota.milestone["rat"], "sisa_hari", None)
    limit = f" (batas {report_words.remaining(batas, days)})" if batas and days is not None else ""
    lines = heading(report_words.short_label("rat", value.tahun_buku), limit)
    owing = kota.milestone["rat"].asked
    if not owing:
        return [*lines, page.say(f"  {report_words.standing(kota.milestone['rat'])}")]
    if len(kota.rat_tidak_diketahui) == owing:
        return [*lines, Text(f"  {report_words.NO_DATA} untuk semua {numbers.show(owing)} KKMP")]
    lines += _sub(page, "Sudah", kota.sudah_rat)
    both = sum(item.beroperasi is False for item in kota.belum_rat)
    note = f", {numbers.show(both)} di antaranya (*) juga belum beroperasi" if both else ""
    lines += _sub(page, "Belum", kota.belum_rat, lambda item: _without_rat(item, value.per), note)
    return lines + _sub(page, report_words.NO_DATA.capitalize(), kota.rat_tidak_diketahui)


def _sub(
    page: Page,
    words_: str,
    items: Sequence[P],
    show: Callable[[P], Text] = lambda item: user_text(item.kelurahan),
    note: str = "",
) -> list[Line]:
    if not items:
        return []
    return [
        Text(f"  {words_} {numbers.show(len(items))}{note}"),
        *by_kecamatan(page, items, show, 4),
    ]


def _without_rat(item: WithoutRat, per: str) -> Text:
    text = user_text(item.kelurahan)
    if item.beroperasi is False:
        text.append("*")
    said = [] if item.keadaan == BELUM else [report_words.STATE_WORDS[item.keadaan]]
    if item.rencana:
        said.append(f"rencana {report_words.plan(item.rencana, per)}")
    return text.append(f" ({', '.join(said)})") if said else text


def arrears(kota: KotaReport, page: Page) -> list[Line]:
    """RATs of earlier tahun buku still owed, those stated not held and those of whom nothing is
    known.
    """
    lines: list[Line] = []
    for year in dict.fromkeys(item.tahun_buku for item in kota.tunggakan_rat):
        items = [item for item in kota.tunggakan_rat if item.tahun_buku == year]
        unknown = [item for item in items if item.keadaan == UNKNOWN]
        lines += heading(f"Tunggakan RAT tahun buku {year}: {numbers.show(len(items))} KKMP")
        if len(unknown) == kota.kkmp:
            lines.append(
                Text(f"  {report_words.NO_DATA} untuk semua {numbers.show(kota.kkmp)} KKMP")
            )
            continue
        lines += _sub(page, "Belum", [item for item in items if item.keadaan != UNKNOWN])
        lines += _sub(page, report_words.NO_DATA.capitalize(), unknown)
    return lines


def trainings(kota: KotaReport, page: Page) -> list[Line]:
    """How many trainings and people, and who was never recorded at one."""
    held = kota.pelatihan
    lines = heading("Pelatihan") + flow(
        page,
        Text("  "),
        [Text(piece) for piece in report_words.participants(held).split(" · ")],
        page.glyphs.dot,
    )
    if not held.kegiatan and not held.kkmp_terjangkau:
        return lines
    missing = held.belum_tercatat
    if not missing:
        return [*lines, Text(f"  Semua {numbers.show(kota.kkmp)} KKMP tercatat ikut")]
    if len(missing) == kota.kkmp:
        return [
            *lines,
            Text(f"  Belum ada KKMP yang tercatat ikut (semua {numbers.show(kota.kkmp)})"),
        ]
    lines.append(
        Text(
            f"  {numbers.show(held.kkmp_terjangkau)} dari {numbers.show(kota.kkmp)} KKMP "
            f"tercatat ikut"
        )
    )
    return lines + _sub(page, "Belum tercatat ikut pelatihan", missing)
