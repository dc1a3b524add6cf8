"""A form without its hidden sheet, by what is printed on it."""

from __future__ import annotations

from datetime import date

import pytest

from kkmp_cli.errors import Refused
from kkmp_cli.importing.form import CHECKED
from kkmp_cli.importing.printed_form import as_returned, printed
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.sheets import Sheet
from office_sheets import TODAY

HEADS = ["Kode", "Kelurahan", "Kecamatan", "NIB", "Anggota", CHECKED]
TOP = [["Isian KKMP"], ["Keadaan per tanggal", "", "2026-03-05"], ["Dikeluarkan 1 Maret 2026"]]
ROW = ["31.71.01.1001", "Gambir", "Gambir", "sudah", "175", "ya"]


def sheet_of(*rows: list[str]) -> Sheet:
    return Sheet("isian.csv", None, "utf-8", ";", [*enumerate(rows, 1)])


def test_a_form_is_known_by_its_headings_and_has_the_day_printed_on_it() -> None:
    form = printed(sheet_of(*TOP, HEADS, ROW), None, TODAY)
    assert form is not None
    assert form.day == date(2026, 3, 1)
    assert printed(sheet_of(*TOP, HEADS[:-1], ROW), None, TODAY) is None
    assert printed(sheet_of(*TOP, [*HEADS, "Alasan ditolak"], ROW), None, TODAY) is None


def test_without_a_printed_day_an_officer_has_to_name_it() -> None:
    with pytest.raises(Refused):
        printed(sheet_of(HEADS, ROW), None, TODAY)
    form = printed(sheet_of(HEADS, ROW), date(2026, 2, 1), TODAY)
    assert form is not None
    assert form.day == date(2026, 2, 1)


def test_what_was_held_states_nothing_and_the_rest_is_of_the_day_of_issue() -> None:
    form = printed(sheet_of(*TOP, HEADS, ROW), None, TODAY)
    assert form is not None
    made = as_returned(form, {"31.71.01.1001": {"anggota": {"175", "210"}}}, TODAY, built_in())
    rows = dict(made.sheet.rows)
    assert rows[2] == rows[3] == ["Keadaan per tanggal", "2026-03-01"]
    assert rows[5][3:] == ["sudah", "", ""]
    assert (made.touched, made.checked, made.issue.lost) == (1, {5: "31.71.01.1001"}, True)
