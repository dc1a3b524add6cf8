"""The texts of a packet in HTML, those of its charts, its style and its scripts among them: nothing
that a browser would show is left out. Never enters: anything outside the file.
"""

from __future__ import annotations

from kkmp_cli.actions.packet_text.html_tokens import START, TEXT, tokens
from kkmp_cli.actions.packet_text.outline import Outline, Texts

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_INLINE = frozenset(("a", "abbr", "b", "em", "i", "span", "strong", "small", "time"))
_CELLS = frozenset(("td", "th"))
STYLE = "gaya halaman"


def texts(content: bytes) -> Texts:
    """By their places."""
    page = _Page()
    for kind, word in tokens(content.decode("utf-8", "replace")):
        if kind == TEXT:
            page.words.append(word)
        else:
            (page.start if kind == START else page.end)(word)
    page.close()
    return page.outline.texts


class _Page:
    """The page as its tags begin and end."""

    def __init__(self) -> None:
        self.outline = Outline()
        self.words: list[str] = []
        self.cells: list[str] | None = None
        self.tag, self.in_head = "", False

    def start(self, tag: str) -> None:
        """A tag begins."""
        if tag in _INLINE:
            return
        self._flush()
        self.tag = tag
        if tag == "table":
            self.outline.table()
        elif tag == "thead":
            self.in_head = True
        elif tag == "tr":
            self.cells = []

    def end(self, tag: str) -> None:
        """A tag ends."""
        if tag in _INLINE:
            return
        if tag in _CELLS and self.cells is not None:
            self.cells.append("".join(self.words))
            self.words = []
        self._flush()
        self.tag = ""
        if tag == "thead":
            self.in_head = False
        elif tag == "tr":
            self._row()

    def _row(self) -> None:
        cells, self.cells = self.cells, None
        if cells and self.in_head:
            self.outline.columns(cells)
        elif cells:
            self.outline.row(cells)

    def _flush(self) -> None:
        """Keeps the text since the last tag that begins or ends a block."""
        if self.cells is not None and self.tag in _CELLS:
            return
        text, self.words = "".join(self.words), []
        if self.tag == "style":
            self.outline.add((STYLE,), " ".join(text.split()))
        elif self.tag in _HEADINGS:
            self.outline.heading(text)
        else:
            self.outline.sentence(text)

    def close(self) -> None:
        """Keeps what was begun and never closed."""
        self._row()
        self._flush()
