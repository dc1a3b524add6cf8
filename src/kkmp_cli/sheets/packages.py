"""A look at a workbook's package before anybody parses it: its size, the cells that it claims.

A file of 4 KB can ask a parser for 549 GB, which ends the program and cannot be caught. So every
entry is unpacked once, counted by the bytes that come out and not by what its header says; and
where any cell could lie outside 78 columns × 99,999 rows, the sheet is gone through tag by tag.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from io import BytesIO
from xml.parsers import expat

from kkmp_cli.errors import Unusable
from kkmp_cli.model import provenance
from kkmp_cli.sheets import kinds, markup, spreadsheetml
from kkmp_cli.sheets.display import SheetDisplay
from kkmp_cli.sheets.shared_strings import UNPACKED_LIMIT as UNPACKED_LIMIT
from kkmp_cli.sheets.shared_strings import SharedTexts, TooMuch
from kkmp_cli.sheets.sheet import column_position

FILE_LIMIT = 20_000_000
ENTRY_LIMIT = 200
CELL_LIMIT = 10_000_000
"""Rows × columns of a sheet: three times all kelurahan of the country with forty columns."""

FILLED_LIMIT = 4_000_000
"""Cells of a sheet with a text of their own."""
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_MANIFEST, _TYPE = "META-INF/manifest.xml", "mimetype"
_MANIFEST_READ = 1 << 20
_PLAIN_ROWS = 99_999
_TAG = 60
"""So many bytes a cell's tag takes at most in the usual spelling."""
_UNUSUAL = re.compile(
    rb"""<c(?! r="[AB]?[A-Z]\d{1,5}+"(?:>| t="s">| t="inlineStr">| s="\d{1,9}+">"""
    rb"""|(?: [st]="\w{1,9}+"){0,2}+/?+>))"""
    rb"""(?=[\s/>])(?=[\s\S]{%d})""" % _TAG
)
"""A cell that is not spelled as nearly every program does, its place first and said once, or lies
beyond BZ99999.

The usual attributes stand first, which halves the time; all that they allow is allowed by the
general form as well.
"""
_PREFIXED = re.compile(rb":c[\s/>]")
_FAR = re.compile(rb"""\br\s*=\s*["']\s*(?:[A-Za-z]?\d{6}|[A-Za-z]{2,}\d)""")
_UNPLACED = re.compile(rb"<(?:[^\s<>/:]+:)?c(?=[\s/>])(?!\s+r=)(?=[\s\S]{16})")
_UNCOMPUTED = re.compile(
    rb"""<c\s(?![^>]{0,99}\bt=["'](?!n["']))[^>]{0,99}\br=["']([A-Z]{1,3}\d{1,7})["'][^>]{0,99}>\s?"""
    rb"""<f\b(?:[^>]{0,99}/>|[^>]{0,99}>[^<]{0,9999}</f>)\s?(?:<v\s?/>|<v></v>)?\s?</c>"""
)
"""A formula beside which no program has written its result; it would read as an empty cell."""
_FORMULA = 10_500
"""Bytes of such a formula at most: a piece is looked at with the end of the one before."""
_ODS_CELLS = frozenset(("table:table-cell", "table:covered-table-cell"))
_SPACES = re.compile(rb"\s+")
_PROPERTIES, _PROPERTIES_READ = "docProps/core.xml", 20_000
_SMALLER = "Salin hanya tabelnya ke buku kerja baru, lalu simpan."


def inspect(content: bytes, name: str) -> None:
    """Raises Unusable for a package too large, damaged, of another kind or of too many cells."""
    if len(content) > FILE_LIMIT:
        raise Unusable(
            f"{name} terlalu besar ({len(content) // 1_000_000} MB; paling banyak 20 MB)", _SMALLER
        )
    if not content.startswith(b"PK"):
        _inspect_compound(content, name)
        return
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            _inspect_entries(package, name)
    except TooMuch:
        raise _too_much(name) from None
    except RuntimeError as error:
        raise (locked(name) if "password" in str(error) else damaged(name)) from None
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, expat.ExpatError):
        raise damaged(name) from None


def is_packet(content: bytes) -> bool:
    """True for a report of ours, which says in its properties what it was made of."""
    if not content.startswith(b"PK"):
        return False
    with zipfile.ZipFile(BytesIO(content)) as package:
        if _PROPERTIES not in package.namelist():
            return False
        return provenance.MARK.encode() in package.open(_PROPERTIES).read(_PROPERTIES_READ)


def shown(content: bytes, sheet: str, name: str) -> SheetDisplay:
    """What the workbook shows of the sheet of this name, beside its values; `name` is the file's.

    Raises Unusable where that cannot be read, since silence about an error would make it empty.
    """
    try:
        if not content.startswith(b"PK"):
            return _shown_by_xls(content, sheet)
        with zipfile.ZipFile(BytesIO(content)) as package:
            if "content.xml" in package.namelist():
                return _shown_by_ods(package, sheet)
            return spreadsheetml.shown(package, sheet)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, expat.ExpatError):
        raise damaged(name) from None
    except (ValueError, LookupError, struct.error):
        raise damaged(name) from None


