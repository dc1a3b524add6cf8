"""The form as a workbook: instructions, the rows to fill in, and a hidden sheet of what was issued.

Locked where nothing may change; choices, days and identifiers are told to the spreadsheet. Never
enters: a rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any, BinaryIO, NamedTuple

from kkmp_cli.importing.form import ASKED_PER, CHECKED, KEYS, Issue, carried
from kkmp_cli.milestones import BELUM, BERHENTI, OBSTACLES, PROSES, SUDAH, TERKENDALA
from kkmp_cli.model.area import Area
from kkmp_cli.model.cooperative import NUMBERS, Cooperative
from kkmp_cli.model.own_field import JUMLAH, RUPIAH, TANGGAL, YA_TIDAK, OwnField
from kkmp_cli.model.vocabulary import (
    BANK,
    NUMBER,
    OBSTACLE,
    PER,
    PLAN,
    START,
    STATE,
    VALUE,
    Field,
    Vocabulary,
)
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.lists import UNITS
from kkmp_cli.parsing.premises import KINDS
from kkmp_cli.render import objects
from kkmp_cli.render.formats import workbook_styles as styles
from kkmp_cli.sheets import guard
from kkmp_cli.sheets.sheet import HIDDEN

_HEADING_ROW = 3
_CHECKED_WIDTH = 12
_WIDEST = 12
_WIDER = {
    "kode": 14,
    "kelurahan": 16,
    "sk_kemenkop_nomor": 17,
    "nib_nomor": 15,
    "npwp_nomor": 18,
    "rekening_nomor": 16,
    "catatan": 16,
}
"""Letters of a column at most: a row has so many that paper leaves little to each; texts wrap."""
_ROW_HEIGHT = 34
"""Points: two lines of text, and room for a pen."""
_LONGEST_LIST = 255
"""So many letters a spreadsheet takes for a list of choices, or for a message."""
_DAYS = (STATE, PLAN, START, PER)
"""The kinds of fields whose cells hold days."""
_DAY = "[$-421]d mmm yyyy"
_BANKS = ("BRI", "BNI", "Bank Mandiri", "BTN", "BSI", "Bank Jakarta", "BCA")
_EDGE = {
    "border": 1,
    "border_color": "#D0D0D0",
    "valign": "top",
    "text_wrap": True,
    "font_size": 12,
}
_INPUT = {**_EDGE, "locked": False}
_TITLE = {"bold": True, "font_size": 14}
_DAY_CELL = {**_INPUT, "num_format": _DAY, "bg_color": "#FFF2AB", "bold": True, "align": "center"}
_DAY_HELP = "← tulis tanggal sebenarnya; cara mengisi ada di lembar Petunjuk"
_DAY_CHOICE = {
    "validate": "date",
    "criteria": "between",
    "minimum": date(2025, 1, 1),
    "maximum": date(2099, 12, 31),
    "error_title": "Bukan tanggal",
    "error_message": "Tulis tanggal, misalnya 10/3/2026.",
}
_OFFERED = {"validate": "list", "show_error": False}
_STATE_HELP = "Pilih keadaannya, atau tulis tanggalnya."
_CHOICES: Mapping[str, Mapping[str, Any]] = {
    OBSTACLE: {
        **_OFFERED,
        "source": list(OBSTACLES),
        "input_message": "Pilih, atau tulis alasannya.",
    },
    BANK: {**_OFFERED, "source": list(_BANKS)},
    NUMBER: {"validate": "any", "input_message": "Tulis lengkap, dengan nol di depan."},
    "gerai_jenis": {**_OFFERED, "source": list(KINDS)},
    "percontohan": {**_OFFERED, "source": ["ya", "tidak"]},
    "status": {**_OFFERED, "source": ["aktif"], "input_message": "aktif, atau bubar TANGGAL"},
    "unit_usaha": {"validate": "any", "input_message": ", ".join(UNITS)},
    "anggota": {
        "validate": "integer",
        "criteria": ">=",
        "value": 0,
        "error_title": "Bukan bilangan",
        "error_message": "Tulis jumlah anggota sebagai bilangan.",
    },
}
"""What the spreadsheet offers or asks, by field or kind."""
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


class FormColumn(NamedTuple):
    """A field that a form asks, and the own one that it is or belongs to."""

    field: Field
    own: OwnField | None = None

    @property
    def width(self) -> int:
        """In letters."""
        return min(styles.width(self.field), _WIDER.get(self.field.name, _WIDEST))

    @property
    def dated(self) -> bool:
        """True where its cells hold days."""
        return self.field.kind in _DAYS or self._is(TANGGAL)

    @property
    def counted(self) -> bool:
        """True where its cells hold whole numbers."""
        return self.field.name in NUMBERS or self._is(JUMLAH, RUPIAH)

    def _is(self, *kinds: str) -> bool:
        return self.own is not None and self.field.kind == VALUE and self.own.kind in kinds


def issued(
    lines: Iterable[tuple[Area, Cooperative | None]],
    names: tuple[str, ...],
    day: str,
    vocabulary: Vocabulary,
) -> Issue:
    """What a form of these fields carries: what is known of each cooperative on an ISO day."""
    values = {}
    for area, cooperative in lines:
        texts = objects.text_values(cooperative, names, day, vocabulary) if cooperative else {}
        values[area.kode] = {name: text for name, text in texts.items() if text}
    return Issue(day, names, values)


def write(
    issue: Issue, areas: Sequence[Area], place: str, file: BinaryIO, vocabulary: Vocabulary
) -> None:
    """Writes the form of these areas; `place` stands in its title."""
    names = (*KEYS, *issue.names)
    columns = [FormColumn(vocabulary.field(name), vocabulary.own_of(name)) for name in names]
    with styles.written(file) as book:
        book.set_custom_property("kkmp isian", issue.day)
        sheet = book.add_worksheet("Isian")
        _top(book, sheet, issue, place)
        _fill(book, sheet, issue, areas, columns)
        _page(sheet, f"{place} · dikeluarkan {dates.show(issue.day)}", columns, areas)
        _instructions(book)
        _hidden(book, issue)


def _fill(
    book: Any, sheet: Any, issue: Issue, areas: Sequence[Area], columns: Sequence[FormColumn]
) -> None:
    _columns(book, sheet, columns, (_HEADING_ROW + 1, _HEADING_ROW + len(areas)))
    _rows(book, sheet, issue, areas, columns)
    _finish(sheet, _HEADING_ROW + len(areas), len(columns))


def _columns(book: Any, sheet: Any, columns: Sequence[FormColumn], rows: tuple[int, int]) -> None:
    """The headings, and what each column offers."""
    heads = [*(column.field.title for column in columns), CHECKED]
    sheet.write_row(_HEADING_ROW, 0, heads, book.add_format(styles.HEADING))
    checked = {"validate": "list", "source": ["ya"], "show_error": False}
    sheet.set_column(len(columns), len(columns), _CHECKED_WIDTH)
    sheet.data_validation(rows[0], len(columns), rows[1], len(columns), checked)
    for at, column in enumerate(columns):
        _column(book, sheet, at, column, rows)


def _rows(
    book: Any, sheet: Any, issue: Issue, areas: Sequence[Area], columns: Sequence[FormColumn]
) -> None:
    looks = [*(_look(book, column) for column in columns), book.add_format(_INPUT)]
    for number, area in enumerate(areas, _HEADING_ROW + 1):
        keys = {name: str(getattr(area, name)) for name in KEYS}
        values = {**keys, **issue.values[area.kode]}
        cells = [(column, values.get(column.field.name, "")) for column in columns]
        _row(sheet, number, cells, looks)


def _ends_of_kecamatan(areas: Sequence[Area]) -> list[int]:
    """The rows before which a page ends, so that each kecamatan has its own."""
    codes = [area.kecamatan_code for area in areas]
    starts = (at for at, (one, other) in enumerate(pairwise(codes), 1) if one != other)
    return [_HEADING_ROW + 1 + at for at in starts]


def _row(
    sheet: Any, number: int, cells: Sequence[tuple[FormColumn, str]], looks: Sequence[Any]
) -> None:
    """One cooperative, and the cell in which it is said to be checked."""
    sheet.set_row(number, _ROW_HEIGHT)
    for at, (column, text) in enumerate(cells):
        _cell(sheet, (number, at), column, text, looks[at])
    sheet.write_blank(number, len(cells), None, looks[-1])


def _top(book: Any, sheet: Any, issue: Issue, place: str) -> None:
    grey = book.add_format({"font_color": "#595959", "italic": True})
    sheet.write_string(0, 0, f"Isian KKMP · {place}", book.add_format(_TITLE))
    sheet.write_string(1, 0, ASKED_PER, book.add_format({"bold": True}))
    sheet.write_number(1, 2, styles.serial(issue.day), book.add_format(_DAY_CELL))
    sheet.write_string(1, 3, _DAY_HELP, grey)
    sheet.write_string(2, 0, f"Dikeluarkan {dates.show(issue.day)}", grey)
    sheet.data_validation(1, 2, 1, 2, _DAY_CHOICE)


def _column(book: Any, sheet: Any, at: int, column: FormColumn, rows: tuple[int, int]) -> None:
    """The width and the choices of a column."""
    field = column.field
    sheet.set_column(at, at, column.width)
    if field.name in KEYS:
        return
    choices = _choices(column)
    if choices:
        sheet.data_validation(rows[0], at, rows[1], at, choices)
    if field.kind == STATE:
        _colour(book, sheet, at, rows)


def _choices(column: FormColumn) -> Mapping[str, Any] | None:
    """What the spreadsheet offers in a column; the import judges all other texts."""
    field = column.field
    if field.kind == VALUE and column.own:
        return _own_choices(column.own)
    if field.kind == STATE and field.milestone:
        stopped = [BERHENTI] if field.milestone.stops else []
        source = [SUDAH, PROSES, TERKENDALA, BELUM, *stopped]
        return {**_OFFERED, "source": source, "input_message": _STATE_HELP}
    return _CHOICES.get(field.name) or _CHOICES.get(field.kind)


def _own_choices(own: OwnField) -> Mapping[str, Any]:
    """What is offered for a field of the office; of more than a list can hold, what it means."""
    offered = ("ya", "tidak") if own.kind == YA_TIDAK else own.offered
    if offered and len(",".join(offered)) <= _LONGEST_LIST:
        return {**_OFFERED, "source": [*offered]}
    return {"validate": "any", "input_message": own.meaning[:_LONGEST_LIST]}


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


def _look(book: Any, column: FormColumn) -> Any:
    if column.field.name in KEYS:
        return book.add_format({**_EDGE, "bg_color": "#EDEDED"})
    if column.dated:
        return book.add_format({**_INPUT, "num_format": _DAY, "align": "left"})
    if column.counted:
        return book.add_format({**_INPUT, "num_format": "#,##0"})
    return book.add_format({**_INPUT, "num_format": styles.TEXT_FORMAT})


def _cell(sheet: Any, place: tuple[int, int], column: FormColumn, text: str, look: Any) -> None:
    dated = column.dated and text[:1].isdigit()
    number = styles.serial(text) if dated else None
    if column.counted and text and abs(int(text)) < 10**15:
        number = int(text)
    if number is not None:
        sheet.write_number(*place, number, look)
    elif text:
        sheet.write_string(*place, dates.show(text) if dated else guard(text), look)
    else:
        sheet.write_blank(*place, None, look)


def _finish(sheet: Any, *end: int) -> None:
    """What is seen on a screen; the last column is that of the rows that were checked."""
    sheet.set_row(0, 22)
    sheet.set_row(_HEADING_ROW, 64)
    sheet.freeze_panes(_HEADING_ROW + 1, len(KEYS))
    sheet.autofilter(_HEADING_ROW, 0, *end)
    sheet.print_area(0, 0, *end)
    sheet.protect(
        "", {"format_columns": True, "format_rows": True, "autofilter": True, "sort": True}
    )
    sheet.activate()


def _page(sheet: Any, title: str, columns: Sequence[FormColumn], areas: Sequence[Area]) -> None:
    """Each kecamatan on a page of its own, as wide as the page, the title on each."""
    widths = [*(column.width for column in columns), _CHECKED_WIDTH]
    styles.set_page(sheet, f"Isian KKMP · {title}", widths, (0, _HEADING_ROW), 0)
    sheet.set_margins(left=0.25, right=0.25, top=0.7, bottom=0.5)
    sheet.fit_to_pages(1, 0)
    sheet.set_h_pagebreaks(_ends_of_kecamatan(areas))


def _instructions(book: Any) -> None:
    sheet = book.add_worksheet("Petunjuk")
    sheet.set_column(0, 0, 110)
    title, plain = (book.add_format(_TITLE), book.add_format({"text_wrap": True}))
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
