"""The state of a cooperative as its row of `cooperatives`, and back. Never enters: a query, a rule
of what follows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import compress, repeat
from json.encoder import encode_basestring_ascii as _quoted
from typing import Any, NamedTuple

from kkmp_cli.milestones import UNKNOWN
from kkmp_cli.model.bulk import BulkEvents
from kkmp_cli.model.cooperative import FOUNDING, Spans, founded
from kkmp_cli.model.projection import Projection, kind_of, state_text
from kkmp_cli.model.run import REGISTERED
from kkmp_cli.model.timeline import Span, single
from kkmp_cli.model.vocabulary import BANK, NUMBER, PERSONAL, STATE

_TEXTS = (
    "nama",
    "status",
    "percontohan",
    "nik_koperasi",
    "ketua",
    "telepon",
    "unit_usaha",
    "mitra",
    "catatan",
)
_PROFILE = frozenset((*_TEXTS, "anggota"))
COLUMNS = (
    "id",
    *_TEXTS,
    "anggota",
    "berdiri",
    "per",
    "nilai",
    "keadaan",
    "kendala",
    "rencana",
    "kini",
    "sejak",
)
"""The columns of `cooperatives`, in the order of `row_of`."""
NUMBER_COLUMNS = ("milestone", "nomor", "bank", "cooperative_id")
"""The columns of `identifiers`, in the order of `numbers_of`."""

_SHARED = _PROFILE - {*PERSONAL} | {REGISTERED}
"""What stands in a column of its own, or only in the history."""

_decoded = json.JSONDecoder().raw_decode
_json = json.JSONEncoder(separators=(",", ":"), sort_keys=True).encode


def row_of(key: int, state: Projection) -> tuple[Any, ...]:
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
        key,
        *map(values.get, _TEXTS),
        int(members) if members else None,
        founded(states),
        _pers_text(state.pers, values),
        _json(others),
        f"{{{','.join(spans)}}}",
        _timelines(state.obstacles),
        _timelines(state.plans),
        ",".join(words),
        since,
    )


class Plain(NamedTuple):
    """All rows of cooperatives that are new and of which each field was stated once: the bulk of an
    import.
    """

    said: list[str]
    rows: list[tuple[Any, ...]]
    numbers: list[tuple[str, str, str, int]]


def plain(many: BulkEvents) -> Plain:
    """The rows of new cooperatives, written column by column.

    They are those of `chain.compact`, `row_of` and `numbers_of`, to the byte. Raises LookupError
    for a field that hangs on another, or is personal.
    """
    said, held, spans, words, since = [], {}, {}, {}, []
    for name, texts in zip(many.fields, many.columns, strict=True):
        kind, days = kind_of(name), many.days.get(name)
        if kind == STATE:
            told = _States(name, many.per)
            asked = texts if days is None else list(zip(texts, days, strict=True))
            each = [*map(told.__getitem__, asked)]
            one = _Stated(*zip(*each, strict=True)) if each else _Stated(*repeat((), 5))
            said.append(one.said)
            held[name], spans[name], words[name] = one.held, one.spans, one.word
            since.append(one.since)
            continue
        if kind not in (NUMBER, BANK) and name not in _SHARED:
            raise LookupError(name)
        quoted = [*map(_quoted, texts)]
        said.append(_items(name, quoted, days))
        if kind in (NUMBER, BANK):
            held[name] = [f',"{name}":{text}' if text != _EMPTY else "" for text in quoted]
    count = len(many.keys)
    return Plain(
        [f'[["{REGISTERED}",null,"ya"]{text}]' for text in _joined(said, count)],
        list(
            zip(
                many.keys,
                *_profile(many, count),
                _founded(many),
                _days_said(many, count),
                *(_objects(texts, count) for texts in (held, spans)),
                repeat("{}", count),
                repeat("{}", count),
                [text[1:] for text in _joined(_sorted(words), count)],
                map(max, zip(*since, repeat("", count), strict=True)),
                strict=True,
            )
        ),
        _numbers(many),
    )


class _Stated(NamedTuple):
    """One state, said on one day of a milestone of which nothing else was said, as it stands in
    each column.
    """

    said: Any
    held: Any
    spans: Any
    word: Any
    since: Any


class _States(dict[Any, _Stated]):
    """The states of one milestone, each written once: by its text, or by its text and the day on
    which it was true.
    """

    def __init__(self, name: str, per: str) -> None:
        super().__init__()
        self._name, self._per = name, per

    def __missing__(self, asked: str | tuple[str, str]) -> _Stated:
        value, own = (asked, "") if isinstance(asked, str) else asked
        self[asked] = told = _stated(self._name, value, self._per, own) if value else _NOTHING
        return told


_NOTHING = _Stated("", "", "", "", "")
_EMPTY = '""'


@lru_cache(maxsize=65_536)
def _stated(name: str, value: str, per: str, own: str) -> _Stated:
    span = single(value, own or per)
    text, word, since = _told(name, (span,))
    held = f',"{name}":{_quoted(state_text(span))}'
    return _Stated(
        _item(name, _quoted(value), own), held, f",{text}", f",{word}" if word else "", since
    )


def _item(name: str, quoted: str, own: str) -> str:
    """A first statement as the history holds it; `own` is its day where that is not the group's."""
    return f',["{name}",null,{quoted},"{own}"]' if own else f',["{name}",null,{quoted}]'


