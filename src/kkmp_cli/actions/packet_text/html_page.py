"""The texts of a packet in HTML, those of its charts and its style among them: nothing that a
browser would show is left out.

Never enters: a script that runs, anything outside the file.
"""

from __future__ import annotations

from html.parser import HTMLParser

from kkmp_cli.actions.packet_text.outline import Outline, Texts

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_INLINE = frozenset(("a", "abbr", "b", "em", "i", "span", "strong", "small", "time"))
_CELLS = frozenset(("td", "th"))
STYLE = "gaya halaman"


def texts(content: bytes) -> Texts:
    """By their places."""
    page = _Page()
    page.feed(content.decode("utf-8", "replace"))
    page.close()
    page.flush()
    return page.outline.texts


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.outline = Outline()
        self.words: list[str] = []
        self.cells: list[str] | None = None
        self.tag, self.in_head = "", False

    def handle_starttag(self, tag: str, _attributes: object) -> None:
        if tag in _INLINE:
            return
        self.flush()
        self.tag = tag
        if tag == "thead":
            self.in_head = True
        elif tag == "tr":
            self.cells = []

    def handle_endtag(self, tag: str) -> None:
        if tag in _INLINE:
            return
        if tag in _CELLS and self.cells is not None:
            self.cells.append("".join(self.words))
            self.words = []
        self.flush()
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

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def flush(self) -> None:
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
