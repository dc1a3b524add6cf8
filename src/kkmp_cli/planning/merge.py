"""The merge policy: one intent against what is held of its cooperative → events, and what was not
applied and why.

A file's word gives way to a newer one and never takes back a `sudah`; the officer's own word always
applies. Never enters: another row of the call.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kkmp_cli.errors import Advice, Command, Problem, Refused
from kkmp_cli.milestones import BELUM, BERHENTI, PROSES, book_year_of
from kkmp_cli.model.area import Area
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.event import Event
from kkmp_cli.model.run import COOPERATIVE, REGISTERED, RecordedValue
from kkmp_cli.model.timeline import is_coarser
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
from kkmp_cli.parsing import added_note, dates
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.states import split_state
from kkmp_cli.planning.equality import (
    begins_after,
    corrected_since,
    default_of,
    is_same,
    says_nothing_new,
    supplies_date,
    takes_back,
    word_of,
)
from kkmp_cli.planning.implied import Implied
from kkmp_cli.planning.intent import (
    ADDED,
    CHANGED,
    CONFIRMED,
    CONFLICT,
    REJECTED,
    SAME,
    STALE,
    Intent,
    RowResult,
    Source,
    Unapplied,
)

Stated = tuple[Field, str | None]
"""A field and what is said of it."""
_DEPENDENT = (OBSTACLE, PLAN, START)
"""The kinds of fields that go with their milestone's state; only a start has its day where that is
later, a kendala and a rencana are older than their own last word alone.
"""


class MergePolicy(NamedTuple):
    """Whose word it is. `officer`: always applies; `overwrite`: a file may take back a `sudah`.

    `correction`: the officer says that gerai or usaha never was (needed to take back those two).
    `recorded`: what was recorded of these cooperatives already, and need not be where it is
    only repeated: by the officer, or by a cell of a file that carries its own day, as an export
    does. `changed`: (cooperative, field) that somebody else changed while a sheet was open.
    """

    officer: bool = False
    overwrite: bool = False
    correction: bool = False
    recorded: frozenset[RecordedValue] = frozenset()
    changed: frozenset[tuple[int, str]] = frozenset()


class CorrectionNeeded(Refused):
    """The officer's word would say that a running gerai or usaha never was."""


def merge(
    intent: Intent, current: Cooperative | None, policy: MergePolicy, vocabulary: Vocabulary
) -> tuple[RowResult, list[Problem]]:
    """One intent against what is held of its cooperative."""
    if current is not None and not policy.officer and says_nothing_new(intent, current):
        return RowResult(intent.area, SAME, source=intent.source), []
    known = current or Cooperative(intent.area.id, intent.area)
    implied = Implied(intent, known, policy.officer, vocabulary)
    row = _Row(implied, policy)
    row.take_all(implied.complete(), new=current is None)
    return row.result(current is None, implied.notes), row.problems


class _Comparison(NamedTuple):
    """One value of an intent beside what is held of its field."""

    field: Field
    value: str | None
    per: str
    held: str | None
    held_per: str

    @property
    def older(self) -> bool:
        """True where something of a later day is held."""
        return bool(self.held_per) and self.per < self.held_per


