"""The one door for writes: a list of changes becomes a run, its history and the state that follows from it.

One command is one transaction. The state beside the history is never edited: it is rebuilt from the
statements in force of whatever a run touched, so that undoing restores exactly what was.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, insert
from sqlalchemy.exc import DBAPIError

from kkmp_cli import settings
from kkmp_cli.cooperatives import founded
from kkmp_cli.errors import Refused, Unusable
from kkmp_cli.judging import COOPERATIVE
from kkmp_cli.planning import Change
from kkmp_cli.rebuilding import Said, State, rebuild
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
        except DBAPIError as error:
            if isinstance(error.orig, sqlite3.IntegrityError):
                remedy = "Periksa dengan `kkmp history`."
                raise Refused("Perubahan ini bertentangan dengan isi register.", remedy) from None
            raise
        self.recorded.append(number)
        return number

    # -- the history ---------------------------------------------------------------------------------

    def _record(self, changes: Sequence[Change], run: NewRun) -> int:
        last = self.rows("SELECT id, intisari FROM runs ORDER BY id DESC LIMIT 1")
        number, before = (last[0][0] + 1, last[0][1]) if last else (1, "0" * 64)
        stored = self._without_personal(changes)
        header: dict[str, Any] = {
            "id": number, "waktu": runs.stamp(settings.now()), "petugas": settings.officer()[:200],
            "perintah": run.command, "alasan": run.reason, "berkas": json.dumps(run.files, ensure_ascii=False),
            "membatalkan": run.undoes, "jumlah": len(changes), "sebelum": before,
        }  # fmt: skip
        header["intisari"] = digest(header, stored)
        self._insert("runs", [header])
        first = self.rows("SELECT coalesce(max(id), 0) FROM changes")[0][0] + 1
        names = ("id", "run", *_CHANGE_COLUMNS)
        rows = [(first + offset, number, *row) for offset, row in enumerate(stored)]
        self._insert_many("changes", names, rows)
        return number

    def _without_personal(self, changes: Sequence[Change]) -> list[tuple[Any, ...]]:
        stored: list[tuple[Any, ...]] = []
        for c in changes:
            old, new = c.old, c.new
            if c.entity == COOPERATIVE and runs.is_personal(c.field):
                held = self.rows(
                    "SELECT baru FROM changes WHERE entitas = ? AND subjek = ? AND bidang = ? ORDER BY id DESC LIMIT 1",
                    (COOPERATIVE, c.key, c.field),
                )
                old = held[0][0] if held and c.old is not None else None
                new = old if c.new == c.old else self._conceal(c.new)
            stored.append((c.entity, c.key, c.field, old, new, c.per, c.file, c.row))
        return stored

    def _conceal(self, value: str | None) -> str | None:
        if value is None:
            return None
        salt = secrets.token_hex(16)
        mark = runs.PERSONAL_MARK + hashlib.sha256((salt + value).encode()).hexdigest()
        self._insert("personal_values", [{"intisari": mark, "garam": salt, "nilai": value}])
        return mark

    # -- the state that follows ----------------------------------------------------------------------

    def _follow(self, changes: Sequence[Change]) -> None:
        cooperatives: dict[int, bool] = {}
        for change in changes:
            if change.entity == COOPERATIVE:
                cooperatives[change.key] = cooperatives.get(change.key, False) or change.field == REGISTERED
            else:
                self._write_record(change.entity, change.key, change.field, change.new)
        self._rebuild(list(cooperatives))

    def _take_back(self, undone: int) -> None:
        base, forward = runs.base_of(self._undoing(), undone)
        forward = not forward
        touched = self.rows(
            "SELECT entitas, subjek, bidang, lama, baru FROM changes WHERE run = ? ORDER BY id", (base,)
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
        profiles, spans, numbers = [], [], []
        for key, state in states:
            values = state.values
            pers = json.dumps(dict(sorted(state.pers.items())), separators=(",", ":"))
            members = values.get("anggota")
            texts = (values.get(name) for name in _PROFILE_TEXT)
            profiles.append((key, *texts, int(members) if members else None, founded(state.states), pers))
            spans += _span_rows(key, state)
            numbers += _number_rows(key, values)
        names = (*_PROFILE_TEXT, "anggota", "berdiri", "per")
        upsert = ", ".join(f"{name} = excluded.{name}" for name in names)
        self._insert_many("cooperatives", ("id", *names), profiles, f" ON CONFLICT (id) DO UPDATE SET {upsert}")
        self._insert_many("milestones", _SPAN_COLUMNS, spans)
        self._insert_many("identifiers", ("cooperative_id", "milestone", "nomor", "bank"), numbers)

    # -- statements to the database ------------------------------------------------------------------

    def _insert(self, table: str, rows: Sequence[dict[str, Any]]) -> None:
        if rows:
            self.session.execute(insert(_table(table)), list(rows))

    def _insert_many(self, table: str, names: Sequence[str], rows: Sequence[tuple[Any, ...]], tail: str = "") -> None:
        if rows:
            marks = ",".join("?" * len(names))
            self.session.exec_driver_sql(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks}){tail}", list(rows))


_CHANGE_COLUMNS = ("entitas", "subjek", "bidang", "lama", "baru", "per", "berkas", "baris")
_PROFILE_TEXT = ("nama", "status", "percontohan", "nik_koperasi", "ketua", "telepon", "unit_usaha", "mitra", "catatan")
_SPAN_COLUMNS = ("cooperative_id", "milestone", "aspek", "dari", "sampai", "nilai", "tanggal")


def _table(name: str) -> Table:
    return tables.AreaRow.metadata.tables[name]


def _registered(said: Iterable[Said]) -> bool:
    held = [entry for entry in said if entry.field == REGISTERED]
    return bool(held) and max(held, key=lambda entry: entry.order).value is not None


def _span_rows(key: int, state: State) -> list[tuple[Any, ...]]:
    groups = (("keadaan", state.states), ("kendala", state.obstacles), ("rencana", state.plans))
    return [
        (key, code, aspect, span.since, span.until, span.value, span.day)
        for aspect, timelines in groups
        for code, spans in timelines.items()
        for span in spans
    ]


def _number_rows(key: int, values: Any) -> list[tuple[Any, ...]]:
    found: dict[str, list[str | None]] = defaultdict(lambda: [None, ""])
    for name, value in values.items():
        if name.endswith("_nomor"):
            found[name.removesuffix("_nomor")][0] = value
        elif name.endswith("_bank"):
            found[name.removesuffix("_bank")][1] = value
    return [(key, code, number, bank) for code, (number, bank) in found.items()]


def digest(header: dict[str, Any], changes: Iterable[tuple[Any, ...]]) -> str:
    """The SHA-256 of a run: its own words, the digest of the run before, and its changes in order."""
    sha = hashlib.sha256()
    words = [header[name] for name in ("id", "waktu", "petugas", "perintah", "alasan", "berkas", "membatalkan",
                                       "jumlah", "sebelum")]  # fmt: skip
    sha.update(json.dumps(words, ensure_ascii=False).encode())
    for row in changes:
        sha.update(("\x1e" + "\x1f".join("\x00" if part is None else str(part) for part in row)).encode())
    return sha.hexdigest()
