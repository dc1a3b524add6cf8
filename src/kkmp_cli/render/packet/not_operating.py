"""Who does not operate, by name: what is missing, what stops them, when they mean to open."""

from __future__ import annotations

from collections.abc import Sequence

from kkmp_cli.milestones import BELUM
from kkmp_cli.parsing import numbers
from kkmp_cli.render.document import IF_ANY, NEVER, Column, Section, Table
from kkmp_cli.render.packet.table_cells import PLACE, by_kecamatan, table, unless_all
from kkmp_cli.render.words import NO_DATA, sentences
from kkmp_cli.reports.report import KotaReport, NotOperating, Report

_COLUMNS = (
    *PLACE,
    Column("keadaan", "Keadaan"),
    Column("berikutnya", "Langkah berikutnya"),
    Column("kurang", "Kurang"),
    Column("belum_diketahui", NO_DATA.capitalize()),
    Column("kendala", "Kendala", paper=IF_ANY),
    Column("rencana", "Rencana buka", paper=IF_ANY),
)
_MISSING = ("kurang", "belum_diketahui")
_NOTHING_SAID = "kendala dan rencana belum dicatat"


def not_operating(value: Report, kota: KotaReport, detail: bool) -> Section:
    """Those stated not to run a usaha, those not stated; `detail`: all that each one lacks."""
    items, unknown = kota.belum_beroperasi, _unknown(kota)
    made = _rows(value, kota, detail)
    lead, silent = _silent(items)
    if silent == len(items) and not detail and all(map(_lacks_only_usaha, items)):
        made = made._replace(groups=by_kecamatan(items))
    title = made.title if items else unknown.title
    return Section("belum_beroperasi", title, lead, (made, unknown))


def _silent(items: Sequence[NotOperating]) -> tuple[tuple[str, ...], int]:
    """Of how many neither a kendala nor a plan is known, in words and as a number."""
    count = sum(not item.kendala and not item.rencana for item in items)
    who = "semuanya" if count == len(items) else f"{numbers.show(count)} di antaranya"
    return (f"Untuk {who} {_NOTHING_SAID}.",) if count else (), count


def _lacks_only_usaha(item: NotOperating) -> bool:
    return item.keadaan == BELUM and item.berikutnya == "usaha"


def _rows(value: Report, kota: KotaReport, detail: bool) -> Table:
    missing = IF_ANY if detail else NEVER
    items = kota.belum_beroperasi
    return table(
        "belum_beroperasi",
        f"Belum beroperasi: {numbers.show(len(items))} KKMP",
        [c._replace(paper=missing) if c.key in _MISSING else c for c in _COLUMNS],
        items,
        keadaan=sentences.state_of,
        berikutnya=lambda item: sentences.step(item.berikutnya),
        kurang=lambda item: _steps(item.kurang),
        belum_diketahui=lambda item: _steps(item.belum_diketahui),
        kendala=_kendala,
        rencana=lambda item: sentences.plan(item.rencana, value.per),
    )


def _kendala(item: NotOperating) -> str | None:
    return "; ".join(map(sentences.obstacle, item.kendala)) or None


def _steps(codes: Sequence[str]) -> str:
    return ", ".join(map(sentences.step, codes))


def _unknown(kota: KotaReport) -> Table:
    """Those of whom nobody has said whether a usaha runs."""
    items = kota.usaha_tidak_diketahui
    every = "semua " if len(items) == kota.kkmp else ""
    title = f"Beroperasi atau belum: {NO_DATA} untuk {every}{numbers.show(len(items))} KKMP"
    made = table("usaha_tidak_diketahui", title, PLACE, items)
    return made._replace(groups=unless_all(items, kota.kkmp), paper=bool(items))
