"""Who came to a training: recorded, taken out, read from a list; and the counts this replaces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from kkmp_cli import settings
from kkmp_cli.actions.named_areas import AreaChoice
from kkmp_cli.actions.office_records import existing, made, taken_out
from kkmp_cli.actions.record import not_registered, record
from kkmp_cli.actions.session import Session
from kkmp_cli.areas.index import Area, AreaIndex
from kkmp_cli.model.event import Event
from kkmp_cli.register.reader import Reader
from kkmp_cli.register.records import rows_of
from kkmp_cli.register.writer import Writer

if TYPE_CHECKING:
    from kkmp_cli.importing.attendance import Attended

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


class ListResult(NamedTuple):
    """What an attendance list came to; `rows` are those recorded before it, by cooperative."""

    attended: Attended
    rows: Mapping[int, Row]
    replaced: Sequence[Replaced]
    run: int | None


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
        replaced = [*_replaced(_recorded(register, training), came)]
        people = {area.id: organs for area, organs in came.items()}
        run = record(register, attendance(register, training, people), session.typed)
    return Recorded(run, replaced)


def take_out(session: Session, training: int, areas: Sequence[Area]) -> TakenOut:
    """Takes the recorded attendance of these cooperatives out."""
    with session.writing() as register:
        existing(register, "pelatihan", training)
        recorded = _recorded(register, training)
        rows = [(area, *recorded[area.id]) for area in areas if area.id in recorded]
        events = [taken_out("hadir", key, row) for _, key, row in rows]
        run = record(register, events, session.typed)
    return TakenOut(run, [(area, row) for area, _, row in rows])


def import_list(session: Session, training: int, file: str | Path, dry_run: bool) -> ListResult:
    """An attendance list against the register, recorded unless `dry_run` or a row is bad.

    Raises Refused for a cooperative that is not registered.
    """
    attended = _read(session, training, file)
    if attended.problems:
        return ListResult(attended, {}, (), None)
    if dry_run:
        with session.reading() as register:
            return _compared(register, training, attended)
    came = {area.id: organs for area, organs in attended.people.items()}
    with session.writing() as writer:
        result = _compared(writer, training, attended)
        run = record(writer, attendance(writer, training, came), session.typed)
    return result._replace(run=run)


def _compared(register: Reader, training: int, attended: Attended) -> ListResult:
    """The list beside what is recorded. Raises Refused where there is no such training."""
    existing(register, "pelatihan", training)
    recorded = _recorded(register, training)
    rows = {cooperative: row for cooperative, (_, row) in recorded.items()}
    return ListResult(attended, rows, [*_replaced(recorded, attended.people)], None)


def _read(session: Session, training: int, file: str | Path) -> Attended:
    """The list as far as it can be read. Raises Refused where somebody is not registered."""
    from kkmp_cli import sheets
    from kkmp_cli.importing import attendance as lists

    sheet = sheets.read(file, knows=lists.knows)
    with session.reading() as register:
        kota = existing(register, "pelatihan", training)["kota"]
        attended = lists.read(sheet, AreaIndex(register.areas(), register.aliases()), kota)
        if not attended.problems:
            _refuse_missing(register, attended)
    return attended


def _refuse_missing(register: Reader, attended: Attended) -> None:
    areas = register.registered_areas([area.kode for area in attended.people])
    registered = {area.id for area in areas}
    missing = [area.distinct_name for area in attended.people if area.id not in registered]
    if missing:
        raise not_registered(missing)


def attendance(register: Writer, training: int, people: Mapping[int, People]) -> list[Event]:
    """The events that record cooperatives (by id) at a training; none for what is recorded."""
    recorded, following = _recorded(register, training), register.next_id("hadir")
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
    return [taken_out("hadir", key, row) for key, row in _recorded(register, training).values()]


def _recorded(register: Reader, training: int) -> dict[int, tuple[int, Row]]:
    """The attendance of a training by cooperative: its id and its row."""
    rows = rows_of(register, "hadir").items()
    return {row["cooperative_id"]: (key, row) for key, row in rows if row["pelatihan"] == training}


def _replaced(
    recorded: Mapping[int, tuple[int, Row]], came: Mapping[Area, People]
) -> Iterator[Replaced]:
    for area, organs in came.items():
        row = recorded[area.id][1] if area.id in recorded else {}
        for organ, count in organs.items():
            before = row.get(organ)
            if before is not None and count is not None and before != count:
                yield Replaced(area, organ, before, count)
