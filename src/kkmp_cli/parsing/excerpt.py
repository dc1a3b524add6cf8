"""What a message repeats of a text from outside, and of many lines: enough to find it again.

Never a number of a person (UU 27/2022), never what could act on a screen, never all of what is
long.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kkmp_cli.errors import Problem
from kkmp_cli.parsing.numbers import show
from kkmp_cli.parsing.text import printable

SHORT = 60
"""Letters of a text."""
WHOLE = 24
"""Lines of one kind."""

_KTP = re.compile(r"(?<!\d)\d(?:[ .\-]?\d){15}(?!\d)", re.ASCII)
_PHONE = re.compile(r"(?<![\d.])(?:\+?62|0)[ .\-]?8\d{1,3}(?:[ .\-]?\d){6,9}(?!\d)", re.ASCII)
_SEEN = 10_000


def short(text: object, most: int = SHORT) -> str:
    """A text as a message repeats it: in one line, at most so many letters of it."""
    line = masked(printable(" ".join(str(text)[:_SEEN].split())))
    return line if len(line) <= most else f"{line[: most - 1]}…"


def masked(text: str) -> str:
    """The text without numbers like those of a KTP or a telephone."""
    return _PHONE.sub("(nomor telepon)", _KTP.sub("(16 angka)", text))


def subject(problem: Problem) -> str:
    """The column, and what stands in the cell: "NIB `12`"."""
    content = f" `{short(problem.content)}`" if problem.content else ""
    return f"{short(problem.column)}{content}".lstrip()


def capped(lines: Sequence[str], most: int = WHOLE) -> list[str]:
    """The first lines, and how many there are more."""
    more = len(lines) - most
    return [*lines[:most], *([f"  … dan {show(more)} lagi"] if more > 0 else ())]
