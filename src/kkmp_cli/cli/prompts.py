"""Questions at a terminal, on stderr; a pipe is never asked."""

from __future__ import annotations

import sys

from kkmp_cli.errors import Refused
from kkmp_cli.parsing.text import clean, match_key
from kkmp_cli.render.harmless import harmless


def interactive() -> bool:
    """True where a person sits at the keyboard and sees the questions."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask(question: str) -> str:
    """A question on stderr and the line typed in answer."""
    sys.stderr.write(harmless(question))
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


def confirm(question: str, yes: bool) -> None:
    """Asks before a write that touches several, but with `--yes` or no terminal; no is default."""
    if yes or not interactive():
        return
    if not agreed(question):
        raise Refused("Dibatalkan; tidak ada yang ditulis.")


def agreed(question: str) -> bool:
    """True for a yes; no is default."""
    return match_key(ask(f"{question} [y/T] ")) in ("y", "ya", "yes")
