"""Pseudonyms: a personal value stands in the log as a salted digest, in the clear in a table that
can be emptied.

UU 27/2022 (PDP): what was forgotten must not stand in a history that is never altered. Never
enters: any other value.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable

from kkmp_cli.model.event import Item
from kkmp_cli.model.vocabulary import PERSONAL
from kkmp_cli.register.queries import Queries

MARK = "#"
"""Begins the digest of a personal value in the log."""


def is_personal(name: str) -> bool:
    """True for the fields whose values the log keeps as digests."""
    return name in PERSONAL


def pseudonymise(register: Queries, key: int, item: Item, newest: str | None) -> Item:
    """An event of a personal field as the log holds it: old and new value as their digests;
    `newest` is the last one that the log has of this field.
    """
    name, old, new, *day = item
    before = newest if old is not None else None
    kept = before if new == old else _conceal(register, key, new)
    return (name, before, kept, day[0]) if day else (name, before, kept)


def _conceal(register: Queries, key: int, value: str | None) -> str | None:
    if value is None:
        return None
    salt = os.urandom(16).hex()
    mark = digest(salt, value)
    columns = ("intisari", "cooperative_id", "garam", "nilai")
    register.insert("personal_values", columns, [(mark, key, salt, value)])
    return mark


def digest(salt: str, value: str) -> str:
    """What stands in the log for a value."""
    return MARK + hashlib.sha256((salt + value).encode()).hexdigest()


def revealed(register: Queries, marks: Iterable[str]) -> dict[str, str]:
    """Digest → value, of those that were not forgotten."""
    sql = "SELECT intisari, nilai FROM personal_values WHERE intisari IN {}"
    return dict(register.among(sql, marks))
