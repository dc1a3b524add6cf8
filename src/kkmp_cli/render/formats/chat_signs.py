"""How a chat program is written to: `*tebal*`, and no text of ours or of others that makes anything
bold by itself. Never enters: what is said.
"""

from __future__ import annotations

from kkmp_cli.parsing.text import printable

_SIGNS = str.maketrans("*_~`", "＊＿～｀")
"""What a chat would take for bold or crossed out, in wide letters that mean nothing to it."""


def plain(raw: str) -> str:
    """Any text as a chat shows it: as it is."""
    return printable(raw).translate(_SIGNS)


def bold(raw: str) -> str:
    """The same, bold; a sign beside a space, or beside nothing, would be printed as it is."""
    words = " ".join(plain(raw).split())
    return f"*{words}*" if words else ""
