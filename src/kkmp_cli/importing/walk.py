"""The walk over one sheet's rows: data, blank rows, rows that name a kecamatan, the closing row.

Every problem is collected with its place; what stands below the closing row is not read. Never
enters: the other files of the call, what the register holds.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, dropwhile, islice

from kkmp_cli.areas.kecamatan import find_kecamatan
from kkmp_cli.errors import CellError, Problem, Refused
from kkmp_cli.importing import footer
from kkmp_cli.importing.bulk import MANY, Blocks, fitted, unmarked
from kkmp_cli.importing.columns import REASON, Column, Places, places_of
from kkmp_cli.importing.known_rows import Fingerprints, marked
from kkmp_cli.importing.read_so_far import Closing, Found
from kkmp_cli.importing.row import Reader, Said
from kkmp_cli.importing.row_kinds import KECAMATAN, ORDINAL, TOTAL
from kkmp_cli.importing.which_area import Naming, RowRefused
from kkmp_cli.model.area import Area
from kkmp_cli.model.vocabulary import AREA, NUMBER
from kkmp_cli.parsing.text import clean, match_key, refuse_ktp
from kkmp_cli.planning.intent import Intent, Source
from kkmp_cli.sheets.sheet import BETWEEN, Row, Sheet, cell_name
from kkmp_cli.sheets.table import Table, body

_KOTA = re.compile(r"(?:kota|kabupaten|kab\.)\s+\S", re.IGNORECASE)
_COUNT = re.compile(r"\d[\d.]*", re.ASCII)
_SIXTEEN = re.compile(r"(?<!\d)\d{16}(?!\d)", re.ASCII)
_SHOWN = 200


@dataclass
class Walk:
    """One sheet's walk, with everything that its rows are read by."""

    sheet: Sheet
    table: Table
    columns: Sequence[Column]
    naming: Naming
    reader: Reader
    per: date
    explicit: bool
    file: int
    fingerprints: Fingerprints | None = None
    found: Found = field(default_factory=Found)

    def __post_init__(self) -> None:
        self._places = places_of(self.columns)
        self._headings = {heading.position: heading.text for heading in self.table.headings}
        self._titles = {match_key(heading.text) for heading in self.table.headings}
        self._reasons = {
            at for at, text in self._headings.items() if match_key(text) == match_key(REASON)
        }
        self._gaps = [at for at in range(self.table.width) if at not in self._headings]
        self._since = 0
        self._closed = False
        self._tail: deque[footer.Line] = deque(maxlen=footer.MOST)
        self._by_position = {column.position: column for column in self.columns}
        self._digest = b""
        self._blocks = (
            Blocks(
                self.naming,
                self.reader,
                self.fingerprints,
                self.table.width,
                self._gaps,
                self._places,
                self.file,
                self.sheet.place,
                self.per,
                self.explicit,
            )
            if self.fingerprints
            else None
        )
        self._by_nama = self.naming.by_nama

    def go(self) -> Found:
        """Reads every row above the closing row, as many together as are plain."""
        rows = self._rows()
        while block := [*islice(rows, MANY)]:
            at_once = self._blocks if self.reader.plain and not self._closed else None
            for number, cells, mark in (
                at_once.take(block, self.found) if at_once else unmarked(block)
            ):
                self._read(number, cells, mark)
        self._close()
        return self.found

    def _rows(self) -> Iterator[Row]:
        """The rows below the heading; those that are known to the letter are passed over before
        they have cells.
        """
        marks, lines = self.fingerprints, self.sheet.lines
        if lines is None or marks is None or not marks.known.ids:
            yield from body(self.sheet, self.table)
            return
        below = dropwhile(lambda line: line[0] < self.table.first, lines())
        while block := [*islice(below, MANY)]:
            passed = marks.passed_lines(block)
            self.found.passed |= passed
            for number, text in block if len(passed) < len(block) else ():
                if number not in passed:
                    yield number, text.split(BETWEEN) if text else []

    def _read(self, number: int, cells: Sequence[str], digest: bytes | None) -> None:
        """One row; `digest` is its own where that was made already."""
        found, marks = self.found, self.fingerprints
        if len(cells) != self.table.width:
            cells = fitted(cells, self.table.width)
        if marks:
            self._digest = b"" if found.closing else marks.of(cells) if digest is None else digest
            if passed := marks.passed((number,), (self._digest,)):
                found.passed |= passed
                return
        try:
            area = self.naming.find(cells)
        except RowRefused as refused:
            self._nameless(number, cells, refused)
            return
        if area is None:
            self._nameless(number, cells, None)
        else:
            self._take(number, cells, area, self.reader.read(cells))

    def _take(self, number: int, cells: Sequence[str], area: Area, said: Said) -> None:
        found = self.found
        if found.closing and not self._reopen(cells):
            return
        found.named.append((number, area))
        if self._by_nama:
            self._nama_as_name(area, said)
        if len(cells) > self.table.width and self._spill(number, cells):
            found.held_back += len(said.values)
            return
        if self._gaps:
            found.untitled += sum(1 for at in self._gaps if cells[at].strip())
        if said.faults:
            found.held_back += len(said.values)
            for position, error in said.faults:
                self._problem(number, position, cells[position], error.message, error.remedy)
            found.faulty.append(self._intent(number, area, said))
            return
        if (
            not said.values
            and sum(1 for cell in cells if cell.strip() and not ORDINAL.fullmatch(cell.strip()))
            == 1
        ):
            found.bare.add(number)
            self.naming.hint = cells[self.naming.key]
        found.intents.append(self._intent(number, area, said, self._mark(cells, said)))

    def _mark(self, cells: Sequence[str], said: Said) -> bytes:
        """What the row can be known by again; empty where it cannot."""
        if not (self._digest and said.values and self.naming.exact) or any(
            cells[at].strip() for at in self._gaps
        ):
            return b""
        return marked(self._digest, self.reader.silent(said.values), len(self.reader.states))

    def _intent(self, number: int, area: Area, said: Said, mark: bytes = b"") -> Intent:
        source = Source(self.file, number, Places(self._places, number), self.sheet.place, mark)
        return Intent(area, said.values, self.per, self.explicit, said.pers, source)

    def _spill(self, number: int, cells: Sequence[str]) -> bool:
        """More cells than headings: in a CSV file a separator inside a text has shifted the row,
        which is refused.
        """
        if self.sheet.separator is None:
            self.found.untitled += sum(1 for cell in cells[self.table.width :] if cell.strip())
            return False
        at = next(at for at in range(self.table.width, len(cells)) if cells[at].strip())
        message = f"baris ini berisi {at + 1} kolom, judulnya hanya {self.table.width}"
        remedy = (
            "Mungkin ada pemisah di dalam teks: apit teks itu dengan tanda kutip, atau "
            "simpan sebagai .xlsx."
        )
        self._problem(number, at, cells[at], message, remedy)
        return True

    def _nama_as_name(self, area: Area, said: Said) -> None:
        nama = said.values.get("nama")
        if nama and not self.naming.states_name(area, nama):
            del said.values["nama"]

    def _nameless(self, number: int, cells: Sequence[str], refused: RowRefused | None) -> None:
        """A row that names no cooperative: blank, a group, a repeated heading, the closing row, or
        a mistake.
        """
        filled = [
            (at, text)
            for at, cell in enumerate(cells)
            if at not in self._reasons and (text := _clean(cell))
        ]
        if not filled or self._repeats_heading(filled):
            return
        label = next((text for _, text in filled if not ORDINAL.fullmatch(text)), "")
        if TOTAL.match(label):
            self._total(number, cells)
        elif self._group(number, filled):
            return
        elif self.found.closing and not (refused and self._is_data(cells, filled)):
            self.found.closing.below += 1
            if refused:
                self._refuse(number, cells, refused)
        else:
            if self.found.closing:
                self._go_on()
            before = (
                len(self.found.problems),
                self.found.held_back,
                dict(self.reader.taken_as_belum),
            )
            said = self._refuse(
                number,
                cells,
                refused
                or RowRefused(
                    "baris ini berisi data tetapi tidak menyebut kelurahan",
                    "Isi kelurahannya, atau hapus baris ini; tanda tangan dan catatan ditaruh "
                    "di bawah baris JUMLAH.",
                    self.naming.key,
                ),
            )
            faults = {at for at, _ in said.faults}
            self._tail.append(footer.read_line(number, filled, self._by_position, faults, before))

    def _refuse(self, number: int, cells: Sequence[str], refused: RowRefused) -> Said:
        said = self.reader.read(cells)
        self._problem(
            number, refused.position, cells[refused.position], refused.message, refused.remedy
        )
        self.found.held_back += len(said.values)
        for position, error in said.faults:
            self._problem(number, position, cells[position], error.message, error.remedy)
        return said

    def _repeats_heading(self, filled: list[tuple[int, str]]) -> bool:
        return len(filled) > 1 and all(
            match_key(text) in self._titles or not match_key(text) for _, text in filled
        )

    def _total(self, number: int, cells: Sequence[str]) -> None:
        found = self.found
        self._closed = True
        found.one_by_one()
        total = Closing(number, cells, len(found.problems), self._since)
        if found.closing is None:
            found.closing = total
            found.totals.append(total)
        elif _counted(cells) == _counted(
            found.closing.cells
        ):  # that of the whole, below that of a part
            found.totals.append(total)

    def _reopen(self, cells: Sequence[str]) -> bool:
        """A cooperative below a JUMLAH row: that row closed only a part, unless this is a line of a
        signature.
        """
        if sum(1 for cell in cells if cell.strip()) < 2:
            return False
        self._go_on()
        return True

    def _go_on(self) -> None:
        if self.found.closing:
            self._since = self.found.closing.row
        self.found.closing = None

    def _is_data(self, cells: Sequence[str], filled: Sequence[tuple[int, str]]) -> bool:
        """True for a row below a JUMLAH row that states things of a name that cannot be read; a
        signature does not.
        """
        stated = {column.position for column in self.columns if column.field.kind != AREA}
        told = sum(1 for at, _ in filled if at in stated) - len(self.reader.read(cells).faults)
        return told > 1 or (told == 1 and filled[0][1].strip("().").isdigit())

    def _group(self, number: int, filled: list[tuple[int, str]]) -> bool:
        """True where the row only names the kecamatan (or kota) of the rows that follow."""
        texts = [text for _, text in filled if not ORDINAL.fullmatch(text)]
        if len(texts) > 1:
            texts = [text for text in texts if not _COUNT.fullmatch(text)]
        if len(texts) != 1:
            return False
        match = KECAMATAN.fullmatch(texts[0])
        if match is None and len(filled) > 2:
            return False
        if match is None and _KOTA.match(texts[0]):
            return self._kota(texts[0])
        try:
            self.naming.kecamatan = self._kecamatan(match["name"] if match else texts[0])
        except Refused as error:
            if match is None:
                return False
            self._problem(number, filled[-1][0], texts[0], error.message, error.remedy)
        return True

    def _kecamatan(self, name: str) -> str:
        index, kota = self.naming.index, self.naming.kota or self.naming.default_kota
        prefix = index.find_kota(kota)[0] if kota else ""
        within = [area for area in index.areas if area.kode.startswith(prefix)]
        code, _ = find_kecamatan(name.strip(" :."), within, index.aliases)
        return code

    def _kota(self, name: str) -> bool:
        try:
            self.naming.kota = self.naming.index.find_kota(name)[0]
        except Refused:
            return False
        self.naming.kecamatan = None
        return True

    def _close(self) -> None:
        """Nothing below the closing row, or in a footer without one, is read, so its problems are
        none.
        """
        closing = self.found.closing = self.found.closing or self._footer()
        if closing:
            dropped = self.found.problems[closing.problems :]
            self.found.rejected -= {problem.row for problem in dropped}
            del self.found.problems[closing.problems :]

    def _footer(self) -> Closing | None:
        """The notes and signatures at the end of the sheet, as if a closing row stood above
        them.
        """
        found, naming = self.found, self.naming
        last = (
            max(chain((row for row, _ in found.named), found.passed), default=0)
            if self._tail
            else 0
        )
        lines = [line for line in self._tail if last and line.number > last]
        if not lines:
            return None
        asked = naming.kota or naming.default_kota
        first = footer.beginning(
            lines, naming.index, naming.index.find_kota(asked)[0] if asked else ""
        )
        if first is None or {one.row for one in found.problems[first.problems :]} - {
            line.number for line in lines
        }:
            return None
        found.held_back = first.held_back
        self.reader.taken_as_belum = dict(first.belum)
        below = sum(line.number >= first.number for line in lines)
        return Closing(first.number - 1, (), first.problems, below=below)

    def _problem(self, row: int, position: int, content: str, message: str, remedy: str) -> None:
        column = next((column for column in self.columns if column.position == position), None)
        shown = "" if column and column.field.personal else _shown(content, column)
        self.found.rejected.add(row)
        self.found.problems.append(
            Problem(
                row,
                self._headings.get(position, ""),
                cell_name(position, row),
                shown,
                message,
                remedy,
                self.sheet.place,
            )
        )


def _counted(cells: Sequence[str]) -> list[int]:
    """The columns in which a row has a number."""
    return [at for at, cell in enumerate(cells) if _COUNT.fullmatch(cell.strip())]


def _shown(content: str, column: Column | None) -> str:
    """The text of a cell as an error may repeat it: harmless, short, without a KTP number."""
    text = _clean(content)
    if column is None or column.field.kind != NUMBER:
        try:
            refuse_ktp(text)
        except CellError:
            text = _SIXTEEN.sub("(16 angka)", text)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _clean(cell: str) -> str:
    try:
        return clean(cell, None)
    except CellError:
        return "�"
