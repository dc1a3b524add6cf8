"""The counts of every kota at once, from the tables: no value is made for a cooperative.

Says what `reports` counts of a snapshot; a test holds the two together. Never enters: a name, a
list of cooperatives.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from kkmp_cli import settings
from kkmp_cli.milestones import MILESTONES, SUDAH, UNKNOWN, field_code
from kkmp_cli.model.projection import STATUS
from kkmp_cli.model.timeline import ACTIVE
from kkmp_cli.register.queries import Queries
from kkmp_cli.reports.report import KotaCounts

_State = tuple[str, str]
"""A milestone and its state."""
_Group = tuple[str, bool]
"""A kota, and whether its cooperatives were founded after the book year: they owe no RAT of it."""


def kota_counts(register: Queries, day: str, book_year: int) -> list[KotaCounts]:
    """What a line per kota needs: of every kota that has a cooperative, on an ISO day."""
    groups, inactive = _groups(register, day, book_year)
    yearly = {field_code(milestone, book_year) for milestone in MILESTONES if milestone.yearly}
    states = _states(register, groups, day)
    tallies = _Tallies(Counter(groups.values()), inactive, states, yearly)
    lines = (tallies.of(code, *place) for code, place in _places(register, day).items())
    return [line for line in lines if line.kkmp or line.tidak_aktif]


class _Tallies(NamedTuple):
    """The cooperatives of each group, those out of every count by kota, the states of each group,
    and the milestones of the book year.
    """

    size: Counter[_Group]
    inactive: Counter[str]
    states: Mapping[_Group, Counter[_State]]
    yearly: set[str]

    def of(self, code: str, name: str, areas: int) -> KotaCounts:
        """The line of a kota that has so many areas."""
        late, size = self.states[code, True], self.size[code, True]
        return KotaCounts(
            code,
            name,
            areas,
            kkmp=self.size[code, False] + size,
            tidak_aktif=self.inactive[code],
            states=self.states[code, False] + _counted(late, self.yearly),
            not_owed=Counter({one: size - late[one, SUDAH] for one in self.yearly}),
        )


def _places(register: Queries, day: str) -> dict[str, tuple[str, int]]:
    """Every kota in order: its name, and how many areas it has on the day."""
    sql = (
        "SELECT substr(kode, 1, 5) AS k, min(kota),"
        " sum(CASE WHEN sejak IS NULL OR sejak <= ? THEN 1 ELSE 0 END)"
        " FROM areas GROUP BY k ORDER BY k"
    )
    return {code: (name, areas) for code, name, areas in register.rows(sql, (day,))}


def _counted(late: Counter[_State], yearly: set[str]) -> Counter[_State]:
    """What counts of those who owe no RAT of the book year: of that one only what is done."""
    counted = {one: n for one, n in late.items() if one[0] not in yearly or one[1] == SUDAH}
    return Counter(counted)


def _groups(register: Queries, day: str, book_year: int) -> tuple[dict[int, _Group], Counter[str]]:
    """The group of every cooperative that counts on the day, and how many do not in each kota."""
    groups: dict[int, _Group] = {}
    inactive: Counter[str] = Counter()
    one = dict[_Group, _Group]().setdefault
    sql = (
        "SELECT c.id, substr(a.kode, 1, 5), c.status, c.berdiri"
        " FROM cooperatives c JOIN areas a ON a.id = c.id WHERE a.sejak IS NULL OR a.sejak <= ?"
    )
    between = _gone_between(register, day)
    for key, kota, status, founded in register.connection.execute(sql, (day,)):
        if _is_gone(status, day) or key in between:
            inactive[kota] += 1
        else:
            group = kota, bool(founded and founded > book_year)
            groups[key] = one(group, group)
    return groups, inactive


def _is_gone(status: str | None, day: str) -> bool:
    """True for `bubar 2026-01-01` from that day on."""
    _, _, since = (status or "").partition(" ")
    return bool(since and since <= day)


def _gone_between(register: Queries, day: str) -> set[int]:
    """Those that were out of every count on a day before today, whatever they are now."""
    if day >= settings.today().isoformat():
        return set()
    sql = (
        "SELECT cooperative_id FROM field_values WHERE bidang = ? AND nilai <> ?"
        " AND dari <= ? AND sampai > ?"
    )
    return {key for (key,) in register.rows(sql, (STATUS, ACTIVE, day, day))}


def _states(
    register: Queries, groups: Mapping[int, _Group], day: str
) -> dict[_Group, Counter[_State]]:
    """How often each milestone has each known state, by group.

    The states of a cooperative come as one text: many texts counted as one count fastest.
    """
    sql = (
        f"SELECT cooperative_id, {register.joined}(milestone || ' ' || keadaan, ',')"
        " FROM milestones WHERE dari <= ? AND (sampai IS NULL OR sampai > ?) AND keadaan <> ?"
        " GROUP BY cooperative_id"
    )
    rows = register.connection.execute(sql, (day, day, UNKNOWN))
    found: dict[_Group, Counter[_State]] = defaultdict(Counter)
    for (group, text), count in Counter(
        (groups[key], text) for key, text in rows if key in groups
    ).items():
        for known in text.split(","):
            name, _, state = known.partition(" ")
            found[group][name, state] += count
    return found
