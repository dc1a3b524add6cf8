"""The log: which runs there are, which are in force, what they recorded.

A run is in force while no run in force undoes it. Reads only; the writer adds.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import chain
from typing import Any, NamedTuple

from kkmp_cli import settings
from kkmp_cli.model.area import Area
from kkmp_cli.model.run import CELL, COOPERATIVE, WHOLE, AsKnown, RecordedEvent, Run
from kkmp_cli.model.statement import origin_of
from kkmp_cli.model.timeline import FieldEvent
from kkmp_cli.register import event_text, privacy, shared_names
from kkmp_cli.register.batches import chunks, marks
from kkmp_cli.register.location import RESTORE, Damaged
from kkmp_cli.register.queries import Queries


def stamp(instant: datetime) -> str:
    """An instant as the register writes it: UTC to the microsecond, ending in Z."""
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def start_of(day: date) -> str:
    """The first instant of a day in Asia/Jakarta, as the register writes instants."""
    return stamp(datetime.combine(day, time(), settings.JAKARTA))


def end_of(day: date) -> str:
    """The first instant after a day in Asia/Jakarta, as the register writes instants."""
    return start_of(day + timedelta(days=1))


def last_run(register: Queries, known_at: AsKnown | None) -> int:
    """The newest run (as known then, where that is given), 0 where there is none."""
    if isinstance(known_at, int):
        return known_at
    sql, end = "SELECT coalesce(max(id), 0) FROM runs", end_of(known_at) if known_at else None
    rows = register.rows(f"{sql} WHERE waktu < ?", (end,)) if end else register.rows(sql)
    return int(rows[0][0])


def void_runs(register: Queries, known_at: AsKnown | None = None) -> frozenset[int]:
    """The runs that are not in force (as known then, where that is given)."""
    taking_back = register.taking_back if known_at is None else None
    void = set() if taking_back is None else {taking_back}
    for run, undone in register.rows(*void_question(register, known_at)):
        if run not in void:
            void.add(undone)
    return frozenset(void)


def void_question(register: Queries, known_at: AsKnown | None = None) -> tuple[str, Sequence[int]]:
    """That by which they are found."""
    sql = "SELECT id, membatalkan FROM runs WHERE membatalkan IS NOT NULL"
    if known_at is None:
        return f"{sql} ORDER BY +id DESC", ()
    return f"{sql} AND +id <= ? ORDER BY +id DESC", (last_run(register, known_at),)


class Entry(NamedTuple):
    """One statement of the history, out of the row that holds it."""

    run: int
    entity: str
    key: int
    field: str
    old: str | None
    new: str | None
    per: str
    file: int
    row: int
    place: int = 0


def damage(run: Any, place: Any) -> Damaged:
    """What a row of the history holds is not what was ever written there."""
    return Damaged(f"Riwayat rusak: pekerjaan {run}, baris {place} di tabel events.", RESTORE)


def entries(
    register: Queries, where: str = "TRUE", parameters: Sequence[Any] = ()
) -> Iterator[Entry]:
    """The events (rows `e` of `events`) that meet a condition, in the order of recording."""
    return _read(register, f"{_EVENTS} WHERE {where} ORDER BY e.id", parameters)


_EVENTS = "SELECT e.id, e.run, e.entitas, e.subjek, e.per, e.berkas, e.baris, e.isi FROM events e"


def _read(register: Queries, sql: str, parameters: Sequence[Any]) -> Iterator[Entry]:
    form_of = register.vocabulary.form_of
    for row in register.connection.execute(sql, parameters):
        yield from _entries(form_of, *row)


_WRITTEN = [int, str, int, int, int]


def _entries(
    form_of: Callable[[str], str], place: int, run: int, entity: str, key: int, *where_and_what: Any
) -> Iterator[Entry]:
    per, file, row, text = where_and_what
    if [*map(type, (run, entity, key, file, row))] != _WRITTEN:
        raise damage(run, place)
    try:
        listed = event_text.items(text, per, form_of)
    except ValueError:
        raise damage(run, place) from None
    for field, old, new, day in listed:
        yield Entry(
            run, entity, key, field, old=old, new=new, per=day, file=file, row=row, place=place
        )


def about(register: Queries, entity: str, key: int, after: int = 0) -> Iterator[Entry]:
    """The events of one thing, after a row of the log."""
    where = "e.entitas = ? AND e.subjek = ? AND e.id > ?"
    return entries(register, where, (entity, key, after))


def newest(register: Queries, key: int, name: str) -> str | None:
    """What the log holds last for a field of a cooperative; a digest of a personal value."""
    row = (
        f"SELECT id FROM events WHERE entitas = '{COOPERATIVE}' AND subjek = ? AND isi LIKE ?"
        " ORDER BY id DESC LIMIT 1"
    )
    listed = entries(register, f"e.id = ({row})", (key, f'%["{name}",%'))
    values = [entry.new for entry in listed if entry.field == name]
    return values[-1] if values else None


def field_events(
    register: Queries, ids: Iterable[int] | None, known_at: AsKnown | None = None
) -> dict[int, list[FieldEvent]]:
    """Every event in force about cooperatives (as known then, where that is given), by id;
    personal values in the clear where still held.
    """
    void, last = void_runs(register, known_at), last_run(register, known_at)
    events: dict[int, list[FieldEvent]] = defaultdict(list)
    for order, entry in enumerate(of_cooperatives(register, ids, last)):
        if entry.run not in void:
            events[entry.key].append(FieldEvent(entry.field, entry.new, entry.per, order))
    reveal(register, events.values())
    return events


def of_cooperatives(
    register: Queries, ids: Iterable[int] | None, last: int | None = None
) -> Iterator[Entry]:
    """The events of cooperatives (up to a run), in order for each of them."""
    until = [last] if last is not None else []
    newest = "?" if until else "(SELECT coalesce(max(id), 0) FROM runs)"
    where = f"e.entitas = '{COOPERATIVE}' AND e.run <= {newest}"
    if ids is None:
        yield from entries(register, where, until)
    for chunk in chunks(ids or ()):
        among = f"{where} AND e.subjek IN {marks(len(chunk))}"
        yield from entries(register, among, [*until, *chunk])


def reveal(register: Queries, timelines: Iterable[list[FieldEvent]]) -> None:
    """Puts personal values in the clear; one that was forgotten becomes None."""
    places = [
        (events, at, event)
        for events in timelines
        for at, event in enumerate(events)
        if privacy.is_personal(event.field) and event.value
    ]
    clear = privacy.revealed(register, (event.value or "" for _, _, event in places))
    for events, at, event in places:
        events[at] = event._replace(value=clear.get(event.value or ""))


class HistoryFilter(NamedTuple):
    """Which runs are asked for; what is None narrows nothing. Newest first, `limit` of them at
    most.

    `subject` is a cooperative that the run touched; `since` and `until` are days in Asia/Jakarta,
    both included; `officers` are names as recorded; `most` is how many events of one run are read
    at most.
    """

    subject: int | None = None
    run: int | None = None
    since: date | None = None
    until: date | None = None
    officers: Sequence[str] | None = None
    limit: int | None = None
    with_changes: bool = True
    most: int | None = None

    def condition(self) -> tuple[str, list[Any]]:
        """The WHERE of the runs asked for, and its parameters."""
        asked: dict[str, Sequence[Any]] = {
            "id = ?": [self.run],
            f"(id IN ({_TOUCHED}) OR membatalkan IN ({_TOUCHED}))": [self.subject] * 2,
            "waktu >= ?": [self.since and start_of(self.since)],
            "waktu < ?": [self.until and end_of(self.until)],
            f"petugas IN {marks(len(self.officers or ()))}": _or_none(self.officers),
        }
        used = {test: values for test, values in asked.items() if None not in values}
        return " AND ".join(used) or "TRUE", [*chain.from_iterable(used.values())]


_TOUCHED = f"SELECT run FROM events WHERE entitas = '{COOPERATIVE}' AND subjek = ?"


def _or_none(listed: Sequence[Any] | None) -> Sequence[Any]:
    """A list that narrows even where it is empty; what was not asked for is a None in it."""
    return [None] if listed is None else listed


def count(register: Queries, wanted: HistoryFilter) -> int:
    """How many runs there are of those asked for, whatever the limit."""
    return int(register.rows(*_count_question(wanted))[0][0])


def _count_question(wanted: HistoryFilter) -> tuple[str, Sequence[Any]]:
    where, parameters = wanted.condition()
    return f"SELECT count(*) FROM runs WHERE {where}", parameters


def ask_ahead(register: Queries, wanted: HistoryFilter) -> None:
    """For who is about to ask how many runs there are, and for them."""
    questions = (_count_question(wanted), _runs_question(wanted), void_question(register))
    register.ahead(questions)


def _runs_question(wanted: HistoryFilter) -> tuple[str, Sequence[Any]]:
    where, parameters = wanted.condition()
    columns = "id, waktu, petugas, perintah, alasan, berkas, membatalkan, jumlah, intisari"
    limit = f" LIMIT {int(wanted.limit)}" if wanted.limit else ""
    return f"SELECT {columns} FROM runs WHERE {where} ORDER BY id DESC{limit}", parameters


def officers(register: Queries) -> list[str]:
    """Everybody who ever recorded a run."""
    return [name for (name,) in register.rows("SELECT DISTINCT petugas FROM runs ORDER BY petugas")]


def each_run(register: Queries, wanted: HistoryFilter) -> Iterator[Run]:
    """The runs asked for, newest first, read some at a time as they are asked for."""
    void = void_runs(register)
    runs = (_run(row, row[0] not in void) for row in register.each(*_runs_question(wanted)))
    for some in _batches(runs, wanted.most):
        events = _events(register, some, wanted) if wanted.with_changes else {}
        yield from (replace(run, events=events.get(run.id, ())) for run in some)


def _batches(runs: Iterable[Run], most: int | None) -> Iterator[list[Run]]:
    """Runs whose events are read together: few, and not too many events."""
    some: list[Run] = []
    count = 0
    for run in runs:
        count += min(run.count, most or run.count)
        if some and (count > _TOGETHER or len(some) == _RUNS):
            yield some
            some, count = [], run.count
        some.append(run)
    if some:
        yield some


_RUNS = 100
_TOGETHER = 10_000
"""So many events of several runs are in memory at once."""


def _run(row: Any, in_force: bool) -> Run:
    number, when, officer, command, reason, files, undoes, count, digest = row
    time, names = time_and_files(number, when, files)
    if type(count) is not int:
        raise Damaged(f"Riwayat rusak: pekerjaan {number} di tabel runs.", RESTORE)
    return Run(
        id=number,
        time=time,
        officer=officer,
        command=command,
        reason=reason,
        files=names,
        undoes=undoes,
        count=count,
        in_force=in_force,
        events=(),
        digest=digest,
    )


def time_and_files(number: int, when: Any, files: Any) -> tuple[datetime, tuple[str, ...]]:
    """When a run was recorded, and out of which files. Raises Damaged."""
    try:
        names = json.loads(files)
        time = datetime.fromisoformat(when.replace("Z", "+00:00"))
        if isinstance(names, list) and {*map(type, names)} <= {str} and time.tzinfo:
            return time, tuple(names)
    except (ValueError, TypeError, AttributeError, RecursionError):
        pass
    raise Damaged(f"Riwayat rusak: pekerjaan {number} di tabel runs.", RESTORE)


def _events(
    register: Queries, runs: Sequence[Run], wanted: HistoryFilter
) -> dict[int, tuple[RecordedEvent, ...]]:
    """By run, its events, by one question for all of them and one for the names of their places."""
    listed = _listed(register, [run.id for run in runs if run.count], wanted)
    places = names(register, {key for entry in _all(listed) if (key := _place(entry)) is not None})
    files = {run.id: run.files for run in runs}
    return {
        run: tuple(
            _recorded(entry, places.get(_place(entry), (None, None)), files[run])
            for entry in entries
        )
        for run, entries in listed.items()
    }


def _all(listed: Mapping[int, Iterable[Entry]]) -> Iterator[Entry]:
    return chain.from_iterable(listed.values())


def _listed(
    register: Queries, runs: Sequence[int], wanted: HistoryFilter
) -> dict[int, list[Entry]]:
    """By run, its first entries."""
    listed: dict[int, list[Entry]] = {}
    for entry in _read(register, *_of_runs(runs, wanted)) if runs else ():
        several = listed.setdefault(entry.run, [])
        if wanted.most is None or len(several) < wanted.most:
            several.append(entry)
    return listed


def _of_runs(runs: Sequence[int], wanted: HistoryFilter) -> tuple[str, Sequence[int]]:
    """The question for the first events of each of some runs, and its parameters."""
    about, subject = "", [*filter(None, [wanted.subject])]
    if subject:
        about = f" AND e.entitas IN ('{COOPERATIVE}', '{CELL}') AND +e.subjek = ?"
    limit = f" LIMIT {wanted.most:d}" if wanted.most else ""
    one = f"SELECT * FROM ({_EVENTS} WHERE e.run = ?{about} ORDER BY e.id{limit}) run"
    return " UNION ALL ".join([one] * len(runs)), [
        *chain.from_iterable((run, *subject) for run in runs)
    ]


def _recorded(
    entry: Entry, place: tuple[str | None, str | None], files: tuple[str, ...]
) -> RecordedEvent:
    file = files[entry.file] if entry.row and entry.file < len(files) else None
    origin = origin_of(file) if file else None
    return RecordedEvent(
        entry.entity,
        entry.key,
        *place,
        field=entry.field,
        old=entry.old,
        new=entry.new,
        per=entry.per,
        file=origin.file if origin else file,
        row=0 if origin else entry.row,
        origin=origin,
    )


def _place(entry: Entry) -> int | None:
    """The id of the area that an event is about; a whole attendance names its cooperative."""
    if entry.entity in (COOPERATIVE, "wilayah", CELL):
        return entry.key
    if entry.entity == "hadir" and entry.field == WHOLE and (whole := entry.new or entry.old):
        try:
            key: int | None = event_text.record(whole, _OWNER, _OWNER)["cooperative_id"]
        except ValueError:
            raise damage(entry.run, entry.place) from None
        return key
    return None


_OWNER = ("cooperative_id",)


def names(
    register: Queries, keys: Iterable[int]
) -> dict[int | None, tuple[str | None, str | None]]:
    """The code and the name of areas by id."""
    columns = ", ".join(Area._fields)
    keys = [*keys]
    shared_names.ask_ahead(register, keys)
    rows = register.among(f"SELECT {columns} FROM areas WHERE id IN {{}}", keys)
    areas = shared_names.with_shared_names(register, [*map(Area._make, rows)])
    return {area.id: (area.kode, area.kelurahan) for area in areas}


def base_of(register: Queries, run: int) -> tuple[int, bool]:
    """The run that an undo (or an undo of an undo) concerns, and whether `run` brings it back."""
    forward = True
    while (undone := _undone_by(register, run)) is not None:
        run, forward = undone, not forward
    return run, forward


def _undone_by(register: Queries, run: int) -> int | None:
    """The run that this one takes back, if it does."""
    rows = register.rows("SELECT membatalkan FROM runs WHERE id = ?", (run,))
    return rows[0][0] if rows else None
