"""The fast way for what registers many cooperatives at once: log and projection written column by
column.

It writes the very rows of the plain way (`hash_chain.compact`, `projection_rows.rows_of`); a test
holds the two together. Never enters: a field that hangs on another one, a personal value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import repeat
from json.encoder import encode_basestring_ascii as _quoted
from operator import attrgetter, itemgetter
from typing import Any, TypeGuard

from kkmp_cli.model.bulk import BulkEvents, joined
from kkmp_cli.model.cooperative import FOUNDING
from kkmp_cli.model.event import Event
from kkmp_cli.model.projection import STATUS, profile_spans, project
from kkmp_cli.model.run import COOPERATIVE, REGISTERED
from kkmp_cli.model.timeline import FieldEvent
from kkmp_cli.model.vocabulary import Vocabulary
from kkmp_cli.register.projection_rows import PROFILE, Row, milestone_spans
from kkmp_cli.register.queries import Queries

_PARTS = ("nomor", "bank")
_SPAN = ("dari", "sampai", "keadaan", "tanggal", "per", "nomor_per", "bank_per")
"""The columns of a milestone's cut where only its state, number and bank are stated."""
_CUT = ("cut", "milestone", *_SPAN, *_PARTS)
"""A span of a cut: `nomor` and `bank` tell whether these stand in it."""
_CUTS = (
    "CREATE TEMP TABLE cuts (cut INTEGER, milestone TEXT,"
    f" {', '.join(f'{name} TEXT' for name in _SPAN)},"
    f" {', '.join(f'{name} BOOLEAN' for name in _PARTS)}, PRIMARY KEY (cut, dari))"
)


def is_bulk(part: Sequence[Event]) -> TypeGuard[BulkEvents]:
    """True for a part of a run that can go the fast way."""
    return isinstance(part, BulkEvents)


def split(
    parts: Iterable[BulkEvents], known: AbstractSet[int]
) -> tuple[list[BulkEvents], list[int]]:
    """The parts without the cooperatives of which something else is known, and the ids of these."""
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
    """The rows of new cooperatives. Raises sqlite3.IntegrityError for a number in use."""
    if not parts:
        return
    cuts = _Cuts(register.vocabulary)
    register.connection.execute(_CUTS)
    for many in joined(parts, register.engine.listed):
        profiles = _profiles(many)
        register.insert("cooperatives", tuple(profiles), zip(*profiles.values(), strict=True))
        _write_milestones(register, many, cuts)
        _write_fields(register, many)
    register.connection.execute("DROP TABLE cuts")


def _profiles(many: BulkEvents) -> dict[str, Sequence[object]]:
    """The columns of `cooperatives` of which anything is said."""
    columns: dict[str, Sequence[object]] = {"id": many.keys}
    for name in filter(many.fields.__contains__, PROFILE):
        read: Callable[[str], object] = int if name == "anggota" else str
        columns[name] = [read(text) if text else None for text in many.column(name)]
    return {**columns, "berdiri": _founded(many)}


def _founded(many: BulkEvents) -> list[int | None]:
    """What `founded` says of cooperatives of which each milestone was stated once."""
    founded: list[int | None] = [None] * len(many.keys)
    for name in reversed(FOUNDING):
        if texts := many.column(name):
            founded = [
                int(text[:4]) if text[:1].isdigit() else year
                for text, year in zip(texts, founded, strict=True)
            ]
    return founded


def _write_fields(register: Queries, many: BulkEvents) -> None:
    milestone_of = register.vocabulary.milestone_of
    names = sorted(name for name in many.fields if not milestone_of(name))
    columns = {"id": many.keys, **dict(_stated(many, names))}
    if not names:
        return
    value, since, per = (
        _chosen(columns, part, f"'{many.per}'") for part in ("nilai", "dari", "per")
    )
    fields = ", ".join(f"({at}, '{name}')" for at, name in enumerate(names))
    sql = (
        "INSERT INTO field_values (cooperative_id, bidang, dari, nilai, per)"
        f" WITH s ({', '.join(columns)}) AS ({{}}), c (at, bidang) AS (VALUES {fields})"
        f" SELECT s.id, c.bidang, {since}, {value}, {per} FROM s CROSS JOIN c WHERE {value} <> ''"
    )
    register.insert_from(_rows(columns), tuple(columns), sql)


