"""The state of a cooperative as its row of `cooperatives`, and back. Never enters: a query, a rule of what follows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from json.encoder import encode_basestring_ascii as _quoted
from typing import Any, NamedTuple

from kkmp_cli.changes import Registered
from kkmp_cli.cooperatives import FOUNDING, Spans, founded
from kkmp_cli.fields import BANK, NUMBER, PERSONAL, STATE
from kkmp_cli.milestones import UNKNOWN
from kkmp_cli.rebuilding import State, kind_of, state_text
from kkmp_cli.runs import REGISTERED
from kkmp_cli.statements import Span, single

_TEXTS = ("nama", "status", "percontohan", "nik_koperasi", "ketua", "telepon", "unit_usaha", "mitra", "catatan")
_PROFILE = frozenset((*_TEXTS, "anggota"))
COLUMNS = ("id", *_TEXTS, "anggota", "berdiri", "per", "nilai", "keadaan", "kendala", "rencana", "kini", "sejak")
"""The columns of `cooperatives`, in the order of `row_of`."""
NUMBER_COLUMNS = ("milestone", "nomor", "bank", "cooperative_id")
"""The columns of `identifiers`, in the order of `numbers_of`."""

_SHARED = _PROFILE - {*PERSONAL} | {REGISTERED}
"""What stands in a column of its own, or only in the history."""

_decoded = json.JSONDecoder().raw_decode
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


class Plain(NamedTuple):
    """All rows of a cooperative that is new and of which each field was stated once: the bulk of an import."""

    said: str
    row: tuple[Any, ...]
    numbers: list[tuple[str, str, str, int]]


def plain(part: Registered) -> Plain | None:
    """The rows of a new cooperative in one pass; None where something hangs on something else, or is personal.

    They are those of `chain.compact`, `row_of` and `numbers_of`, to the byte.
    """
    values, per, days = part.values, part.per, part.days
    said, held, spans, words, since, numbers = [], [], [], [], "", []
    for name, value in values.items():
        kind = kind_of(name)
        own = days.get(name, "") if days else ""
        if kind == STATE:
            told = _stated(name, value, per, own)
            said.append(told.said)
            held.append(told.held)
            spans.append(told.spans)
            words.append(told.word)
            if told.since > since:
                since = told.since
            continue
        text = _quoted(value)
        said.append(_item(name, text, own))
        if kind == NUMBER:
            code = name.removesuffix("_nomor")
            numbers.append((code, value, values.get(f"{code}_bank", ""), part.key))
        if kind in (NUMBER, BANK):
            held.append(f'"{name}":{text}')
        elif name not in _SHARED:
            return None
    for texts in (held, spans, words):
        texts.sort()
    members = values.get("anggota")
    row = (
        part.key, *map(values.get, _TEXTS), int(members) if members else None, _founded(values),
        _days_said(values, per, days), f"{{{','.join(held)}}}", f"{{{','.join(spans)}}}", "{}", "{}",
        ",".join(words), since,
    )  # fmt: skip
    return Plain(f"[{','.join(said)}]", row, numbers)


class _Stated(NamedTuple):
    """One state, said on one day of a milestone of which nothing else was said, as it stands in each column."""

    said: str
    held: str
    spans: str
    word: str
    since: str


@lru_cache(maxsize=65_536)
def _stated(name: str, value: str, per: str, own: str) -> _Stated:
    span = single(value, own or per)
    text, word, since = _told(name, (span,))
    return _Stated(_item(name, _quoted(value), own), f'"{name}":{_quoted(state_text(span))}', text, word, since)


def _item(name: str, quoted: str, own: str) -> str:
    """A first statement as the history holds it; `own` is its day where that is not the group's."""
    return f'["{name}",null,{quoted},"{own}"]' if own else f'["{name}",null,{quoted}]'


def _days_said(values: Mapping[str, str], per: str, days: Mapping[str, str]) -> str:
    if not days:
        return _one_day(per if len(values) > 1 else "")
    pers = {name: days.get(name, per) for name in values if name != REGISTERED}
    return _pers_text(pers, pers)


def _founded(values: Mapping[str, str]) -> int | None:
    """What `founded` says of a cooperative of which each milestone was stated once."""
    return next((int(value[:4]) for name in FOUNDING if (value := values.get(name, ""))[:1].isdigit()), None)


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


def values_of(text: str) -> dict[str, str]:
    """The column `nilai`: what has no column of its own."""
    values: dict[str, str] = _decoded(text)[0]
    return values


def pers_of(text: str, values: Iterable[str]) -> dict[str, str]:
    """The newest day of every field ever stated, from the column `per`; `values` are the fields with a value now."""
    day, apart = days_of(text)
    pers = dict.fromkeys(values, day)
    for name, own in apart.items():
        if own:
            pers[name] = own
        else:
            pers.pop(name, None)
    return pers


@lru_cache(maxsize=4_096)
def days_of(text: str) -> tuple[str, Mapping[str, str | None]]:
    """The column `per`: the newest of all days, and the fields of which it is not the newest (None: never stated)."""
    held = json.loads(text)
    return held.pop("", ""), held


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
        name: day for name, day in pers.items() if day != newest or name not in values or name in PERSONAL
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
