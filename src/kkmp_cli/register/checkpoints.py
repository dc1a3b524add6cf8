"""Checkpoints: what the log says of a cooperative up to one of its rows, put together, so that a
log of years is not read again for its newest row.

A checkpoint holds every event in force up to the row `sampai` of `events`, by timeline and in the
order of `timeline.in_order`, as stretches `[value, "day day day"]`: an equal value said again adds
a day. A stated start (`usaha_mulai`) stands among the events of its milestone, its value in a list.
It follows from the log, may be emptied at any time, and is dropped where a run that it covers goes
out of force or comes back. Never enters: what follows from the events.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby
from operator import itemgetter
from typing import Any, NamedTuple

from kkmp_cli.model.run import COOPERATIVE, RecordedValue
from kkmp_cli.model.timeline import START, FieldEvent
from kkmp_cli.model.vocabulary import START as START_KIND
from kkmp_cli.model.vocabulary import Vocabulary
from kkmp_cli.register import hash_chain, log
from kkmp_cli.register.location import RESTORE, Damaged
from kkmp_cli.register.queries import Queries, upsert

AFTER = 40
"""Rows of the log behind a checkpoint that make another one."""
_OPEN = 10
"""The newest rows, which no checkpoint covers: the run to be undone is mostly one of them."""
_DAY = len("2026-03-10")

Stretch = list[Any]
Timelines = dict[str, list[Stretch]]


class PastEvents(NamedTuple):
    """The events in force of one cooperative: those of its checkpoint, and the entries after it;
    `rows` are the rows of the log that were read.
    """

    vocabulary: Vocabulary
    timelines: Timelines
    entries: list[log.Entry]
    rows: list[int]

    def before(self, run: int) -> PastEvents:
        """Those recorded before a run that the checkpoint does not cover."""
        return self._replace(entries=[entry for entry in self.entries if entry.run < run])

    def until(self, row: int) -> list[log.Entry]:
        """The entries up to a row of the log."""
        return [entry for entry in self.entries if entry.place <= row]

    def names(self) -> set[str]:
        """The timelines of which there is anything."""
        return {*self.timelines, *(self._timeline(entry.field) for entry in self.entries)}

    def newest(self, name: str) -> str:
        """The last day of a timeline in the checkpoint; empty where there is none."""
        stretches = self.timelines.get(name)
        return str(stretches[-1][1][-_DAY:]) if stretches else ""

    def listed(self) -> list[FieldEvent]:
        """All events, numbered, those of a timeline in order."""
        timelines: dict[str, list[FieldEvent]] = defaultdict(list)
        for name in self.timelines:
            timelines[name] += self._kept(name)
        for entry in self.entries:
            timelines[self._timeline(entry.field)].append(_said(entry))
        return ordered(chain.from_iterable(timelines.values()))

    def newest_of(self, name: str) -> str:
        """The last day of a field in the checkpoint; empty where there is none."""
        start = self.vocabulary.kind_of(name) == START_KIND
        for value, days in reversed(self.timelines.get(self._timeline(name), ())):
            if isinstance(value, list) == start:
                return str(days[-_DAY:])
        return ""

    def events(self, name: str) -> Iterator[FieldEvent]:
        """The events of a timeline, in order."""
        yield from self._kept(name)
        yield from self._later(name)

    def _kept(self, name: str) -> Iterator[FieldEvent]:
        for value, days in self.timelines.get(name, ()):
            yield from (_event(name, value, day) for day in days.split())

    def brief(self, name: str, since: str = "") -> Iterator[FieldEvent]:
        """The same from a day on, without what was only said again before the last time: from these
        and any that are not of an older day than them, the same follows.
        """
        stretches = self.timelines.get(name, ())
        for value, days in stretches:
            if days[:_DAY] >= since:
                yield _event(name, value, days[:_DAY])
        for value, days in stretches[-1:]:
            yield _event(name, value, days[-_DAY:])
        yield from self._later(name)

    def days(self) -> dict[str, tuple[str, ...]]:
        """The days on which each field was stated or confirmed, in order."""
        listed: dict[str, set[str]] = defaultdict(set)
        for name, stretches in self.timelines.items():
            for value, days in stretches:
                listed[name + START * isinstance(value, list)].update(days.split())
        for entry in self.entries:
            listed[entry.field].add(entry.per)
        return {name: tuple(sorted(several)) for name, several in listed.items()}

    def _timeline(self, name: str) -> str:
        return timeline_of(name, self.vocabulary)

    def _later(self, name: str) -> Iterator[FieldEvent]:
        for entry in self.entries:
            if self._timeline(entry.field) == name:
                yield _said(entry)

    def since(self, name: str) -> str:
        """The first day of the last two values that the checkpoint has of a plain field: what is
        said of no older day than its newest leaves all before as it is. Empty where it has fewer.
        """
        begun = {days[:_DAY]: value for value, days in self.timelines.get(name, ())}
        runs = [next(several) for _, several in groupby(begun.items(), itemgetter(1))]
        valued = [day for day, value in runs if value is not None]
        return valued[-2] if len(valued) > 1 else ""


def _said(entry: log.Entry) -> FieldEvent:
    return FieldEvent(entry.field, entry.new, entry.per, 0)


def _event(name: str, value: Any, day: str) -> FieldEvent:
    if isinstance(value, list):
        return FieldEvent(name + START, value[0], day, 0)
    return FieldEvent(name, value, day, 0)


def timeline_of(name: str, vocabulary: Vocabulary) -> str:
    """The timeline that an event of this field belongs to."""
    start = name.endswith(START) and vocabulary.kind_of(name) == START_KIND
    return name.removesuffix(START) if start else name


def ordered(events: Iterable[FieldEvent]) -> list[FieldEvent]:
    """The same events, numbered in the order in which they come."""
    return [event._replace(order=at) for at, event in enumerate(events)]


def whole(register: Queries, ids: Iterable[int]) -> dict[int, PastEvents]:
    """What the whole log says of each of these cooperatives, whatever a checkpoint holds."""
    several = list(ids)
    return pasts(register, several, dict.fromkeys(several, 0))


def pasts(
    register: Queries, ids: Iterable[int], before: Mapping[int, int] | None = None
) -> dict[int, PastEvents]:
    """What the log says of each of these cooperatives.

    With `before` no checkpoint is used that covers anything of this run of a cooperative, or after.
    """
    register.ahead([log.void_question(register)])
    kept = _stored(register, ids, before)
    void = log.void_runs(register)
    for entry in _after(register, {key: row for key, (row, _) in kept.items()}):
        _add(kept[entry.key][1], entry, void)
    return {key: past for key, (_, past) in kept.items()}


def _stored(
    register: Queries, ids: Iterable[int], before: Mapping[int, int] | None
) -> dict[int, tuple[int, PastEvents]]:
    """The row of the log up to which a checkpoint is used of each, and what that holds."""
    kept = {key: (0, _nothing(register, {})) for key in ids}
    for key, run, row, text in register.among(_CHECKPOINTS, kept):
        if before is None or run < before[key]:
            kept[key] = row, _nothing(register, _decoded(register, text))
    return kept


def _nothing(register: Queries, timelines: Timelines) -> PastEvents:
    """Nothing after what a checkpoint holds."""
    return PastEvents(register.vocabulary, timelines, [], [])


def _after(register: Queries, rows: Mapping[int, int]) -> Iterator[log.Entry]:
    """What is said of cooperatives after a row of the log."""
    yield from log.of_cooperatives(register, [key for key, row in rows.items() if not row])
    for key, row in rows.items():
        if row:
            yield from log.about(register, COOPERATIVE, key, after=row)


_CHECKPOINTS = (
    "SELECT c.cooperative_id, e.run, c.sampai, c.isi FROM checkpoints c JOIN events e"
    " ON e.id = c.sampai WHERE c.cooperative_id IN {}"
)


def _add(past: PastEvents, entry: log.Entry, void: frozenset[int]) -> None:
    if past.rows[-1:] != [entry.place]:
        past.rows.append(entry.place)
    if entry.run not in void:
        past.entries.append(entry)


def _decoded(register: Queries, text: Any) -> Timelines:
    try:
        timelines: Timelines = json.loads(text)
        for stretches in timelines.values():
            for _, days in stretches:
                if type(days) is not str or len(days) % (_DAY + 1) != _DAY:
                    raise ValueError
    except (ValueError, TypeError, AttributeError, RecursionError):
        raise Damaged(f"Register {register.engine} rusak.", RESTORE) from None
    return timelines


def field_events(register: Queries, ids: Iterable[int]) -> dict[int, list[FieldEvent]]:
    """Every event in force about these cooperatives, by id, as `log.field_events` tells them; but
    what was said twice of one day is told once.
    """
    return listed(register, pasts(register, ids))


def listed(register: Queries, pasts: Mapping[int, PastEvents]) -> dict[int, list[FieldEvent]]:
    """All events of each, personal values in the clear where still held."""
    events = {key: past.listed() for key, past in pasts.items()}
    log.reveal(register, events.values())
    return events


def recorded_values(register: Queries, ids: Sequence[int]) -> frozenset[RecordedValue]:
    """The last event in force on each field of these cooperatives for each day spoken of."""
    last = {
        (key, event.field, event.per): event.value
        for key, events in field_events(register, ids).items()
        for event in events
    }
    return frozenset((key, name, value, per) for (key, name, per), value in last.items())


def stated_values(register: Queries, ids: Sequence[int]) -> frozenset[RecordedValue]:
    """Every event in force of these cooperatives, also those replaced on the same day."""
    return frozenset(
        (key, event.field, event.value, event.per)
        for key, events in field_events(register, ids).items()
        for event in events
    )


def keep(register: Queries, pasts: Mapping[int, PastEvents]) -> None:
    """Makes the checkpoint of each cooperative anew behind which the log has grown long."""
    rows = [_checkpoint(key, past) for key, past in pasts.items() if len(past.rows) > AFTER]
    columns = ("cooperative_id", "sampai", "isi")
    register.insert("checkpoints", columns, rows, upsert("cooperative_id", columns[1:]))


def _checkpoint(key: int, past: PastEvents) -> tuple[int, int, str]:
    until = past.rows[-1 - _OPEN]
    return key, until, hash_chain.compact(_extended(past, past.until(until)))


def drop(register: Queries, places: Mapping[int, int]) -> None:
    """Takes out the checkpoints that cover a row of the log: the first one by cooperative."""
    sql = "DELETE FROM checkpoints WHERE cooperative_id = ? AND sampai >= ?"
    register.connection.executemany(sql, places.items())


def differing(register: Queries, pasts: Mapping[int, PastEvents]) -> set[int]:
    """Those of these cooperatives whose checkpoint is not what the whole log says."""
    return {
        key
        for key, until, text in register.among(_KEPT, pasts)
        if text != hash_chain.compact(_extended(pasts[key], pasts[key].until(until)))
    }


_KEPT = "SELECT cooperative_id, sampai, isi FROM checkpoints WHERE cooperative_id IN {}"


def _extended(past: PastEvents, entries: Iterable[log.Entry]) -> Timelines:
    """The timelines with what later entries say, by name."""
    later: dict[str, list[tuple[str, Any]]] = defaultdict(list)
    for entry in entries:
        name = timeline_of(entry.field, past.vocabulary)
        value = entry.new if name == entry.field else [entry.new]
        later[name].append((entry.per, value))
    extended = past.timelines | {
        name: _stretches(past.timelines.get(name, ()), several) for name, several in later.items()
    }
    return dict(sorted(extended.items()))


def _stretches(before: Iterable[Stretch], later: Iterable[tuple[str, Any]]) -> list[Stretch]:
    """The stretches of a timeline, from those before and what was recorded after them."""
    stated = [(day, value) for value, days in before for day in days.split()]
    stated += later
    stated.sort(key=itemgetter(0))
    return [
        [value, " ".join(dict.fromkeys(day for day, _ in several))]
        for value, several in groupby(stated, itemgetter(1))
    ]
