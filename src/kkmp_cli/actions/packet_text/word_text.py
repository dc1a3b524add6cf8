"""The texts of a packet in DOCX, those of its headers and footers too, out of the package."""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO
from xml.parsers import expat

from kkmp_cli.actions.packet_text.outline import Outline, Texts
from kkmp_cli.errors import Unusable
from kkmp_cli.sheets import markup, packages

_PARTS = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_PAGES = re.compile(r"\b(?:NUM)?PAGES?\b")
_HEADING = re.compile(r"(?i)heading|judul|title")


def texts(content: bytes, name: str) -> Texts:
    """By heading, row and column. Raises Unusable for a document that is not safe to read."""
    outline = Outline()
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            for entry in _parts(package, name):
                body = _Body(outline, paged=not entry.filename.endswith("document.xml"))
                markup.walk(markup.unpacked(package, entry), body)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError):
        raise packages.damaged(name) from None
    except expat.ExpatError:
        raise packages.damaged(name) from None
    return outline.texts


def _parts(package: zipfile.ZipFile, name: str) -> list[zipfile.ZipInfo]:
    """The parts that somebody reads. Raises Unusable where they unpack to more than a packet."""
    entries = package.infolist()
    parts = sorted(
        (entry for entry in entries if _PARTS.fullmatch(entry.filename)),
        key=lambda entry: entry.filename,
    )
    left = packages.UNPACKED_LIMIT
    for entry in parts:
        for piece in markup.unpacked(package, entry):
            if (left := left - len(piece)) < 0:
                raise Unusable(f"{name} menjadi lebih dari 200 MB bila dibuka")
    if len(entries) > packages.ENTRY_LIMIT or not parts:
        raise packages.damaged(name)
    return parts


class _Body(markup.Handler):
    """Paragraphs and rows as they end; a table's first row heads its columns. In what is `paged`, a
    header or a footer, the numbers of pages are those that each program counts.
    """

    def __init__(self, outline: Outline, paged: bool = False) -> None:
        self.outline, self.paged = outline, paged
        self.instruction, self.counted = "", False
        self.words: list[str] = []
        self.style = ""
        self.in_instruction = False
        self.depth, self.in_text, self.first = 0, False, False
        self.cells: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.in_text = tag == "t"
        self._field(tag, attributes)
        if tag == "pStyle":
            self.style = next(iter(attributes.values()), "")
        elif tag in ("tab", "br"):
            self.words.append(" ")
        elif tag == "tbl":
            self.depth += 1
            self.first = True
        elif tag == "tr":
            self.cells = []
        elif tag == "p" and not self.depth:
            self.words, self.style = [], ""

    def _field(self, tag: str, attributes: dict[str, str]) -> None:
        """Whether what follows is the number of a page."""
        values = {markup.bare(name): value for name, value in attributes.items()}
        if tag == "fldSimple":
            self.counted = bool(_PAGES.search(values.get("instr", "")))
        elif tag == "fldChar":
            kind = values.get("fldCharType")
            self.counted = kind == "separate" and bool(_PAGES.search(self.instruction))
            self.instruction = "" if kind == "begin" else self.instruction
        self.in_instruction = tag == "instrText"

    def end(self, tag: str) -> None:
        self.in_text = self.in_instruction = False
        if tag == "fldSimple":
            self.counted = False
        if tag == "p":
            self._paragraph()
        elif tag == "tc":
            self.cells.append("".join(self.words))
            self.words = []
        elif tag == "tr":
            (self.outline.columns if self.first else self.outline.row)(self.cells)
            self.first = False
        elif tag == "tbl":
            self.depth -= 1

    def _paragraph(self) -> None:
        if self.depth:
            self.words.append(" ")
            return
        text, self.words = "".join(self.words), []
        (self.outline.heading if _HEADING.search(self.style) else self.outline.sentence)(text)

    def text(self, text: str) -> None:
        if self.in_instruction:
            self.instruction += text
        if self.in_text and not (self.paged and self.counted):
            self.words.append(text)
