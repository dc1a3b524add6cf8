"""Which statements of a history changed days before their own, and what was held before and after
them: those of an older day than what was held, and those that took back a `sudah`.

Only an officer's own word is recorded of an older day; what a file says so is not used, but for the
date of a `sudah`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from kkmp_cli.model.projection import Projection, project
from kkmp_cli.model.run import COOPERATIVE, REGISTERED, RecordedEvent, Run
from kkmp_cli.model.vocabulary import Vocabulary
from kkmp_cli.planning.equality import is_correction
from kkmp_cli.register import checkpoints
from kkmp_cli.register.checkpoints import PastEvents
from kkmp_cli.register.projection_part import group_of

if TYPE_CHECKING:
    from kkmp_cli.register.log import Entry
    from kkmp_cli.register.reader import Reader

Retroactive = Mapping[tuple[int, int, str], tuple[Projection, Projection]]
"""By run, cooperative and field: the projections before and after a statement of an older day."""


def retroactive(register: Reader, runs: Sequence[Run]) -> Retroactive:
    """Of every such statement in these runs, what was held of its field before and after its run.

    What a checkpoint covers is not gone through run by run.
    """
    asked = _asked(runs, register.vocabulary)
    pasts = checkpoints.pasts(register, asked, {key: min(asked[key]) for key in asked})
    return {
        (run, key, name): (before, after)
        for key, past in pasts.items()
        for run, name, before, after in _older(past, asked[key])
    }


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


def _older(
    past: PastEvents, asked: Collection[int]
) -> Iterator[tuple[int, str, Projection, Projection]]:
    """Run and field of each older statement of one cooperative, with the states around the run."""
    newest: dict[str, str] = {}
    for run, group in groupby(past.entries, attrgetter("run")):
        entries = [*group]
        for name in _late(past, newest, entries) if run in asked else ():
            yield run, name, _held(past, name, run), _held(past, name, run + 1)
        for entry in entries:
            newest[entry.field] = max(entry.per, newest.get(entry.field, ""))


def _held(past: PastEvents, name: str, run: int) -> Projection:
    """What was held of a field, and of what it hangs together with, before a run."""
    earlier, group = past.before(run), group_of(name, past.vocabulary)
    names = [one for one in earlier.names() if group_of(one, past.vocabulary) == group]
    events = chain.from_iterable(map(earlier.events, names))
    return project(checkpoints.ordered(events), past.vocabulary)


def _late(past: PastEvents, newest: Mapping[str, str], new: Iterable[Entry]) -> list[str]:
    """The fields stated of an older day than what was recorded, or whose `sudah` is taken back."""
    field_of = past.vocabulary.field
    return [
        entry.field
        for entry in new
        if entry.per < max(past.newest_of(entry.field), newest.get(entry.field, ""))
        or is_correction(field_of(entry.field), entry.old, entry.new)
    ]
