"""A personal value on its way into the history: a salted digest there, the value in a table that
can be emptied.

UU 27/2022 (PDP): what was forgotten must not stand in a history that is never altered. Never
enters: any other value.
"""

from __future__ import annotations

import hashlib
import secrets
from typing import TYPE_CHECKING

from kkmp_cli.model.event import Item
from kkmp_cli.model.run import COOPERATIVE
from kkmp_cli.register import log

if TYPE_CHECKING:
    from kkmp_cli.register.writer import Writer


def without_value(register: Writer, key: int, item: Item) -> Item:
    """A statement of a personal field as the history holds it: old and new value as their
    digests.
    """
    name, old, new, *day = item
    known = _last_digest(register, key, name) if old is not None else None
    kept = known if new == old else _conceal(register, new)
    return (name, known, kept, day[0]) if day else (name, known, kept)


def _last_digest(register: Writer, key: int, name: str) -> str | None:
    """What the history holds as the newest value of a personal field."""
    newest = None
    for entry in log.entries(register, "c.entitas = ? AND c.subjek = ?", (COOPERATIVE, key)):
        newest = entry.new if entry.field == name else newest
    return newest


def _conceal(register: Writer, value: str | None) -> str | None:
    if value is None:
        return None
    salt = secrets.token_hex(16)
    mark = log.PERSONAL_MARK + hashlib.sha256((salt + value).encode()).hexdigest()
    sql = "INSERT INTO personal_values (intisari, garam, nilai) VALUES (?, ?, ?)"
    register.connection.execute(sql, (mark, salt, value))
    return mark
