"""The answer to a shell that completes a word: nothing else is printed, and nothing fails."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

from kkmp_cli import settings
from kkmp_cli.cli.completion import shells
from kkmp_cli.cli.completion.call import understood
from kkmp_cli.cli.completion.command_tree import CommandTree
from kkmp_cli.cli.completion.values import fitting


def main() -> None:
    """Answers the shell that asks; whatever goes wrong is an answer without a word."""
    try:
        lines = answered(os.environ[shells.SHELL], sys.argv[1:], os.environ)
    except Exception:  # whoever types must not be disturbed
        return
    sys.stdout.buffer.write(lines.encode("utf-8", "replace"))


def answered(shell: str, arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The lines of the answer. Raises whatever goes wrong."""
    if shell not in shells.SHELLS:
        return ""
    asked = shells.typed(shell, arguments, environment)
    tree = CommandTree()
    call = understood(asked.words, tree)
    if call is None:
        return shells.answer(shell, asked, [])
    location = settings.register_location(call.value("--db") or None)
    return shells.answer(shell, asked, fitting(call, asked.current, tree, location))
