"""Which statements of a history were of an older day than what was held, and what was held before
and after them.

Only an officer's own word is recorded of an older day; what a file says so is not used, but for the
date of a `sudah`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from kkmp_cli.model.projection import FieldEvent, Projection, project
from kkmp_cli.model.run import COOPERATIVE, REGISTERED, Run
from kkmp_cli.register import log

if TYPE_CHECKING:
    from kkmp_cli.register.log import Entry
    from kkmp_cli.register.reader import Reader
    from kkmp_cli.render.words.old_new import Effects

_AT_ONCE = 500


def effects(register: Reader, found: Sequence[Run]) -> Effects:
    """Of every such statement in these runs, by run, cooperative and field, what was held before
    and after its run.
    """
    asked: dict[int, set[int]] = defaultdict(set)
    for run in found:
        for event in run.events if run.in_force else ():
            if event.entity == COOPERATIVE and event.file is None and event.field != REGISTERED:
                asked[event.key].add(run.id)
    void = log.void_runs(register)
    told: dict[tuple[int, int, str], tuple[Projection, Projection]] = {}
    for key, entries in _entries(register, [*asked]).items():
        in_force = [entry for entry in entries if entry.run not in void]
        for run_id, name, before, after in _older(in_force, asked[key]):
            told[run_id, key, name] = before, after
    return told


def _entries(register: Reader, keys: Sequence[int]) -> dict[int, list[Entry]]:
    found: dict[int, list[Entry]] = defaultdict(list)
    for start in range(0, len(keys), _AT_ONCE):
        some = keys[start : start + _AT_ONCE]
        where = f"e.entitas = '{COOPERATIVE}' AND e.subjek IN ({','.join('?' * len(some))})"
        for entry in log.entries(register, where, some):
            found[entry.key].append(entry)
    return found


def _older(
    entries: Iterable[Entry], asked: Collection[int]
) -> Iterator[tuple[int, str, Projection, Projection]]:
    """The run and the field of each older statement of one cooperative, with the states around the
    run.
    """
    said: list[FieldEvent] = []
    newest: dict[str, str] = {}
    for run, group in groupby(entries, attrgetter("run")):
        new = [*group]
        late = (
            [entry.field for entry in new if entry.per < newest.get(entry.field, "")]
            if run in asked
            else []
        )
        before = project(said) if late else None
        said += [
            FieldEvent(entry.field, entry.new, entry.per, len(said) + at)
            for at, entry in enumerate(new)
        ]
        newest.update((entry.field, max(entry.per, newest.get(entry.field, ""))) for entry in new)
        if before:
            after = project(said)
            yield from ((run, name, before, after) for name in late)
