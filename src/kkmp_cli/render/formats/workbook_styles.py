"""How our workbooks look: colours of states, widths, pages. Never enters: a value, a file."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from typing import Any, BinaryIO

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.worksheet import Worksheet

from kkmp_cli.milestones import BELUM, BERHENTI, PROSES, SUDAH, TERKENDALA
from kkmp_cli.model.vocabulary import BANK, NUMBER, OBSTACLE, PER, PLAN, START, STATE, Field
from kkmp_cli.render.harmless import harmless

MADE_BY = "Dibuat oleh kkmp"
OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": False,
}
"""Text stays text: no formula, no link, no number is made of it."""

STATE_LOOKS: Mapping[str, Mapping[str, Any]] = {
    SUDAH: {"bg_color": "#E2F0D9", "font_color": "#1E4620"},
    PROSES: {"bg_color": "#FFF6D6", "font_color": "#5C4400", "italic": True},
    TERKENDALA: {"bg_color": "#FBE0CF", "font_color": "#7A2E00", "bold": True},
    BELUM: {"bg_color": "#F8D9D9", "font_color": "#7A0C0C", "bold": True},
    BERHENTI: {"bg_color": "#DADADA", "font_color": "#222222", "bold": True, "italic": True},
}
"""Colour and script of each state: in black and white word and script still tell them apart."""

DAY_FORMAT = "dd/mm/yyyy"
DAY = {"num_format": DAY_FORMAT, "align": "left"}
TEXT_FORMAT = "@"
HEADING = {
    "bold": True,
    "bg_color": "#1F3864",
    "font_color": "#FFFFFF",
    "text_wrap": True,
    "valign": "vcenter",
    "border": 1,
    "border_color": "#BFBFBF",
}
GROUP = {
    "bold": True,
    "bg_color": "#D9E2F3",
    "font_color": "#1F3864",
    "align": "center",
    "border": 1,
    "border_color": "#BFBFBF",
}

_WIDTHS = {
    "kode": 15,
    "kelurahan": 22,
    "kecamatan": 18,
    "kota": 30,
    "provinsi": 28,
    "nama": 28,
    "status": 17,
    "percontohan": 13,
    "nik_koperasi": 18,
    "ketua": 22,
    "telepon": 16,
    "anggota": 10,
    "unit_usaha": 22,
    "mitra": 26,
    "gerai_jenis": 18,
    "lintang": 12,
    "bujur": 12,
    "catatan": 40,
}
_KIND_WIDTHS = {STATE: 15, NUMBER: 20, BANK: 15, PER: 15, START: 13, PLAN: 17, OBSTACLE: 26}
_PAGE_WIDTH = 190


def width(field: Field) -> int:
    """The width of a field's column, in letters."""
    if (
        field.kind == NUMBER
        and field.milestone
        and field.milestone.number
        and field.milestone.number.free_text
    ):
        return 36
    if field.kind == STATE and field.milestone and field.milestone.stops:
        return 20
    return _WIDTHS.get(field.name) or _KIND_WIDTHS.get(field.kind, 16)


@lru_cache(maxsize=16_384)
def serial(text: str) -> int | None:
    """The number by which a spreadsheet knows an ISO day; None for any other text."""
    if len(text) == 10 and text[4] == text[7] == "-" and text[0].isdigit():
        return (date.fromisoformat(text) - date(1899, 12, 30)).days
    return None


class HarmlessSheet(Worksheet):  # type: ignore[misc]
    """A sheet in whose texts no control or bidi character stands."""

    def _write_string(self, row: int, col: int, string: str, cell_format: Any = None) -> int:
        written: int = super()._write_string(row, col, harmless(string), cell_format)
        return written


def new_book(file: Any, *, constant_memory: bool = False) -> Any:
    """A workbook that is written to a binary file when it is closed."""
    book = xlsxwriter.Workbook(file, {**OPTIONS, "constant_memory": constant_memory})
    book.worksheet_class = HarmlessSheet
    book.set_properties({"title": "Register KKMP", "comments": MADE_BY})
    return book


@contextmanager
def written(file: BinaryIO, *, constant_memory: bool = False) -> Iterator[Any]:
    """A new workbook that goes to `file` when the block ends well.

    It is finished in an unnamed temporary file first, so that a full disk or a closed pipe ends in
    one OSError.
    """
    with tempfile.TemporaryFile() as whole:
        book = new_book(whole, constant_memory=constant_memory)
        yield book
        try:
            book.close()
        except FileCreateError as error:
            cause = error.args[0] if error.args else error
            raise cause if isinstance(cause, OSError) else OSError(str(cause)) from None
        whole.seek(0)
        shutil.copyfileobj(whole, file)


def set_widths(sheet: Any, widths: Sequence[int]) -> None:
    """The widths of the columns from the first on, in letters."""
    for at, wide in enumerate(widths):
        sheet.set_column(at, at, wide)


def set_page(
    sheet: Any, title: str, widths: list[int], heading_rows: tuple[int, int], key_columns: int
) -> None:
    """Landscape A4 with the heading on every page, `title` above and page numbers below."""
    sheet.set_landscape()
    sheet.hide_gridlines(0)
    sheet.set_paper(9)
    sheet.set_margins(left=0.4, right=0.4, top=0.8, bottom=0.6)
    sheet.repeat_rows(*heading_rows)
    pages = max(1, -(-sum(widths) // _PAGE_WIDTH))
    if pages > 1 and key_columns:
        sheet.repeat_columns(0, key_columns - 1)
        sheet.print_across()
    sheet.fit_to_pages(pages, 0)
    sheet.set_header("&L&B" + harmless(title).replace("&", "&&")[:200])
    sheet.set_footer("&Lkkmp&RHalaman &P dari &N")
