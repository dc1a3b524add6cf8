"""Nothing but what we say is bold in a chat."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli.render.formats.chat_signs import bold, plain


def test_words_are_bold_without_a_space_at_their_ends() -> None:
    assert bold(" Kecamatan  Gambir ") == "*Kecamatan Gambir*"
    assert bold(" ") == ""


@given(st.text())
def test_no_text_of_others_makes_anything_bold(raw: str) -> None:
    assert not set("*_~`") & set(plain(raw))
    assert bold(raw).count("*") in (0, 2)
