"""What the files of a call state, and what was understood of each. Never enters: a register."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from kkmp_cli.errors import Problem
from kkmp_cli.importing.appearance import UNSEEN, Appearance
from kkmp_cli.importing.corrected_cells import CellRead
from kkmp_cli.importing.duplicates import NamedRow
from kkmp_cli.importing.form_answers import NO_ANSWERS, Answers
from kkmp_cli.importing.headings.columns import FieldColumn, Unknown
from kkmp_cli.importing.headings.maps import Map
from kkmp_cli.importing.sheet_layout import BY_DEFAULT
from kkmp_cli.importing.sheet_rows import LeftOut
from kkmp_cli.importing.sheet_totals import Difference
from kkmp_cli.model.area import Area
from kkmp_cli.model.vocabulary import Vocabulary
from kkmp_cli.planning.intent import Intent
from kkmp_cli.sheets.heading_groups import Heading
from kkmp_cli.sheets.sheet import Sheet


class Understanding(NamedTuple):
    """What was understood of one file, by which vocabulary. `rows` are its data rows; `rejected`
    the numbers of those with a problem.

    `unclear`: headings of which it must be said what they mean; `doubled_columns`: several of one
    field; `numbers`: heading of a milestone's column → how many identifiers stood in it; `empty`:
    milestone field → how many rows state nothing of it; `held_back`: good cells in rejected rows;
    `cleaned`: texts with invisible characters, which were taken out; `meant`: words read as an
    officer said, with their states; `retired`: heading → choices that are offered no more;
    `timed`: heading → dates whose time of day is passed over;
    `remembered`: headings read as an earlier call has explained them; `place`: the file, and the
    sheet where several of it are
    read, as messages call it; `passed_over`: its other sheets; `plain`: every cell was a value or
    nothing; `mentioned`: days in the titles, where none is said to be the `per`, or (`in_name`) in
    the name of the file; `next_table`: the row with which another table of the sheet begins;
    `totals`: heading rows of tables of totals, which are not read; `unticked`: milestone field →
    the cooperatives of which none of its columns is ticked; `joined`: rows that belong to one of
    another table; `first_column`: where it begins that stands to the right of another table;
    `corrected`: the cells that were read otherwise than they stand in the file; `left_out`: the
    rows among the rejected ones that somebody asked to leave out.
    """

    vocabulary: Vocabulary
    file: str
    sheet: str | None
    encoding: str | None
    separator: str | None
    heading_row: int
    per: date
    per_from: str
    title_per: date | None
    columns: tuple[FieldColumn, ...] = ()
    ignored: tuple[str, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    unclear: tuple[Unknown, ...] = ()
    doubled_columns: tuple[tuple[FieldColumn, ...], ...] = ()
    rows: int = 0
    empty: Mapping[str, int] = MappingProxyType({})
    unticked: Mapping[str, Sequence[str]] = MappingProxyType({})
    belum: Mapping[str, int] = MappingProxyType({})
    numbers: Mapping[str, int] = MappingProxyType({})
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
    meant: Mapping[str, str] = MappingProxyType({})
    retired: Mapping[str, Sequence[str]] = MappingProxyType({})
    timed: Mapping[str, Sequence[str]] = MappingProxyType({})
    plain: bool = False
    remembered: tuple[Map, ...] = ()
    place: str = ""
    passed_over: tuple[str, ...] = ()
    mentioned: tuple[date, ...] = ()
    in_name: bool = False
    appearance: Appearance = UNSEEN
    first_column: int = 0
    next_table: int | None = None
    totals: tuple[int, ...] = ()
    joined: int = 0
    answers: Answers = NO_ANSWERS
    corrected: tuple[CellRead, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    def label_of(self, name: str) -> str:
        """A field's words."""
        return self.vocabulary.label_of(name)

    @property
    def day_of_none(self) -> date | None:
        """The day that was taken because nobody and nothing named one; None where something did."""
        return self.per if self.per_from == BY_DEFAULT and not self.answers.days else None

    @property
    def meanings(self) -> dict[str, str]:
        """Heading → field, in the order of the columns."""
        return {column.heading: column.field.name for column in self.columns}


class ReadResult(NamedTuple):
    """What all files of a call state.

    `named` are, for each file, the ids of the areas of all its rows, good and bad; `passed`: file →
    how many rows are known to say nothing new; `faulty`: what the good cells of rows with a bad one
    state; `blocked`: a heading must be cleared up first, skipping bad rows does not help; `sheets`:
    the table of each file, as it was read; `doubled`: the rows of each cooperative that several
    name; `idle_words`: those of this call that no cell holds.
    """

    files: tuple[Understanding, ...]
    intents: tuple[Intent, ...]
    problems: tuple[Problem, ...]
    named: tuple[frozenset[int], ...]
    blocked: bool = False
    passed: Mapping[int, int] = MappingProxyType({})
    faulty: tuple[Intent, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    doubled: tuple[Sequence[NamedRow], ...] = ()
    idle_words: tuple[str, ...] = ()


def absent(
    result: ReadResult, left: Sequence[Area], areas: Callable[[str], Iterable[Area]]
) -> tuple[tuple[Area, ...], ...]:
    """For each file those among `left`, the registered cooperatives that no row of any file names,
    that should stand in it: of its kecamatan, or of its kota where it names most of its kecamatan.

    `areas` are those of a kota, by its code.
    """
    kota = [[*areas(code)] for code in sorted({area.kota_code for area in left})]
    missing = []
    for ids in result.named:
        concerned = {code for inside in kota for code in _kecamatan(inside, ids)}
        missing.append(tuple(area for area in left if area.kecamatan_code in concerned))
    return tuple(missing)


def _kecamatan(kota: Iterable[Area], ids: Container[int]) -> set[str]:
    """The codes of the kecamatan of a kota of which a sheet speaks that names these areas."""
    every = {area.kecamatan_code for area in kota}
    named = {area.kecamatan_code for area in kota if area.id in ids}
    return every if 2 * len(named) > len(every) else named
