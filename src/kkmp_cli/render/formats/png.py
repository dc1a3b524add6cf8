"""A document → one picture for a chat, by typst (the extra `pdf`): as long as it needs, its letters
large enough for a phone.

Never enters: a choice of what is shown, which `packet.first_pages` makes.
"""

from __future__ import annotations

from kkmp_cli.render.document import Document
from kkmp_cli.render.formats import pdf

_NARROW, _WIDE = 130, 210
"""Millimetres: of sentences and names, of a matrix or of a table with many columns."""
_COLUMNS = 7
_DENSITY = 200
"""Points per inch: 1,024 across a narrow picture."""


def write(document: Document) -> bytes:
    """The whole document in one picture. Raises MissingExtra where the extra is not installed."""
    width = _WIDE if _is_wide(document) else _NARROW
    instead = "pakai --format pesan"
    return pdf.compiled(document, "PNG", instead, width=width, format="png", ppi=_DENSITY)


def _is_wide(document: Document) -> bool:
    sections = [section for part in document.parts for section in part.sections]
    tables = [table for section in sections for table in section.tables]
    many = any(len(table.columns) > _COLUMNS for table in tables if not table.groups)
    return many or any(section.matrix for section in sections)
