"""The cells of one row → one set of values. Never enters: another row, which cooperative it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from operator import getitem, itemgetter

from kkmp_cli.errors import CellError
from kkmp_cli.importing.cell_values import CLEARED, Memo, Outcome
from kkmp_cli.importing.contrary_notes import contradiction
from kkmp_cli.importing.date_order import NONE, Doubts, doubts_of
from kkmp_cli.importing.headings.columns import FieldColumn
from kkmp_cli.importing.headings.word_meanings import WordMeaning
from kkmp_cli.importing.joined_cells import CellJoiner, RowValues
from kkmp_cli.model.vocabulary import AREA, NOTE_FIELD, NUMBER_PARTS, STATE, Vocabulary


class RowReader:
    """The readers of one sheet's columns, made once.

    `numbers`: position of a milestone's column → how many identifiers stood in it; `states`: the
    milestone fields of the sheet. `doubts`: the columns whose dates are not certain.
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        columns: Sequence[FieldColumn],
        today: date,
        per: date,
        empty_as_belum: Sequence[str],
        doubts: Doubts = NONE,
    ) -> None:
        self._vocabulary = vocabulary
        self.numbers = Counter[int]()
        self.states = _states(columns)
        stating = self._columns = _stating(columns)
        self._pick = _picker(stating)
        self.joining = CellJoiner(stating, per, empty_as_belum)
        self._keys = [*map(self.joining.key_of, stating)]
        self._special: list[Outcome] = []
        self._silent: dict[tuple[str, ...], int] = {}
        self._memos = [*self._made(stating, today, per, doubts)]

    def _made(
        self, columns: Iterable[FieldColumn], today: date, per: date, doubts: Doubts
    ) -> Iterator[Memo]:
        for column in columns:
            doubt = doubts.get(column.position)
            day = self._day(column, per)
            yield Memo(self._vocabulary, column, today, day, self._special, doubt)

    def _day(self, column: FieldColumn, per: date) -> date | None:
        """The day by which a column's dates must have come; None where it has one of its own."""
        return None if column.field.name in self.joining.own_day else per

    def read(self, cells: Sequence[str]) -> RowValues:
        """What the cells state. The good path is a look into a table for each cell."""
        outcomes = [*map(getitem, self._memos, self._pick(cells))]
        values: dict[str, str | None] = {
            key: outcome
            for key, outcome in zip(self._keys, outcomes, strict=True)
            if outcome and outcome.__class__ is str
        }
        if not self._special and not self.joining.needed:
            return RowValues(values, {}, [])
        return self._finished(RowValues(values, {}, []), cells, outcomes)

    def _finished(
        self, row: RowValues, cells: Sequence[str], outcomes: Sequence[Outcome]
    ) -> RowValues:
        if self._special:
            self._settle(row, outcomes)
        if self.joining.needed:
            self.joining.finish(row, cells)
        return row

    def silent(self, values: Mapping[str, object]) -> int:
        """A bit for each of `states` of which a row says nothing, neither a state nor a number."""
        names = tuple(values)
        if names not in self._silent:
            self._silent[names] = sum(
                1 << at
                for at, name in enumerate(self.states)
                if name not in values and f"{name}_nomor" not in values
            )
        return self._silent[names]

    @property
    def doubts(self) -> Doubts:
        """The columns whose dates cannot be read for certain, by all texts so far."""
        orders = zip(self._columns, self._memos, strict=True)
        return doubts_of({column.position: memo.order for column, memo in orders})

    @property
    def timed(self) -> dict[str, list[str]]:
        """Heading → the different dates below it whose time of day is passed over."""
        pairs = zip(self._columns, self._memos, strict=True)
        return {column.heading: memo.order.timed for column, memo in pairs if memo.order.timed}

    @property
    def plain(self) -> bool:
        """True where every cell so far was a value or nothing, its column standing alone."""
        return not (self._special or self.joining.needed or self.cleaned)

    @property
    def meant(self) -> dict[str, str]:
        """The words that were read as an officer said, with the state of each."""
        return {word: state for memo in self._memos for word, state in memo.meant.items()}

    def uses(self, word: WordMeaning) -> bool:
        """True where a cell was read by what an officer said of this word."""
        return any(
            word.word in memo.meant and word.is_of(column.field)
            for column, memo in zip(self._columns, self._memos, strict=True)
        )

    @property
    def retired(self) -> dict[str, list[str]]:
        """Heading → the choices below it that are offered no more."""
        taken = {
            column.heading: [each for each in own.retired_choices if each in {*memo.values()}]
            for column, memo in zip(self._columns, self._memos, strict=True)
            if (own := self._vocabulary.own_of(column.field.name)) and own.retired_choices
        }
        return {heading: choices for heading, choices in taken.items() if choices}

    @property
    def cleaned(self) -> int:
        """How many texts held characters that nobody can see, which were taken out."""
        return sum(memo.cleaned for memo in self._memos)

    def _settle(self, row: RowValues, outcomes: Sequence[Outcome]) -> None:
        for column, key, outcome in zip(self._columns, self._keys, outcomes, strict=True):
            if isinstance(outcome, CellError):
                row.blame(column, outcome)
            elif outcome is CLEARED:
                row.values[key] = None
            elif isinstance(outcome, dict):
                self._count_number(column, outcome)
                self._take_several(row, column, key, outcome)
        self._settle_others(row, outcomes)

    def _settle_others(self, row: RowValues, outcomes: Sequence[Outcome]) -> None:
        """What cells say of other fields, once every field has its own value."""
        for column, outcome in zip(self._columns, outcomes, strict=True):
            if isinstance(outcome, dict):
                self._imply(row, column, outcome)
                self._hold_against_states(row, column, outcome)

    def _count_number(self, column: FieldColumn, values: Mapping[str, str]) -> None:
        if not NUMBER_PARTS.isdisjoint(values):
            self.numbers[column.position] += 1

    def _take_several(
        self, row: RowValues, column: FieldColumn, key: str, values: Mapping[str, str]
    ) -> None:
        """A state with what is said beside it, or an identifier or a plan instead of a state."""
        for name, value in values.items():
            if name == column.field.name:
                row.values[key] = value
            elif name == NOTE_FIELD.name:
                row.add_note(column, value)
            elif not self._vocabulary.is_implied(name, column.field):
                self._take_part(row, column, name, value)

    def _take_part(self, row: RowValues, column: FieldColumn, name: str, value: str) -> None:
        """A value of another field, which no other cell may contradict."""
        if row.values.get(name, value) != value:
            label = self._vocabulary.label_of(name)
            what = "nomor" if name in NUMBER_PARTS else label[:1].lower() + label[1:]
            clash = f"berbeda dari {what} di kolom lain baris ini ({row.values[name]})"
            row.blame(column, CellError(clash, f"Sisakan {what} yang benar."))
        else:
            row.values[name] = value

    def _hold_against_states(
        self, row: RowValues, column: FieldColumn, values: Mapping[str, str]
    ) -> None:
        """Refuses a note that says the contrary of a state of its row."""
        note = values[NOTE_FIELD.name] if column.field == NOTE_FIELD else ""
        if note and (error := contradiction(note, row.values, self._vocabulary)):
            row.blame(column, error)

    def _imply(self, row: RowValues, column: FieldColumn, values: Mapping[str, str]) -> None:
        """The state of another milestone, where the row says nothing else of it."""
        for name, value in values.items():
            implied = self._vocabulary.is_implied(name, column.field)
            if implied and f"{name}@tanggal" not in row.values:
                row.values.setdefault(name, value)


def _stating(columns: Sequence[FieldColumn]) -> list[FieldColumn]:
    """The columns that do not only say which cooperative it is."""
    return [column for column in columns if column.field.kind != AREA]


def _states(columns: Sequence[FieldColumn]) -> tuple[str, ...]:
    states = (column.field.name for column in columns if column.field.kind == STATE)
    return tuple(dict.fromkeys(states))


def _picker(columns: Sequence[FieldColumn]) -> Callable[[Sequence[str]], Sequence[str]]:
    """Takes the cells of these columns out of a row."""
    positions = [column.position for column in columns]
    if len(positions) > 1:
        return itemgetter(*positions)
    return lambda cells: [cells[position] for position in positions]
