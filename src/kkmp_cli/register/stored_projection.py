"""The projection as it is stored beside the log, brought up to date with whatever a run touched.

The state of a cooperative is never edited: it is made anew from the events in force, so that
undoing restores exactly what was. Never enters: a new event, the log itself.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from kkmp_cli.model.projection import project
from kkmp_cli.model.timeline import FieldEvent
from kkmp_cli.model.vocabulary import Vocabulary
from kkmp_cli.register import log, row_forms
from kkmp_cli.register.projection_rows import COLUMNS, Row, Stored, rows_of
from kkmp_cli.register.queries import Queries, chunks, upsert

_TOGETHER = 500
"""As many cooperatives are made anew at a time."""
_SPANS = ("milestones", "field_values")
_OWNED = ("fingerprints", "contacts", *_SPANS)
_UPSERT = upsert("id", COLUMNS["cooperatives"][1:])


def rebuild(
    register: Queries, ids: Sequence[int], tick: Callable[[int], None] | None = None
) -> None:
    """Brings these cooperatives up to date with what is said of them; inside a transaction that
    writes.

    `tick` is told how many are done. Raises sqlite3.IntegrityError where two of them would hold one
    number, or something hangs on one that is no more.
    """
    for table in _OWNED:
        register.delete(table, "cooperative_id", ids)
    events = log.field_events(register, ids)
    for chunk in chunks(ids, _TOGETHER, tick):
        histories = {key: events.get(key, ()) for key in chunk}
        present = _projected(histories, register.vocabulary)
        _write(register, present.values())
        register.delete("cooperatives", "id", {*chunk} - present.keys())


def _projected(
    histories: Mapping[int, Iterable[FieldEvent]], vocabulary: Vocabulary
) -> dict[int, dict[str, list[Row]]]:
    """The rows of those that are registered, by id and table."""
    projections = ((key, project(events, vocabulary)) for key, events in histories.items())
    return {key: rows_of(key, one, vocabulary) for key, one in projections if one.registered}


def _write(register: Queries, cooperatives: Collection[Mapping[str, Sequence[Row]]]) -> None:
    """The rows of cooperatives into every table; that of the cooperative itself may be there."""
    for table, columns in COLUMNS.items():
        tail = _UPSERT if table == "cooperatives" else ""
        rows = (row for tables in cooperatives for row in tables[table])
        register.insert(table, columns, rows, tail)


def stored(
    register: Queries, ids: Iterable[int], open_only: bool = False
) -> Iterator[tuple[int, Stored]]:
    """The rows of cooperatives, by id; with `open_only` of spans those up to this day."""
    condition = " AND sampai IS NULL" * open_only
    for chunk in chunks(ids):
        contacts = _rows(register, "contacts", chunk, "")
        milestones, fields = (_rows(register, table, chunk, condition) for table in _SPANS)
        for key in chunk:
            contact = contacts[key][0] if key in contacts else ()
            yield key, Stored(milestones.get(key, ()), fields.get(key, ()), contact)


def _rows(
    register: Queries, table: str, ids: Sequence[int], condition: str
) -> dict[int, list[Row]]:
    """The rows of some cooperatives in one table, in the order of their keys, without their ids.

    Raises Damaged where a flipped bit, or a hand, has made something else of one.
    """
    order = ", 2, 3" if table in _SPANS else ""
    sql = (
        f"SELECT {', '.join(COLUMNS[table])} FROM {table} WHERE cooperative_id IN {{}}{condition}"
        f" ORDER BY 1{order}"
    )
    listed = [*register.among(sql, ids)]
    row_forms.refuse(table, listed, register.vocabulary)
    rows: dict[int, list[Row]] = {}
    for row in listed:
        rows.setdefault(row[0], []).append(row[1:])
    return rows
