"""The fast way for what registers many cooperatives at once: log and projection written column by
column.

It writes the very rows of the plain way (`hash_chain.compact`, `projection_rows.rows_of`); a test
holds the two together. Never enters: a field that hangs on another one, a personal value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import repeat
from json.encoder import encode_basestring_ascii as _quoted
from operator import itemgetter
from typing import Any, TypeGuard

from kkmp_cli.model.bulk import BulkEvents
from kkmp_cli.model.cooperative import FOUNDING
from kkmp_cli.model.event import Event
from kkmp_cli.model.projection import STATUS, profile_spans, project
from kkmp_cli.model.run import COOPERATIVE, REGISTERED
from kkmp_cli.model.timeline import FieldEvent
from kkmp_cli.register.projection_rows import (
    COLUMNS,
    PROFILE,
    MilestoneSpan,
    Row,
    milestone_of,
    milestone_spans,
)
from kkmp_cli.register.queries import Queries

_MILESTONE = (
    "dari",
    "sampai",
    "keadaan",
    "tanggal",
    "nomor",
    "bank",
    "per",
    "nomor_per",
    "bank_per",
)
"""The columns of a milestone of which nothing is said but its state, number and bank."""
_Part = tuple[Row, bool, bool, Row]
"""Of a span: days and state, whether a number and a bank stand in it, the days `per`."""
_FIELD = ("cooperative_id", "bidang", "dari", "nilai", "per")


def is_bulk(part: Sequence[Event]) -> TypeGuard[BulkEvents]:
    """True for a part of a run that can go the fast way."""
    return isinstance(part, BulkEvents)


def split(
    parts: Iterable[BulkEvents], known: AbstractSet[int]
) -> tuple[list[BulkEvents], list[int]]:
    """The parts without those cooperatives of which something else is known, and the ids of
    these.
    """
    new: list[BulkEvents] = []
    others: dict[int, None] = {}
    seen = {*known}
    for part in parts:
        places = [at for at, key in enumerate(part.keys) if key not in seen]
        others.update(dict.fromkeys(seen.intersection(part.keys)))
        new.append(part if len(places) == len(part.keys) else part.among(places))
        seen.update(part.keys)
    return new, list(others)


def event_rows(many: BulkEvents) -> list[Row]:
    """The rows of the log: entitas, subjek, per, berkas, baris, isi."""
    texts = [
        _items(name, map(_quoted, column), many.days.get(name))
        for name, column in zip(many.fields, many.columns, strict=True)
    ]
    lines = map("".join, zip(*texts, strict=True)) if texts else repeat("")
    return [
        (COOPERATIVE, key, many.per, many.file, row, f'[["{REGISTERED}",null,"ya"]{line}]')
        for key, row, line in zip(many.keys, many.rows, lines, strict=False)
    ]


def _items(name: str, quoted: Iterable[str], days: Sequence[str] | None) -> list[str]:
    """What is said of a field in the text of each row, empty where nothing is; `days` are those of
    values that were not true on the day of the row.
    """
    begin = f',["{name}",null,'
    if days is None:
        return [f"{begin}{text}]" if text != '""' else "" for text in quoted]
    return [
        (f'{begin}{text},"{day}"]' if day else f"{begin}{text}]") if text != '""' else ""
        for text, day in zip(quoted, days, strict=True)
    ]


def write_projection(register: Queries, many: BulkEvents) -> None:
    """The rows of new cooperatives of whom nothing else is said. Raises sqlite3.IntegrityError
    where a number is held already.
    """
    register.insert("cooperatives", COLUMNS["cooperatives"], _profiles(many))
    columns = ("cooperative_id", "milestone", *_MILESTONE)
    register.insert("milestones", columns, sorted(_milestones(many), key=itemgetter(0, 1, 2)))
    register.insert("field_values", _FIELD, sorted(_fields(many)))


def _profiles(many: BulkEvents) -> Iterator[Row]:
    columns: list[Iterable[object]] = []
    for name in PROFILE:
        texts = many.column(name)
        read: Callable[[str], object] = int if name == "anggota" else str
        columns.append([read(text) if text else None for text in texts] or repeat(None))
    return zip(many.keys, *columns, _founded(many), strict=False)


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


def _fields(many: BulkEvents) -> Iterator[Row]:
    for name, texts in zip(many.fields, many.columns, strict=True):
        if milestone_of(name):
            continue
        days = many.days.get(name) or repeat("")
        for key, text, own in zip(many.keys, texts, days, strict=False):
            if text:
                per = own or many.per
                begin = per
                if name == STATUS:
                    begin = profile_spans(name, [FieldEvent(name, text, per, 0)])[0].since
                yield key, name, begin, text, per


def _milestones(many: BulkEvents) -> Iterator[Row]:
    for code in dict.fromkeys(filter(None, map(milestone_of, many.fields))):
        spans = _Spans(code, many.per)
        for key, state, number, bank, *own in _told(many, code):
            for begin, numbered, banked, end in spans[state, number != "", bank != "", *own]:
                yield key, code, *begin, number if numbered else None, bank if banked else "", *end


def _told(many: BulkEvents, code: str) -> Iterator[Row]:
    """Of each cooperative: its state, number and bank, and the days of these that are its own."""
    names = (code, f"{code}_nomor", f"{code}_bank")
    texts = [many.column(name) or repeat("") for name in names]
    days = [many.days.get(name) or repeat("") for name in names]
    return zip(many.keys, *texts, *days, strict=False)


class _Spans(dict[tuple[Any, ...], tuple[_Part, ...]]):
    """How a milestone is cut, by what is said of it and on which days."""

    def __init__(self, code: str, per: str) -> None:
        super().__init__()
        self._code, self._per = code, per

    def __missing__(self, said: tuple[Any, ...]) -> tuple[_Part, ...]:
        self[said] = spans = _spans(self._code, self._per, *said)
        return spans


@lru_cache(maxsize=65_536)
def _spans(
    code: str, per: str, state: str, number: bool, bank: bool, *days: str
) -> tuple[_Part, ...]:
    """A milestone by its state, whether its number and its bank are said, and the days of these
    three that are not `per`; number and bank are put in where they stand.
    """
    said = ((code, state), (f"{code}_nomor", "#" * number), (f"{code}_bank", "#" * bank))
    events = [
        FieldEvent(name, text, own or per, 0)
        for (name, text), own in zip(said, days, strict=True)
        if text
    ]
    return tuple(map(_part, milestone_spans(code, project(events)) if events else ()))


def _part(span: MilestoneSpan) -> _Part:
    row = [getattr(span, name) for name in _MILESTONE]
    return tuple(row[:4]), bool(span.nomor), bool(span.bank), tuple(row[6:])
