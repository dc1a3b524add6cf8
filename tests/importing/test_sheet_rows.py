"""What the rows of one sheet come to: each row counted once, and what is taken back is forgotten."""

from __future__ import annotations

from kkmp_cli.errors import Problem
from kkmp_cli.importing.sheet_rows import SheetRows, row_of
from kkmp_cli.planning.intent import Intent, Source
from office_sheets import AREAS, TODAY

GAMBIR, CIDENG, THIRD = AREAS[:3]


def problem(row: int) -> Problem:
    return Problem(row, "NIB", f"B{row}", "x", "salah", "betulkan", "a.csv")


def filled() -> SheetRows:
    """Rows 2 to 5: one good, one rejected that names its cooperative, one that does not, one
    passed over.
    """
    rows = SheetRows(named=[(2, GAMBIR), (3, CIDENG)], passed={5: b"m"})
    rows.intents.append(Intent(GAMBIR, {}, TODAY, source=Source(row=2)))
    rows.reject(problem(3))
    rows.reject(problem(4))
    return rows


def test_every_row_of_data_is_counted_once() -> None:
    assert filled().count() == 4
    assert SheetRows().count() == 0


def test_two_problems_of_one_row_reject_one_row() -> None:
    rows = filled()
    rows.reject(problem(4))
    assert (rows.count(), len(rows.problems)) == (4, 3)


def test_problems_of_a_footer_are_forgotten_with_their_rows() -> None:
    rows = filled()
    rows.forget_problems(1)
    assert (rows.rejected, len(rows.problems), rows.count()) == ({3}, 1, 3)


def test_a_row_that_is_dropped_states_nothing_and_a_rejected_one_stays() -> None:
    rows = filled()
    rows.drop({2, 3, 5}, [(5, THIRD)])
    assert (rows.intents, rows.passed, rows.named) == ([], {}, [(3, CIDENG)])
    assert rows.rejected == {3, 4}


def test_an_intent_of_no_file_stands_in_no_row() -> None:
    assert row_of(Intent(GAMBIR, {}, TODAY)) == 0
