"""The examples in the help of a command: whole command lines, to be typed as they are.

In a command's docstring they stand under `Contoh:`, a line each. Never enters: what they do.
"""

from __future__ import annotations

import shlex

HEADING = "Contoh:"
_PROGRAM = "kkmp "


def is_example(line: str) -> bool:
    """True for a line of a help that is a command."""
    return line.startswith(_PROGRAM)


def examples(about: str) -> list[list[str]]:
    """The words behind `kkmp` of every example in a help."""
    lines = map(str.strip, about.splitlines())
    return [shlex.split(line)[1:] for line in lines if is_example(line)]
