"""The one door for writes: a list of changes becomes a run, its history and the state that follows
from it.

One command is one transaction. The state beside the history is never edited: it is rebuilt from the
statements in force of whatever a run touched, so that undoing restores exactly what was.
"""

from __future__ import annotations

import itertools
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from io import FileIO
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kkmp_cli import settings
from kkmp_cli.errors import Advice, Command, Refused
from kkmp_cli.model.bulk import BulkEvents, Events
from kkmp_cli.model.event import Event, EventGroup, grouped
from kkmp_cli.model.run import COOPERATIVE, WHOLE
from kkmp_cli.register import (
    connection as database,
)
from kkmp_cli.register import (
    copies,
    hash_chain,
    log,
    privacy,
    records,
    state_columns,
    stored_projection,
)
from kkmp_cli.register.location import path_of, taken
from kkmp_cli.register.reader import Reader
from kkmp_cli.register.records import ENTITIES
from kkmp_cli.register.stored_projection import Number, chunks, insert_many

_HELD_BACK = 24_000
"""KiB of what is written that may wait in memory; more waits for the copy, which reads the file
meanwhile.
"""
SAVED: list[int] = []
"""The runs that this process has committed: what an interrupted command says if it did not come to
say it.
"""


@dataclass(frozen=True, slots=True)
class NewRun:
    """What a run says of itself: the command as typed (personal values masked), why, from which
    files.
    """

    command: str
    reason: str | None = None
    files: tuple[str, ...] = ()
    undoes: int | None = None


@contextmanager
def writing(location: str, create: bool = False) -> Iterator[Writer]:
    """The register, locked for one unit of writing; what was written counts when the block ends
    well.

    With `create` a missing register is made from the shipped areas, and only kept if a run was
    recorded. Raises Unusable where it cannot be opened, locked or written.
    """
    path = path_of(location)
    if create and not taken(path):
        with _writing_new(path) as writer:
            yield writer
        SAVED.extend(writer.recorded)
    else:
        database.ensure_current(path)
        recorded: list[int] = []
        saved = database.transaction(path, lambda: SAVED.extend(recorded))
        with ExitStack() as after, saved as connection, ExitStack() as beside:
            writer = Writer(connection, path, (beside, after))
            writer.recorded = recorded
            yield writer


class _NothingRecorded(Exception):
    """Leaves a new register unpublished."""


@contextmanager
def _writing_new(path: Path) -> Iterator[Writer]:
    try:
        with database.creating(path) as temporary:
            with database.transaction(temporary) as connection:
                writer = Writer(connection, path)
                writer.seed()
                yield writer
            if not writer.recorded:
                raise _NothingRecorded
    except _NothingRecorded:
        pass


@dataclass(slots=True)
class _Left:
    """What a run leaves to do once its history is in: cooperatives to be rebuilt from it, numbers
    of the new ones.
    """

    again: dict[int, None] = field(default_factory=dict)
    numbers: list[Number] = field(default_factory=list)


