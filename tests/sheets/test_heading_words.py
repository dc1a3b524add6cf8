"""The words of headings."""

from __future__ import annotations

import pytest

from kkmp_cli.sheets.heading_words import turned, unnumbered, words


@pytest.mark.parametrize(
    ("text", "bare"),
    [("1. Musyawarah", "Musyawarah"), ("iv) NIB", "NIB"), ("a. Usaha", "Usaha"), ("NIB", "NIB")],
)
def test_the_number_before_a_heading_is_no_part_of_it(text: str, bare: str) -> None:
    assert unnumbered(text) == bare


@pytest.mark.parametrize("text", ["Belum Memiliki", "Usulan NIB", "Jumlah NIB", "Tanpa Gerai"])
def test_a_heading_may_say_the_contrary_of_a_field(text: str) -> None:
    assert turned(text)


@pytest.mark.parametrize("text", ["NIB", "NIB (sudah/belum)", "Gerai ada / tidak", "Status"])
def test_a_choice_of_two_words_turns_nothing(text: str) -> None:
    assert not turned(text)


def test_words_are_letters_only() -> None:
    assert words("RAT 2025 (Tahun_Buku)") == {"rat", "tahun", "buku"}
