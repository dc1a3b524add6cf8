"""The rows of a file that were rejected, whole, with the reason behind them: to be corrected and
imported again.

Every cell is text, so no identifier loses a digit; bad cells are marked. Never enters: a rule.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

import xlsxwriter

from kkmp_cli.errors import Problem
from kkmp_cli.importing import HeadingMeanings, ImportOptions, Understanding
from kkmp_cli.importing.headings.columns import (
    INTO_NOTES,
    PASSED_OVER,
    REASON,
    Columns,
    FieldColumn,
    understand,
)
from kkmp_cli.importing.headings.tick_columns import state_in
from kkmp_cli.importing.import_result import RejectedRows
from kkmp_cli.importing.sheet_layout import BY_DEFAULT
from kkmp_cli.model.vocabulary import Vocabulary
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.text import ended, printable
from kkmp_cli.render.formats import workbook_styles as styles
from kkmp_cli.sheets import Row, Sheet, cell_name, guard
from kkmp_cli.sheets.heading_groups import Heading
from kkmp_cli.sheets.table import SheetTable

_PLACE = re.compile(
    r"(?:(?:[ivxlc]+|[a-z]|\d+)[.)]\s*)?(?:kec(?:amatan)?\b|kota\b|kab(?:upaten)?\b)", re.IGNORECASE
)
_ALWAYS = datetime(2000, 1, 1)
"""When a workbook says it was made: always then, so that equal rows are equal to the byte."""
_LOOKS: tuple[dict[str, Any], ...] = ({}, {"bold": True}, {"bg_color": "#F8CBAD"})
"""Of a cell, of a heading, of what is bad."""
_NO_NAME = re.compile(r"[\[\]:*?/\\]")


class RejectedRow(NamedTuple):
    """One bad row: its cells from column A, the positions of what is marked, and why."""

    cells: Sequence[str]
    bad: frozenset[int]
    reason: str

    @property
    def marked(self) -> Sequence[str]:
        """The cells, and the reason as the last of them."""
        return (*self.cells, self.reason)


class RejectsPage(NamedTuple):
    """The bad rows of one sheet: the name of their page, what stands above them, each of them."""

    name: str
    titles: Sequence[Sequence[str]]
    rows: Sequence[RejectedRow]


def as_xlsx(parts: Sequence[RejectedRows]) -> bytes:
    """The workbook of one file's bad rows; several sheets on pages of their names."""
    return workbook([*map(_page, parts, _names(parts))])


def as_csv(parts: Sequence[RejectedRows]) -> bytes:
    """The same as CSV for Excel in Indonesian, one table below another: `;`, byte order mark."""
    return text([_page(part, "") for part in parts])


def _page(part: RejectedRows, name: str) -> RejectsPage:
    sheet, file, problems = part
    rows = rejected_rows(sheet, file.heading_row, _width(file), problems)
    return RejectsPage(name, [*_titles(file)], [*rows])


def workbook(pages: Sequence[RejectsPage]) -> bytes:
    """The bad rows, every cell a text, what is bad marked."""
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {**styles.OPTIONS, "in_memory": True})
    book.worksheet_class = styles.HarmlessSheet
    book.set_properties({"created": _ALWAYS})
    looks = [book.add_format({"num_format": "@", **look}) for look in _LOOKS]
    for page in pages:
        _fill(book.add_worksheet(page.name), page, *looks)
    book.close()
    return content.getvalue()


def _names(parts: Sequence[RejectedRows]) -> list[str]:
    """A name for each page; a number where a workbook would not take the sheet's own."""
    if len(parts) == 1:
        return ["Ditolak"]
    names = [_NO_NAME.sub(" ", part.sheet.name or "")[:31].strip(" '") for part in parts]
    often = Counter(name.casefold() for name in names)
    return [
        name if name and often[name.casefold()] == 1 else f"Ditolak {number}"
        for number, name in enumerate(names, 1)
    ]


def _fill(sheet: Any, page: RejectsPage, text: Any, bold: Any, marked: Any) -> None:
    titles = page.titles
    for at, line in enumerate(titles):
        sheet.write_row(at, 0, line, bold)
    sheet.freeze_panes(len(titles), 0)
    for at, row in enumerate(page.rows, len(titles)):
        for position, cell in enumerate(row.marked):
            sheet.write_string(at, position, guard(cell), marked if position in row.bad else text)
    sheet.set_column(0, len(titles[-1]) - 1, 18)


