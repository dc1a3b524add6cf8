"""What `kkmp update` asks of one cooperative, what it asks behind an answer, and what may be typed
instead of an answer that cannot be.

What is not reached is asked for its kendala and its rencana, what has stopped since when and why,
what is reached for its number, bank and kind of place where none is held. Never enters: a terminal,
a write.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from kkmp_cli.errors import CellError
from kkmp_cli.milestones import (
    BERHENTI,
    MILESTONES,
    OBSTACLES,
    SUDAH,
    TERKENDALA,
    UNKNOWN,
    field_code,
)
from kkmp_cli.model.vocabulary import BANK, NUMBER, OBSTACLE, PLAN, STATE, Field, Vocabulary
from kkmp_cli.parsing import dates, premises, state_words
from kkmp_cli.parsing.dates import NotYet
from kkmp_cli.parsing.state_phrases import KIND
from kkmp_cli.parsing.states import split_state
from kkmp_cli.planning.equality import begins_after
from kkmp_cli.planning.implied import Reached

Values = Mapping[str, str | None]
"""Canonical values by field; None empties one."""

_SINCE, _UNKNOWN_DAY = "Berhenti sejak tanggal berapa", "Enter bila tidak tahu"
BACK = "<"
"""Typed instead of an answer: the question before is asked once more."""


class Question(NamedTuple):
    """What is asked of a field. `lead` stands before every answer as it is read, `enter` says what
    Enter means but to pass over; `behind`: it follows from an answer.
    """

    field: Field
    asked: str
    lead: str = ""
    enter: str = ""
    behind: bool = False

    def line(self, held: str | None) -> str:
        """As it is put, with what is recorded now."""
        from kkmp_cli.render.words import stated

        now = "" if self.lead else stated(self.field, held)
        note = "; ".join(filter(None, (now, self.enter)))
        return f"{'    ' if self.behind else '  '}{self.asked} [{note}]: "

    def read(self, answer: str, vocabulary: Vocabulary, today: date) -> Values:
        """What an answer states; nothing for none. Raises CellError."""
        if state_words.states_nothing(answer):
            return {}
        return vocabulary.read(self.field, self.lead + answer, today)


def first(vocabulary: Vocabulary, book_year: int) -> tuple[Question, ...]:
    """What is asked whatever the answers: every milestone, and what the office asks beside."""
    codes = (field_code(milestone, book_year) for milestone in MILESTONES)
    fields = map(vocabulary.known, (*codes, *vocabulary.own_keys))
    return tuple(Question(field, _with_choices(field, vocabulary)) for field in fields)


def _with_choices(field: Field, vocabulary: Vocabulary) -> str:
    own = vocabulary.own_of(field.name)
    choices = f" ({', '.join(own.offered)})" if own and own.choices else ""
    return field.title + choices


def after(
    question: Question, said: Values, held: Values, vocabulary: Vocabulary
) -> tuple[Question, ...]:
    """What is asked behind an answer that states `said`; `held` is what is known without it."""
    if question.behind or question.field.kind != STATE:
        return ()
    field = question.field
    word, day = _stated(field.name, said)
    more = _of(field, word, said, held, vocabulary)
    if word == BERHENTI and day is None:
        return (Question(field, _SINCE, f"{BERHENTI} ", _UNKNOWN_DAY, behind=True), *more)
    return tuple(more)


def _stated(state: str, said: Values) -> tuple[str, str | None]:
    """The state that an answer says, and its day; a number alone says `sudah`."""
    if value := said.get(state):
        return split_state(value)
    return (SUDAH if said.get(f"{state}_nomor") else UNKNOWN), None


def _of(
    state: Field, word: str, said: Values, held: Values, vocabulary: Vocabulary
) -> Iterator[Question]:
    for name in _names(state, word):
        field = vocabulary.by_name(name)
        known = held.get(name)
        if field and name not in said and (word != SUDAH or known is None):
            yield Question(field, _asked(field), enter=_enter(field, word, known), behind=True)


def _names(state: Field, word: str) -> tuple[str, ...]:
    """The fields that belong to a state of this word, in the order in which they are asked."""
    name, milestone = state.name, state.milestone
    if word == SUDAH:
        kind = (KIND,) if milestone and milestone.premises else ()
        return (f"{name}_nomor", f"{name}_bank", *kind)
    if word == BERHENTI:
        return (f"{name}_kendala",)
    return () if word == UNKNOWN else (f"{name}_kendala", f"{name}_rencana")


def _asked(field: Field) -> str:
    from kkmp_cli.render.words import CATEGORY_WORDS, canonical

    if field.kind == OBSTACLE:
        kinds = [CATEGORY_WORDS[each] for each in OBSTACLES]
        return f"{field.title} ({', '.join(kinds)}, atau kalimat sendiri)"
    if field.name == KIND:
        return f"{field.title} ({', '.join(canonical(field, kind) for kind in premises.KINDS)})"
    return f"{field.title}, tanggalnya" if field.kind == PLAN else field.title


def _enter(field: Field, word: str, held: str | None) -> str:
    """What Enter means where it does not leave things as they are."""
    ends = field.kind == OBSTACLE and held and word not in (BERHENTI, TERKENDALA)
    return "Enter: sudah tidak ada" if ends else ""


def refuse_later(question: Question, said: Values, per: date) -> None:
    """Raises CellError for a day of a state that begins after the day that is spoken of."""
    value = said.get(question.field.name) if question.field.kind == STATE else None
    day = split_state(value)[1] if value else None
    if day and begins_after(day, per.isoformat()):
        until = dates.show(per)
        raise CellError(
            f"{dates.show(day)} sesudah tanggal keadaannya ({until})",
            f"Tulis tanggal sampai {until}, atau Enter untuk melewati.",
        )


def remedy(error: Exception, question: Question) -> str:
    """What may be typed instead of an answer that cannot be, at this question."""
    state = question.field.kind == STATE
    if isinstance(error, NotYet) and state and error.planned:
        return f"Bila itu rencana, tulis `Rencana {dates.show(error.day)}`."
    if isinstance(error, Reached):
        return "Bila belum, tulis `belum`; kendala dan rencananya lalu ditanyakan."
    if question.field.kind in (NUMBER, BANK):
        return f"{getattr(error, 'remedy', '')} Enter melewati.".strip()
    return str(getattr(error, "remedy", ""))
