"""Text from outside is made safe once and for all, and spellings are compared by one key."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli.errors import CellError
from kkmp_cli.parsing.text import (
    NAME_LIMIT,
    clean,
    ended,
    lost_characters,
    match_key,
    refuse_ktp,
    refuse_person,
)

ANY_TEXT = st.text(st.characters(), max_size=60)
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def _cleaned(text: str) -> str | None:
    try:
        return clean(text)
    except CellError:
        return None


@given(ANY_TEXT)
def test_what_is_kept_stays_as_it_is_when_cleaned_again(text: str) -> None:
    kept = _cleaned(text)
    if kept is not None:
        assert clean(kept) == kept


@given(ANY_TEXT)
def test_what_is_kept_can_act_on_no_screen_and_no_sheet(text: str) -> None:
    kept = _cleaned(text)
    if kept is not None:
        assert not any(
            unicodedata.category(letter) in ("Cc", "Cs") or letter in BIDI for letter in kept
        )
        assert kept == kept.strip()
        assert "  " not in kept
        assert unicodedata.is_normalized("NFC", kept)
        assert kept.encode("utf-8").decode("utf-8") == kept


@pytest.mark.parametrize("text", ["a\x00b", "\x00", "a\ud800", "\udfff"])
def test_nul_and_lone_surrogates_are_refused(text: str) -> None:
    with pytest.raises(CellError, match="huruf rusak"):
        clean(text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("  Gambir ", "Gambir"),
        ("Karang\u00a0\u00a0Anyar", "Karang Anyar"),
        ("a\r\n b\tc", "a b c"),
        ("\x1b[31mmerah\x1b[0m", "[31mmerah[0m"),
        ("\ufeffnama\u200b", "nama"),
        ("\u202eGAMBIR", "GAMBIR"),
        ("e\u0301", "é"),
        ("[/x] :house: =1+1", "[/x] :house: =1+1"),
        ("\u2028", ""),
    ],
)
def test_control_bidi_and_stray_spaces_go_and_all_else_stays(text: str, kept: str) -> None:
    assert clean(text) == kept


def test_a_text_longer_than_allowed_is_refused_with_both_lengths() -> None:
    assert clean("x" * NAME_LIMIT) == "x" * NAME_LIMIT
    with pytest.raises(CellError, match="201 huruf, paling banyak 200"):
        clean("x" * (NAME_LIMIT + 1))
    assert len(clean("x" * 5_000, None)) == 5_000


def test_it_is_told_when_something_unseen_was_taken_out() -> None:
    assert lost_characters("Gam\u202ebir")
    assert lost_characters("Gam\x07bir")
    assert not lost_characters("Karang\tAnyar\n")


@pytest.mark.parametrize(
    "text",
    ["karang anyar", "KARANG  ANYAR", "Karang-Anyar", "Ｋarang\u00a0anyar.", "“karanganyar”"],
)
def test_spellings_that_differ_in_case_width_spaces_and_points_have_one_key(text: str) -> None:
    assert match_key(text) == "karanganyar"


@pytest.mark.parametrize(
    "text", ["3171010101900001", "NIK 3171014101900001 a.n. Budi", "(9271010107850002)"]
)
def test_a_text_with_a_ktp_number_is_refused(text: str) -> None:
    with pytest.raises(CellError, match="KTP"):
        refuse_ktp(text)


@pytest.mark.parametrize(
    "text", ["0234567890123", "0024212755091000", "12345", "31710101019000011", "3171019901900001"]
)
def test_other_numbers_are_no_ktp_numbers(text: str) -> None:
    assert refuse_ktp(text) == text


@pytest.mark.parametrize(
    ("text", "sentence"), [("salah", "salah."), ("satu?", "satu?"), ("benar.", "benar.")]
)
def test_a_sentence_ends_in_one_sign(text: str, sentence: str) -> None:
    assert ended(text) == sentence


@pytest.mark.parametrize(
    "text",
    [
        *(
            "0812-3456-7890",
            "hubungi 081234567890",
            "+62 812 3456 7890",
            "62812345678",
            "(0812)34567890",
        ),
        *("(021) 3456789", "021-3456789", "+62 21 3456789", "WA: 0857 1234 567"),
        *("1234567890123456", "3171 0101 0190 0001", "31.71.01.010190.0001"),
    ],
)
def test_what_tells_who_a_person_is_is_refused(text: str) -> None:
    with pytest.raises(CellError) as raised:
        refuse_person(text)
    assert raised.value.remedy


@pytest.mark.parametrize(
    "text",
    [
        *("SHM No. 1234", "HGB 09.05.02.04.3.00123", "10-06-2025 sampai 11-07-2025", "08-12-2025"),
        *(
            "Rp12.500.000.000.000.000",
            "08122025",
            "9120001234567",
            "Kel. 31.71.01.1002",
            "10 x 20 m",
        ),
    ],
)
def test_what_tells_nobody_is_kept(text: str) -> None:
    assert refuse_person(text) == text
