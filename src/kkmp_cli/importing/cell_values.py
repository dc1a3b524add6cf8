"""The text of one cell → what it states, read once for every different text of a column.

A sheet repeats few texts many times: each column keeps what it has read, so that a row of known
texts costs a look into a table per cell.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from kkmp_cli.errors import CellError, pasted
from kkmp_cli.importing.contrary_notes import may_contradict
from kkmp_cli.importing.date_order import DateOrder, Doubt, is_dated
from kkmp_cli.importing.headings.columns import FieldColumn
from kkmp_cli.importing.headings.tick_columns import read_tick
from kkmp_cli.importing.headings.word_meanings import may_mean
from kkmp_cli.milestones import BELUM, BERHENTI, SUDAH
from kkmp_cli.model.vocabulary import (
    BANK,
    NOTE_FIELD,
    NUMBER,
    NUMBER_PARTS,
    OBSTACLE,
    STATE,
    Vocabulary,
)
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.identifiers import ROUNDED
from kkmp_cli.parsing.state_words import plain_words
from kkmp_cli.parsing.states import UnknownWord, split_state
from kkmp_cli.parsing.text import lost_characters
from kkmp_cli.sheets.display import fault


class _Sign:
    """A cell that empties its field."""


NOTHING: Final = ""
"""What a cell states that states nothing."""
CLEARED: Final = _Sign()

Outcome = str | _Sign | dict[str, str] | CellError
"""A canonical value, NOTHING, CLEARED, an identifier, a plan, or why the cell cannot be read."""

NOT_UNDERSTOOD = "isi sel ini tidak dimengerti"
"""What is wrong with a word that no table knows."""
_KEPT = 20_000
_FREE = frozenset(("nama", "ketua", "mitra", "catatan"))
_PLAIN_NAME = re.compile(r"K[KD]MP(?: (?:[A-Za-z.()]{2,23}|\d{1,5})){1,8}", re.ASCII)
"""A legal name that is already as the register keeps it; all others are read with care."""
_PLAIN_SK = re.compile(r"AHU-\d{7}\.AH\.01\.\d\d\.TAHUN 20\d\d", re.ASCII)
_AS_TEXT = re.compile(r"'+(?=\d)")


class Memo(dict[str, Outcome]):
    """What the texts of one column state; a text is read when it is first asked for.

    `per` None: whether its day has come is judged later. The first outcome that is neither a value
    nor nothing is noted in `special`: until then no row needs a closer look. `cleaned`: how many
    texts held characters that nobody can see; `order`: that of the dates among them. `doubt`: why
    that order is not certain, where an earlier walk has shown it.
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        column: FieldColumn,
        today: date,
        per: date | None,
        special: list[Outcome],
        doubt: Doubt | None = None,
    ) -> None:
        super().__init__({"": NOTHING})
        self._vocabulary = vocabulary
        self.cleaned = 0
        self.meant: dict[str, str] = {}
        self.order = DateOrder()
        self._doubt, self._dated = doubt, is_dated(column.field, vocabulary)
        self._special, self._column, self._today, self._per = special, column, today, per
        field = column.field
        self._free = field.name in _FREE or field.kind in (BANK, OBSTACLE) or column.note
        self._plain = _plain_form(column)

    def __missing__(self, text: str) -> Outcome:
        if self._plain and self._plain.fullmatch(text):
            return text
        if self._dated:
            self.order.note(text)
        outcome = self._read(text)
        if not text.isprintable() and lost_characters(text):
            self.cleaned += 1
        if outcome.__class__ is not str and not self._special:
            self._special.append(outcome)
        if len(self) < _KEPT:
            self[text] = outcome
        return outcome

    def _read(self, text: str) -> Outcome:
        if text[:1] == "'" and not self._free:
            text = _AS_TEXT.sub("", text, count=1)
        text = self._meant(text)
        try:
            if error := self._fault(text):
                return error
            if (ticked := self._ticked(text)) is not None:
                return ticked
            return self._outcome(self._vocabulary.read(self._column.field, text, self._today))
        except CellError as error:
            return _kept(self._explained(text, error))

    def _ticked(self, text: str) -> str | None:
        """What a tick says in a column that is ticked; None for any other text or column."""
        return read_tick(text, self._column.tick) if self._column.tick else None

    def _meant(self, text: str) -> str:
        """The text, or the state that an officer said that it means."""
        column = self._column
        word = plain_words(text) if column.words and not column.tick else ""
        if (state := column.words.get(word)) is None:
            return text
        self.meant[word] = state
        return state

    def _fault(self, text: str) -> CellError | None:
        """What forbids to read a text at all."""
        wrong = fault(text, free=self._column.field.kind != STATE)
        return wrong or (self._doubt.about(text) if self._doubt else None)

    def _explained(self, text: str, error: CellError) -> CellError:
        """Why a text cannot be read, in the words of its column."""
        if self._column.dated and text.strip().isdigit():
            return CellError(
                "angka ini bukan tanggal",
                "Format selnya sebagai tanggal, atau tulis 10 Maret 2026.",
            )
        if self._column.field.name == "status":
            ready = pasted("--map", f"{self._column.heading}=")
            other = f"Bila kolom ini bukan keadaan koperasi itu: {ready}."
            return CellError(error.message, f"{error.remedy} {other}")
        if isinstance(error, UnknownWord):
            return self._as_word(text, error)
        return self._as_state(text, error) if self._column.field.kind == NUMBER else error

    @property
    def _goes_by_place(self) -> bool:
        """True for a column of dates or ticks, where a word says less than where it stands."""
        return self._column.dated or bool(self._column.tick)

    def _as_word(self, text: str, error: CellError) -> CellError:
        """What is wrong with a word of a milestone, with the way to say what it means."""
        milestone, word = self._column.field.milestone, " ".join(text.split())
        if milestone is None or self._goes_by_place or not may_mean(word, self._vocabulary):
            return CellError(NOT_UNDERSTOOD, error.remedy)
        meant = "; ".join(
            f"bila berarti {state}: {pasted('--arti', f'{milestone.code}:{word}={state}')}"
            for state in (BELUM, SUDAH, *([BERHENTI] if milestone.stops else ()))
        )
        return CellError(NOT_UNDERSTOOD, f"{error.remedy} {meant[:1].upper()}{meant[1:]}.")

    def _outcome(self, stated: Mapping[str, str | None]) -> Outcome:
        """What a cell comes to by the values of its text. Raises CellError."""
        field = self._column.field
        if not stated:
            return NOTHING
        if field.kind == STATE and (value := stated.get(field.name)) and self._per:
            refuse_later(value, self._per)
        if field.name not in stated or len(stated) > 1 or self._may_contradict(stated):
            return self._several(
                {name: value for name, value in stated.items() if value is not None}
            )
        value = stated[field.name]
        return CLEARED if value is None else value

    def _may_contradict(self, stated: Mapping[str, str | None]) -> bool:
        """True for a note that the states of its row are to be held against."""
        note = stated.get(NOTE_FIELD.name) if self._column.field == NOTE_FIELD else None
        return bool(note) and not self._column.note and may_contradict(note or "")

    def _as_state(self, text: str, error: CellError) -> CellError:
        """What is wrong in a column of numbers; the way out if its state would take the cell."""
        state = self._vocabulary.by_name(self._column.field.state_field or "")
        try:
            if state is None or not self._vocabulary.read(state, text, self._today):
                return error
        except CellError:
            return error
        ready = pasted("--map", f"{self._column.heading}={state.name}")
        way_out = f"Bila kolom ini memuat keadaan, atau bank dan nomor: {ready}."
        return CellError(error.message, way_out)

    def _several(self, stated: dict[str, str]) -> dict[str, str]:
        if self._column.dated and not NUMBER_PARTS.isdisjoint(stated):
            raise CellError(
                "berisi nomor, padahal ini kolom tanggal", "Pindahkan nomornya ke kolom nomor."
            )
        return stated


