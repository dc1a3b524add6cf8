"""Workbooks made for a test: XLSX by a writer, ODS and XLS by hand, and what other programs write."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter

from kkmp_cli.sheets import Sheet

Grid = Sequence[Sequence[Any]]
Cell = tuple[int, int, str | float]
B2 = b'<c r="B2" t="s"><v>3</v></c>'


def xlsx(path: Path, **tables: Grid) -> Path:
    """A workbook; days are cells formatted as dates, empty texts no cells."""
    book = xlsxwriter.Workbook(str(path))
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for name, rows in tables.items():
        sheet = book.add_worksheet(name)
        for row, line in enumerate(rows):
            for column, cell in enumerate(line):
                if isinstance(cell, datetime):
                    sheet.write_datetime(row, column, cell, day)
                elif cell != "":
                    sheet.write(row, column, cell)
    book.close()
    return path


def isian(folder: Path, suffix: str, *rows: list[str]) -> Path:
    """The sheet `isian` as `.csv` or `.xlsx`."""
    path = folder / f"isian{suffix}"
    if suffix == ".xlsx":
        return xlsx(path, Data=rows)
    path.write_text("\n".join(map(";".join, rows)), encoding="utf-8")
    return path


def rows_of(sheet: Sheet) -> list[tuple[int, list[str]]]:
    """The rows of a sheet, with their numbers."""
    return [(number, list(row)) for number, row in sheet.rows]


def patched(path: Path, change: Callable[[bytes], bytes]) -> Path:
    """A workbook of two rows and two columns whose sheet another program has changed."""
    whole = xlsx(path, Data=[["Kelurahan", "NIB"], ["Gambir", "sudah"]]).read_bytes()
    with (
        zipfile.ZipFile(BytesIO(whole)) as old,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.namelist():
            content = old.read(entry)
            new.writestr(entry, change(content) if entry.endswith("sheet1.xml") else content)
    return path


def appended(rows: bytes) -> Callable[[bytes], bytes]:
    """Adds rows at the end of a sheet."""
    return lambda content: content.replace(b"</sheetData>", rows + b"</sheetData>")


def with_cell(path: Path, cell: str) -> Path:
    """The same with this as its cell B2."""

    def change(content: bytes) -> bytes:
        assert B2 in content
        return content.replace(B2, cell.encode())

    return patched(path, change)


ODS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 office:version="1.2"><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="Data">{rows}</table:table>
</office:spreadsheet></office:body></office:document-content>"""
CELL = (
    '<table:table-cell office:value-type="string"{more}><text:p>{text}</text:p></table:table-cell>'
)


def ods(path: Path, rows: str, styles: str = "") -> Path:
    """A package that holds one sheet of these rows."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", "<manifest/>")
        package.writestr("content.xml", ODS.format(rows=rows, styles=styles))
    return path


def ods_row(*texts: str, more: str = "") -> str:
    """A row of texts."""
    return f"<table:table-row{more}>{''.join(CELL.format(text=text, more='') for text in texts)}</table:table-row>"


def record(kind: int, data: bytes) -> bytes:
    """A record of an XLS stream."""
    return struct.pack("<HH", kind, len(data)) + data


def biff_cell(row: int, column: int, value: str | float) -> bytes:
    """A cell of an XLS sheet, counted from 0."""
    place = struct.pack("<HHH", row, column, 0)
    if isinstance(value, str):
        return record(0x0204, place + struct.pack("<HB", len(value), 0) + value.encode("latin-1"))
    return record(0x0203, place + struct.pack("<d", value))


def begin(kind: int) -> bytes:
    """The begin of a substream: 5 the workbook, 16 a sheet."""
    return record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0x0DBB, 0x07CC, 0, 6))


def biff_stream(cells: Iterable[Cell], more: bytes = b"", beside: bytes = b"") -> bytes:
    """A workbook of one sheet; `more` are records of the workbook, `beside` more of the sheet."""
    sheet = (
        begin(0x0010) + b"".join(biff_cell(*cell) for cell in cells) + beside + record(0x000A, b"")
    )
    for_length = record(0x0085, struct.pack("<IBBBB", 0, 0, 0, 4, 0) + b"Data")
    head = begin(0x0005) + more
    at = len(head) + len(for_length) + 4
    return (
        head
        + record(0x0085, struct.pack("<IBBBB", at, 0, 0, 4, 0) + b"Data")
        + record(0x000A, b"")
        + sheet
    )


def xls(path: Path, stream: bytes) -> Path:
    """The stream in a container: header, the sectors of sectors, one of names, then the stream
    itself.
    """
    stream = stream.ljust(4096, b"\0")
    count = -(-len(stream) // 512)
    tables = -(-(count + 1) // 127)
    begin, end = tables + 1, 0xFFFFFFFE
    chain = [*[0xFFFFFFFD] * tables, end, *range(begin + 1, begin + count), end]
    fat = struct.pack(f"<{len(chain)}I", *chain).ljust(512 * tables, b"\xff")

    def entry(name: str, kind: int, start: int, size: int, child: int) -> bytes:
        text = name.encode("utf-16-le")
        length = len(text) + 2 if name else 0
        head = text.ljust(64, b"\0") + struct.pack(
            "<HBBIII", length, kind, 1, *[0xFFFFFFFF] * 2, child
        )
        return head.ljust(116, b"\0") + struct.pack("<II", start, size) + b"\0" * 4

    names = entry("Root Entry", 5, 0xFFFFFFFE, 0, 1) + entry(
        "Workbook", 2, begin, len(stream), 0xFFFFFFFF
    )
    names += entry("", 0, 0, 0, 0xFFFFFFFF) * 2
    head = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(16)
        + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    )
    free = [0xFFFFFFFF] * (109 - tables)
    head = head.ljust(44, b"\0") + struct.pack(
        "<8I109I", tables, tables, 0, 4096, end, 0, end, 0, *range(tables), *free
    )
    path.write_bytes(head + fat + names + stream.ljust(count * 512, b"\0"))
    return path
