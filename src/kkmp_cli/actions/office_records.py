"""Trainings, targets, figures, follow-ups, spellings: made, altered, taken out, a run for each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from kkmp_cli import settings
from kkmp_cli.actions.named_areas import one_kota
from kkmp_cli.actions.record import record
from kkmp_cli.actions.session import Session
from kkmp_cli.errors import Advice, Command, Refused
from kkmp_cli.model.event import Event
from kkmp_cli.model.run import WHOLE
from kkmp_cli.register.reader import Reader
from kkmp_cli.register.records import rows_of, to_json
from kkmp_cli.register.writer import Writer

Attached = Callable[["Writer", int], Sequence[Event]]
"""The events that take out what hangs on a record."""

_GROUPS = {
    "pelatihan": "training",
    "target": "target",
    "tindak_lanjut": "followup",
    "angka": "figure",
}
"""The commands of each kind of record."""


class Added(NamedTuple):
    """A new record: its id, its run, and the name of its kota."""

    key: int
    run: int | None
    place: str


def add(session: Session, entity: str, values: Mapping[str, Any], kota: str | None) -> Added:
    """Records a new thing of a kota, or of all if none is named. Raises Refused, BadUsage."""
    with session.writing() as register:
        code, place = one_kota(register, kota) if kota else (None, "semua kota")
        key, run = add_to(register, entity, {**values, "kota": code}, session.typed)
    return Added(key, run, place)


def add_to(
    register: Writer, entity: str, values: Mapping[str, object], typed: str
) -> tuple[int, int | None]:
    """Records one new thing as a run; its id and the run."""
    key = register.next_id(entity)
    return key, record(register, [made(entity, key, values)], typed)


def made(entity: str, key: int, values: Mapping[str, object]) -> Event:
    """The event by which a record comes to be, today."""
    return Event(entity, key, WHOLE, None, to_json(values), settings.today().isoformat())


def taken_out(entity: str, key: int, row: Mapping[str, object]) -> Event:
    """The event by which a record goes, today."""
    return Event(entity, key, WHOLE, to_json(row), None, settings.today().isoformat())


def remove(session: Session, entity: str, key: int, attached: Attached | None = None) -> int | None:
    """Takes a record out with its history, after what is `attached` to it; the run."""
    with session.writing() as register:
        row = existing(register, entity, key)
        before = attached(register, key) if attached else ()
        return record(register, [*before, taken_out(entity, key, row)], session.typed)


def update(
    session: Session, entity: str, key: int, altered: Callable[[Mapping[str, Any]], dict[str, Any]]
) -> tuple[int | None, Mapping[str, Any]]:
    """Changes fields of one record, each with its history: `altered` makes of the record what is
    new.

    Returns the run, None where nothing differs, and the new values. Raises Refused where there is
    none.
    """
    day = settings.today().isoformat()
    with session.writing() as register:
        row = existing(register, entity, key)
        values = altered(row)
        events = [
            Event(entity, key, name, _as_text(row[name]), _as_text(value), day)
            for name, value in values.items()
            if row[name] != value
        ]
        return record(register, events, session.typed), values


def existing(register: Reader, entity: str, key: int) -> dict[str, Any]:
    """The record of an id. Raises Refused where there is none."""
    row = rows_of(register, entity).get(key)
    if row is None:
        remedy = Advice("Lihat nomornya dengan `{}`.", Command(_GROUPS[entity], "list"))
        raise Refused(f"Tidak ada {entity.replace('_', ' ')} nomor {key}.", remedy)
    return row


def _as_text(value: object) -> str | None:
    return None if value is None else str(value)
