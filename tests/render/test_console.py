"""What a stream offers, and that text from outside never acts in it."""

from __future__ import annotations

import io

import pytest
from rich.text import Text

from kkmp_cli.render import console


class Screen(io.TextIOWrapper):
    """A terminal of an encoding."""

    def __init__(self, encoding: str) -> None:
        self.content = io.BytesIO()
        super().__init__(self.content, encoding=encoding)

    def isatty(self) -> bool:
        return True


def test_a_pipe_has_no_width() -> None:
    assert console.page(io.StringIO()).width is None


def test_a_terminal_is_never_narrower_than_forty_columns(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "12")
    assert console.page(Screen("utf-8")) == (40, False)


def test_an_encoding_without_our_signs_gets_plain_ones() -> None:
    assert console.page(Screen("latin-1")).plain
    assert not console.page(Screen("utf-8")).plain


def test_markup_of_others_is_printed_as_it_stands() -> None:
    stream = io.StringIO()
    console.console(stream).print("[bold]Gambir[/bold] :house: " + "x" * 300)
    assert stream.getvalue() == "[bold]Gambir[/bold] :house: " + "x" * 300 + "\n"


def test_colour_goes_to_no_pipe() -> None:
    assert console.rendered(Text("belum", style="red"), io.StringIO()) == "belum\n"
