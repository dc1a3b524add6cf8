"""What somebody reads in a packet, read back out of its file: an entry for each format."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from kkmp_cli.actions.packet_text.outline import Texts as Texts
from kkmp_cli.errors import Unusable


def _html(content: bytes, _name: str) -> Texts:
    from kkmp_cli.actions.packet_text import html_page

    return html_page.texts(content)


def _markdown(content: bytes, _name: str) -> Texts:
    from kkmp_cli.actions.packet_text import markdown_page

    return markdown_page.texts(content)


def _json(content: bytes, _name: str) -> Texts:
    from kkmp_cli.actions.packet_text import json_values

    return json_values.texts(content)


def _workbook(content: bytes, name: str) -> Texts:
    from kkmp_cli.actions.packet_text import workbook_cells

    return workbook_cells.texts(content, name)


def _word(content: bytes, name: str) -> Texts:
    from kkmp_cli.actions.packet_text import word_text

    return word_text.texts(content, name)


def _pdf(content: bytes, name: str) -> Texts:
    from kkmp_cli.actions.packet_text import pdf_pages

    return pdf_pages.texts(content, name)


class Kind(NamedTuple):
    """A format by the name of `report --format`, how a file of it begins, and how it is read."""

    name: str
    begins: bytes
    contains: bytes
    texts: Callable[[bytes, str], Texts]


KINDS = (
    Kind("pdf", b"%PDF", b"", _pdf),
    Kind("xlsx", b"PK", b"xl/workbook.xml", _workbook),
    Kind("docx", b"PK", b"word/document.xml", _word),
    Kind("json", b"{", b"", _json),
    Kind("html", b"<", b"", _html),
    Kind("md", b"#", b"", _markdown),
)
KNOWN = ", ".join(kind.name.upper() for kind in KINDS)
_BOM = b"\xef\xbb\xbf"


def kind_of(content: bytes, name: str) -> Kind:
    """The format of a packet, by its first letters. Raises Unusable for any other file."""
    start = content.removeprefix(_BOM).lstrip()
    for kind in KINDS:
        if start.startswith(kind.begins) and kind.contains in content:
            return kind
    raise Unusable(f"{name} bukan paket kkmp yang dapat diperiksa.", f"Yang dapat: {KNOWN}.")


def texts_of(name: str, content: bytes, file: str) -> Texts:
    """The texts of a packet in the format of this name."""
    return next(kind for kind in KINDS if kind.name == name).texts(content, file)
