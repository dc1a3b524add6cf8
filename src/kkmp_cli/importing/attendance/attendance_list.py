"""The rows of an attendance list, one by one: people of a cooperative, rows of nobody, groups, the
closing row.

Every bad row is told with its place. A row JUMLAH and what stands below it is not read, nor are
notes and signatures without one, as in any other sheet. Never enters: what the register holds.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set

from kkmp_cli.areas.index import AreaIndex
from kkmp_cli.errors import CellError, Problem, Refused
from kkmp_cli.importing import footer
from kkmp_cli.importing.attendance import attendance_headings
from kkmp_cli.importing.attendance.attendance_headings import (
    AWAY,
    COUNTS,
    HADIR,
    KOPERASI,
    NAMA,
    ORGAN,
    PLACES,
    Understood,
)
from kkmp_cli.importing.attendance.attendance_row import (
    Fault,
    PersonRows,
    Presence,
    faults,
    named,
    ticks,
)
from kkmp_cli.importing.attendance.attendance_totals import Totals
from kkmp_cli.importing.attendance.attended import Attended, SeenList
from kkmp_cli.importing.attendance.list_meanings import NO_MEANINGS, ListMeanings
from kkmp_cli.importing.attendance.organs import (
    BLANK,
    NOT_COUNTED,
    ORGANS,
    is_guest,
    is_known,
    jabatan_key,
)
from kkmp_cli.importing.attendance.remarks import understood_by
from kkmp_cli.importing.attendance.tally import Tally
from kkmp_cli.importing.headings.columns import FieldColumn
from kkmp_cli.importing.row_kinds import ORDINAL, TOTAL
from kkmp_cli.importing.sheet_rows import Closing
from kkmp_cli.importing.which_area import Filled, RowArea, RowRefused
from kkmp_cli.model.area import Area
from kkmp_cli.model.vocabulary import VALUE, Field, built_in
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.text import match_key
from kkmp_cli.sheets import display
from kkmp_cli.sheets.merges import with_merged
from kkmp_cli.sheets.sheet import Row, Sheet, cell_name
from kkmp_cli.sheets.table import SheetTable, body

_STATING = (ORGAN, *COUNTS, HADIR, AWAY)
_FIELDS = {
    **{name: built_in().known(name) for name in PLACES},
    **{name: Field(name, name, "", VALUE, lambda text, _: text) for name in _STATING},
    KOPERASI: built_in().known("kelurahan"),
    NAMA: built_in().known("ketua"),
}
"""The columns of a list as those of any other sheet, for what tells a footer from a row; a list of
who came holds no field that an office has declared.
"""
_UNNAMED = ("baris ini tidak menyebut kelurahan", "Isi kelurahannya, atau hapus barisnya.")

_OTHER_ORDER = CellError(
    "judul kolom diulang dengan urutan lain", "Susun kolom di bawahnya seperti tabel di atasnya."
)
Titles = Set[tuple[int, str]]


def read(
    sheet: Sheet, index: AreaIndex, kota: str, meanings: ListMeanings = NO_MEANINGS
) -> Attended:
    """Counts a list; `kota` (a code) narrows names. Raises Refused for none of cooperatives."""
    understood = attendance_headings.understand(sheet, meanings.headings)
    rows = [*body(sheet, understood.table)]
    columns = understood_by(understood, rows)
    places = {name: at for name, at in columns.positions.items() if name in PLACES}
    reader = _reader(sheet, columns, rows, RowArea(index, kota, places))
    reader.jabatan = meanings.jabatan
    for row in _with_merged_places(sheet, rows, _for_each_row(columns)):
        reader.take(*row)
    return reader.end()


def filled(sheet: Sheet, columns: Understood) -> Sheet:
    """The rows below the heading, each with what is merged over it."""
    rows = body(sheet, columns.table)
    return sheet._replace(rows=[*_with_merged_places(sheet, rows, _for_each_row(columns))])


def _reader(sheet: Sheet, columns: Understood, rows: Iterable[Row], naming: RowArea) -> _ListReader:
    """The reader of a list, before its first row."""
    seen = SeenList(sheet.file, sheet.name, sheet.passed_over, columns)
    people = PersonRows(columns.positions.keys(), _ticked(columns, rows))
    reader = _ListReader(seen, naming, people, _titles(sheet, columns.table))
    reader.left_out = sheet.left_out
    return reader


def _for_each_row(columns: Understood) -> Collection[int]:
    """The columns of which a merged value holds for every row: the place, and beside names the
    jabatan; a number merged over people is one number.
    """
    positions = columns.positions
    names = (*PLACES, ORGAN) if NAMA in positions else PLACES
    return {positions[name] for name in names if name in positions}


def _with_merged_places(
    sheet: Sheet, rows: Iterable[Row], places: Collection[int]
) -> Iterator[Row]:
    """The rows with what is merged over them in these columns."""
    merges = [
        block
        for block in sheet.shown.merges
        if block.first_column in places and block.first_column == block.last_column
    ]
    return with_merged(rows, merges, max(places, default=-1) + 1)


def _ticked(columns: Understood, rows: Iterable[Row]) -> bool:
    """True where the column of who was there marks those who were."""
    at = columns.positions.get(HADIR)
    return at is not None and any(ticks(row[at].strip()) for _, row in rows if at < len(row))


def _titles(sheet: Sheet, table: SheetTable) -> set[tuple[int, str]]:
    """The words of the rows of the heading, each with its column."""
    rows: list[Row] = [row for row in sheet.rows if row[0] <= table.row][len(table.titles) :]
    return {
        (at, key) for _, cells in rows for at, text in enumerate(cells) if (key := match_key(text))
    }


class _ListReader:
    """The way over the rows below the heading, whose words are `titles`. `jabatan` are those that
    an officer explained, `left_out` the rows to be rejected whatever they hold.
    """

    jabatan: Mapping[str, str] = NO_MEANINGS.jabatan
    left_out: Collection[int] = ()

    def __init__(self, seen: SeenList, naming: RowArea, people: PersonRows, titles: Titles) -> None:
        self.attended, self.naming, self.people = Attended(seen), naming, people
        self.titles = titles
        columns = seen.columns.columns
        self.columns = seen.columns.positions
        self.stated = {at: FieldColumn(at, heading, _FIELDS[name]) for at, heading, name in columns}
        self.totals, self.tally = Totals(columns), Tally()
        self.closing: Closing | None = None
        self.last = 0
        self.tail: deque[footer.FooterLine] = deque(maxlen=footer.MOST)

    def take(self, number: int, row: Sequence[str]) -> None:
        """One row: people, nobody, a group, the closing row, no row of data, or a mistake."""
        filled = [(at, text.strip()) for at, text in enumerate(row) if text.strip()]
        cells = [*row, *[""] * (1 + max(self.columns.values()) - len(row))]
        if not filled or self._only_numbered(filled) or self._is_heading(number, filled):
            return
        self._take_filled(number, filled, cells)

    def _take_filled(self, number: int, filled: Filled, cells: Sequence[str]) -> None:
        if number in self.left_out:
            self.attended.left_out.append(number)
        elif re.match(TOTAL, next(_words(filled), "")):
            self._close(number, cells)
        else:
            self._take_data(number, filled, cells)

    def _take_data(self, number: int, filled: Filled, cells: Sequence[str]) -> None:
        texts = {name: cells[at].strip() for name, at in self.columns.items()}
        if match_key(texts.get(ORGAN, "")):
            texts = self._as_meant(texts)
        if not self.closing and self._passes_over(number, texts):
            return
        try:
            self._take_row(number, filled, texts, self.naming.find(cells))
        except RowRefused as refused:
            self._nameless(number, filled, texts, refused)

    def _as_meant(self, texts: dict[str, str]) -> dict[str, str]:
        """The row with the organ that an officer says of its jabatan."""
        organ = self._said_of(texts)
        return {**texts, ORGAN: organ} if organ in ORGANS else texts

    def _said_of(self, texts: Mapping[str, str]) -> str | None:
        return self.jabatan.get(jabatan_key(texts[ORGAN])) if ORGAN in texts else None

    def _passes_over(self, number: int, texts: Mapping[str, str]) -> bool:
        """True for a row of somebody who is plainly, or as far as is known, none of ours."""
        jabatan = texts.get(ORGAN, "")
        if not match_key(jabatan):
            return False
        if is_guest(jabatan) or self._said_of(texts) == NOT_COUNTED:
            self.attended.guests[number] = short(jabatan)
            return True
        return not is_known(jabatan) and _is_somebody(texts) and self._is_unknown(number, texts)

    def _is_unknown(self, number: int, texts: Mapping[str, str]) -> bool:
        """True for a row that only its jabatan keeps from being counted; it is told."""
        try:
            self.people.read(texts)
        except Fault as fault:
            if fault.column == ORGAN and not display.fault(texts[ORGAN]):
                of_others = self._said_of(texts) == NOT_COUNTED
                told = self.attended.guests if of_others else self.attended.unknown
                told[number] = short(texts[ORGAN]) or BLANK
                return True
        return False

    def _close(self, number: int, cells: Sequence[str]) -> None:
        self.totals.close(number, cells)
        self.closing = self.closing or Closing(number, cells, len(self.attended.problems))

    def _take_row(
        self, number: int, filled: Filled, texts: dict[str, str], area: Area | None
    ) -> None:
        if area is None:
            raise RowRefused(*_UNNAMED, self.naming.key)
        if self.closing and len(filled) < 2:
            self.closing.below += 1
        else:
            self.closing, self.last = None, number
            self._count(number, filled, texts, area)

    def end(self) -> Attended:
        """What the list says, without the problems of rows that are not read."""
        closing = self.closing or self._footer()
        if closing:
            del self.attended.problems[closing.problems :]
            self.attended.unread = (closing.row + 1, closing.below) if closing.below else None
        self.tally.fill(self.attended)
        self.attended.differences = self.totals.differences()
        return self.attended

    def _is_heading(self, number: int, filled: Filled) -> bool:
        """A heading once more says nothing; in another order it would turn the numbers below it."""
        words = {key for _, key in self.titles}
        if len(filled) < 2 or not all(match_key(text) in words for _, text in filled):
            return False
        moved = [one for one in filled if (one[0], match_key(one[1])) not in self.titles]
        if moved:
            self._problem(number, *moved[0], _OTHER_ORDER)
        return True

    def _only_numbered(self, filled: Filled) -> bool:
        """True for a row of a form that nobody has filled in: its number, a signature's number."""
        return all(at not in self.stated and re.fullmatch(ORDINAL, text) for at, text in filled)

    def _count(self, number: int, filled: Filled, texts: dict[str, str], area: Area) -> None:
        texts = self._as_meant(texts)
        if (presence := self._presence(number, texts, area)) is None:
            return
        heads = presence.came is None and len([*_words(filled)]) == 1
        if heads:
            self.naming.hint = area.kecamatan
        person = _person(area, texts) if named(texts) else None
        if self.tally.add(number, area, presence, person, heads):
            self.totals.count(presence.counts)

    def _presence(self, number: int, texts: Mapping[str, str], area: Area) -> Presence | None:
        """Who came by a row, None where it is not counted or cannot be read."""
        if self._is_unknown(number, texts):
            return None
        try:
            return self.people.read(texts)
        except Fault as fault:
            self.attended.faulty.add(area)
            self._problem(number, self.columns[fault.column], texts[fault.column], fault)
            return None

    def _nameless(
        self, number: int, filled: Filled, texts: Mapping[str, str], refused: RowRefused
    ) -> None:
        """A row without a cooperative: below a closing row it is read if it states something."""
        before = footer.Before(len(self.attended.problems))
        if self._narrows(number, filled):
            return
        wrong, at = self._wrong(texts), refused.position
        self._problem(number, at, dict(filled).get(at, ""), refused)
        if self.closing and not self._states(filled, texts, wrong):
            self.closing.below += 1
            return
        self.closing = None
        self._keep(footer.read_line(number, filled, self.stated, wrong, before), filled)

    def _narrows(self, number: int, filled: Filled) -> bool:
        """True where the row only names the kecamatan (or kota) of the rows that follow."""
        try:
            return self.naming.narrow(filled, bare=not self.closing)
        except Refused as error:
            self._problem(number, *filled[0], error)
            return True

    def _wrong(self, texts: Mapping[str, str]) -> set[int]:
        return {self.columns[name] for name in faults(texts)}

    def _keep(self, line: footer.FooterLine, filled: Filled) -> None:
        """A row that may be of a footer: a note may stand in the column of people's names."""
        at, text = filled[0]
        self.tail.append(line._replace(left=text) if at == self.columns.get(NAMA) else line)

    def _states(self, filled: Filled, texts: Mapping[str, str], wrong: Collection[int]) -> bool:
        """True for a row that counts people of an unread name; a signature does not."""
        good = [name for name in _STATING if texts.get(name) and self.columns[name] not in wrong]
        placed = any(texts.get(name) for name in PLACES) or filled[0][1].strip("().").isdigit()
        return len(good) > 1 or (bool(good) and placed)

    def _footer(self) -> Closing | None:
        """The notes and signatures at the end of the list, as if a closing row stood above them."""
        lines = [line for line in self.tail if line.number > self.last > 0]
        first = footer.beginning(lines, self.naming.index, self.naming.default_kota or "")
        return footer.closing(first, lines) if first else None

    def _problem(self, row: int, at: int, text: str, error: CellError | Refused) -> None:
        heading = self.stated[at].heading if at in self.stated else ""
        place, shown, file = cell_name(at, row), short(text), self.attended.seen.file
        self.attended.problems.append(
            Problem(row, heading, place, shown, error.message, error.remedy, file=file)
        )


def _is_somebody(texts: Mapping[str, str]) -> bool:
    """True for a row with more than a jabatan: a name, a number, a place."""
    return named(texts) or any(texts.get(name) for name in (*COUNTS, *PLACES))


def _words(filled: Filled) -> Iterator[str]:
    """The texts of a row but those that only number it."""
    return (text for _, text in filled if not re.fullmatch(ORDINAL, text))


def _person(area: Area, texts: Mapping[str, str]) -> tuple[str, ...]:
    """By what a person is known again, whatever number and signature stand beside the name."""
    return area.kode, match_key(texts[NAMA]), *(texts.get(name, "") for name in COUNTS)
