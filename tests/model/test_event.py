"""Events that follow one another and come from one row are one row of the history."""

from __future__ import annotations

from kkmp_cli.model.event import Event, grouped
from kkmp_cli.model.run import COOPERATIVE

PER = "2026-03-10"


def event(key: int, field: str, per: str = PER, row: int = 0) -> Event:
    return Event(COOPERATIVE, key, field, None, "sudah", per, row=row)


def test_a_group_is_one_thing_from_one_row() -> None:
    events = [
        event(1, "nib"),
        event(1, "npwp"),
        event(2, "nib"),
        event(1, "usaha"),
        event(1, "rat_2025", row=7),
    ]
    assert [(group.key, group.row, len(group.items)) for group in grouped(events)] == [
        (1, 0, 2),
        (2, 0, 1),
        (1, 0, 1),
        (1, 7, 1),
    ]


def test_a_day_is_told_where_it_is_not_that_of_the_group() -> None:
    (group,) = grouped([event(1, "nib"), event(1, "npwp", "2026-01-31")])
    assert group.per == PER
    assert group.items == [("nib", None, "sudah"), ("npwp", None, "sudah", "2026-01-31")]
