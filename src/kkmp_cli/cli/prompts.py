"""Questions at a terminal, on stderr; a pipe is never asked."""

from __future__ import annotations

import sys

from kkmp_cli.errors import Refused
from kkmp_cli.parsing.text import clean, match_key
from kkmp_cli.render import console, line_breaks
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
    """A text for the terminal, its lines broken between words at the width of that, so that there
    is room for the cursor behind each.
    """
    return line_breaks.broken(text, console.columns(sys.stderr) - 1)
