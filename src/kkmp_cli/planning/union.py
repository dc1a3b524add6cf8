"""The statements of several registers about one cooperative → what the register at hand takes of
them: all that it does not hold yet, each of its own day, so that the order in which registers come
does not matter.

Of what two say of one day the later word counts. As with a sheet, a `sudah` that somebody else has
said is never taken back, and what a newer word takes back anyhow is left out: both are told. Never
enters: another cooperative, a database.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import NamedTuple

from kkmp_cli.milestones import UNKNOWN
from kkmp_cli.model.area import Area
from kkmp_cli.model.event import Event
from kkmp_cli.model.projection import STATUS, state_text
from kkmp_cli.model.run import COOPERATIVE, REGISTERED
from kkmp_cli.model.statement import ForeignRun, Statement, as_events, in_order
from kkmp_cli.model.timeline import timeline
from kkmp_cli.model.vocabulary import OBSTACLE, PLAN, START, STATE, Field, Vocabulary
from kkmp_cli.planning.equality import is_same, supplies_date, takes_back
from kkmp_cli.planning.intent import (
    ADDED,
    CHANGED,
    CONFIRMED,
    CONFLICT,
    SAME,
    STALE,
    RowResult,
    Source,
    Unapplied,
)
from kkmp_cli.planning.merge import applying, stopping

_DEPENDENT = (OBSTACLE, PLAN, START)


class Told(NamedTuple):
    """All that is said of a cooperative: by the register at hand, in which it may not be yet, and
    by others, whose numbers and places are `registers`.
    """

    area: Area
    registered: bool
    held: Sequence[Statement]
    others: Sequence[Statement]
    registers: Mapping[int, str]


class United(NamedTuple):
    """What becomes of a cooperative, a row for each register that has it; `past`: those events that
    are older than what was held, and leave what holds today as it is.
    """

    rows: tuple[RowResult, ...]
    past: tuple[Event, ...]


class Policy(NamedTuple):
    """`place_of` gives an origin its number among the files of the run; `overwrite`: also what
    takes back a `sudah` is applied.
    """

    place_of: Callable[[ForeignRun], int]
    overwrite: bool
    vocabulary: Vocabulary


def united(told: Told, policy: Policy) -> United:
    """What is taken of it."""
    walk = _Union(told, policy)
    for one in in_order(walk.of_each_day()):
        walk.take(one)
    return United(tuple(map(walk.row, told.registers)), tuple(walk.past))


@dataclass(eq=False, repr=False)
class _Union:
    """The walk over what is said of one cooperative, by the days of which it is said."""

    told: Told
    policy: Policy
    events: dict[int, list[Event]] = field(default_factory=lambda: defaultdict(list))
    unapplied: dict[int, list[Unapplied]] = field(default_factory=lambda: defaultdict(list))
    left: set[tuple[int, str, str, str]] = field(default_factory=set)
    past: list[Event] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.vocabulary = self.policy.vocabulary
        self.known: dict[str, list[Statement]] = defaultdict(list)
        for one in self.told.held:
            self.known[self._timeline(one.field)].append(one)
        self.newest = {name: max(one.per for one in line) for name, line in self.known.items()}

    def of_each_day(self) -> Iterator[Statement]:
        """What is not held yet; of a field and a day only the word of who spoke last."""
        if not self.told.registered:
            yield from in_order(one for one in self.told.others if one.field == REGISTERED)[:1]
        held, others = (_by_day(several) for several in (self.told.held, self.told.others))
        for key, several in others.items():
            yield from self._of_day(held.get(key, ()), several)

    def _of_day(
        self, held: Sequence[Statement], others: Sequence[Statement]
    ) -> Iterator[Statement]:
        """What others say of a field and a day, beside what is held of that day."""
        said = {(one.value, one.origin.at) for one in held}
        new = [one for one in others if (one.value, one.origin.at) not in said]
        if new:
            yield from self._of_the_last(held[-1:], new)

    def _of_the_last(
        self, held: Sequence[Statement], new: Sequence[Statement]
    ) -> Iterator[Statement]:
        """The word of who spoke last; of the others the date of a `sudah` without one."""
        kind = self.vocabulary.field(new[0].field)
        final = max([*held, *new], key=_instant)
        if held and is_same(kind, held[0].value, final.value):
            final = held[0]
        for one in new:
            if one.register == final.register or supplies_date(kind, final.value, one.value):
                yield one
            elif not is_same(kind, final.value, one.value):
                self._leave(STALE, one, final)

    def take(self, one: Statement) -> None:
        """One statement: taken, or left out and told."""
        name = self.vocabulary.owner_of(one.field)
        if (one.register, name, one.per, one.origin.at) in self.left:
            return
        known = self.vocabulary.field(one.field)
        if known.kind == STATE or known.name == STATUS:
            against = None if self.policy.overwrite else self._against(known, one)
            if against:
                self._leave_with_all(*against, one)
                return
        self._record(one)

    def _against(self, known: Field, one: Statement) -> tuple[str, Statement] | None:
        """What somebody else has said that a state takes back, or that takes it back."""
        line = in_order(each for each in self.known[one.field] if each.register != one.register)
        before = [each for each in line if each.place <= one.place]
        if takes_back(known, self._now(known, before), one.value):
            return CONFLICT, before[-1]
        for newer in (each for each in line[len(before) :] if each.field == one.field):
            return (STALE, newer) if takes_back(known, one.value, newer.value) else None
        return None

    def _leave_with_all(self, outcome: str, other: Statement, one: Statement) -> None:
        """Leaves out a state, and with it what was said of its milestone beside it."""
        self.left.add((one.register, one.field, one.per, one.origin.at))
        told = self.unapplied[one.register]
        told[:] = [each for each in told if (each.field, each.outcome) != (one.field, outcome)]
        self._leave(outcome, one, other)

    def _leave(self, outcome: str, one: Statement, other: Statement) -> None:
        left = Unapplied(
            outcome,
            self.told.area,
            one.field,
            held=other.value,
            held_per=other.per,
            stated=one.value,
            per=one.per,
            source=Source(one.register, name=self.told.registers[one.register]),
            origin=one.origin,
        )
        if outcome == CONFLICT:
            left = self._with_commands(left, one)
        self.unapplied[one.register].append(left)

    def _with_commands(self, left: Unapplied, one: Statement) -> Unapplied:
        about = self.told.area, self._beside(one), one.per
        return left._replace(command=applying(*about), stopped=stopping(*about))

    def _beside(self, one: Statement) -> list[tuple[Field, str | None]]:
        """A state with what was said of its milestone in the same breath."""
        fields = ((self.vocabulary.field(each.field), each) for each in self.told.others)
        return [(self.vocabulary.field(one.field), one.value)] + [
            (known, each.value)
            for known, each in fields
            if known.owner == one.field
            and known.kind in _DEPENDENT
            and each.value is not None
            and (each.register, each.per, each.origin.at) == (one.register, one.per, one.origin.at)
        ]

    def _record(self, one: Statement) -> None:
        name = self._timeline(one.field)
        old = self._before(one)
        event = Event(
            COOPERATIVE,
            self.told.area.id,
            one.field,
            old,
            one.value,
            one.per,
            file=self.policy.place_of(one.origin),
            row=one.origin.run,
        )
        self.events[one.register].append(event)
        if one.per < self.newest.get(name, ""):
            self.past.append(event)
        self.known[name].append(one)

    def _before(self, one: Statement) -> str | None:
        """What was known of the field on that day."""
        known, line = self.vocabulary.field(one.field), self.known[self._timeline(one.field)]
        until = in_order(each for each in line if each.place <= one.place)
        return self._now(known, until)

    def _now(self, known: Field, several: Sequence[Statement]) -> str | None:
        """The value of a field that follows from statements in order."""
        if known.kind != STATE:
            values = [one.value for one in several if one.field == known.name]
            return values[-1] if values else None
        spans = timeline(as_events(several)) if several else []
        return state_text(spans[-1]) if spans and spans[-1].value != UNKNOWN else None

    def _timeline(self, name: str) -> str:
        """The field in whose line of time it stands: a start in that of its milestone."""
        known = self.vocabulary.field(name)
        return known.owner if known.kind in (STATE, START) else name

    def row(self, number: int) -> RowResult:
        """What became of the cooperative as one register tells it, counted once."""
        source = Source(number, name=self.told.registers[number])
        events, unapplied = self.events[number], self.unapplied[number]
        outcome = self._outcome(events, unapplied)
        return RowResult(self.told.area, outcome, tuple(events), tuple(unapplied), source=source)

    def _outcome(self, events: Sequence[Event], unapplied: Iterable[Unapplied]) -> str:
        if any(event.field == REGISTERED for event in events):
            return ADDED
        if events:
            changed = any(event.old != event.new for event in events)
            return CHANGED if changed else CONFIRMED
        outcomes = {*map(attrgetter("outcome"), unapplied)}
        return next((each for each in (CONFLICT, STALE) if each in outcomes), SAME)


def _by_day(statements: Iterable[Statement]) -> dict[tuple[str, str], list[Statement]]:
    """By field and day, but for what registers the cooperative."""
    days: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for one in statements:
        if one.field != REGISTERED:
            days[one.field, one.per].append(one)
    return days


def _instant(one: Statement) -> str:
    return one.origin.at
