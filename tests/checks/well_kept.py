"""A register in which all is well, and what the rules find in one."""

from __future__ import annotations

from collections.abc import Mapping

from kkmp_cli.checks import examine
from kkmp_cli.checks.rule import Examined
from kkmp_cli.milestones import MILESTONES, field_code
from kkmp_cli.model.area import Area
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.projection import project
from kkmp_cli.model.timeline import FieldEvent
from kkmp_cli.model.vocabulary import built_in

TODAY = "2026-03-10"
GAMBIR = Area(
    1, "31.71.01.1001", "Gambir", "Gambir", "Kota Administrasi Jakarta Pusat", "DKI Jakarta"
)
CIDENG = Area(
    2, "31.71.01.1002", "Cideng", "Gambir", "Kota Administrasi Jakarta Pusat", "DKI Jakarta"
)
SAID = tuple[str, str, str]
"""Field, value, per."""


def cooperative(area: Area, *said: SAID) -> Cooperative:
    state = project(
        (FieldEvent(field, value, per, order) for order, (field, value, per) in enumerate(said)),
        built_in(),
    )
    return Cooperative(
        area.id, area, state.values, state.pers, state.states, state.obstacles, state.plans
    )


def complete(area: Area, **others: str) -> Cooperative:
    """A cooperative of which all is known, confirmed today, and nothing wants attention."""
    said = {field_code(milestone, 2025): "2025-08-10" for milestone in MILESTONES}
    said |= {
        f"{m.code}_nomor": f"{area.id:0{m.number.digits[0]}}"
        for m in MILESTONES
        if m.number and m.number.digits
    }
    said |= {
        "rat_2025": "2026-02-10",
        "musyawarah": "2025-05-31",
        "sk_kemenkop": "2025-06-20",
        "sk_kemenkop_nomor": f"AHU-{area.id}",
        "nib_nomor": f"012345678901{area.id}",
        "npwp_nomor": f"002421275509100{area.id}",
        "rekening_nomor": f"12345{area.id}",
        "rekening_bank": "BRI",
        "unit_usaha": "sembako",
    } | others
    return cooperative(area, *((name, value, TODAY) for name, value in said.items() if value))


def held(*cooperatives: Cooperative, **others: object) -> Examined:
    found = Examined(
        (GAMBIR, CIDENG), cooperatives or (complete(GAMBIR), complete(CIDENG)), (), (), TODAY
    )
    return found._replace(**others)  # type: ignore[arg-type]


def findings(looked_at: Examined) -> Mapping[str, list[str]]:
    """Rule → the names it found, of the rules that found anything."""
    return {
        result.rule.code: [finding.name for finding in result.findings]
        for result in examine(looked_at)
        if result.findings
    }
