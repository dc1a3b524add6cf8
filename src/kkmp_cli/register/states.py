"""The state of a cooperative as its row of `cooperatives`, and back. Never enters: a query, a rule of what follows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from kkmp_cli.cooperatives import Spans, founded
from kkmp_cli.fields import NUMBER, PROFILE_FIELDS
from kkmp_cli.milestones import UNKNOWN
from kkmp_cli.rebuilding import State, kind_of
from kkmp_cli.statements import Span

_TEXTS = ("nama", "status", "percontohan", "nik_koperasi", "ketua", "telepon", "unit_usaha", "mitra", "catatan")
_PROFILE = frozenset((*_TEXTS, "anggota"))
COLUMNS = ("id", *_TEXTS, "anggota", "berdiri", "per", "nilai", "keadaan", "kendala", "rencana", "kini", "sejak")
"""The columns of `cooperatives`, in the order of `row_of`."""
NUMBER_COLUMNS = ("milestone", "nomor", "bank", "cooperative_id")
"""The columns of `identifiers`, in the order of `numbers_of`."""

_PERSONAL = frozenset(field.name for field in PROFILE_FIELDS if field.personal)

_json = json.JSONEncoder(separators=(",", ":"), sort_keys=True).encode


def row_of(key: int, state: State) -> tuple[Any, ...]:
    """A state as its row, the same to the byte for equal states."""
    values, states = state.values, state.states
    members = values.get("anggota")
    others = {name: value for name, value in values.items() if name not in _PROFILE}
    spans, words, since = [], [], ""
    for code in sorted(states):
        if held := states[code]:
            text, word, begin = _told(code, held)
            spans.append(text)
            if word:
                words.append(word)
            if begin > since:
                since = begin
    return (
        key, *map(values.get, _TEXTS), int(members) if members else None, founded(states),
        _pers_text(state.pers, values), _json(others), f"{{{','.join(spans)}}}",
        _timelines(state.obstacles), _timelines(state.plans), ",".join(words), since,
    )  # fmt: skip


def numbers_of(key: int, values: Mapping[str, str]) -> list[tuple[str, str, str, int]]:
    """The identifiers of a cooperative as rows; a bank without a number is none."""
    return [
        (code, number, values.get(f"{code}_bank", ""), key)
        for name, number in values.items()
        if kind_of(name) == NUMBER and (code := name.removesuffix("_nomor"))
    ]


def spans_of(text: str) -> dict[str, Spans]:
    """The timelines of one aspect, by milestone."""
    return {code: tuple(Span(*span) for span in spans) for code, spans in json.loads(text).items()}


def pers_of(text: str, values: Iterable[str]) -> dict[str, str]:
    """The newest day of every field ever stated, from the column `per`; `values` are the fields with a value now."""
    day, others, never = _days(text)
    pers = dict.fromkeys(values, day)
    if others:
        pers.update(others)
    for name in never:
        pers.pop(name, None)
    return pers


@lru_cache(maxsize=4_096)
def _days(text: str) -> tuple[str, dict[str, str], tuple[str, ...]]:
    held = json.loads(text)
    day = held.pop("", "")
    return day, {name: own for name, own in held.items() if own}, tuple(name for name, own in held.items() if not own)


def states_on(text: str, day: str) -> Iterable[str]:
    """The known states on an ISO day, each as `usaha sudah`, from the column `keadaan`."""
    for code, spans in json.loads(text).items():
        for since, until, value, *_ in reversed(spans):
            if since <= day:
                if value != UNKNOWN and (until is None or day < until):
                    yield f"{code} {value}"
                break


def _pers_text(pers: Mapping[str, str], values: Mapping[str, str]) -> str:
    """The newest of all days under an empty name, for every field with a value; then what differs from that.

    Personal fields always stand apart: their values can be taken away, that something was said of them cannot.
    """
    newest = max(pers.values(), default="")
    others: dict[str, str | None] = {
        name: day for name, day in pers.items() if day != newest or name not in values or name in _PERSONAL
    }
    if len(values) + len(others) > len(pers):
        others.update((name, None) for name in values if name not in pers)
    return _json({"": newest, **others}) if others else _one_day(newest)


@lru_cache(maxsize=4_096)
def _one_day(day: str) -> str:
    return _json({"": day})


def _timelines(timelines: Mapping[str, Spans]) -> str:
    return f"{{{','.join(_told(code, timelines[code])[0] for code in sorted(timelines) if timelines[code])}}}"


@lru_cache(maxsize=65_536)
def _told(code: str, spans: Spans) -> tuple[str, str, str]:
    """A timeline as an entry of its JSON object, the state that holds for good (empty: not known), and since when."""
    last = spans[-1]
    word = "" if last.value == UNKNOWN else f"{code} {last.value}"
    return f'"{code}":{_json([span if span.day else span[:3] for span in spans])}', word, last.since
