"""The one door for writes: a plan's events become a run, its rows of the log and the projection
that follows from it.

One command is one transaction. The projection beside the log is never edited: it is made anew from
the events in force of whatever a run touched, so that undoing restores exactly what was.
"""

from __future__ import annotations

import itertools
import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol

from kkmp_cli import settings
from kkmp_cli.errors import Advice, CellError, Command, Refused
from kkmp_cli.model.area import Area
from kkmp_cli.model.bulk import BulkEvents, Events
from kkmp_cli.model.event import Event, EventGroup, Item, grouped
from kkmp_cli.model.run import CELL, COOPERATIVE, REGISTERED, WHOLE, Head
from kkmp_cli.parsing.text import NAME_LIMIT, clean
from kkmp_cli.register import (
    bulk,
    checkpoints,
    clock,
    hash_chain,
    heads,
    known_marks,
    log,
    privacy,
    record_changes,
    records,
    stored_projection,
)
from kkmp_cli.register.batches import chunks
from kkmp_cli.register.engine import Connection, Engine
from kkmp_cli.register.engines import engine_of
from kkmp_cli.register.field_history import ENTITY as FIELDS
from kkmp_cli.register.queries import below, upsert
from kkmp_cli.register.reader import Reader, open_reader
from kkmp_cli.register.record_changes import RecordChange
from kkmp_cli.register.records import AREA_LIST, ENTITIES


class Listener(Protocol):
    """Who hears of a unit of writing what it does not print itself."""

    def tell(self, words: str) -> None:
        """Before work that keeps somebody waiting."""

    def saved(self, run: Head, engine: Engine) -> None:
        """A run that counts from now on, in the register that this engine keeps."""


class NewRun(NamedTuple):
    """What a run says of itself: the command as typed (masked), why, from which files."""

    command: str
    reason: str | None = None
    files: tuple[str, ...] = ()
    undoes: int | None = None


@contextmanager
def open_for_planning(location: str, tell: Callable[[str], object] = str) -> Iterator[Reader]:
    """The register to plan against; where there is none yet, a new one that is thrown away."""
    if engine_of(location).taken():
        with open_reader(location, tell) as register:
            yield register
        return
    import tempfile  # noqa: PLC0415 - most registers are there

    with (
        tempfile.TemporaryDirectory(prefix="kkmp-") as folder,
        open_writer(f"{folder}/baru.db", create=True) as register,
    ):
        yield register


@contextmanager
def open_writer(
    location: str, create: bool = False, listener: Listener | None = None
) -> Iterator[Writer]:
    """The register, locked for one unit of writing; what was written counts when the block ends
    well, which the `listener` hears at once.

    With `create` a missing register is made from the shipped areas, and only kept if a run was
    recorded. Raises Unusable where it cannot be opened, locked or written.
    """
    engine, recorded = engine_of(location), list[Head]()

    def saved() -> None:
        if listener:
            for run in recorded:
                listener.saved(run, engine)

    if create and not engine.taken():
        with _new(engine, recorded) as writer:
            yield writer
        saved()
        return
    unit = engine.writing(saved, listener.tell if listener else str)
    with ExitStack() as after, unit as connection, ExitStack() as beside:
        yield Writer(connection, engine, recorded, (beside, after))


def _officer() -> str:
    """Who records, as the history keeps it. Raises Refused for a name that is no text."""
    try:
        return clean(settings.officer(), None)[:NAME_LIMIT]
    except CellError as error:
        raise Refused(
            f"Nama petugas {error.message}.",
            Advice(
                "Perbaiki KKMP_PETUGAS, atau tulis namanya dengan `{}`.",
                Command("config", "petugas", "…"),
            ),
        ) from None


class _NothingRecorded(Exception):
    """Leaves a new register unpublished."""


@contextmanager
def _new(engine: Engine, recorded: list[Head]) -> Iterator[Writer]:
    try:
        with engine.creating() as made:
            with made.writing(lambda: None, str) as connection:
                writer = Writer(connection, engine, recorded)
                writer.seed()
                yield writer
            if not recorded:
                raise _NothingRecorded
    except _NothingRecorded:
        pass