class Writer(Reader):
    """A Reader that can record. All of it happens inside one transaction; `tick` is told how many
    rows are written.

    `ends`: what is to be left before the transaction ends, and after it; a new register has
    neither.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path,
        ends: tuple[ExitStack, ExitStack] | None = None,
    ) -> None:
        super().__init__(connection, path)
        self._ends = ends
        self.quiet = False
        self.tick: Callable[[int], None] | None = None
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
        """Begins to copy the register as it is before this unit; called when a bulk change is about
        to be written.
        """
        if self._ends:
            beside, after = self._ends
            self.connection.execute(f"PRAGMA cache_size=-{_HELD_BACK}")
            beside.enter_context(copies.beside(self.path, after.enter_context(FileIO(self.path))))

    def next_id(self, entity: str) -> int:
        """An id that no record of this kind has or ever had."""
        held = self.rows(f"SELECT coalesce(max(id), 0) FROM {ENTITIES[entity].table}")[0][0]
        past = self.rows(
            "SELECT coalesce(max(subjek), 0) FROM changes WHERE entitas = ?", (entity,)
        )[0][0]
        return int(max(held, past)) + 1

    def apply(
        self,
        events: Sequence[Event],
        run: NewRun,
        marks: Mapping[int, bytes] = MappingProxyType({}),
    ) -> int:
        """Records a run with its changes and brings the state beside it up to date; returns the
        run's number.

        `marks` are the digests of the rows of a file that said all this, by cooperative: they would
        say nothing new. Raises Refused where the database finds a number held twice, Unusable where
        it cannot write.
        """
        many = events if isinstance(events, Events) else Events([events] if events else [])
        try:
            number, left = self._record(many, run)
            if run.undoes is not None:
                self._take_back(run.undoes)
            else:
                stored_projection.refresh(self, list(left.again), self.tick)
            insert_many(
                self.connection, "identifiers", state_columns.NUMBER_COLUMNS, sorted(left.numbers)
            )
            known = " ON CONFLICT (cooperative_id) DO UPDATE SET sidik = excluded.sidik"
            insert_many(
                self.connection,
                "fingerprints",
                ("cooperative_id", "sidik"),
                sorted(marks.items()),
                known,
            )
        except sqlite3.IntegrityError:
            remedy = Advice("Periksa dengan `{}`.", Command("history"))
            raise Refused("Perubahan ini bertentangan dengan isi register.", remedy) from None
        self.recorded.append(number)
        return number

    def _record(self, events: Events, run: NewRun) -> tuple[int, _Left]:
        header = self._header(run, len(events))
        told, left = hash_chain.Digest(header), _Left()
        many = [part for part in events.parts if isinstance(part, BulkEvents)]
        past = self._with_a_past([key for part in many for key in part.keys])
        for part in _pieces(events):
            rows = (
                self._rows_of_new(part, past, left)
                if isinstance(part, BulkEvents)
                else self._rows(part, left)
            )
            told.add(rows)
            insert_many(
                self.connection,
                "changes",
                ("run", *_CHANGE_COLUMNS),
                [(header["id"], *row) for row in rows],
            )
            if self.tick:
                self.tick(len(rows))
        insert_many(
            self.connection, "runs", (*header, "intisari"), [(*header.values(), told.hex())]
        )
        return header["id"], left

    def _rows(self, groups: Iterable[EventGroup], left: _Left) -> list[tuple[Any, ...]]:
        """The groups as rows of the history; what they say is done, or left."""
        rows = []
        for group in groups:
            rows.append(self._row(group))
            self._follow(group, left)
        return rows

    def _rows_of_new(self, many: BulkEvents, past: set[int], left: _Left) -> list[tuple[Any, ...]]:
        """The same of new cooperatives, whose state is written at once where the history holds
        nothing of them yet.
        """
        plain = state_columns.plain(many)
        fresh = [key not in past for key in many.keys]
        insert_many(
            self.connection,
            "cooperatives",
            state_columns.COLUMNS,
            [*itertools.compress(plain.rows, fresh)],
        )
        left.again.update(dict.fromkeys(key for key in many.keys if key in past))
        left.numbers += [number for number in plain.numbers if number[-1] not in past]
        past.update(many.keys)
        return [
            (COOPERATIVE, key, many.per, many.file, row, said)
            for key, row, said in zip(many.keys, many.rows, plain.said, strict=True)
        ]

    def _header(self, run: NewRun, count: int) -> dict[str, Any]:
        number, before = self.tip() or (0, hash_chain.BEGINNING)
        return {
            "id": number + 1,
            "waktu": log.stamp(settings.now()),
            "petugas": settings.officer()[:200],
            "perintah": run.command,
            "alasan": run.reason,
            "berkas": json.dumps(run.files, ensure_ascii=False),
            "membatalkan": run.undoes,
            "jumlah": count,
            "sebelum": before,
        }

    def _follow(self, group: EventGroup, left: _Left) -> None:
        """What a group says of a record is written at once; a cooperative waits until all of the
        run is in.
        """
        if group.entity == COOPERATIVE:
            left.again[group.key] = None
        else:
            for item in group.items:
                self._write_record(group.entity, group.key, item[0], item[2])

    def _with_a_past(self, ids: Sequence[int]) -> set[int]:
        """Those of which the history holds anything (an undone registration, say)."""
        found: set[int] = set()
        for chunk in chunks(ids):
            marks = ",".join("?" * len(chunk))
            sql = (
                f"SELECT DISTINCT subjek FROM changes WHERE subjek IN ({marks}) AND entitas = "
                f"'{COOPERATIVE}'"
            )
            found.update(key for (key,) in self.rows(sql, chunk))
        return found

    def _row(self, group: EventGroup) -> tuple[Any, ...]:
        """A group as its row in the history; personal values as their digests."""
        said = group.items
        if group.entity == COOPERATIVE and any(log.is_personal(item[0]) for item in said):
            said = [
                privacy.without_value(self, group.key, item) if log.is_personal(item[0]) else item
                for item in said
            ]
        return (*group[:5], hash_chain.compact(said))

    def _take_back(self, undone: int) -> None:
        base, forward = log.base_of(self._undoing(), undone)
        forward = not forward
        touched: dict[int, None] = {}
        others = []
        for entry in log.entries(self, "c.run = ?", (base,)):
            if entry.entity == COOPERATIVE:
                touched[entry.key] = None
            else:
                others.append(entry)
        for entry in others if forward else reversed(others):
            self._write_record(
                entry.entity, entry.key, entry.field, entry.new if forward else entry.old
            )
        stored_projection.refresh(self, list(touched), self.tick)

    def _undoing(self) -> dict[int, int | None]:
        return dict(self.rows("SELECT id, membatalkan FROM runs"))

    def _write_record(self, entity: str, key: int, name: str, value: str | None) -> None:
        kind = ENTITIES[entity]
        if entity in ("wilayah", "alias"):
            self.connection.execute(
                "DELETE FROM fingerprints"
            )  # another area list may tell another cooperative
        if name != WHOLE:
            typed = records.typed(entity, name, value)
            self.connection.execute(
                f"UPDATE {kind.table} SET {name} = ? WHERE id = ?", (typed, key)
            )
        elif value is None:
            self.connection.execute(f"DELETE FROM {kind.table} WHERE id = ?", (key,))
        else:
            self._insert(kind.table, [{"id": key, **records.from_json(entity, value)}])

    def _insert(self, table: str, rows: Sequence[dict[str, Any]]) -> None:
        """Records into a table as SQLModel knows it, which takes longer to load than most commands
        to run.
        """
        from kkmp_cli.register.schema.tables import insertion  # noqa: PLC0415 - see above

        for row in rows:
            self.connection.execute(insertion(table, tuple(row)), row)


_CHANGE_COLUMNS = ("entitas", "subjek", "per", "berkas", "baris", "isi")


def _pieces(events: Events) -> Iterator[BulkEvents | list[EventGroup]]:
    """What is written together: new cooperatives as they come, all else in groups."""
    for new, parts in itertools.groupby(events.parts, lambda part: isinstance(part, BulkEvents)):
        if new:
            yield from (part for part in parts if isinstance(part, BulkEvents))
        else:
            yield from chunks(group for part in parts for group in grouped(part))
