"""The one way to a terminal: a console in which text from outside never acts, and what room it
gives.

Markup, emoji codes and highlighting are off; user text goes in as `Text`. A pipe is as wide as its
longest line, so nothing is cut or folded. Never enters: what is printed.
"""

from __future__ import annotations

import sys
from typing import NamedTuple, TextIO

from rich.console import Console
from rich.text import Text

from kkmp_cli.errors import CellError
from kkmp_cli.parsing.text import clean
from kkmp_cli.render.width import width

PIPE = 1_000_000


class Glyphs(NamedTuple):
    """The signs of a layout: of a bar the part that is done, that is not, that is unknown; between
    pieces; no value.
    """

    done: str = "█"
    open: str = "░"
    unknown: str = "·"
    dot: str = " · "
    none: str = "–"


ASCII = Glyphs("#", "-", ".", " | ", "-")


class Page(NamedTuple):
    """The room to print in: `width` in columns, None where lines may be as long as they like (a
    pipe).
    """

    width: int | None
    glyphs: Glyphs

    def say(self, words: str, style: str = "") -> Text:
        """Our own words, with signs that the encoding knows."""
        if self.glyphs == ASCII:
            words = words.replace(" · ", ASCII.dot).replace("–", ASCII.none)
        return Text(words, style)


def page(stream: TextIO | None = None) -> Page:
    """What the stream (default: stdout) offers: its width if it is a terminal, its letters."""
    stream = stream or sys.stdout
    return Page(width(stream), Glyphs() if _knows(stream.encoding, Glyphs()) else ASCII)


def _knows(encoding: str | None, glyphs: Glyphs) -> bool:
    try:
        "".join((glyphs.done, glyphs.open, glyphs.unknown, glyphs.none)).encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def console(stream: TextIO | None = None) -> Console:
    """A console on the stream (default: stdout). Colour follows the terminal and `NO_COLOR`."""
    stream = stream or sys.stdout
    tty = stream.isatty()
    return Console(
        file=stream,
        markup=False,
        emoji=False,
        highlight=False,
        soft_wrap=True,
        width=None if tty else PIPE,
        force_terminal=None if tty else False,
    )


def write(text: Text, stream: TextIO | None = None) -> None:
    """Print what was laid out, as it was laid out: nothing is wrapped, cut or interpreted again."""
    console(stream).print(text, soft_wrap=True)


def user_text(raw: str, style: str = "") -> Text:
    """Text from outside, without anything that could act on a terminal."""
    try:
        return Text(clean(raw, None), style)
    except CellError:
        return Text(ascii(raw), style)


def rendered(text: Text, stream: TextIO | None = None) -> str:
    """What `write` would print to the stream (default: stdout), colour codes included only for a
    terminal.
    """
    stream = stream or sys.stdout
    if not stream.isatty():
        return text.plain + "\n"
    target = console(stream)
    with target.capture() as capture:
        target.print(text, soft_wrap=True)
    return capture.get()
