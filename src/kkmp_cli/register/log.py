"""The history: which runs there are, which are in force, what they said.

A run is in force while no run in force undoes it. Reads only; `store` adds.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from kkmp_cli import settings
from kkmp_cli.model import vocabulary
from kkmp_cli.model.projection import FieldEvent
from kkmp_cli.model.run import COOPERATIVE, WHOLE, RecordedEvent, RecordedValue, Run

if TYPE_CHECKING:
    from kkmp_cli.register.reader import Reader

PERSONAL_MARK = "#"
"""Begins a personal value's digest in the history."""


def stamp(instant: datetime) -> str:
    """An instant as the register writes it: UTC to the microsecond, ending in Z."""
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def end_of(day: date) -> str:
    """The first instant after a day in Asia/Jakarta, as the register writes instants."""
    return stamp(datetime.combine(day + timedelta(days=1), time(), settings.JAKARTA))


def void_runs(reader: Reader, known_at: date | None = None) -> frozenset[int]:
    """The runs that are not in force (at the end of a day, where one is given)."""
    if known_at is None:
        undoing = reader.rows(
            "SELECT id, membatalkan FROM runs WHERE membatalkan IS NOT NULL ORDER BY id DESC"
        )
    else:
        undoing = reader.rows(
            "SELECT id, membatalkan FROM runs WHERE membatalkan IS NOT NULL AND waktu < ? "
            "ORDER BY id DESC",
            (end_of(known_at),),
        )
    void: set[int] = set()
    for run, undone in undoing:
        if run not in void:
            void.add(undone)
    return frozenset(void)


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


def entries(
    reader: Reader, where: str = "1", parameters: Sequence[Any] | Mapping[str, Any] = ()
) -> Iterator[Entry]:
    """The statements of the rows `c` of `changes` that meet a condition, in the order in which they
    were recorded.
    """
    columns = "c.run, c.entitas, c.subjek, c.per, c.berkas, c.baris, c.isi"
    sql = f"SELECT {columns} FROM changes c WHERE {where} ORDER BY c.id"
    for run, entity, key, per, file, row, text in reader.connection.execute(sql, parameters):
        for field, old, new, *day in json.loads(text):
            yield Entry(run, entity, key, field, old, new, day[0] if day else per, file, row)


def field_events(
    reader: Reader, ids: Sequence[int] | None, void: frozenset[int], before: str | None = None
) -> dict[int, list[FieldEvent]]:
    """Every statement in force about cooperatives, by id; personal values in the clear where still
    held.
    """
    where = f"c.entitas = '{COOPERATIVE}'"
    if before is not None:
        last = reader.rows("SELECT coalesce(max(id), 0) FROM runs WHERE waktu < ?", (before,))[0][0]
        where += f" AND c.run <= {int(last)}"
    gathered: dict[int, list[FieldEvent]] = defaultdict(list)
    concealed: list[tuple[int, int]] = []
    for chunk in (
        [None] if ids is None else [ids[start : start + 500] for start in range(0, len(ids), 500)]
    ):
        among = "" if chunk is None else f" AND c.subjek IN ({','.join('?' * len(chunk))})"
        for order, entry in enumerate(entries(reader, where + among, chunk or ())):
            if entry.run not in void:
                if entry.new and entry.new.startswith(PERSONAL_MARK) and is_personal(entry.field):
                    concealed.append((entry.key, len(gathered[entry.key])))
                gathered[entry.key].append(FieldEvent(entry.field, entry.new, entry.per, order))
    _reveal(reader, gathered, concealed)
    return gathered


def _reveal(
    reader: Reader, gathered: dict[int, list[FieldEvent]], concealed: Sequence[tuple[int, int]]
) -> None:
    """Puts personal values in the clear; one that was forgotten becomes None."""
    clear: dict[str, str] = {}
    marks = [gathered[key][at].value for key, at in concealed]
    for start in range(0, len(marks), 500):
        chunk = marks[start : start + 500]
        sql = (
            f"SELECT intisari, nilai FROM personal_values WHERE intisari IN "
            f"({','.join('?' * len(chunk))})"
        )
        clear.update(reader.rows(sql, chunk))
    for key, at in concealed:
        gathered[key][at] = gathered[key][at]._replace(
            value=clear.get(gathered[key][at].value or "")
        )


def recorded_values(reader: Reader, ids: Sequence[int]) -> frozenset[RecordedValue]:
    """The last word in force on each field of these cooperatives, for each day of which somebody
    spoke.
    """
    last = {
        (key, entry.field, entry.per): entry.value
        for key, entries in field_events(reader, ids, void_runs(reader)).items()
        for entry in entries
    }
    return frozenset((key, field, value, per) for (key, field, per), value in last.items())


