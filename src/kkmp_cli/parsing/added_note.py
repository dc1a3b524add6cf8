"""A note as typed on the command line: one that begins with `+` is added to the note that is held.

A note that itself begins with `+` is typed with a `'` before that, as it stands in a sheet. Never
enters: what is held.
"""

from __future__ import annotations

import re

from kkmp_cli.errors import CellError
from kkmp_cli.parsing.text import NOTE_LIMIT, join_notes

SIGN = "+"
_LITERAL = re.compile(r"'+\s*\+")


def as_added(typed: str) -> tuple[bool, str]:
    """Whether what was typed is to be added, and the text without the sign that says so.

    Raises CellError where nothing is left to add.
    """
    text = typed.strip()
    if _LITERAL.match(text):
        return False, text[1:]
    if not text.startswith(SIGN):
        return False, typed
    if not (more := text[1:].strip()):
        raise CellError("tidak ada yang ditambahkan", 'Tulis misalnya "+menunggu kunci gerai".')
    return True, more


def as_typed(note: str) -> str:
    """A note to be typed so that it replaces what is held, whatever it begins with."""
    return f"'{note}" if note.startswith(SIGN) or _LITERAL.match(note) else note


def added(held: str | None, more: str) -> str:
    """The note held with `more` behind it, which does not stand there twice in a row.

    Raises CellError where both are too long for one.
    """
    if held and (held == more or held.endswith(f"; {more}")):
        return held
    both = join_notes(held, more)
    if len(both) > NOTE_LIMIT:
        raise CellError(
            f"catatan menjadi {len(both)} huruf, lebih dari {NOTE_LIMIT}",
            "Ringkas isinya, atau ganti seluruh catatan dengan --catatan tanpa +.",
        )
    return both
