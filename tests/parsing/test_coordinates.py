"""Decimal degrees inside Indonesia."""

from __future__ import annotations

import pytest

from kkmp_cli.errors import CellError
from kkmp_cli.parsing.coordinates import read_latitude, read_longitude


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("-6,1754", "-6.1754"),
        ("-6.1750", "-6.175"),
        (" −6.1754° ", "-6.1754"),
        ("-7", "-7"),
        ("5.55", "5.55"),
        ("-0,02", "-0.02"),
        ("0", "0"),
    ],
)
def test_a_latitude_has_a_comma_or_a_point_and_reads_back(text: str, value: str) -> None:
    assert read_latitude(text) == value
    assert read_latitude(value) == value


def test_a_longitude_has_a_comma_or_a_point_and_reads_back() -> None:
    for text in ("106,8272", "106.8272", "+106.82720"):
        assert read_longitude(text) == "106.8272"


def test_a_swapped_pair_is_refused_with_the_remedy() -> None:
    for read, text in ((read_latitude, "106.8272"), (read_longitude, "-6.1754")):
        with pytest.raises(CellError, match="keduanya tertukar") as caught:
            read(text)
        assert caught.value.remedy == "Tukar isi lintang dan bujur."


def test_a_lost_minus_is_named() -> None:
    with pytest.raises(CellError, match="di luar Indonesia") as caught:
        read_latitude("6,1754")
    assert "minus" in caught.value.remedy


@pytest.mark.parametrize("text", ["-6175400", "-6.175.400", "6 LS", "6°10'", "-90", "180", "x"])
def test_anything_else_is_refused(text: str) -> None:
    for read in (read_latitude, read_longitude):
        with pytest.raises(CellError):
            read(text)
