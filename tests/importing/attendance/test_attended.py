"""People are counted where a number is known."""

from __future__ import annotations

from kkmp_cli.importing import attendance
from kkmp_cli.importing.attendance import Attended
from office_sheets import AREAS, INDEX, sheet_of


def read(text: str) -> Attended:
    return attendance.read(sheet_of(text), INDEX, "31.71")


def test_present_without_a_number_counts_for_no_person() -> None:
    found = read("Kelurahan;Hadir\nGambir;hadir\nCideng;hadir")
    found.people[AREAS[0]] = {"pengurus": None, "pengawas": 2}
    assert found.count == 2


def test_an_empty_list_counts_nobody() -> None:
    found = read("Kelurahan;Jumlah\n")
    assert (found.count, found.rows, found.people) == (0, 0, {})
