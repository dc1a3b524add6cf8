"""The events of many rows are those of each row, one after the other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kkmp_cli.model.bulk import BulkEvents, BulkRow, Events, blocks_of, fields_of, joined
from kkmp_cli.model.event import Event
from kkmp_cli.model.run import COOPERATIVE, REGISTERED

PER, OTHER = "2026-03-10", "2026-01-31"
MANY = BulkEvents(
    keys=[7, 8, 9],
    fields=("nib", "usaha"),
    columns=(["sudah", "", "belum"], ["proses", "", ""]),
    per=PER,
    file=1,
    rows=[3, 4, 5],
    days={"nib": [OTHER, "", ""]},
)


def event(key: int, field: str, value: str, row: int, per: str = PER) -> Event:
    return Event(COOPERATIVE, key, field, None, value, per, 1, row)


ONE_BY_ONE = (
    event(7, REGISTERED, "ya", 3),
    event(7, "nib", "sudah", 3, OTHER),
    event(7, "usaha", "proses", 3),
    event(8, REGISTERED, "ya", 4),
    event(9, REGISTERED, "ya", 5),
    event(9, "nib", "belum", 5),
)


def test_a_block_is_its_events_one_by_one() -> None:
    assert tuple(MANY) == ONE_BY_ONE
    assert MANY == ONE_BY_ONE
    assert len(MANY) == len(ONE_BY_ONE)
    assert MANY[1:3] == ONE_BY_ONE[1:3]
    assert MANY.telling() == 2


@pytest.mark.parametrize("places", [[0], [2, 1], [0, 1, 2], []])
def test_some_of_a_block_are_their_events(places: list[int]) -> None:
    wanted = [one for at in places for one in BulkRow(MANY, at)]
    assert [*MANY.among(places)] == wanted
    assert [*Events([BulkRow(MANY, at) for at in sorted(places)])] == [
        one for at in sorted(places) for one in BulkRow(MANY, at)
    ]


def test_blocks_are_joined_as_far_as_they_are_of_one_day_and_file() -> None:
    others = replace(MANY, keys=[10], fields=("npwp", "nib"), columns=(["belum"], ["proses"]))
    others = replace(others, rows=[6], days={"npwp": [OTHER]})
    elsewhere = replace(others, keys=[11], file=2)
    first, second = joined([MANY, others, elsewhere], 10)
    assert sorted(first, key=repr) == sorted([*MANY, *others], key=repr)
    assert second is elsewhere
    assert [*joined([MANY, others], 3)] == [MANY, others]
    assert [*joined([], 3)] == []


def test_a_row_of_a_block_knows_its_fields_without_making_events() -> None:
    for row in MANY.ones():
        assert [*fields_of(row)] == [one.field for one in row]
        assert len(row) == len([*row])


def test_changed_counts_as_the_same_events_in_a_tuple_do() -> None:
    apart = [tuple(row) for row in MANY.ones()]
    assert Events([*MANY.ones()]).changed() == Events([MANY]).changed() == Events(apart).changed()


def test_blocks_are_told_once_and_other_parts_stay_apart() -> None:
    alone = (event(1, "gerai", "sudah", 9),)
    assert blocks_of([BulkRow(MANY, 0), alone, BulkRow(MANY, 2)]) == ([MANY], [alone])
