"""Amounts of money as offices write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli.errors import CellError
from kkmp_cli.parsing import rupiah
from kkmp_cli.parsing.rupiah import read_rupiah


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Rp12,5 juta", 12_500_000),
        ("12,5jt", 12_500_000),
        ("12.5 juta", 12_500_000),
        ("12.500.000", 12_500_000),
        ("12500000", 12_500_000),
        ("Rp. 12.500.000,-", 12_500_000),
        ("Rp12.500.000,00", 12_500_000),
        ("12.500.000 rupiah", 12_500_000),
        ("12.500", 12_500),
        ("500 rb", 500_000),
        ("500 ribu", 500_000),
        ("1,2 M", 1_200_000_000),
        ("1,2 miliar", 1_200_000_000),
        ("1.250 juta", 1_250_000_000),
        ("1,2345678 miliar", 1_234_567_800),
        ("2 triliun", 2_000_000_000_000),
        ("3600000000000000", 3_600_000_000_000_000),
        ("(5.000.000)", -5_000_000),
        ("Rp (5.000.000)", -5_000_000),
        ("-Rp5.000.000", -5_000_000),
        ("Rp-5.000.000", -5_000_000),
        ("−5.000.000", -5_000_000),
        ("Rp0", 0),
        ("-0", 0),
        (str(10**18 - 1), 10**18 - 1),
    ],
)
def test_an_amount_is_read_to_the_rupiah(text: str, amount: int) -> None:
    assert read_rupiah(text) == str(amount)


@pytest.mark.parametrize(
    "text",
    [
        *("12,500,000", "12,500 juta", "1,000", "1250.000", "12.5", "12,5", "12.500.000,50"),
        *("1,2345678 juta", f"1,{'0' * 80}1 juta", "Rp -", "Rp", "juta", "1e7", "1,25E+07"),
        *("5 juta/bln", "5 juta per bulan", "--5", "1.25.000", "１２", "1_000", "banyak"),
        *(str(10**18), "9" * 5_000, "10 triliun juta", "3171010101900001"),
    ],
)
def test_what_is_no_clear_and_whole_amount_is_refused(text: str) -> None:
    with pytest.raises(CellError) as raised:
        read_rupiah(text)
    assert raised.value.remedy


@given(st.integers(-(10**17), 10**17).filter(lambda amount: len(str(abs(amount))) != 16))
def test_what_is_printed_and_what_is_kept_read_back_as_themselves(amount: int) -> None:
    assert read_rupiah(str(amount)) == read_rupiah(rupiah.show(amount)) == str(amount)
