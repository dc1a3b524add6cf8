"""What stated values imply: a number its `sudah`, a kendala its `terkendala`; what they rule out.

State and kendala always agree (`docs/model.md`). Never enters: whether a value is applied.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kkmp_cli.errors import CellError, Problem, Refused
from kkmp_cli.milestones import BELUM, BERHENTI, PROSES, SUDAH, TERKENDALA
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.timeline import begin_of
from kkmp_cli.model.vocabulary import (
    NOTE_FIELD,
    NUMBER,
    OBSTACLE,
    PLAN,
    START,
    STATE,
    Field,
    Vocabulary,
)
from kkmp_cli.parsing import added_note
from kkmp_cli.parsing.lists import apply_units
from kkmp_cli.parsing.states import split_state
from kkmp_cli.planning.equality import word_of
from kkmp_cli.planning.intent import Intent

Values = dict[str, str | None]


class Reached(Refused):
    """An officer's kendala or rencana of what is reached."""


@dataclass(eq=False, repr=False)
class Implied:
    """The values of an intent with what they imply; `notes`, `problems`: what was left out."""

    intent: Intent
    held: Cooperative
    officer: bool
    vocabulary: Vocabulary
    values: Values = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def complete(self) -> Values:
        """The values in the order of the vocabulary. Raises Refused for an officer's kendala or
        rencana of what is reached.
        """
        self.values = dict(self.intent.values)
        for name, value in self.intent.values.items():
            self._imply(self.vocabulary.known(name), value)
        for state in [name for name in self.values if self.vocabulary.kind_of(name) == STATE]:
            self._end_obstacle(state)
        place = self.vocabulary.place
        return dict(sorted(self.values.items(), key=lambda item: place(item[0])))

    def _imply(self, known: Field, value: str | None) -> None:
        """What one stated value means for the list it adds to, or for its milestone's state."""
        if known.name == "unit_usaha" and value:
            self.values[known.name] = apply_units(self._now(known.name), value)
        if known.name == NOTE_FIELD.name and value and self.intent.adding:
            self._add_note(known, value)
        if known.state_field and value is not None:
            self._follow(known, known.state_field, value)
        elif known.state_field and known.kind == OBSTACLE:
            self._free(known, known.state_field)

    def _add_note(self, known: Field, value: str) -> None:
        try:
            self.values[known.name] = added_note.added(self._now(known.name), value)
        except CellError as error:
            self.problems.append(self.intent.problem(known, error.message, error.remedy))

    def _now(self, name: str) -> str | None:
        """What is held of a field; an officer speaks of the day itself."""
        return (
            self.held.value(name, self._per(name)) if self.officer else self.held.values.get(name)
        )

    def _per(self, name: str) -> str:
        return self.intent.day_of(self.vocabulary.owner_of(name))

    def _word(self, state: str) -> str | None:
        return word_of(self.values[state] if state in self.values else self.held.values.get(state))

    def _is_new(self, known: Field, value: str) -> bool:
        return self.held.values.get(known.name) != value

    def _follow(self, known: Field, state: str, value: str) -> None:
        if known.kind == START:
            self._check_start(known, state, value)
        elif known.kind in (OBSTACLE, PLAN) and self._word(state) == SUDAH:
            self._drop_reached(known, state, value)
        elif known.kind == NUMBER:
            self._prove(known, state, value)
        elif known.kind == OBSTACLE:
            self._obstruct(known, state, value)

    def _prove(self, known: Field, state: str, value: str) -> None:
        """A new number proves the `sudah` of which nothing is said or held."""
        if state not in self.values and self._word(state) is None and self._is_new(known, value):
            self.values[state] = SUDAH

    def _obstruct(self, known: Field, state: str, value: str) -> None:
        """A kendala makes what is not reached `terkendala`, unless it only repeats what is held."""
        word = self._word(state)
        same_state = word == word_of(self.held.values.get(state))
        if word in (None, BELUM, PROSES) and not (same_state and not self._is_new(known, value)):
            self.values[state] = TERKENDALA

    def _free(self, known: Field, state: str) -> None:
        """What the kendala that ends held up, and of which nothing else is said, is `belum`."""
        stuck = self.held.values.get(state) == TERKENDALA and self.held.values.get(known.name)
        if state not in self.values and stuck:
            self.values[state] = BELUM

    def _check_start(self, known: Field, state: str, value: str) -> None:
        """A start belongs to what has stopped, and lies before the stop."""
        label = self.vocabulary.label_of(state)
        stop = self._stop_of(state)
        if self._word(state) != BERHENTI:
            message = f"{label} tidak berhenti, jadi tidak punya tanggal mulai yang lewat"
            remedy = f"Tulis tanggal mulai itu sebagai nilai `{state}`, atau nyatakan berhenti."
        elif stop and begin_of(value, self._per(state)) >= begin_of(stop, self._per(state)):
            message = f"{label} tidak dapat mulai pada atau sesudah hari berhentinya"
            remedy = "Periksa kedua tanggalnya."
        else:
            return
        self.problems.append(self.intent.problem(known, message, remedy))
        del self.values[known.name]

    def _stop_of(self, state: str) -> str | None:
        """The date beside the state that is stated or held, the stop of what has stopped."""
        stopped = self.values.get(state) or self.held.values.get(state)
        return split_state(stopped)[1] if stopped else None

    def _drop_reached(self, known: Field, state: str, value: str) -> None:
        """What is reached has neither kendala nor rencana."""
        what = "Kendala" if known.kind == OBSTACLE else "Rencana"
        label = self.vocabulary.label_of(state)
        if self.officer:
            raise Reached(
                f"{label} {self.held.area.distinct_name} sudah tercapai; {what.lower()} tidak "
                f"dapat dicatat.",
                f"Bila belum, nyatakan juga `--{state.replace('_', '-')} belum`.",
            )
        if self._is_new(known, value):
            self.notes.append(f"{what} {label} tidak dicatat karena sudah tercapai")
        del self.values[known.name]

    def _end_obstacle(self, state: str) -> None:
        """What `belum` or `proses`, said without a kendala beside it, means for a kendala that is
        held.

        The officer says it to end the kendala. A file that has no word on it leaves it, and with it
        `terkendala`.
        """
        kendala = f"{state}_kendala"
        if not self._may_be_stuck(state, kendala) or kendala in self.values:
            return
        word = self._word(state)
        newer = self._per(state) >= self.held.pers.get(state, "")
        stuck = self.held.values.get(state) == TERKENDALA
        if word in (BELUM, PROSES) and stuck and newer and not self.officer:
            self.values[state] = TERKENDALA
        elif word in (None, BELUM, PROSES):
            self.values[kendala] = None

    def _may_be_stuck(self, state: str, kendala: str) -> bool:
        """True where a kendala is in force, or returns as an officer takes `sudah` back."""
        taken_back = self.officer and word_of(self.held.values.get(state)) == SUDAH
        return bool(self.held.values.get(kendala)) or (
            taken_back and bool(self.held.obstacles.get(state))
        )