def _shown_by_xls(content: bytes, sheet: str) -> SheetDisplay:
    from kkmp_cli.sheets import biff_sheet, compound  # noqa: PLC0415 - of XLS alone

    return biff_sheet.shown(compound.workbook_stream(content), sheet)


def _shown_by_ods(package: zipfile.ZipFile, sheet: str) -> SheetDisplay:
    from kkmp_cli.sheets import opendocument  # noqa: PLC0415 - of ODS alone

    return opendocument.shown(package, sheet)


def _inspect_compound(content: bytes, name: str) -> None:
    from kkmp_cli.sheets import biff, compound, trial  # noqa: PLC0415 - of XLS alone

    if _ENCRYPTED_PACKAGE in content:
        raise locked(name)
    kinds.refuse_compound(content, name)
    try:
        for rows, columns in biff.extents(compound.workbook_stream(content)):
            if rows * columns > CELL_LIMIT:
                raise _excess(name, rows, columns)
        if not trial.survives(content):
            raise _too_large(name)
    except biff.Locked:
        raise locked(name) from None
    except (ValueError, LookupError, struct.error):
        raise damaged(name) from None


def _excess(name: str, rows: int, columns: int) -> Unusable:
    message = f"{name} mengaku berisi {rows} baris × {columns} kolom"
    return Unusable(message, f"Ada isi yang tersesat jauh di luar tabel. {_SMALLER}")


def _too_much(name: str) -> Unusable:
    return Unusable(f"{name} menjadi lebih dari 200 MB bila dibuka", _SMALLER)


def _too_large(name: str) -> Unusable:
    message = f"{name}: berkas tidak dapat dibaca, isinya menjadi terlalu besar bila dibuka"
    return Unusable(message, _SMALLER)


def locked(name: str) -> Unusable:
    """The refusal of a workbook that opens only with a password."""
    return Unusable(
        f"{name} terkunci kata sandi", "Buka dengan kata sandinya, lalu simpan tanpa sandi."
    )


def damaged(name: str) -> Unusable:
    """The refusal of a package that is cut or broken."""
    return Unusable(
        f"{name}: berkas tidak dapat dibaca, isinya terpotong atau rusak",
        "Salin ulang berkasnya, atau buka di Excel lalu simpan ulang.",
    )


def _inspect_entries(package: zipfile.ZipFile, name: str) -> None:
    entries = package.infolist()
    names = package.namelist()
    kinds.refuse_package(names, package.open(_TYPE).read(200) if _TYPE in names else b"", name)
    if len(entries) > ENTRY_LIMIT:
        raise Unusable(
            f"{name} berisi {len(entries)} bagian, terlalu banyak untuk sebuah tabel", _SMALLER
        )
    if _MANIFEST in names and b"encryption-data" in package.open(_MANIFEST).read(_MANIFEST_READ):
        raise locked(name)
    shared = SharedTexts()
    for entry in entries:
        _inspect_entry(package, entry, shared, name)
    shared.refuse_expansion(package)


def _inspect_entry(
    package: zipfile.ZipFile, entry: zipfile.ZipInfo, shared: SharedTexts, name: str
) -> None:
    """Looks at an entry, piece by piece."""
    near, before = entry.filename != "content.xml", b""
    for piece in markup.unpacked(package, entry):
        shared.take(entry.filename, piece)
        near = near and (bool(before) or not _is_wide(_start(piece)))
        before = before[-_FORMULA:] + piece
        near = near and _holds_near_cells(before)
        _refuse_uncomputed(before, name)
    if not (near and _holds_near_cells(before[-2 * _TAG :] + b" " * _TAG)):
        _refuse_excess(package, entry, name)


def _refuse_uncomputed(piece: bytes, name: str) -> None:
    if b"<f" in piece and (formula := _UNCOMPUTED.search(piece)):
        raise Unusable(
            f"{name} berisi rumus yang belum dihitung ({formula[1].decode()})",
            "Buka di Excel atau LibreOffice, simpan, lalu impor lagi.",
        )


def _holds_near_cells(piece: bytes) -> bool:
    """True where all cells say their places, all near: the sheet needs no other look."""
    return not _UNUSUAL.search(piece) and not (b":c" in piece and _PREFIXED.search(piece))


