"""Number formats, as far as they change what a cell says."""

from __future__ import annotations

import pytest

from kkmp_cli.sheets.display import MONTH, PLAIN, YEAR, Display
from kkmp_cli.sheets.number_formats import by_code, by_number


@pytest.mark.parametrize(
    "code", ["mmm-yy", "mmmm\\ yyyy", '[$-421]mmmm" "yyyy;@', "mm/yyyy", "mmm"]
)
def test_a_date_without_a_day_is_a_month(code: str) -> None:
    assert by_code(code) == Display(precision=MONTH)


@pytest.mark.parametrize("code", ["yyyy", "yy", '"TB "yyyy'])
def test_a_date_without_a_month_is_a_year(code: str) -> None:
    assert by_code(code) == Display(precision=YEAR)


@pytest.mark.parametrize(
    "code",
    [
        "",
        "General",
        "@",
        "dd/mm/yyyy",
        "d mmm",
        "mm:ss",
        "[mm]:ss",
        "[h]:mm",
        "yyyy-mm-dd hh:mm",
        "0",
        "#,##0",
        "0.00",
        '"Rp"#,##0',
        "0.00E+00",
        '0 "m"',
        '# "tahun y"',
    ],
)
def test_all_other_formats_leave_a_value_as_it_is(code: str) -> None:
    assert by_code(code) == PLAIN


@pytest.mark.parametrize(
    ("code", "digits"),
    [("0000", 4), ("00\\.000", 5), ('"NIB "0000000000000', 13), ("00000-0000", 9), ("0##", 3)],
)
def test_zeros_before_a_number_are_counted(code: str, digits: int) -> None:
    assert by_code(code) == Display(digits=digits)


@pytest.mark.parametrize(
    ("number", "display"), [(9, Display(percent=True)), (17, by_code("mmm-yy"))]
)
def test_formats_without_a_code_have_a_number(number: int, display: Display) -> None:
    assert by_number(number, {}) == display
    assert by_number(number, {number: "General"}) == PLAIN
