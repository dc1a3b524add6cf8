"""One intent against what is held of its cooperative → the changes that follow, and what was not
applied and why.

A file's word gives way to a newer one and never takes back a `sudah`; the officer's own word always
applies. Never enters: another row of the call.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kkmp_cli.errors import Advice, Command, Problem, Refused
from kkmp_cli.milestones import BELUM, BERHENTI, PROSES, SUDAH, TERKENDALA, book_year_of
from kkmp_cli.model import vocabulary
from kkmp_cli.model.area import Area
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.event import Event
from kkmp_cli.model.run import COOPERATIVE, REGISTERED, RecordedValue
from kkmp_cli.model.timeline import begin_of
from kkmp_cli.model.vocabulary import NUMBER, OBSTACLE, PLAN, START, STATE, Field
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.lists import apply_units
from kkmp_cli.parsing.states import split_state
from kkmp_cli.planning.equality import (
    begins_after,
    default_of,
    is_same,
    known_field,
    says_nothing_new,
    supplies_date,
    takes_back,
    word_of,
)
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


@dataclass(frozen=True, slots=True)
class MergePolicy:
    """Whose word it is. `officer`: always applies; `overwrite`: a file may take back a `sudah`.

    `correction`: the officer says that gerai or usaha never was (needed to take back those two).
    `standing`: the words on these cooperatives that stand already, and need not be recorded where
    the officer only repeats them.
    """

    officer: bool = False
    overwrite: bool = False
    correction: bool = False
    recorded: frozenset[RecordedValue] = frozenset()


class CorrectionNeeded(Refused):
    """The officer's word would say that a running gerai or usaha never was."""


def merge(
    intent: Intent, held: Cooperative | None, policy: MergePolicy
) -> tuple[RowResult, list[Problem]]:
    """One intent against what is held of its cooperative."""
    if held is not None and not policy.officer and says_nothing_new(intent, held):
        return RowResult(intent.area, SAME, source=intent.source), []
    work = _Row(intent, held or Cooperative(intent.area.id, intent.area), policy)
    if held is None:
        work.events.append(work.event(REGISTERED, None, "ya", work.per))
    for name, value in work.expanded().items():
        work.take(name, value)
    return work.result(new=held is None), work.problems


