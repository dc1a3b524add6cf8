"""A form that comes back: what stands as it was issued states nothing."""

from __future__ import annotations

from datetime import date

import pytest

from kkmp_cli.errors import Refused
from kkmp_cli.importing.form import (
    ASKED_PER,
    CHECKED,
    KEYS,
    Issue,
    Returned,
    carried,
    form_fields,
    issue_of,
    returned,
)
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.sheets import Sheet
from office_sheets import AREAS, TODAY

GAMBIR = next(area for area in AREAS if area.kelurahan == "Gambir")
NAMES = ("nib", "nib_nomor", "catatan")
ISSUE = Issue("2026-03-10", NAMES, {GAMBIR.kode: {"nib": "2025-08-15", "nib_nomor": "0012"}})


def form(*cells: str, per: str = "2026-03-10", issue: Issue = ISSUE) -> Sheet:
    """One row of the form: its NIB, number, note and whether it was checked."""
    heads = [*map(built_in().label_of, (*KEYS, *NAMES)), CHECKED]
    keys = [str(getattr(GAMBIR, name)) for name in KEYS]
    rows = [["Isian"], [ASKED_PER, "", per], heads, [*keys, *cells]]
    hidden = tuple(enumerate(map(tuple, carried(issue)), 1))
    return Sheet("isian.xlsx", "Isian", None, None, [*enumerate(rows, 1)], hidden=hidden)


def back(*cells: str, **more: str) -> Returned:
    made = returned(form(*cells, **more), TODAY, built_in(), per_named=False)  # type: ignore[arg-type]
    assert made is not None
    return made


def test_what_was_carried_reads_back() -> None:
    assert issue_of(form()) == ISSUE
    assert issue_of(form()._replace(hidden=())) is None


def test_what_stands_as_it_was_issued_states_nothing_however_a_day_is_written() -> None:
    for day in ("2025-08-15", "15 Agustus 2025", "15/08/2025"):
        made = back(day, "0012", "", "")
        assert (made.touched, [*made.sheet.rows][3][1][3:]) == (0, ["", "", "", ""])


def test_a_number_that_an_english_spreadsheet_saved_with_its_groups_is_as_it_was_issued() -> None:
    carrying = Issue("2026-03-10", ("anggota",), {GAMBIR.kode: {"anggota": "12500"}})
    heads = [*map(built_in().label_of, (*KEYS, "anggota"))]
    for text, touched in (("12,500", 0), ("12.500", 0), ("12,501", 1), ("1,2500", 1)):
        rows = [[ASKED_PER, "2026-03-10"], heads, [GAMBIR.kode, "Gambir", "Gambir", text]]
        hidden = tuple(enumerate(map(tuple, carried(carrying)), 1))
        sheet = Sheet("isian.csv", None, None, None, [*enumerate(rows, 1)], hidden=hidden)
        made = returned(sheet, TODAY, built_in(), per_named=False)
        assert made is not None
        assert made.touched == touched, text


def test_what_was_changed_or_written_anew_is_touched() -> None:
    made = back("belum", "0012", "pindah", "")
    assert (made.touched, [*made.sheet.rows][3][1][3:]) == (2, ["belum", "", "pindah", ""])


@pytest.mark.parametrize(
    ("mark", "checked"), [("ya", True), ("x", True), ("tidak", False), ("", False), ("-", False)]
)
def test_a_word_for_no_is_no_check(mark: str, checked: bool) -> None:
    assert back("", "", "", mark).checked == ({4: GAMBIR.kode} if checked else {})


def test_a_form_without_its_day_is_refused_unless_one_is_named() -> None:
    with pytest.raises(Refused, match="tidak berisi tanggal"):
        returned(form("belum", per=""), TODAY, built_in(), per_named=False)
    assert (
        returned(form("belum", per=""), date(2026, 3, 10), built_in(), per_named=True) is not None
    )


def test_plan_and_kendala_are_asked_only_of_what_runs_on() -> None:
    asked = form_fields(2025, built_in())
    assert {"usaha_rencana", "gerai_kendala", "rat_2025", "rat_2025_kendala"} <= {*asked}
    assert {"nib_rencana", "nib_kendala", "rat_2026"}.isdisjoint(asked)
    assert len({*asked}) == len(asked)