def _is_suspicious(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    """True where a cell of the entry could lie far out, so that its tags are to be gone through."""
    look = _Look()
    return entry.filename == "content.xml" or any(
        map(look.suspects, markup.unpacked(package, entry))
    )


def _refuse_excess(package: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> None:
    if not _is_suspicious(package, entry):
        return
    try:
        _count(package, entry)
    except _TooManyCells as excess:
        raise _excess(name, excess.rows, excess.columns) from None


def _start(piece: bytes) -> bytes:
    return piece[:64].lstrip(b"\xef\xbb\xbf \t\r\n")


def _is_wide(start: bytes) -> bool:
    """True for XML of two bytes a letter, in which no tag can be looked for as it is."""
    return b"\x00" in start[:4] or start[:2] in (b"\xff\xfe", b"\xfe\xff")


class _Look:
    """A fast look at an entry: may a cell lie far out? It errs only by saying yes."""

    def __init__(self) -> None:
        self._rows = 0
        self._rest: bytes | None = None

    def suspects(self, piece: bytes) -> bool:
        """True where a piece has a far cell, cells without a place, or unusually many rows."""
        if self._rest is None:
            start = _start(piece)
            if _is_wide(start):
                return b"<" in start
            if not start.startswith(b"<"):
                return False
        piece = (self._rest or b"") + piece
        self._rest = _SPACES.sub(b" ", piece[-4_096:])[-64:]
        self._rows += piece.count(b"<row") + piece.count(b":row")
        return self._rows > _PLAIN_ROWS or bool(_FAR.search(piece) or _UNPLACED.search(piece))


class _TooManyCells(Exception):
    def __init__(self, rows: int, columns: int) -> None:
        super().__init__()
        self.rows, self.columns = rows, columns


def _count(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    """Goes through an entry's tags. Raises _TooManyCells, and ExpatError for no XML."""
    counter = _Ods() if entry.filename == "content.xml" else _Xlsx()
    parser = expat.ParserCreate()
    parser.StartElementHandler = counter.start
    parser.EndElementHandler, parser.CharacterDataHandler = counter.end, counter.text
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = markup.refuse_document_type
    for piece in markup.unpacked(package, entry):
        parser.Parse(piece, False)
    parser.Parse(b"", True)


class _Extent:
    """The largest row and column with anything in it. Row and column are counted from 1."""

    def __init__(self) -> None:
        self.row = self.column = self.rows = self.columns = 0

    def end(self, _tag: str) -> None:
        """A tag ends."""

    def text(self, _text: str) -> None:
        """Text between tags."""

    def fill(self) -> None:
        """The present cell holds something."""
        if self.row > self.rows or self.column > self.columns:
            self.rows, self.columns = max(self.rows, self.row), max(self.columns, self.column)
            if self.rows * self.columns > CELL_LIMIT:
                raise _TooManyCells(self.rows, self.columns)


class _Xlsx(_Extent):
    """Places of SpreadsheetML cells; a row or cell without one follows the one before."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A tag begins; a cell counts when something stands inside it."""
        name = tag.rpartition(":")[2]
        place = attributes.get("r", "")
        if name == "row":
            self.row = int(place) if place.isdigit() else self.row + 1
            self.column = 0
        elif name == "c":
            self.column += 1
            self._go_to(place)
        elif name in ("v", "is", "f"):
            self.fill()

    def _go_to(self, place: str) -> None:
        letters = place.rstrip("0123456789").upper()
        if letters.isalpha() and letters.isascii():
            self.column = column_position(letters[:8]) + 1
            self.row = int(place[len(letters) :] or 0)


class _Ods(_Extent):
    """Places of cells as OpenDocument gives them: by counting, with repeats, each with a text of
    its own. Raises TooMuch for more of that than any table.
    """

    _rows = _cells = _letters = _filled = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A tag begins; a cell counts when it has a value or something stands inside it."""
        if tag == "table:table":
            self.row = self.column = 0
        elif tag == "table:table-row":
            self._rows = _repeat(attributes, "table:number-rows-repeated")
            self.row += self._rows
            self.column = 0
        elif tag in _ODS_CELLS:
            self._start_cell(attributes)
        elif tag.startswith("text:") and self.column:
            self.fill()
            self._take(_repeat(attributes, "text:c"))

    def fill(self) -> None:
        """The present cell and all that repeat it hold something."""
        super().fill()
        self._filled += self._cells
        if self._filled > FILLED_LIMIT:
            raise TooMuch

    def _start_cell(self, attributes: dict[str, str]) -> None:
        columns = _repeat(attributes, "table:number-columns-repeated")
        self.column, self._cells = self.column + columns, columns * self._rows
        self.text(attributes.get("office:string-value", ""))
        if any(name.startswith("office:") for name in attributes):
            self.fill()

    def end(self, tag: str) -> None:
        """What stands behind a cell is none of its text."""
        if tag in _ODS_CELLS:
            self._cells = 0

    def text(self, text: str) -> None:
        """Of the present cell and all that repeat it."""
        self._take(len(text))

    def _take(self, letters: int) -> None:
        self._letters += letters * self._cells
        if self._letters > UNPACKED_LIMIT:
            raise TooMuch


def _repeat(attributes: dict[str, str], name: str) -> int:
    text = attributes.get(name, "1")
    return int(text) if text.isdigit() else 1