class _Row:
    """The walk over one intent's fields."""

    def __init__(self, intent: Intent, held: Cooperative, policy: MergePolicy) -> None:
        self.intent, self.held, self.policy = intent, held, policy
        self.per = intent.per.isoformat()
        self.events: list[Event] = []
        self.unapplied: list[Unapplied] = []
        self.notes: list[str] = []
        self.problems: list[Problem] = []

    def expanded(self) -> dict[str, str | None]:
        """The stated values with what they imply: a number its `sudah`, a kendala its
        `terkendala`.
        """
        values = dict(self.intent.values)
        for name, value in self.intent.values.items():
            field = known_field(name)
            if name == "unit_usaha" and value:
                values[name] = apply_units(self.held.values.get(name), value)
            state = field.state_field
            if state is None or value is None:
                continue
            news = self.held.values.get(name) != value
            if (
                field.kind == NUMBER
                and news
                and state not in values
                and state not in self.held.values
            ):
                values = {state: SUDAH, **values}
            if field.kind in (OBSTACLE, PLAN, START):
                values = self._imply(values, field, state)
        values = self._end_obstacles(values)
        return dict(sorted(values.items(), key=lambda item: vocabulary.place(item[0])))

    def _imply(
        self, values: dict[str, str | None], field: Field, state: str
    ) -> dict[str, str | None]:
        """Keeps a kendala, rencana or start only where the milestone's state allows it."""
        word = word_of(values[state] if state in values else self.held.values.get(state))
        label = vocabulary.label_of(state)
        if field.kind == START:
            if word != BERHENTI:
                self._refuse(
                    field,
                    f"{label} tidak berhenti, jadi tidak punya tanggal mulai yang lewat",
                    f"Tulis tanggal mulai itu sebagai nilai `{state}`, atau nyatakan berhenti.",
                )
                values.pop(field.name)
            elif self._starts_late(
                values[field.name], values.get(state) or self.held.values.get(state) or ""
            ):
                self._refuse(
                    field,
                    f"{label} tidak dapat mulai pada atau sesudah hari berhentinya",
                    "Periksa kedua tanggalnya.",
                )
                values.pop(field.name)
        elif word == SUDAH:
            what = "Kendala" if field.kind == OBSTACLE else "Rencana"
            if self.policy.officer:
                raise Refused(
                    f"{label} {self.held.area.kelurahan} sudah tercapai; {what.lower()} tidak "
                    f"dapat dicatat.",
                    f"Bila belum, nyatakan juga `--{state.replace('_', '-')} belum`.",
                )
            if self.held.values.get(field.name) != values[field.name]:
                self.notes.append(f"{what} {label} tidak dicatat karena sudah tercapai")
            values.pop(field.name)
        elif (
            field.kind == OBSTACLE
            and word in (None, BELUM, PROSES)
            and not self._is_held(field, state, values)
        ):
            values = {state: TERKENDALA, **{k: v for k, v in values.items() if k != state}}
        return values

    def _starts_late(self, start: str | None, stopped: str) -> bool:
        """True for a start that is not before the dated stop that it belongs to."""
        stop = split_state(stopped)[1] if stopped else None
        return bool(start and stop) and begin_of(start, self.per) >= begin_of(stop, self.per)

    def _is_held(self, field: Field, state: str, values: dict[str, str | None]) -> bool:
        """True where a kendala says nothing new: the register holds it beside this very state."""
        held = self.held.values
        same_state = state not in values or word_of(values[state]) == word_of(held.get(state))
        return same_state and held.get(field.name) == values[field.name]

    def _end_obstacles(self, values: dict[str, str | None]) -> dict[str, str | None]:
        """What `belum` or `proses`, said without a kendala beside it, means for a kendala that is
        held.

        The officer says it to end the kendala. A file that has no word on it leaves it, and with it
        `terkendala`.
        """
        for state in [name for name in values if known_field(name).kind == STATE]:
            kendala = f"{state}_kendala"
            if not self.held.values.get(kendala) or kendala in values:
                continue
            word, per = word_of(values[state]), self.intent.pers.get(state, self.per)
            newer = per >= self.held.pers.get(state, "")
            stuck = self.held.values.get(state) == TERKENDALA
            if word in (BELUM, PROSES) and stuck and newer and not self.policy.officer:
                values[state] = TERKENDALA
            elif word in (None, BELUM, PROSES):
                values[kendala] = None
        return values

    def take(self, name: str, value: str | None) -> None:
        """One field: applied, confirmed, the same, stale or in conflict."""
        field = known_field(name)
        per = self.intent.pers.get(field.state_field or "", self.per)
        if self._waits(field, value, per) or (value and self._cannot_be(field, value, per)):
            return
        held = self.held.values.get(
            name, default_of(self.held, name) if value is not None else None
        )
        held_per = self._held_per(field)
        if self.policy.officer:
            self._officer(field, held, value, per)
        elif is_same(field, held, value):
            if self.intent.explicit and held_per and per > held_per and name in self.held.pers:
                self.events.append(self.event(name, held, held, per))
        elif held_per and per < held_per and not supplies_date(field, held, value):
            self._leave(STALE, field, held, value, per)
        elif takes_back(field, held, value) and not self.policy.overwrite:
            self._leave(CONFLICT, field, held, value, per)
        else:
            self.events.append(self.event(name, self.held.values.get(name), value, per))

    def _officer(self, field: Field, held: str | None, value: str | None, per: str) -> None:
        if (self.held.id, field.name, value, per) in self.policy.recorded:
            return
        held_per = self._held_per(field)
        if held_per and per < held_per and field.kind == STATE:
            if value is None or not self._already(field.name, value, per):
                self.events.append(self.event(field.name, held, value, per))
        elif is_same(field, held, value):
            if (
                self.intent.explicit
                and field.name in self.held.pers
                and per > self.held.pers[field.name]
            ):
                self.events.append(self.event(field.name, held, held, per))
        else:
            if (
                takes_back(field, held, value)
                and field.milestone
                and field.milestone.stops
                and not self.policy.correction
            ):
                raise _correction(self.held.area, field, value)
            self.events.append(self.event(field.name, self.held.values.get(field.name), value, per))

    def _already(self, name: str, value: str, per: str) -> bool:
        word, day = split_state(value)
        span = self.held.span(name, per)
        return span is not None and span.value == word and day in (None, span.day)

    def _held_per(self, field: Field) -> str:
        own = self.held.pers.get(field.name, "")
        if field.kind in (OBSTACLE, PLAN, START):
            return max(own, self.held.pers.get(field.state_field or "", ""))
        return own

    def _cannot_be(self, field: Field, value: str, per: str) -> bool:
        return self._too_late(field, value, per) or self._lost_zeros(field, value)

    def _lost_zeros(self, field: Field, value: str) -> bool:
        """Refuses the digits that are held without the zeros before them: a spreadsheet has taken
        those away.
        """
        held = self.held.values.get(field.name) or ""
        if (
            field.kind != NUMBER
            or not value.isdigit()
            or value == held
            or held.lstrip("0") != value
        ):
            return False
        self._refuse(
            field,
            f"angka 0 di depan hilang; yang tercatat {held}",
            "Tulis lengkap sebagai teks. Bila catatan itu yang salah, kosongkan dulu nomornya.",
        )
        return True

    def _too_late(self, field: Field, value: str, per: str) -> bool:
        if field.kind not in (STATE, START):
            return False
        day = split_state(value)[1] if field.kind == STATE else value
        if not begins_after(day, per):
            return False
        day = day or ""
        self._refuse(
            field,
            f"{dates.show(day)} sesudah tanggal keadaannya ({dates.show(per)})",
            "Pakai `--per` yang tidak lebih awal dari tanggal itu.",
        )
        return True

    def _refuse(self, field: Field, message: str, remedy: str) -> None:
        source = self.intent.source or Source()
        heading, cell = source.cells.get(field.name, (field.label, ""))
        content = self.intent.values.get(field.name) or ""
        if field.personal:
            content = ""
        self.problems.append(
            Problem(source.row, heading, cell, content, message, remedy, source.name)
        )

    def _waits(self, field: Field, value: str | None, per: str) -> bool:
        """A kendala or rencana goes the way of its milestone's word where that was left out."""
        if field.kind not in (OBSTACLE, PLAN):
            return False
        left = next((entry for entry in self.unapplied if entry.field == field.state_field), None)
        if left is None or (left.outcome == STALE and field.name in self.intent.values):
            return False
        if field.name in self.intent.values:
            self._leave(
                CONFLICT,
                field,
                self.held.values.get(field.name),
                value,
                per,
                {left.field: left.stated},
            )
        return True

    def _leave(
        self,
        outcome: str,
        field: Field,
        held: str | None,
        value: str | None,
        per: str,
        beside: Mapping[str, str | None] = MappingProxyType({}),
    ) -> None:
        command = (
            _command(self.held.area, {**beside, field.name: value}, per)
            if outcome == CONFLICT
            else ""
        )
        self.unapplied.append(
            Unapplied(
                outcome,
                self.held.area,
                field.name,
                held,
                self._held_per(field),
                value,
                per,
                command,
                self.intent.source,
            )
        )

    def event(self, name: str, old: str | None, new: str | None, per: str) -> Event:
        """A statement of this row's cooperative, with its place in the file."""
        source = self.intent.source
        return Event(
            COOPERATIVE,
            self.held.id,
            name,
            old,
            new,
            per,
            source.file if source else 0,
            source.row if source else 0,
        )

    def result(self, new: bool) -> RowResult:
        """What became of the row, counted once."""
        outcomes = {unapplied.outcome for unapplied in self.unapplied}
        if self.problems:
            outcome = REJECTED
        elif new:
            outcome = ADDED
        elif any(event.old != event.new for event in self.events):
            outcome = CHANGED
        elif self.events:
            outcome = CONFIRMED
        else:
            outcome = CONFLICT if CONFLICT in outcomes else STALE if STALE in outcomes else SAME
        events = () if self.problems else tuple(self.events)
        return RowResult(
            self.intent.area,
            outcome,
            events,
            tuple(self.unapplied),
            tuple(self.notes),
            self.intent.source,
        )


