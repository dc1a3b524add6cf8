"""What a JUMLAH row of an attendance list states beside what was counted above it."""

from __future__ import annotations

from kkmp_cli.importing.attendance.attendance_headings import ListColumn
from kkmp_cli.importing.attendance.attendance_totals import Totals
from kkmp_cli.importing.sheet_totals import Difference

COLUMNS = (ListColumn(1, "Pengurus", "pengurus"), ListColumn(2, "Jumlah", "jumlah"))


def totals(*people: dict[str, int]) -> Totals:
    made = Totals(COLUMNS)
    for each in people:
        made.count(each)
    return made


def test_what_agrees_is_no_difference_and_an_empty_cell_states_nothing() -> None:
    made = totals({"pengurus": 2}, {"pengurus": 1, "pengawas": 1})
    made.close(5, ["JUMLAH", "3", "4"])
    made.close(6, ["JUMLAH", "", "-"])
    made.close(7, ["JUMLAH", "tiga"])
    assert made.differences() == ()


def test_a_zero_where_people_were_counted_is_told_with_its_cell() -> None:
    made = totals({"pengurus": 2})
    made.close(5, ["JUMLAH", "0", "2"])
    assert made.differences() == (Difference(5, "Pengurus", "B5", "pengurus", 0, 2),)


def test_a_part_is_compared_with_its_own_people_and_the_last_with_all() -> None:
    made = totals({"pengurus": 2})
    made.close(3, ["Jumlah", "2", "2"])
    made.count({"pengurus": 3})
    made.close(5, ["Jumlah", "3", "3"])
    made.close(6, ["Jumlah seluruhnya", "6", "5"])
    assert [(one.stated, one.read) for one in made.differences()] == [(6, 5)]


def test_a_row_of_those_who_stayed_away_is_not_compared() -> None:
    made = totals({"pengurus": 2})
    made.close(5, ["Jumlah tidak hadir", "7", "7"])
    assert made.differences() == ()
