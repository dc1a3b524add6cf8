"""Which statements of a history changed days before their own, and what was held before and after
them: those of an older day than what was held, and those that took back a `sudah`.

Only an officer's own word is recorded of an older day; what a file says so is not used, but for the
date of a `sudah`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from kkmp_cli.model.projection import Projection, project
from kkmp_cli.model.run import COOPERATIVE, REGISTERED, RecordedEvent, Run
from kkmp_cli.model.timeline import FieldEvent
from kkmp_cli.model.vocabulary import Vocabulary
from kkmp_cli.planning.equality import is_correction
from kkmp_cli.register import log

if TYPE_CHECKING:
    from kkmp_cli.register.log import Entry
    from kkmp_cli.register.reader import Reader

Retroactive = Mapping[tuple[int, int, str], tuple[Projection, Projection]]
"""By run, cooperative and field: the projections before and after a statement of an older day."""
_AT_ONCE = 500


def retroactive(register: Reader, runs: Sequence[Run]) -> Retroactive:
    """Of every such statement in these runs, the projections before and after its run."""
    asked = _asked(runs, register.vocabulary)
    void = log.void_runs(register)
    moved = {}
    for key, entries in _entries(register, [*asked]).items():
        in_force = [entry for entry in entries if entry.run not in void]
        for run, name, before, after in _older(in_force, asked[key], register.vocabulary):
            moved[run, key, name] = before, after
    return moved


def _asked(runs: Iterable[Run], vocabulary: Vocabulary) -> dict[int, set[int]]:
    """By cooperative, the runs in force where an officer stated or a file took back something."""
    asked: dict[int, set[int]] = defaultdict(set)
    for run in runs:
        for event in run.events if run.in_force else ():
            if event.entity == COOPERATIVE and _may_change_the_past(event, vocabulary):
                asked[event.key].add(run.id)
    return asked


def _may_change_the_past(event: RecordedEvent, vocabulary: Vocabulary) -> bool:
    stated = event.file is None and event.field != REGISTERED
    return stated or is_correction(vocabulary.field(event.field), event.old, event.new)


def _entries(register: Reader, keys: Sequence[int]) -> dict[int, list[Entry]]:
    by_cooperative: dict[int, list[Entry]] = defaultdict(list)
    for start in range(0, len(keys), _AT_ONCE):
        some = keys[start : start + _AT_ONCE]
        where = f"e.entitas = '{COOPERATIVE}' AND e.subjek IN ({','.join('?' * len(some))})"
        for entry in log.entries(register, where, some):
            by_cooperative[entry.key].append(entry)
    return by_cooperative


def _older(
    entries: Iterable[Entry], asked: Collection[int], vocabulary: Vocabulary
) -> Iterator[tuple[int, str, Projection, Projection]]:
    """Run and field of each older statement of one cooperative, with the states around the run."""
    events: list[FieldEvent] = []
    for run, group in groupby(entries, attrgetter("run")):
        new, before = [*group], [*events]
        late = _late(before, new, vocabulary) if run in asked else ()
        events += [
            FieldEvent(one.field, one.new, one.per, at) for at, one in enumerate(new, len(events))
        ]
        for name in late:
            yield run, name, project(before, vocabulary), project(events, vocabulary)


def _late(before: Iterable[FieldEvent], new: Iterable[Entry], vocabulary: Vocabulary) -> list[str]:
    """The fields stated of an older day than what was recorded, or whose `sudah` is taken back."""
    newest: dict[str, str] = {}
    for event in before:
        newest[event.field] = max(event.per, newest.get(event.field, ""))
    return [
        entry.field
        for entry in new
        if entry.per < newest.get(entry.field, "")
        or is_correction(vocabulary.field(entry.field), entry.old, entry.new)
    ]
