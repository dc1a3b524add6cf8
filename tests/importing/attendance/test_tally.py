"""People are counted once, and who is passed over is told."""

from __future__ import annotations

from kkmp_cli.importing import attendance
from kkmp_cli.importing.attendance import Attended
from kkmp_cli.importing.attendance.attendance_row import NOBODY, SILENT, Presence
from kkmp_cli.importing.attendance.tally import Tally
from office_sheets import AREAS, INDEX, sheet_of

GAMBIR, CIDENG = AREAS[:2]
ONE = Presence({"pengurus": 1}, True)


def told(tally: Tally) -> Attended:
    """What the count says."""
    attended = attendance.read(sheet_of("Kelurahan;Jumlah\n"), INDEX, "31.71")
    tally.fill(attended)
    return attended


def test_a_person_who_stands_there_twice_is_counted_once() -> None:
    tally = Tally()
    assert tally.add(2, GAMBIR, ONE, ("siti",), False)
    assert not tally.add(3, GAMBIR, ONE, ("siti",), False)
    found = told(tally)
    assert (found.people, found.twice, found.rows) == ({GAMBIR: {"pengurus": 1}}, {3: 2}, 2)


def test_rows_of_one_kelurahan_are_added_up() -> None:
    tally = Tally()
    for row, presence in enumerate((ONE, Presence({"pengurus": 0, "pengawas": 2}, True)), 2):
        tally.add(row, GAMBIR, presence, None, False)
    assert told(tally).people == {GAMBIR: {"pengurus": 1, "pengawas": 2}}


def test_nobody_is_told_of_a_kelurahan_unless_another_row_says_that_some_came() -> None:
    tally = Tally()
    tally.add(2, GAMBIR, NOBODY, None, False)
    tally.add(3, CIDENG, NOBODY, None, False)
    tally.add(4, GAMBIR, ONE, None, False)
    found = told(tally)
    assert (found.nobody, found.skipped) == ((CIDENG,), [(2, GAMBIR), (3, CIDENG)])


def test_a_row_that_heads_those_below_it_is_told_only_where_none_of_them_counts() -> None:
    tally = Tally()
    tally.add(2, GAMBIR, SILENT, None, True)
    tally.add(3, GAMBIR, ONE, None, False)
    tally.add(4, CIDENG, SILENT, None, True)
    assert told(tally).skipped == [(4, CIDENG)]
