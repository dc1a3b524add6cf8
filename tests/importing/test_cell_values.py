"""The text of one cell → a value, nothing, or why it cannot be read."""

from __future__ import annotations

from datetime import date

import pytest

from kkmp_cli.errors import CellError
from kkmp_cli.importing.cell_values import Memo
from kkmp_cli.importing.headings.columns import FieldColumn
from kkmp_cli.milestones import MILESTONES
from kkmp_cli.model.vocabulary import built_in
from office_sheets import (
    TODAY,
    only_problem,
    read_text,
    values_of,
)


def test_an_exact_date_after_the_day_of_the_statement_is_refused() -> None:
    text = "Kelurahan;NIB\nGambir;1 Februari 2026"
    assert only_problem(read_text(text, per=date(2026, 1, 31))).cell == "B2"
    assert not read_text(text, per=date(2026, 2, 1)).problems


def test_a_date_after_today_names_the_plan_as_remedy() -> None:
    assert "--usaha-rencana" in only_problem(read_text("Kelurahan;Usaha\nGambir;1 Mei 2026")).remedy


def test_apostrophes_before_digits_are_no_part_of_an_identifier_but_of_a_note() -> None:
    values = values_of(
        read_text("Kelurahan;No NIB;Telepon;Catatan\nGambir;'0120012345678;'0812345;'45")
    )["Gambir"]
    assert values == {"nib_nomor": "0120012345678", "telepon": "0812345", "catatan": "'45"}


def test_a_cell_can_empty_its_field() -> None:
    reading = read_text("Kelurahan;NIB;Mitra\nGambir;(kosongkan);(Kosongkan)")
    assert values_of(reading) == {"Gambir": {"nib": None, "mitra": None}}


def test_invisible_characters_are_taken_out_and_counted() -> None:
    reading = read_text("Kelurahan;Mitra\nGambir;Bu\u202elog\x07")
    assert values_of(reading) == {"Gambir": {"mitra": "Bulog"}}
    assert reading.files[0].cleaned == 1


def test_a_bare_number_under_a_date_heading_is_told_as_no_date() -> None:
    (problem,) = read_text("Kelurahan;Tgl NIB\nGambir;45000").problems
    assert "bukan tanggal" in problem.message


@pytest.mark.parametrize(
    "text", ["AHU-0001234.AH.01.29.TAHUN 2025", "8120012345678", "0123456789012345", "12345"]
)
def test_an_identifier_in_its_plain_form_is_kept_as_it_is(text: str) -> None:
    for milestone in MILESTONES:
        if milestone.number and (field := built_in().by_name(f"{milestone.code}_nomor")):
            try:
                expected = field.read(text, TODAY)
            except CellError:
                continue
            assert Memo(built_in(), FieldColumn(0, "x", field), TODAY, None, [])[text] == expected


@pytest.mark.parametrize(
    ("heading", "cell", "name"),
    [("No. NIB", "belum", "nib"), ("No. Rekening", "BRI 1234567890", "rekening")],
)
def test_a_state_in_a_column_of_numbers_names_the_way_out(
    heading: str, cell: str, name: str
) -> None:
    problem = only_problem(read_text(f"Kelurahan;{heading}\nGambir;{cell}"))
    assert f'--map "{heading}={name}"' in problem.remedy
    assert not read_text(
        f"Kelurahan;{heading}\nGambir;{cell}", maps=(f"{heading}={name}",)
    ).problems


def test_a_month_that_is_a_day_casts_doubt_on_the_whole_column() -> None:
    assert (
        "periksa juga tanggal lain"
        in only_problem(read_text("Kelurahan;NIB\nGambir;06/20/2025")).remedy
    )


def test_an_error_is_kept_without_the_frames_that_it_came_through() -> None:
    nib = built_in().by_name("nib")
    assert nib is not None
    memo = Memo(built_in(), FieldColumn(1, "NIB", nib), TODAY, None, [])
    error = memo["entahlah"]
    assert isinstance(error, CellError)
    assert (error.__traceback__, error.__context__) == (None, None)
