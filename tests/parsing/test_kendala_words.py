"""A kendala in words: its category, and the words for none."""

from __future__ import annotations

import pytest

from kkmp_cli.errors import CellError
from kkmp_cli.milestones import OBSTACLES
from kkmp_cli.parsing import kendala_words

NONE = (
    "tidak ada|tidak ada kendala|tdk ada|tdk ada kendala|tanpa kendala|belum ada kendala|nihil|"
    "aman|lancar|berjalan lancar|aman lancar|baik|normal|0|-|sudah teratasi|teratasi|"
    "sudah selesai|sudah tidak ada|tidak ada masalah|tidak ada hambatan|tidak|belum ada|ok|"
    "tidak ada permasalahan|kendala sudah teratasi|tidak ada kendala yang berarti|nol|kosong|"
    "sudah tidak ada kendala lagi|tidak terkendala"
)


@pytest.mark.parametrize("category", OBSTACLES)
def test_an_obstacle_is_a_category_with_or_without_words(category: str) -> None:
    assert kendala_words.read_obstacle(category.upper()) == category
    assert (
        kendala_words.read_obstacle(f"{category} :  kurang 20 juta")
        == f"{category}: kurang 20 juta"
    )
    assert kendala_words.split_obstacle(f"{category}: a: b") == (category, "a: b")


def test_common_words_name_the_obstacle_and_all_others_are_kept_as_lainnya() -> None:
    assert kendala_words.read_obstacle("Belum ada tempat") == "tempat"
    assert kendala_words.read_obstacle("listrik mati") == "lainnya: listrik mati"


def test_a_note_of_the_greatest_length_reads_back_and_a_longer_one_is_refused() -> None:
    longest = kendala_words.read_obstacle("a" * 2_000)
    assert kendala_words.read_obstacle(longest) == longest
    for text in ("a" * 2_001, "modal: " + "a" * 2_001):
        with pytest.raises(CellError, match="2001 huruf"):
            kendala_words.read_obstacle(text)


@pytest.mark.parametrize("text", NONE.split("|"))
def test_words_for_no_kendala_name_none(text: str) -> None:
    for written in (text, text.upper(), f" {text}. ", f"({text})", text.replace(" ", "  ")):
        assert kendala_words.says_no_obstacle(written)
    assert not kendala_words.says_no_obstacle(f"{text} modal")
    assert not kendala_words.says_no_obstacle(f"modal: {text}")


@pytest.mark.parametrize(
    "text",
    ["kurang lancar", "belum lancar", "tidak aman", "belum teratasi", "tidak ada modal", "?"],
)
def test_what_only_resembles_such_words_is_none_of_them(text: str) -> None:
    assert not kendala_words.says_no_obstacle(text)


@pytest.mark.parametrize("text", ["x", "X", "v", "√", "1", "12", "sudah", "Belum.", "terbit"])
def test_a_mark_or_a_bare_state_is_no_kendala(text: str) -> None:
    with pytest.raises(CellError, match="tidak jelas apa kendalanya"):
        kendala_words.read_obstacle(text)
