"""The cells of one row → one set of values: a state and its date become one, notes are joined, days
are taken off.

What is wrong with a cell is told with the column to blame. Never enters: another row.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import repeat
from operator import getitem, itemgetter, lshift, not_, or_
from typing import NamedTuple

from kkmp_cli.errors import CellError
from kkmp_cli.importing.cell_values import CLEARED, NOTHING, Memo, Outcome, refuse_later
from kkmp_cli.importing.columns import Column
from kkmp_cli.milestones import BELUM, BERHENTI, SUDAH
from kkmp_cli.model.vocabulary import AREA, PER, STATE
from kkmp_cli.parsing.state_words import CLEAR
from kkmp_cli.parsing.states import split_state
from kkmp_cli.parsing.text import NOTE_LIMIT

Fault = tuple[int, CellError]
"""The position of a column and what is wrong in it."""

_NONE: dict[str, str] = {}
_BLANK = frozenset(("", "-", "–", "—"))
"""What an office leaves in a cell where it has nothing to say; `?` and `n/a` say that nobody
knows.
"""
_CLASH = "Samakan keduanya. Tanggal rencana ditulis di kolom `Rencana …`."


class Said(NamedTuple):
    """What a row states: canonical values by field, and the days that override the row's own."""

    values: dict[str, str | None]
    pers: dict[str, str]
    faults: list[Fault]

    def blame(self, column: Column, error: CellError) -> None:
        """Adds what is wrong in a column."""
        self.faults.append((column.position, error))


