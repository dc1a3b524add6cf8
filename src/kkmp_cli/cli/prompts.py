"""Questions at a terminal, on stderr; a pipe is never asked."""

from __future__ import annotations

import os
import re
import sys
import textwrap

from kkmp_cli.errors import Refused
from kkmp_cli.parsing.text import clean, match_key
from kkmp_cli.render.harmless import harmless


def interactive() -> bool:
    """True where a person sits at the keyboard and sees the questions."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask(question: str) -> str:
    """A question on stderr and the line typed in answer."""
    sys.stderr.write(harmless(broken(question)))
    sys.stderr.flush()
    line = ""
    try:
        line = sys.stdin.readline()
    finally:
        if not line:  # broken off in the middle of the line
            sys.stderr.write("\n")
    if not line:
        raise KeyboardInterrupt
    return clean(line, None)


def ask_secret(question: str) -> str:
    """The same for what must not be seen: it is neither echoed nor kept."""
    import getpass

    try:
        return getpass.getpass(question, stream=sys.stderr)
    except EOFError:
        raise KeyboardInterrupt from None


def confirm(question: str, yes: bool) -> None:
    """Asks before a write that touches several, but with `--yes` or no terminal; no is default."""
    if yes or not interactive():
        return
    if not agreed(question):
        raise Refused("Dibatalkan; tidak ada yang ditulis.")


def agreed(question: str) -> bool:
    """True for a yes; no is default."""
    return match_key(ask(f"{question} [y/T] ")) in ("y", "ya", "yes")


def broken(text: str) -> str:
    """A text for the terminal, its lines broken between words at the width of that. A command stays
    whole, to be copied: one between backticks, else all to the end of its line.
    """
    return "\n".join(_broken(line, _width()) for line in text.split("\n"))


def _width() -> int:
    """The columns of the terminal; 0 where it does not tell them."""
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns
    except (OSError, ValueError):
        return 0


def _broken(line: str, width: int) -> str:
    if not 0 < width <= len(line):
        return line
    indent = " " * (len(line) - len(line.lstrip()))
    made = textwrap.TextWrapper(
        width=max(width - 1, _LEAST),
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
        drop_whitespace=True,
    )
    return _filled(made, line.strip()) + " " * (len(line) - len(line.rstrip()))


def _filled(made: textwrap.TextWrapper, line: str) -> str:
    whole = re.sub(_COMMAND, lambda command: command[0].replace(" ", _KEPT), line)
    return made.fill(whole).replace(_KEPT, " ")


_COMMAND, _KEPT = r"`kkmp [^`]*`[^ ]*|kkmp .*", "\0"
_LEAST = 20
"""So many columns a line has on the narrowest of terminals."""