def _command(area: Area, values: Mapping[str, str | None], per: str) -> Advice:
    """The command by which an officer would say these values of one milestone."""
    words: list[str] = []
    tail = ["--per", per]
    for name, value in values.items():
        field = known_field(name)
        words += as_typed(name, value)
        if year := book_year_of(field.state_field or ""):
            tail = ["--tahun-buku", str(year), "--per", per]
        if field.milestone and field.milestone.stops:
            tail = ["--per", per, "--koreksi"]
    return Advice("{}", Command("update", area.kode, *words, *tail))


def as_typed(name: str, value: str | None) -> tuple[str, str]:
    """The option of `kkmp update` that states a field, and its value; a yearly one goes without its
    tahun buku there.
    """
    known = vocabulary.by_name(name)
    year = book_year_of(known.state_field or "") if known else None
    bare = name.replace(f"_{year}", "", 1) if year else name
    return ("--kosongkan", bare) if value is None else (f"--{bare.replace('_', '-')}", value)


def _correction(area: Area, field: Field, value: str | None) -> CorrectionNeeded:
    return CorrectionNeeded(
        f"{field.label} {area.kelurahan} tercatat sudah; `{value}` berarti tidak pernah berjalan.",
        f"Bila berhenti: `{field.option} berhenti`. Bila catatan lama salah: tambahkan "
        f"`--koreksi`.",
    )
