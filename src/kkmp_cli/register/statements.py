"""What a register says of cooperatives, statement by statement: of which day, by whom, when, and
out of which other register.

Reads the log alone, what is in force of it. Never enters: a personal value.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kkmp_cli.model.statement import HELD, ForeignRun, Statement, origin_of
from kkmp_cli.register import log, privacy
from kkmp_cli.register.queries import Queries


class _Said(NamedTuple):
    """A run as the origin of what it says, and those that its files stand for."""

    by: ForeignRun
    taken: tuple[ForeignRun | None, ...]

    def origin(self, file: int) -> ForeignRun | None:
        """Where a statement from a file of the run was taken; None for one of its own."""
        return self.taken[file] if file < len(self.taken) else None


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
        by, taken = said[one.run].by, said[one.run].origin(one.file)
        listed[one.key].append(
            Statement(one.field, one.new, one.per, taken or by, number, taken is not None)
        )
    return listed


def _entries(register: Queries, ids: Iterable[int]) -> Iterable[log.Entry]:
    void = log.void_runs(register)
    for entry in log.of_cooperatives(register, ids):
        if entry.run not in void and not privacy.is_personal(entry.field):
            yield entry


def _runs(register: Queries, runs: Iterable[int], place: str) -> Mapping[int, _Said]:
    sql = "SELECT id, waktu, petugas, berkas FROM runs WHERE id IN {}"
    return {
        number: _Said(ForeignRun(place, number, when, officer), _taken(number, when, files))
        for number, when, officer, files in register.among(sql, sorted(runs))
    }


def _taken(number: int, when: str, files: str) -> tuple[ForeignRun | None, ...]:
    return tuple(map(origin_of, log.time_and_files(number, when, files)[1]))


def taken_back(register: Queries) -> frozenset[str]:
    """When each run that is not in force was recorded."""
    void = sorted(log.void_runs(register))
    sql = "SELECT waktu FROM runs WHERE id IN {}"
    return frozenset(when for (when,) in register.among(sql, void))
