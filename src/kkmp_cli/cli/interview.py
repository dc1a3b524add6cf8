"""`kkmp update` without a field: asks milestone by milestone, and loses no answer without a word.

Each answer is judged when it is given, so what cannot be is asked again at once. What was answered
but is not recorded in the end is told as the one command that would record it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from shlex import quote
from typing import TYPE_CHECKING

from kkmp_cli import settings
from kkmp_cli.cli.framework import ask, confirm, say
from kkmp_cli.errors import CellError, KkmpError, Refused
from kkmp_cli.milestones import MILESTONES, book_year_of, field_code, label_of
from kkmp_cli.model import vocabulary
from kkmp_cli.parsing import dates
from kkmp_cli.planning.merge import CorrectionNeeded, MergePolicy, as_typed
from kkmp_cli.planning.plan import build_plan

if TYPE_CHECKING:
    from kkmp_cli.model.cooperative import Cooperative
    from kkmp_cli.planning.intent import Intent

NEVER_RAN = "Catatan lama salah, memang tidak pernah berjalan?"


@dataclass
class Interview:
    """The answers about one cooperative; `intent` says which one and of which day, `rule` is as the
    officer typed it.

    `correction`: of each answer that takes back what runs it was confirmed that it never ran.
    """

    location: str
    known: Cooperative
    intent: Intent
    policy: MergePolicy
    reason: str | None
    values: dict[str, str | None] = field(default_factory=dict)
    correction: bool = False

    def go(self, book_year: int) -> None:
        """Asks about every milestone. Raises Refused where nothing is answered."""
        day = dates.show(self.intent.per)
        say(
            f"{self.known.name}, keadaan per {day} — yang tercatat sekarang ada di dalam "
            f"kurung; Enter melewati."
        )
        for milestone in MILESTONES:
            self._ask(field_code(milestone, book_year))
        if not self.values:
            raise Refused("Tidak ada yang dinyatakan; tidak ada yang ditulis.")

    def _ask(self, name: str) -> None:
        """Asks about one milestone until the answer can be recorded, or there is none."""
        from kkmp_cli.render.words import state

        known = vocabulary.by_name(name)
        while known is not None:
            answer = ask(f"  {label_of(name)} [{state(self.known.values.get(name))}]: ")
            try:
                found = vocabulary.read(known, answer, settings.today())
                if not found or self._can_be(found):
                    self.values.update(found)
                    return
            except (CellError, Refused) as error:
                say(f"  {error.message.rstrip('.')}. {error.remedy}")

    def _can_be(self, found: Mapping[str, str | None]) -> bool:
        """True for an answer that may be recorded; asks where it says that what runs never did.
        Raises Refused.
        """
        from kkmp_cli.register.reader import open_reader

        with open_reader(self.location) as register:
            numbers = register.numbers()
            try:
                judged = build_plan(
                    [self.intent._replace(values=found)],
                    {self.known.id: self.known},
                    self.policy,
                    numbers,
                )
            except CorrectionNeeded as doubt:
                message = doubt.message
            else:
                for problem in judged.problems:
                    raise Refused(problem.message, problem.remedy)
                return True
        return self._never_ran(message)

    def _never_ran(self, message: str) -> bool:
        say(f"  {message}")
        try:
            confirm(f"  {NEVER_RAN}", False)
        except Refused:
            say(
                "  Tidak dicatat. Bila berhenti, tulis `berhenti` atau `berhenti 10 Januari "
                "2026`; Enter melewati."
            )
            return False
        self.correction = True
        return True

    def answered(self) -> tuple[Intent, MergePolicy]:
        """What the answers come to, and the rule for it."""
        policy = replace(self.policy, correction=self.policy.correction or self.correction)
        return self.intent._replace(values=self.values), policy

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Whatever stops what is done inside, the answers are told as the command that records
        them.
        """
        from kkmp_cli.register.writer import SAVED

        try:
            yield
        except (KkmpError, KeyboardInterrupt):
            if self.values and not SAVED:
                say(f"Jawaban Anda belum tercatat. Untuk mencatatnya:\n  {self._command()}")
            raise

    def _command(self) -> str:
        _, policy = self.answered()
        told = [
            *self.values.items(),
            *((f"{state}_per", day) for state, day in self.intent.pers.items()),
        ]
        words = [quote(word) for name, value in told for word in as_typed(name, value)]
        years = {book_year_of(name) for name in self.values} - {None}
        words += [f"--tahun-buku {year}" for year in years]
        words.append(f"--per {self.intent.per}")
        if policy.correction:
            words.append("--koreksi")
        if self.reason:
            words.append(f"--alasan {quote(self.reason)}")
        return f"kkmp update {self.known.area.kode} {' '.join(words)}"
