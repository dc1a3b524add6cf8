"""A plan counts each row once, and its events are those of its rows in order."""

from __future__ import annotations

from kkmp_cli.model.event import Event
from kkmp_cli.model.run import COOPERATIVE
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.planning.intent import CHANGED, OUTCOMES, SAME, Plan, RowResult
from snapshots import areas_of

FIRST, SECOND = areas_of("31.71")[:2]


def changed(number: int) -> RowResult:
    area = (FIRST, SECOND)[number]
    event = Event(COOPERATIVE, area.id, "nib", None, "sudah", "2026-03-10", row=number)
    return RowResult(area, CHANGED, (event,))


def test_a_plan_without_events_would_record_nothing() -> None:
    assert Plan(built_in()).empty
    assert Plan(built_in(), (RowResult(FIRST, SAME),)).empty
    assert not Plan(built_in(), (RowResult(FIRST, SAME), changed(1))).empty


def test_rows_that_were_passed_over_are_the_same() -> None:
    plan = Plan(built_in(), (changed(0), RowResult(SECOND, SAME)), passed={0: 40, 1: 2})
    counts = {outcome: plan.count(outcome) for outcome in OUTCOMES}
    assert {outcome: count for outcome, count in counts.items() if count} == {CHANGED: 1, SAME: 43}


def test_events_stand_in_the_order_of_the_rows() -> None:
    assert [event.row for event in Plan(built_in(), (changed(0), changed(1))).events] == [0, 1]