class _Row:
    """The walk over one intent's fields."""

    def __init__(self, implied: Implied, policy: MergePolicy) -> None:
        self.intent, self.held, self.problems = implied.intent, implied.held, implied.problems
        self.vocabulary, self.policy = implied.vocabulary, policy
        self.events: list[Event] = []
        self.unapplied: list[Unapplied] = []

    def take_all(self, values: Mapping[str, str | None], *, new: bool) -> None:
        """Each field in turn, after what registers a new cooperative."""
        if new:
            self.record(REGISTERED, None, "ya", self.intent.per.isoformat())
        for name, value in values.items():
            self.take(name, value)

    def take(self, name: str, value: str | None) -> None:
        """One field: applied, confirmed, the same, stale or in conflict."""
        stated = self._beside(self.vocabulary.known(name), value)
        if self._waits(stated) or self._cannot_be(stated):
            return
        if self.policy.officer:
            self._of_officer(stated)
        else:
            self._of_file(stated)

    def _beside(self, field: Field, value: str | None) -> _Comparison:
        default = default_of(self.held, field.name) if value is not None else None
        held_per = self.held.pers.get(field.name, "")
        if field.kind == START:
            held_per = max(held_per, self.held.pers.get(field.owner, ""))
        return _Comparison(
            field,
            value,
            self.intent.day_of(field.owner),
            self.held.values.get(field.name, default),
            held_per,
        )

    def _of_file(self, stated: _Comparison) -> None:
        """A file's word gives way to a newer one and takes back no `sudah` unless it may."""
        field, current, value = stated.field, stated.held, stated.value
        if is_same(field, current, value):
            self._confirm(stated, max(stated.held_per, self.held.pers.get(field.owner, "")))
        elif stated.older and not supplies_date(field, current, value):
            self._leave(STALE, stated)
        elif not self._repeats(stated):
            self._take_or_leave(stated)

    def _take_or_leave(self, stated: _Comparison) -> None:
        contrary = takes_back(stated.field, stated.held, stated.value) and not self.policy.overwrite
        if contrary or self._is_changed(stated):
            self._leave(CONFLICT, stated)
        else:
            self._apply(stated)
            self._end_with_newer_state(stated)

    def _is_changed(self, stated: _Comparison) -> bool:
        """True where the one who wrote it has not seen what is held."""
        return (self.held.id, stated.field.name) in self.policy.changed

    def _end_with_newer_state(self, stated: _Comparison) -> None:
        """A file's kendala older than the `belum` or `proses` held was in force until then."""
        state, name = stated.field.owner, stated.field.name
        newer = self.held.pers.get(state, "")
        open_state = word_of(self.held.values.get(state)) in (BELUM, PROSES)
        if stated.field.kind == OBSTACLE and stated.value and open_state and newer > stated.per:
            self.record(name, stated.value, None, newer)

    def _of_officer(self, stated: _Comparison) -> None:
        """The officer's word applies unless it was recorded already."""
        field, value = stated.field, stated.value
        if self._is_recorded(stated):
            return
        if stated.older and field.kind not in _DEPENDENT:
            self._of_older_day(stated)
        elif is_same(field, stated.held, value):
            self._confirm(stated, self.held.pers.get(field.name, ""))
        elif self._needs_correction(stated):
            raise _correction(self.held, field, value)
        else:
            self._apply(stated)

    def _repeats(self, stated: _Comparison) -> bool:
        """True for a cell with a day of its own that says what was recorded of that day before."""
        return stated.field.owner in self.intent.pers and self._is_recorded(stated)

    def _is_recorded(self, stated: _Comparison) -> bool:
        recorded = (self.held.id, stated.field.name, stated.value, stated.per)
        return recorded in self.policy.recorded

    def _of_older_day(self, stated: _Comparison) -> None:
        """An officer of a day before what is held; what is known of that day is confirmed."""
        if stated.value is None or not self._already(stated):
            self._apply(stated)
        elif stated.field.kind != STATE:
            then = stated._replace(held=stated.value)
            self._confirm(then, self.held.as_of(stated.per).pers.get(stated.field.name, ""))

    def _apply(self, stated: _Comparison) -> None:
        name = stated.field.name
        self.record(name, self.held.values.get(name), stated.value, stated.per)

    def _needs_correction(self, stated: _Comparison) -> bool:
        stops = stated.field.milestone is not None and stated.field.milestone.stops
        never = stops and takes_back(stated.field, stated.held, stated.value)
        return never and not self.policy.correction

    def _confirm(self, stated: _Comparison, held_per: str) -> None:
        """An equal value of a named day, or of an officer, moves the last confirmation."""
        name = stated.field.name
        named = self.intent.explicit or stated.field.owner in self.intent.pers
        explicit = self.policy.officer or named
        if explicit and held_per and stated.per > held_per and name in self.held.pers:
            self.record(name, stated.held or self._ended(stated), stated.held, stated.per)

    def _ended(self, stated: _Comparison) -> str | None:
        """The kendala that a `sudah` ended and that is emptied as the `sudah` is taken back."""
        spans = self.held.obstacles.get(stated.field.owner, ())
        return spans[-1].value if spans and stated.field.kind == OBSTACLE else None

    def _already(self, stated: _Comparison) -> bool:
        """True where the value of an older day says what is known of that day."""
        if stated.field.kind != STATE:
            return self.held.value(stated.field.name, stated.per) == stated.value
        word, day = split_state(stated.value or "")
        span = self.held.span(stated.field.name, stated.per)
        if span is None or span.value != word:
            return False
        return day is None or is_coarser(day, span.day)

    def _cannot_be(self, stated: _Comparison) -> bool:
        return bool(stated.value) and (self._too_late(stated) or self._lost_zeros(stated))

    def _lost_zeros(self, stated: _Comparison) -> bool:
        """Refuses digits held without the zeros before them, which a spreadsheet took away."""
        current, value = self.held.values.get(stated.field.name) or "", stated.value or ""
        lost = value.isdigit() and value != current and current.lstrip("0") == value
        if stated.field.kind != NUMBER or not lost:
            return False
        self._refuse(
            stated,
            f"angka 0 di depan hilang; yang tercatat {current}",
            "Tulis lengkap sebagai teks. Bila catatan itu yang salah, kosongkan dulu nomornya.",
        )
        return True

    def _too_late(self, stated: _Comparison) -> bool:
        value = stated.value or ""
        if stated.field.kind not in (STATE, START):
            return False
        day = split_state(value)[1] if stated.field.kind == STATE else value
        if not day or not begins_after(day, stated.per):
            return False
        self._refuse(
            stated,
            f"{dates.show(day)} sesudah tanggal keadaannya ({dates.show(stated.per)})",
            "Pakai `--per` yang tidak lebih awal dari tanggal itu.",
        )
        return True

    def _refuse(self, stated: _Comparison, message: str, remedy: str) -> None:
        self.problems.append(self.intent.problem(stated.field, message, remedy))

    def _waits(self, stated: _Comparison) -> bool:
        """A kendala or rencana goes the way of its milestone's word where that was left out."""
        field = stated.field
        left = next((one for one in self.unapplied if one.field == field.state_field), None)
        if field.kind not in (OBSTACLE, PLAN) or left is None:
            return False
        if field.name not in self.intent.values or stated.value is stated.held is None:
            return True
        if left.outcome == STALE:
            return False
        self._leave(CONFLICT, stated, ((self.vocabulary.known(left.field), left.stated),))
        return True

    def _leave(
        self,
        outcome: str,
        stated: _Comparison,
        beside: Sequence[Stated] = (),
    ) -> None:
        statements = (*beside, (stated.field, stated.value))
        command = applying(self.held.area, statements, stated.per) if outcome == CONFLICT else ""
        self.unapplied.append(
            Unapplied(
                outcome,
                self.held.area,
                stated.field.name,
                held=stated.held,
                held_per=stated.held_per,
                stated=stated.value,
                per=stated.per,
                command=command,
                source=self.intent.source,
                stopped=self._stopped(outcome, statements, stated),
            )
        )

    def _stopped(
        self, outcome: str, statements: Sequence[tuple[Field, str | None]], stated: _Comparison
    ) -> Advice | str:
        if outcome != CONFLICT or self._is_changed(stated):
            return ""
        return stopping(self.held.area, statements, stated.per)

    def record(self, name: str, old: str | None, new: str | None, per: str) -> None:
        """An event of this row's cooperative, with its place in the file."""
        source = self.intent.source or Source()
        self.events.append(
            Event(COOPERATIVE, self.held.id, name, old, new, per, file=source.file, row=source.row)
        )

    def result(self, new: bool, notes: Sequence[str]) -> RowResult:
        """What became of the row, counted once."""
        return RowResult(
            self.intent.area,
            self._outcome(new),
            () if self.problems else tuple(self.events),
            tuple(self.unapplied),
            tuple(notes),
            self.intent.source,
        )

    def _outcome(self, new: bool) -> str:
        if self.problems:
            return REJECTED
        if new:
            return ADDED
        if self.events:
            changed = any(event.old != event.new for event in self.events)
            return CHANGED if changed else CONFIRMED
        outcomes = {one.outcome for one in self.unapplied}
        return next((each for each in (CONFLICT, STALE) if each in outcomes), SAME)


