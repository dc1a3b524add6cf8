"""All files of one call → statements and problems, and what was understood of each file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from types import MappingProxyType

from kkmp_cli.areas.index import AreaIndex
from kkmp_cli.errors import Problem, Refused
from kkmp_cli.importing import doubles
from kkmp_cli.importing.columns import (
    KEYS,
    Column,
    Columns,
    Options,
    Unknown,
    Vocabulary,
    state_fields,
    understand,
)
from kkmp_cli.importing.known_rows import Fingerprints, Known, silent_rows
from kkmp_cli.importing.maps import Map
from kkmp_cli.importing.read_so_far import Found
from kkmp_cli.importing.row import Reader
from kkmp_cli.importing.sheet_totals import Difference, differences
from kkmp_cli.importing.titles import mentioned, stated_per
from kkmp_cli.importing.walk import Walk
from kkmp_cli.importing.which_area import Naming
from kkmp_cli.milestones import book_year_of
from kkmp_cli.model import vocabulary as fields
from kkmp_cli.model.area import Area
from kkmp_cli.parsing.text import match_key
from kkmp_cli.planning.bulk import BulkIntents
from kkmp_cli.planning.intent import Intent
from kkmp_cli.sheets.heading_groups import Heading
from kkmp_cli.sheets.sheet import Sheet, cell_name
from kkmp_cli.sheets.table import Table, find

BY_OPTION, BY_FILE, BY_DEFAULT = "opsi", "berkas", "bawaan"
"""Who named the day of which a file speaks: `--per`, its title rows, nobody (today)."""
_BARE_OBSTACLE = frozenset(("kendala", "hambatan", "permasalahan", "kendalahambatan"))


@dataclass(frozen=True, slots=True)
class Understanding:
    """What was understood of one file. `rows` are its data rows; `rejected` the numbers of those
    with a problem.

    `numbers`: heading of a milestone's column → how many identifiers stood in it; `empty`:
    milestone field → how many rows state nothing of it; `held_back`: good cells in rejected rows;
    `cleaned`: texts with invisible characters, which were taken out; `remembered`: headings read as
    an earlier call has explained them; `place`: the file, and the sheet where several of it are
    read, as messages call it; `passed_over`: its other sheets;
    `plain`: every cell was a value or nothing; `mentioned`: days in the titles, where none is said
    to be the `per`.
    """

    file: str
    sheet: str | None
    encoding: str | None
    separator: str | None
    heading_row: int
    per: date
    per_from: str
    title_per: date | None
    columns: tuple[Column, ...]
    ignored: tuple[str, ...]
    unknown: tuple[Unknown, ...]
    rows: int
    empty: Mapping[str, int] = field(default_factory=dict)
    belum: Mapping[str, int] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)
    differences: tuple[Difference, ...] = ()
    closing_row: int | None = None
    below_closing: int = 0
    uncompared: bool = False
    untitled: int = 0
    held_back: int = 0
    rejected: frozenset[int] = frozenset()
    assumed: tuple[tuple[str, str], ...] = ()
    headings: tuple[Heading, ...] = ()
    cleaned: int = 0
    plain: bool = False
    remembered: tuple[Map, ...] = ()
    place: str = ""
    passed_over: tuple[str, ...] = ()
    mentioned: tuple[date, ...] = ()

    @property
    def meanings(self) -> dict[str, str]:
        """Heading → field, in the order of the columns."""
        return {column.heading: column.field.name for column in self.columns}


@dataclass(frozen=True, slots=True)
class Reading:
    """What all files of a call state: `intents`, and `batches` of rows that were read together.

    `named` are, for each file, the ids of the areas of all its rows, good and bad; `passed`: file →
    how many rows are known to say nothing new; `faulty`: what the good cells of rows with a bad one
    state; `blocked`: a heading must be cleared up first, skipping bad rows does not help.
    """

    files: tuple[Understanding, ...]
    intents: tuple[Intent, ...]
    problems: tuple[Problem, ...]
    named: tuple[frozenset[int], ...]
    blocked: bool = False
    passed: Mapping[int, int] = field(default_factory=dict)
    faulty: tuple[Intent, ...] = ()
    batches: tuple[BulkIntents, ...] = ()

    def in_order(self) -> list[Intent | BulkIntents]:
        """All that is stated, in the order of the rows; those of a batch have no other row between
        them.
        """
        return (
            sorted([*self.batches, *self.intents], key=_place) if self.batches else [*self.intents]
        )


def read_rows(
    sheets: Sequence[Sheet],
    index: AreaIndex,
    options: Options,
    today: date,
    marks: Mapping[bytes, int] = MappingProxyType({}),
) -> Reading:
    """Every row of every sheet as a statement, or a problem. `marks` are those of rows that say
    nothing new, each with the id of its cooperative.

    Raises Refused for a sheet without any known column, and for a `--map` or `--kosong-belum` that
    fits none.
    """
    vocabulary, ours = Vocabulary(options), Vocabulary(replace(options, remembered=()))
    words = [ours if sheet.form else vocabulary for sheet in sheets]
    belum = state_fields(options.empty_as_belum, options.book_year)
    tables = [_table(sheet, known) for sheet, known in zip(sheets, words, strict=True)]
    columns = [
        understand(table, known, sheet.place)
        for sheet, table, known in zip(sheets, tables, words, strict=True)
    ]
    _refuse_unused(vocabulary, tables, belum, columns)
    work = [
        Work(number, sheet, table, made, options, belum, today)
        for number, (sheet, table, made) in enumerate(zip(sheets, tables, columns, strict=True))
    ]
    known = Known(marks)
    for each in work:
        each.walk(index, known)
    named = tuple(frozenset(each.ids()) for each in work)
    if doubles.stand_in(work, named):
        doubles.refuse(work)
        named = tuple(frozenset(each.ids()) for each in work)
    problems = [problem for each in work for problem in each.problems()]
    intents = [intent for each in work for intent in each.found.intents]
    return Reading(
        tuple(each.understanding() for each in work),
        tuple(intents),
        tuple(problems),
        named,
        any(each.blocking for each in work),
        {each.number: len(each.found.passed) for each in work if each.found.passed},
        tuple(intent for each in work for intent in each.found.faulty),
        tuple(batch for each in work for batch in each.found.batches),
    )


def _place(said: Intent | BulkIntents) -> tuple[int, int]:
    source = said.source if isinstance(said, Intent) else said.sources[0] if said.sources else None
    return (source.file, source.row) if source else (0, 0)


def absent(
    reading: Reading, left: Sequence[Area], areas: Callable[[str], Iterable[Area]]
) -> tuple[tuple[Area, ...], ...]:
    """For each file those of its kota among `left`, the registered cooperatives that no row of any
    file names.

    `areas` are those of a kota, by its code.
    """
    inside = {code: {area.id for area in areas(code)} for code in {area.kota_code for area in left}}
    found = []
    for ids in reading.named:
        kota = {code for code, held in inside.items() if not held.isdisjoint(ids)}
        found.append(tuple(area for area in left if area.kota_code in kota))
    return tuple(found)


def _table(sheet: Sheet, vocabulary: Vocabulary) -> Table:
    table = find(sheet, vocabulary.meaning, KEYS)
    if table is None:
        remedy = (
            "Beri judul kolom, misalnya Kelurahan, NIB, RAT; atau tunjuk artinya: --map "
            '"JUDUL=field".'
        )
        raise Refused(f"{sheet.place}: tidak ada judul kolom yang dikenal", remedy)
    return table


def _refuse_unused(
    vocabulary: Vocabulary,
    tables: Iterable[Table],
    belum: Iterable[str],
    columns: Iterable[Columns],
) -> None:
    seen = [heading for table in tables for heading in table.headings]
    headings = {match_key(text) for heading in seen for text in (heading.text, heading.asked)}
    for key, typed in vocabulary.typed.items():
        if key not in headings:
            raise Refused(
                f"--map: tidak ada kolom berjudul `{typed.heading}` (→ "
                f"{typed.name or 'diabaikan'})",
                "Tulis judulnya seperti di berkas.",
            )
    stated = {column.field.name for made in columns for column in made.stated}
    for name in belum:
        if name not in stated:
            raise Refused(
                f"--kosong-belum: tidak ada kolom {name} di berkas",
                "Hapus field itu dari --kosong-belum.",
            )


@dataclass
class Work:
    """One file on its way from rows to statements."""

    number: int
    sheet: Sheet
    table: Table
    columns: Columns
    options: Options
    belum: Sequence[str]
    today: date
    found: Found = field(default_factory=Found)

    def __post_init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self.title_per, wrong = stated_per(self.table.titles, self.today, self.sheet.place)
        self.blocking = [*self.columns.problems, *([] if self.options.per else wrong)]
        self.per = self.options.per or self.title_per or self.today
        self.reader = Reader(self.columns.stated, self.today, self.per, self.belum)
        positions: dict[str, int] = {}
        for column in self.columns.stated:
            positions.setdefault(column.field.name, column.position)
        self._positions = positions

    def walk(self, index: AreaIndex, known: Known) -> None:
        """Reads the rows, where a column says which cooperative they are about."""
        self._known, self.naming = known, Naming(index, self.options.kota, self._positions)
        if not KEYS & set(self._positions):
            return
        explicit = self.options.per is not None or self.title_per is not None
        self.found = Walk(
            self.sheet,
            self.table,
            self.columns.stated,
            self.naming,
            self.reader,
            self.per,
            explicit,
            self.number,
            self._fingerprints(known, explicit),
        ).go()
        if self.found.passed and (
            self.found.closing or self.found.totals
        ):  # its sums are compared with all rows
            self._begin()
            self.walk(index, Known({}))
            return
        if not self.found.count() and not self.found.problems:
            message, remedy = (
                "tidak ada baris data di bawah judul",
                "Isi barisnya, atau jangan sertakan berkas ini.",
            )
            self.blocking.append(
                Problem(self.table.row, "", "", "", message, remedy, self.sheet.place)
            )

    def _fingerprints(self, known: Known, explicit: bool) -> Fingerprints | None:
        stated = self.columns.stated
        if (
            "kode" not in self._positions
            or not self.reader.plain
            or any(column.field.personal for column in stated)
        ):
            return None
        told = [(column.position, column.field.name, column.dated) for column in stated]
        return Fingerprints(
            known, self.table.width, told, self.per.isoformat() if explicit else None
        )

    def problems(self) -> list[Problem]:
        """Those of the heading first, then those of the rows in order."""
        return [*self.blocking, *sorted(self.found.problems, key=lambda problem: problem.row)]

    def ids(self) -> Iterator[int]:
        """The cooperative of each row that names one."""
        passed = map(self._known.ids.__getitem__, self.found.passed.values())
        return chain((area.id for _, area in self.found.named), passed)

    def passed_of(self, ids: Container[int]) -> list[tuple[int, Area]]:
        """(row, area) of the rows on these cooperatives that were passed over."""
        areas = {area.id: area for area in self.naming.index.areas if area.id in ids}
        passed = (
            (row, areas.get(self._known.ids[mark])) for row, mark in self.found.passed.items()
        )
        return [(row, area) for row, area in passed if area]

    def refuse(self, row: int, area: Area, others: str) -> None:
        """Rejects a row that is not the only one on its cooperative."""
        self.found.rejected.add(row)
        key = self.naming.key
        heading = next(
            (column.heading for column in self.columns.stated if column.position == key), ""
        )
        message, remedy = (
            f"{area.kelurahan} ({area.kode}) juga ada di {others}",
            "Gabungkan menjadi satu baris.",
        )
        self.found.problems.append(
            Problem(
                row, heading, cell_name(key, row), area.kelurahan, message, remedy, self.sheet.place
            )
        )

    def understanding(self) -> Understanding:
        """What was understood of the file."""
        found, stated = self.found, self.columns.stated
        heading_of = {column.position: column.heading for column in stated}
        return Understanding(
            self.sheet.file,
            self.sheet.name,
            self.sheet.encoding,
            self.sheet.separator,
            self.table.row,
            self.per,
            BY_OPTION if self.options.per else BY_FILE if self.title_per else BY_DEFAULT,
            self.title_per,
            stated,
            self.columns.ignored,
            self.columns.unknown,
            found.count(),
            {} if self.sheet.form else self._empty(),
            dict(self.reader.taken_as_belum),
            {heading_of[at]: count for at, count in self.reader.numbers.items()},
            tuple(differences(found, stated)),
            found.closing.row if found.closing else None,
            found.closing.below if found.closing else 0,
            bool(found.totals and found.rejected),
            found.untitled,
            found.held_back,
            frozenset(found.rejected),
            tuple(_assumed(stated)),
            self.table.headings,
            self.reader.cleaned,
            self.reader.plain,
            self.columns.remembered,
            self.sheet.place,
            self.sheet.passed_over,
            () if self.options.per or self.title_per else mentioned(self.table.titles, self.today),
        )

    def _empty(self) -> dict[str, int]:
        """Milestone field → how many rows say nothing of it, neither a state nor a number."""
        rows = [intent.values for intent in self.found.intents]
        stated = Counter(chain.from_iterable(rows))
        counts = {}
        unsaid, batches = (
            silent_rows(self.found.passed.values(), self.reader.states),
            self.found.batches,
        )
        for name in self.reader.states:
            number = f"{name}_nomor"
            empty = len(rows) - stated[name]
            if empty and stated[number]:
                empty -= sum(1 for values in rows if number in values and name not in values)
            counts[name] = (
                empty + sum(batch.silent(name, number) for batch in batches) + unsaid[name]
            )
        return {name: count for name, count in counts.items() if count}


def _assumed(stated: Iterable[Column]) -> Iterable[tuple[str, str]]:
    """Headings that leave open what they mean: a bare `RAT`, a bare `Kendala`."""
    for column in stated:
        year = book_year_of(column.field.state_field or "")
        no_year = year is not None and str(year) not in column.heading
        if no_year or (
            column.field.kind == fields.OBSTACLE and match_key(column.heading) in _BARE_OBSTACLE
        ):
            yield column.heading, column.field.name
