"""The counts of every kota at once, from the tables: no value is made for a cooperative.

Says what `reports` counts of a snapshot; a test holds the two together. Never enters: a name, a
list of cooperatives.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from kkmp_cli import settings
from kkmp_cli.milestones import MILESTONES, STATES, SUDAH, UNKNOWN, field_code
from kkmp_cli.model.projection import STATUS
from kkmp_cli.model.timeline import ACTIVE
from kkmp_cli.register import row_forms
from kkmp_cli.register.location import RESTORE, Damaged
from kkmp_cli.register.queries import Queries
from kkmp_cli.reports.report import KotaCounts

_State = tuple[str, str]
"""A milestone and its state."""

_KNOWN = [state for state in STATES if state != UNKNOWN]
"""Each a digit, from 1 on; nothing known is 0."""
_BASE = len(_KNOWN) + 1
_NONE_OF_THEM = -(10**15)
"""Less than the digits of all others can make good."""

_AREAS = """SELECT substr(a.kode, 1, 5), a.kota, c.id IS NOT NULL, c.status,
    c.id IN (
        SELECT cooperative_id FROM field_values
        WHERE :day < :today AND bidang = :status AND nilai <> :active
            AND dari <= :day AND sampai > :day
    ),
    coalesce(c.berdiri > :book_year, FALSE),
    (
        SELECT sum(CASE coalesce(m.keadaan, '{unknown}'){digits} ELSE {other} END
            * CASE m.milestone{places} ELSE 0 END)
        FROM milestones m
        WHERE m.cooperative_id = c.id AND m.dari <= :day AND (m.sampai IS NULL OR m.sampai > :day)
    )
    FROM areas a LEFT JOIN cooperatives c ON c.id = a.id
    WHERE a.sejak IS NULL OR a.sejak <= :day"""
"""A row for each area, its states in one number: a digit for each milestone. Few rows differ, and
equal ones are counted as one; both make it fast.
"""


class _Alike(NamedTuple):
    """A row for areas that are alike in all that is counted, and how many there are."""

    kode: str
    kota: str
    registered: bool
    status: str | None
    gone_then: bool
    late: bool
    states: int | None
    number: int

    def is_gone(self, day: str) -> bool:
        """Out of every count: `bubar 2026-01-01` from that day on, or a status it had that day."""
        _, _, since = (self.status or "").partition(" ")
        return self.gone_then or bool(since and since <= day)


class _Milestones(NamedTuple):
    """Those of a book year by their digits, and which a later founded one does not owe."""

    names: tuple[str, ...]
    yearly: frozenset[str]

    def counted(self, areas: _Alike) -> list[_State]:
        """The known states; of what is not owed, only what is done."""
        return [
            (name, state)
            for name, state in _stated(self.names, areas.states or 0)
            if state == SUDAH or not (areas.late and name in self.yearly)
        ]

    def not_owed(self, areas: _Alike) -> list[str]:
        """The milestones that are neither owed nor done."""
        if not areas.late:
            return []
        done = self.counted(areas)
        return [name for name in self.yearly if (name, SUDAH) not in done]


@cache
def _stated(names: Iterable[str], states: int) -> list[_State]:
    """The states that a number stands for."""
    digits = ((name, states // _BASE**at % _BASE) for at, name in enumerate(names))
    return [(name, _KNOWN[digit - 1]) for name, digit in digits if digit]


def kota_counts(register: Queries, day: str, book_year: int) -> list[KotaCounts]:
    """What a line per kota needs: of every kota that has a cooperative, on an ISO day. Raises
    Damaged where a row holds what is never written there.
    """
    milestones, kota = _milestones(book_year), defaultdict[str, list[_Alike]](list)
    for row, number in Counter(_areas(register, day, book_year, milestones.names)).items():
        kota[row[0]].append(_alike(register, row, number))
    lines = (_line(areas, day, milestones) for _, areas in sorted(kota.items()))
    return [line for line in lines if line.kkmp or line.tidak_aktif]


def _alike(register: Queries, row: Any, number: int) -> _Alike:
    if (row[-1] or 0) < 0 or {*map(type, row[:2])} != {str} or bytes in map(type, row):
        raise _damage(register)
    return _Alike._make((*row, number))


def _damage(register: Queries) -> Damaged:
    """Which row it is that cannot be."""
    states = ", ".join(f"'{state}'" for state in STATES)
    sql = f"SELECT cooperative_id, milestone, dari FROM milestones WHERE keadaan NOT IN ({states})"
    for row in register.rows(sql):
        return row_forms.damage("milestones", ", ".join(map(str, row)))
    return Damaged(f"Register {register.engine} rusak.", RESTORE)


def _areas(register: Queries, day: str, book_year: int, names: Sequence[str]) -> Iterator[Any]:
    digits = "".join(f" WHEN '{state}' THEN {at}" for at, state in enumerate((UNKNOWN, *_KNOWN)))
    places = "".join(f" WHEN '{name}' THEN {_BASE**at}" for at, name in enumerate(names))
    values = {
        "day": day,
        "today": settings.today().isoformat(),
        "book_year": book_year,
        "status": STATUS,
        "active": ACTIVE,
    }
    sql = _AREAS.format(digits=digits, places=places, unknown=UNKNOWN, other=_NONE_OF_THEM)
    return register.connection.execute(sql, values)


def _milestones(book_year: int) -> _Milestones:
    codes = {field_code(milestone, book_year): milestone.yearly for milestone in MILESTONES}
    return _Milestones((*codes,), frozenset(name for name, yearly in codes.items() if yearly))


def _line(areas: Sequence[_Alike], day: str, milestones: _Milestones) -> KotaCounts:
    """The line of a kota."""
    registered = [one for one in areas if one.registered]
    active = [one for one in registered if not one.is_gone(day)]
    return KotaCounts(
        kode=areas[0].kode,
        nama=min(one.kota for one in areas),
        kelurahan=_size(areas),
        kkmp=_size(active),
        tidak_aktif=_size(registered) - _size(active),
        states=_numbers(active, milestones.counted),
        not_owed=_numbers(active, milestones.not_owed),
    )


def _size(areas: Iterable[_Alike]) -> int:
    return sum(one.number for one in areas)


def _numbers(areas: Sequence[_Alike], of: Callable[[_Alike], Iterable[Any]]) -> Counter[Any]:
    """How many areas each of these stands in."""
    numbers = Counter[Any]()
    for one in areas:
        for each in of(one):
            numbers[each] += one.number
    return numbers
