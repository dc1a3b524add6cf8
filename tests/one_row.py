"""Somebody's word on one cooperative, planned: the cooperatives, the days and the outcome of a row."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from kkmp_cli.milestones import MILESTONES, Milestone, field_code
from kkmp_cli.model import projection
from kkmp_cli.model.area import Area
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.run import REGISTERED
from kkmp_cli.model.timeline import FieldEvent
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.planning.intent import (
    Intent,
    Plan,
)
from kkmp_cli.planning.merge import MergePolicy
from kkmp_cli.planning.plan import build_plan

GAMBIR = Area(
    1, "31.71.01.1001", "Gambir", "Gambir", "Kota Administrasi Jakarta Pusat", "DKI Jakarta"
)
CIDENG = Area(
    2, "31.71.01.1002", "Cideng", "Gambir", "Kota Administrasi Jakarta Pusat", "DKI Jakarta"
)
RAWASARI = Area(
    3,
    "31.71.05.1003",
    "Rawasari",
    "Cempaka Putih",
    "Kota Administrasi Jakarta Pusat",
    "DKI Jakarta",
)
PER = date(2026, 3, 10)
OLDER, NEWER = PER - timedelta(days=30), PER + timedelta(days=30)
FILE, OVERWRITE, OFFICER = MergePolicy(), MergePolicy(overwrite=True), MergePolicy(officer=True)

every_milestone = pytest.mark.parametrize(
    "milestone", MILESTONES, ids=lambda milestone: milestone.code
)
every_stopping = pytest.mark.parametrize(
    "milestone", [m for m in MILESTONES if m.stops], ids=lambda milestone: milestone.code
)
every_number = pytest.mark.parametrize(
    "milestone", [m for m in MILESTONES if m.number], ids=lambda milestone: milestone.code
)


def name_of(milestone: Milestone) -> str:
    return field_code(milestone, 2025)


def number_of(milestone: Milestone, digit: str = "1") -> str:
    assert milestone.number
    return digit * (milestone.number.digits[-1] if milestone.number.digits else 12)


def held(
    values: Mapping[str, str | None] = {}, per: date = PER, area: Area = GAMBIR
) -> Cooperative:
    """A cooperative of which these values were stated on one day."""
    said = [FieldEvent(REGISTERED, "ya", per.isoformat(), 0)]
    said += [
        FieldEvent(name, value, per.isoformat(), order)
        for order, (name, value) in enumerate(values.items(), 1)
    ]
    return after(said, area)


def after(said: list[FieldEvent], area: Area = GAMBIR) -> Cooperative:
    state = projection.project(said, built_in())
    return Cooperative(
        area.id, area, state.values, state.pers, state.states, state.obstacles, state.plans
    )


def file_says(
    values: Mapping[str, str | None],
    known: Cooperative | None,
    per: date = NEWER,
    policy: MergePolicy = FILE,
    explicit: bool = True,
) -> Plan:
    """The plan of one row on Gambir."""
    return build_plan(
        [Intent(GAMBIR, values, per, explicit)],
        {known.id: known} if known else {},
        policy,
        {},
        built_in(),
    )


def officer_says(
    values: Mapping[str, str | None],
    known: Cooperative,
    per: date = NEWER,
    policy: MergePolicy = OFFICER,
) -> Plan:
    return file_says(values, known, per, policy)


def stated(result: Plan) -> dict[str, tuple[str | None, str | None]]:
    """field → (old, new) of the changes."""
    return {event.field: (event.old, event.new) for event in result.events}


def outcome(result: Plan) -> str:
    (row,) = result.results
    return row.outcome
