"""Nine sheets as offices send them (`contracts/nine_sheets.json`), made as files: merged, hidden and
coloured cells, comments and formats as they were.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter

CONTENT: Mapping[str, Any] = json.loads(
    (Path(__file__).parent / "contracts" / "nine_sheets.json").read_text(encoding="utf-8")
)
SAVED = datetime(2026, 11, 29)


def made_in(folder: Path) -> dict[str, Path]:
    """The nine files, by name."""
    folder.mkdir()
    for name, told in CONTENT.items():
        path = folder / name
        if "teks" in told:
            path.write_bytes("\r\n".join((*told["teks"], "")).encode(told["penyandian"]))
        else:
            _workbook(path, told["lembar"])
    return {name: folder / name for name in CONTENT}


def _workbook(path: Path, sheets: Mapping[str, Mapping[str, Any]]) -> None:
    with xlsxwriter.Workbook(path, {"strings_to_numbers": False}) as book:
        book.set_properties({"created": SAVED})
        for name, told in sheets.items():
            page = book.add_worksheet(name)
            _fill(book, page, told)
            for row in told.get("baris_tersembunyi", ()):
                page.set_row(row - 1, None, None, {"hidden": True})
            for column in told.get("kolom_tersembunyi", ()):
                page.set_column(column, column, None, None, {"hidden": True})
            for cell, text in told.get("komentar", {}).items():
                page.write_comment(cell, text)


def _fill(book: Any, page: Any, told: Mapping[str, Any]) -> None:
    coloured = {*told.get("berwarna", ())}
    for block in told.get("gabung", ()):
        page.merge_range(block, "")
    for row, cells in enumerate(told["isi"]):
        for column, cell in enumerate(cells):
            value, shown = cell if isinstance(cell, list) else (cell, None)
            place = xlsxwriter.utility.xl_rowcol_to_cell(row, column)
            style = {"num_format": shown} if shown else {}
            style |= {"bg_color": "#C6EFCE"} if place in coloured else {}
            if value != "" or place in coloured:
                page.write(row, column, value, book.add_format(style) if style else None)
