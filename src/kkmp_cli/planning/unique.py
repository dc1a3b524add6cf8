"""Which cooperative holds which number after a whole call; the same one on two of them is refused.

Judged on the state that the call leaves behind, so that one import can swap two numbers. Never
enters: a database.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import compress, repeat

from kkmp_cli.errors import Problem
from kkmp_cli.milestones import MILESTONES
from kkmp_cli.model import vocabulary
from kkmp_cli.model.area import Area
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.event import BulkEvents, BulkRow
from kkmp_cli.planning.intent import Intent, RowResult, Source

Key = tuple[str, str, str]
"""State field, bank or empty, number."""
Numbers = Mapping[Key, Area]
"""Where the cooperative is that holds it."""


def duplicates(
    rows: Sequence[RowResult],
    held: Mapping[int, Cooperative],
    numbers: Numbers,
    faulty: Sequence[Intent] = (),
) -> tuple[dict[int, Problem], list[Problem]]:
    """Rows whose number would stand on two cooperatives after the whole call, each naming the other
    holder.

    `faulty` are rows refused for other cells: what their numbers clash with is told as well, and
    they hold none.
    """
    touched = _touched(rows, held, numbers, faulty)
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


def _touched(
    rows: Sequence[RowResult],
    held: Mapping[int, Cooperative],
    numbers: Numbers,
    faulty: Sequence[Intent],
) -> dict[int, list[Key]]:
    """Place of a row that states a number → all numbers of its cooperative; nothing where none can
    be held twice.
    """
    new = [row.events for row in rows if isinstance(row.events, BulkRow)]
    alone = len(new) < len(rows) and any(
        not isinstance(row.events, BulkRow) and _states_number(row) for row in rows
    )
    if (
        not alone
        and not faulty
        and _apart({id(one.many): one.many for one in new}.values(), numbers)
    ):
        return {}
    return {
        i: _numbers_after(row, held.get(row.area.id))
        for i, row in enumerate(rows)
        if _states_number(row)
    }


def _apart(many: Iterable[BulkEvents], numbers: Numbers) -> bool:
    """True where no number of these new cooperatives stands twice among them or in the register."""
    stated: dict[str, set[tuple[str, str]]] = {}
    count = 0
    for one in many:
        for number, bank, state in _NUMBERS:
            if texts := one.column(number):
                banks = one.column(bank) or repeat("")
                stated.setdefault(state, set()).update(
                    compress(zip(banks, texts, strict=False), texts)
                )
                count += len(texts) - texts.count("")
    if sum(map(len, stated.values())) < count:
        return False
    if count < _MANY:
        return not any((state, *one) in numbers for state, found in stated.items() for one in found)
    return not any((bank, number) in stated.get(state, ()) for state, bank, number in numbers)


_MANY = 5_000
"""From so many numbers on, those of the register are gone through rather than asked for one by
one.
"""
_NUMBERS = tuple(
    (f"{each.code}_nomor", f"{each.code}_bank", each.code) for each in MILESTONES if each.number
)
_PARTS = frozenset(name for number, bank, _ in _NUMBERS for name in (number, bank))


def _states_number(row: RowResult) -> bool:
    if isinstance(row.events, BulkRow):
        return not _PARTS.isdisjoint(row.events.values)
    return any(event.field in _PARTS for event in row.events)


def _numbers_after(row: RowResult, held: Cooperative | None) -> list[Key]:
    values: dict[str, str | None] = dict(held.values) if held else {}
    values.update((event.field, event.new) for event in row.events)
    return [
        (state, values.get(bank) or "", nomor)
        for number, bank, state in _NUMBERS
        if (nomor := values.get(number))
    ]


def _told(source: Source | None, key: Key, other: Area) -> Problem:
    name = f"{key[0]}_nomor"
    source = source or Source()
    heading, cell = source.cells.get(name, (vocabulary.label_of(name), ""))
    return Problem(
        source.row,
        heading,
        cell,
        " ".join(filter(None, (key[1], key[2]))),
        f"nomor ini sudah dipegang {other.kelurahan} ({other.kode})",
        "Periksa nomor kedua koperasi itu.",
        source.name,
    )
