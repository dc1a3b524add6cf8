"""A page is gone through once, and nothing that is read of it gets lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli.actions.packet_text.html_tokens import END, START, TEXT, tokens
from steps import steps

ILL_MADE = ["<!", "<a ", "<!--", "<![CDATA[", "</a", "<?", "<td>", "<style>", "&#", "<", "a<"]


def test_tags_are_told_in_small_letters_and_texts_as_they_are_read() -> None:
    assert [*tokens("<P class='x'>7 &lt; 9</p><br/>")] == [
        (START, "p"),
        (TEXT, "7 < 9"),
        (END, "p"),
        (START, "br"),
    ]


def test_in_a_style_nothing_is_a_tag() -> None:
    assert [*tokens("<STYLE>a < b</STYLE>")] == [(START, "style"), (TEXT, "a < b"), (END, "style")]


@given(st.text(alphabet="<>/!-?abc &;", max_size=60))
def test_a_text_without_signs_is_read_whole(page: str) -> None:
    plain = page.replace("<", "").replace("&", "")
    assert "".join(word for kind, word in tokens(plain) if kind == TEXT) == plain
    assert all(word for kind, word in tokens(page) if kind == TEXT)


@pytest.mark.parametrize("sign", ILL_MADE)
def test_an_ill_made_page_costs_no_square(sign: str) -> None:
    small, large = (_steps(sign * number) for number in (2_000, 8_000))
    assert large < 5 * small + 5_000


def _steps(page: str) -> int:
    return sum(steps(lambda: [*tokens(page)]).values())
