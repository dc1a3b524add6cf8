"""The one door for writes: a list of changes becomes a run, its history and the state that follows from it.

One command is one transaction. The state beside the history is never edited: it is rebuilt from the
statements in force of whatever a run touched, so that undoing restores exactly what was.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, insert
from sqlalchemy.exc import DBAPIError

from kkmp_cli import settings
from kkmp_cli.cooperatives import founded
from kkmp_cli.errors import Refused, Unusable
from kkmp_cli.fields import BANK, NUMBER
from kkmp_cli.judging import COOPERATIVE
from kkmp_cli.planning import Change
from kkmp_cli.rebuilding import Said, State, kind_of, rebuild
from kkmp_cli.register import backups, database, records, runs, tables
from kkmp_cli.register.location import path_of, taken
from kkmp_cli.register.reading import Reader
from kkmp_cli.register.records import ENTITIES
from kkmp_cli.runs import REGISTERED, WHOLE

_BULK = 500


@dataclass(frozen=True, slots=True)
class NewRun:
    """What a run says of itself: the command as typed (personal values masked), why, from which files."""

    command: str
    reason: str | None = None
    files: tuple[str, ...] = ()
    undoes: int | None = None


@contextmanager
def writing(location: str, create: bool = False) -> Iterator[Writer]:
    """The register, locked for one unit of writing; what was written counts when the block ends well.

    With `create` a missing register is made from the shipped areas, and only kept if a run was recorded.
    Raises Unusable where it cannot be opened, locked or written.
    """
    path = path_of(location)
    if create and not taken(path):
        with _writing_new(path) as writer:
            yield writer
        return
    database.ensure_current(path)
    with database.transaction(path) as connection:
        yield Writer(connection, path)


class _NothingRecorded(Exception):
    """Leaves a new register unpublished."""


@contextmanager
def _writing_new(path: Path) -> Iterator[Writer]:
    try:
        with database.creating(path) as temporary:
            with database.transaction(temporary) as connection:
                writer = Writer(connection, path, new=True)
                writer.seed()
                yield writer
            if not writer.recorded:
                raise _NothingRecorded
    except _NothingRecorded:
        pass


class Writer(Reader):
    """A Reader that can record. All of it happens inside one transaction."""

    def __init__(self, connection: Connection, path: Path, new: bool = False) -> None:
        driver = connection.connection.driver_connection
        if not isinstance(driver, sqlite3.Connection):
            raise Unusable("Hanya register SQLite yang didukung versi ini.")
        super().__init__(driver, path)
        self.session = connection
        self.new = new
        self.quiet = False
        self.recorded: list[int] = []

    def seed(self) -> None:
        """The shipped area list and spellings of a new register; not a run, nothing to undo."""
        import csv  # noqa: PLC0415 - only a new register reads the shipped files

        folder = settings.shipped_data()
        with (folder / "areas.csv").open(encoding="utf-8", newline="") as file:
            self._insert("areas", list(csv.DictReader(file)))
        with (folder / "aliases.csv").open(encoding="utf-8", newline="") as file:
            self._insert("aliases", list(csv.DictReader(file)))

    def keep_copy(self) -> None:
        """Copies the register as it is before this unit; called when a bulk change is about to be written."""
        if not self.new:
            backups.keep_copy(self.path)

    def next_id(self, entity: str) -> int:
        """An id that no record of this kind has or ever had."""
        held = self.rows(f"SELECT coalesce(max(id), 0) FROM {ENTITIES[entity].table}")[0][0]
        past = self.rows("SELECT coalesce(max(subjek), 0) FROM changes WHERE entitas = ?", (entity,))[0][0]
        return int(max(held, past)) + 1

    def apply(self, changes: Sequence[Change], run: NewRun) -> int:
        """Records a run with its changes and brings the state beside it up to date; returns the run's number.

        Raises Refused where the database finds a number held twice, Unusable where it cannot write.
        """
        number = self._record(changes, run)
        try:
            if run.undoes is not None:
                self._take_back(run.undoes)
            else:
                self._follow(changes)
        except (DBAPIError, sqlite3.IntegrityError) as error:
            if isinstance(getattr(error, "orig", error), sqlite3.IntegrityError):
                remedy = "Periksa dengan `kkmp history`."
                raise Refused("Perubahan ini bertentangan dengan isi register.", remedy) from None
            raise
        self.recorded.append(number)
        return number

    # -- the history ---------------------------------------------------------------------------------

    def _record(self, changes: Sequence[Change], run: NewRun) -> int:
        last = self.rows("SELECT id, intisari FROM runs ORDER BY id DESC LIMIT 1")
        number, before = (last[0][0] + 1, last[0][1]) if last else (1, "0" * 64)
        header: dict[str, Any] = {
            "id": number, "waktu": runs.stamp(settings.now()), "petugas": settings.officer()[:200],
            "perintah": run.command, "alasan": run.reason, "berkas": json.dumps(run.files, ensure_ascii=False),
            "membatalkan": run.undoes, "jumlah": len(changes), "sebelum": before,
        }  # fmt: skip
        chain = Digest(header)
        following = self.rows("SELECT coalesce(max(id), 0) FROM changes")[0][0] + 1
        for start in range(0, len(changes), _BULK):
            stored = [self._without_personal(change) for change in changes[start : start + _BULK]]
            chain.add(stored)
            rows = [(following + at, number, *row) for at, row in enumerate(stored)]
            self._insert_many("changes", ("id", "run", *_CHANGE_COLUMNS), rows)
            following += len(rows)
        self._insert("runs", [header | {"intisari": chain.hex()}])
        return number

    def _without_personal(self, change: Change) -> tuple[Any, ...]:
        """A change as its row; a personal value as its digest."""
        if not (runs.is_personal(change.field) and change.entity == COOPERATIVE):
            return change
        held = self.rows(
            "SELECT baru FROM changes WHERE entitas = ? AND subjek = ? AND bidang = ? ORDER BY id DESC LIMIT 1",
            (COOPERATIVE, change.key, change.field),
        )
        old = held[0][0] if held and change.old is not None else None
        return change._replace(old=old, new=old if change.new == change.old else self._conceal(change.new))

    def _conceal(self, value: str | None) -> str | None:
        if value is None:
            return None
        salt = secrets.token_hex(16)
        mark = runs.PERSONAL_MARK + hashlib.sha256((salt + value).encode()).hexdigest()
        self._insert("personal_values", [{"intisari": mark, "garam": salt, "nilai": value}])
        return mark

    # -- the state that follows ----------------------------------------------------------------------

    def _follow(self, changes: Sequence[Change]) -> None:
        new = {change.key for change in changes if change.field == REGISTERED and change.new is not None}
        new -= self._with_a_past(list(new), len(changes))
        again: dict[int, None] = {}
        self._write_states(self._registered(changes, new, again))
        self._rebuild(list(again))

    def _registered(
        self, changes: Sequence[Change], new: set[int], again: dict[int, None]
    ) -> Iterator[tuple[int, State]]:
        """The states of the cooperatives that these changes register; `again` gathers those to be rebuilt whole."""
        done: set[int] = set()
        for (entity, key), group in groupby(enumerate(changes), lambda item: item[1][:2]):
            if entity != COOPERATIVE:
                for _, change in group:
                    self._write_record(entity, key, change.field, change.new)
            elif key in new and key not in done:
                done.add(key)
                yield key, rebuild(Said(change.field, change.new, change.per, order) for order, change in group)
            else:
                again[key] = None

    def _with_a_past(self, ids: Sequence[int], just_recorded: int) -> set[int]:
        """Those of which anything was said before the changes just recorded (an undone registration, say)."""
        last = self.rows("SELECT coalesce(max(id), 0) FROM changes")[0][0] - just_recorded
        if not last or not ids:
            return set()
        found: set[int] = set()
        for start in range(0, len(ids), _BULK):
            chunk = tuple(ids[start : start + _BULK])
            marks = ",".join("?" * len(chunk))
            sql = f"SELECT DISTINCT subjek FROM changes WHERE subjek IN ({marks}) AND entitas = ? AND id <= ?"
            found.update(key for (key,) in self.rows(sql, (*chunk, COOPERATIVE, last)))
        return found

    def _take_back(self, undone: int) -> None:
        base, forward = runs.base_of(self._undoing(), undone)
        forward = not forward
        touched = self.rows(
            f"SELECT c.entitas, c.subjek, c.bidang, c.lama, c.baru FROM changes c WHERE {runs.OF_RUN} ORDER BY c.id",
            {"run": base},
        )
        others = [row for row in touched if row[0] != COOPERATIVE]
        for entity, key, name, old, new in others if forward else reversed(others):
            self._write_record(entity, key, name, new if forward else old)
        self._rebuild(list(dict.fromkeys(row[1] for row in touched if row[0] == COOPERATIVE)))

    def _undoing(self) -> dict[int, int | None]:
        return dict(self.rows("SELECT id, membatalkan FROM runs"))

    def _write_record(self, entity: str, key: int, name: str, value: str | None) -> None:
        kind = ENTITIES[entity]
        if name != WHOLE:
            self.session.exec_driver_sql(
                f"UPDATE {kind.table} SET {name} = ? WHERE id = ?", (records.typed(entity, name, value), key)
            )
        elif value is None:
            self.session.exec_driver_sql(f"DELETE FROM {kind.table} WHERE id = ?", (key,))
        else:
            self._insert(kind.table, [{"id": key, **records.from_json(entity, value)}])

    def _rebuild(self, ids: Sequence[int]) -> None:
        if not ids:
            return
        said = runs.said(self, ids, runs.void_runs(self))
        for start in range(0, len(ids), _BULK):
            chunk = ids[start : start + _BULK]
            self._clear(chunk, [key for key in chunk if not _registered(said.get(key, ()))])
        for start in range(0, len(ids), _BULK):
            chunk = ids[start : start + _BULK]
            self._write_states((key, rebuild(said[key])) for key in chunk if _registered(said.get(key, ())))

    def _clear(self, ids: Sequence[int], gone: Sequence[int]) -> None:
        marks = ",".join("?" * len(ids))
        for table in ("milestones", "identifiers"):
            self.session.exec_driver_sql(f"DELETE FROM {table} WHERE cooperative_id IN ({marks})", tuple(ids))
        for key in gone:
            self.session.exec_driver_sql("DELETE FROM cooperatives WHERE id = ?", (key,))

    def _write_states(self, states: Iterable[tuple[int, State]]) -> None:
        names = PROFILE_COLUMNS[1:]
        upsert = " ON CONFLICT (id) DO UPDATE SET " + ", ".join(f"{name} = excluded.{name}" for name in names)
        remaining = iter(states)
        while chunk := list(islice(remaining, _BULK)):
            profiles = [_profile_row(key, state) for key, state in chunk]
            self._insert_many("cooperatives", PROFILE_COLUMNS, profiles, upsert)
            spans = [row for key, state in chunk for row in _span_rows(key, state)]
            self._insert_many("milestones", SPAN_COLUMNS, spans)
            numbers = [row for key, state in chunk for row in _number_rows(key, state.values)]
            self._insert_many("identifiers", NUMBER_COLUMNS, numbers)

    # -- statements to the database ------------------------------------------------------------------

    def _insert(self, table: str, rows: Sequence[dict[str, Any]]) -> None:
        if rows:
            self.session.execute(insert(_table(table)), list(rows))

    def _insert_many(self, table: str, names: Sequence[str], rows: Sequence[tuple[Any, ...]], tail: str = "") -> None:
        if rows:
            marks = ",".join("?" * len(names))
            self.connection.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks}){tail}", rows)


_CHANGE_COLUMNS = ("entitas", "subjek", "bidang", "lama", "baru", "per", "berkas", "baris")
_PROFILE_TEXT = ("nama", "status", "percontohan", "nik_koperasi", "ketua", "telepon", "unit_usaha", "mitra", "catatan")
PROFILE_COLUMNS = ("id", *_PROFILE_TEXT, "anggota", "berdiri", "per")
SPAN_COLUMNS = ("cooperative_id", "milestone", "aspek", "dari", "sampai", "nilai", "tanggal")
NUMBER_COLUMNS = ("cooperative_id", "milestone", "nomor", "bank")


def _table(name: str) -> Table:
    return tables.AreaRow.metadata.tables[name]


def _registered(said: Iterable[Said]) -> bool:
    held = [entry for entry in said if entry.field == REGISTERED]
    return bool(held) and max(held, key=lambda entry: entry.order).value is not None


def state_rows(key: int, state: State) -> tuple[tuple[Any, ...], list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    """A state as its rows: of `cooperatives`, `milestones` and `identifiers`."""
    return _profile_row(key, state), _span_rows(key, state), _number_rows(key, state.values)


def _profile_row(key: int, state: State) -> tuple[Any, ...]:
    values = state.values
    members = values.get("anggota")
    texts = (values.get(name) for name in _PROFILE_TEXT)
    pers = _pers_text(tuple(state.pers.items()))
    return (key, *texts, int(members) if members else None, founded(state.states), pers)


@lru_cache(maxsize=4_096)
def _pers_text(pers: tuple[tuple[str, str], ...]) -> str:
    return json.dumps(dict(sorted(pers)), separators=(",", ":"))


def _span_rows(key: int, state: State) -> list[tuple[Any, ...]]:
    groups = (("keadaan", state.states), ("kendala", state.obstacles), ("rencana", state.plans))
    return [
        (key, code, aspect, span.since, span.until, span.value, span.day)
        for aspect, timelines in groups
        for code, spans in timelines.items()
        for span in spans
    ]


def _number_rows(key: int, values: Mapping[str, str]) -> list[tuple[Any, ...]]:
    found: dict[str, list[str | None]] = {}
    for name, value in values.items():
        kind = kind_of(name)
        if kind == NUMBER:
            found.setdefault(name.removesuffix("_nomor"), [None, ""])[0] = value
        elif kind == BANK:
            found.setdefault(name.removesuffix("_bank"), [None, ""])[1] = value
    return [(key, code, number, bank) for code, (number, bank) in found.items()]


class Digest:
    """The SHA-256 of a run: its own words and the digest of the run before, then its changes in order.

    Fed with the JSON of `[words, [change, change, …]]` without spaces, everything beyond ASCII escaped.
    """

    def __init__(self, header: Mapping[str, Any]) -> None:
        words = [header[name] for name in _HEADER]
        self._sha = hashlib.sha256(f"[{_compact(words)},[".encode())
        self._first = True

    def add(self, changes: Sequence[tuple[Any, ...]]) -> None:
        """The next changes of the run, as the columns after `run` hold them."""
        if changes:
            self._sha.update(("" if self._first else ",").encode() + _compact(changes)[1:-1].encode())
            self._first = False

    def hex(self) -> str:
        """The digest, once all changes are in."""
        self._sha.update(b"]]")
        return self._sha.hexdigest()


_HEADER = ("id", "waktu", "petugas", "perintah", "alasan", "berkas", "membatalkan", "jumlah", "sebelum")


def _compact(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"))


def digest(header: Mapping[str, Any], changes: Iterable[tuple[Any, ...]]) -> str:
    """The digest of a whole run at once."""
    chain = Digest(header)
    chain.add(list(changes))
    return chain.hex()
