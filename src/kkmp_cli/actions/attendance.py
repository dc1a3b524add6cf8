"""Who came to a training: recorded, taken out; and the counts this replaces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from kkmp_cli import settings
from kkmp_cli.actions.named_areas import AreaChoice
from kkmp_cli.actions.office_records import existing, made, taken_out
from kkmp_cli.actions.record import not_registered, record
from kkmp_cli.actions.session import Session
from kkmp_cli.areas.index import Area
from kkmp_cli.model.event import Event
from kkmp_cli.register.reader import Reader
from kkmp_cli.register.records import rows_of
from kkmp_cli.register.writer import Writer

People = Mapping[str, int | None]
"""How many came of each organ; None where only their presence is known."""
Row = Mapping[str, Any]
"""A recorded attendance."""


class Replaced(NamedTuple):
    """A recorded count of an organ that is said otherwise now."""

    area: Area
    organ: str
    before: int
    now: int


class Recorded(NamedTuple):
    """What was recorded of a training; the run is None where nothing changed."""

    run: int | None
    replaced: Sequence[Replaced]


class TakenOut(NamedTuple):
    """Attendances that were taken out, each as it was recorded."""

    run: int | None
    rows: Sequence[tuple[Area, Row]]


def chosen(session: Session, training: int, choice: AreaChoice) -> list[Area]:
    """The registered cooperatives meant, in the kota of the training unless another is named.

    Raises Refused where there is no such training, or one that was named is not registered.
    """
    with session.reading() as register:
        kota = choice.kota or existing(register, "pelatihan", training)["kota"]
        areas = choice._replace(kota=kota).areas(register)
        registered = register.registered_areas([area.kode for area in areas])
    missing = [area.distinct_name for area in areas if area not in registered]
    if missing and not choice.everything:
        raise not_registered(missing)
    return [*registered]


def attend(session: Session, training: int, came: Mapping[Area, People]) -> Recorded:
    """Records who came. Raises Refused where there is no such training."""
    with session.writing() as register:
        existing(register, "pelatihan", training)
        replaced = [*replaced_by(recorded_at(register, training), came)]
        people = {area.id: organs for area, organs in came.items()}
        run = record(register, attendance(register, training, people), session.typed)
    return Recorded(run, replaced)


def take_out(session: Session, training: int, areas: Sequence[Area]) -> TakenOut:
    """Takes the recorded attendance of these cooperatives out."""
    with session.writing() as register:
        existing(register, "pelatihan", training)
        recorded = recorded_at(register, training)
        rows = [(area, *recorded[area.id]) for area in areas if area.id in recorded]
        events = [taken_out("hadir", key, row) for _, key, row in rows]
        run = record(register, events, session.typed)
    return TakenOut(run, [(area, row) for area, _, row in rows])


def attendance(register: Writer, training: int, people: Mapping[int, People]) -> list[Event]:
    """The events that record cooperatives (by id) at a training; none for what is recorded."""
    recorded, following = recorded_at(register, training), register.next_id("hadir")
    events: list[Event] = []
    for cooperative, organs in people.items():
        if cooperative in recorded:
            events += _recounted(*recorded[cooperative], organs)
            continue
        values = {"pelatihan": training, "cooperative_id": cooperative, **organs}
        events.append(made("hadir", following, values))
        following += 1
    return events


def _recounted(key: int, row: Row, organs: People) -> Iterator[Event]:
    """The counts of an attendance that are said otherwise now."""
    day = settings.today().isoformat()
    for name, value in organs.items():
        if value is not None and row[name] != value:
            old = None if row[name] is None else str(row[name])
            yield Event("hadir", key, name, old, str(value), day)


def all_of(register: Writer, training: int) -> list[Event]:
    """The events that take every attendance of a training out."""
    return [taken_out("hadir", key, row) for key, row in recorded_at(register, training).values()]


def recorded_at(register: Reader, training: int) -> dict[int, tuple[int, Row]]:
    """The attendance of a training by cooperative: its id and its row."""
    rows = rows_of(register, "hadir").items()
    return {row["cooperative_id"]: (key, row) for key, row in rows if row["pelatihan"] == training}


def replaced_by(
    recorded: Mapping[int, tuple[int, Row]], came: Mapping[Area, People]
) -> Iterator[Replaced]:
    """The recorded counts that are said otherwise by who came."""
    for area, organs in came.items():
        row = recorded[area.id][1] if area.id in recorded else {}
        for organ, count in organs.items():
            before = row.get(organ)
            if before is not None and count is not None and before != count:
                yield Replaced(area, organ, before, count)
