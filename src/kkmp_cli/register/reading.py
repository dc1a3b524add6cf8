"""Questions to the register, in plain SQL, by the standard library alone (the views serve other tools).

Starts fast: neither SQLModel nor SQLAlchemy is loaded for a report. Hands out frozen values. Never writes.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kkmp_cli import fields, rebuilding
from kkmp_cli.areas import Area
from kkmp_cli.cooperatives import Cooperative, Snapshot
from kkmp_cli.milestones import BERHENTI, MILESTONES, SUDAH, UNKNOWN, field_code
from kkmp_cli.register import records, runs
from kkmp_cli.register.location import SCHEMA, connect, look, path_of, unusable
from kkmp_cli.reports.values import KotaCounts
from kkmp_cli.runs import Run
from kkmp_cli.statements import Span

_PROFILE = ("nama", "status", "percontohan", "nik_koperasi", "anggota", "unit_usaha", "mitra", "catatan")
_PERSONAL = tuple(field.name for field in fields.PROFILE_FIELDS if field.personal)
_MANY = 5_000
"""From this many cooperatives on, the whole tables are read rather than a list of ids."""


@contextmanager
def reading(location: str) -> Iterator[Reader]:
    """The register for reading, all answers from one moment. Raises Unusable where it cannot be opened."""
    path = path_of(location)
    if look(path) < SCHEMA:
        from kkmp_cli.register import database  # noqa: PLC0415 - only an old register needs the migrations

        database.migrate(path)
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
        return [Area(*row) for row in self.rows(f"SELECT {columns} FROM areas{where} ORDER BY kode", parameters)]

    def aliases(self) -> list[tuple[str, str]]:
        """(kode, spelling) of kelurahan and of kota."""
        return [(kode, alias) for kode, alias in self.rows("SELECT kode, alias FROM aliases ORDER BY kode, alias")]

    def kota_names(self) -> list[tuple[str, str]]:
        """(code, name) of every kota in the area list."""
        return self.rows("SELECT substr(kode, 1, 5) AS k, min(kota) FROM areas GROUP BY k ORDER BY k")

    def registered_kota(self) -> list[tuple[str, str]]:
        """(code, name) of every kota that has a cooperative."""
        return self.rows("SELECT substr(kode, 1, 5) AS k, min(kota) FROM v_koperasi GROUP BY k ORDER BY k")

    def numbers(self) -> dict[tuple[str, str, str], Area]:
        """(milestone, bank, number) → where the cooperative is that holds it."""
        found = self.rows(
            "SELECT i.milestone, i.bank, i.nomor, a.id, a.kode, a.kelurahan, a.kecamatan, a.kota, a.provinsi"
            " FROM identifiers i JOIN areas a ON a.id = i.cooperative_id WHERE i.nomor IS NOT NULL"
        )
        return {(row[0], row[1], row[2]): Area(*row[3:]) for row in found}

    def kota_counts(self, day: str, book_year: int) -> list[KotaCounts]:
        """What a line per kota needs, counted in SQL: of every kota that has a cooperative, on an ISO day."""
        places = {code: (name, areas) for code, name, areas in self.rows(
            "SELECT substr(kode, 1, 5) AS k, min(kota), count(*) FROM areas GROUP BY k")}  # fmt: skip
        gone = "c.status IS NOT NULL AND c.status <> 'aktif' AND substr(c.status, -10) <= :day"
        held = self.rows(
            f"SELECT substr(a.kode, 1, 5) AS k, count(*), sum(CASE WHEN {gone} THEN 1 ELSE 0 END)"
            " FROM cooperatives c JOIN areas a ON a.id = c.id GROUP BY k",
            {"day": day},
        )
        not_owed: dict[str, dict[str, int]] = defaultdict(dict)
        yearly = {field_code(milestone, book_year) for milestone in MILESTONES if milestone.yearly}
        states = self._state_counts(gone, day, book_year, yearly)
        for name in yearly:
            for code, count in self._not_owed(gone, day, book_year, name):
                not_owed[code][name] = count
        return [
            KotaCounts(code, *places[code], count - inactive, inactive, states[code], not_owed[code])
            for code, count, inactive in held
        ]

    def _state_counts(
        self, gone: str, day: str, book_year: int, yearly: set[str]
    ) -> dict[str, dict[tuple[str, str], int]]:
        """Kota → (milestone, state) → count. Each cooperative's states come as one text, which counts fastest."""
        found: dict[tuple[str, int], list[str]] = defaultdict(list)
        for kota, late, text in self.connection.execute(
            "SELECT substr(a.kode, 1, 5), coalesce(c.berdiri > :year, 0), s.held FROM"
            " (SELECT cooperative_id, group_concat(milestone || ' ' || nilai) AS held FROM milestones"
            " WHERE aspek = 'keadaan' AND dari <= :day AND (sampai IS NULL OR sampai > :day)"
            " AND nilai <> 'tidak_diketahui' GROUP BY cooperative_id) s"
            f" JOIN cooperatives c ON c.id = s.cooperative_id JOIN areas a ON a.id = c.id WHERE NOT ({gone})",
            {"day": day, "year": book_year},
        ):
            found[kota, late].append(text)
        states: dict[str, dict[tuple[str, str], int]] = defaultdict(lambda: defaultdict(int))
        for (kota, late), texts in found.items():
            for held, count in Counter(",".join(texts).split(",")).items():
                name, _, state = held.partition(" ")
                if not (late and name in yearly and state != SUDAH):
                    states[kota][name, state] += count
        return states

    def _not_owed(self, gone: str, day: str, book_year: int, name: str) -> list[Any]:
        return self.rows(
            "SELECT substr(a.kode, 1, 5), count(*) FROM cooperatives c JOIN areas a ON a.id = c.id"
            f" WHERE c.berdiri > :year AND NOT ({gone}) AND NOT EXISTS (SELECT 1 FROM milestones m"
            " WHERE m.cooperative_id = c.id AND m.milestone = :name AND m.aspek = 'keadaan' AND m.nilai = 'sudah'"
            " AND m.dari <= :day AND (m.sampai IS NULL OR m.sampai > :day)) GROUP BY 1",
            {"day": day, "year": book_year, "name": name},
        )

    def cooperatives(
        self, prefixes: Sequence[str] | None = None, ids: Sequence[int] | None = None, with_personal: bool = False
    ) -> list[Cooperative]:
        """The registered cooperatives below codes (or of these ids), with all that is known today; ordered by kode."""
        profiles = self._profiles(prefixes, ids, with_personal)
        wanted = [area.id for area, _, _ in profiles]
        spans = self._spans(wanted)
        numbers = self._identifiers(wanted)
        found = []
        for area, values, pers in profiles:
            states, obstacles, plans = spans.get(area.id, ({}, {}, {}))
            values.update(numbers.get(area.id, {}))
            values.update(rebuilding.present(states, obstacles, plans))
            found.append(Cooperative(area.id, area, values, pers, states, obstacles, plans))
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
        """The cooperatives of these ids by id, with their newest values but without their timelines."""
        open_states = self._open_values(ids)
        numbers = self._identifiers(ids)
        found = {}
        for area, values, pers in self._profiles(None, ids, with_personal=True):
            values.update(numbers.get(area.id, ()))
            values.update(open_states.get(area.id, ()))
            found[area.id] = Cooperative(area.id, area, values, pers)
        return found

    def _open_values(self, ids: Sequence[int]) -> dict[int, dict[str, str]]:
        gathered: dict[int, dict[str, str]] = defaultdict(dict)
        sql = "SELECT cooperative_id, milestone, aspek, nilai, tanggal FROM milestones WHERE sampai IS NULL"
        stopped = False
        for owner, code, aspek, value, day in self._for(ids, sql, "", "AND"):
            if aspek != "keadaan":
                gathered[owner][f"{code}_{aspek}"] = value
            elif value != UNKNOWN:
                gathered[owner][code] = rebuilding.state_text(Span("", None, value, day))
                stopped = stopped or value == BERHENTI
        if stopped:
            starts = (
                "SELECT cooperative_id, milestone, tanggal FROM milestones m WHERE aspek = 'keadaan'"
                " AND nilai = 'sudah' AND tanggal IS NOT NULL AND EXISTS (SELECT 1 FROM milestones b"
                " WHERE b.cooperative_id = m.cooperative_id AND b.milestone = m.milestone AND b.aspek = 'keadaan'"
                " AND b.dari = m.sampai AND b.nilai = 'berhenti' AND b.sampai IS NULL)"
            )
            for owner, code, day in self._for(ids, starts, "", "AND"):
                gathered[owner][f"{code}_mulai"] = day
        return gathered

    def _profiles(
        self, prefixes: Sequence[str] | None, ids: Sequence[int] | None, with_personal: bool
    ) -> list[tuple[Area, dict[str, str], Mapping[str, str]]]:
        names = _PROFILE + (_PERSONAL if with_personal else ())
        columns = ", ".join(f"c.{name}" for name in names)
        sql = (f"SELECT a.id, a.kode, a.kelurahan, a.kecamatan, a.kota, a.provinsi, c.per, {columns}"
               " FROM cooperatives c JOIN areas a ON a.id = c.id")  # fmt: skip
        found: list[Any] = []
        if ids is not None and len(ids) < _MANY:
            for chunk in _chunks(ids):
                found += self.rows(f"{sql} WHERE c.id IN ({_marks(chunk)})", chunk)
        elif ids is not None:
            chosen = set(ids)
            found = [row for row in self.rows(sql) if row[0] in chosen]
        else:
            for prefix in dict.fromkeys(prefixes if prefixes is not None else [None]):
                where, parameters = _below("a.kode", prefix)
                found += self.rows(sql + where, parameters)
        found = sorted({row[0]: row for row in found}.values(), key=lambda row: row[1])
        return [
            (
                Area(*row[:6]),
                {name: str(value) for name, value in zip(names, row[7:], strict=True) if value is not None},
                _pers(row[6]),
            )
            for row in found
        ]

    def _spans(self, ids: Sequence[int]) -> dict[int, tuple[dict[str, tuple[Span, ...]], ...]]:
        sql = "SELECT cooperative_id, milestone, aspek, dari, sampai, nilai, tanggal FROM milestones"
        order = " ORDER BY cooperative_id, milestone, aspek, dari"
        place = {"keadaan": 0, "kendala": 1, "rencana": 2}
        gathered: dict[int, tuple[dict[str, tuple[Span, ...]], ...]] = defaultdict(lambda: ({}, {}, {}))
        for owner, code, aspek, since, until, value, day in self._for(ids, sql, order):
            held = gathered[owner][place[aspek]]
            held[code] = (*held.get(code, ()), Span(since, until, value, day))
        return gathered

    def _identifiers(self, ids: Sequence[int]) -> dict[int, dict[str, str]]:
        gathered: dict[int, dict[str, str]] = defaultdict(dict)
        sql = "SELECT cooperative_id, milestone, nomor, bank FROM identifiers"
        for owner, code, number, bank in self._for(ids, sql, ""):
            if number:
                gathered[owner][f"{code}_nomor"] = number
            if bank:
                gathered[owner][f"{code}_bank"] = bank
        return gathered

    def _for(self, ids: Sequence[int], sql: str, order: str, joint: str = "WHERE") -> Iterable[Any]:
        if len(ids) >= _MANY:
            return self.connection.execute(sql + order)
        found: list[Any] = []
        for chunk in _chunks(ids):
            found += self.rows(f"{sql} {joint} cooperative_id IN ({_marks(chunk)}){order}", chunk)
        return found

    def snapshot(
        self, prefixes: Sequence[str] | None = None, known_at: date | None = None, with_personal: bool = False
    ) -> Snapshot:
        """All that a report on these codes needs; with `known_at`, as the register knew it at the end of that day."""
        scope = list(dict.fromkeys(prefixes)) if prefixes is not None else [None]
        areas = sorted({area for prefix in scope for area in self.areas(prefix)}, key=lambda area: area.kode)
        void = runs.void_runs(self, known_at)
        if known_at is None:
            cooperatives = self.cooperatives(prefixes, with_personal=with_personal)
        else:
            cooperatives = self._cooperatives_known(areas, known_at, void, with_personal)
        others = records.others(self, known_at, void)
        kota = {area.kota_code for area in areas}
        return Snapshot(tuple(areas), tuple(cooperatives), **others.within(kota, {c.id for c in cooperatives}))

    def _cooperatives_known(
        self, areas: Sequence[Area], known_at: date, void: frozenset[int], with_personal: bool
    ) -> list[Cooperative]:
        by_id = {area.id: area for area in areas}
        said = runs.said(self, None if len(by_id) >= _MANY else list(by_id), void, runs.end_of(known_at))
        found = []
        for owner, entries in said.items():
            if owner in by_id:
                state = rebuilding.rebuild(entries)
                if state.registered:
                    values = {name: value for name, value in state.values.items()
                              if with_personal or name not in _PERSONAL}  # fmt: skip
                    found.append(Cooperative(owner, by_id[owner], values, state.pers, state.states,
                                             state.obstacles, state.plans))  # fmt: skip
        return sorted(found, key=lambda cooperative: cooperative.area.kode)

    def cooperative(self, area: Area, with_personal: bool = False) -> Cooperative | None:
        """The cooperative of an area, None where none is registered."""
        found = self.cooperatives(ids=[area.id], with_personal=with_personal)
        return found[0] if found else None

    def runs(self, **wanted: Any) -> list[Run]:
        """The history, newest first; see `runs.Wanted` for what can be asked."""
        return runs.history(self, runs.Wanted(**wanted))


@lru_cache(maxsize=4_096)
def _pers(text: str) -> Mapping[str, str]:
    """The newest day of each field; one object for all cooperatives that have the same."""
    return MappingProxyType(json.loads(text))


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
