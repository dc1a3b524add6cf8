"""The fast way for what registers many cooperatives at once: log and projection written column by
column.

It writes the very rows of the plain way (`hash_chain.compact`, `projection_rows.rows_of`); a test
holds the two together. Never enters: a field that hangs on another one, a personal value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import repeat
from json.encoder import encode_basestring_ascii as _quoted
from operator import attrgetter, itemgetter
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
    Row,
    milestone_of,
    milestone_spans,
)
from kkmp_cli.register.queries import Queries

_PARTS = ("nomor", "bank")
_SPAN = ("dari", "sampai", "keadaan", "tanggal", "per", "nomor_per", "bank_per")
"""The columns of a milestone that tell how it is cut, where nothing is said of it but its state,
number and bank.
"""
_CUT = ("cut", "milestone", *_SPAN, *_PARTS)
"""A span of a cut: `nomor` and `bank` tell whether these stand in it."""
_CUT_KEY = "PRIMARY KEY (cut, dari)) WITHOUT ROWID"
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


def write_projection(register: Queries, parts: Sequence[BulkEvents]) -> None:
    """The rows of new cooperatives of whom nothing else is said. Raises sqlite3.IntegrityError
    where a number is held already.
    """
    if not parts:
        return
    cuts = _Cuts()
    register.connection.execute(f"CREATE TEMP TABLE cuts ({', '.join(_CUT)}, {_CUT_KEY}")
    for many in parts:
        register.insert("cooperatives", COLUMNS["cooperatives"], _profiles(many))
        _write_milestones(register, many, cuts)
        register.insert("field_values", _FIELD, sorted(_fields(many)))
    register.connection.execute("DROP TABLE temp.cuts")


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


def _write_milestones(register: Queries, many: BulkEvents, cuts: _Cuts) -> None:
    """The database puts the rows together: binding each of their values costs twice as much."""
    codes = sorted(set(filter(None, map(milestone_of, many.fields))))
    columns = {"id": many.keys, **dict(_said(many, codes, cuts))}
    register.insert("temp.cuts", _CUT, cuts.pop_new())
    if codes:
        rows = sorted(zip(*columns.values(), strict=True), key=itemgetter(0))
        register.with_rows(_milestones_sql(tuple(columns), len(codes)), rows)


def _said(
    many: BulkEvents, codes: Sequence[str], cuts: _Cuts
) -> Iterator[tuple[str, Sequence[object]]]:
    """The cuts of each milestone, and its numbers and banks where it has any, as named columns."""
    for at, code in enumerate(codes):
        yield f"cut{at}", cuts.of(many, code)
        for part in _PARTS:
            if texts := many.column(f"{code}_{part}"):
                yield f"{part}{at}", texts


def _milestones_sql(columns: Sequence[str], codes: int) -> str:
    """Each cooperative, each of its milestones, each span of that: in the order of the keys."""

    def chosen(part: str) -> str:
        places = [at for at in range(codes) if f"{part}{at}" in columns]
        cases = " ".join(f"WHEN {at} THEN s.{part}{at}" for at in places)
        return f"CASE c.at {cases} END" if cases else "NULL"

    spans = ", ".join(f"t.{name}" for name in _SPAN)
    number = f"CASE WHEN t.nomor THEN {chosen('nomor')} END"
    bank = f"coalesce(CASE WHEN t.bank THEN {chosen('bank')} END, '')"
    return (
        f"INSERT INTO milestones (cooperative_id, milestone, {', '.join(_SPAN)}, nomor, bank)"
        f" WITH s ({', '.join(columns)}) AS (VALUES {{}}),"
        f" c (at) AS (VALUES {', '.join(f'({at})' for at in range(codes))})"
        f" SELECT s.id, t.milestone, {spans}, {number}, {bank}"
        f" FROM s CROSS JOIN c CROSS JOIN temp.cuts t ON t.cut = {chosen('cut')}"
    )


class _Cuts(dict[tuple[Any, ...], int]):
    """How milestones are cut into spans, each way with a number: by what is said of one and on
    which days.
    """

    def __init__(self) -> None:
        super().__init__()
        self._new: list[Row] = []

    def of(self, many: BulkEvents, code: str) -> list[int]:
        """The cut of a milestone of each cooperative."""
        names = (code, *(f"{code}_{part}" for part in _PARTS))
        state, *beside = (many.column(name) or [""] * len(many.keys) for name in names)
        days = [many.days.get(name) or repeat("") for name in names]
        said = (map("".__ne__, texts) for texts in beside)
        return [*map(self.__getitem__, zip(repeat(code), repeat(many.per), state, *said, *days))]

    def __missing__(self, said: tuple[Any, ...]) -> int:
        self[said] = cut = len(self)
        self._new += [(cut, said[0], *row) for row in _spans(*said)]
        return cut

    def pop_new(self) -> list[Row]:
        """The spans of the ways that were not yet asked for."""
        new, self._new = self._new, []
        return new


def _spans(code: str, per: str, state: str, number: bool, bank: bool, *days: str) -> Iterator[Row]:
    """A milestone by its state, whether its number and its bank are said, and the days of these
    three that are not `per`: its spans, and whether number and bank stand in them.
    """
    said = ((code, state), (f"{code}_nomor", "#" * number), (f"{code}_bank", "#" * bank))
    events = [
        FieldEvent(name, text, own or per, 0)
        for (name, text), own in zip(said, days, strict=True)
        if text
    ]
    for span in milestone_spans(code, project(events)) if events else ():
        yield *attrgetter(*_SPAN)(span), bool(span.nomor), bool(span.bank)
