"""Workbooks made to hurt: small files that ask a parser for gigabytes, for hours, or to abort."""

from __future__ import annotations

import re
import struct
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from sheet_files import B2, biff_stream, ods, ods_row, record, xls, xlsx

HEAD = [["Kelurahan", "NIB"], ["Gambir", "sudah"]]
TABLE = ods_row(*HEAD[0]) + ods_row(*HEAD[1])
_COUNTS = re.compile(rb'count="\d+" uniqueCount="\d+"')


def changed(path: Path, **parts: Callable[[bytes], bytes]) -> Path:
    """A workbook of two rows with some of its parts changed, each by the end of its name."""
    whole = xlsx(path, Data=HEAD).read_bytes()
    with (
        zipfile.ZipFile(BytesIO(whole)) as old,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.namelist():
            stem = Path(entry).stem
            new.writestr(entry, parts.get(stem, bytes)(old.read(entry)))
    return path


def claims(path: Path, count: str) -> Path:
    """Shared texts that are claimed and are not there."""
    claim = f'count="{count}" uniqueCount="{count}"'.encode()
    return changed(path, sharedStrings=lambda content: _COUNTS.sub(claim, content))


def claims_far_behind(path: Path) -> Path:
    """The same, two megabytes of attributes before it."""
    claim = b'pad="%s" uniqueCount="1000000000000"' % (b"x" * 2_000_000)
    return changed(path, sharedStrings=lambda content: _COUNTS.sub(claim, content))


def reuses(path: Path, letters: int, cells: int, reference: str = "{}") -> Path:
    """One long shared text in very many cells, referred to in this spelling."""
    number = reference.format(4).encode()
    rows = b"".join(
        b'<row r="%d"><c r="A%d" t="s"><v>%s</v></c></row>' % (row, row, number)
        for row in range(9, 9 + cells)
    )
    text = b"<si><t>" + b"a" * letters + b"</t></si></sst>"
    return changed(
        path,
        sharedStrings=lambda content: content.replace(b"</sst>", text),
        sheet1=lambda content: content.replace(b"</sheetData>", rows + b"</sheetData>"),
    )


def sheets(path: Path, count: int) -> Path:
    """So many sheets, all of them one part of the package."""
    more = b"".join(
        b'<sheet name="L%d" sheetId="%d" r:id="rId1"/>' % (at, at) for at in range(2, count + 1)
    )
    return changed(
        path, workbook=lambda content: content.replace(b"</sheets>", more + b"</sheets>")
    )


def named(path: Path, letters: int) -> Path:
    """A sheet with a name of so many letters."""
    name = b'name="' + b"N" * letters + b'"'
    return changed(path, workbook=lambda content: content.replace(b'name="Data"', name))


def dated(path: Path, number: str) -> Path:
    """A cell that is formatted as a date and holds this number."""
    cell = f'<c r="B2" s="1"><v>{number}</v></c>'.encode()
    style = b'<xf numFmtId="14" applyNumberFormat="1"/></cellXfs>'
    return changed(
        path,
        sheet1=lambda content: content.replace(B2, cell),
        styles=lambda content: content.replace(b"</cellXfs>", style),
    )


def repeats(path: Path, rows: int, columns: int, text: str) -> Path:
    """An ODS with a cell that is there so often."""
    cell = f'<table:table-cell office:value-type="string" table:number-columns-repeated="{columns}"><text:p>{text}</text:p></table:table-cell>'
    row = f'<table:table-row table:number-rows-repeated="{rows}">{cell}</table:table-row>'
    return ods(path, TABLE + row)


def xls_reuses(path: Path, cells: int) -> Path:
    """An XLS with a shared text of 8,000 letters in so many cells."""
    text = struct.pack("<IIHB", cells, 1, 8_000, 0) + b"a" * 8_000
    used = b"".join(
        record(0x00FD, struct.pack("<HHHI", at // 200, at % 200, 0, 0)) for at in range(cells)
    )
    return xls(path, biff_stream([(0, 0, "Kelurahan")], record(0x00FC, text), used))


def xls_claims(path: Path) -> Path:
    """An XLS that claims four billion shared texts."""
    text = struct.pack("<IIHB", 0xFFFFFFFF, 0xFFFFFFFF, 1, 0) + b"a"
    return xls(path, biff_stream([(0, 0, "Kelurahan")], record(0x00FC, text)))


def xls_in_circles(path: Path) -> Path:
    """An XLS whose stream goes from its sector back to itself."""
    whole = bytearray(xls(path, biff_stream([(0, 0, "Kelurahan")])).read_bytes())
    struct.pack_into("<I", whole, 512 + 4 * 2, 2)
    path.write_bytes(whole)
    return path
