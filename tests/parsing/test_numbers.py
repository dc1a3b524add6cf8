"""Numbers as Indonesian offices write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli.errors import CellError
from kkmp_cli.parsing import numbers
from kkmp_cli.parsing.numbers import Quantity


def test_thousands_have_a_dot_and_percentages_a_comma() -> None:
    assert numbers.show(1250) == "1.250"
    assert numbers.share(28, 44) == "28 dari 44 (63,6%)"
    assert numbers.percent(34, 44) == "77,3%"
    assert [numbers.show_signed(n) for n in (3, -1, 0)] == ["+3", "-1", "0"]


@given(st.integers(1, 10**6), st.integers(0, 10**6))
def test_only_nothing_is_0_percent_and_only_all_is_100(whole: int, part: int) -> None:
    part = min(part, whole)
    shown = numbers.percent(part, whole)
    assert (shown == "0%") == (part == 0)
    assert (shown == "100%") == (part == whole)
    assert shown not in ("0,0%", "100,0%")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("34", Quantity(34)),
        ("1.250", Quantity(1250)),
        ("77,3%", Quantity(77.3, percent=True)),
        ("sekitar 90 persen", Quantity(90, percent=True, about=True)),
        ("± 40", Quantity(40, about=True)),
        ("1,000", None),
        ("33,333%", Quantity(33.333, percent=True)),
        ("puluhan", None),
        ("3.4", None),
        ("１２", None),
    ],
)
def test_a_published_number_is_read_as_it_was_meant(text: str, wanted: Quantity | None) -> None:
    assert numbers.read(text) == wanted


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("175", "175"),
        ("1.250", "1250"),
        ("1.250.000", "1250000"),
        ("0", "0"),
        ("175 orang", "175"),
        ("175,0", "175"),
    ],
)
def test_counts_follow_indonesian_writing(text: str, count: str) -> None:
    assert numbers.read_count(text) == count


@pytest.mark.parametrize(
    "text",
    ["-5", "1,250", "12.5", "1e3", "１２", "1_000", "9" * 20, "9" * 5_000, "banyak", "1.25.000"],
)
def test_what_is_no_count_is_refused(text: str) -> None:
    with pytest.raises(CellError):
        numbers.read_count(text)


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("45%", "45%"),
        ("45", "45%"),
        ("45,5", "45.5%"),
        ("45.50 %", "45.5%"),
        ("45,123%", "45.123%"),
        ("0,45%", "0.45%"),
        ("1 persen", "1%"),
        ("0", "0%"),
        ("100,00%", "100%"),
    ],
)
def test_a_percentage_is_read_with_a_comma_or_a_point(text: str, percent: str) -> None:
    assert numbers.read_percent(text) == numbers.read_percent(percent) == percent


@pytest.mark.parametrize(
    "text", ["0,45", "0.5", "1", "1,0", "45,123", "100,1%", "101", "-3%", "4 5%", "setengah", "%"]
)
def test_what_may_be_a_fraction_of_one_is_no_percentage_without_its_sign(text: str) -> None:
    with pytest.raises(CellError) as raised:
        numbers.read_percent(text)
    assert raised.value.remedy