def applying(area: Area, values: Sequence[Stated], per: str) -> Advice:
    """The command by which an officer would say these values of one milestone."""
    words: list[str] = []
    tail = ["--per", per]
    for field, value in values:
        words += as_typed(field, value)
        if year := book_year_of(field.state_field or ""):
            tail = ["--tahun-buku", str(year), "--per", per]
        if field.milestone and field.milestone.stops:
            tail = ["--per", per, "--koreksi"]
    return Advice("{}", Command("update", area.kode, *words, *tail))


def stopping(area: Area, values: Sequence[Stated], per: str) -> Advice | str:
    """The command by which an officer would say that it ran and has stopped, where it can have."""
    state = next((field for field, _ in values if field.kind == STATE), None)
    if state is None or not (state.milestone and state.milestone.stops):
        return ""
    words = ["update", area.kode]
    for field, value in values:
        words += as_typed(field, BERHENTI if field == state else value)
    return Advice("{}", Command(*words, "--per", per))


def as_typed(field: Field, value: str | None) -> tuple[str, str]:
    """The option of `update` for a field, and its value; a yearly one without its tahun buku."""
    year = book_year_of(field.state_field or "")
    bare = field.name.replace(f"_{year}", "", 1) if year else field.name
    if value is None:
        return "--kosongkan", bare
    text = added_note.as_typed(value) if field.name == NOTE_FIELD.name else value
    return f"--{bare.replace('_', '-')}", text


def _correction(current: Cooperative, field: Field, value: str | None) -> CorrectionNeeded:
    stated = f"`{short(value)}`" if value else "mengosongkannya"
    since = corrected_since(current, field, value)
    changed = f" dan mengubah angka sejak {dates.show(since)}" if since else ""
    return CorrectionNeeded(
        f"{field.label} {current.area.distinct_name} tercatat sudah; {stated} berarti tidak pernah "
        f"berjalan{changed}.",
        f"Bila berhenti: `{field.option} berhenti`. Bila catatan lama salah: tambahkan "
        f"`--koreksi`.",
    )
