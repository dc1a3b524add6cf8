"""All files of one call, from their sheets to intents and problems.

Never enters: the register, of which only the marks of known rows are given.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from itertools import chain, count
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from kkmp_cli.areas.index import AreaIndex
from kkmp_cli.errors import Problem, Refused
from kkmp_cli.importing import duplicates
from kkmp_cli.importing.appearance import UNSEEN, Appearance, seen
from kkmp_cli.importing.corrected_cells import read_in, refuse_unread
from kkmp_cli.importing.date_order import NONE, Doubts
from kkmp_cli.importing.duplicates import NamedRow
from kkmp_cli.importing.form_answers import NO_ANSWERS, Answers, answers_of
from kkmp_cli.importing.headings.columns import Columns, FieldColumn, ImportOptions, state_fields
from kkmp_cli.importing.joined_tables import join
from kkmp_cli.importing.known_rows import Fingerprints, KnownRows, silent_rows
from kkmp_cli.importing.read_result import ReadResult, Understanding
from kkmp_cli.importing.row import RowReader
from kkmp_cli.importing.sheet_layout import Layout, Layouts
from kkmp_cli.importing.sheet_reader import SheetReader
from kkmp_cli.importing.sheet_rows import SheetRows
from kkmp_cli.importing.sheet_totals import differences
from kkmp_cli.importing.titles import in_name, mentioned
from kkmp_cli.importing.which_area import RowArea
from kkmp_cli.milestones import book_year_of
from kkmp_cli.model.area import Area
from kkmp_cli.parsing.text import match_key
from kkmp_cli.sheets.sheet import Sheet
from kkmp_cli.sheets.table import next_table, refuse_many

_T = TypeVar("_T")
UNKNOWN = KnownRows({})


def read_rows(
    sheets: Sequence[Sheet],
    index: AreaIndex,
    options: ImportOptions,
    today: date,
    marks: Mapping[bytes, int] = MappingProxyType({}),
) -> ReadResult:
    """Every row of every sheet as an intent, or a problem. `marks` are those of rows that say
    nothing new, each with the id of its cooperative.

    Raises Refused for a sheet without any known column, and for a `--map` or `--kosong-belum` that
    fits none, a corrected cell or a row to be left out that is not read.
    """
    belum = state_fields(options)
    session = _Session(index, options.kota, belum, today, Layouts.of(options, index, today))
    layouts = [session.layouts.first(number, sheet) for number, sheet in enumerate(sheets)]
    files = session.read_all(layouts, KnownRows(marks))
    session.layouts.refuse_unused((file.layout for file in files), belum)
    return _result(files, today, session.refuse_duplicates(files))._replace(
        idle_words=tuple(_idle(files))
    )


def _result(
    files: Sequence[_File], today: date, doubled: tuple[Sequence[NamedRow], ...]
) -> ReadResult:
    return ReadResult(
        tuple(file.understanding(today) for file in files),
        _all(each.rows.own_intents() for each in files),
        _all(file.problems() for file in files),
        tuple(frozenset(file.all_ids()) for file in files),
        blocked=any(file.blocking for file in files),
        passed=_passed(files),
        faulty=_all(file.rows.faulty for file in files),
        sheets=tuple(file.layout.sheet for file in files),
        doubled=doubled,
    )


def _idle(files: Sequence[_File]) -> Iterator[str]:
    """The words of this call that no cell holds; none where rows were passed over unread."""
    if any(file.rows.passed for file in files):
        return
    words = dict.fromkeys(word for file in files for word in file.layout.meanings.typed_words)
    for word in words:
        if not any(file.values.uses(word) for file in files):
            yield word.key


def _passed(files: Iterable[_File]) -> dict[int, int]:
    passed = ((file.layout.number, len(file.rows.passed)) for file in files)
    return {number: count for number, count in passed if count}


def _all(lists: Iterable[Iterable[_T]]) -> tuple[_T, ...]:
    return tuple(chain.from_iterable(lists))


@dataclass(frozen=True, slots=True)
class _Session:
    """What the files of a call are read by, all in the same way."""

    index: AreaIndex
    kota: str | None
    belum: tuple[str, ...]
    today: date
    layouts: Layouts

    def read_all(self, layouts: Sequence[Layout], known: KnownRows) -> list[_File]:
        """All tables: the first of each sheet, in order, then those that stand below them."""
        files: list[_File] = []
        further: list[_File] = []
        for layout in layouts:
            first, *others = self._tables(layout, known, len(layouts) + len(further))
            join([first.rows, *(other.rows for other in others)])
            files.append(first)
            further += others
        every = [*files, *further]
        refuse_unread([(file.layout, file.rows) for file in every])
        return every

    def _tables(self, first: Layout, known: KnownRows, free: int) -> list[_File]:
        """The tables of a sheet; those of totals by kecamatan are passed over.

        The first keeps its number, the others are numbered from `free` on.
        """
        every = [*self._every(first, known, free)]
        tables = [file for file in every if file.is_table]
        totals = [each.layout.table.row for each in every if each.layout.counts_regions]
        return [tables[0].beside(totals), *tables[1:]] if tables else every[-1:]

    def _every(self, first: Layout, known: KnownRows, free: int) -> Iterator[_File]:
        waiting, number, tables = [first], first.number, count(1)
        while waiting:
            refuse_many(next(tables), first.sheet.place)
            file = self.read(waiting.pop().numbered(number), known)
            yield file
            if file.is_table:
                number, free = free, free + 1
            waiting += self.layouts.others(file.layout, file.rows.next_table)
            known = UNKNOWN

    def read(self, layout: Layout, known: KnownRows) -> _File:
        """The rows of a table, where a column says which cooperative they are about; again where
        only all of them show what is not certain.
        """
        file = self._once(layout, known, NONE)
        rows, unsure = file.rows, file.values.doubts
        if rows.passed and (
            rows.closing or rows.totals or layout.is_part or rows.next_table or unsure
        ):
            return self.read(layout, UNKNOWN)  # sums and dates are compared with all rows
        return self._once(layout, known, unsure) if unsure else file

    def _once(self, layout: Layout, known: KnownRows, doubts: Doubts) -> _File:
        naming = RowArea(self.index, self.kota, layout.positions)
        values = RowReader(
            layout.meanings.vocabulary,
            layout.columns.stated,
            self.today,
            layout.per,
            self.belum,
            doubts,
        )
        answers = answers_of(layout, RowArea(self.index, self.kota, layout.positions), self.today)
        rows = _rows(layout, naming, values, known, answers)
        return _File(layout, naming, values, rows, known, answers)

    def refuse_duplicates(self, files: Sequence[_File]) -> tuple[Sequence[NamedRow], ...]:
        """Rows on one cooperative, in whichever files, state nothing; all of each are returned."""
        ids = _often(files)
        if not ids:
            return ()
        places = chain.from_iterable(file.places_of(ids) for file in files)
        doubled = duplicates.find(places, self._kecamatan())
        for alike in doubled.refused:
            _refuse(alike, files)
        dropped = doubled.rows()
        for file in files:
            file.rows.drop(dropped.get(file.layout.number, set()), file.passed_of(ids))
        return tuple(doubled.refused)

    def _kecamatan(self) -> frozenset[tuple[str, str]]:
        """Kota and name of every kecamatan, in the letters by which names are compared."""
        names = {(area.kota_code, area.kecamatan) for area in self.index.areas}
        return frozenset((kota, match_key(name)) for kota, name in names)


def _refuse(alike: Sequence[NamedRow], files: Sequence[_File]) -> None:
    """Rejects the rows on one cooperative."""
    names = [file.layout.sheet.place for file in files]
    remedy = duplicates.remedy_of(alike)
    for place in alike:
        files[place.file].refuse(place, duplicates.others_of(place, alike, names), remedy)


def _rows(
    layout: Layout, naming: RowArea, values: RowReader, known: KnownRows, answers: Answers
) -> SheetRows:
    if layout.names_rows:
        _narrow(naming, layout)
        marks = None if answers.heading else _fingerprints(layout, values, known)
        return SheetReader(layout, naming, values, marks, answers).read()
    meaning = layout.meanings.meaning
    return SheetRows(next_table=next_table(layout.sheet, layout.table, meaning))


def _narrow(naming: RowArea, layout: Layout) -> None:
    """The kecamatan that is named above a table which is not the only one of its sheet."""
    for _, cells in layout.table.titles if layout.is_part else ():
        filled = [(at, text) for at, cell in enumerate(cells) if (text := cell.strip())]
        with suppress(Refused):
            naming.narrow(filled)


def _often(files: Iterable[_File]) -> set[int]:
    """The cooperatives that several rows name."""
    ids = [*chain.from_iterable(file.unjoined() for file in files)]
    if len({*ids}) == len(ids):
        return set()
    return {key for key, count in Counter(ids).items() if count > 1}


def _fingerprints(layout: Layout, values: RowReader, known: KnownRows) -> Fingerprints | None:
    """None where the rows of a sheet cannot be known again: no code, or a personal column."""
    stated = layout.columns.stated
    personal = any(column.field.personal for column in stated)
    if "kode" not in layout.positions or not values.plain or personal:
        return None
    meaning = [
        (column.position, column.field.name, column.dated, *column.words.items())
        for column in stated
    ]
    per = layout.per.isoformat() if layout.explicit else None
    return Fingerprints(known, layout.table.width, meaning, per)


class _File(NamedTuple):
    """A file whose rows were read, `known` being the marks by which some were passed over, `totals`
    the heading rows of tables of totals beside it.
    """

    layout: Layout
    naming: RowArea
    values: RowReader
    rows: SheetRows
    known: KnownRows
    answers: Answers = NO_ANSWERS
    totals: tuple[int, ...] = ()

    def beside(self, totals: Sequence[int]) -> _File:
        """The same, with the heading rows of tables of totals."""
        return self._replace(totals=tuple(totals))

    @property
    def is_table(self) -> bool:
        """False for one of totals, and for what looked like a heading above the real one."""
        only_heads = self.rows.next_table and not (self.rows.count() or self.rows.problems)
        return not (self.layout.counts_regions or only_heads)

    @property
    def blocking(self) -> tuple[Problem, ...]:
        """What forbids to import any row of the file."""
        layout = self.layout
        if not layout.names_rows or self.rows.count() or self.rows.problems:
            return layout.problems
        message = "tidak ada baris data di bawah judul"
        remedy = "Isi barisnya, atau jangan sertakan berkas ini."
        place = layout.sheet.place
        return (
            *layout.problems,
            Problem(layout.table.row, "", "", "", message, remedy, file=place),
        )

    def problems(self) -> list[Problem]:
        """Those of the heading first, then those of the rows in order."""
        return [*self.blocking, *sorted(self.rows.problems, key=lambda problem: problem.row)]

    def ids(self) -> Iterator[int]:
        """The cooperative of each row that names one."""
        yield from (area.id for _, area in self.rows.named)
        yield from map(self.known.ids.__getitem__, self.rows.passed.values())

    def all_ids(self) -> Iterator[int]:
        """The same, with those of rows that are left out."""
        yield from self.ids()
        yield from (one.area.id for one in self.rows.left_out.values() if one.area)

    def unjoined(self) -> Iterator[int]:
        """The same without the rows that only add to one of another table."""
        joined = self.rows.joined
        if not joined:
            return self.ids()
        return (area.id for row, area in self.rows.named if row not in joined)

    def passed_of(self, ids: Container[int]) -> list[tuple[int, Area]]:
        """(row, area) of the rows on these cooperatives that were passed over."""
        if not self.rows.passed:
            return []
        areas = {area.id: area for area in self.naming.index.areas if area.id in ids}
        passed = ((row, self.known.ids[mark]) for row, mark in self.rows.passed.items())
        return [(row, areas[key]) for row, key in passed if key in areas]

    def places_of(self, ids: Container[int]) -> Iterator[NamedRow]:
        """The rows on these cooperatives, in order."""
        named = sorted((*self.rows.named, *self.passed_of(ids)), key=lambda one: one[0])
        rows = {row: area for row, area in named if area.id in ids}
        hidden = frozenset(self.layout.sheet.shown.hidden(rows))
        for row, area in rows.items():
            if row not in self.rows.joined:
                bare = row in self.rows.bare
                yield NamedRow(self.layout.number, row, area, bare, row in hidden)

    def refuse(self, place: NamedRow, others: str, remedy: str) -> None:
        """Rejects a row that is not the only one on its cooperative; `others` says where they
        stand.
        """
        message = f"{place.area.distinct_name} ({place.area.kode}) juga ada di {others}"
        error = Refused(message, remedy)
        key = self.naming.key
        self.rows.reject(self.layout.problem(place.row, key, place.area.kelurahan, error))

    def understanding(self, today: date) -> Understanding:
        """What was understood of the file."""
        rows, closing = self.rows, self.rows.closing
        return self._of_tables(today)._replace(
            rows=rows.count(),
            differences=tuple(differences(rows, self.layout.columns.stated)),
            closing_row=closing.row if closing else None,
            below_closing=closing.below if closing else 0,
            uncompared=bool(rows.totals and rows.rejected),
            untitled=rows.untitled,
            held_back=rows.held_back,
            rejected=frozenset(rows.rejected),
        )

    def _of_tables(self, today: date) -> Understanding:
        """What was understood of it but for its rows, the other tables of its sheet among that."""
        sheet = _of_columns(_of_sheet(self.layout, today), self.layout.columns)
        return self._of_cells(sheet)._replace(
            first_column=self.layout.sheet.left,
            next_table=self.rows.next_table,
            totals=self.totals,
            answers=self.answers,
            joined=len(self.rows.elsewhere),
            left_out=tuple(self.rows.left_out.values()),
            corrected=tuple(read_in(self.layout, self.rows)),
            unticked=self._unticked(),
        )

    def _of_cells(self, understanding: Understanding) -> Understanding:
        """The same, with what the cells of all rows came to."""
        values = self.values
        return understanding._replace(
            empty={} if self.layout.sheet.form else self._empty(),
            belum=dict(values.joining.taken_as_belum),
            numbers=self._numbers(),
            cleaned=values.cleaned,
            meant=values.meant,
            retired=values.retired,
            timed=values.timed,
            plain=values.plain,
            appearance=self._appearance(),
        )

    def _numbers(self) -> dict[str, int]:
        """Heading → how many identifiers stood below it."""
        headings = {each.position: each.heading for each in self.layout.columns.stated}
        return {headings[at]: count for at, count in self.values.numbers.items()}

    def _appearance(self) -> Appearance:
        """What the workbook shows of the rows of data; a form of ours is coloured by itself."""
        if self.layout.sheet.form:
            return UNSEEN
        named = {row for row, _ in self.rows.named}
        rows = named | self.rows.rejected | self.rows.passed.keys()
        return seen(self.layout.sheet, self.layout.columns.stated, rows)

    def _empty(self) -> dict[str, int]:
        """Milestone field → how many rows say nothing of it, neither a state nor a number."""
        silent = silent_rows(self.rows.passed.values(), self.values.states)
        bits = Counter(self.values.silent(intent.values) for intent in self.rows.intents)
        for at, name in enumerate(self.values.states):
            silent[name] += sum(count for each, count in bits.items() if each >> at & 1)
        return {name: count for name, count in silent.items() if count and name not in self._ticked}

    @property
    def _ticked(self) -> dict[str, None]:
        """The milestones of which several columns are ticked."""
        stated = self.layout.columns.stated
        return dict.fromkeys(column.field.name for column in stated if column.tick)

    def _unticked(self) -> dict[str, list[str]]:
        """Those fields → the cooperatives of which none of the columns is."""
        silent = {name: [*self._silent_on(name)] for name in self._ticked}
        return {name: areas for name, areas in silent.items() if areas}

    def _silent_on(self, name: str) -> Iterator[str]:
        for intent in self.rows.intents:
            if name not in intent.values and f"{name}_nomor" not in intent.values:
                yield intent.area.distinct_name


def _of_sheet(layout: Layout, today: date) -> Understanding:
    """What was understood of a file beside its columns and rows."""
    sheet, table = layout.sheet, layout.table
    days, named = _hinted(layout, today)
    return Understanding(
        layout.meanings.vocabulary,
        file=sheet.file,
        sheet=sheet.name,
        encoding=sheet.encoding,
        separator=sheet.separator,
        place=sheet.place,
        passed_over=sheet.passed_over,
        heading_row=table.row,
        headings=table.headings,
        per=layout.per,
        per_from=layout.per_from,
        title_per=layout.title_per,
        mentioned=days or named,
        in_name=bool(named),
    )


def _hinted(layout: Layout, today: date) -> tuple[tuple[date, ...], tuple[date, ...]]:
    """Where nobody named the day of a file, the days in its titles, else those in its name."""
    if layout.explicit:
        return (), ()
    days = mentioned(layout.table.titles, today)
    return days, () if days else in_name(layout.sheet.file, today)


def _of_columns(understanding: Understanding, columns: Columns) -> Understanding:
    """The same, with what the columns mean."""
    return understanding._replace(
        columns=columns.stated,
        ignored=columns.ignored,
        unknown=columns.unknown,
        unclear=columns.unclear,
        doubled_columns=columns.doubled,
        assumed=tuple(_assumed(columns.stated)),
        remembered=columns.remembered,
    )


def _assumed(stated: Iterable[FieldColumn]) -> Iterator[tuple[str, str]]:
    """Headings that leave open what they mean: a bare `RAT`, a bare `Kendala`."""
    for column in stated:
        year = book_year_of(column.field.state_field or "")
        no_year = year is not None and str(year) not in column.heading
        if no_year or column.assumed:
            yield column.heading, column.field.name
