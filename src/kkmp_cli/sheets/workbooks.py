"""XLSX, XLS and ODS → rows of text, through calamine.

It never sees a package that was not looked at before (`packages`). Dates become ISO text, whole
numbers lose their `.0`, and a number of more than 15 digits, whose last ones Excel has turned to
zeros, is shown as Excel shows it (`1,23E+15`), so that no identifier is read from it.
"""

from __future__ import annotations

import contextlib
import math
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from functools import lru_cache, partial
from io import BytesIO
from itertools import islice
from types import MappingProxyType
from typing import Any, cast

from kkmp_cli.errors import Advice, Command, Refused, Unusable
from kkmp_cli.parsing.numbers import show
from kkmp_cli.sheets import packages, which_sheet
from kkmp_cli.sheets.display import Display
from kkmp_cli.sheets.sheet import HIDDEN, Row, Sheet, unwrap

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_EXACT = 10**15
_MOST_SHEETS, _LONGEST_NAME = 200, 255
_ONE_TABLE = "Salin hanya tabelnya ke buku kerja baru, lalu simpan."
_FORMS = Advice(
    "Untuk diisi di Excel, buat lembarnya: `{}`.", Command("edit", "-o", "sunting.xlsx")
)
_TOGETHER = 50
_WRAPPED = frozenset("'=＝")


def is_workbook(content: bytes) -> bool:
    """True where the bytes begin as a workbook does, whatever the file's name says."""
    return content.startswith((_ZIP, _OLE))


def read(
    content: bytes, name: str, wanted: Sequence[str], knows: Callable[[str], bool]
) -> list[Sheet]:
    """The sheets that are meant by `wanted` (`which_sheet`).

    Raises Unusable for a damaged, locked or oversized workbook; Refused where no sheet, or more
    than one, fits, and for a packet of ours, whose lists nobody fills in.
    """
    _inspect(content, name)
    with _reading(name), _quiet():
        book = _book(content, name)
        issued = _load(book, name, HIDDEN).rows if HIDDEN in book.sheet_names else ()
        meant = which_sheet.Book(name, *_worksheets(book), partial(_load, book, name))
    sheets = which_sheet.chosen(meant, wanted, knows)
    many = len(sheets) > 1
    return [_as_shown(each, content, issued)._replace(one_of_many=many) for each in sheets]


def _inspect(content: bytes, name: str) -> None:
    packages.inspect(content, name)
    if packages.is_packet(content):
        raise Refused(f"{name} adalah laporan kkmp, bukan isian", _FORMS)


def _book(content: bytes, file: str) -> Any:
    import python_calamine

    book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(content))
    _refuse_sheets(book.sheet_names, file)
    return book


def _refuse_sheets(names: Sequence[str], file: str) -> None:
    """Raises Unusable for names that no spreadsheet gives, or more than a workbook of an office."""
    if len(names) > _MOST_SHEETS:
        raise Unusable(f"{file} berisi {show(len(names))} lembar, paling banyak 200", _ONE_TABLE)
    if max(map(len, names), default=0) > _LONGEST_NAME:
        raise Unusable(f"{file}: nama salah satu lembarnya lebih dari 255 huruf", _ONE_TABLE)


def _as_shown(sheet: Sheet, content: bytes, issued: Iterable[Row]) -> Sheet:
    """The sheet with what its workbook shows, and with the texts that follow it."""
    shown = packages.shown(content, str(sheet.name), sheet.file)
    grid = cast("Grid", sheet.rows)
    rows = Grid(grid.sheet, grid.left, grid.file, shown.displays)
    return sheet._replace(shown=shown, rows=rows, hidden=issued)


