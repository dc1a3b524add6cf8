"""Amounts as they are read out: short only where nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli.parsing.rupiah import read_rupiah
from kkmp_cli.render.words import amounts
from kkmp_cli.reports.report import NumberTotal


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "Rp0"),
        (750_000, "Rp750.000"),
        (1_000_000, "Rp1 juta"),
        (12_500_000, "Rp12,5 juta"),
        (12_750_000, "Rp12,75 juta"),
        (12_345_678, "Rp12.345.678"),
        (709_862_000, "Rp709.862.000"),
        (2_917_662_300, "Rp2.917.662.300"),
        (1_200_000_000, "Rp1,2 miliar"),
        (3_000_000_000_000, "Rp3 triliun"),
        (1_005_000_000, "Rp1.005.000.000"),
        (-5_000_000, "-Rp5 juta"),
    ],
)
def test_an_amount_is_short_only_where_that_is_all_of_it(amount: int, words: str) -> None:
    assert amounts.rupiah(amount) == words


@given(st.integers(-(10**15), 10**15))
def test_what_is_printed_reads_as_the_same_amount(amount: int) -> None:
    words = amounts.rupiah(amount)
    if len(str(abs(amount))) < 16:
        assert read_rupiah(words) == str(amount)


def test_a_number_says_of_how_many_it_is_and_as_of_when() -> None:
    one = NumberTotal(3_432, 38, 6, 88.5, 12, 240, "2026-03-31", "2026-06-30")
    assert amounts.reported(one) == "jumlah 3.432 dari 38 KKMP yang melapor (6 belum ada data)"
    assert [*amounts.spread(one)] == [
        "median 88,5",
        "paling sedikit 12",
        "paling banyak 240",
        "data per 31 Maret 2026 sampai 30 Juni 2026",
    ]


def test_one_alone_has_no_median_and_a_share_no_sum() -> None:
    one = NumberTotal(175, 1, 0, 175, 175, 175, "2025-11-30", "2025-11-30")
    assert amounts.reported(one) == "jumlah 175 dari 1 KKMP yang melapor"
    assert [*amounts.spread(one)] == ["data per 30 November 2025"]
    assert amounts.reported(NumberTotal(None, 2, 1, 45.5)) == ("2 KKMP melapor (1 belum ada data)")
    assert [*amounts.spread(NumberTotal(tidak_diketahui=3))] == []
