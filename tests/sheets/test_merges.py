"""A merged value holds for every cell of its merge."""

from __future__ import annotations

from kkmp_cli.sheets.display import Block
from kkmp_cli.sheets.merges import Reaching, with_merged, without_merged

ROWS = [(2, ["Senen", "Kwitang", "sudah", ""]), (3, ["", "Bungur", "", "x"]), (4, ["", "Kramat"])]


def _with(*merges: Block, keys: tuple[int, ...] = (1,)) -> list[list[str]]:
    return [list(cells) for _, cells in with_merged(ROWS, merges, 4, keys)]


def test_a_value_is_carried_down_and_sideways_to_the_end_of_its_merge() -> None:
    assert _with(Block(2, 3, 0, 0), Block(2, 4, 2, 3)) == [
        ["Senen", "Kwitang", "sudah", "sudah"],
        ["Senen", "Bungur", "sudah", "sudah"],
        ["", "Kramat", "sudah", "sudah"],
    ]


def test_nothing_is_carried_sideways_into_the_name_of_a_cooperative_or_out_of_it() -> None:
    assert _with(Block(2, 2, 0, 3))[0] == ["Senen", "Kwitang", "Senen", "Senen"]
    assert _with(Block(2, 2, 1, 3))[0] == ["Senen", "Kwitang", "sudah", ""]
    assert _with(Block(2, 3, 1, 1))[1][1] == "Kwitang"


def test_a_merge_that_begins_above_or_is_empty_carries_nothing() -> None:
    plain = [list(cells) for _, cells in ROWS]
    assert _with(Block(1, 4, 0, 0)) == plain
    assert _with(Block(3, 4, 2, 2))[2] == ["", "Kramat"]
    assert _with() == plain


def test_what_was_carried_can_be_taken_out_again() -> None:
    merges = Reaching([Block(2, 3, 0, 3)])
    filled = ["Senen"] * 4
    assert without_merged(2, filled, merges.over(2)) == ["Senen", "", "", ""]
    assert without_merged(3, filled, merges.over(3)) == [""] * 4
    assert without_merged(4, filled, merges.over(4)) == filled


def test_a_merge_over_the_whole_sheet_costs_no_more_than_its_table() -> None:
    rows = [(number, ["x"]) for number in range(1, 50)]
    huge = [Block(1, 1_048_576, 0, 16_383)]
    assert all(cells == ["x"] * 3 for _, cells in with_merged(rows, huge, 3))
