"""Rows of text → a finished XLSX: text stays text, days are days, states bear their colour.

Written row by row in little memory. Never enters: what a value means beyond its kind.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any, BinaryIO

from kkmp_cli.model import vocabulary
from kkmp_cli.model.vocabulary import PER, PLAN, START, STATE
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.states import split_state
from kkmp_cli.render.formats import workbook_styles as styles
from kkmp_cli.render.formats.export_rows import Extract, is_free
from kkmp_cli.sheets.sheet import GUARDED, guard

_KEYS = ("kode", "kelurahan")
_HEADINGS = 2
_EXACT = 10**15

Put = Callable[[int, int, str, Any], object]
"""Writes one text at a row and column, with a look."""


def write(extract: Extract, file: BinaryIO) -> int:
    """Writes the workbook; returns the number of rows."""
    with styles.written(file, constant_memory=True) as book:
        return _fill(book, book.add_worksheet("Register"), extract)


def _fill(book: Any, sheet: Any, extract: Extract) -> int:
    keys = next(
        (at for at, name in enumerate(extract.names) if name not in _KEYS), len(extract.names)
    )
    widths = [styles.width(name) for name in extract.names]
    for at, wide in enumerate(widths):
        sheet.set_column(at, at, wide)
    _headings(book, sheet, extract.names)
    writers = [(at, *_writer(book, sheet, name)) for at, name in enumerate(extract.names)]
    number = _HEADINGS
    for number, row in enumerate(extract.rows, _HEADINGS + 1):
        for at, put, look in writers:
            if text := row[at]:
                put(number - 1, at, text, look)
    last = len(extract.names) - 1
    sheet.freeze_panes(_HEADINGS, keys)
    sheet.autofilter(_HEADINGS - 1, 0, max(number - 1, _HEADINGS), last)
    sheet.print_area(0, 0, max(number - 1, _HEADINGS), last)
    title = f"Register KKMP · {extract.place} · keadaan per {dates.show(extract.day)}"
    styles.set_page(sheet, title, widths, (0, _HEADINGS - 1), keys)
    return number - _HEADINGS


def _headings(book: Any, sheet: Any, names: Sequence[str]) -> None:
    """The milestones' words over their columns, the names of the fields under them."""
    group, heading = book.add_format(styles.GROUP), book.add_format(styles.HEADING)
    sheet.set_row(1, 30)
    at = 0
    for words, columns in groupby(names, _group):
        count = len(list(columns))
        if count > 1:
            sheet.merge_range(0, at, 0, at + count - 1, words, group)
        else:
            sheet.write_string(0, at, words, group)
        at += count
    for at, name in enumerate(names):
        sheet.write_string(1, at, name, heading)


def _group(name: str) -> str:
    field = vocabulary.by_name(name)
    return (
        vocabulary.label_of(field.state_field)
        if field and field.state_field
        else "Wilayah dan profil"
    )


def _writer(book: Any, sheet: Any, name: str) -> tuple[Put, Any]:
    """What writes the cells of one column, and the look of its text."""
    field = vocabulary.by_name(name)
    text_format = book.add_format({"num_format": styles.TEXT_FORMAT})
    if name == "anggota":
        return _counts(sheet, book.add_format({"num_format": "#,##0"})), text_format
    if field is None or field.kind not in (STATE, PER, PLAN, START):
        return _free(sheet) if is_free(name) else sheet.write_string, text_format
    if field.kind != STATE:
        day_format = book.add_format({"num_format": styles.DAY_FORMAT, "align": "left"})
        return _days(sheet, day_format), text_format
    return _states(book, sheet), None


def _free(sheet: Any) -> Put:
    def put(row: int, column: int, text: str, look: Any) -> None:
        write_string(row, column, guard(text) if text[0] in GUARDED else text, look)

    write_string = sheet.write_string
    return put


def _counts(sheet: Any, number_look: Any) -> Put:
    def put(row: int, column: int, text: str, look: Any) -> None:
        if int(text) < _EXACT:
            sheet.write_number(row, column, int(text), number_look)
        else:
            sheet.write_string(row, column, text, look)

    return put


def _days(sheet: Any, day_look: Any) -> Put:
    def put(row: int, column: int, text: str, look: Any) -> None:
        if (serial := serial_of(text)) is not None:
            write_number(row, column, serial, day_look)
        else:
            sheet.write_string(row, column, text, look)

    serial_of, write_number = styles.serial, sheet.write_number
    return put


def _states(book: Any, sheet: Any) -> Put:
    looks = {
        state: (
            book.add_format({**look, "num_format": styles.TEXT_FORMAT}),
            book.add_format({**look, "num_format": styles.DAY_FORMAT, "align": "left"}),
        )
        for state, look in styles.STATE_LOOKS.items()
    }

    def put(row: int, column: int, text: str, _: object) -> None:
        look, day_look = looks[split_state(text)[0]]
        if (serial := serial_of(text)) is not None:
            write_number(row, column, serial, day_look)
        else:
            sheet.write_string(row, column, text, look)

    serial_of, write_number = styles.serial, sheet.write_number

    return put
