"""Questions to the register, in plain SQL, by the standard library alone (the views serve other
tools).

Starts fast: neither SQLModel nor SQLAlchemy is loaded for a report. Hands out frozen values. Never
writes.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import chain
from operator import itemgetter
from pathlib import Path
from typing import Any

from kkmp_cli.milestones import MILESTONES, SUDAH, field_code
from kkmp_cli.model import projection, vocabulary
from kkmp_cli.model.area import Area
from kkmp_cli.model.cooperative import Cooperative, Snapshot
from kkmp_cli.model.run import Run
from kkmp_cli.register import log, records, state_columns
from kkmp_cli.register.location import SCHEMA, connect, look, path_of, unusable
from kkmp_cli.reports.report import KotaCounts

_PROFILE = (
    "nama",
    "status",
    "percontohan",
    "nik_koperasi",
    "anggota",
    "unit_usaha",
    "mitra",
    "catatan",
)
_TIMELINES = ("keadaan", "kendala", "rencana")
_KODE = itemgetter(1)
_MANY = 5_000
"""From this many cooperatives on, the whole tables are read rather than a list of ids."""


@contextmanager
def reading(location: str) -> Iterator[Reader]:
    """The register for reading, all answers from one moment. Raises Unusable where it cannot be
    opened.
    """
    path = path_of(location)
    if look(path) < SCHEMA:
        from kkmp_cli.register.schema import upgrade  # noqa: PLC0415 - only an old register needs the migrations

        upgrade.migrate(path)
    connection = connect(path, writable=False)
    try:
        connection.execute("BEGIN")
        yield Reader(connection, path)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise unusable(error, path) from None
    finally:
        connection.close()


class Reader:
    """Answers about one register at one moment."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.connection = connection
        self.path = path

    def rows(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> list[Any]:
        """The rows of a query, as tuples."""
        return self.connection.execute(sql, parameters).fetchall()

    def areas(self, prefix: str | None = None) -> list[Area]:
        """The areas below a code (`31`, `31.71`, `31.71.02`), all without one; ordered by kode."""
        where, parameters = _below("kode", prefix)
        columns = "id, kode, kelurahan, kecamatan, kota, provinsi"
        one = dict[str, str]().setdefault
        found: list[Area] = []
        held = self.connection.execute(
            f"SELECT {columns} FROM areas{where} ORDER BY kode", parameters
        )
        while rows := held.fetchmany(_MANY):
            key, kode, name, *above = zip(*rows, strict=True)
            found += map(
                Area._make,
                zip(key, kode, name, *(map(one, names, names) for names in above), strict=True),
            )
        return found

    def area(self, kode: str) -> Area | None:
        """The area that has this code today."""
        found = self.rows(
            "SELECT id, kode, kelurahan, kecamatan, kota, provinsi FROM areas WHERE kode = ?",
            (kode,),
        )
        return Area(*found[0]) if found else None

    def areas_among(self, ids: Iterable[int]) -> list[Area]:
        """The areas of these ids, ordered by kode."""
        sql = "SELECT id, kode, kelurahan, kecamatan, kota, provinsi FROM areas WHERE id IN ({})"
        found = [
            Area(*row)
            for chunk in _chunks([*ids])
            for row in self.rows(sql.format(_marks(chunk)), chunk)
        ]
        return sorted(found, key=lambda area: area.kode)

    def aliases(self) -> list[tuple[str, str]]:
        """(kode, spelling) of kelurahan and of kota."""
        return [
            (kode, alias)
            for kode, alias in self.rows("SELECT kode, alias FROM aliases ORDER BY kode, alias")
        ]

    def headings(self) -> list[tuple[str, str]]:
        """(heading, field) of what `import --remember` has kept, in the order in which it was."""
        return self.rows("SELECT judul, isian FROM headings ORDER BY id")

    def kota_names(self) -> list[tuple[str, str]]:
        """(code, name) of every kota in the area list."""
        return self.rows(
            "SELECT substr(kode, 1, 5) AS k, min(kota) FROM areas GROUP BY k ORDER BY k"
        )

    def registered_kota(self) -> list[tuple[str, str]]:
        """(code, name) of every kota that has a cooperative."""
        return self.rows(
            "SELECT substr(kode, 1, 5) AS k, min(kota) FROM v_koperasi GROUP BY k ORDER BY k"
        )

    def numbers(self) -> Mapping[tuple[str, str, str], Area]:
        """(milestone, bank, number) → where the cooperative is that holds it; looked up when it is
        asked for.
        """
        return _Numbers(self)

    def fingerprints(self) -> dict[bytes, int]:
        """The mark of a row of a file → the cooperative of which such a row would say nothing
        new.
        """
        return dict(self.connection.execute("SELECT sidik, cooperative_id FROM fingerprints"))

    def tip(self) -> tuple[int, str] | None:
        """The newest run and its digest: where it is the same, nothing was recorded meanwhile."""
        newest = self.rows("SELECT id, intisari FROM runs ORDER BY id DESC LIMIT 1")
        return newest[0] if newest else None

    def registered_count(self) -> int:
        """How many cooperatives there are, of whatever status."""
        return int(self.rows("SELECT count(*) FROM cooperatives")[0][0])

    def registered_ids(self) -> set[int]:
        """The ids of all registered cooperatives."""
        return {*chain.from_iterable(self.connection.execute("SELECT id FROM cooperatives"))}

    def kota_counts(self, day: str, book_year: int) -> list[KotaCounts]:
        """What a line per kota needs: of every kota that has a cooperative, on an ISO day."""
        places = {
            code: (name, areas)
            for code, name, areas in self.rows(
                "SELECT substr(kode, 1, 5) AS k, min(kota), count(*) FROM areas GROUP BY k"
            )
        }
        yearly = {field_code(milestone, book_year) for milestone in MILESTONES if milestone.yearly}
        count: Counter[str] = Counter()
        inactive: Counter[str] = Counter()
        not_owed: dict[str, Counter[str]] = defaultdict(Counter)
        found: dict[tuple[str, bool], list[str]] = defaultdict(list)
        for kota, gone, late, text in self._states_on(day, book_year):
            count[kota] += 1
            if gone:
                inactive[kota] += 1
                continue
            found[kota, late].append(text)
            if late:
                done = text.split(",")
                not_owed[kota].update(name for name in yearly if f"{name} {SUDAH}" not in done)
        counted = _counted(found, yearly)
        return [
            KotaCounts(
                code,
                *places[code],
                count[code] - inactive[code],
                inactive[code],
                counted[code],
                not_owed[code],
            )
            for code in sorted(count)
        ]

    def _states_on(self, day: str, book_year: int) -> Iterator[tuple[str, bool, bool, str]]:
        """Kota, out of every count, founded after the book year, and the known states, of every
        cooperative.
        """
        sql = (
            "SELECT substr(a.kode, 1, 5), c.status IS NOT NULL AND c.status <> 'aktif'"
            " AND substr(c.status, -10) <= :day, coalesce(c.berdiri > :year, 0), c.kini,"
            " CASE WHEN c.sejak > :day THEN c.keadaan END FROM cooperatives c JOIN areas a ON "
            "a.id = c.id"
        )
        for kota, gone, late, now, past in self.connection.execute(
            sql, {"day": day, "year": book_year}
        ):
            yield (
                kota,
                gone,
                late,
                now if past is None else ",".join(state_columns.states_on(past, day)),
            )

    def cooperatives(
        self,
        prefixes: Sequence[str] | None = None,
        ids: Sequence[int] | None = None,
        with_personal: bool = False,
    ) -> list[Cooperative]:
        """The registered cooperatives below codes (or of these ids), with all that is known today;
        ordered by kode.
        """
        found = []
        for area, values, pers, states_text, obstacles, plans in self._held(
            prefixes, ids, with_personal, _TIMELINES
        ):
            spans = map(state_columns.spans_of, (states_text, obstacles, plans))
            found.append(Cooperative(area.id, area, values, pers, *spans))
        return found

    def registered_areas(self, prefixes: Sequence[str]) -> list[Area]:
        """Where there is a cooperative, below these codes; ordered by kode."""
        found: list[Any] = []
        for prefix in prefixes:
            where, parameters = _below("a.kode", prefix)
            found += self.rows(
                "SELECT a.id, a.kode, a.kelurahan, a.kecamatan, a.kota, a.provinsi"
                f" FROM cooperatives c JOIN areas a ON a.id = c.id{where}",
                parameters,
            )
        return sorted((Area(*row) for row in found), key=lambda area: area.kode)

    def present(self, ids: Sequence[int]) -> dict[int, Cooperative]:
        """The cooperatives of these ids by id, with their newest values but without their
        timelines.
        """
        held = self._held(None, ids, with_personal=True)
        return {area.id: Cooperative(area.id, area, values, pers) for area, values, pers in held}

    def _held(
        self,
        prefixes: Sequence[str] | None,
        ids: Sequence[int] | None,
        with_personal: bool,
        more: Sequence[str] = (),
    ) -> Iterator[Any]:
        """Area, values, days and the columns `more` of cooperatives, ordered by kode."""
        names = _PROFILE + (vocabulary.PERSONAL if with_personal else ())
        columns = ", ".join(f"c.{name}" for name in ("per", "nilai", *more, *names))
        sql = (
            f"SELECT a.id, a.kode, a.kelurahan, a.kecamatan, a.kota, a.provinsi, {columns}"
            " FROM cooperatives c JOIN areas a ON a.id = c.id"
        )
        first = 8 + len(more)
        for row in self._of(sql, prefixes, ids):
            values: dict[str, str] = {
                name: str(value)
                for name, value in zip(names, row[first:], strict=True)
                if value is not None
            }
            values.update(state_columns.values_of(row[7]))
            yield Area(*row[:6]), values, state_columns.pers_of(row[6], values), *row[8:first]

    def _of(
        self, sql: str, prefixes: Sequence[str] | None, ids: Sequence[int] | None
    ) -> Iterable[Any]:
        """The rows of a query on `c` and `a` that begins with an id and a kode: of these ids, or
        below these codes.
        """
        if ids is not None and len(ids) < _MANY:
            among = f"{sql} WHERE c.id IN ({{}})"
            found = [
                row
                for chunk in _chunks(ids)
                for row in self.rows(among.format(_marks(chunk)), chunk)
            ]
            return sorted({row[0]: row for row in found}.values(), key=_KODE)
        if ids is not None:
            chosen = set(ids)
            return (
                row for row in self.connection.execute(f"{sql} ORDER BY a.kode") if row[0] in chosen
            )
        if prefixes is None:
            return self.connection.execute(f"{sql} ORDER BY a.kode")
        found = []
        for prefix in dict.fromkeys(prefixes):
            where, parameters = _below("a.kode", prefix)
            found += self.rows(sql + where, parameters)
        return sorted({row[0]: row for row in found}.values(), key=_KODE)

    def snapshot(
        self,
        prefixes: Sequence[str] | None = None,
        known_at: date | None = None,
        with_personal: bool = False,
    ) -> Snapshot:
        """All that a report on these codes needs; with `known_at`, as the register knew it at the
        end of that day.
        """
        scope = list(dict.fromkeys(prefixes)) if prefixes is not None else [None]
        areas = sorted(
            {area for prefix in scope for area in self.areas(prefix)}, key=lambda area: area.kode
        )
        void = log.void_runs(self, known_at)
        if known_at is None:
            cooperatives = self.cooperatives(prefixes, with_personal=with_personal)
        else:
            cooperatives = self._cooperatives_known(areas, known_at, void, with_personal)
        others = records.others(self, known_at, void)
        kota = {area.kota_code for area in areas}
        return Snapshot(
            tuple(areas), tuple(cooperatives), **others.within(kota, {c.id for c in cooperatives})
        )

    def _cooperatives_known(
        self, areas: Sequence[Area], known_at: date, void: frozenset[int], with_personal: bool
    ) -> list[Cooperative]:
        by_id = {area.id: area for area in areas}
        said = log.field_events(
            self, None if len(by_id) >= _MANY else list(by_id), void, log.end_of(known_at)
        )
        found = []
        for owner, entries in said.items():
            if owner in by_id:
                state = projection.project(entries)
                if state.registered:
                    values = {
                        name: value
                        for name, value in state.values.items()
                        if with_personal or name not in vocabulary.PERSONAL
                    }
                    found.append(
                        Cooperative(
                            owner,
                            by_id[owner],
                            values,
                            state.pers,
                            state.states,
                            state.obstacles,
                            state.plans,
                        )
                    )
        return sorted(found, key=lambda cooperative: cooperative.area.kode)

    def cooperative(self, area: Area, with_personal: bool = False) -> Cooperative | None:
        """The cooperative of an area, None where none is registered."""
        found = self.cooperatives(ids=[area.id], with_personal=with_personal)
        return found[0] if found else None

    def runs(self, **wanted: Any) -> list[Run]:
        """The history, newest first; see `runs.Wanted` for what can be asked."""
        return log.history(self, log.Wanted(**wanted))


class _Numbers(Mapping[tuple[str, str, str], Area]):
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def __getitem__(self, key: tuple[str, str, str]) -> Area:
        milestone, bank, number = key
        found = self._reader.rows(
            "SELECT a.id, a.kode, a.kelurahan, a.kecamatan, a.kota, a.provinsi FROM identifiers i"
            " JOIN areas a ON a.id = i.cooperative_id WHERE i.milestone = ? AND i.nomor = ? "
            "AND i.bank = ?",
            (milestone, number, bank),
        )
        if not found:
            raise KeyError(key)
        return Area(*found[0])

    def __iter__(self) -> Iterator[tuple[str, str, str]]:
        return iter(self._reader.rows("SELECT milestone, bank, nomor FROM identifiers"))

    def __len__(self) -> int:
        return int(self._reader.rows("SELECT count(*) FROM identifiers")[0][0])


def _counted(
    found: Mapping[tuple[str, bool], Sequence[str]], yearly: set[str]
) -> dict[str, dict[tuple[str, str], int]]:
    """Kota → (milestone, state) → count; many texts counted as one count fastest."""
    counts: dict[str, dict[tuple[str, str], int]] = defaultdict(lambda: defaultdict(int))
    for (kota, late), texts in found.items():
        for held, count in Counter(",".join(texts).split(",")).items():
            name, _, state = held.partition(" ")
            if state and not (late and name in yearly and state != SUDAH):
                counts[kota][name, state] += count
    return counts


def _below(column: str, prefix: str | None) -> tuple[str, tuple[str, ...]]:
    """A WHERE for all codes below `prefix` that an index can serve (`/` follows `.` in ASCII)."""
    if not prefix:
        return "", ()
    if len(prefix) >= 13:
        return f" WHERE {column} = ?", (prefix,)
    return f" WHERE {column} >= ? AND {column} < ?", (f"{prefix}.", f"{prefix}/")


def _chunks(ids: Sequence[int], size: int = 500) -> Iterator[Sequence[int]]:
    for start in range(0, len(ids), size):
        yield ids[start : start + size]


def _marks(chunk: Sequence[int]) -> str:
    return ",".join("?" * len(chunk))
