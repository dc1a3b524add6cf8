"""The cells of a large workbook, written in a third of the time.

Plain texts and numbers only: all other cells go the way of the library. A test holds the two
together.
"""

from __future__ import annotations

import re
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell_fast
from xlsxwriter.worksheet import CellNumberTuple, CellStringTuple, Worksheet

_SPECIAL = re.compile(r"[&<>\x00-\x1f]|_x|\A\s|\s\Z")
"""What of a text cannot stand in XML as it is."""


class BulkSheet(Worksheet):  # type: ignore[misc]
    """A sheet that is written row by row (`constant_memory`), each cell with a format."""

    def _write_cell(self, row: int, col: int, cell: Any) -> None:
        content = _content(cell)
        if content is None or cell.format is None:
            super()._write_cell(row, col, cell)
            return
        place, look = xl_rowcol_to_cell_fast(row, col), cell.format._get_xf_index()
        self.fh.write(f'<c r="{place}" s="{look}"{content}</c>')


def _content(cell: Any) -> str | None:
    """The cell behind its place and its format; None for one that is not plain."""
    if isinstance(cell, CellNumberTuple):
        return f"><v>{cell.number:.16G}</v>"
    if isinstance(cell, CellStringTuple) and not _SPECIAL.search(cell.string):
        return f' t="inlineStr"><is><t>{cell.string}</t></is>'
    return None
