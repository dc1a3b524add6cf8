"""The projection of a cooperative as its rows in `cooperatives`, `contacts`, `milestones` and
`field_values`, and back.

The columns stand here once for plain SQL; a test holds them to `schema/tables.py`. Never enters: a
query, a rule of what follows from the log.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby, zip_longest
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple

from kkmp_cli.milestones import BERHENTI, SUDAH, UNKNOWN
from kkmp_cli.model import timeline
from kkmp_cli.model.area import Area
from kkmp_cli.model.cooperative import Cooperative, founded
from kkmp_cli.model.projection import Projection, Spans, state_text
from kkmp_cli.model.timeline import Span
from kkmp_cli.model.vocabulary import PERSONAL, Vocabulary


class MilestoneSpan(NamedTuple):
    """A row of `milestones` without its cooperative and its milestone."""

    dari: str
    sampai: str | None
    keadaan: str | None
    tanggal: str | None
    mulai: str | None
    nomor: str | None
    bank: str
    kendala: str | None
    rencana: str | None
    per: str | None = None
    mulai_per: str | None = None
    nomor_per: str | None = None
    bank_per: str | None = None
    kendala_per: str | None = None
    rencana_per: str | None = None


PARTS = ("", "_mulai", "_nomor", "_bank", "_kendala", "_rencana")
"""What the fields of a milestone end in, in the order of the columns `per`, `mulai_per`, …"""
PROFILE = (
    *("nama", "status", "percontohan", "nik_koperasi", "anggota", "unit_usaha", "mitra"),
    *("catatan", "gerai_jenis", "lintang", "bujur"),
)
"""The fields with a column of their own in `cooperatives`."""
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "cooperatives": ("id", *PROFILE, "berdiri"),
    "contacts": ("cooperative_id", *PERSONAL, *(f"{name}_per" for name in PERSONAL)),
    "milestones": ("cooperative_id", "milestone", *MilestoneSpan._fields),
    "field_values": ("cooperative_id", "bidang", "dari", "sampai", "nilai", "per"),
}
"""The tables of the projection; rows of the others point at one of the first."""

Row = tuple[Any, ...]


def rows_of(key: int, projection: Projection, vocabulary: Vocabulary) -> dict[str, list[Row]]:
    """A projection as its rows, by table; the same for equal ones, however they came about."""
    codes, others = _fields_of(projection, vocabulary.milestone_of)
    newest = map(_typed, PROFILE, map(projection.values.get, PROFILE))
    return {
        "cooperatives": [(key, *newest, founded(projection.states))],
        "contacts": _contact(key, projection),
        "milestones": [(key, c, *span) for c in codes for span in milestone_spans(c, projection)],
        "field_values": [(key, n, *span) for n in others for span in _field_spans(n, projection)],
    }


def _fields_of(
    projection: Projection, milestone_of: Callable[[str], str | None]
) -> tuple[Iterable[str], Iterable[str]]:
    """The milestones, and the other fields that are not personal, in order."""
    names = sorted(projection.pers)
    codes = dict.fromkeys(filter(None, map(milestone_of, names)))
    return codes, [name for name in names if not (milestone_of(name) or name in PERSONAL)]


def _contact(key: int, projection: Projection) -> list[Row]:
    values = [projection.values.get(name) for name in PERSONAL]
    pers = [projection.pers.get(name) for name in PERSONAL]
    return [(key, *values, *pers)] if any(pers) else []


def _typed(name: str, value: str | None) -> Any:
    return int(value) if value and name == "anggota" else value


def _field_spans(name: str, projection: Projection) -> Iterator[Row]:
    """The spans of a field, and one of nothing where nothing holds today: it tells the last day."""
    per = end = projection.pers[name]
    for since, until, value, _ in projection.profile.get(name, ()):
        yield since, until, value, None if until else per
        end = until or ""
    if end:
        yield end, None, None, per


def milestone_spans(code: str, projection: Projection) -> Iterator[MilestoneSpan]:
    """A milestone cut at every day on which anything of it changes; the last span is open."""
    aspects = _aspects(code, projection)
    pers = [projection.pers.get(f"{code}{part}") for part in PARTS]
    days = {day for spans in aspects for span in spans for day in span[:2] if day}
    bounds = sorted(days) or [max(filter(None, pers))]
    for since, until in zip_longest(bounds, bounds[1:]):
        row: Row = (since, until, *_on(aspects, since), *(() if until else pers))
        yield MilestoneSpan(*row)


def _on(aspects: Sequence[Spans], day: str) -> tuple[str | None, ...]:
    """What a milestone is on a day, in the order of the columns."""
    number, bank, *attached = (_value_on(spans, day) for spans in aspects[1:])
    return (*_state_on(aspects[0], day), number, bank or "", *attached)


def _aspects(code: str, projection: Projection) -> list[Spans]:
    """State, number, bank, kendala and rencana of a milestone, each as spans of its own."""
    profile = [projection.profile.get(f"{code}{part}", ()) for part in ("_nomor", "_bank")]
    attached = [spans.get(code, ()) for spans in (projection.obstacles, projection.plans)]
    return [projection.states.get(code, ()), *profile, *attached]


def _value_on(spans: Spans, day: str) -> str | None:
    span = timeline.on_day(spans, day)
    return span.value if span else None


def _state_on(states: Spans, day: str) -> tuple[str | None, str | None, str | None]:
    """The state, its stated date, and when that which has stopped had begun."""
    span = timeline.on_day(states, day)
    if span is None:
        return None, None, None
    place = states.index(span)
    before = states[place - 1] if place else None
    begun = before and (before.value, span.value) == (SUDAH, BERHENTI)
    return span.value, span.day, before.day if before and begun else None


class Stored(NamedTuple):
    """The rows of one cooperative without its id, in the order of their keys."""

    milestones: Sequence[Row] = ()
    fields: Sequence[Row] = ()
    contact: Row = ()


def cooperative_of(
    area: Area, stored: Stored, with_personal: bool, timelines: bool = True
) -> Cooperative:
    """What the rows tell; without `timelines` the newest alone, for which open rows are enough."""
    milestones, fields = _by_key(stored)
    values, pers = _newest(milestones, fields)
    values.update(_told(PERSONAL, stored.contact[: len(PERSONAL)] if with_personal else ()))
    pers.update(_told(PERSONAL, stored.contact[len(PERSONAL) :]))
    spans: Mapping[str, Any] = _timelines(milestones, fields) if timelines else {}
    return Cooperative(area.id, area, values, pers, **spans)


def _by_key(stored: Stored) -> tuple[_Milestones, _Fields]:
    milestones = {
        code: [MilestoneSpan(*row[1:]) for row in rows]
        for code, rows in groupby(stored.milestones, itemgetter(0))
    }
    fields = {name: [*rows] for name, rows in groupby(stored.fields, itemgetter(0))}
    return milestones, fields


_Milestones = Mapping[str, Sequence[MilestoneSpan]]
_Fields = Mapping[str, Sequence[Row]]


def _newest(milestones: _Milestones, fields: _Fields) -> tuple[dict[str, str], dict[str, str]]:
    last = [rows[-1] for rows in fields.values()]
    values = {name: value for name, _, _, value, _ in last if value is not None}
    pers = {name: per for name, *_, per in last if per}
    for code, spans in milestones.items():
        newest = spans[-1]
        values.update(_told(_names(code), _values_of(newest)))
        pers.update(_told(_names(code), newest[-len(PARTS) :]))
    return values, pers


@lru_cache(maxsize=256)
def _names(code: str) -> tuple[str, ...]:
    return tuple(f"{code}{part}" for part in PARTS)


def _told(names: Iterable[str], values: Iterable[str | None]) -> Iterator[tuple[str, str]]:
    return ((name, value) for name, value in zip(names, values, strict=False) if value)


def _values_of(span: MilestoneSpan) -> tuple[str | None, ...]:
    stated = span.keadaan and span.keadaan != UNKNOWN
    state = Span("", None, span.keadaan or "", span.tanggal)
    text = state_text(state) if stated else None
    return (text, span.mulai, span.nomor, span.bank, span.kendala, span.rencana)


_TIMELINES: tuple[tuple[str, str, Callable[[Any], Row]], ...] = (
    ("states", "", attrgetter("dari", "sampai", "keadaan", "tanggal")),
    ("obstacles", "", attrgetter("dari", "sampai", "kendala")),
    ("plans", "", attrgetter("dari", "sampai", "rencana")),
    ("profile", "_nomor", attrgetter("dari", "sampai", "nomor")),
    ("profile", "_bank", attrgetter("dari", "sampai", "bank")),
)
"""A mapping of `Cooperative`, what its keys end in, and its part of a row."""


def _timelines(milestones: _Milestones, fields: _Fields) -> dict[str, dict[str, Spans]]:
    timelines: dict[str, dict[str, Spans]] = {name: {} for name, *_ in _TIMELINES}
    for code, rows in milestones.items():
        for mapping, part, of in _TIMELINES:
            if spans := _joined(map(of, rows)):
                timelines[mapping][f"{code}{part}"] = spans
    for name, others in fields.items():
        if spans := _joined(row[1:4] for row in others):
            timelines["profile"][name] = spans
    return timelines


def _joined(rows: Iterable[Row]) -> Spans:
    """Rows in a row with the same value are one span; there is none without a value."""
    spans: list[Span] = []
    for since, until, value, *day in rows:
        last = spans[-1] if spans else None
        if not value:
            continue
        if last and last.until == since and last[2:] == (value, *(day or [None])):
            spans[-1] = last._replace(until=until)
        else:
            spans.append(Span(since, until, value, *day))
    return tuple(spans)