class Writer(Reader):
    """A Reader that can record. All of it happens inside one transaction; `tick` is told how many
    rows are written.

    `ends`: what is to be left before the transaction ends, and after it; a new register has
    neither.
    """

    def __init__(
        self,
        connection: Connection,
        engine: Engine,
        recorded: list[Head],
        ends: tuple[ExitStack, ExitStack] | None = None,
    ) -> None:
        super().__init__(connection, engine)
        self._ends = ends
        self.tick: Callable[[int], None] | None = None
        self.recorded = recorded
        self._waiting: list[RecordChange] = []

    def seed(self) -> None:
        """The shipped area list and spellings of a new register; not a run, nothing to undo."""
        for entity in AREA_LIST:
            table, columns, _ = ENTITIES[entity]
            self.insert(table, columns, records.shipped(entity))

    def keep_copy(self) -> None:
        """Begins to copy the register as before this unit, called before a bulk change."""
        if self._ends:
            self.engine.keep_copy(self.connection, *self._ends)

    def claim(self, *keys: str) -> None:
        """Waits for whoever writes what these keys stand for (the code of a kota, a kind of
        record), before it is read.
        """
        self.engine.claim(self.connection, keys)

    def claim_areas(self, areas: Iterable[int]) -> None:
        """The same for the kota of these areas, by their ids."""
        self.engine.claim_of(self.connection, areas)

    def claim_run(self, run: int) -> None:
        """The same for all that a run is about, before it is taken back: kota first, as whoever
        writes of cooperatives and keeps a record beside them.
        """
        if not self.engine.shared:
            return
        about = self.rows("SELECT DISTINCT entitas, subjek FROM events WHERE run = ?", (run,))
        self.claim_areas(key for entity, key in about if entity == COOPERATIVE)
        self.claim(*{entity for entity, _ in about if entity != COOPERATIVE})

    def registered_areas(self, prefixes: Sequence[str] | None) -> list[Area]:
        """As a reader's, once nobody else writes any of them."""
        if self.engine.shared:
            where, parameters = below(prefixes)
            sql = f"SELECT DISTINCT substr(a.kode, 1, 5) FROM areas a WHERE {where}"
            self.claim(*itertools.chain.from_iterable(self.rows(sql, parameters)))
        return super().registered_areas(prefixes)

    def _registered_among(self, ids: Iterable[int]) -> list[Area]:
        several = [*ids]
        self.engine.claim_of(self.connection, several)
        self.ahead([log.void_question(self), (clock.NEWEST, ()), (heads.NEWEST, ())])
        return super()._registered_among(several)

    def next_id(self, entity: str) -> int:
        """An id that no record of this kind has or ever had."""
        self.claim(entity)
        newest = self.rows(f"SELECT coalesce(max(id), 0) FROM {ENTITIES[entity].table}")[0][0]
        past = self.rows(
            "SELECT coalesce(max(subjek), 0) FROM events WHERE entitas = ?", (entity,)
        )[0][0]
        return int(max(newest, past)) + 1

    def apply(
        self,
        events: Sequence[Event],
        run: NewRun,
        marks: Mapping[int, bytes] = MappingProxyType({}),
    ) -> int:
        """Records a run with its events and brings the projection beside it up to date; returns the
        run's number.

        `marks` are the digests of the rows of a file that said all this, by cooperative: they would
        say nothing new. Raises Refused where the database finds a number held twice, and for values
        of persons from who may not read them, Unusable where it cannot write.
        """
        self._refuse_persons(events)
        try:
            recorded = self._applied(Events.of(events), run, marks)
        except sqlite3.IntegrityError:
            raise self._contrary() from None
        self.recorded.append(recorded)
        return recorded.run

    def _contrary(self) -> Refused:
        """What the database found, and of a number the program would have named the holder."""
        if self.sight.kota is None:
            remedy = Advice("Periksa dengan `{}`.", Command("history"))
            return Refused("Perubahan ini bertentangan dengan isi register.", remedy)
        return Refused(
            "Nomor yang sama sudah dipakai koperasi yang tidak terlihat oleh peran Anda.",
            "Periksa nomornya, atau minta pengelola register bersama mencari pemakainya.",
        )

    def _refuse_persons(self, events: Sequence[Event]) -> None:
        if self.sight.persons or not any(map(_of_a_person, events)):
            return
        raise Refused(
            "Peran Anda tidak boleh membaca atau mengisi nama ketua dan telepon.",
            "Ulangi tanpa itu, atau minta pengelola register bersama.",
        )

    def _applied(self, events: Events, run: NewRun, marks: Mapping[int, bytes]) -> Head:
        chain = self.engine.chain(self.connection)
        header = self._header(run, len(events))
        recorded = self._record(events, header, chain.number if chain else None)
        if run.undoes is not None:
            self._take_back(run.undoes)
        self._keep_marks(marks)
        self.taking_back = None
        return chain.link(header) if chain else recorded

    def _keep_marks(self, marks: Mapping[int, bytes]) -> None:
        rows = [(key, known_marks.sealed(key, mark)) for key, mark in sorted(marks.items())]
        tail = upsert("cooperative_id", ["sidik"])
        self.insert("fingerprints", ("cooperative_id", "sidik"), rows, tail)

    def _record(self, events: Events, header: dict[str, Any], number: int | None) -> Head:
        """The run, its rows of the log and what follows from them; under a provisional `number` the
        run is still to come.
        """
        parts = list(filter(bulk.is_bulk, events.parts))
        past = self._with_a_past(parts)
        touched: Touched = defaultdict(dict)
        head = self._log(header, self._rows(events, touched), number)
        new, others = bulk.split(parts, past | touched.keys())
        anew = {key: {REGISTERED: ""} for key in others}
        stored_projection.follow(self, {**touched, **anew}, self.tick)
        bulk.write_projection(self, new)
        self._write_waiting()
        return head

    def _log(
        self,
        header: dict[str, Any],
        parts: Iterable[list[tuple[Any, ...]]],
        provisional: int | None,
    ) -> Head:
        """A run and its rows into the log, digested; of a provisional one the rows alone."""
        number = int(header["id"]) if provisional is None else provisional
        digest = hash_chain.Digest(header)
        for rows in parts:
            digest.add(rows)
            self.insert("events", _EVENT, ((number, *row) for row in rows))
            if self.tick:
                self.tick(len(rows))
        head = Head(number, digest.hex())
        if provisional is None:
            self.insert("runs", (*header, "intisari"), [(*header.values(), head.digest)])
        return head

    def _rows(self, events: Events, touched: Touched) -> Iterator[list[tuple[Any, ...]]]:
        """The rows of the log; records are written at once, cooperatives `touched` wait for all."""
        for new, parts in itertools.groupby(events.parts, bulk.is_bulk):
            if new:
                yield from map(bulk.event_rows, filter(bulk.is_bulk, parts))
                continue
            together = (group for part in parts for group in grouped(part))
            for groups in chunks(together, self.engine.listed):
                yield [self._row(group) for group in groups]
                self._follow(groups, touched)

    def _header(self, run: NewRun, count: int) -> dict[str, Any]:
        number, before = self._newest()
        return {
            "id": number + 1,
            "waktu": clock.next_instant(self),
            "petugas": _officer(),
            "peran": None,
            "perintah": run.command,
            "alasan": run.reason,
            "berkas": json.dumps(run.files, ensure_ascii=False),
            "membatalkan": run.undoes,
            "asal": None,
            "jumlah": count,
            "sebelum": before,
        }

    def _newest(self) -> tuple[int, str]:
        """The newest run and its digest; what the first one hangs on, where there is none yet."""
        self.ahead([(clock.NEWEST, ())])
        return heads.head(self) or (0, records.genesis(self, records.area_lists(self)[0]))

    def _follow(self, groups: Sequence[EventGroup], touched: Touched) -> None:
        for group in groups:
            for name, _, _, *day in group.items if group.entity == COOPERATIVE else ():
                _touch(touched[group.key], name, day[0] if day else group.per)
        self._write_records(
            record_changes.read(group.entity, group.key, item[0], item[2])
            for group in groups
            if group.entity not in (COOPERATIVE, CELL)
            for item in group.items
        )

    def _with_a_past(self, parts: Iterable[BulkEvents]) -> set[int]:
        """The cooperatives of which the log holds anything (an undone registration, say)."""
        keys = itertools.chain.from_iterable(part.keys for part in parts)
        sql = (
            f"SELECT DISTINCT subjek FROM events WHERE entitas = '{COOPERATIVE}' AND subjek IN {{}}"
        )
        return {key for (key,) in self.among(sql, keys)}

    def _row(self, group: EventGroup) -> tuple[Any, ...]:
        """A group as its row in the log; personal values as their digests."""
        items = group.items
        if group.entity == COOPERATIVE:
            items = [self._pseudonymised(group.key, item) for item in items]
        return (*group[:5], hash_chain.compact(items))

    def _pseudonymised(self, key: int, item: Item) -> Item:
        name, old, *_ = item
        if not privacy.is_personal(name):
            return item
        newest = log.newest(self, key, name) if old is not None else None
        return privacy.pseudonymise(self, key, item, newest)

    def _take_back(self, undone: int) -> None:
        self.taking_back = undone
        base, forward = log.base_of(self, undone)
        entries = list(log.entries(self, "e.run = ?", (base,)))
        others = [entry for entry in entries if entry.entity not in (COOPERATIVE, CELL)]
        self._write_records(
            _taken_back(entry, entry.old if forward else entry.new)
            for entry in (reversed(others) if forward else others)
        )
        self._follow_back(entry for entry in entries if entry.entity == COOPERATIVE)
        self._write_waiting()

    def _follow_back(self, entries: Iterable[log.Entry]) -> None:
        """What follows where events of cooperatives went out of force, or came back."""
        touched: Touched = defaultdict(dict)
        places: dict[int, int] = {}
        for entry in entries:
            _touch(touched[entry.key], entry.field, entry.per)
            places.setdefault(entry.key, entry.place)
        checkpoints.drop(self, places)
        stored_projection.follow(self, touched, self.tick)

    def _forget_rows(self) -> None:
        """Known rows of files may tell another cooperative now, or more of it."""
        self.connection.execute("DELETE FROM fingerprints")
        self.__dict__.pop("vocabulary", None)

    def _write_records(self, several: Iterable[RecordChange]) -> None:
        """Makes them but for who came to a training, which waits for the cooperatives that the same
        run registers.
        """
        changes = [*several]
        if any(change.entity in (*AREA_LIST, FIELDS) for change in changes):
            self._forget_rows()
        came = [one for one in changes if one.kind == _CAME]
        record_changes.write(self, (one for one in changes if one.kind != _CAME))
        self._waiting += came

    def _write_waiting(self) -> None:
        record_changes.write(self, self._waiting)
        self._waiting.clear()


def _taken_back(entry: log.Entry, value: str | None) -> RecordChange:
    """What becomes of a record again. Raises Damaged."""
    try:
        return record_changes.read(entry.entity, entry.key, entry.field, value)
    except (ValueError, KeyError):
        raise log.damage(entry.run, entry.place) from None


Touched = dict[int, dict[str, str]]
"""By cooperative and field, the earliest day spoken of."""


def _of_a_person(event: Event) -> bool:
    return event.entity == COOPERATIVE and privacy.is_personal(event.field)


def _touch(days: dict[str, str], name: str, day: str) -> None:
    days[name] = min(day, days.get(name, day))


_CAME = ("hadir", WHOLE, True)
"""The kind of change by which a cooperative came to a training."""
_EVENT = ("run", "entitas", "subjek", "per", "berkas", "baris", "isi")
