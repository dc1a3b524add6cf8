"""Whether what somebody has written since a plan was made is nothing to that plan.

A plan stands as long as no later run speaks of its cooperatives, of a number (one cooperative alone
can have it), or of what names and cells mean. Never enters: a plan.
"""

from __future__ import annotations

from collections.abc import Collection

from kkmp_cli.model.field import NUMBER_PARTS
from kkmp_cli.model.run import CELL, COOPERATIVE, Head
from kkmp_cli.register import heads, log
from kkmp_cli.register.queries import Queries

_BESIDE = frozenset(
    (CELL, "pelatihan", "hadir", "target", "angka", "tindak_lanjut", "berkas", "jawaban")
)
"""The kinds of record of which no plan of cooperatives asks anything."""


def leave_alone(register: Queries, head: Head | None, ids: Collection[int]) -> bool:
    """True where all runs after this head leave alone what was planned about these cooperatives."""
    if heads.head(register) == head:
        return True
    return head is not None and _follow(register, head) and not _touched(register, head.run, ids)


def _follow(register: Queries, head: Head) -> bool:
    """True where the history goes on from there, and no later run takes another back."""
    sql = "SELECT id FROM runs WHERE id = ? AND intisari = ? AND NOT EXISTS"
    undo = "(SELECT 1 FROM runs later WHERE later.id > ? AND later.membatalkan IS NOT NULL)"
    return bool(register.rows(f"{sql} {undo}", (head.run, head.digest, head.run)))


def _touched(register: Queries, run: int, ids: Collection[int]) -> bool:
    return any(_concerns(one, ids) for one in log.entries(register, "e.run > ?", (run,)))


def _concerns(entry: log.Entry, ids: Collection[int]) -> bool:
    if entry.entity != COOPERATIVE:
        return entry.entity not in _BESIDE
    return entry.key in ids or entry.field in NUMBER_PARTS
