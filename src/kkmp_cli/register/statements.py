"""What a register says of cooperatives, statement by statement: of which day, by whom, when, and
out of which other register.

Reads the log alone, what is in force of it. Never enters: a personal value.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kkmp_cli.model.statement import HELD, ForeignRun, Statement, origin_of
from kkmp_cli.parsing.text import printable
from kkmp_cli.register import log, privacy
from kkmp_cli.register.batches import marks
from kkmp_cli.register.queries import Queries


class _Said(NamedTuple):
    """A run as the origin of what it says, and those that its files stand for."""

    by: ForeignRun
    taken: tuple[ForeignRun | None, ...]

    def source(self, file: int) -> ForeignRun | None:
        """Where a statement from a file of the run was taken; None for one of its own."""
        return self.taken[file] if file < len(self.taken) else None

    def origin(self, file: int) -> ForeignRun:
        """Who said what stands in a file of the run."""
        return self.source(file) or self.by


def statements(
    register: Queries, ids: Iterable[int], place: str, number: int = HELD
) -> dict[int, list[Statement]]:
    """Every statement in force about these cooperatives, by id, in the order of recording; `place`
    is what messages call the register, `number` which one it is.
    """
    entries = [*_entries(register, [*ids])]
    said = _runs(register, {entry.run for entry in entries}, place)
    listed: dict[int, list[Statement]] = defaultdict(list)
    for one in entries:
        by = said[one.run]
        taken = by.source(one.file) is not None
        statement = Statement(one.field, one.new, one.per, by.origin(one.file), number, taken)
        listed[one.key].append(statement)
    return listed


def authors(
    register: Queries, kinds: Sequence[str], place: str
) -> dict[tuple[str, int], ForeignRun]:
    """By kind and id, who said the last word in force of each record."""
    void = log.void_runs(register)
    sql = f"SELECT entitas, subjek, run, berkas FROM events WHERE entitas IN {marks(len(kinds))}"
    rows = [row for row in register.rows(f"{sql} ORDER BY id", kinds) if row[2] not in void]
    said = _runs(register, {run for _, _, run, _ in rows}, place)
    return {(kind, key): said[run].origin(file) for kind, key, run, file in rows}


def _entries(register: Queries, ids: Iterable[int]) -> Iterable[log.Entry]:
    void = log.void_runs(register)
    for entry in log.of_cooperatives(register, ids):
        if entry.run not in void and not privacy.is_personal(entry.field):
            yield entry


def _runs(register: Queries, runs: Iterable[int], place: str) -> Mapping[int, _Said]:
    sql = "SELECT id, waktu, petugas, berkas FROM runs WHERE id IN {}"
    return {row[0]: _said(place, *row) for row in register.among(sql, sorted(runs))}


def _said(place: str, number: int, when: str, officer: str, files: str) -> _Said:
    time, names = log.time_and_files(number, when, files)
    by = ForeignRun(place, number, log.stamp(time), printable(str(officer))[:_LETTERS])
    return _Said(by, tuple(map(origin_of, names)))


_LETTERS = 200
"""Of the name of an officer."""


def taken_back(register: Queries) -> frozenset[str]:
    """When each run that is not in force was recorded."""
    void = sorted(log.void_runs(register))
    sql = "SELECT waktu FROM runs WHERE id IN {}"
    return frozenset(when for (when,) in register.among(sql, void))