class Reader:
    """The readers of one sheet's columns, made once."""

    def __init__(
        self, columns: Sequence[Column], today: date, per: date, empty_as_belum: Sequence[str]
    ) -> None:
        self.numbers: dict[int, int] = {}
        self.taken_as_belum: dict[str, int] = {}
        self._per = per
        own_per = {column.field.state_field for column in columns if column.field.kind == PER}
        states = {
            column.field.name
            for column in columns
            if column.field.kind == STATE and not column.dated
        }
        self._stated: list[tuple[int, str, Column]] = []
        self._memos: list[Memo] = []
        self._special: list[object] = []
        self._pairs: list[tuple[str, str, Column]] = []
        self._notes: list[tuple[str, Column]] = []
        self._pers: list[tuple[str, str, Column]] = []
        for column in columns:
            if column.field.kind == AREA:
                continue
            key = column.field.name
            if column.dated and key in states:
                key = f"{key}@tanggal"
                self._pairs.append((column.field.name, key, column))
            if column.note:
                key = f"catatan@{column.position}"
                self._notes.append((key, column))
            if column.field.kind == PER and column.field.state_field:
                self._pers.append((key, column.field.state_field, column))
            limit = None if column.field.name in own_per else per
            self._stated.append((column.position, key, column))
            self._memos.append(Memo(column, today, limit, self._special))
        self._keys = [key for _, key, _ in self._stated]
        self._pick = _picker([position for position, _, _ in self._stated])
        self._late = {
            column.field.name: column for column in columns if column.field.name in own_per
        }
        self._belum = {
            name: places
            for name in empty_as_belum
            if (places := [column.position for column in columns if column.field.name == name])
        }
        self._more = bool(self._pairs or self._notes or self._pers or self._belum)
        self.states = tuple(
            dict.fromkeys(column.field.name for column in columns if column.field.kind == STATE)
        )

    def read(self, cells: Sequence[str]) -> Said:
        """What the cells state. The good path is a look into a table for each cell that is not
        empty.
        """
        outcomes = [*map(getitem, self._memos, self._pick(cells))]
        values: dict[str, str | None] = {
            key: outcome
            for key, outcome in zip(self._keys, outcomes, strict=True)
            if outcome.__class__ is str and outcome != NOTHING
        }
        if not self._special and not self._more:
            return Said(values, _NONE, [])
        said = Said(values, {}, [])
        if self._special:
            self._settle(said, outcomes)
        if self._more:
            self._finish(said, cells)
        return said

    def read_all(
        self, columns: Sequence[Sequence[str]]
    ) -> tuple[tuple[str, ...], tuple[Sequence[str], ...]] | None:
        """Fields, and what many rows state of each, empty where one states nothing.

        `columns` are those of the sheet. None where a cell needs a closer look, or a row states
        nothing at all.
        """
        if self._more or self._special:
            return None
        found: dict[str, Sequence[str]] = {}
        for (position, key, _), memo in zip(self._stated, self._memos, strict=True):
            texts = memo.read_all(columns[position])
            if texts is None:
                return None
            if any(texts):
                found[key] = texts
        if all("" in texts for texts in found.values()) and not all(
            map(any, zip(*found.values(), strict=True))
        ):
            return None
        return (tuple(found), tuple(found.values())) if found else None

    def silent(self, values: Mapping[str, object]) -> int:
        """A bit for each of `states` of which a row says nothing, neither a state nor a number."""
        return sum(
            1 << at
            for at, name in enumerate(self.states)
            if name not in values and f"{name}_nomor" not in values
        )

    def silent_all(
        self, fields: Sequence[str], columns: Sequence[Sequence[str]], count: int
    ) -> Sequence[int]:
        """The same of so many rows that were read together."""
        held = dict(zip(fields, columns, strict=True))
        silent: Sequence[int] = [0] * count
        for at, name in enumerate(self.states):
            said = [column for field in (name, f"{name}_nomor") if (column := held.get(field))]
            if not any("" not in column for column in said):
                unsaid = (
                    map(not_, map(any, zip(*said, strict=True))) if said else repeat(True, count)
                )
                silent = [*map(or_, silent, map(lshift, unsaid, repeat(at)))]
        return silent

    @property
    def plain(self) -> bool:
        """True where every cell so far was a value or nothing, in a column that stands for
        itself.
        """
        return not (self._special or self._more or self.cleaned)

    @property
    def cleaned(self) -> int:
        """How many texts held characters that nobody can see, which were taken out."""
        return sum(memo.cleaned for memo in self._memos)

    def _settle(self, said: Said, outcomes: Sequence[Outcome]) -> None:
        for (_, key, column), outcome in zip(self._stated, outcomes, strict=True):
            if isinstance(outcome, CellError):
                said.blame(column, outcome)
            elif outcome is CLEARED:
                said.values[key] = None
            elif isinstance(outcome, dict):
                self.numbers[column.position] = self.numbers.get(column.position, 0) + 1
                self._take_number(said, column, outcome)

    def _take_number(self, said: Said, column: Column, found: dict[str, str]) -> None:
        for name, value in found.items():
            if said.values.get(name, value) != value:
                clash = f"berbeda dari nomor di kolom lain baris ini ({said.values[name]})"
                said.blame(column, CellError(clash, "Sisakan nomor yang benar."))
            else:
                said.values[name] = value

    def _finish(self, said: Said, cells: Sequence[str]) -> None:
        values = said.values
        for name, key, column in self._pairs:
            if key in values:
                self._join_date(said, name, values.pop(key), column)
        for key, column in self._notes:
            if note := values.pop(key, None):
                note = f"{column.heading}: {note}"
                values["catatan"] = f"{held}; {note}" if (held := values.get("catatan")) else note
                if len(values["catatan"] or "") > NOTE_LIMIT:
                    error = CellError(
                        f"catatan bersama lebih dari {NOTE_LIMIT} huruf", "Ringkas isinya."
                    )
                    said.blame(column, error)
        for key, state, _ in self._pers:
            if day := values.pop(key, None):
                said.pers[state] = day
        for name, column in self._late.items():
            self._check_late(said, name, column)
        for name, places in self._belum.items():
            blank = all(cells[at].strip() in _BLANK for at in places)
            if blank and name not in values and f"{name}_nomor" not in values:
                values[name] = BELUM
                self.taken_as_belum[name] = self.taken_as_belum.get(name, 0) + 1

    def _check_late(self, said: Said, name: str, column: Column) -> None:
        value = said.values.get(name)
        if value:
            try:
                refuse_later(
                    value, date.fromisoformat(said.pers[name]) if name in said.pers else self._per
                )
            except CellError as error:
                said.blame(column, error)

    def _join_date(self, said: Said, name: str, day: str | None, column: Column) -> None:
        """The column of dates beside the column of states: consistent ones are one value."""
        state = said.values.get(name)
        if name not in said.values or state == day:
            said.values[name] = day
        elif state is None or day is None or not _agree(state, day):
            clash = f"keadaannya ditulis {state or CLEAR}, tetapi kolom ini berisi {day or CLEAR}"
            said.blame(column, CellError(clash, _CLASH))
        elif split_state(state)[0] == BERHENTI:
            said.values[f"{name}_mulai"] = day
        elif state == SUDAH or day.startswith(state):
            said.values[name] = day


def _picker(positions: Sequence[int]) -> Callable[[Sequence[str]], Sequence[str]]:
    """Takes the cells of these columns out of a row."""
    if len(positions) > 1:
        return itemgetter(*positions)
    return lambda cells: [cells[position] for position in positions]


def _agree(state: str, day: str) -> bool:
    (word, known), (other, date_text) = split_state(state), split_state(day)
    if other != SUDAH or word not in (SUDAH, BERHENTI):
        return False
    if word == BERHENTI:
        return date_text is not None
    return not known or not date_text or known.startswith(date_text) or date_text.startswith(known)
