"""What a workbook shows, as text and as an error."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kkmp_cli.sheets.display import MONTH, PARTLY, WHOLLY, Display, SheetDisplay, fault, within


@pytest.mark.parametrize(
    ("display", "value", "text"),
    [
        (Display(error="#N/A"), "", "#N/A (kesalahan rumus)"),
        (Display(precision=MONTH), date(2026, 3, 1), "2026-03"),
        (Display(precision=MONTH), "Maret", "Maret"),
        (Display(digits=5), 31.0, "00031"),
        (Display(digits=5), -31.0, "-31.0"),
        (Display(digits=5), True, "True"),
        (Display(percent=True), 0.875, "87,5%"),
        (Display(percent=True), 0.07, "7%"),
        (Display(percent=True), "sudah", "sudah"),
        (Display(struck=WHOLLY), "sudah", "(dicoret) sudah"),
        (Display(struck=WHOLLY), "", ""),
        (Display(percent=True, struck=PARTLY), 1, "(dicoret sebagian) 100%"),
    ],
)
def test_a_display_gives_a_value_its_text(display: Display, value: Any, text: str) -> None:
    assert display.text(value, str(value)) == text


@pytest.mark.parametrize("text", ["#N/A", " #REF! ", "#DIV/0!", "#NAME?", "#SPILL!", "Err:502"])
def test_an_error_says_nothing_else(text: str) -> None:
    error = fault(text)
    assert error is not None
    assert text.strip() in error.message


def test_the_name_of_an_error_may_be_a_text_where_any_text_may_stand() -> None:
    assert fault("#N/A", free=True) is None
    assert fault("#N/A (kesalahan rumus)", free=True) is not None


@pytest.mark.parametrize("text", ["(dicoret) sudah", "(dicoret sebagian) belum sudah"])
def test_struck_text_says_nothing(text: str) -> None:
    error = fault(text)
    assert error is not None
    assert "dicoret" in error.message


@pytest.mark.parametrize(
    "text", ["", "#", "#1", "# N/A belum", "dicoret", "n/a", "#merahputih", "(dicoret)"]
)
def test_other_texts_are_no_fault(text: str) -> None:
    assert fault(text) is None


def test_rows_are_hidden_in_spans() -> None:
    shown = SheetDisplay(hidden_rows=[(2, 3), (7, 1_000_000)])
    assert shown.hidden(range(9)) == [2, 3, 7, 8]
    assert shown.hidden([]) == []
    assert list(within(shown.hidden_rows, 3, 8)) == [3, 7, 8]
