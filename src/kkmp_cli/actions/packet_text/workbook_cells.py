"""The values of a packet in XLSX: those of every sheet, the hidden ones too. The package is looked
at before anybody parses it.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from kkmp_cli.actions.packet_text.outline import Outline, Texts
from kkmp_cli.sheets import packages


def texts(content: bytes, name: str) -> Texts:
    """By sheet, row and column. Raises Unusable for a workbook that is not safe to read."""
    packages.inspect(content, name)
    import python_calamine

    try:
        book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(content))
        sheets = {each: book.get_sheet_by_name(each).to_python() for each in book.sheet_names}
    except python_calamine.CalamineError:
        raise packages.damaged(name) from None
    outline = Outline()
    for sheet, rows in sheets.items():
        for row in rows:
            _row(outline, sheet, [_shown(cell) for cell in row])
    return outline.texts


def _row(outline: Outline, sheet: str, cells: list[str]) -> None:
    """A row is named by its first cell, and a column by its letter."""
    first = cells[0] if cells else ""
    outline.add((f"lembar {sheet}", "kolom A"), first)
    for at, text in enumerate(cells[1:], 1):
        if text:
            outline.add((f"lembar {sheet}", first, f"kolom {_letters(at)}"), text)


def _letters(at: int) -> str:
    return chr(65 + at) if at < 26 else _letters(at // 26 - 1) + chr(65 + at % 26)


def _shown(cell: Any) -> str:
    text = str(cell)
    return text.removesuffix(".0") if isinstance(cell, float) else " ".join(text.split())
