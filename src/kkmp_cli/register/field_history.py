"""What the history says of own fields: those of an earlier day, and what was ever said of one.

Reads only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kkmp_cli.model.own_field import OwnField, fields_of
from kkmp_cli.model.run import COOPERATIVE, AsKnown
from kkmp_cli.register import log, records
from kkmp_cli.register.declared_fields import own_field
from kkmp_cli.register.queries import Queries

ENTITY = "bidang"


def known_fields(register: Queries, known_at: AsKnown | None) -> tuple[OwnField, ...]:
    """Every field as it was declared then, as it is now where no time is given."""
    if known_at is None:
        return register.vocabulary.own
    rows = records.replay(register, known_at)[ENTITY]
    return tuple(own_field(key, row) for key, row in rows.items())


def said_of(register: Queries, own: OwnField, after: int = 0) -> Iterator[log.Entry]:
    """All that the history says of a field after a run, undone or not: values of cooperatives, a
    target, a figure, a heading that was remembered.
    """
    names = {field.name for field in fields_of(own)}
    word = re.compile(rf"(?<![a-z0-9_]){own.key}(?![a-z0-9])")
    where = "e.entitas <> ? AND e.run > ? AND e.isi LIKE ?"
    for entry in log.entries(register, where, (ENTITY, after, f"%{own.key}%")):
        if entry.entity == COOPERATIVE:
            concerned = entry.field in names
        else:
            concerned = bool(word.search(f"{entry.old} {entry.new}"))
        if concerned:
            yield entry
