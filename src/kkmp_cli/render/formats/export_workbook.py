"""Rows of text → a finished XLSX: text stays text, days are days, states bear their colour.

Written row by row in little memory. Never enters: what a value means beyond its kind.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial
from itertools import groupby
from typing import Any, BinaryIO, NamedTuple

from kkmp_cli.model.own_field import JUMLAH, RUPIAH, TANGGAL
from kkmp_cli.model.vocabulary import PER, PLAN, START, STATE, Field, Vocabulary
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.states import split_state
from kkmp_cli.render.formats import workbook_styles as styles
from kkmp_cli.render.formats.bulk import BulkSheet
from kkmp_cli.render.formats.export_rows import Extract, Row, is_free
from kkmp_cli.render.harmless import harmless
from kkmp_cli.sheets.sheet import GUARDED, guard

_KEYS = ("kode", "kelurahan")
_HEADINGS = 2
_EXACT = 10**15

Put = Callable[[int, int, str, Any], object]
"""Writes one text at a row and column, with a look."""


def write(extract: Extract, file: BinaryIO) -> int:
    """Writes the workbook; returns the number of rows."""
    with styles.written(file, constant_memory=True) as book:
        return _fill(book, book.add_worksheet("Register", BulkSheet), extract)


def _fill(book: Any, sheet: Any, extract: Extract) -> int:
    _headings(book, sheet, extract)
    looks = _looks(book)
    writers = [(at, *_writer(sheet, *each, looks)) for at, each in enumerate(_kinds(extract))]
    last = _HEADINGS - 1
    for last, row in enumerate(map(_harmless, extract.rows), _HEADINGS):
        for at, put, look in writers:
            if text := row[at]:
                put(last, at, text, look)
    _finish(sheet, extract, max(last, _HEADINGS))
    return last + 1 - _HEADINGS


def _kinds(extract: Extract) -> list[tuple[Field, str]]:
    """What stands in each column, and of an own field its kind."""
    own = {each.key: each.kind for each in extract.vocabulary.own}
    return [(field, own.get(field.name, "")) for field in extract.fields]


def _harmless(row: Row) -> Row:
    """The row without what acts on a screen; most rows hold nothing of it in any cell."""
    if "".join(filter(None, row)).isprintable():
        return row
    return [harmless(text or "") for text in row]


def _finish(sheet: Any, extract: Extract, last: int) -> None:
    """Widths, the frozen heading, the filter and the page."""
    widths = [*map(styles.width, extract.fields)]
    styles.set_widths(sheet, widths)
    keys = next((at for at, name in enumerate(extract.names) if name not in _KEYS), len(widths))
    sheet.freeze_panes(_HEADINGS, keys)
    sheet.autofilter(_HEADINGS - 1, 0, last, len(widths) - 1)
    sheet.print_area(0, 0, last, len(widths) - 1)
    title = f"Register KKMP · {extract.place} · keadaan per {dates.show(extract.day)}"
    styles.set_page(sheet, title, widths, (0, _HEADINGS - 1), keys)


def _headings(book: Any, sheet: Any, extract: Extract) -> None:
    """The milestones' words over their columns, the names of the fields under them."""
    group, heading = book.add_format(styles.GROUP), book.add_format(styles.HEADING)
    sheet.set_row(1, 30)
    at = 0
    for words, columns in groupby(extract.names, partial(_group, extract.vocabulary)):
        count = len(list(columns))
        if count > 1:
            sheet.merge_range(0, at, 0, at + count - 1, words, group)
        else:
            sheet.write_string(0, at, words, group)
        at += count
    sheet.write_row(1, 0, extract.names, heading)


def _group(vocabulary: Vocabulary, name: str) -> str:
    state = vocabulary.milestone_of(name)
    return harmless(vocabulary.label_of(state)) if state else "Wilayah dan profil"


def _writer(sheet: Any, field: Field, own: str, looks: _Looks) -> tuple[Put, Any]:
    """What writes the cells of one column, of a field of the office of the kind `own`, and the look
    of its text.
    """
    kind = field.kind
    if kind == STATE:
        return _states(sheet, looks), None
    if field.name == "anggota" or own in (JUMLAH, RUPIAH):
        return _counts(sheet, looks.count), looks.text
    if kind in (PER, PLAN, START) or own == TANGGAL:
        return _days(sheet, looks.day), looks.text
    return _free(sheet) if is_free(field) else sheet.write_string, looks.text


class _Looks(NamedTuple):
    """How cells look. Each is made once: the writer of workbooks compares two of a kind whole, at
    each cell.
    """

    text: Any
    count: Any
    day: Any
    states: Mapping[str, Any]
    state_days: Mapping[str, Any]

    def drawn(self, text: str) -> tuple[int | None, Any]:
        """The serial number of the day that a state is, if it is one, and its look."""
        serial, state = styles.serial(text), split_state(text)[0]
        return serial, (self.states if serial is None else self.state_days)[state]


def _looks(book: Any) -> _Looks:
    text, look = {"num_format": styles.TEXT_FORMAT}, book.add_format
    by_state = styles.STATE_LOOKS.items()
    return _Looks(
        look(text),
        look({"num_format": "#,##0"}),
        look(styles.DAY),
        {state: look({**own, **text}) for state, own in by_state},
        {state: look({**own, **styles.DAY}) for state, own in by_state},
    )


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


def _states(sheet: Any, looks: _Looks) -> Put:
    def put(row: int, column: int, text: str, _: object) -> None:
        serial, look = drawn(text)
        if serial is None:
            write_string(row, column, text, look)
        else:
            write_number(row, column, serial, look)

    drawn, write_string, write_number = cache(looks.drawn), sheet.write_string, sheet.write_number
    return put
