"""Values → the promised JSON: keys are field names, in the order of the fields.

Fields in `PRINTED_ONLY` are for readers of text and stay out, those in `LEFT_OUT_EMPTY` where they
hold nothing. Never enters: a rule, a sum.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from functools import cache
from typing import Any, cast

from kkmp_cli.render.harmless import json_text
from kkmp_cli.reports.last_word import NO_WORD
from kkmp_cli.reports.report import LEFT_OUT_EMPTY, PRINTED_ONLY


def text(value: Any, head: str = "", origin: str = "") -> str:
    """Any value as JSON: readable, UTF-8 letters as they are, always in the same order; a report
    that goes out as a file with the head of the history that it tells, and how to make it again.
    """
    kepala = {"kepala": head, "asal": origin} if head else {}
    return json_text(plain(value) | kepala) + "\n"


def plain(value: Any) -> Any:
    """Frozen values, mappings and sequences → what JSON knows."""
    if isinstance(value, Mapping):
        return {key: plain(one) for key, one in value.items()}
    if names := _keys(cast(Hashable, type(value))):
        return {name: plain(one) for name, one in _told(value, names)}
    if isinstance(value, (tuple, list)):
        return [plain(one) for one in value]
    return value


def _told(value: Any, names: Iterable[str]) -> Iterable[tuple[str, Any]]:
    optional = LEFT_OUT_EMPTY.get(type(value).__name__, frozenset())
    for name in names:
        one = getattr(value, name)
        if name not in optional or (one is not None and one != {}):
            yield name, None if name in optional and one == NO_WORD else one


@cache
def _keys(kind: Any) -> tuple[str, ...]:
    """The fields of a named tuple or dataclass that JSON shows; none for any other type."""
    names: Iterable[str] = getattr(kind, "_fields", ()) or getattr(kind, "__dataclass_fields__", ())
    hidden = PRINTED_ONLY.get(kind.__name__, frozenset())
    return tuple(name for name in names if name not in hidden)
