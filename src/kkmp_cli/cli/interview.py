"""`kkmp update` without a field: asks milestone by milestone, and loses no answer without a word.

Each answer is planned when it is given, so what cannot be is asked again at once, and the question
before can be asked once more. What was answered but is not recorded in the end is told as the one
command that would record it. Never enters: which questions there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import date
from typing import NamedTuple

from kkmp_cli import settings
from kkmp_cli.actions.update_states import UpdateRequest, try_out
from kkmp_cli.cli.interview_questions import (
    BACK,
    Question,
    Values,
    after,
    first,
    refuse_later,
    remedy,
)
from kkmp_cli.cli.output import Terminal
from kkmp_cli.cli.prompts import agreed, ask, broken
from kkmp_cli.errors import Advice, CellError, Command, KkmpError, Refused
from kkmp_cli.milestones import book_year_of
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.vocabulary import NOTE_FIELD, Vocabulary
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.text import join_notes
from kkmp_cli.planning.merge import CorrectionNeeded, as_typed

_HOW = (
    "Di dalam kurung: yang tercatat sekarang. Jawab sudah, proses, terkendala, belum, atau "
    "tanggalnya; Enter melewati, `<` kembali ke pertanyaan sebelumnya."
)
NEVER_RAN = "Catatan lama salah, memang tidak pernah berjalan?"


class Step(NamedTuple):
    """A question that was passed: what it was the first of, what its answer states, and whether
    that was confirmed to correct what is recorded as running.
    """

    asked: tuple[Question, ...]
    values: Values
    correction: bool


@dataclass
class Interview:
    """The answers about one cooperative; `request` says of which day, and how."""

    session: Terminal
    cooperative: Cooperative
    request: UpdateRequest
    vocabulary: Vocabulary
    steps: list[Step] = dataclass_field(default_factory=list)

    def go(self, book_year: int) -> None:
        """Asks about every milestone, and what the office asks beside. Raises Refused where nothing
        is answered.
        """
        self._say(f"{self.cooperative.name}, keadaan per {dates.show(self.per)}. {_HOW}")
        left = first(self.vocabulary, book_year)
        while left:
            left = self._asked(left)
        if not self.values:
            raise Refused("Tidak ada yang dinyatakan; tidak ada yang ditulis.")

    @property
    def per(self) -> date:
        """The day that is spoken of."""
        return self.request.intents[0].per

    @property
    def values(self) -> dict[str, str | None]:
        """What all answers state; a note does not replace the one before it."""
        values: dict[str, str | None] = {}
        for step in self.steps:
            values = _beside(values, step.values)
        return values

    def _asked(self, left: tuple[Question, ...]) -> tuple[Question, ...]:
        """What is left to ask once the first question is answered, passed over or taken back."""
        question, *rest = left
        step = self._answered(left)
        if step is None:
            return self._back(left)
        held = self._held
        self.steps.append(step)
        return (*after(question, step.values, held, self.vocabulary), *rest)

    @property
    def _held(self) -> Values:
        """What is known of the cooperative with the answers."""
        return {**self.cooperative.values, **self.values}

    def _back(self, left: tuple[Question, ...]) -> tuple[Question, ...]:
        """The question before, without its answer, and what follows it."""
        if not self.steps:
            self._say("  Ini pertanyaan pertama.")
            return left
        taken_back = self.steps.pop()
        if taken_back.values:
            self._say(f"  Jawaban itu dilepas ({taken_back.asked[0].field.title}); jawab lagi.")
        return taken_back.asked

    def _answered(self, left: tuple[Question, ...]) -> Step | None:
        """Asks until the answer can be recorded, or there is none; None for the way back."""
        line = left[0].line(self._held.get(left[0].field.name))
        while (answer := ask(line)) != BACK:
            try:
                if step := self._step(left, answer):
                    return step
            except (CellError, Refused) as error:
                message = error.message[:1].upper() + error.message[1:].rstrip(".")
                self._say(Advice("  {}. {}", message, remedy(error, left[0])))
        return None

    def _step(self, left: tuple[Question, ...], answer: str) -> Step | None:
        """An answer that can be recorded; None where a no takes it back. Raises CellError and
        Refused for one that cannot.
        """
        values = left[0].read(answer, self.vocabulary, settings.today())
        refuse_later(left[0], values, self.per)
        correction = self._needs_yes(left[0], values) if values else False
        return None if correction is None else Step(left, values, correction)

    def _say(self, text: str) -> None:
        self.session.say(broken(self.session.worded(text)))

    def _needs_yes(self, question: Question, values: Values) -> bool | None:
        """True for an answer that takes back what runs, with a yes to that; None with a no."""
        said, corrected = self._of_milestone(question, values)
        request = self._said(said)
        policy = request.policy._replace(correction=request.policy.correction or corrected)
        try:
            try_out(self.session, request._replace(policy=policy), self.cooperative)
        except CorrectionNeeded as doubt:
            return self._never_ran(doubt.message) or None
        return corrected

    def _of_milestone(
        self, question: Question, values: Values
    ) -> tuple[dict[str, str | None], bool]:
        """An answer with those before it about the same milestone, and whether one corrects."""
        said: dict[str, str | None] = {}
        owner, corrected = question.field.owner, False
        for step in self.steps:
            if step.asked[0].field.owner == owner:
                said, corrected = _beside(said, step.values), corrected or step.correction
        return _beside(said, values), corrected

    def _never_ran(self, message: str) -> bool:
        self._say(f"  {message}")
        if agreed(f"  {NEVER_RAN}"):
            return True
        self._say(
            "  Tidak dicatat. Bila berhenti, tulis `berhenti` atau `berhenti 10 Januari 2026`; "
            "Enter melewati."
        )
        return False

    def answered(self) -> UpdateRequest:
        """What the answers come to."""
        policy = self.request.policy
        correction = policy.correction or any(step.correction for step in self.steps)
        corrected = policy._replace(correction=correction)
        return self._said(self.values)._replace(policy=corrected, bulk=False)

    def _said(self, values: Mapping[str, str | None]) -> UpdateRequest:
        return self.request._replace(intents=[self.request.intents[0]._replace(values=values)])

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Whatever stops what is done inside, the answers are told as the command for them."""
        try:
            yield
        except (KkmpError, KeyboardInterrupt):
            if self.values and not self.session.runs:
                template = "Jawaban Anda belum tercatat. Untuk mencatatnya:\n  {}"
                self.session.say(Advice(template, self._command()))
            raise

    def _command(self) -> Command:
        request = self.answered()
        words = [*self._words(), "--per", str(request.intents[0].per)]
        if request.policy.correction:
            words.append("--koreksi")
        if request.reason:
            words += ["--alasan", request.reason]
        return Command("update", self.cooperative.area.kode, *words)

    def _words(self) -> Iterator[str]:
        """The answers, and the days that were named for single milestones, as typed."""
        pers = self.request.intents[0].pers
        days = {f"{name}_per": day for name, day in pers.items()}
        for name, value in {**self.values, **days}.items():
            yield from as_typed(self.vocabulary.known(name), value)
        for year in {book_year_of(name) for name in self.values} - {None}:
            yield from ("--tahun-buku", str(year))


def _beside(values: Mapping[str, str | None], more: Values) -> dict[str, str | None]:
    """Values with those of another answer, whose note stands behind the one before it."""
    note = NOTE_FIELD.name
    notes = join_notes(values.get(note), more.get(note))
    return {**values, **more, **({note: notes} if notes else {})}
