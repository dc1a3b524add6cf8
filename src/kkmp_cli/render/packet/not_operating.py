"""Who does not operate, by name: what is missing, what stops them, when they mean to open."""

from __future__ import annotations

from kkmp_cli.milestones import BELUM
from kkmp_cli.parsing import numbers
from kkmp_cli.render.document import IF_ANY, NEVER, Column, Section, Table
from kkmp_cli.render.packet.table_cells import PLACE, by_kecamatan, table, unless_all
from kkmp_cli.render.words import NO_DATA, sentences
from kkmp_cli.reports import KotaReport, Report
from kkmp_cli.reports.report import NotOperating

_NOTHING_SAID = "kendala dan rencana belum dicatat"


def not_operating(value: Report, kota: KotaReport, detail: bool) -> Section:
    """Those stated not to run a usaha, then those of whom nobody has said; `detail` names all that
    each one lacks.
    """
    items, unknown = kota.belum_beroperasi, _unknown(kota)
    silent = [item for item in items if not item.kendala and not item.rencana]
    lead: tuple[str, ...] = ()
    if silent:
        some = f"{numbers.show(len(silent))} di antaranya"
        lead = (f"Untuk {'semuanya' if len(silent) == len(items) else some} {_NOTHING_SAID}.",)
    made = _rows(value, kota, detail)
    if not detail and len(silent) == len(items) and all(map(_lacks_only_usaha, items)):
        made = made._replace(groups=by_kecamatan(items))
    return Section(
        "belum_beroperasi", made.title if items else unknown.title, lead, (made, unknown)
    )


def _lacks_only_usaha(item: NotOperating) -> bool:
    return item.keadaan == BELUM and item.berikutnya == "usaha"


def _rows(value: Report, kota: KotaReport, detail: bool) -> Table:
    missing = IF_ANY if detail else NEVER
    columns = (
        *PLACE,
        Column("keadaan", "Keadaan"),
        Column("berikutnya", "Langkah berikutnya"),
        Column("kurang", "Kurang", paper=missing),
        Column("belum_diketahui", "Belum ada data", paper=missing),
        Column("kendala", "Kendala", paper=IF_ANY),
        Column("rencana", "Rencana buka", paper=IF_ANY),
    )
    items = kota.belum_beroperasi
    return table(
        "belum_beroperasi",
        f"Belum beroperasi: {numbers.show(len(items))} KKMP",
        columns,
        items,
        keadaan=sentences.state_of,
        berikutnya=lambda item: sentences.step(item.berikutnya),
        kurang=lambda item: ", ".join(map(sentences.step, item.kurang)),
        belum_diketahui=lambda item: ", ".join(map(sentences.step, item.belum_diketahui)),
        kendala=lambda item: "; ".join(map(sentences.obstacle, item.kendala)) or None,
        rencana=lambda item: sentences.plan(item.rencana, value.per) if item.rencana else None,
    )


def _unknown(kota: KotaReport) -> Table:
    """Those of whom nobody has said whether a usaha runs."""
    items = kota.usaha_tidak_diketahui
    every = "semua " if len(items) == kota.kkmp else ""
    title = f"Beroperasi atau belum: {NO_DATA} untuk {every}{numbers.show(len(items))} KKMP"
    made = table("usaha_tidak_diketahui", title, PLACE, items)
    return made._replace(groups=unless_all(items, kota.kkmp), paper=bool(items))
