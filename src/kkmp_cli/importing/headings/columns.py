"""What each column of a sheet means: its heading in the spellings of offices, or as `--map` says.

A milestone may have a column of states beside one of dates; any other field has one column. Never
enters: a row of data.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as dataclass_field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from kkmp_cli.errors import CellError, Problem, Refused, UnclearHeading, pasted
from kkmp_cli.importing.form import CHECKED
from kkmp_cli.importing.headings.heading_hints import Unknown as Unknown
from kkmp_cli.importing.headings.heading_hints import hinted, unread_milestone
from kkmp_cli.importing.headings.heading_parts import by_parts
from kkmp_cli.importing.headings.kendala_columns import (
    by_group,
    is_bare,
    kendala_field,
    left_unread,
    own_text,
)
from kkmp_cli.importing.headings.maps import IGNORED, Map, Meant, field_of, read_map
from kkmp_cli.importing.headings.money_columns import scaled
from kkmp_cli.importing.headings.own_headings import unknown_field
from kkmp_cli.importing.headings.persons_names import names_persons
from kkmp_cli.importing.headings.tick_columns import parted, state_in
from kkmp_cli.importing.headings.word_meanings import WordMeaning, read_meaning, words_of
from kkmp_cli.milestones import BELUM, SUDAH, TERKENDALA
from kkmp_cli.model.own_field import PERSEN, RUPIAH, headings_of
from kkmp_cli.model.vocabulary import (
    IGNORED_HEADINGS,
    OBSTACLE,
    STATE,
    VALUE,
    Field,
    Vocabulary,
    is_date_heading,
)
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.numbers import show
from kkmp_cli.parsing.state_phrases import KIND
from kkmp_cli.parsing.text import match_key
from kkmp_cli.sheets.heading_groups import Heading, meaning_of
from kkmp_cli.sheets.sheet import cell_name, column_letter
from kkmp_cli.sheets.table import SheetTable

KEYS = frozenset(("kode", "kelurahan", "nama"))
"""The fields by which a row can name its cooperative."""

REASON = "Alasan ditolak"
"""The last column of a file of rejected rows; it says nothing when that file is imported again."""
SILENT = frozenset(map(match_key, (REASON, CHECKED)))
PASSED_OVER, INTO_NOTES = "(diabaikan)", "(ke catatan)"
"""Behind a heading of such a file: what a `--map "X="` or `--map "X=catatan"` has said of it."""
FOR_GOOD = "Agar diingat untuk impor berikutnya, tambahkan --remember."
_TOLD = 5
"""So many columns of one field are named; a sheet may have thousands."""
_OWNERSHIP = "(?i)kepemilikan"
_DATED = re.compile(
    r"(?:mulai|pelaksanaan|sejak|bulan)\b|.*\b(?:tgl|tanggal|kapan)\b", re.IGNORECASE
)


class ImportOptions(NamedTuple):
    """How the files of one call are to be read. `kota` narrows names, and nothing else.

    `maps` are `HEADING=field` as typed, `remembered` those of earlier calls; `empty_as_belum` are
    milestone fields whose empty cells mean `belum`; `words` are `WORD=state` as typed. All are
    read by the `vocabulary` of the register.
    """

    vocabulary: Vocabulary
    book_year: int
    per: date | None = None
    kota: str | None = None
    maps: tuple[str, ...] = ()
    empty_as_belum: tuple[str, ...] = ()
    remembered: tuple[Map, ...] = ()
    words: tuple[str, ...] = ()
    remembered_words: tuple[WordMeaning, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldColumn:
    """A column that states a field. `dated`: it announces dates. `note`: kept in `catatan` under
    its heading. `assumed`: its heading alone does not say so. `tick`: the state that a tick in it
    says, beside the other columns of its milestone. `words`: what an officer said that words mean.
    """

    position: int
    heading: str
    field: Field
    dated: bool = False
    note: bool = False
    assumed: bool = False
    tick: str = ""
    words: Mapping[str, str] = dataclass_field(default_factory=dict, compare=False)

    @property
    def letter(self) -> str:
        """The column as the spreadsheet names it."""
        return column_letter(self.position)


class Columns(NamedTuple):
    """What was made of a heading: the columns that are read, those left out, and what forbids to go
    on.

    `remembered` are the headings, with their fields, that an earlier call has explained; `unclear`
    those that forbid to go on until it is said what they mean, `doubled` the columns of one field.
    """

    stated: tuple[FieldColumn, ...]
    ignored: tuple[str, ...]
    unknown: tuple[Unknown, ...]
    problems: tuple[Problem, ...]
    remembered: tuple[Map, ...] = ()
    unclear: tuple[Unknown, ...] = ()
    doubled: tuple[tuple[FieldColumn, ...], ...] = ()


class HeadingMeanings:
    """The headings of one call: the common ones, and those of `--map`, now or remembered.

    Raises Refused for a `--map` that is no `HEADING=field` or names no field.
    """

    def __init__(self, options: ImportOptions) -> None:
        self.vocabulary = options.vocabulary
        self.book_year, self.per = options.book_year, options.per
        self.typed = _typed(options)
        self._remembered = {
            each.key: each
            for each in options.remembered
            if each.name == IGNORED or field_of(each.name, self.vocabulary)
        }
        self._meanings: dict[str, str | CellError | None] = {}
        self.typed_words = tuple(_words(options))
        self.words = (*options.remembered_words, *self.typed_words)

    def knows(self, heading: str) -> bool:
        """True for a heading that means a field, or could mean one of two."""
        try:
            return bool(self.meaning(heading))
        except CellError:
            return True

    def names_key(self, heading: str) -> bool:
        """True for a heading of a column that says which cooperative a row is about."""
        return meaning_of(heading, self.meaning) in KEYS

    def meaning(self, heading: str) -> str | None:
        """The field of a heading, empty where `--map` says to ignore it, None where it is unknown.

        Raises CellError for a heading that leaves the tahun buku open.
        """
        if heading not in self._meanings:
            try:
                self._meanings[heading] = self._mean(heading)
            except CellError as error:
                self._meanings[heading] = error
        meaning = self._meanings[heading]
        if isinstance(meaning, CellError):
            raise meaning
        return meaning

    def is_notes(self, heading: str) -> bool:
        """True for a heading of the notes themselves, whatever any `--map` says."""
        return meaning_of(heading, self._usual) == "catatan"

    def _usual(self, heading: str) -> str | None:
        return self.vocabulary.match_heading(heading, self.book_year)

    def explained(self, heading: str) -> str | None:
        """The field that an officer gave a heading, by this call or an earlier one, if any."""
        key = match_key(heading)
        one = self.typed.get(key) or self.recalled(heading)
        return one.in_year(self.book_year, self.vocabulary) if one else None

    def recalled(self, heading: str) -> Map | None:
        """The remembered map by which a heading is read; one of this call goes before it."""
        key = match_key(heading)
        one = self._remembered.get(key)
        if one is None or key in self.typed or not one.fits(heading, self.vocabulary):
            return None
        return one

    def _share(self, key: str) -> str | None:
        """The own field of percentages with this heading; any other `%` is a sum of the sheet."""
        for own in self.vocabulary.own:
            if own.kind == PERSEN and not own.retired and key in map(match_key, headings_of(own)):
                return own.key
        return None

    def _mean(self, heading: str) -> str | None:
        key, explained = match_key(heading), self.explained(heading)
        if explained is not None:
            return explained
        if key in SILENT or _marked(heading, PASSED_OVER):
            return IGNORED
        if _marked(heading, INTO_NOTES):
            return "catatan"
        if len(heading) > 120 or not key or key.isdigit():
            return None
        if "%" in heading:
            return self._share(key)
        return self._usual(heading) or by_parts(heading, self.book_year, self.vocabulary)


def _typed(options: ImportOptions) -> dict[str, Map]:
    maps = (read_map(each, options.vocabulary) for each in options.maps)
    return {each.key: each for each in maps}


def _words(options: ImportOptions) -> Iterator[WordMeaning]:
    return (read_meaning(each, options.vocabulary) for each in options.words)


def state_fields(options: ImportOptions) -> tuple[str, ...]:
    """The milestone fields of `--kosong-belum`. Raises Refused for any other name."""
    fields, book_year = options.vocabulary, options.book_year
    names = []
    for name in options.empty_as_belum:
        field = fields.by_name(fields.in_year(name.strip().casefold(), book_year))
        if field is None or field.kind != STATE:
            states = (
                fields.in_year(each.name, book_year)
                for each in fields.all_fields()
                if each.kind == STATE
            )
            raise Refused(
                f"--kosong-belum: `{short(name)}` bukan tahap",
                f"Yang dikenal: {', '.join(states)}.",
            )
        names.append(field.name)
    return tuple(names)


def understand(table: SheetTable, meanings: HeadingMeanings, file: str) -> Columns:
    """The columns of a table.

    Problems: a heading that leaves the tahun buku open, two columns for one field, none that names
    a kelurahan.
    """
    sorting = _Sorting(table, meanings, file)
    sorting.take_all()
    names = {column.field.name for column in sorting.stated}
    if not names & KEYS:
        error = CellError(
            "tidak ada kolom kelurahan atau kode",
            'Tunjuk kolomnya, misalnya --map "Nama Wilayah Kerja=kelurahan".',
        )
        sorting.blame(0, "", error)
    return Columns(
        tuple(sorting.stated),
        tuple(sorting.ignored),
        tuple(sorting.hints(names)),
        tuple(sorting.problems),
        remembered=tuple(sorting.remembered),
        unclear=tuple(sorting.unclear),
        doubled=tuple(sorting.doubled),
    )


@dataclass(eq=False, repr=False)
class _Sorting:
    """The headings of a table, each put where it belongs."""

    table: SheetTable
    meanings: HeadingMeanings
    file: str
    stated: list[FieldColumn] = dataclass_field(default_factory=list)
    ignored: list[str] = dataclass_field(default_factory=list)
    unknown: list[Heading] = dataclass_field(default_factory=list)
    kendala: list[Heading] = dataclass_field(default_factory=list)
    ticked: list[FieldColumn] = dataclass_field(default_factory=list)
    problems: list[Problem] = dataclass_field(default_factory=list)
    remembered: list[Map] = dataclass_field(default_factory=list)
    unclear: list[Unknown] = dataclass_field(default_factory=list)
    doubled: list[tuple[FieldColumn, ...]] = dataclass_field(default_factory=list)

    def take_all(self) -> None:
        """All headings: each for itself, then those whose meaning others tell."""
        for heading in self.table.headings:
            self.take(heading)
        self.take_ticked()
        self.take_kendala()
        self.take_premises()
        self.refuse_doubled()

    def take(self, heading: Heading) -> None:
        """The next heading."""
        if self.meanings.explained(heading.text) is not None:
            heading = heading._replace(asked=heading.text)
        try:
            meaning = self.meanings.meaning(heading.asked)
        except CellError as error:
            self._open(heading, error, f"{error.remedy} {FOR_GOOD}")
            return
        if self.meanings.recalled(heading.asked):
            self.remembered.append(Map(heading.text, meaning or IGNORED))
        self._put(heading, meaning)

    def _put(self, heading: Heading, meaning: str | None) -> None:
        key = match_key(heading.text)
        if meant := field_of(meaning, self.meanings.vocabulary) if meaning else None:
            self._state(heading, meant)
        elif meaning == IGNORED or key in IGNORED_HEADINGS or not key:
            self.ignored.append(heading.text)
        elif is_bare(own_text(heading)):
            self.kendala.append(heading)
        elif column := self._ticked(heading):
            self.ticked.append(column)
        else:
            self._leave(heading)

    def _state(self, heading: Heading, meant: Meant) -> None:
        """One that states a field, unless what is around it says that it does not."""
        if error := self._contradicted(heading, meant):
            self._open(heading, error, error.remedy)
        else:
            self.stated.append(_column(heading, meant, self.meanings))

    def _contradicted(self, heading: Heading, meant: Meant) -> CellError | None:
        """Why it does not: amounts that are not whole rupiah, names of persons."""
        own = self.meanings.vocabulary.own_of(meant.name)
        if own is not None and own.kind == RUPIAH and meant.field.kind == VALUE:
            return scaled(self.table, heading)
        if meant.name != "nama" or self.meanings.explained(heading.asked) is not None:
            return None
        others = [one for one in self.table.headings if one.position != heading.position]
        fields = [meaning_of(one.asked, self.meanings.meaning) for one in others]
        return names_persons(heading, others, fields)

    def _leave(self, heading: Heading) -> None:
        """One that is not read."""
        vocabulary = self.meanings.vocabulary
        error = unknown_field(heading.text, vocabulary)
        if error := error or unread_milestone(heading.text, vocabulary, self._name(heading)):
            self._open(heading, error, error.remedy)
        else:
            self.unknown.append(heading)

    def _open(self, heading: Heading, error: CellError, remedy: str) -> None:
        """One of which it must be said what it means."""
        self.blame(heading.position, heading.text, CellError(error.message, remedy))
        ways = error.ways if isinstance(error, UnclearHeading) else ()
        letter = column_letter(heading.position)
        self.unclear.append(Unknown(heading.text, letter, None, "", ways=ways, why=error.message))

    def _ticked(self, heading: Heading) -> FieldColumn | None:
        """A heading that names a milestone and a state of it other than `sudah`."""
        for state, rest in parted(heading.text):
            name = meaning_of(rest, self.meanings.meaning)
            field = self.meanings.vocabulary.by_name(name) if name else None
            if field and field.kind == STATE and state != SUDAH:
                return FieldColumn(heading.position, heading.text, field, tick=state)
        return None

    def take_ticked(self) -> None:
        """The columns that stand beside a ticked `sudah`; one alone may be anything."""
        names = {column.field.name for column in self.stated if _says_sudah(column)}
        alone = {each.position for each in self.ticked if each.field.name not in names}
        self.stated += [each for each in self.ticked if each.position not in alone]
        for heading in self.table.headings:
            if heading.position in alone:
                self._leave(heading)
        self._tick_sudah({column.field.name for column in self.stated if column.tick})

    def _tick_sudah(self, names: Container[str]) -> None:
        """The column of `sudah` of these fields is ticked like the others."""
        for at, column in enumerate(self.stated):
            if column.field.name in names and not column.tick and _says_sudah(column):
                self.stated[at] = replace(column, tick=SUDAH)

    def take_kendala(self) -> None:
        """The bare headings of kendala, the others known; those of no one stay in `kendala`."""
        owned, bare, self.kendala = by_group(self.table.headings, self._owners()), self.kendala, []
        taken: set[str | None] = {column.field.name for column in self.stated}
        for heading in bare:
            name = kendala_field(heading, owned)
            if name in taken or not self._take_as(name, heading):
                self.kendala.append(heading)
            taken.add(name)
        self.stated.sort(key=lambda column: column.position)

    def _take_as(self, name: str | None, heading: Heading) -> bool:
        """True for a bare heading whose field is known; it is stated."""
        field = self.meanings.vocabulary.by_name(name) if name else None
        if field:
            self.stated.append(FieldColumn(heading.position, heading.text, field, assumed=True))
        return field is not None

    def take_premises(self) -> None:
        """A column that asks for ownership, beside the one of the state, is of whose room it is."""
        kind = self.meanings.vocabulary.by_name(KIND)
        states = Counter(one.field.name for one in self.stated if _is_state(one))
        for at, column in enumerate(self.stated):
            beside = _is_state(column) and states[column.field.name] > 1
            if kind and beside and re.search(_OWNERSHIP, column.heading):
                self.stated[at] = replace(column, field=kind, assumed=True)

    def _owners(self) -> dict[int, str]:
        """Where a column of a milestone stands that is none of its kendala."""
        return {
            column.position: state
            for column in self.stated
            if (state := column.field.state_field) and column.field.kind != OBSTACLE
        }

    def hints(self, stated: Collection[str]) -> list[Unknown]:
        """The columns that are not read, each with the `--map` that reads it."""
        owners, vocabulary = self._owners(), self.meanings.vocabulary
        named = {
            each.position: left_unread(each, owner, self._name(each), vocabulary, stated)
            for each, owner in _with_owners(self.kendala, owners)
        }
        named |= {
            each.position: hinted(each, stated, self._name(each), vocabulary)
            for each in self.unknown
        }
        return [named[position] for position in sorted(named)]

    def _name(self, heading: Heading) -> str:
        """What a `--map` calls a column: its heading, the letter where another one has that too."""
        if self.often[match_key(heading.text)] > 1:
            return f"kolom {column_letter(heading.position)}"
        return heading.text

    @cached_property
    def often(self) -> Counter[str]:
        """How many columns have the heading of this key."""
        return Counter(match_key(heading.text) for heading in self.table.headings)

    def refuse_doubled(self) -> None:
        """Two columns for one field, but of a state and its date, and those that are ticked."""
        by_name: dict[str, list[FieldColumn]] = {}
        for column in self.stated:
            if not column.note:
                by_name.setdefault(column.field.name, []).append(column)
        for columns in filter(_are_doubled, by_name.values()):
            self._refuse_doubled(columns)

    def _refuse_doubled(self, columns: Sequence[FieldColumn]) -> None:
        self.blame(columns[-1].position, columns[-1].heading, _doubled(columns))
        self.doubled.append(tuple(columns))

    def blame(self, position: int, heading: str, error: CellError) -> None:
        """What is wrong with a heading."""
        row, cell = self.table.row, cell_name(position, self.table.row)
        self.problems.append(
            Problem(row, heading, cell, heading, error.message, error.remedy, file=self.file)
        )


def _are_doubled(columns: Sequence[FieldColumn]) -> bool:
    kinds = [column.tick or column.dated for column in columns]
    return len({*kinds}) < len(kinds) or (False in kinds and any(column.tick for column in columns))


def _is_state(column: FieldColumn) -> bool:
    return column.field.kind == STATE and not column.dated


def _with_owners(
    headings: Iterable[Heading], owners: Mapping[int, str]
) -> Iterator[tuple[Heading, str | None]]:
    """Each with the milestone of the nearest of `owners` to its left."""
    places = sorted(owners)
    for heading in headings:
        at = bisect_left(places, heading.position)
        yield heading, owners[places[at - 1]] if at else None


def _says_sudah(column: FieldColumn) -> bool:
    return _is_state(column) and state_in(column.heading) == SUDAH


def _doubled(columns: Sequence[FieldColumn]) -> CellError:
    name = columns[0].field.name
    places = " dan ".join(f"{column.letter} ({column.heading})" for column in columns[:_TOLD])
    more = f" dan {show(len(columns) - _TOLD)} kolom lain" if len(columns) > _TOLD else ""
    return CellError(
        f"kolom {places}{more} sama-sama berarti `{name}`", _remedy_of_doubled(name, columns)
    )


def _remedy_of_doubled(name: str, columns: Sequence[FieldColumn]) -> str:
    first, last = columns[0].heading, columns[-1].heading
    if name in KEYS:
        return (
            "Dua tabel berdampingan? Pindahkan yang kanan ke bawah yang kiri. Bila "
            "tidak, hapus satu kolom."
        )
    alike = match_key(first) == match_key(last)
    one = f"kolom {columns[-1].letter}" if alike else last
    leave = f"Sisakan satu: {pasted('--map', f'{one}=')} mengabaikan kolom itu."
    if columns[-1].field.kind == STATE and len(columns) == 2 and not columns[-1].dated:
        return f"{leave} Bila isinya tanggalnya: {pasted('--map', f'{one}={name}_tanggal')}."
    return leave


def _column(heading: Heading, meant: Meant, meanings: HeadingMeanings) -> FieldColumn:
    field = meant.field
    if field.kind != STATE:
        return _value_column(heading, field, meanings)
    dated = meant.dated or any(_dated(text, field) for text in (heading.asked, heading.text))
    column = FieldColumn(heading.position, heading.text, field, dated)
    tick = _contrary_state(heading, meanings)
    return replace(column, tick=tick, words=words_of(field, meanings.words))


def _value_column(heading: Heading, field: Field, meanings: HeadingMeanings) -> FieldColumn:
    marked = _marked(heading.asked, INTO_NOTES)
    explained = marked or meanings.explained(heading.asked) == "catatan"
    note = explained and not meanings.is_notes(heading.asked)
    text = heading.text[: -len(INTO_NOTES)].strip() if marked and note else heading.text
    return FieldColumn(heading.position, text, field, note=note)


def _dated(text: str, field: Field) -> bool:
    return is_date_heading(text, field) or bool(_DATED.match(text))


def _contrary_state(heading: Heading, meanings: HeadingMeanings) -> str:
    """What a tick below `Belum NIB` says, whatever milestone an officer has given the column."""
    if meanings.explained(heading.text) is None and meanings.explained(heading.asked) is None:
        return ""
    return next((state for state, _ in parted(heading.text) if state in (BELUM, TERKENDALA)), "")


def _marked(heading: str, mark: str) -> bool:
    return heading.casefold().endswith(f" {mark}")


class Places(Mapping[str, tuple[str, str]]):
    """field name → (heading, cell name) of one row, made only when somebody asks."""

    __slots__ = ("_columns", "_row")

    def __init__(self, columns: Mapping[str, FieldColumn], row: int) -> None:
        self._columns, self._row = columns, row

    def __getitem__(self, name: str) -> tuple[str, str]:
        column = self._columns[name]
        return column.heading, f"{column.letter}{self._row}"

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)


def places_of(stated: Iterable[FieldColumn]) -> Mapping[str, FieldColumn]:
    """Where each field of a row stands; an identifier may stand in its milestone's own column."""
    table: dict[str, FieldColumn] = {}
    for column in stated:
        if column.field.kind == STATE:
            for tail in ("_nomor", "_bank", "_mulai", "_rencana"):
                table.setdefault(column.field.name + tail, column)
    for column in stated:
        doubled = column.field.kind == STATE and (column.dated or column.tick)
        if not (column.field.name in table and doubled):
            table[column.field.name] = column
    return table
