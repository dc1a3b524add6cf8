"""A long plan on one screen: what is new counted for each field, what changes by its first names.

Never enters: a rule, how a value is worded.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kkmp_cli.model.event import Event
from kkmp_cli.model.run import REGISTERED
from kkmp_cli.model.vocabulary import STATE, Field, Vocabulary
from kkmp_cli.parsing.numbers import show
from kkmp_cli.parsing.states import split_state
from kkmp_cli.render.words import JOINT
from kkmp_cli.render.words.old_new import field_label, short_value

_MOST = 4
"""So many different values of a field are told each with its count."""


def is_new(event: Event) -> bool:
    """True for the first word on a field."""
    return event.old is None and event.new is not None and event.field != REGISTERED


def lines(events: Iterable[Event], vocabulary: Vocabulary) -> Iterator[str]:
    """A line for each field of which anything is said for the first time."""
    values: dict[str, list[str]] = defaultdict(list)
    for event in filter(is_new, events):
        values[event.field].append(event.new or "")
    for name in sorted(values, key=vocabulary.place):
        field = vocabulary.field(name)
        yield f"{field_label(field)}: {_counted(field, values[name])}"


def _counted(field: Field, values: list[str]) -> str:
    """How many have which value; of many different ones the states, or only how many."""
    if field.personal:
        return f"diisi ({show(len(values))})"
    words = Counter(short_value(field, value) for value in values)
    if len(words) > _MOST and field.kind == STATE:
        words = Counter(short_value(field, split_state(value)[0]) for value in values)
    return _told(words) if len(words) <= _MOST else f"{show(len(values))} koperasi"


def _told(words: Mapping[str, int]) -> str:
    return JOINT.join(f"{word} ({show(count)})" for word, count in words.items())
