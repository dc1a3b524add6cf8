"""The form as a workbook: instructions, the rows to fill in, and a hidden sheet of what was issued.

Locked where nothing may change; choices, days and identifiers are told to the spreadsheet. Never
enters: a rule.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, BinaryIO

from kkmp_cli.importing.form import ASKED_PER, CHECKED, KEYS, Issue, carried
from kkmp_cli.milestones import BELUM, BERHENTI, OBSTACLES, PROSES, SUDAH, TERKENDALA
from kkmp_cli.model import vocabulary
from kkmp_cli.model.area import Area
from kkmp_cli.model.vocabulary import BANK, NUMBER, OBSTACLE, PLAN, STATE, Field
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.lists import UNITS
from kkmp_cli.render.formats import workbook_styles as styles
from kkmp_cli.sheets import guard
from kkmp_cli.sheets.sheet import HIDDEN

_HEADING_ROW = 3
_DAY = "[$-421]d mmm yyyy"
_BANKS = ("BRI", "BNI", "Bank Mandiri", "BTN", "BSI", "Bank Jakarta", "BCA")
_INPUT = {"locked": False, "border": 1, "border_color": "#D0D0D0", "valign": "top"}
_HELP = (
    "Cara mengisi",
    "1. Di lembar Isian, tulis tanggal keadaan sebenarnya di sel kuning di atas tabel.",
    "2. Ubah hanya sel yang keadaannya sudah lain. Sel yang dibiarkan tidak menyatakan apa-apa.",
    "3. Kolom musyawarah sampai RAT diisi sudah, proses, terkendala, belum, atau tanggalnya "
    "(10 Maret 2026).",
    "    Gerai dan usaha yang pernah berjalan lalu tutup: berhenti, atau berhenti 10 Januari 2026.",
    "4. Bila satu baris sudah dicek dan memang tidak berubah, pilih ya di kolom paling kanan.",
    "5. Nomor ditulis lengkap dengan nol di depan. Jangan menulis nomor KTP siapa pun.",
    "6. Untuk mengosongkan isian yang salah, tulis (kosongkan).",
    "7. Baris, kolom dan judulnya jangan diubah atau dihapus; yang abu-abu terkunci.",
    "8. Simpan sebagai .xlsx, lalu kirim kembali ke kantor dinas.",
)


def write(issue: Issue, areas: Sequence[Area], place: str, file: BinaryIO) -> None:
    """Writes the form of these areas; `place` stands in its title."""
    with styles.written(file) as book:
        book.set_custom_property("kkmp isian", issue.day)
        _fill(book, book.add_worksheet("Isian"), issue, areas, place)
        _instructions(book)
        _hidden(book, issue)


def _fill(book: Any, sheet: Any, issue: Issue, areas: Sequence[Area], place: str) -> None:
    _top(book, sheet, issue, place)
    names = (*KEYS, *issue.names)
    first, last = _HEADING_ROW + 1, _HEADING_ROW + len(areas)
    heading, blank = book.add_format(styles.HEADING), book.add_format(_INPUT)
    widths = []
    for at, name in enumerate(names):
        widths.append(_column(book, sheet, at, name, (first, last)))
        sheet.write_string(_HEADING_ROW, at, vocabulary.label_of(name), heading)
    sheet.write_string(_HEADING_ROW, len(names), CHECKED, heading)
    _checked_column(sheet, len(names), (first, last))
    looks = [_look(book, name) for name in names]
    for number, area in enumerate(areas, first):
        held = {
            "kode": area.kode,
            "kelurahan": area.kelurahan,
            "kecamatan": area.kecamatan,
            **issue.values[area.kode],
        }
        for at, name in enumerate(names):
            _cell(sheet, number, at, name, held.get(name, ""), looks[at])
        sheet.write_blank(number, len(names), None, blank)
    _finish(sheet, place, issue, [*widths, 14], (last, len(names)))


def _top(book: Any, sheet: Any, issue: Issue, place: str) -> None:
    day = date.fromisoformat(issue.day)
    sheet.write_string(
        0, 0, f"Isian KKMP · {place}", book.add_format({"bold": True, "font_size": 14})
    )
    sheet.write_string(1, 0, ASKED_PER, book.add_format({"bold": True}))
    look = book.add_format(
        {**_INPUT, "num_format": _DAY, "bg_color": "#FFF2AB", "bold": True, "align": "center"}
    )
    sheet.write_number(1, 2, styles.serial(issue.day), look)
    grey = book.add_format({"font_color": "#595959", "italic": True})
    sheet.write_string(
        1, 3, "← tulis tanggal sebenarnya; cara mengisi ada di lembar Petunjuk", grey
    )
    sheet.write_string(2, 0, f"Dikeluarkan {dates.show(day)}", grey)
    sheet.data_validation(
        1,
        2,
        1,
        2,
        {
            "validate": "date",
            "criteria": "between",
            "minimum": date(2025, 1, 1),
            "maximum": date(2099, 12, 31),
            "error_title": "Bukan tanggal",
            "error_message": "Tulis tanggal, misalnya 10/3/2026.",
        },
    )


def _column(book: Any, sheet: Any, at: int, name: str, rows: tuple[int, int]) -> int:
    """The width and the choices of a column; returns the width."""
    wide = styles.width(name)
    sheet.set_column(at, at, wide)
    field = vocabulary.by_name(name)
    if field is None or name in KEYS:
        return wide
    choices = _choices(field)
    if choices:
        sheet.data_validation(rows[0], at, rows[1], at, choices)
    if field.kind == STATE:
        _colour(book, sheet, at, rows)
    return wide


def _choices(field: Field) -> dict[str, Any] | None:
    """What the spreadsheet offers in a column; other texts are let through, the import judges
    them.
    """
    offered = {"validate": "list", "show_error": False}
    if field.kind == STATE and field.milestone:
        stopped = [BERHENTI] if field.milestone.stops else []
        return {
            **offered,
            "source": [SUDAH, PROSES, TERKENDALA, BELUM, *stopped],
            "input_message": "Pilih keadaannya, atau tulis tanggalnya.",
        }
    if field.kind == OBSTACLE:
        return {
            **offered,
            "source": list(OBSTACLES),
            "input_message": "Pilih, atau tulis alasannya.",
        }
    if field.kind == BANK:
        return {**offered, "source": list(_BANKS)}
    if field.kind == NUMBER:
        return {"validate": "any", "input_message": "Tulis lengkap, dengan nol di depan."}
    if field.name == "unit_usaha":
        return {"validate": "any", "input_message": ", ".join(UNITS)}
    if field.name == "anggota":
        return {
            "validate": "integer",
            "criteria": ">=",
            "value": 0,
            "error_title": "Bukan bilangan",
            "error_message": "Tulis jumlah anggota sebagai bilangan.",
        }
    return None


def _colour(book: Any, sheet: Any, at: int, rows: tuple[int, int]) -> None:
    first, last = rows
    for state, look in styles.STATE_LOOKS.items():
        rule = {
            "type": "text",
            "criteria": "begins with",
            "value": state,
            "format": book.add_format(look),
        }
        sheet.conditional_format(first, at, last, at, rule)
    done = book.add_format(styles.STATE_LOOKS[SUDAH])
    sheet.conditional_format(
        first, at, last, at, {"type": "cell", "criteria": ">", "value": 1, "format": done}
    )


def _checked_column(sheet: Any, at: int, rows: tuple[int, int]) -> None:
    sheet.set_column(at, at, 14)
    sheet.data_validation(
        rows[0], at, rows[1], at, {"validate": "list", "source": ["ya"], "show_error": False}
    )


def _look(book: Any, name: str) -> Any:
    field = vocabulary.by_name(name)
    if field is None or name in KEYS:
        return book.add_format(
            {"bg_color": "#EDEDED", "border": 1, "border_color": "#D0D0D0", "valign": "top"}
        )
    if field.kind in (STATE, PLAN):
        return book.add_format({**_INPUT, "num_format": _DAY, "align": "left"})
    if name == "anggota":
        return book.add_format({**_INPUT, "num_format": "#,##0"})
    return book.add_format({**_INPUT, "num_format": styles.TEXT_FORMAT})


def _cell(sheet: Any, row: int, column: int, name: str, text: str, look: Any) -> None:
    field = vocabulary.by_name(name)
    if not text:
        sheet.write_blank(row, column, None, look)
    elif name == "anggota" and int(text) < 10**15:
        sheet.write_number(row, column, int(text), look)
    elif field is not None and field.kind in (STATE, PLAN) and text[0].isdigit():
        if (serial := styles.serial(text)) is not None:
            sheet.write_number(row, column, serial, look)
        else:
            sheet.write_string(row, column, dates.show(text), look)
    else:
        sheet.write_string(row, column, guard(text), look)


def _finish(sheet: Any, place: str, issue: Issue, widths: list[int], end: tuple[int, int]) -> None:
    sheet.set_row(0, 22)
    sheet.set_row(_HEADING_ROW, 45)
    sheet.freeze_panes(_HEADING_ROW + 1, len(KEYS))
    sheet.autofilter(_HEADING_ROW, 0, *end)
    sheet.print_area(0, 0, *end)
    title = f"Isian KKMP · {place} · dikeluarkan {dates.show(issue.day)}"
    styles.set_page(sheet, title, widths, (_HEADING_ROW, _HEADING_ROW), len(KEYS))
    sheet.protect(
        "", {"format_columns": True, "format_rows": True, "autofilter": True, "sort": True}
    )
    sheet.activate()


def _instructions(book: Any) -> None:
    sheet = book.add_worksheet("Petunjuk")
    sheet.set_column(0, 0, 110)
    title, plain = (
        book.add_format({"bold": True, "font_size": 14}),
        book.add_format({"text_wrap": True}),
    )
    for number, line in enumerate(_HELP):
        sheet.write_string(number, 0, line, plain if number else title)
    sheet.set_paper(9)
    sheet.protect()


def _hidden(book: Any, issue: Issue) -> None:
    sheet = book.add_worksheet(HIDDEN)
    for number, row in enumerate(carried(issue)):
        for at, text in enumerate(row):
            if text:
                sheet.write_string(number, at, guard(text))
    sheet.very_hidden()
    sheet.protect()
