"""Who does not operate, by name: what is missing, what stops them, when they mean to open."""

from __future__ import annotations

from collections.abc import Sequence

from kkmp_cli.milestones import BELUM
from kkmp_cli.parsing import numbers
from kkmp_cli.render.document import ALONE, IF_ANY, NEVER, Column, Section, Table
from kkmp_cli.render.packet.table_cells import NAMED, PLACE, by_kecamatan, table, unless_all
from kkmp_cli.render.words import NO_DATA, sentences
from kkmp_cli.reports.report import KotaReport, NotOperating, Report

_COLUMNS = (
    *PLACE,
    Column("keadaan", "Keadaan", paper=NEVER),
    Column("sebab", "Keadaan", paper=ALONE),
    Column("berikutnya", "Perlu"),
    Column("kurang", "Kurang"),
    Column("belum_diketahui", NO_DATA.capitalize()),
    Column("kendala", "Kendala", paper=NEVER),
    Column("rencana", "Rencana buka", paper=IF_ANY),
)
_MISSING = ("kurang", "belum_diketahui")
_NOTHING_SAID = "endala dan rencananya belum ada yang dicatat"


def not_operating(value: Report, kota: KotaReport, detail: bool) -> Section:
    """Those stated not to run a usaha, those not stated; `detail`: all that each one lacks. What
    the first page has told already is on no other.
    """
    items, unknown = kota.belum_beroperasi, _unknown(kota, detail)
    made, lead = _rows(value, kota, detail), silence(kota)
    if not detail and are_names_all(items):
        told = len(items) <= NAMED
        made = made._replace(groups=by_kecamatan(items), paper=not told)
        lead = () if told else lead
    title = made.title if items else unknown.title
    return Section("belum_beroperasi", title, lead, (made, unknown))


def silence(kota: KotaReport) -> tuple[str, ...]:
    """Of how many neither a kendala nor a plan is known."""
    items = kota.belum_beroperasi
    count = sum(not item.kendala and not item.rencana for item in items)
    if count == len(items):
        return (f"K{_NOTHING_SAID}.",) if count else ()
    return (f"Untuk {numbers.show(count)} di antaranya k{_NOTHING_SAID}.",) if count else ()


def are_names_all(items: Sequence[NotOperating]) -> bool:
    """Whether nothing is known of them but that their usaha does not run."""
    return bool(items) and all(map(_is_a_name, items))


def _is_a_name(item: NotOperating) -> bool:
    only = item.keadaan == BELUM and item.berikutnya == "usaha"
    return only and not item.kendala and not item.rencana


def _rows(value: Report, kota: KotaReport, detail: bool) -> Table:
    missing = IF_ANY if detail else NEVER
    items = kota.belum_beroperasi
    return table(
        "belum_beroperasi",
        f"Belum beroperasi: {numbers.show(len(items))} KKMP",
        [c._replace(paper=missing) if c.key in _MISSING else c for c in _COLUMNS],
        items,
        keadaan=sentences.state_of,
        sebab=sentences.state_and_cause,
        berikutnya=sentences.needed,
        kurang=lambda item: _steps(item.kurang),
        belum_diketahui=lambda item: _steps(item.belum_diketahui),
        kendala=_kendala,
        rencana=lambda item: sentences.plan(item.rencana, value.per),
    )


def _kendala(item: NotOperating) -> str | None:
    return "; ".join(map(sentences.obstacle, item.kendala)) or None


def _steps(codes: Sequence[str]) -> str:
    return ", ".join(map(sentences.step, codes))


def _unknown(kota: KotaReport, detail: bool) -> Table:
    """Those of whom nobody has said whether a usaha runs."""
    items = kota.usaha_tidak_diketahui
    every = "semua " if len(items) == kota.kkmp else ""
    title = f"Belum ada kabar apakah beroperasi: {every}{numbers.show(len(items))} KKMP"
    told = len(items) <= NAMED or bool(every)
    made = table("usaha_tidak_diketahui", title, PLACE, items)
    return made._replace(groups=unless_all(items, kota.kkmp), paper=detail or not told)
