"""A milestone's cell in several words: one clear state, or none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli import milestones
from kkmp_cli.errors import CellError
from kkmp_cli.milestones import BERHENTI, MILESTONES, SUDAH, Milestone
from kkmp_cli.parsing.state_phrases import Phrase, read_phrase
from kkmp_cli.parsing.state_words import STATE_OF
from kkmp_cli.parsing.states import read_state

TODAY = date(2026, 11, 20)
BY_CODE = {each.code: each for each in MILESTONES}
WORDS = st.sampled_from(sorted(word for word in STATE_OF if word[0].isalpha() and len(word) > 1))


@pytest.mark.parametrize(
    ("text", "state", "day"),
    [
        ("ada (lengkap)", "sudah", None),
        ("Proses 50%", "proses", None),
        ("85% selesai", "proses", None),
        ("sudah 85 %", "proses", None),
        ("belum, masih proses", "proses", None),
        ("proses (belum selesai)", "proses", None),
        ("tgl 5/2/2026", "sudah", "5/2/2026"),
        ("sudah terbit 10/6/2025", "sudah", "10/6/2025"),
        ("10/6/2025 (terbit)", "sudah", "10/6/2025"),
        ("sudah (20-02-2026)", "sudah", "20-02-2026"),
        ("Sudah beroperasi sejak Agustus 2025", "sudah", "agustus 2025"),
        ("Terlaksana Jum'at, 27 Maret 2026", "sudah", "jum'at 27 maret 2026"),
    ],
)
def test_words_that_agree_are_one_state(text: str, state: str, day: str | None) -> None:
    for milestone in MILESTONES:
        phrase = read_phrase(text, milestone)
        assert phrase is not None
        assert (phrase.state, phrase.day) == (state, day)


@pytest.mark.parametrize(
    ("code", "text", "phrase"),
    [
        ("rat", "Sudah RAT tgl 27 Maret 2026", Phrase("sudah", "27 maret 2026")),
        ("nib", "belum ada NIB", Phrase("belum")),
        ("gerai", "Belum buka", Phrase("sudah", None, (("usaha", "belum"),))),
        ("gerai", "sewa ruko", Phrase("sudah", None, (("gerai_jenis", "sewa"),))),
        ("nib", "dalam proses OSS", Phrase("proses", None, (("catatan", "OSS"),))),
        ("rekening", "sudah (BRI)", Phrase("sudah", None, (("_bank", "BRI"),))),
        ("usaha", "Sudah, Sembako", Phrase("sudah", None, (("catatan", "Sembako"),))),
        ("usaha", "terkendala modal", Phrase("terkendala", None, (("_kendala", "modal"),))),
        (
            "rekening",
            "belum, masih proses di BRI",
            Phrase("proses", None, (("catatan", "masih proses di BRI"),)),
        ),
        (
            "rat",
            "belum (rencana 28 Maret 2027)",
            Phrase("belum", None, (("_rencana", "28 maret 2027"),)),
        ),
    ],
)
def test_what_is_clear_of_the_rest_is_kept(code: str, text: str, phrase: Phrase) -> None:
    assert read_phrase(text, BY_CODE[code]) == phrase


@pytest.mark.parametrize(
    "text",
    [
        "sudah, belum terbit",
        "sudah tapi belum lengkap",
        "sudah, akan ditutup",
        "sudah, kurang satu berkas",
        "ada?",
        "belum 100%",
        "belum tidak ada",
        "belum, NIB sudah ada",
        "ditolak, diajukan lagi",
        "terkendala, sudah teratasi",
        "sudah, 10/3/2026 dan 11/3/2026",
        "proses, selesai Maret",
        "sudah tutup sejak Okt",
        "v, x",
        "1, sembako",
        "0,5",
        "1,234",
        "hampir sudah",
        "per 5/5/2026",
        "belum, ada",
        "belum (ada)",
        "tidak - ada",
        "sudah 0%",
        "0 - sembako",
        "50% 10/3/2026",
        "10/3/2026 (85%)",
        "0%, 10/3/2026",
    ],
)
def test_words_that_may_turn_the_state_leave_the_cell_unread(text: str) -> None:
    for milestone in MILESTONES:
        assert read_phrase(text, milestone) is None


def _decorated(word: str) -> st.SearchStrategy[str]:
    """The same words as somebody else would write them."""
    return st.tuples(
        st.sampled_from(["", " ", "(", ". ", "\u00a0"]),
        st.sampled_from([word, word.upper(), word.title(), word.replace(" ", "  ")]),
        st.sampled_from(["", " ", ")", ".", ",", " .", "\u00a0", ";"]),
    ).map("".join)


@given(
    st.sampled_from(MILESTONES),
    WORDS.flatmap(lambda word: st.tuples(st.just(word), _decorated(word))),
)
def test_a_word_says_the_same_however_it_is_written(
    milestone: Milestone, words: tuple[str, str]
) -> None:
    plain, written = (read_phrase(text.strip(), milestone) for text in words)
    assert plain == written


PARTS = st.one_of(
    WORDS,
    st.sampled_from(["0%", "50%", "100%", "10/3/2026", "Maret 2026", "v", "x", "1", "0", "sewa"]),
    st.sampled_from(["sembako", "tapi", "BRI", "menunggu lurah", "rencana 3/4/2027", "3 unit"]),
)
BETWEEN = st.sampled_from([" ", ", ", " (", " - ", ": ", "; "])


@given(st.sampled_from(MILESTONES), PARTS, BETWEEN, PARTS)
def test_two_parts_say_what_both_allow_or_nothing(
    milestone: Milestone, first: str, between: str, second: str
) -> None:
    phrase = read_phrase(f"{first}{between}{second}", milestone)
    known = [each for part in (first, second) if (each := read_phrase(part, milestone))]
    whole = read_phrase(f"{first} {second}", milestone) if between == " " else None
    if phrase is None or (phrase == whole and len(known) < 2):
        return
    assert not phrase.day or phrase.state in (SUDAH, BERHENTI)
    states = {each.state for each in known}
    if states and phrase.state not in states:
        assert whole == phrase
    if len(states) > 1 and phrase.state == SUDAH:
        assert whole == phrase


def test_what_leaves_open_whether_there_is_a_gerai_is_refused_with_both_words() -> None:
    gerai = milestones.by_code("gerai")
    assert gerai is not None
    with pytest.raises(CellError, match="tidak jelas: gerai belum ada, atau ada") as caught:
        read_state("Belum berjalan", gerai, TODAY)
    assert caught.value.remedy == "Tulis belum ada, atau belum buka."
