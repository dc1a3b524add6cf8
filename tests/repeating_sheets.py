"""Sheets that repeat a few rows, or a few columns, as often as wanted: of every kind that offices
send, good and bad.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import xlsxwriter

PLAIN, MERGED, HIDDEN, COLOURED, COMMENTED, FAILED = "", "merged", "hidden", "red", "note", "#N/A"
HEADINGS = ("Kelurahan", "NIB", "NPWP", "Gerai", "Usaha")
GOOD = ("sudah", "belum", "10/3/2026", "proses")
NAMES = ("Gambir", "Cideng", "Kwitang")


_APART = 1_000
"""Sheets of different sizes count from so far apart that none holds the words of another."""


class RepeatedRow(NamedTuple):
    """Cells, in which `{}` counts the repeats and `{name}` is a kelurahan, and how they look."""

    cells: Sequence[str]
    look: str = PLAIN


ROWS = {
    "good": RepeatedRow(("{name}", *GOOD)),
    "bare": RepeatedRow(("{name}",)),
    "blank": RepeatedRow(("",) * 5),
    "spaces": RepeatedRow((" ",) * 5),
    "no name": RepeatedRow(("", *GOOD)),
    "unknown name": RepeatedRow(("Kelurahan {} Baru", *GOOD)),
    "near name": RepeatedRow(("{name}x", *GOOD)),
    "bad cells": RepeatedRow(("{name}", "entah {}", "x{}", "31/06/2025", "1/1/2099")),
    "heading": RepeatedRow(HEADINGS),
    "other heading": RepeatedRow(("Kelurahan", "RAT 2025")),
    "numbers": RepeatedRow(("1", "2", "3", "4", "5")),
    "kecamatan": RepeatedRow(("Kecamatan Gambir",)),
    "kecamatan with sums": RepeatedRow(("Kecamatan Senen", "1", "2", "3", "4")),
    "total": RepeatedRow(("JUMLAH", "1", "2", "3", "4")),
    "title": RepeatedRow(("Laporan ke-{}",)),
    "note": RepeatedRow(("Catatan: ke-{}",)),
    "signature": RepeatedRow(("Mengetahui,", "Lurah")),
    "too wide": RepeatedRow(("{name}", *GOOD, "lebih")),
    "merged": RepeatedRow(("{name}", *GOOD), MERGED),
    "merged, no name": RepeatedRow(("", *GOOD), MERGED),
    "hidden": RepeatedRow(("{name}", *GOOD), HIDDEN),
    "coloured": RepeatedRow(("{name}", "", "", "", ""), COLOURED),
    "commented": RepeatedRow(("{name}", "", "", "", ""), COMMENTED),
    "errors": RepeatedRow(("{name}",), FAILED),
}
COLUMNS = (
    ("Kolom {}", "x"),
    ("Kolom", "x"),
    ("NIB", "sudah"),
    ("Tgl NIB", "10/3/2026"),
    ("Kendala", "modal"),
    ("Catatan", "isi"),
    ("Mitra", "BRI"),
    ("Kecamatan", "Gambir"),
    ("RAT 2025", "belum"),
    ("x_{}", "1"),
    ("NIB (Sudah)", "v"),
    ("Belum NIB", "v"),
    ("", "isi"),
    ("Anggota {}", "7"),
    ("Status Kepemilikan Gerai", "sewa"),
)
"""A heading and what stands below it."""


def tall(folder: Path, kinds: Sequence[str], times: int) -> Path:
    """A sheet with these kinds of rows, one after the other, so many times."""
    path = folder / f"tinggi-{times}.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet, red = book.add_worksheet("Data"), book.add_format({"bg_color": "red"})
        sheet.write_row(0, 0, HEADINGS)
        for at in range(times * len(kinds)):
            repeated = ROWS[kinds[at % len(kinds)]]
            name = NAMES[at % len(NAMES)]
            cells = [cell.format(times * _APART + at, name=name) for cell in repeated.cells]
            _write(sheet, at + 1, cells, repeated.look, red)
        for at, name in enumerate(NAMES, 1 + times * len(kinds)):
            sheet.write_row(at, 0, (name, *GOOD))
    return path


def _write(
    sheet: xlsxwriter.worksheet.Worksheet, row: int, cells: list[str], look: str, red: object
) -> None:
    for column, cell in enumerate(cells):
        if cell:
            sheet.write_string(row, column, cell)
        elif look == COLOURED:
            sheet.write_blank(row, column, None, red)
    if look == MERGED:
        sheet.merge_range(row, 1, row, 3, "sudah")
    elif look == HIDDEN:
        sheet.set_row(row, None, None, {"hidden": True})
    elif look == COMMENTED:
        sheet.write_comment(row, 2, "lihat")
    elif look == FAILED:
        sheet.write_formula(row, 1, "=NA()", None, "#N/A")


def wide(folder: Path, columns: Sequence[tuple[str, str]], times: int) -> Path:
    """A CSV file with these columns behind the usual ones, so many times."""
    numbers = range(times * _APART, times * _APART + times)
    headings = [heading.format(number) for number in numbers for heading, _ in columns]
    cells = [cell for _ in range(times) for _, cell in columns]
    rows = [[*HEADINGS, *headings], *([name, *GOOD, *cells] for name in NAMES[:3])]
    path = folder / f"lebar-{times}.csv"
    path.write_text("\n".join(map(";".join, rows)), encoding="utf-8")
    return path
