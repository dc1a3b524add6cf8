"""XLSX, XLS and ODS → rows of text, through calamine, which never sees a package that was not
looked at before.

Dates become ISO text, whole numbers lose their `.0`, and a number of more than 15 digits, whose
last ones Excel has turned to zeros, is shown as Excel shows it (`1,23E+15`), so that no identifier
is read from it.
"""

from __future__ import annotations

import contextlib
import math
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import lru_cache
from io import BytesIO
from itertools import count, islice
from typing import Any, NamedTuple

from kkmp_cli.errors import Refused, Unusable
from kkmp_cli.model import vocabulary
from kkmp_cli.sheets import packages
from kkmp_cli.sheets.sheet import HIDDEN, Row, Sheet, is_every, unwrap

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_EXACT = 10**15
_PEEKED = 45
_TOGETHER = 50
_WRAPPED = frozenset("'=＝")
_FILLED = "Pilih berkas yang berisi judul kolom dan baris data."


def is_workbook(content: bytes) -> bool:
    """True where the bytes begin as a workbook does, whatever the file's name says."""
    return content.startswith((_ZIP, _OLE))


def read(
    content: bytes, name: str, wanted: Sequence[str], knows: Callable[[str], bool]
) -> list[Sheet]:
    """The sheets that are named, each once; all tables with `semua`; else the only one with known
    headings.

    A sheet that its workbook hides is read where it is named; else it is among those that are
    passed over. Raises Unusable for a damaged, locked or oversized workbook; Refused where no
    sheet, or more than one, fits.
    """
    packages.inspect(content, name)
    with _reading(name), _quiet():
        import python_calamine

        book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(content))
        names = _worksheets(book)
        hidden = _load(book, name, HIDDEN).rows if HIDDEN in book.sheet_names else ()
    found = _chosen(book, name, names, wanted, knows)
    return [replace(sheet, hidden=hidden, one_of_many=len(found) > 1) for sheet in found]


class _Names(NamedTuple):
    """The worksheets of a workbook but our own hidden one: those that it shows, and those that it
    hides.
    """

    shown: list[str]
    concealed: list[str]


def _chosen(
    book: Any, name: str, names: _Names, wanted: Sequence[str], knows: Callable[[str], bool]
) -> list[Sheet]:
    if not names.shown:
        raise Refused(f"{name} tidak berisi lembar kerja", "Pilih buku kerja yang berisi tabel.")
    every = any(map(is_every, wanted))
    if wanted and not every:
        return [
            _load(book, name, each)
            for each in dict.fromkeys(_named(names, one, name) for one in wanted)
        ]
    filled = [
        sheet for sheet in (_load(book, name, each) for each in names.shown) if any(_peek(sheet))
    ]
    behind = list(_behind(book, name, names.concealed, None if every else knows))
    if not filled:
        remedy = f'Yang berisi tersembunyi: --sheet "{behind[0]}".' if behind else _FILLED
        raise Refused(f"{name} kosong", remedy)
    fitting = filled if len(filled) == 1 else _fitting(filled, name, knows)
    if len(fitting) > 1 and not every:
        listed = ", ".join(f"`{sheet.name}`" for sheet in fitting)
        remedy = (
            f'Semua sekaligus: --sheet semua; satu per satu, misalnya --sheet "{fitting[0].name}".'
        )
        raise Refused(f"{name}: {len(fitting)} lembar berisi tabel: {listed}", remedy)
    taken = {sheet.name for sheet in fitting}
    left = [str(sheet.name) for sheet in filled if every and sheet.name not in taken]
    return [replace(fitting[0], passed_over=(*left, *map(_concealed, behind))), *fitting[1:]]


def _behind(
    book: Any, file: str, concealed: list[str], knows: Callable[[str], bool] | None
) -> Iterator[str]:
    """The concealed sheets that hold anything; with `knows`, a known heading. One that cannot be
    read holds nothing.
    """
    for name in concealed:
        with contextlib.suppress(Unusable):
            if any(
                knows is None or _known(cells, knows) for cells in _peek(_load(book, file, name))
            ):
                yield name


def _concealed(name: str) -> str:
    return f"{name} (tersembunyi)"


def _worksheets(book: Any) -> _Names:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    sheets = [
        each
        for each in book.sheets_metadata
        if each.typ == SheetTypeEnum.WorkSheet and each.name != HIDDEN
    ]
    shown = [each.name for each in sheets if each.visible == SheetVisibleEnum.Visible]
    every = [each.name for each in sheets]
    return (
        _Names(shown, [each for each in every if each not in shown]) if shown else _Names(every, [])
    )


def _named(names: _Names, wanted: str, file: str) -> str:
    every = [*names.shown, *names.concealed]
    found = [each for each in every if each == wanted] or [
        each for each in every if each.casefold().strip() == wanted.casefold().strip()
    ]
    if not found:
        listed = ", ".join([*names.shown, *map(_concealed, names.concealed)])
        raise Refused(f"{file} tidak punya lembar `{wanted}`", f"Lembarnya: {listed}.")
    return found[0]


def _fitting(sheets: list[Sheet], file: str, knows: Callable[[str], bool]) -> list[Sheet]:
    """The sheets whose headings are known; a sheet of explanations may hold a known word here and
    there.
    """
    known = [
        (max((_known(cells, knows) for cells in _peek(sheet)), default=0), sheet)
        for sheet in sheets
    ]
    for enough in (2, 1):
        fitting = [sheet for found, sheet in known if found >= enough]
        if fitting:
            return [sheet for sheet in fitting if _names_cooperatives(sheet)] or fitting
    listed = ", ".join(f"`{sheet.name}`" for sheet in sheets)
    raise Refused(
        f"{file}: tidak ada lembar dengan judul kolom yang dikenal ({listed})",
        "Beri judul kolom, misalnya Kelurahan, NIB, RAT; atau sebut lembarnya dengan --sheet.",
    )


def _names_cooperatives(sheet: Sheet) -> bool:
    """True where a column names kelurahan; a sheet of totals beside it has none."""
    return any(
        vocabulary.names_rows(cell) for cells in _peek(sheet) for cell in cells if len(cell) <= 120
    )


def _peek(sheet: Sheet) -> Iterator[list[str]]:
    for _, cells in islice(sheet.rows, _PEEKED):
        if filled := [cell for cell in cells if cell.strip()]:
            yield filled


def _known(cells: list[str], knows: Callable[[str], bool]) -> int:
    return sum(1 for cell in set(cells) if len(cell) <= 120 and knows(cell))


def _load(book: Any, file: str, name: str) -> Sheet:
    with _reading(file), _quiet():
        loaded = book.get_sheet_by_name(name)
        start = loaded.start or (0, 0)
    return Sheet(file, name, None, None, Grid(loaded, start[1], file))


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a parsed sheet, from row 1 and column A, turned into text at every walk."""

    sheet: Any
    left: int
    file: str

    def __length_hint__(self) -> int:
        return int(self.sheet.total_height)

    def __iter__(self) -> Iterator[Row]:
        margin = [""] * self.left
        with _reading(self.file):
            numbers, rows = count(1), self.sheet.iter_rows()
            while chunk := list(islice(rows, _TOGETHER)):
                columns = map(_texts, zip(*chunk, strict=True))
                for cells in zip(*columns, strict=True):
                    yield next(numbers), [*margin, *cells]


def _texts(column: Sequence[Any]) -> Sequence[str]:
    """`text_of` every cell of a column; most columns are text that is wrapped in nothing, or repeat
    their values.
    """
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
    """Turns whatever the parser raises, a panic of its own language among them, into one
    sentence.
    """
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
