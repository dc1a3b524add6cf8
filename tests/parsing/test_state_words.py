"""Words of state, and signs that say nothing, by fixed tables."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kkmp_cli.errors import CellError
from kkmp_cli.parsing import identifiers, lists, state_words
from kkmp_cli.parsing.text import read_name


@pytest.mark.parametrize("read", [read_name, identifiers.read_bank, lists.read_names])
@pytest.mark.parametrize("word", ["ada", "√", "Belum Ada", "sudah.", "tidak"])
def test_a_word_of_state_is_no_name(read: Callable[[str], str], word: str) -> None:
    with pytest.raises(CellError, match="adalah keadaan, bukan nama"):
        read(word)


@pytest.mark.parametrize("text", ["", "-", "–", "n/a", "N/A", "?", "#N/A"])
def test_signs_that_state_nothing(text: str) -> None:
    assert state_words.states_nothing(text)
