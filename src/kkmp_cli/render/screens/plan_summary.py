"""A long plan on one screen: what is new counted for each field, what changes by its first names.

Never enters: a rule, how a value is worded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kkmp_cli.model.event import Event
from kkmp_cli.model.run import REGISTERED
from kkmp_cli.model.vocabulary import STATE, Field, Vocabulary
from kkmp_cli.parsing.numbers import show
from kkmp_cli.parsing.states import split_state
from kkmp_cli.render.words import JOINT
from kkmp_cli.render.words.old_new import field_label, short_value

_MOST = 4
"""So many different values of a field are told."""
_NAMED = 2
"""So many cooperatives with one value are named rather than counted."""

Holders = list[tuple[str, str]]
"""Of each cooperative its name and the value."""


def is_new(event: Event) -> bool:
    """True for the first word on a field."""
    return event.old is None and event.new is not None and event.field != REGISTERED


def lines(
    events: Iterable[Event], names: Mapping[int, str], vocabulary: Vocabulary
) -> Iterator[str]:
    """A line for each field of which anything is said for the first time."""
    values: dict[str, Holders] = defaultdict(list)
    for event in filter(is_new, events):
        values[event.field].append((names.get(event.key, str(event.key)), event.new or ""))
    for name in sorted(values, key=vocabulary.place):
        field = vocabulary.field(name)
        yield f"{field_label(field)}: {_counted(field, values[name])}"


def _counted(field: Field, holders: Holders) -> str:
    """Who has which value, in words; of many different ones only how many there are."""
    if field.personal:
        return f"diisi ({show(len(holders))})"
    having: dict[str, list[str]] = defaultdict(list)
    for name, value in holders:
        having[_word(field, value)].append(name)
    if len(having) > _MOST or len(having) == len(holders) > _NAMED:
        return f"{show(len(holders))} koperasi"
    return JOINT.join(f"{word} ({_who(several)})" for word, several in having.items())


def _word(field: Field, value: str) -> str:
    """A value; of a milestone its state alone."""
    return short_value(field, split_state(value)[0] if field.kind == STATE else value)


def _who(names: list[str]) -> str:
    return ", ".join(names) if len(names) <= _NAMED else show(len(names))
