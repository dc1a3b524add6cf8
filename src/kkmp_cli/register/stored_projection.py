"""The projection as it is stored beside the log, brought up to date with whatever a run touched.

The state of a cooperative is never edited: it is made anew from the events in force, so that
undoing restores exactly what was. Never enters: a new event, the log itself.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from kkmp_cli.model.projection import STATUS, Spans, project
from kkmp_cli.model.run import REGISTERED
from kkmp_cli.model.timeline import FieldEvent
from kkmp_cli.model.vocabulary import PERSONAL, Vocabulary
from kkmp_cli.register import checkpoints, log, row_forms
from kkmp_cli.register.batches import chunks, marks
from kkmp_cli.register.checkpoints import PastEvents
from kkmp_cli.register.projection_part import CONTACT, ProjectionPart, codes_of, group_of, part_of
from kkmp_cli.register.projection_rows import COLUMNS, Row, Stored, rows_of
from kkmp_cli.register.queries import Queries, upsert

_TOGETHER = 500
"""As many cooperatives are made anew at a time."""
_SPANS = ("milestones", "field_values")
_OWNED = ("checkpoints", "fingerprints", "contacts", *_SPANS)
_UPSERT = upsert("id", COLUMNS["cooperatives"][1:])

Questions = Mapping[str, tuple[str, Sequence[str]]]
"""By table, which rows of a cooperative are asked for, and the parameters of that."""
Changes = Mapping[int, Mapping[str, str]]
"""By cooperative and field, the earliest day of which a run says something, or takes it back."""


def rebuild(
    register: Queries, ids: Sequence[int], tick: Callable[[int], None] | None = None
) -> None:
    """Makes everything of these cooperatives anew from the log; inside a transaction that writes.

    `tick` is told how many are done. Raises sqlite3.IntegrityError where two of them would hold one
    number, or something hangs on one that is no more.
    """
    for table in _OWNED:
        register.delete(table, "cooperative_id", ids)
    for chunk in chunks(ids, _TOGETHER, tick):
        _make(register, checkpoints.pasts(register, chunk))


def follow(register: Queries, changes: Changes, tick: Callable[[int], None] | None = None) -> None:
    """Brings the fields of which a run says something up to date with what is said of them, as
    `rebuild` would. The same for `tick` and errors.
    """
    parts = _registered(register, changes)
    for table in _OWNED:
        register.delete(table, "cooperative_id", changes.keys() - parts)
    _empty(register, parts)
    for chunk in chunks(changes, _TOGETHER, tick):
        pasts = checkpoints.pasts(register, chunk)
        _make(register, {key: pasts[key] for key in chunk if key not in parts})
        _renew(register, {key: pasts[key] for key in chunk if key in parts}, parts)


def _registered(register: Queries, changes: Changes) -> Changes:
    """The changes of cooperatives that are there, and stay there."""
    present = register.among("SELECT id FROM cooperatives WHERE id IN {}", changes)
    return {key: changes[key] for (key,) in present if REGISTERED not in changes[key]}


def _make(register: Queries, pasts: Mapping[int, PastEvents]) -> None:
    """The rows of cooperatives of which none are left but perhaps that of itself."""
    events = checkpoints.listed(register, pasts)
    present = _projected(events, register.vocabulary)
    _write(register, present.values())
    register.delete("cooperatives", "id", pasts.keys() - present.keys())
    checkpoints.keep(register, {key: pasts[key] for key in present})


def _projected(
    histories: Mapping[int, Iterable[FieldEvent]], vocabulary: Vocabulary
) -> dict[int, dict[str, list[Row]]]:
    """The rows of those that are registered, by id and table."""
    projections = ((key, project(events, vocabulary)) for key, events in histories.items())
    return {key: rows_of(key, one, vocabulary) for key, one in projections if one.registered}


def _empty(register: Queries, changes: Changes) -> None:
    """Takes out what is made anew of milestones, also of those that swap a number, and contacts."""
    groups = {
        key: {group_of(name, register.vocabulary) for name in fields}
        for key, fields in changes.items()
    }
    sql = "DELETE FROM milestones WHERE cooperative_id = ? AND milestone = ?"
    codes = ((key, code) for key in groups for one in groups[key] for code in codes_of(one))
    register.connection.executemany(sql, codes)
    contacts = [key for key, several in groups.items() if CONTACT in several]
    register.delete("contacts", "cooperative_id", contacts)
    register.delete("fingerprints", "cooperative_id", changes)


def _renew(register: Queries, pasts: Mapping[int, PastEvents], changes: Changes) -> None:
    """The rows of the fields of which something was said, of cooperatives that are registered."""
    parts = {key: part_of(past, changes[key]) for key, past in pasts.items()}
    log.reveal(register, [part.events for part in parts.values()])
    _cut(register, parts)
    before = _cooperatives(register, parts)
    tables = (_rows_anew(before[key], parts[key], register.vocabulary) for key in parts)
    _write(register, [*tables])
    checkpoints.keep(register, pasts)


def _cut(register: Queries, parts: Mapping[int, ProjectionPart]) -> None:
    """Takes out what is made anew of other fields."""
    sql = "DELETE FROM field_values WHERE cooperative_id = ? AND bidang = ? AND dari >= ?"
    since = ((key, *bound) for key, part in parts.items() for bound in part.since.items())
    register.connection.executemany(sql, since)


def _cooperatives(register: Queries, ids: Iterable[int]) -> dict[int, Row]:
    """The rows of these cooperatives in their own table."""
    columns = ", ".join(COLUMNS["cooperatives"])
    rows = register.among(f"SELECT {columns} FROM cooperatives WHERE id IN {{}}", ids)
    return {row[0]: row for row in rows}


def _rows_anew(
    before: Row, part: ProjectionPart, vocabulary: Vocabulary
) -> Mapping[str, Sequence[Row]]:
    """The rows of what is made anew; that of the cooperative with all its other columns."""
    tables = rows_of(before[0], project(part.events, vocabulary), vocabulary)
    columns, (now,) = COLUMNS["cooperatives"], tables["cooperatives"]
    named = zip(columns, before, now, strict=True)
    row = tuple(new if name in part.columns else old for name, old, new in named)
    return tables | {"cooperatives": [row]}


def _write(register: Queries, cooperatives: Collection[Mapping[str, Sequence[Row]]]) -> None:
    """The rows of cooperatives into every table; that of the cooperative itself may be there."""
    for table, columns in COLUMNS.items():
        tail = _UPSERT if table == "cooperatives" else ""
        rows = (row for tables in cooperatives for row in tables[table])
        register.insert(table, columns, rows, tail)


def stored(
    register: Queries, ids: Iterable[int], open_only: bool = False, since: str = ""
) -> Iterator[tuple[int, Stored]]:
    """The rows of cooperatives, by id; with `open_only` of spans those up to this day.

    With `since` no spans of fields that ended by that ISO day, but of the status, which tells of
    every day who counts.
    """
    newest = " AND sampai IS NULL" * open_only
    later = f" AND (sampai IS NULL OR sampai > ? OR bidang = '{STATUS}')" if since else newest
    asked: Questions = {
        "contacts": ("", ()),
        "milestones": (newest, ()),
        "field_values": (later, [since] * bool(since)),
    }
    for chunk in chunks(ids, register.engine.listed):
        yield from _each(register, chunk, asked)


def _each(register: Queries, ids: Sequence[int], asked: Questions) -> Iterator[tuple[int, Stored]]:
    register.ahead(_question(table, ids, *which) for table, which in asked.items())
    tables = (_rows(register, table, ids, *which) for table, which in asked.items())
    contacts, milestones, fields = tables
    for key in ids:
        contact = contacts[key][0] if key in contacts else ()
        yield key, Stored(milestones.get(key, ()), fields.get(key, ()), contact)


def personal_spans(
    register: Queries, pasts: Mapping[int, PastEvents]
) -> dict[int, Mapping[str, Spans]]:
    """When each personal value held, by cooperative: no table tells it."""
    events = {
        key: checkpoints.ordered(event for name in PERSONAL for event in past.events(name))
        for key, past in pasts.items()
    }
    log.reveal(register, events.values())
    return {key: project(several, register.vocabulary).profile for key, several in events.items()}


def _question(
    table: str, ids: Sequence[int], condition: str = "", parameters: Sequence[str] = ()
) -> tuple[str, Sequence[Any]]:
    """That by which some cooperatives are read out of one table, and its parameters."""
    order = ", 2, 3" if table in _SPANS else ""
    sql = (
        f"SELECT {', '.join(COLUMNS[table])} FROM {table} WHERE cooperative_id IN"
        f" {marks(len(ids))}{condition} ORDER BY 1{order}"
    )
    return sql, [*ids, *parameters]


def _rows(
    register: Queries,
    table: str,
    ids: Sequence[int],
    condition: str = "",
    parameters: Sequence[str] = (),
) -> dict[int, list[Row]]:
    """The rows of some cooperatives in one table, in the order of their keys, without their ids.

    Raises Damaged where a flipped bit, or a hand, has made something else of one.
    """
    listed = [*register.connection.execute(*_question(table, ids, condition, parameters))]
    row_forms.refuse(table, listed, register.vocabulary)
    rows: dict[int, list[Row]] = {}
    for row in listed:
        rows.setdefault(row[0], []).append(row[1:])
    return rows
