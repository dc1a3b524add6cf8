"""What is known of a sheet before its rows are read: its table, what its columns mean, its day.

Never enters: a row of data, the register.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import NamedTuple

from kkmp_cli.areas.index import AreaIndex
from kkmp_cli.errors import CellError, Problem, Refused
from kkmp_cli.importing import transposed
from kkmp_cli.importing.headings.columns import (
    KEYS,
    Columns,
    HeadingMeanings,
    ImportOptions,
    understand,
)
from kkmp_cli.importing.headings.lettered_columns import named_by_letter
from kkmp_cli.importing.headings.place_columns import told_by_cells
from kkmp_cli.importing.titles import stated_per
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.text import match_key
from kkmp_cli.sheets.heading_groups import Heading
from kkmp_cli.sheets.sheet import Sheet, cell_name
from kkmp_cli.sheets.side_by_side import right_table
from kkmp_cli.sheets.table import SheetTable, find

BY_OPTION, BY_FILE, BY_DEFAULT = "opsi", "berkas", "bawaan"
"""Who named the day of which a file speaks: `--per`, its title rows, nobody (today)."""


class Layout(NamedTuple):
    """The `number`-th sheet of a call. `per`: the day of which its rows speak; `title_per`: the day
    that its titles name; `problems` forbid to import it. `right` is what stands beside the table.
    """

    number: int
    sheet: Sheet
    table: SheetTable
    columns: Columns
    per: date
    per_from: str
    title_per: date | None
    problems: tuple[Problem, ...]
    meanings: HeadingMeanings
    right: Sheet | None = None

    @property
    def explicit(self) -> bool:
        """True where somebody named the `per`."""
        return self.per_from != BY_DEFAULT

    @property
    def positions(self) -> dict[str, int]:
        """The first column of each field."""
        return {column.field.name: column.position for column in reversed(self.columns.stated)}

    def numbered(self, number: int) -> Layout:
        """The same as another file of the call."""
        return self._replace(number=number)

    @property
    def is_part(self) -> bool:
        """True for one of several tables of a sheet, but for one that others only stand below."""
        return bool(self.sheet.top or self.sheet.left or self.right)

    @property
    def names_rows(self) -> bool:
        """True where a column says which cooperative a row is about."""
        return not KEYS.isdisjoint(self.positions)

    @property
    def counts_regions(self) -> bool:
        """True for a table of totals, of which each row is a kecamatan or kota."""
        return not self.names_rows and not {"kecamatan", "kota"}.isdisjoint(self.positions)

    @property
    def gaps(self) -> list[int]:
        """The columns without a heading."""
        return sorted({*range(self.table.width)} - self.titles.keys())

    @property
    def titles(self) -> dict[int, str]:
        """The key of the heading over each column that has one."""
        return {heading.position: match_key(heading.text) for heading in self.table.headings}

    def is_unread(self, heading: Heading) -> bool:
        """True for a heading that means no field."""
        return heading.text in {unknown.heading for unknown in self.columns.unknown}

    def problem(self, row: int, position: int, content: str, error: CellError | Refused) -> Problem:
        """What is wrong in a cell of this sheet."""
        headings = self.table.headings
        at = bisect_left(headings, position, key=attrgetter("position"))
        named = headings[at : at + 1]
        heading = named[0].text if named and named[0].position == position else ""
        cell, file = cell_name(position, row), self.sheet.place
        return Problem(row, heading, cell, content, error.message, error.remedy, file=file)


@dataclass(frozen=True, slots=True)
class Layouts:
    """How the tables of a call are laid out: by its headings, and the day that it names.

    Forms of ours are read by `ours`, whatever an office has explained of its own headings.
    """

    meanings: HeadingMeanings
    ours: HeadingMeanings
    index: AreaIndex
    today: date

    @classmethod
    def of(cls, options: ImportOptions, index: AreaIndex, today: date) -> Layouts:
        """Raises Refused for a `--map` that names no field."""
        ours = HeadingMeanings(options._replace(remembered=()))
        return cls(HeadingMeanings(options), ours, index, today)

    def first(self, number: int, sheet: Sheet) -> Layout:
        """The uppermost table of a sheet. Raises Refused for one without any known column."""
        meanings = self.ours if sheet.form else self.meanings
        cut = right_table(_table(sheet, meanings, self.index), meanings.meaning, sheet.place)
        if cut is None or sheet.form:
            return self._by(meanings, number, sheet)
        left = self._by(meanings, number, sheet.part(sheet.top, sheet.left, cut))
        return left._replace(right=sheet.part(sheet.top, cut))

    def _by(self, meanings: HeadingMeanings, number: int, sheet: Sheet) -> Layout:
        table, per = _table(sheet, meanings, self.index), meanings.per
        columns = understand(table, meanings, sheet.place)
        stated, wrong = stated_per(table.titles, self.today, sheet.place)
        return Layout(
            number,
            sheet,
            table,
            columns,
            per=per or stated or self.today,
            per_from=BY_OPTION if per else BY_FILE if stated else BY_DEFAULT,
            title_per=stated,
            problems=(*columns.problems, *(() if per else wrong)),
            meanings=meanings,
        )

    def others(self, layout: Layout, below: int | None) -> Iterator[Layout]:
        """The tables that stand below, from a row on, and to the right of another one. They share
        its day unless they name their own.
        """
        parts = (layout.sheet.part(below) if below else None, layout.right)
        for sheet in filter(None, parts):
            other = self.first(layout.number, sheet)
            day = other if other.explicit else layout
            yield other._replace(per=day.per, per_from=day.per_from, title_per=day.title_per)

    def refuse_unused(self, layouts: Iterable[Layout], belum: Sequence[str]) -> None:
        """Raises Refused for a `--map` or `--kosong-belum` (`belum`) that fits no column."""
        layouts = [*layouts]
        _refuse_unused_maps(self.meanings, (layout.table for layout in layouts))
        stated = {column.field.name for layout in layouts for column in layout.columns.stated}
        for name in belum:
            if name not in stated:
                raise Refused(
                    f"--kosong-belum: tidak ada kolom {name} di berkas",
                    "Hapus field itu dari --kosong-belum.",
                )


def _table(sheet: Sheet, meanings: HeadingMeanings, index: AreaIndex) -> SheetTable:
    table = find(sheet, meanings.meaning, KEYS)
    if table is None or not any(meanings.names_key(each.asked) for each in table.headings):
        transposed.refuse(sheet, index)
    if table is None:
        remedy = (
            "Beri judul kolom, misalnya Kelurahan, NIB, RAT; atau tunjuk artinya: --map "
            '"JUDUL=field".'
        )
        raise Refused(f"{sheet.place}: tidak ada judul kolom yang dikenal", remedy)
    table = named_by_letter(table, sheet, meanings.typed.values())
    return told_by_cells(table, sheet, index)


def _refuse_unused_maps(meanings: HeadingMeanings, tables: Iterable[SheetTable]) -> None:
    seen = [heading for table in tables for heading in table.headings]
    headings = {match_key(text) for heading in seen for text in (heading.text, heading.asked)}
    for key, typed in meanings.typed.items():
        if key not in headings:
            raise Refused(
                f"--map: tidak ada kolom berjudul `{short(typed.heading)}` (→ "
                f"{short(typed.name) or 'diabaikan'})",
                "Tulis judulnya seperti di berkas.",
            )
