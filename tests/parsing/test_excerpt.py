"""A message repeats enough of a text to find it again, and never a number of a person."""

from __future__ import annotations

import pytest

from kkmp_cli.parsing.excerpt import SHORT, WHOLE, capped, masked, short


def test_a_text_is_one_line_of_so_many_letters() -> None:
    assert short("  Kel.\n Cideng\x1b[31m ") == "Kel. Cideng[31m"
    assert short("x" * SHORT) == "x" * SHORT
    assert short("x" * 120_000) == "x" * (SHORT - 1) + "…"
    assert short("x" * 300, 200) == "x" * 199 + "…"


@pytest.mark.parametrize(
    "number",
    ["3171010101010001", "3171 0101 0101 0001", "3171.0101.0101.0001", "12345678-90123456"],
)
def test_sixteen_digits_are_not_repeated(number: str) -> None:
    assert masked(f"NIK {number} Budi") == "NIK (16 angka) Budi"


@pytest.mark.parametrize(
    "number",
    ["081234567890", "0812-3456-7890", "+62 812 3456 7890", "6281234567890", "+62-812-34567890"],
)
def test_a_telephone_is_not_repeated(number: str) -> None:
    assert masked(f"HP {number}x") == "HP (nomor telepon)x"


@pytest.mark.parametrize(
    "text", ["31.71.01.1001", "0220001234567", "02.421.275.5-091.000", "2026-03-10", "1.250.000"]
)
def test_other_numbers_are(text: str) -> None:
    assert masked(text) == text


def test_many_lines_are_counted() -> None:
    texts = [str(number) for number in range(1_000)]
    assert capped(texts) == [*texts[:WHOLE], "  … dan 976 lagi"]
    assert capped(texts[:WHOLE]) == texts[:WHOLE]
