"""The walk over the rows of an attendance list: people of a cooperative, rows of nobody, groups,
the closing row.

Every bad row is told with its place. A row JUMLAH and what stands below it is not read, nor are
notes and signatures without one, as in any other sheet. Never enters: what the register holds.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Mapping, Sequence

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
)
from kkmp_cli.importing.attendance.attendance_row import Fault, Rows, Said, faults, named, ticks
from kkmp_cli.importing.attendance.attendance_totals import Totals
from kkmp_cli.importing.attendance.attended import Attended, Seen
from kkmp_cli.importing.attendance.remarks import understood_by
from kkmp_cli.importing.columns import Column
from kkmp_cli.importing.row_kinds import ORDINAL, TOTAL
from kkmp_cli.importing.sheet_rows import Closing
from kkmp_cli.importing.which_area import Filled, Naming, RowRefused
from kkmp_cli.model.area import Area
from kkmp_cli.model.vocabulary import VALUE, Field
from kkmp_cli.parsing.text import clean, match_key
from kkmp_cli.planning.equality import known_field
from kkmp_cli.sheets.sheet import Row, Sheet, cell_name
from kkmp_cli.sheets.table import body

_STATING = (ORGAN, *COUNTS, HADIR, AWAY)
_FIELDS = {
    **{name: known_field(name) for name in PLACES},
    **{name: Field(name, name, "", VALUE, lambda text, _: text) for name in _STATING},
    KOPERASI: known_field("kelurahan"),
    NAMA: known_field("ketua"),
}
"""The columns of a list as those of any other sheet, for what tells a footer from a row."""


def read(sheet: Sheet, index: AreaIndex, kota: str) -> Attended:
    """Counts a list; `kota` (a code) narrows names. Raises Refused where no column names a
    cooperative.
    """
    understood = attendance_headings.understand(sheet)
    rows = [*body(sheet, understood.table)]
    seen = Seen(sheet.file, sheet.name, sheet.passed_over, understood_by(understood, rows))
    at = seen.columns.positions.get(HADIR)
    ticked = at is not None and any(ticks(row[at].strip()) for _, row in rows if at < len(row))
    walk = _Walk(
        seen,
        _titles(sheet, seen.columns.table.row, len(seen.columns.table.titles)),
        index,
        kota,
        ticked,
    )
    for number, row in rows:
        walk.take(number, row)
    return walk.end()


def _titles(sheet: Sheet, last: int, above: int) -> set[str]:
    """The words of the rows of the heading."""
    rows: list[Row] = [row for row in sheet.rows if row[0] <= last][above:]
    return {key for _, cells in rows for text in cells if (key := match_key(text))}


class _Walk:
    """The walk over the rows below the heading."""

    def __init__(
        self, seen: Seen, titles: Collection[str], index: AreaIndex, kota: str, ticked: bool
    ) -> None:
        self.titles, self.index, self.kota = titles, index, kota
        self.columns = seen.columns.positions
        self.headings = {column.position: column.heading for column in seen.columns.columns}
        self.stated = {
            column.position: Column(column.position, column.heading, _FIELDS[column.name])
            for column in seen.columns.columns
        }
        places = {name: at for name, at in self.columns.items() if name in PLACES}
        self.naming = Naming(index, kota, places)
        self.reader, self.totals = Rows(self.columns.keys(), ticked), Totals(seen.columns.columns)
        self.found = Attended(seen)
        self.persons: dict[tuple[str, ...], int] = {}
        self.counts: dict[Area, dict[str, int | None]] = {}
        self.nobody: dict[Area, None] = {}
        self.skipped: list[tuple[int, Area, bool]] = []
        self.closing: Closing | None = None
        self.last = 0
        self.tail: deque[footer.Line] = deque(maxlen=footer.MOST)

    def take(self, number: int, row: Sequence[str]) -> None:
        """One row: people of a cooperative, nobody of it, a group, the closing row, no row of data,
        or a mistake.
        """
        filled = [(at, text.strip()) for at, text in enumerate(row) if text.strip()]
        if not filled or self._repeats_heading(filled) or self._only_numbered(filled):
            return
        cells = [*row, *[""] * (1 + max(self.columns.values()) - len(row))]
        if TOTAL.match(next((text for _, text in filled if not ORDINAL.fullmatch(text)), "")):
            self.totals.close(number, cells)
            self.closing = self.closing or Closing(number, cells, len(self.found.problems))
            return
        texts = {name: cells[at].strip() for name, at in self.columns.items()}
        try:
            area = self.naming.find(cells)
        except RowRefused as refused:
            self._nameless(number, filled, texts, refused)
            return
        if area is None:
            message, remedy = (
                "baris ini tidak menyebut kelurahan",
                "Isi kelurahannya, atau hapus barisnya.",
            )
            self._nameless(number, filled, texts, RowRefused(message, remedy, self.naming.key))
        elif self.closing and len(filled) < 2:
            self.closing.below += 1
        else:
            self.closing, self.last = None, number
            self._count(number, filled, texts, area)

    def end(self) -> Attended:
        """What was found, without the problems of rows that are not read."""
        found, closing = self.found, self.closing or self._footer()
        if closing:
            del found.problems[closing.problems :]
            found.unread = (closing.row + 1, closing.below) if closing.below else None
        found.people = {area: self.counts.get(area, {}) for area in found.people}
        found.nobody = tuple(area for area in self.nobody if area not in found.people)
        found.skipped = [
            (row, area) for row, area, told in self.skipped if told or area not in found.people
        ]
        found.differences = self.totals.differences()
        return found

    def _repeats_heading(self, filled: Filled) -> bool:
        return len(filled) > 1 and all(match_key(text) in self.titles for _, text in filled)

    def _only_numbered(self, filled: Filled) -> bool:
        """True for a row of a form that nobody has filled in: its number, and that of the
        signature.
        """
        return all(at not in self.stated and ORDINAL.fullmatch(text) for at, text in filled)

    def _count(self, number: int, filled: Filled, texts: Mapping[str, str], area: Area) -> None:
        try:
            said = self.reader.read(texts)
        except Fault as fault:
            self._problem(number, self.columns[fault.column], texts[fault.column], fault)
            return
        self.found.rows += 1
        if not said.came:
            self._skip(number, filled, said, area)
        elif (
            named(texts)
            and (first := self.persons.setdefault(_person(area, texts), number)) != number
        ):
            self.found.twice[number] = first
            return
        else:
            self.found.people.setdefault(area, {})
        counts = self.counts.setdefault(area, {})
        for organ, people in said.counts.items():
            counts[organ] = (counts.get(organ) or 0) + people
        self.totals.count(said.counts)

    def _skip(self, number: int, filled: Filled, said: Said, area: Area) -> None:
        """A row of nobody. It is told, unless other rows of the area count and this only heads
        them, or counts none.
        """
        if said.came is False:
            self.nobody[area] = None
        heads = (
            said.came is None and sum(1 for _, text in filled if not ORDINAL.fullmatch(text)) == 1
        )
        self.skipped.append((number, area, not heads and not said.counts))
        if heads:
            self.naming.hint = area.kecamatan

    def _nameless(
        self, number: int, filled: Filled, texts: Mapping[str, str], refused: RowRefused
    ) -> None:
        """A row that names no cooperative: below a closing row it is not read unless it states
        something.
        """
        at, text = filled[0]
        before = len(self.found.problems)
        try:
            if self.naming.narrow(filled, bare=not self.closing):
                return
        except Refused as error:
            self._problem(number, at, text, error)
            return
        wrong = {self.columns[name] for name in faults(texts)}
        self._problem(number, refused.position, dict(filled).get(refused.position, ""), refused)
        if self.closing and not self._states(filled, texts, wrong):
            self.closing.below += 1
            return
        self.closing = None
        line = footer.read_line(number, filled, self.stated, wrong, footer.Before(before))
        self.tail.append(line._replace(left=text) if at == self.columns.get(NAMA) else line)

    def _states(self, filled: Filled, texts: Mapping[str, str], wrong: Collection[int]) -> bool:
        """True for a row that says how many, or of which organ, of a name that cannot be read; a
        signature does not.
        """
        told = [name for name in _STATING if texts.get(name) and self.columns[name] not in wrong]
        placed = any(texts.get(name) for name in PLACES) or filled[0][1].strip("().").isdigit()
        return len(told) > 1 or (bool(told) and placed)

    def _footer(self) -> Closing | None:
        """The notes and signatures at the end of the list, as if a closing row stood above them."""
        lines = [line for line in self.tail if line.number > self.last > 0]
        first = footer.beginning(lines, self.index, self.kota)
        if first is None:
            return None
        below = [line for line in lines if line.number >= first.number]
        return Closing(first.number - 1, (), first.before.problems, below=len(below))

    def _problem(self, row: int, at: int, text: str, error: CellError | Refused) -> None:
        column, place, shown = self.headings.get(at, ""), cell_name(at, row), clean(text, None)[:60]
        problem = Problem(
            row, column, place, shown, error.message, error.remedy, self.found.seen.file
        )
        self.found.problems.append(problem)


def _person(area: Area, texts: Mapping[str, str]) -> tuple[str, ...]:
    """By what a person is known again, whatever number and signature stand beside the name."""
    return area.kode, match_key(texts[NAMA]), *(texts.get(name, "") for name in COUNTS)
