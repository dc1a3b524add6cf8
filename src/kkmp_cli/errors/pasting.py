"""Words as they stand in a command that is printed to be pasted, by the platform whose shells read
it.

A word may come out of a sheet of somebody else; in no shell may more become of it than a word.
Never enters: which command is advised.
"""

from __future__ import annotations

import re
import sys
from shlex import quote

WINDOWS = "win32"


def word(text: str, platform: str = "") -> str:
    """One word of a command, quoted where the shells of the platform (as `sys.platform` names it;
    this one's by default) need it.
    """
    return _for_windows(text) if (platform or sys.platform) == WINDOWS else quote(text)


def option(name: str, value: str, platform: str = "") -> str:
    """An option with its value, which always stands in quotes: `--map "Izin=nib"`."""
    platform = platform or sys.platform
    plain = platform != WINDOWS and not _ACTING & set(value)
    return f'{name} "{value}"' if plain else f"{name} {_quoted(value, platform)}"


_ACTING = frozenset('"$`\\!')
"""What a POSIX shell takes for more than text between double quotes."""
_BARE = re.compile(r"[\w+=:./\\][\w+=:./\\-]*|-[\w-]+")
"""What neither cmd nor PowerShell takes for more than text."""


def _for_windows(text: str) -> str:
    return text if _BARE.fullmatch(text) else _in_double_quotes(text)


def _quoted(value: str, platform: str) -> str:
    return _in_double_quotes(value) if platform == WINDOWS else quote(value)


def _in_double_quotes(text: str) -> str:
    """For cmd and PowerShell alike: between double quotes, those within doubled, and the
    backslashes before each. What acts in PowerShell all the same has its escape before it: in cmd
    that is one letter too many, and never a command. A `%NAME%` is read by cmd all the same.
    """
    text = re.sub(r"[\r\n]+", " ", text)
    text = re.sub(r'(\\*)"', r'\1\1""', text)
    text = re.sub(r"(\\+)$", r"\1\1", text)
    return '"' + re.sub("[$`“”„]", r"`\g<0>", text) + '"'
