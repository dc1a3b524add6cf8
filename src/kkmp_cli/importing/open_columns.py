"""The columns of a call that are not read, with what stands in them and what each may be: what an
officer is asked about.

Never enters: a question, a register, what a heading means (`headings`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kkmp_cli import settings
from kkmp_cli.errors import CellError
from kkmp_cli.importing.headings.columns import KEYS, FieldColumn, Unknown
from kkmp_cli.importing.headings.maps import field_of
from kkmp_cli.importing.new_fields import NewColumn, are_of_persons, may_be_own
from kkmp_cli.importing.read_result import ReadResult, Understanding
from kkmp_cli.model.declaration import once
from kkmp_cli.model.vocabulary import STATE, Field, Vocabulary
from kkmp_cli.parsing import state_words
from kkmp_cli.parsing.text import clean, match_key
from kkmp_cli.sheets.sheet import Sheet, column_letter, column_position
from kkmp_cli.sheets.table import numbers_columns

_SAMPLES = 3
_LETTER = r"[^\W\d_]{3}"


class OpenColumn(NamedTuple):
    """A column that is not read: its heading, empty where it has none, its letter and the `place`
    of the first sheet that has it, `name` by which a `--map` takes it, and the cells that state
    something. `hint` is what its heading may mean; `new`: as which it may become a field of the
    office. `personal`: it holds what tells who a person is.
    """

    heading: str
    letter: str
    name: str
    cells: tuple[str, ...]
    hint: Unknown
    place: str
    new: NewColumn | None = None
    personal: bool = False

    @property
    def why(self) -> str:
        """What forbids to pass it over; empty where nothing does."""
        return self.hint.why

    @property
    def samples(self) -> tuple[str, ...]:
        """Some of the different texts in it."""
        return once(self.cells)[:_SAMPLES]

    @property
    def ways(self) -> tuple[str, ...]:
        """The fields that it may be, as far as its heading tells."""
        return self.hint.ways or tuple(filter(None, (self.hint.nearest,)))


def open_columns(reading: ReadResult) -> tuple[OpenColumn, ...]:
    """The columns of all files that are not read, those of one heading as one: those in the way,
    and those that hold something.
    """
    alone = len(reading.files) == 1
    by_name: dict[str, OpenColumn] = {}
    for file, sheet in zip(reading.files, reading.sheets, strict=True):
        for column in _columns(file, sheet, alone):
            before = by_name.setdefault(match_key(column.name), column)
            if before is not column:
                by_name[match_key(column.name)] = _both(before, column)
    return tuple(each for each in by_name.values() if each.why or each.cells)


def _both(one: OpenColumn, other: OpenColumn) -> OpenColumn:
    """The columns of one heading in two sheets."""
    cells, personal = (*one.cells, *other.cells), one.personal or other.personal
    new = one.new._replace(cells=cells) if one.new and other.new else None
    return one._replace(cells=cells, new=new, personal=personal)


def _columns(file: Understanding, sheet: Sheet, alone: bool) -> Iterator[OpenColumn]:
    every = [*file.unclear, *_passed_over(file)]
    every.sort(key=lambda one: column_position(one.letter))
    names = [name_of(one.heading, one.letter, file, alone) for one in every]
    cells = cells_of(file, sheet, [column_position(one.letter) for one in every])
    for one, name, texts in zip(every, names, cells, strict=True):
        if name:
            yield _column(one, name, tuple(texts), file)


def _passed_over(file: Understanding) -> Iterator[Unknown]:
    """The columns that stop nothing: of a heading that is not known, or without one."""
    yield from (one for one in file.unknown if one.heading != file.answers.heading)
    titled = {heading.position for heading in file.headings}
    for at in range(file.first_column, max(titled, default=0)):
        if at not in titled:
            yield Unknown("", column_letter(at), None, "")


def _column(one: Unknown, name: str, cells: tuple[str, ...], file: Understanding) -> OpenColumn:
    personal = are_of_persons(one.heading, cells)
    new = NewColumn(one.heading, one.letter, cells) if may_be_own(one, file) else None
    new = None if personal or not cells else new
    return OpenColumn(
        *(one.heading, one.letter, name, cells, one), file.place, new=new, personal=personal
    )


def name_of(heading: str, letter: str, file: Understanding, alone: bool) -> str:
    """What a `--map` calls a column: its heading, or the letter where that names no other one; a
    letter is of one table `alone`. Nothing where it cannot be told from another.
    """
    key = match_key(heading)
    if key and sum(match_key(each.text) == key for each in file.headings) == 1:
        return heading
    return f"kolom {letter}" if alone else ""


def naming_columns(reading: ReadResult) -> Iterator[OpenColumn]:
    """The columns of the first table that names no cooperative by which it may do so: of words, not
    of numbers.
    """
    alone = len(reading.files) == 1
    for file, sheet in zip(reading.files, reading.sheets, strict=True):
        if any(column.field.name in KEYS for column in file.columns):
            continue
        for one in file.unknown:
            name = name_of(one.heading, one.letter, file, alone)
            texts = _texts_below(file, sheet, column_position(one.letter))
            if name and texts:
                yield OpenColumn(one.heading, one.letter, name, texts, one, file.place)
        return


def _texts_below(file: Understanding, sheet: Sheet, position: int) -> tuple[str, ...]:
    """The words in a column, whatever row they stand in."""
    rows = (cells for number, cells in sheet.rows if number > file.heading_row)
    texts = (clean(cells[position], None) for cells in rows if position < len(cells))
    return tuple(text for text in texts if re.search(_LETTER, text))


class DoubledColumn(NamedTuple):
    """One of several columns of a field, `name` by which a `--map` takes it, some of its texts."""

    column: FieldColumn
    name: str
    samples: tuple[str, ...]

    @property
    def may_be_date(self) -> bool:
        """True where a column of dates may stand beside it."""
        return self.column.field.kind == STATE and not (self.column.dated or self.column.tick)


def doubled_columns(reading: ReadResult) -> Iterator[tuple[DoubledColumn, ...]]:
    """The columns that mean one field, where a `--map` can tell them apart; none of those by which
    a row is named.
    """
    alone = len(reading.files) == 1
    for file, sheet in zip(reading.files, reading.sheets, strict=True):
        for columns in file.doubled_columns:
            names = [name_of(each.heading, each.letter, file, alone) for each in columns]
            if columns[0].field.name not in KEYS and all(names):
                yield tuple(map(DoubledColumn, columns, names, _samples_of(file, sheet, columns)))


def _samples_of(
    file: Understanding, sheet: Sheet, columns: Iterable[FieldColumn]
) -> Iterator[tuple[str, ...]]:
    """Some of the different texts in each of these columns."""
    texts = cells_of(file, sheet, [each.position for each in columns])
    return (once(each)[:_SAMPLES] for each in texts)


def unread_as(name: str, cells: Iterable[str], vocabulary: Vocabulary) -> list[str]:
    """The cells that do not read as a field, `usaha_tanggal` among them."""
    meant = field_of(name, vocabulary)
    return [cell for cell in cells if meant is None or not _reads(cell, meant.field, vocabulary)]


def _reads(cell: str, field: Field, vocabulary: Vocabulary) -> bool:
    try:
        vocabulary.read(field, cell, settings.today())
    except CellError:
        return False
    return True


def cells_of(file: Understanding, sheet: Sheet, positions: Sequence[int]) -> list[list[str]]:
    """What stands in columns beside the name or code of a cooperative."""
    columns: list[list[str]] = [[] for _ in positions]
    for cells in _rows(file, sheet) if positions else ():
        for texts, position in zip(columns, positions, strict=True):
            text = clean(cells[position], None) if position < len(cells) else ""
            if _states(text):
                texts.append(text)
    return columns


def _states(text: str) -> bool:
    return not state_words.states_nothing(text) and text.casefold() != state_words.CLEAR


def _rows(file: Understanding, sheet: Sheet) -> Iterator[Sequence[str]]:
    keys = [each.position for each in file.columns if each.field.name in KEYS]
    for number, cells in sheet.rows:
        if number in (file.closing_row, file.next_table):
            return
        if number > file.heading_row and _is_named(cells, keys) and not numbers_columns(cells):
            yield cells


def _is_named(cells: Sequence[str], keys: Iterable[int]) -> bool:
    return any(at < len(cells) and cells[at].strip() for at in keys)
