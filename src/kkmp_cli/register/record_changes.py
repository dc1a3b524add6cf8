"""What a run makes of the records beside the cooperatives, as few statements for many of them.

Never enters: the log, a cooperative.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from kkmp_cli.model.run import WHOLE
from kkmp_cli.register.queries import Queries
from kkmp_cli.register.records import ENTITIES, from_json, typed


class RecordChange(NamedTuple):
    """A record made whole (`values` are its columns), taken out (none), or a field of it given
    another value.
    """

    entity: str
    key: int
    field: str
    values: Sequence[Any]

    @property
    def kind(self) -> tuple[str, str, bool]:
        """Changes of one kind can be made together."""
        return self.entity, self.field, bool(self.values)


def read(entity: str, key: int, field: str, value: str | None) -> RecordChange:
    """What an event makes of its record. Raises ValueError, or KeyError, for what no history can
    hold: a name out of it becomes SQL only where it is known.
    """
    if field != WHOLE:
        return RecordChange(entity, key, field, (typed(entity, field, value),))
    row = {} if value is None else from_json(entity, value)
    return RecordChange(entity, key, field, [*row.values()])


def write(register: Queries, changes: Iterable[RecordChange]) -> None:
    """Makes them in their order. Raises sqlite3.IntegrityError where a record cannot be."""
    for (entity, field, stays), several in groupby(changes, attrgetter("kind")):
        table, columns, _ = ENTITIES[entity]
        rows = ((one.key, *one.values) for one in several)
        if not stays:
            register.delete(table, "id", (key for key, *_ in rows))
        elif field == WHOLE:
            register.insert(table, ("id", *columns), rows)
        else:
            sql = f"UPDATE {table} SET {field} = ? WHERE id = ?"
            register.connection.executemany(sql, (row[::-1] for row in rows))
