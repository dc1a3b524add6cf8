"""The history: which runs there are, which are in force, what they said.

A run is in force while no run in force undoes it. Reads only; `store` adds.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from kkmp_cli import fields, settings
from kkmp_cli.rebuilding import Said
from kkmp_cli.runs import RecordedChange, Run

if TYPE_CHECKING:
    from kkmp_cli.register.reading import Reader

PERSONAL_MARK = "#"
"""Begins a personal value's digest in the history."""


OF_RUN = (
    "c.id > (SELECT coalesce(sum(jumlah), 0) FROM runs WHERE id < :run)"
    " AND c.id <= (SELECT coalesce(sum(jumlah), 0) FROM runs WHERE id <= :run)"
)
"""Which changes `c` are those of `:run`: they follow one another without a gap, so that no index is needed."""


def stamp(instant: datetime) -> str:
    """An instant as the register writes it: UTC to the microsecond, ending in Z."""
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def end_of(day: date) -> str:
    """The first instant after a day in Asia/Jakarta, as the register writes instants."""
    return stamp(datetime.combine(day + timedelta(days=1), time(), settings.JAKARTA))


def void_runs(reader: Reader, known_at: date | None = None) -> frozenset[int]:
    """The runs that are not in force (at the end of a day, where one is given)."""
    if known_at is None:
        undoing = reader.rows("SELECT id, membatalkan FROM runs WHERE membatalkan IS NOT NULL ORDER BY id DESC")
    else:
        undoing = reader.rows(
            "SELECT id, membatalkan FROM runs WHERE membatalkan IS NOT NULL AND waktu < ? ORDER BY id DESC",
            (end_of(known_at),),
        )
    void: set[int] = set()
    for run, undone in undoing:
        if run not in void:
            void.add(undone)
    return frozenset(void)


def said(
    reader: Reader, ids: Sequence[int] | None, void: frozenset[int], before: str | None = None
) -> dict[int, list[Said]]:
    """Every statement in force about cooperatives, by id; personal values in the clear where still held."""
    sql = (
        "SELECT c.id, c.run, c.subjek, c.bidang, c.baru, c.per, p.nilai FROM changes c"
        " LEFT JOIN personal_values p ON p.intisari = c.baru WHERE c.entitas = 'koperasi'"
    )
    last = None
    if before is not None:
        last = reader.rows("SELECT coalesce(max(id), 0) FROM runs WHERE waktu < ?", (before,))[0][0]
        sql += f" AND c.run <= {int(last)}"
    found: list[Any] = []
    if ids is None:
        found = reader.rows(sql + " ORDER BY c.id")
    else:
        for start in range(0, len(ids), 500):
            chunk = ids[start : start + 500]
            marks = ",".join("?" * len(chunk))
            found += reader.rows(f"{sql} AND c.subjek IN ({marks}) ORDER BY c.id", chunk)
    gathered: dict[int, list[Said]] = defaultdict(list)
    for order, run, owner, name, value, per, clear in found:
        if run not in void:
            if value and value.startswith(PERSONAL_MARK) and is_personal(name):
                value = clear
            gathered[owner].append(Said(name, value, per, order))
    return gathered


_PERSONAL = frozenset(field.name for field in fields.PROFILE_FIELDS if field.personal)


def is_personal(name: str) -> bool:
    """True for the fields whose values the history keeps as digests."""
    return name in _PERSONAL


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which runs are asked for; what is None narrows nothing. Newest first, `limit` of them at most.

    `subject` is a cooperative that the run touched; `since` and `until` are days in Asia/Jakarta, both included;
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
            touched = "SELECT run FROM changes WHERE entitas = 'koperasi' AND subjek = :subject"
            tests.append(f"(id IN ({touched}) OR membatalkan IN ({touched}))")
            parameters["subject"] = self.subject
        if self.since is not None:
            tests, parameters["since"] = [*tests, "waktu >= :since"], end_of(self.since - timedelta(days=1))
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
    places = _places(reader) if wanted.with_changes else {}
    found = []
    for number, when, who, command, why, files, undone, count in reader.rows(
        f"{sql} WHERE {where} ORDER BY id DESC{limit}", parameters
    ):
        names = tuple(json.loads(files))
        changes = _changes(reader, places[number], names, wanted) if count and wanted.with_changes else ()
        moment = datetime.fromisoformat(when.replace("Z", "+00:00"))
        found.append(Run(number, moment, who, command, why, names, undone, count, number not in void, changes))
    return found


def _places(reader: Reader) -> dict[int, tuple[int, int]]:
    """Where the changes of each run stand: they follow one another without a gap."""
    places, last = {}, 0
    for number, count in reader.rows("SELECT id, jumlah FROM runs ORDER BY id"):
        places[number] = (last + 1, last + count)
        last += count
    return places


def _changes(
    reader: Reader, place: tuple[int, int], files: tuple[str, ...], wanted: Wanted
) -> tuple[RecordedChange, ...]:
    sql = (
        "SELECT c.entitas, c.subjek, a.kode, a.kelurahan, c.bidang, c.lama, c.baru, c.per, c.berkas, c.baris"
        " FROM changes c LEFT JOIN areas a ON a.id = CASE WHEN c.entitas IN ('koperasi', 'wilayah') THEN c.subjek"
        " WHEN c.entitas = 'hadir' AND c.bidang = '*'"
        " THEN json_extract(coalesce(c.baru, c.lama), '$.cooperative_id') END"
        " WHERE c.id BETWEEN :first AND :last"
    )
    parameters: dict[str, Any] = {"first": place[0], "last": place[1]}
    if wanted.subject is not None:
        sql, parameters["subject"] = f"{sql} AND c.entitas = 'koperasi' AND +c.subjek = :subject", wanted.subject
    limit = f" LIMIT {int(wanted.most)}" if wanted.most else ""
    rows = reader.rows(f"{sql} ORDER BY c.id{limit}", parameters)
    return tuple(
        RecordedChange(entity, key, kode, name, field, old, new, per,
                       files[file] if row and file < len(files) else None, row)
        for entity, key, kode, name, field, old, new, per, file, row in rows
    )  # fmt: skip


def base_of(undoes: Mapping[int, int | None], run: int) -> tuple[int, bool]:
    """The run whose changes an undo (or an undo of an undo) concerns, and whether `run` brings it back."""
    forward = True
    while (undone := undoes.get(run)) is not None:
        run, forward = undone, not forward
    return run, forward
