"""`kkmp update` without a field: asks milestone by milestone, and loses no answer without a word.

Each answer is planned when it is given, so what cannot be is asked again at once. What was answered
but is not recorded in the end is told as the one command that would record it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from dataclasses import field as dataclass_field

from kkmp_cli import settings
from kkmp_cli.actions.update_states import UpdateRequest, try_out
from kkmp_cli.cli.output import Terminal
from kkmp_cli.cli.prompts import ask, confirm
from kkmp_cli.errors import Advice, CellError, Command, KkmpError, Refused
from kkmp_cli.milestones import MILESTONES, book_year_of, field_code
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.vocabulary import NOTE_FIELD, Field, Vocabulary
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.text import join_notes
from kkmp_cli.planning.merge import CorrectionNeeded, as_typed

NEVER_RAN = "Catatan lama salah, memang tidak pernah berjalan?"


@dataclass
class Interview:
    """The answers about one cooperative; `request` says of which day, and how.

    `correction`: of an answer that takes back what runs it was confirmed that it never ran.
    """

    session: Terminal
    cooperative: Cooperative
    request: UpdateRequest
    vocabulary: Vocabulary
    values: dict[str, str | None] = dataclass_field(default_factory=dict)
    correction: bool = False

    def go(self, book_year: int) -> None:
        """Asks about every milestone, and what the office asks beside. Raises Refused where nothing
        is answered.
        """
        day = dates.show(self.request.intents[0].per)
        self.session.say(
            f"{self.cooperative.name}, keadaan per {day} — yang tercatat sekarang ada di dalam "
            f"kurung; Enter melewati."
        )
        codes = (field_code(milestone, book_year) for milestone in MILESTONES)
        for name in (*codes, *self.vocabulary.own_keys):
            self._ask(self.vocabulary.known(name))
        if not self.values:
            raise Refused("Tidak ada yang dinyatakan; tidak ada yang ditulis.")

    def _ask(self, field: Field) -> None:
        """Asks about one field until the answer can be recorded, or there is none."""
        question = self._question(field)
        while True:
            answer = ask(question)
            try:
                values = self.vocabulary.read(field, answer, settings.today())
                if not values or self._can_be(values):
                    self._keep(values)
                    return
            except (CellError, Refused) as error:
                self.session.say(Advice("  {}. {}", error.message.rstrip("."), error.remedy))

    def _question(self, field: Field) -> str:
        """What is asked, with the choices there are and what is recorded now."""
        from kkmp_cli.render.words import stated

        own, current = self.vocabulary.own_of(field.name), self.cooperative.values.get(field.name)
        choices = f" ({', '.join(own.offered)})" if own and own.choices else ""
        return f"  {field.title}{choices} [{stated(field, current)}]: "

    def _keep(self, values: Mapping[str, str | None]) -> None:
        """An answer beside those before it, whose notes it does not replace."""
        note = NOTE_FIELD.name
        notes = join_notes(self.values.get(note), values.get(note))
        self.values.update(values)
        if notes:
            self.values[note] = notes

    def _can_be(self, values: Mapping[str, str | None]) -> bool:
        """True for an answer to record; asks where it says that what runs never did."""
        try:
            try_out(self.session, self._said(values), self.cooperative)
        except CorrectionNeeded as doubt:
            return self._never_ran(doubt.message)
        return True

    def _never_ran(self, message: str) -> bool:
        self.session.say(f"  {message}")
        try:
            confirm(f"  {NEVER_RAN}", False)
        except Refused:
            self.session.say(
                "  Tidak dicatat. Bila berhenti, tulis `berhenti` atau `berhenti 10 Januari "
                "2026`; Enter melewati."
            )
            return False
        self.correction = True
        return True

    def answered(self) -> UpdateRequest:
        """What the answers come to."""
        policy = self.request.policy
        corrected = policy._replace(correction=policy.correction or self.correction)
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
