"""The cells of one row → one set of values."""

from __future__ import annotations

from office_sheets import (
    only_problem,
    read_text,
    values_of,
)


def test_an_account_with_its_bank_is_read_from_one_cell() -> None:
    assert values_of(read_text("Kelurahan;Rekening\nGambir;BRI 0123-01-000123-30-5")) == {
        "Gambir": {"rekening_nomor": "012301000123305", "rekening_bank": "BRI"}
    }


def test_two_different_numbers_in_one_row_are_refused() -> None:
    assert (
        only_problem(read_text("Kelurahan;NIB;No NIB\nGambir;8120012345678;8120012345679")).cell
        == "B2"
    )