def is_personal(name: str) -> bool:
    """True for the fields whose values the history keeps as digests."""
    return name in vocabulary.PERSONAL


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which runs are asked for; what is None narrows nothing. Newest first, `limit` of them at
    most.

    `subject` is a cooperative that the run touched; `since` and `until` are days in Asia/Jakarta,
    both included;
    `officers` are names as recorded; `most` is how many changes of one run are read at most.
    """

    subject: int | None = None
    run: int | None = None
    since: date | None = None
    until: date | None = None
    officers: Sequence[str] | None = None
    limit: int | None = None
    with_changes: bool = True
    most: int | None = None

    def condition(self) -> tuple[str, dict[str, Any]]:
        """The WHERE of the runs asked for, and its parameters."""
        tests, parameters = ["1"], dict[str, Any]()
        if self.run is not None:
            tests, parameters["run"] = [*tests, "id = :run"], self.run
        if self.subject is not None:
            touched = (
                f"SELECT run FROM changes WHERE entitas = '{COOPERATIVE}' AND subjek = :subject"
            )
            tests.append(f"(id IN ({touched}) OR membatalkan IN ({touched}))")
            parameters["subject"] = self.subject
        if self.since is not None:
            tests, parameters["since"] = (
                [*tests, "waktu >= :since"],
                end_of(self.since - timedelta(days=1)),
            )
        if self.until is not None:
            tests, parameters["until"] = [*tests, "waktu < :until"], end_of(self.until)
        if self.officers is not None:
            tests.append("petugas IN (SELECT value FROM json_each(:officers))")
            parameters["officers"] = json.dumps(list(self.officers))
        return " AND ".join(tests), parameters


def count(reader: Reader, wanted: Wanted) -> int:
    """How many runs there are of those asked for, whatever the limit."""
    where, parameters = wanted.condition()
    return int(reader.rows(f"SELECT count(*) FROM runs WHERE {where}", parameters)[0][0])


def officers(reader: Reader) -> list[str]:
    """Everybody who ever recorded a run."""
    return [name for (name,) in reader.rows("SELECT DISTINCT petugas FROM runs ORDER BY petugas")]


def history(reader: Reader, wanted: Wanted) -> list[Run]:
    """The runs asked for, newest first."""
    where, parameters = wanted.condition()
    sql = "SELECT id, waktu, petugas, perintah, alasan, berkas, membatalkan, jumlah FROM runs"
    limit = f" LIMIT {int(wanted.limit)}" if wanted.limit else ""
    void = void_runs(reader)
    found = []
    for number, when, who, command, why, files, undone, count in reader.rows(
        f"{sql} WHERE {where} ORDER BY id DESC{limit}", parameters
    ):
        names = tuple(json.loads(files))
        events = _changes(reader, number, names, wanted) if count and wanted.with_changes else ()
        moment = datetime.fromisoformat(when.replace("Z", "+00:00"))
        found.append(
            Run(number, moment, who, command, why, names, undone, count, number not in void, events)
        )
    return found


def _changes(
    reader: Reader, run: int, files: tuple[str, ...], wanted: Wanted
) -> tuple[RecordedEvent, ...]:
    where, parameters = "c.run = ?", [run]
    if wanted.subject is not None:
        where, parameters = (
            f"{where} AND c.entitas = '{COOPERATIVE}' AND +c.subjek = ?",
            [run, wanted.subject],
        )
    found = list(islice(entries(reader, where, parameters), wanted.most))
    known = names(reader, {key for entry in found if (key := _place(entry)) is not None})
    return tuple(
        RecordedEvent(
            entry.entity,
            entry.key,
            *known.get(_place(entry), (None, None)),
            entry.field,
            entry.old,
            entry.new,
            entry.per,
            files[entry.file] if entry.row and entry.file < len(files) else None,
            entry.row,
        )
        for entry in found
    )


def _place(entry: Entry) -> int | None:
    """The id of the area that a change is about; a whole attendance names its cooperative."""
    if entry.entity in (COOPERATIVE, "wilayah"):
        return entry.key
    if entry.entity == "hadir" and entry.field == WHOLE and (held := entry.new or entry.old):
        found: int | None = json.loads(held).get("cooperative_id")
        return found
    return None


def names(reader: Reader, keys: set[int]) -> dict[int | None, tuple[str | None, str | None]]:
    """The code and the name of areas by id."""
    wanted = json.dumps(sorted(keys))
    sql = "SELECT id, kode, kelurahan FROM areas WHERE id IN (SELECT value FROM json_each(?))"
    return {key: (kode, name) for key, kode, name in reader.rows(sql, (wanted,))}


def base_of(undoes: Mapping[int, int | None], run: int) -> tuple[int, bool]:
    """The run whose changes an undo (or an undo of an undo) concerns, and whether `run` brings it
    back.
    """
    forward = True
    while (undone := undoes.get(run)) is not None:
        run, forward = undone, not forward
    return run, forward
