"""Cells of one row that belong together: a state and its date, a value and its own day, notes.

A state and a date that agree become one value; `--kosong-belum` fills what a row leaves open. Never
enters: what the text of a cell means.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from kkmp_cli.errors import CellError
from kkmp_cli.importing.cell_values import refuse_later
from kkmp_cli.importing.headings.columns import FieldColumn
from kkmp_cli.milestones import BELUM, BERHENTI, SUDAH
from kkmp_cli.model.vocabulary import PER, STATE
from kkmp_cli.parsing.state_words import CLEAR
from kkmp_cli.parsing.states import split_state
from kkmp_cli.parsing.text import NOTE_LIMIT, join_notes

_BLANK = frozenset(("", "-", "–", "—"))
"""What an office leaves where it has nothing to say; `?` and `n/a` say that nobody knows."""
_CLASH = "Samakan keduanya. Tanggal rencana ditulis di kolom `Rencana …`."


class RowValues(NamedTuple):
    """What a row states: canonical values by field, and the days that override the row's own.

    `faults`: the position of a column, and what is wrong in it.
    """

    values: dict[str, str | None]
    pers: dict[str, str]
    faults: list[tuple[int, CellError]]

    def blame(self, column: FieldColumn, error: CellError) -> None:
        """Adds what is wrong in a column."""
        self.faults.append((column.position, error))

    def add_note(self, column: FieldColumn, note: str) -> None:
        """Adds to the notes of the row what one of its columns says."""
        joined = self.values["catatan"] = join_notes(self.values.get("catatan"), note)
        if len(joined) > NOTE_LIMIT:
            error = CellError(f"catatan bersama lebih dari {NOTE_LIMIT} huruf", "Ringkas isinya.")
            self.blame(column, error)


class CellJoiner:
    """Which columns of a sheet belong together."""

    def __init__(
        self, columns: Sequence[FieldColumn], per: date, empty_as_belum: Sequence[str]
    ) -> None:
        self.taken_as_belum: dict[str, int] = {}
        self._per, self._columns = per, columns
        self._states = _state_columns(columns)
        self._belum = _places(columns, empty_as_belum)
        self._ticks = _ticks(columns)
        self._dates = [*filter(self._beside_state, columns)]
        self._notes = [each for each in columns if each.note]
        self._pers = [each for each in columns if each.field.kind == PER]

    @cached_property
    def needed(self) -> bool:
        """False where every column stands for itself."""
        return any((self._ticks, self._dates, self._notes, self._pers, self._belum))

    @property
    def own_day(self) -> set[str | None]:
        """The fields that have a column for their day."""
        return {column.field.owner for column in self._pers}

    def key_of(self, column: FieldColumn) -> str:
        """The name under which the value of a column waits to be joined; else that of its field."""
        if column.note:
            return f"catatan@{column.position}"
        name = column.field.name
        if column.tick:
            return f"{name}@{column.position}"
        return f"{name}@tanggal" if self._beside_state(column) else name

    def _beside_state(self, column: FieldColumn) -> bool:
        return column.dated and column.field.name in self._states

    def finish(self, row: RowValues, cells: Sequence[str]) -> None:
        """Joins the values of a row, whose cells are asked whether they are blank."""
        self._join_states(row)
        self._join_notes(row)
        if self._pers:
            self._take_days(row)
        for name, places in self._belum.items():
            self._take_as_belum(row, name, all(cells[at].strip() in _BLANK for at in places))

    def _join_notes(self, row: RowValues) -> None:
        for column in self._notes:
            if note := row.values.pop(self.key_of(column), None):
                row.add_note(column, f"{column.heading}: {note}")

    def _join_states(self, row: RowValues) -> None:
        """The columns of a milestone that are ticked, then that of its date."""
        for name, columns in self._ticks.items():
            self._join_ticks(row, name, columns)
        for column in self._dates:
            if (key := self.key_of(column)) in row.values:
                _join_date(row, row.values.pop(key), column)

    def _join_ticks(self, row: RowValues, name: str, columns: Sequence[FieldColumn]) -> None:
        """Columns of which only one may be ticked; those that say the same are one."""
        values = {
            column: row.values.pop(key)
            for column in columns
            if (key := self.key_of(column)) in row.values
        }
        if len({*values.values()}) > 1:
            row.blame([*values][-1], _contrary([*values]))
        elif values:
            row.values[name] = next(iter(values.values()))

    def _take_days(self, row: RowValues) -> None:
        """The own days of fields, and whether their values had come by then."""
        for column in self._pers:
            if day := row.values.pop(column.field.name, None):
                row.pers[column.field.owner] = day
        named = {column.field.name: column for column in self._columns}
        for column in named.values():
            if column.field.name in self.own_day and column.field.kind == STATE:
                self._check_day(row, column)

    def _take_as_belum(self, row: RowValues, name: str, blank: bool) -> None:
        if blank and name not in row.values and f"{name}_nomor" not in row.values:
            row.values[name] = BELUM
            self.taken_as_belum[name] = self.taken_as_belum.get(name, 0) + 1

    def _check_day(self, row: RowValues, column: FieldColumn) -> None:
        name = column.field.name
        if value := row.values.get(name):
            own = row.pers.get(name)
            try:
                refuse_later(value, date.fromisoformat(own) if own else self._per)
            except CellError as error:
                row.blame(column, error)


def _state_columns(columns: Sequence[FieldColumn]) -> set[str]:
    """The milestone fields that have a column of states, whatever else they have."""
    return {
        column.field.name for column in columns if column.field.kind == STATE and not column.dated
    }


def _contrary(columns: Sequence[FieldColumn]) -> CellError:
    """Several of the columns of a milestone are ticked in one row."""
    names = " dan ".join(f"{column.letter} ({column.heading})" for column in columns)
    return CellError(
        f"kolom {names} sama-sama dicentang", "Biarkan satu saja yang dicentang di baris ini."
    )


def _ticks(columns: Iterable[FieldColumn]) -> dict[str, list[FieldColumn]]:
    """The columns of each milestone that is ticked."""
    ticked: dict[str, list[FieldColumn]] = {}
    for column in columns:
        if column.tick:
            ticked.setdefault(column.field.name, []).append(column)
    return ticked


def _places(columns: Sequence[FieldColumn], names: Sequence[str]) -> dict[str, list[int]]:
    """Where each of these fields stands, of those that do."""
    places: dict[str, list[int]] = {}
    for column in columns:
        if column.field.name in names:
            places.setdefault(column.field.name, []).append(column.position)
    return places


def _join_date(row: RowValues, day: str | None, column: FieldColumn) -> None:
    """The column of dates beside the column of states: consistent ones are one value."""
    name = column.field.name
    state = row.values.get(name)
    if name not in row.values or state == day:
        row.values[name] = day
    elif state is None or day is None or not _agree(state, day):
        clash = f"keadaannya ditulis {state or CLEAR}, tetapi kolom ini berisi {day or CLEAR}"
        row.blame(column, CellError(clash, _CLASH))
    elif split_state(state)[0] == BERHENTI:
        row.values[f"{name}_mulai"] = day
    elif state == SUDAH or day.startswith(state):
        row.values[name] = day


def _agree(state: str, day: str) -> bool:
    (word, known), (other, date_text) = split_state(state), split_state(day)
    if other != SUDAH or word not in (SUDAH, BERHENTI):
        return False
    if word == BERHENTI:
        return date_text is not None
    return not known or not date_text or known.startswith(date_text) or date_text.startswith(known)
