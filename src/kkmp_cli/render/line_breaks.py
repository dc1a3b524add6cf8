"""Where the lines of a plain text may be broken at a terminal: between words, and neither inside a
command or an option, which are to be copied, nor inside a name. Never enters: what is said.
"""

from __future__ import annotations

import re
import textwrap

_NAME = re.compile(r"\b[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){1,3}")
"""`Gunung Sahari Utara`, `Bank Jakarta`: words with capitals in a row."""
_COMMAND = re.compile(r"`kkmp [^`]*`[^ ]*|(?:^ *|(?<=: )|(?<=→ ))kkmp .*")
"""One between backticks, or all to the end of its line."""
_OPTION = re.compile(r"""--[a-z][\w-]* (?:"[^"]*"|'[^']*'|[^\s.,;:()]+)""")
"""One with its value, which is to be copied too."""
_COLOUR = "\x1b"
"""Stands only in lines that were laid out already."""
_KEPT = "\0"
_LEAST = 12
"""So many columns a line has on the narrowest of terminals."""


def names_kept(text: str, width: int, sign: str = _KEPT) -> str:
    """The text with `sign` for each space inside a name that fits into a line."""

    def glued(name: re.Match[str]) -> str:
        return name[0].replace(" ", sign) if len(name[0]) <= width else name[0]

    return _NAME.sub(glued, text)


def broken(text: str, width: int, deeper: int = 0) -> str:
    """The text in lines of at most so many columns, but for a word or command that is longer; as it
    is where the width is not known (0). The lines below each are indented by `deeper` more.
    """
    if width <= 0:
        return text
    room = max(width, _LEAST)
    return "\n".join(_broken(line, room, deeper) for line in text.split("\n"))


def _broken(line: str, width: int, deeper: int) -> str:
    if len(line) <= width or _COLOUR in line:
        return line
    kept = _COMMAND.sub(_whole, _OPTION.sub(_whole, line.strip()))
    filled = _filler(line, width, deeper).fill(names_kept(kept, width // 2)).replace(_KEPT, " ")
    return filled + " " * (len(line) - len(line.rstrip()))


def _whole(found: re.Match[str]) -> str:
    return found[0].replace(" ", _KEPT)


def _filler(line: str, width: int, deeper: int) -> textwrap.TextWrapper:
    indent = len(line) - len(line.lstrip())
    return textwrap.TextWrapper(
        width=width,
        initial_indent=" " * indent,
        subsequent_indent=" " * _hanging(line, width, indent + deeper),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _hanging(line: str, width: int, indent: int) -> int:
    """How far in the lines below begin: under the last column of a line that has some."""
    gaps = [gap.end() for gap in re.finditer(r"\S {2,}(?=\S)", line[: width // 2])]
    return gaps[-1] if gaps else indent
