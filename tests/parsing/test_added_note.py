"""A note that begins with `+` is added; one that really does so is typed with a `'` before it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli.errors import CellError
from kkmp_cli.parsing.added_note import added, as_added, as_typed


@given(st.text(alphabet="+' ab", min_size=1).map(str.strip).filter(bool))
def test_every_note_can_be_typed_so_that_it_replaces(note: str) -> None:
    assert as_added(as_typed(note)) == (False, note)


def test_a_sign_alone_adds_nothing() -> None:
    with pytest.raises(CellError, match="tidak ada yang ditambahkan"):
        as_added(" + ")


def test_what_stands_at_the_end_already_is_not_added_twice() -> None:
    once = added("menunggu kunci", "ditanya lagi")
    assert once == "menunggu kunci; ditanya lagi" == added(once, "ditanya lagi")
    assert added(None, "baru") == added("baru", "baru") == "baru"


def test_a_note_too_long_is_refused() -> None:
    with pytest.raises(CellError, match="lebih dari 2000"):
        added("a" * 1_999, "b")