def _items(name: str, quoted: Sequence[str], days: Sequence[str] | None) -> list[str]:
    if days is None:
        begin = f',["{name}",null,'
        return [f"{begin}{text}]" if text != _EMPTY else "" for text in quoted]
    return [
        _item(name, text, own) if text != _EMPTY else ""
        for text, own in zip(quoted, days, strict=True)
    ]


def _joined(columns: Sequence[Sequence[str]], count: int) -> Iterable[str]:
    """What the columns say of each row, one behind the other."""
    return map("".join, zip(*columns, strict=True)) if columns else repeat("", count)


def _sorted(columns: Mapping[str, Sequence[str]]) -> list[Sequence[str]]:
    return [columns[name] for name in sorted(columns)]


def _objects(columns: Mapping[str, Sequence[str]], count: int) -> list[str]:
    """The columns as JSON objects, keys in order."""
    return [f"{{{text[1:]}}}" for text in _joined(_sorted(columns), count)]


def _profile(many: BulkEvents, count: int) -> Iterator[Iterable[Any]]:
    """The columns of their own, empty texts as NULL, the number of members as a number."""
    for name in _TEXTS:
        texts = many.column(name)
        yield [text or None for text in texts] if texts else repeat(None, count)
    members = many.column("anggota")
    yield [int(text) if text else None for text in members] if members else repeat(None, count)


def _days_said(many: BulkEvents, count: int) -> Iterable[str]:
    if not many.days:
        if many.telling() == count:
            return repeat(_one_day(many.per), count)
        return [
            _one_day(many.per if any(texts) else "") for texts in zip(*many.columns, strict=True)
        ] or [_one_day("")] * count
    found = []
    for one in many.ones():
        pers = {event.field: event.per for event in one if event.field != REGISTERED}
        found.append(_pers_text(pers, pers))
    return found


def _founded(many: BulkEvents) -> list[int | None]:
    """What `founded` says of cooperatives of which each milestone was stated once."""
    found: list[int | None] = [None] * len(many.keys)
    for name in reversed(FOUNDING):
        if texts := many.column(name):
            found = [
                int(text[:4]) if text[:1].isdigit() else year
                for text, year in zip(texts, found, strict=True)
            ]
    return found


def _numbers(many: BulkEvents) -> list[tuple[str, str, str, int]]:
    """The identifiers as rows, as `numbers_of` has them."""
    found: list[tuple[str, str, str, int]] = []
    for name, texts in zip(many.fields, many.columns, strict=True):
        if kind_of(name) == NUMBER:
            code = name.removesuffix("_nomor")
            banks = many.column(f"{code}_bank") or repeat("")
            found += compress(zip(repeat(code), texts, banks, many.keys, strict=False), texts)
    return found


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
    """The newest day of every field ever stated, from the column `per`; `values` are the fields
    with a value now.
    """
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
    """The column `per`: the newest of all days, and the fields of which it is not the newest (None:
    never stated).
    """
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
    """The newest of all days under an empty name, for every field with a value; then what differs
    from that.

    Personal fields always stand apart: their values can be taken away, that something was said of
    them cannot.
    """
    newest = max(pers.values(), default="")
    others: dict[str, str | None] = {
        name: day
        for name, day in pers.items()
        if day != newest or name not in values or name in PERSONAL
    }
    if len(values) + len(others) > len(pers):
        others.update((name, None) for name in values if name not in pers)
    return _json({"": newest, **others}) if others else _one_day(newest)


@lru_cache(maxsize=4_096)
def _one_day(day: str) -> str:
    return _json({"": day})


def _timelines(timelines: Mapping[str, Spans]) -> str:
    told = (_told(code, timelines[code])[0] for code in sorted(timelines) if timelines[code])
    return f"{{{','.join(told)}}}"


@lru_cache(maxsize=65_536)
def _told(code: str, spans: Spans) -> tuple[str, str, str]:
    """A timeline as an entry of its JSON object, the state that holds for good (empty: not known),
    and since when.
    """
    last = spans[-1]
    word = "" if last.value == UNKNOWN else f"{code} {last.value}"
    return f'"{code}":{_json([span if span.day else span[:3] for span in spans])}', word, last.since
