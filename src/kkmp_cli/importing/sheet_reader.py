"""From the rows of one sheet to intents, one by one, and every problem with its place.

Between rows of data stand blank rows, rows that name a kecamatan and closing rows; what stands
below the last closing row is not read. Never enters: the other files of the call, what the register
holds.
"""

from __future__ import annotations

import math
import re
from collections import deque
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import chain, dropwhile, islice
from typing import NamedTuple

from kkmp_cli.errors import CellError, Problem, Refused
from kkmp_cli.importing import footer
from kkmp_cli.importing.cell_values import refuse_later
from kkmp_cli.importing.form_answers import NO_ANSWERS, Answers
from kkmp_cli.importing.headings.columns import REASON, Places, places_of
from kkmp_cli.importing.joined_cells import RowValues
from kkmp_cli.importing.known_rows import Fingerprints, marked
from kkmp_cli.importing.repeated_headings import RepeatedHeadings
from kkmp_cli.importing.row import RowReader
from kkmp_cli.importing.row_kinds import ORDINAL, TOTAL
from kkmp_cli.importing.sheet_layout import Layout
from kkmp_cli.importing.sheet_rows import Closing, SheetRows
from kkmp_cli.importing.which_area import Filled, RowArea, RowRefused
from kkmp_cli.model.area import Area
from kkmp_cli.model.vocabulary import AREA, STATE
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.text import clean, match_key
from kkmp_cli.planning.intent import Intent, Source
from kkmp_cli.sheets.heading_rows import may_head
from kkmp_cli.sheets.merges import Reaching, with_merged, without_merged
from kkmp_cli.sheets.sheet import BETWEEN, Row
from kkmp_cli.sheets.table import body

_MANY = 512
"""So many rows are looked up together whether they are known."""
_COUNT = r"(?a)\d[\d.]*"
_SHOWN = 200
_REASON = match_key(REASON)
_LEFT_OUT = "baris ini tidak diikutkan (--skip-row)"
_UNNAMED = (
    "baris ini berisi data tetapi tidak menyebut kelurahan",
    "Isi kelurahannya, atau hapus baris ini; tanda tangan dan catatan ditaruh di bawah baris "
    "JUMLAH.",
)


class AboveNext(NamedTuple):
    """The first of the rows that may be titles of another table, and what was counted above it."""

    row: int
    before: footer.Before
    below: int