def _stated(many: BulkEvents, names: Sequence[str]) -> Iterator[tuple[str, Sequence[object]]]:
    """The values of each field, and its days where not those of the rows, as named columns."""
    for at, name in enumerate(names):
        texts = many.column(name)
        yield f"nilai{at}", texts
        if name in many.days or name == STATUS:
            pers = [own or many.per for own in many.days.get(name) or [""] * len(texts)]
            yield f"per{at}", pers
            yield f"dari{at}", [*map(_begin, repeat(name), texts, pers)]


def _begin(name: str, text: str, per: str) -> str:
    """The day on which a value begins; a status begins on the day that it names."""
    if name != STATUS or not text:
        return per
    return profile_spans(name, [FieldEvent(name, text, per, 0)])[0].since


def _rows(columns: Mapping[str, Sequence[object]]) -> list[Row]:
    """The rows of named columns, in the order of the first."""
    return sorted(zip(*columns.values(), strict=True), key=itemgetter(0))


def _chosen(columns: Iterable[str], part: str, beside: str = "NULL") -> str:
    """The column of a part whose number is `c.at`."""
    places = (name.removeprefix(part) for name in columns if name.startswith(part))
    cases = " ".join(f"WHEN {at} THEN s.{part}{at}" for at in places)
    return f"CASE c.at {cases} ELSE {beside} END" if cases else beside


def _write_milestones(register: Queries, many: BulkEvents, cuts: _Cuts) -> None:
    """The database puts the rows together: binding each of their values costs twice as much."""
    codes = sorted(set(filter(None, map(register.vocabulary.milestone_of, many.fields))))
    columns = {"id": many.keys, **dict(_said(many, codes, cuts))}
    register.insert("cuts", _CUT, cuts.pop_new())
    if codes:
        names = tuple(columns)
        register.insert_from(_rows(columns), names, _milestones_sql(names, len(codes)))


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
    spans = ", ".join(f"t.{name}" for name in _SPAN)
    number = f"CASE WHEN t.nomor THEN {_chosen(columns, 'nomor')} END"
    bank = f"coalesce(CASE WHEN t.bank THEN {_chosen(columns, 'bank')} END, '')"
    return (
        f"INSERT INTO milestones (cooperative_id, milestone, {', '.join(_SPAN)}, nomor, bank)"
        f" WITH s ({', '.join(columns)}) AS ({{}}),"
        f" c (at) AS (VALUES {', '.join(f'({at})' for at in range(codes))})"
        f" SELECT s.id, t.milestone, {spans}, {number}, {bank}"
        f" FROM s CROSS JOIN c JOIN cuts t ON t.cut = {_chosen(columns, 'cut')}"
    )


class _Cuts(dict[tuple[Any, ...], int]):
    """How milestones are cut into spans, each way numbered: by what is said, on which days."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._vocabulary = vocabulary
        self._new: list[Row] = []

    def of(self, many: BulkEvents, code: str) -> list[int]:
        """The cut of a milestone of each cooperative."""
        names = (code, *(f"{code}_{part}" for part in _PARTS))
        state, *beside = (many.column(name) or [""] * len(many.keys) for name in names)
        days = [many.days.get(name) or repeat("") for name in names]
        stated = (map("".__ne__, texts) for texts in beside)
        return [*map(self.__getitem__, zip(repeat(code), repeat(many.per), state, *stated, *days))]

    def __missing__(self, way: tuple[Any, ...]) -> int:
        self[way] = cut = len(self)
        self._new += [(cut, way[0], *row) for row in self._spans(*way)]
        return cut

    def pop_new(self) -> list[Row]:
        """The spans of the ways that were not yet asked for."""
        new, self._new = self._new, []
        return new

    def _spans(
        self, code: str, per: str, state: str, number: bool, bank: bool, *days: str
    ) -> Iterator[Row]:
        """A milestone by its state, whether its number and its bank are said, and the days of these
        three that are not `per`: its spans, and whether number and bank stand in them.
        """
        stated = ((code, state), (f"{code}_nomor", "#" * number), (f"{code}_bank", "#" * bank))
        events = [
            FieldEvent(name, text, own or per, 0)
            for (name, text), own in zip(stated, days, strict=True)
            if text
        ]
        for span in milestone_spans(code, project(events, self._vocabulary)) if events else ():
            yield *attrgetter(*_SPAN)(span), bool(span.nomor), bool(span.bank)
