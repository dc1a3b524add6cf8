"""XML of a workbook's package, walked tag by tag; a document type, and so any entity, is refused.

Never enters: what a tag means (`spreadsheetml`, `opendocument`).
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from xml.parsers import expat

_PIECE = 1 << 20


class Handler:
    """What is told of every tag, by its name without a prefix, and of the text between tags."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A tag begins; the names of its attributes keep their prefixes."""

    def end(self, tag: str) -> None:
        """A tag ends."""

    def text(self, text: str) -> None:
        """Text between tags, whole or in parts."""


def walk(pieces: Iterable[bytes], handler: Handler) -> None:
    """Goes through one document. Raises ExpatError for no XML, ValueError for a document type."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda tag, attributes: handler.start(bare(tag), attributes)
    parser.EndElementHandler = lambda tag: handler.end(bare(tag))
    parser.CharacterDataHandler = handler.text
    parser.StartDoctypeDeclHandler = refuse_document_type
    for piece in pieces:
        parser.Parse(piece, False)
    parser.Parse(b"", True)


def refuse_document_type(*_parts: object) -> None:
    """Raises ValueError: no workbook has one, and it could define entities without end."""
    raise ValueError("document type")


def bare(name: str) -> str:
    """The name of a tag or an attribute without its prefix."""
    return name.rpartition(":")[2]


def unpacked(package: zipfile.ZipFile, entry: str | zipfile.ZipInfo) -> Iterator[bytes]:
    """What an entry unpacks to, a piece at a time. Raises KeyError where there is none."""
    with package.open(entry) as content:
        while piece := content.read(_PIECE):
            yield piece


def mentions(pieces: Iterable[bytes], word: bytes) -> bool:
    """True where a document holds this word anywhere."""
    before = b""
    for piece in pieces:
        before = before[-len(word) :] + piece
        if word in before:
            return True
    return False