class SheetReader:
    """The way over the rows of one sheet, with everything by which they are read.

    `fingerprints` None: the rows of this sheet cannot be known again.
    """

    _since = _page = 0
    _on_top = True
    _above_next: AboveNext | None = None

    def __init__(
        self,
        layout: Layout,
        naming: RowArea,
        values: RowReader,
        fingerprints: Fingerprints | None,
        answers: Answers = NO_ANSWERS,
    ) -> None:
        self.layout, self.naming, self.values, self.answers = layout, naming, values, answers
        self.fingerprints, self.rows = fingerprints, SheetRows()
        self._titles, self._width, self._gaps = layout.titles, layout.table.width, layout.gaps
        self._headings = RepeatedHeadings(layout)
        self._columns = {each.position: each for each in layout.columns.stated}
        self._places = places_of(layout.columns.stated)
        self._tail = deque[footer.FooterLine](maxlen=footer.MOST)

    @cached_property
    def _merges(self) -> Reaching:
        """Those of the sheet, at the row that is being read."""
        return Reaching(self.layout.sheet.shown.merges)

    def read(self) -> SheetRows:
        """Reads every row above the closing row, or above the heading of another table."""
        for number, cells in self._below_heading():
            if number in self.layout.sheet.left_out:
                self._leave_out(number, fitted(cells, self._width))
            elif number not in self.answers.replaced:
                self._read_row(number, fitted(cells, self._width))
            if self.rows.next_table:
                break
        self.rows.closing = closing = self.rows.closing or self._footer()
        if closing:
            self.rows.forget_problems(closing.problems)
        return self.rows

    def _below_heading(self) -> Iterator[Row]:
        """The rows below the heading; known ones are passed over before they have cells."""
        sheet, marks = self.layout.sheet, self.fingerprints
        if sheet.lines and marks and marks.known.ids:
            return self._not_known(marks, sheet.lines())
        rows = body(sheet, self.layout.table)
        merges = sheet.shown.merges
        return with_merged(rows, merges, self._width, (self.naming.key,)) if merges else rows

    def _not_known(self, marks: Fingerprints, lines: Iterator[tuple[int, str]]) -> Iterator[Row]:
        below = dropwhile(lambda line: line[0] < self.layout.table.first, lines)
        while block := [*islice(below, _MANY)]:
            passed = marks.passed_lines(self._not_left_out(block))
            self.rows.passed |= passed
            yield from map(_row, (line for line in block if line[0] not in passed))

    def _not_left_out(self, lines: Sequence[tuple[int, str]]) -> Sequence[tuple[int, str]]:
        left_out = self.layout.sheet.left_out
        return [line for line in lines if line[0] not in left_out] if left_out else lines

    def _leave_out(self, number: int, cells: Sequence[str]) -> None:
        """A row that is to be rejected whatever it holds; what is wrong in it is told with it."""
        place, first = self.layout.sheet.place, len(self.rows.problems)
        self._read_unknown(number, cells)
        why = Problem(number, "", "", "", _LEFT_OUT, "", file=place)
        self.rows.leave_out(why, first)

    def _read_row(self, number: int, cells: Sequence[str]) -> None:
        digest = self._digest(cells)
        if self.fingerprints and (mark := self.fingerprints.known.marks.get(digest)):
            self.rows.passed[number] = mark
            return
        self._read_unknown(number, cells, digest)

    def _read_unknown(self, number: int, cells: Sequence[str], digest: bytes = b"") -> None:
        try:
            area = self.naming.find(cells)
        except RowRefused as refused:
            self._nameless(number, cells, refused)
            return
        if area is None:
            self._nameless(number, cells, None)
        elif not self.rows.closing or self._reopen(cells):
            self._take(number, cells, area, digest)

    def _digest(self, cells: Sequence[str]) -> bytes:
        if self.fingerprints is None or self.rows.closing:
            return b""
        return self.fingerprints.of(cells)

    def _take(self, number: int, cells: Sequence[str], area: Area, digest: bytes) -> None:
        """A row of a cooperative."""
        self._above_next, self._on_top = None, False
        row = self._values_of(number, cells, area)
        if len(cells) > self._width and self._spills(number, cells):
            self.rows.held_back += len(row.values)
            return
        self.rows.untitled += self._untitled(cells)
        if row.faults:
            self._blame(number, cells, row)
            self.rows.faulty.append(self._intent(number, area, row))
        else:
            self._state(number, cells, row, area, digest)

    def _values_of(self, number: int, cells: Sequence[str], area: Area) -> RowValues:
        row = self.values.read(cells)
        self.rows.named.append((number, area))
        if self.naming.by_nama:
            self._nama_as_name(area, row)
        if day := self._answered(number):
            self._refuse_later(row, day)
        return row

    def _state(
        self, number: int, cells: Sequence[str], row: RowValues, area: Area, digest: bytes
    ) -> None:
        if not row.values:
            self._take_bare(number, cells)
        mark = self._mark(cells, row, digest)
        self.rows.intents.append(self._intent(number, area, row, mark))

    def _untitled(self, cells: Sequence[str]) -> int:
        return sum(1 for at in self._gaps if cells[at].strip()) if self._gaps else 0

    def _take_bare(self, number: int, cells: Sequence[str]) -> None:
        """A row that states nothing; one that only names may be the kecamatan of those below."""
        texts = [
            text for cell in cells if (text := cell.strip()) and not re.fullmatch(ORDINAL, text)
        ]
        if len(texts) == 1:
            self.rows.bare.add(number)
            self.naming.hint = cells[self.naming.key]

    def _mark(self, cells: Sequence[str], row: RowValues, digest: bytes) -> bytes:
        """What the row can be known by again; empty where it cannot."""
        if not digest or not row.values or not self.naming.exact:
            return b""
        if self._untitled(cells):
            return b""
        return marked(digest, self.values.silent(row.values), len(self.values.states))

    def _intent(self, number: int, area: Area, row: RowValues, mark: bytes = b"") -> Intent:
        layout = self.layout
        places = Places(self._places, number)
        source = Source(layout.number, number, places, layout.sheet.place, mark)
        answered = self._answered(number)
        day, explicit = answered or layout.per, layout.explicit or answered is not None
        return Intent(area, row.values, day, explicit, row.pers, source)

    def _answered(self, number: int) -> date | None:
        """The day on which a web form was sent, where nobody named another day for its sheet."""
        return None if self.layout.explicit else self.answers.days.get(number)

    def _refuse_later(self, row: RowValues, day: date) -> None:
        for at, column in self._columns.items():
            value = row.values.get(column.field.name)
            if column.field.kind != STATE or value is None:
                continue
            try:
                refuse_later(value, day)
            except CellError as error:
                row.faults.append((at, error))

    def _spills(self, number: int, cells: Sequence[str]) -> bool:
        """More cells than headings: in a CSV a separator inside a text has shifted the row."""
        if self.layout.sheet.separator is None:
            self.rows.untitled += sum(1 for cell in cells[self._width :] if cell.strip())
            return False
        at = next(at for at in range(self._width, len(cells)) if cells[at].strip())
        message = f"baris ini berisi {at + 1} kolom, judulnya hanya {self._width}"
        remedy = (
            "Mungkin ada pemisah di dalam teks: apit teks itu dengan tanda kutip, atau "
            "simpan sebagai .xlsx."
        )
        self._problem(number, at, cells[at], CellError(message, remedy))
        return True

    def _nama_as_name(self, area: Area, row: RowValues) -> None:
        nama = row.values.get("nama")
        if nama and not self.naming.states_name(area, nama):
            del row.values["nama"]

    def _nameless(self, number: int, cells: Sequence[str], refused: RowRefused | None) -> None:
        """A row that names no cooperative: blank, a group, a repeated heading, the closing row, or
        a mistake. What is merged over such a row heads others and is no value.
        """
        cells = without_merged(number, cells, self._merges.over(number))
        filled = self._filled(cells)
        if not filled:
            return
        if self._headings.again(filled):
            self._page = self._forget_titles(number)
        elif self._headings.others(filled):
            self.rows.end_at(self._forget_titles(number))
        else:
            self._nameless_row(number, cells, filled, refused)

    def _nameless_row(
        self, number: int, cells: Sequence[str], filled: Filled, refused: RowRefused | None
    ) -> None:
        self._note_title(number, filled)
        label = next((text for _, text in filled if not re.fullmatch(ORDINAL, text)), "")
        if re.match(TOTAL, label):
            self._total(number, cells)
        elif self._narrows(number, filled):
            self._begin_part(number, cells)
        else:
            self._unnamed(number, cells, filled, refused)

    def _note_title(self, number: int, filled: Filled) -> None:
        """What stands directly above another table is its title, and no mistake of this one."""
        if not self._is_title(filled):
            self._above_next = None
        elif self._above_next is None:
            below = self.rows.closing.below if self.rows.closing else 0
            self._above_next = AboveNext(number, self._before(), below)

    def _is_title(self, filled: Filled) -> bool:
        """True for a text alone, and for a few in columns that name no cooperative."""
        if len(filled) == 1 or filled[1][1].startswith(":"):
            return True
        return all(at != self.naming.key and may_head(text) for at, text in filled)

    def _before(self) -> footer.Before:
        belum = dict(self.values.joining.taken_as_belum)
        return footer.Before(len(self.rows.problems), self.rows.held_back, belum)

    def _forget_titles(self, number: int) -> int:
        """What stands directly above a heading is no row of this table; where that begins."""
        if self._above_next is None:
            return number
        begin, before, below = self._above_next
        if self.rows.closing:
            self.rows.closing.below = below
        self._forget_since(before)
        self.rows.forget_problems(before.problems)
        self._above_next = None
        return begin

    def _forget_since(self, before: footer.Before) -> None:
        self.rows.held_back = before.held_back
        self.values.joining.taken_as_belum = dict(before.belum)

    def _unnamed(
        self, number: int, cells: Sequence[str], filled: Filled, refused: RowRefused | None
    ) -> None:
        """A row below the closing row, or a mistake."""
        if self.rows.closing and not (refused and self._is_data(cells, filled)):
            self.rows.closing.below += 1
            if refused:
                self._refuse(number, cells, refused)
            return
        self._go_on()
        refused = refused or RowRefused(*_UNNAMED, self.naming.key)
        self._mistake(number, cells, filled, refused)

    def _filled(self, cells: Sequence[str]) -> Filled:
        """The cells that hold anything, but the reason why a row was rejected before."""
        texts = ((at, _clean(cell)) for at, cell in enumerate(cells))
        return [(at, text) for at, text in texts if text and self._titles.get(at) != _REASON]

    def _mistake(
        self, number: int, cells: Sequence[str], filled: Filled, refused: RowRefused
    ) -> None:
        """An error, unless a footer turns out to begin here or above."""
        before = self._before()
        faults = {at for at, _ in self._refuse(number, cells, refused).faults}
        self._tail.append(footer.read_line(number, filled, self._columns, faults, before))

    def _refuse(self, number: int, cells: Sequence[str], refused: RowRefused) -> RowValues:
        row = self.values.read(cells)
        self._problem(number, refused.position, cells[refused.position], refused)
        self._blame(number, cells, row)
        return row

    def _blame(self, number: int, cells: Sequence[str], row: RowValues) -> None:
        """All bad cells of a row; its good ones are held back."""
        self.rows.held_back += len(row.values)
        for position, error in row.faults:
            self._problem(number, position, cells[position], error)

    def _total(self, number: int, cells: Sequence[str]) -> None:
        self._above_next = None
        problems = len(self.rows.problems)
        total = Closing(number, cells, problems, self._since, on_top=self._on_top, page=self._page)
        self._on_top = False
        if self.rows.closing is None:
            self.rows.closing = total
            self.rows.totals.append(total)
        elif _counted(cells) == _counted(self.rows.closing.cells):
            self.rows.totals.append(total)  # that of the whole, below that of a part

    def _begin_part(self, number: int, cells: Sequence[str]) -> None:
        """A row that names the kecamatan of those below it, with their sums if it has numbers."""
        self.rows.parts.append(number)
        self._on_top = True
        if _counted(cells):
            problems = len(self.rows.problems)
            self.rows.totals.append(Closing(number, cells, problems, self._since, on_top=True))

    def _reopen(self, cells: Sequence[str]) -> bool:
        """A cooperative below a JUMLAH row, which closed a part, unless this is a signature."""
        if sum(1 for cell in cells if cell.strip()) < 2:
            return False
        self._go_on()
        return True

    def _go_on(self) -> None:
        if self.rows.closing:
            self._since = self.rows.closing.row
        self.rows.closing = None

    def _is_data(self, cells: Sequence[str], filled: Filled) -> bool:
        """True below a JUMLAH row for what is stated of an unread name; not for a signature."""
        stated = {at for at, column in self._columns.items() if column.field.kind != AREA}
        good = sum(1 for at, _ in filled if at in stated) - len(self.values.read(cells).faults)
        return good > 1 or (good == 1 and filled[0][1].strip("().").isdigit())

    def _narrows(self, number: int, filled: Filled) -> bool:
        """True where the row only names the kecamatan (or kota) of the rows that follow."""
        try:
            return self.naming.narrow(filled)
        except Refused as error:
            self._above_next = None
            name = next(text for _, text in filled if not re.fullmatch(ORDINAL, text))
            self._problem(number, filled[-1][0], name, error)
            return True

    def _footer(self) -> Closing | None:
        """Notes and signatures at the end of the sheet, as if a closing row was above them."""
        last = self._last_named() if self._tail else 0
        end = self.rows.next_table or math.inf
        lines = [line for line in self._tail if 0 < last < line.number < end]
        first = footer.beginning(lines, self.naming.index, self.naming.prefix)
        if first is None or self._rejects_others(first):
            return None
        self._forget_since(first.before)
        return footer.closing(first, lines)

    def _last_named(self) -> int:
        """The last row that names a cooperative; 0 where there is none."""
        return max(chain((row for row, _ in self.rows.named), self.rows.passed), default=0)

    def _rejects_others(self, first: footer.FooterLine) -> bool:
        """True where a row below a line is rejected that is none of the tail."""
        rejected = {problem.row for problem in self.rows.problems[first.before.problems :]}
        return not rejected <= {line.number for line in self._tail}

    def _problem(self, row: int, position: int, content: str, error: CellError | Refused) -> None:
        column = self._columns.get(position)
        shown = "" if column and column.field.personal else short(content, _SHOWN)
        self.rows.reject(self.layout.problem(row, position, shown, error))


def fitted(cells: Sequence[str], width: int) -> Sequence[str]:
    """The row with a cell for each column; cells beyond stay where they hold something."""
    missing = width - len(cells)
    if missing > 0:
        return [*cells, *[""] * missing]
    if missing == 0 or any(cell.strip() for cell in cells[width:]):
        return cells
    return cells[:width]


def _row(line: tuple[int, str]) -> Row:
    """A record that is kept as one text."""
    number, text = line
    return number, text.split(BETWEEN) if text else []


def _counted(cells: Sequence[str]) -> list[int]:
    """The columns in which a row has a number."""
    return [at for at, cell in enumerate(cells) if re.fullmatch(_COUNT, cell.strip())]


def _clean(cell: str) -> str:
    try:
        return clean(cell, None)
    except CellError:
        return "�"
