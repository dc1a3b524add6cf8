"""A corrected cell holds its new text alone; every other cell is what it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli.errors import Refused
from kkmp_cli.sheets.corrected import corrected
from kkmp_cli.sheets.display import COLOURED, Block, Display, Remark, SheetDisplay
from kkmp_cli.sheets.merges import with_merged
from kkmp_cli.sheets.sheet import BETWEEN, CorrectedCell, Row, Sheet

_ROWS, _WIDTH = 5, 4
_CELLS = st.tuples(st.integers(1, _ROWS), st.integers(0, _WIDTH - 1))


def sheet(shown: SheetDisplay | None = None) -> Sheet:
    rows: list[Row] = [
        (row, [f"{column}{row}" for column in "ABCD"]) for row in range(1, _ROWS + 1)
    ]
    return Sheet("a.csv", None, None, None, rows, shown=shown or SheetDisplay())


def grid(of: Sheet) -> dict[tuple[int, int], str]:
    rows = with_merged(of.rows, of.shown.merges, _WIDTH)
    return {(row, at): text for row, cells in rows for at, text in enumerate(cells)}


@st.composite
def _blocks(draw: st.DrawFn) -> Block:
    rows = sorted(draw(st.lists(st.integers(1, _ROWS), min_size=2, max_size=2)))
    columns = sorted(draw(st.lists(st.integers(0, _WIDTH - 1), min_size=2, max_size=2)))
    return Block(*rows, *columns)


@given(block=_blocks(), texts=st.dictionaries(_CELLS, st.sampled_from(["", "baru", "x y"])))
def test_a_merge_goes_on_holding_for_all_its_other_cells(
    block: Block, texts: dict[tuple[int, int], str]
) -> None:
    before = sheet(SheetDisplay(merges=[block]))
    after = corrected(before, texts, ())
    stood = dict(before.rows)
    assert {(one.row, one.position): one.new for one in after.corrected} == {
        at: text for at, text in texts.items() if (stood[at[0]][at[1]] or "?") != text
    }
    assert grid(after) == grid(before) | texts


@given(block=_blocks(), cells=st.lists(_CELLS, max_size=3))
def test_colours_and_displays_speak_of_the_other_cells_only(
    block: Block, cells: list[tuple[int, int]]
) -> None:
    displays = {row: {at: Display(error="#N/A") for at in range(_WIDTH)} for row in (1, 2, 3)}
    shown = SheetDisplay(displays=displays, remarks=[Remark(block, COLOURED)])
    after = corrected(sheet(shown), dict.fromkeys(cells, "baru"), ()).shown
    coloured = {
        (row, at)
        for remark in after.remarks
        for row in range(remark.cells.first_row, remark.cells.last_row + 1)
        for at in range(remark.cells.first_column, remark.cells.last_column + 1)
    }
    every = {
        (row, at)
        for row in range(block.first_row, block.last_row + 1)
        for at in range(block.first_column, block.last_column + 1)
    }
    assert coloured == every - {*cells}
    left = {(row, at) for row, of_row in after.displays.items() for at in of_row}
    assert left == {(row, at) for row in (1, 2, 3) for at in range(_WIDTH)} - {*cells}
    assert shown.displays == displays


def test_a_cell_of_a_merge_held_its_value_and_can_be_emptied() -> None:
    rows: list[Row] = [(1, ["A1", "B1"]), (2, ["A2", "x"]), (3, ["A3", ""])]
    shown = SheetDisplay(merges=[Block(2, 3, 1, 1)])
    before = Sheet("a.xlsx", "Data", None, None, rows, shown=shown)
    after = corrected(before, {(3, 1): ""}, ())
    assert after.corrected == (CorrectedCell(3, 1, "x", ""),)
    assert [*with_merged(after.rows, after.shown.merges, 2)][2] == (3, ["A3", ""])


def test_rows_and_lines_hold_the_same() -> None:
    before = sheet()
    lines = [(row, BETWEEN.join(cells)) for row, cells in before.rows]
    after = corrected(before._replace(lines=lambda: iter(lines)), {(2, 1): "baru", (3, 5): "f"}, ())
    assert after.lines is not None
    assert [(row, text.split(BETWEEN)) for row, text in after.lines()] == [*after.rows]
    assert dict(after.rows)[3] == ["A3", "B3", "C3", "D3", "", "f"]


def test_what_stands_in_the_file_is_kept_beside_the_new_text() -> None:
    after = corrected(sheet(), {(2, 1): "baru", (3, 0): "A3"}, [4])
    assert after.corrected == (CorrectedCell(2, 1, "B2", "baru"),)
    assert after.left_out == {4}
    assert after.corrected[0].name == "B2"


@pytest.mark.parametrize(("texts", "rows"), [({(99, 4): "x"}, ()), ({}, [99])])
def test_a_row_that_is_not_there_is_refused(
    texts: dict[tuple[int, int], str], rows: list[int]
) -> None:
    with pytest.raises(Refused, match="tidak punya baris 99"):
        corrected(sheet(), texts, rows)