def _kept(error: CellError) -> CellError:
    """An error as it is kept: without the frames that it came through, which are ten times its
    size.
    """
    error.__traceback__ = error.__context__ = error.__cause__ = None
    return error


def _plain_form(column: FieldColumn) -> re.Pattern[str] | None:
    """What a text of a column looks like that is already as the register keeps it, if that can be
    told; all others are read with care.
    """
    field = column.field
    if field.name == "nama" and not column.note:
        return _PLAIN_NAME
    if field.kind != NUMBER or not field.milestone or not (number := field.milestone.number):
        return None
    if number.free_text:
        return _PLAIN_SK
    lengths = sorted(number.digits, reverse=True)
    plain = "|".join(f"\\d{{{length}}}" for length in lengths)
    return re.compile(f"(?!{ROUNDED}\\Z)(?:{plain})", re.ASCII)


def refuse_later(value: str, per: date) -> None:
    """Raises CellError for a state whose date lies after the day of which it is said."""
    day = split_state(value)[1]
    if day and dates.read(day).first_day > per:
        raise CellError(
            f"{dates.show(day)} sesudah tanggal keadaannya ({dates.show(per)})",
            f"Periksa tanggal itu; bila benar, keadaannya lebih baru: pakai --per "
            f"{dates.read(day).last_day}.",
        )
