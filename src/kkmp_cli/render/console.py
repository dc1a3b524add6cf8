"""The one way to a terminal: what room and which signs a stream offers, and a console in which text
from outside never acts.

Markup, emoji codes and highlighting are off. A pipe is as wide as its longest line, so nothing is
cut or folded. Rich is loaded where something is drawn. Never enters: what is printed.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NamedTuple, TextIO

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_NARROWEST, _USUAL = 40, 80
_UNTOLD = os.terminal_size((0, 0))
_PIPE = 1_000_000
_SIGNS = "█░·–"


class Page(NamedTuple):
    """The room to print in: `width` in columns, None where lines may be as long as they like (a
    pipe); `plain` where the encoding has no signs of ours.
    """

    width: int | None = None
    plain: bool = False


def width(stream: TextIO | None = None) -> int | None:
    """The columns of a terminal (default: stdout), the usual ones where it does not tell them; None
    for a pipe or a file.
    """
    stream = stream or sys.stdout
    return max(columns(stream) or _USUAL, _NARROWEST) if stream.isatty() else None


def columns(stream: TextIO) -> int:
    """The columns that a terminal tells, or `COLUMNS`; 0 where nothing does, and in a pipe."""
    return size(stream).columns


def size(stream: TextIO) -> os.terminal_size:
    """Columns and lines of a terminal, or `COLUMNS` and `LINES`; 0 for what nothing tells."""
    if not stream.isatty():
        return _UNTOLD
    try:
        told = os.get_terminal_size(stream.fileno())
    except (OSError, ValueError):
        told = _UNTOLD
    named = (os.environ.get(name, "") for name in ("COLUMNS", "LINES"))
    either = (int(text) if text.isdecimal() else 0 for text in named)
    return os.terminal_size(mine or its for mine, its in zip(either, told, strict=True))


def page(stream: TextIO | None = None) -> Page:
    """What the stream (default: stdout) offers."""
    stream = stream or sys.stdout
    try:
        _SIGNS.encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return Page(width(stream), plain=True)
    return Page(width(stream))


def console(stream: TextIO | None = None, width: int | None = None) -> Console:
    """A console on the stream (default: stdout). Colour follows the terminal and `NO_COLOR`."""
    from rich.console import Console

    stream = stream or sys.stdout
    tty = stream.isatty()
    return Console(
        file=stream,
        markup=False,
        emoji=False,
        highlight=False,
        soft_wrap=True,
        width=width or (None if tty else _PIPE),
        force_terminal=None if tty else False,
    )


def rendered(text: Text, stream: TextIO | None = None) -> str:
    """What was laid out, as the stream (default: stdout) shows it: colour codes only for a
    terminal; nothing is wrapped, cut or interpreted again.
    """
    stream = stream or sys.stdout
    if not stream.isatty():
        return text.plain + "\n"
    target = console(stream)
    with target.capture() as capture:
        target.print(text, soft_wrap=True)
    return capture.get()