def _worksheets(book: Any) -> tuple[list[str], list[str]]:
    """The names of the worksheets but our own hidden one: those that are shown, and the others."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    sheets = [
        each
        for each in book.sheets_metadata
        if each.typ == SheetTypeEnum.WorkSheet and each.name != HIDDEN
    ]
    every = [each.name for each in sheets]
    shown = [each.name for each in sheets if each.visible == SheetVisibleEnum.Visible]
    concealed = [each for each in every if each not in shown]
    return (shown, concealed) if shown else (every, [])


def _load(book: Any, file: str, name: str) -> Sheet:
    with _reading(file), _quiet():
        loaded = book.get_sheet_by_name(name)
        start = loaded.start or (0, 0)
    return Sheet(file, name, None, None, Grid(loaded, start[1], file))


class Grid:
    """The rows of a parsed sheet, from row 1 and column A, turned into text at every walk."""

    def __init__(
        self,
        sheet: Any,
        left: int,
        file: str,
        displays: Mapping[int, Mapping[int, Display]] = MappingProxyType({}),
    ) -> None:
        self.sheet, self.left, self.file, self.displays = sheet, left, file, displays

    def __length_hint__(self) -> int:
        return int(self.sheet.total_height)

    def __iter__(self) -> Iterator[Row]:
        margin = [""] * self.left
        with _reading(self.file):
            for number, (values, texts) in enumerate(self._rows(), 1):
                cells = [*margin, *texts]
                if number in self.displays:
                    self._display(number, [*margin, *values], cells)
                yield number, cells

    def _rows(self) -> Iterator[tuple[Sequence[Any], Sequence[str]]]:
        """The values of each row and their texts, made for some rows together."""
        rows = self.sheet.iter_rows()
        while chunk := _next(rows):
            columns = map(_texts, zip(*chunk, strict=True))
            yield from zip(chunk, zip(*columns, strict=True), strict=True)

    def _display(self, number: int, values: list[Any], cells: list[str]) -> None:
        """Puts what a row shows in the place of its values; an error may stand beyond them."""
        for at, display in self.displays[number].items():
            missing = [""] * (at + 1 - len(cells))
            values += missing
            cells += missing
            cells[at] = display.text(values[at], cells[at])


def _next(rows: Iterator[Sequence[Any]]) -> Sequence[Sequence[Any]]:
    with _quiet():
        return list(islice(rows, _TOGETHER))


def _texts(column: Sequence[Any]) -> Sequence[str]:
    """`text_of` every cell of a column; most are unwrapped text or repeat their values."""
    if set(map(type, column)) != {str}:
        return [*map(_told, column)]
    together = "".join(column)
    return [*map(text_of, column)] if any(sign in together for sign in _WRAPPED) else column


def text_of(cell: Any) -> str:
    """The text of a cell as the officer would have typed it."""
    if isinstance(cell, str):
        return unwrap(cell) if cell[:1] in _WRAPPED else cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, (int, float)):
        return _number(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell)


_told = lru_cache(maxsize=16_384, typed=True)(text_of)


def _number(value: float) -> str:
    if not math.isfinite(value):
        return str(value)
    if abs(value) >= _EXACT:
        return f"{value:.14E}".replace(".", ",")
    if value == int(value):
        return str(int(value))
    return repr(value).replace(".", ",")


@contextlib.contextmanager
def _reading(file: str) -> Iterator[None]:
    """Turns whatever the parser raises, also a panic of its language, into one sentence."""
    try:
        yield
    except (KeyboardInterrupt, SystemExit, GeneratorExit, Unusable, Refused):
        raise
    except BaseException as error:
        if type(error).__name__ == "PasswordError":
            raise packages.locked(file) from None
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            raise Unusable(
                f"{file}: berkas tidak dapat dibaca ({_reason(error)})",
                "Buka di Excel atau LibreOffice, lalu simpan ulang sebagai .xlsx.",
            ) from None
        raise


def _reason(error: BaseException) -> str:
    text = " ".join(str(error).split())
    return text if len(text) <= 120 else text[:119] + "…"


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """A panic of the parser writes to stderr by itself; nobody should see that."""
    try:
        sys.stderr.flush()
        kept = os.dup(2)
        silent = os.open(os.devnull, os.O_WRONLY)
    except (OSError, AttributeError, ValueError):
        yield
        return
    try:
        os.dup2(silent, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(silent)
