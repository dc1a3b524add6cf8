"""A page of HTML as it is read: its tables, its bars, its headlines, all its text."""

from __future__ import annotations

from html.parser import HTMLParser


class Cells(HTMLParser):
    """The tables of a page by the key of their block, every tag, and all text."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.tables: list[tuple[str, list[list[str]]]] = []
        self.bars: list[list[str]] = []
        self.matrices: list[list[list[str]]] = []
        self.headlines: list[tuple[str, str, str]] = []
        self.pieces: list[str] | None = None
        self.key = ""
        self.text = ""
        self.cell: list[str] | None = None
        self.into: list[list[str]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        held = dict(attrs)
        self.key = held.get("data-tabel") or self.key
        if held.get("class") == "headlines":
            self.pieces = []
        elif self.pieces is not None and tag in ("dt", "dd"):
            self.pieces.append("")
        if tag == "table":
            look = held.get("class") or ""
            self.into = self.bars if look == "bars" else []
            if look.startswith("matriks"):
                self.matrices.append(self.into)
            elif look != "bars":
                self.tables.append((self.key, self.into))
        elif tag == "tr":
            self.into.append([])
        elif tag in ("td", "th"):
            self.cell = []

    def handle_endtag(self, tag: str) -> None:
        if self.pieces is not None and tag == "div":
            label, figure, words = [*self.pieces, ""][:3]
            self.headlines.append((label, figure, words))
            self.pieces = []
        elif tag == "dl":
            self.pieces = None
        if tag in ("td", "th") and self.cell is not None:
            self.into[-1].append("".join(self.cell).strip())
            self.cell = None

    def handle_data(self, data: str) -> None:
        self.text += data
        if self.pieces:
            self.pieces[-1] += data
        if self.cell is not None:
            self.cell.append(data)
