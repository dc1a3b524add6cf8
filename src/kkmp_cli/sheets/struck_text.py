"""How much of a rich text is struck through: nothing, a part, all of it."""

from __future__ import annotations

from collections.abc import Iterable

from kkmp_cli.sheets import markup
from kkmp_cli.sheets.cell_styles import is_strike
from kkmp_cli.sheets.display import PARTLY, WHOLLY


def share(struck: int, plain: int) -> str:
    """In words, by the letters that are struck and those that are not."""
    return (PARTLY if plain else WHOLLY) if struck else ""


class RichText(markup.Handler):
    """A text of SpreadsheetML, in runs that each have a font or none."""

    def __init__(self) -> None:
        self._tag = ""
        self._in_font = self._struck = False
        self._letters = {True: 0, False: 0}

    @property
    def share(self) -> str:
        """How much of it is struck."""
        return share(self._letters[True], self._letters[False])

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A run begins without a font of its own; letters stand in `t` alone."""
        self._tag = tag
        if tag == "r":
            self._struck = False
        elif tag == "rPr":
            self._in_font = True
        elif self._in_font and is_strike(tag, attributes):
            self._struck = True

    def end(self, tag: str) -> None:
        """A tag ends."""
        self._tag = ""
        if tag == "rPr":
            self._in_font = False
        elif tag == "r":
            self._struck = False

    def text(self, text: str) -> None:
        """Letters of a run count; blanks do not."""
        if self._tag == "t":
            self._letters[self._struck] += len(text.strip())


class _Strings(markup.Handler):
    """Shared strings, by their number, that are struck in part or wholly."""

    def __init__(self) -> None:
        self.struck: dict[str, str] = {}
        self._number = 0
        self._text = RichText()

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "si":
            self._text = RichText()
        self._text.start(tag, attributes)

    def end(self, tag: str) -> None:
        self._text.end(tag)
        if tag == "si":
            if share := self._text.share:
                self.struck[str(self._number)] = share
            self._number += 1

    def text(self, text: str) -> None:
        self._text.text(text)


def shared_strings(pieces: Iterable[bytes]) -> dict[str, str]:
    """The number of each shared string of which anything is struck, as a cell refers to it."""
    strings = _Strings()
    markup.walk(pieces, strings)
    return strings.struck