def text(pages: Sequence[RejectsPage]) -> bytes:
    """The same as CSV, one table below another."""
    content = io.StringIO(newline="")
    writer = csv.writer(content, delimiter=";", lineterminator="\r\n")
    for page in pages:
        writer.writerows(page.titles)
        for row in page.rows:
            writer.writerow([*map(guard, row.cells), guard(row.reason)])
    return content.getvalue().encode("utf-8-sig")


def _titles(file: Understanding) -> Iterator[list[str]]:
    """The day of the statements where somebody named it, and the headings in one row."""
    if file.per_from != BY_DEFAULT:
        yield [f"Keadaan per {dates.show(file.per)}"]
    headings = [""] * _width(file)
    stated = {column.position: column for column in file.columns}
    for heading in file.headings:
        headings[heading.position] = _lasting(heading, stated.get(heading.position), file)
    yield [*map(guard, headings), REASON]


def _lasting(heading: Heading, column: FieldColumn | None, file: Understanding) -> str:
    """The heading with which a file says the same in this column without this call's options."""
    alone, ignored = _understood_alone(heading, file.vocabulary), heading.text in file.ignored
    if column is None:
        passed_over = alone.ignored or (alone.unknown and not ignored)
        return heading.text if passed_over else f"{heading.text} {PASSED_OVER}"
    if [*map(_meaning, alone.stated)] == [_meaning(column)]:
        return heading.text
    if column.note:
        return f"{column.heading} {INTO_NOTES}"
    if column.tick:
        return heading.text if state_in(heading.text) else f"{column.field.name} {column.tick}"
    label = column.field.title
    return f"Tanggal {label}" if column.dated else column.field.name


def _understood_alone(heading: Heading, vocabulary: Vocabulary) -> Columns:
    table = SheetTable(1, 2, heading.position + 1, (heading._replace(asked=heading.text),), ())
    return understand(table, HeadingMeanings(ImportOptions(vocabulary, book_year=0)), "")


def _meaning(column: FieldColumn) -> tuple[str, bool, bool]:
    return column.field.name, column.dated, column.note


def _width(file: Understanding) -> int:
    return max((heading.position for heading in file.headings), default=-1) + 1


def rejected_rows(
    sheet: Sheet, heading_row: int, width: int, problems: Iterable[Problem]
) -> Iterator[RejectedRow]:
    """The rows of these problems, a cell for each of so many headings, below the row of their
    kecamatan.
    """
    wrong: dict[int, list[Problem]] = defaultdict(list)
    for problem in problems:
        wrong[problem.row].append(problem)
    for number, cells in _rejected(sheet, set(wrong), heading_row):
        fitted, mine = _fitted(cells, width, sheet.separator), wrong.get(number, [])
        yield RejectedRow(fitted, _bad(number, len(fitted), mine), _reason(number, mine))


def _bad(number: int, width: int, problems: Sequence[Problem]) -> frozenset[int]:
    places = {problem.cell for problem in problems}
    return frozenset(at for at in range(width) if cell_name(at, number) in places) | {width}


def _reason(number: int, problems: Sequence[Problem]) -> str:
    reasons = (f"{one.cell or number} {ended(one.message)} {one.remedy}" for one in problems)
    return printable(" | ".join(map(str.strip, reasons)))


def _fitted(cells: Sequence[str], width: int, separator: str | None) -> Sequence[str]:
    """A cell for each heading; what a separator in a text shifted on stays in the last one."""
    if separator and any(cell.strip() for cell in cells[width:]):
        return [*cells[: width - 1], separator.join(cells[width - 1 :])]
    return [*cells, *[""] * (width - len(cells))][:width]


def _rejected(sheet: Sheet, numbers: set[int], heading: int) -> Iterator[Row]:
    """The bad rows below the heading, each below the row of its kecamatan or kota, if any."""
    above: Row | None = None
    for number, cells in sheet.rows:
        if number <= heading:
            continue
        if number in numbers:
            if above is not None:
                yield above
                above = None
            yield number, cells
        elif _only_names_a_place(cells):
            above = number, cells


def _only_names_a_place(cells: Sequence[str]) -> bool:
    filled = [cell.strip() for cell in cells if cell.strip()]
    return 0 < len(filled) <= 2 and bool(_PLACE.match(filled[-1]))
