"""Cooperatives in the order of one field: numbers by value, days by day, states and choices as they
are offered.

Never enters: which cooperatives there are, how a value is printed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from kkmp_cli.milestones import STATES, UNKNOWN
from kkmp_cli.model.numeric_fields import number_readers
from kkmp_cli.model.vocabulary import STATE, Field, Vocabulary
from kkmp_cli.parsing.states import split_state

T = TypeVar("T")


def in_order(
    items: Iterable[tuple[str | None, T]], key: Callable[[str], Any], descending: bool = False
) -> list[T]:
    """Things by their canonical text, those without one last; those of one value stay as they
    come.
    """
    known: list[tuple[Any, T]] = []
    unknown: list[T] = []
    for text, item in items:
        if text is None or text in ("", UNKNOWN):
            unknown.append(item)
        else:
            known.append((key(text), item))
    known.sort(key=lambda pair: pair[0], reverse=descending)
    return [*(item for _, item in known), *unknown]


def key_of(field: Field, vocabulary: Vocabulary) -> Callable[[str], Any]:
    """By what the canonical texts of a field are put in order."""
    if number := number_readers(vocabulary).get(field.name):
        return number
    if field.kind == STATE:
        return _state
    own = vocabulary.own_of(field.name)
    if own and own.choices and own.key == field.name:
        return own.choices.index
    return str.casefold


def _state(value: str) -> tuple[int, str]:
    """The place of its state, and the day; behind all days where none is known."""
    state, day = split_state(value)
    return STATES.index(state), day or "9"
