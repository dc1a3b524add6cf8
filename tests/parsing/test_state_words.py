"""Words of state, and signs that say nothing, by fixed tables."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kkmp_cli.errors import CellError
from kkmp_cli.milestones import BELUM, PROSES, SUDAH
from kkmp_cli.parsing import identifiers, lists, state_words
from kkmp_cli.parsing.state_words import state_of
from kkmp_cli.parsing.text import read_name


@pytest.mark.parametrize("read", [read_name, identifiers.read_bank, lists.read_names])
@pytest.mark.parametrize("word", ["ada", "√", "Belum Ada", "sudah.", "tidak"])
def test_a_word_of_state_is_no_name(read: Callable[[str], str], word: str) -> None:
    with pytest.raises(CellError, match="adalah keadaan, bukan nama"):
        read(word)


@pytest.mark.parametrize("text", ["", "-", "–", "n/a", "N/A", "?"])
def test_signs_that_state_nothing(text: str) -> None:
    assert state_words.states_nothing(text)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("100%", SUDAH),
        ("0%", BELUM),
        ("85 %", PROSES),
        ("99,9%", PROSES),
        ("0,5%", PROSES),
        ("101%", None),
        ("%", None),
        ("1000%", None),
    ],
)
def test_a_percentage_is_how_far_it_has_come(text: str, state: str | None) -> None:
    assert state_of(text) == state


def test_only_a_pilot_says_yes_by_its_own_name() -> None:
    assert state_words.read_pilot("Pilot Project") == "ya"
    assert state_words.read_pilot("tidak") == state_words.read_yes_no("belum") == "tidak"
    with pytest.raises(CellError):
        state_words.read_yes_no("pilot")
