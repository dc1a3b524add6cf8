"""The commands, their arguments and options, as a table that is read without loading any of them.

It is written from the commands themselves (`KKMP_GOLDEN=tulis pytest
tests/cli/completion/test_command_tree.py`) and held to them by that test. The options of the fields
are not in it: they follow from the vocabulary and the register.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

FILE = Path(__file__).with_name("commands.json")
FIELDS, FILTERS = "isian", "saringan"
"""What the options of a command have beside: one for every field, or for every own field."""


class Option(NamedTuple):
    """An option: its names, what stands behind it (nothing for a flag), and what it does."""

    names: Sequence[str]
    metavar: str
    about: str
    repeats: bool


class CommandRow(NamedTuple):
    """A command: what it does, what stands in its places, its options, and which it has beside."""

    about: str
    places: Sequence[str]
    options: Sequence[Option]
    beside: str


class CommandTree:
    """Every command by its words; the program itself under none."""

    @cached_property
    def _table(self) -> Mapping[str, Any]:
        table: Mapping[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
        return table

    def entry(self, path: Sequence[str]) -> CommandRow | None:
        """The command of these words; None where there is none."""
        row = self._table.get(" ".join(path))
        if row is None:
            return None
        about, places, options, beside = row
        return CommandRow(about, places, [Option(*option) for option in options], beside)

    def below(self, path: Sequence[str]) -> list[tuple[str, str]]:
        """The words that lead on, each with what it does."""
        start = " ".join(path) + " " if path else ""
        names = [name for name in self._table if name.startswith(start) and name != start]
        return [
            (word, self._table[name][0])
            for name in names
            if (word := name.removeprefix(start)) and " " not in word
        ]
