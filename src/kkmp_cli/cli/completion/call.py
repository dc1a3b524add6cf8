"""Where in a call the unfinished word stands: behind which command, as the value of which option,
or in which place.

Never enters: which words fit there.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kkmp_cli.cli.completion.command_tree import CommandRow, CommandTree, Option


class Call(NamedTuple):
    """A call that is not finished: the words of its command, the options typed with their values,
    the words in its places, and the option whose value is wanted (None: a place or an option).
    """

    path: Sequence[str]
    entry: CommandRow
    given: Sequence[tuple[str, str]]
    places: Sequence[str]
    wanted: Option | None
    options_end: bool = False

    def value(self, option: str) -> str:
        """What was typed behind an option; nothing where it was not."""
        return next((value for name, value in reversed(self.given) if name == option), "")

    @property
    def place(self) -> str:
        """What stands in the place of the word, as the help names it; nothing where none is."""
        names = self.entry.places
        if len(self.places) < len(names):
            return names[len(self.places)]
        return names[-1] if names and names[-1].endswith("…") else ""


def understood(words: Sequence[str], tree: CommandTree) -> Call | None:
    """The call as far as it was typed; None where it has a word that is no command."""
    reading = _CallReading(tree)
    for word in words:
        reading.take(word)
    return None if reading.lost else reading.call()


class _CallReading:
    """A call that is read word by word; `lost` from a word on that is no command."""

    def __init__(self, tree: CommandTree) -> None:
        self._tree = tree
        self._path: list[str] = []
        self._row = tree.entry(()) or CommandRow("", (), (), "")
        self._given: list[tuple[str, str]] = []
        self._places: list[str] = []
        self._wanted: Option | None = None
        self._ended = self.lost = False

    def call(self) -> Call:
        """What has been read."""
        return Call(self._path, self._row, self._given, self._places, self._wanted, self._ended)

    def take(self, word: str) -> None:
        """The next word."""
        if self._wanted:
            self._given.append((self._wanted.names[-1], word))
            self._wanted = None
        elif word == "--":
            self._ended = True
        elif word.startswith("-") and not self._ended:
            self._take_option(word)
        else:
            self._take_place(word)

    def _take_place(self, word: str) -> None:
        if below := self._tree.entry([*self._path, word]):
            self._path, self._row = [*self._path, word], below
            return
        self._places.append(word)
        self.lost = self.lost or bool(self._tree.below(self._path))

    def _take_option(self, word: str) -> None:
        """An option waits for its value; one that is complete is noted."""
        name, equals, value = word.partition("=")
        option = next((each for each in self._row.options if name in each.names), None)
        if option is None and (self._row.beside or name.startswith("--x-")):
            option = Option((name,), "NILAI", "", repeats=False)
        if option and option.metavar and not equals:
            self._wanted = option
        elif option:
            self._given.append((option.names[-1], value))
