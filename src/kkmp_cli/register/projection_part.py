"""What of a cooperative is made anew where something is said of some of its fields: those and what
hangs together with them, from no more events than they follow from.

Never enters: a query, a row of a table.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kkmp_cli.model.cooperative import FOUNDING
from kkmp_cli.model.projection import STATUS
from kkmp_cli.model.timeline import FieldEvent
from kkmp_cli.model.vocabulary import OBSTACLE, PERSONAL, PLAN, Vocabulary
from kkmp_cli.register import checkpoints
from kkmp_cli.register.checkpoints import PastEvents

CONTACT = "kontak"
"""The group of the personal fields."""


def group_of(name: str, vocabulary: Vocabulary) -> str:
    """What a field is made anew together with: its milestone, the founding ones, the contacts."""
    code = vocabulary.milestone_of(name)
    if code in FOUNDING:
        return FOUNDING[0]
    return code or (CONTACT if name in PERSONAL else name)


def codes_of(group: str) -> Sequence[str]:
    """The milestones of a group."""
    return FOUNDING if group in FOUNDING else (group,)


class ProjectionPart(NamedTuple):
    """The events that the fields follow from, the columns of `cooperatives` that these tell, and
    from which day on each of `field_values`.
    """

    events: list[FieldEvent]
    columns: frozenset[str]
    since: Mapping[str, str]


def part_of(past: PastEvents, changed: Mapping[str, str]) -> ProjectionPart:
    """What is made anew where fields are `changed`, each from an ISO day on at the earliest."""
    groups = {group_of(name, past.vocabulary) for name in changed}
    late = _late(past, changed)
    brief = {name for name in changed if _is_plain(name, past.vocabulary)} - late
    since = {name: past.since(name) if name in brief else "" for name in changed}
    events = _events(past, groups, late, since)
    founding = ["berdiri"] * (FOUNDING[0] in groups)
    return ProjectionPart(checkpoints.ordered(events), frozenset((*changed, *founding)), since)


def _events(
    past: PastEvents, groups: Container[str], late: Container[str], since: Mapping[str, str]
) -> Iterator[FieldEvent]:
    """Those that the fields of these groups follow from; a kendala and a plan hang on states that
    may lie between two of them.
    """
    for name in sorted(past.names()):
        group, kind = group_of(name, past.vocabulary), past.vocabulary.kind_of(name)
        if group in groups and (group in late or kind in (OBSTACLE, PLAN)):
            yield from past.events(name)
        elif group in groups:
            yield from past.brief(name, since.get(name, ""))


def _is_plain(name: str, vocabulary: Vocabulary) -> bool:
    """True for a field whose value holds until the next one, and that stands for itself."""
    alone = group_of(name, vocabulary) == name and vocabulary.milestone_of(name) is None
    return alone and name != STATUS


def _late(past: PastEvents, changed: Mapping[str, str]) -> set[str]:
    """The groups of which something is said, or taken back, of an older day than their newest."""
    stated = [*changed.items(), *((entry.field, entry.per) for entry in past.entries)]
    first = _bounds(past, stated, min)
    newest = _bounds(past, ((name, past.newest(name)) for name in past.timelines), max)
    return {group for group, day in first.items() if day < newest.get(group, "")}


def _bounds(
    past: PastEvents, days: Iterable[tuple[str, str]], of: Callable[[str, str], str]
) -> dict[str, str]:
    """The first or the last of the days of the fields of each group."""
    bounds: dict[str, str] = {}
    for name, day in days:
        group = group_of(name, past.vocabulary)
        bounds[group] = of(day, bounds.get(group, day))
    return bounds
