"""Which cooperative holds which number after a whole call; the same one on two of them is refused.

Judged on the state that the call leaves behind, so that one import can swap two numbers. Never enters: a database.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from kkmp_cli import fields
from kkmp_cli.areas import Area
from kkmp_cli.changes import Registered
from kkmp_cli.cooperatives import Cooperative
from kkmp_cli.errors import Problem
from kkmp_cli.milestones import MILESTONES
from kkmp_cli.planning import Intent, RowResult, Source

Key = tuple[str, str, str]
"""State field, bank or empty, number."""
Numbers = Mapping[Key, Area]
"""Where the cooperative is that holds it."""


def doubled(
    rows: Sequence[RowResult], held: Mapping[int, Cooperative], numbers: Numbers, faulty: Sequence[Intent] = ()
) -> tuple[dict[int, Problem], list[Problem]]:
    """Rows whose number would stand on two cooperatives after the whole call, each naming the other holder.

    `faulty` are rows refused for other cells: what their numbers clash with is told as well, and they hold none.
    """
    touched = {i: _numbers_after(row, held.get(row.area.id)) for i, row in enumerate(rows) if _states_number(row)}
    if not touched and not faulty:
        return {}, []
    free = {rows[i].area.id for i in touched}
    numbers = numbers or {}
    holder: dict[Key, Area] = {}
    found: dict[int, Problem] = {}
    for i, keys in touched.items():
        for key in keys:
            other = holder.setdefault(key, rows[i].area)
            if other is rows[i].area and (known := numbers.get(key)) and known.id not in free:
                other = holder[key] = known
            if other.id != rows[i].area.id:
                found[i] = _told(rows[i].source, key, other)
    more = []
    for intent in faulty:
        for number, bank, state in _NUMBERS:
            key = (state, intent.values.get(bank) or "", intent.values.get(number) or "")
            known = numbers.get(key) if key[2] else None
            other = holder.get(key, intent.area) if known is None or known.id in free else known
            if other.id != intent.area.id:
                more.append(_told(intent.source, key, other))
    return found, more


_NUMBERS = tuple((f"{each.code}_nomor", f"{each.code}_bank", each.code) for each in MILESTONES if each.number)
_PARTS = frozenset(name for number, bank, _ in _NUMBERS for name in (number, bank))


def _states_number(row: RowResult) -> bool:
    if isinstance(row.changes, Registered):
        return bool(_places(row.changes.fields))
    return any(change.field in _PARTS for change in row.changes)


def _numbers_after(row: RowResult, held: Cooperative | None) -> list[Key]:
    if isinstance(row.changes, Registered):
        texts = row.changes.texts
        return [(state, texts[bank] if bank else "", texts[number]) for state, bank, number
                in _places(row.changes.fields)]  # fmt: skip
    values: dict[str, str | None] = dict(held.values) if held else {}
    values.update((change.field, change.new) for change in row.changes)
    return [(state, values.get(bank) or "", nomor) for number, bank, state in _NUMBERS if (nomor := values.get(number))]


@lru_cache(maxsize=16_384)
def _places(names: tuple[str, ...]) -> tuple[tuple[str, int, int], ...]:
    """State, place of the bank (0: none) and of the number, among the fields of what registers a cooperative."""
    at = {name: place for place, name in enumerate(names)}
    return tuple((state, at.get(bank, 0), at[number]) for number, bank, state in _NUMBERS if number in at)


def _told(source: Source | None, key: Key, other: Area) -> Problem:
    name = f"{key[0]}_nomor"
    source = source or Source()
    heading, cell = source.cells.get(name, (fields.label_of(name), ""))
    return Problem(
        source.row,
        heading,
        cell,
        " ".join(filter(None, (key[1], key[2]))),
        f"nomor ini sudah dipegang {other.kelurahan} ({other.kode})",
        "Periksa nomor kedua koperasi itu.",
        source.name,
    )
