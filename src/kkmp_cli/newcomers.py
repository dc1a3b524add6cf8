"""What a row says of a cooperative that is not registered yet, judged the short way: nothing held can matter.

A national import is 84,000 of these. Where a value needs a closer look, `judging` takes the long way; a test holds the
two together. Never enters: what is held of anybody.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from kkmp_cli import fields
from kkmp_cli.changes import Registered
from kkmp_cli.fields import NUMBER, OBSTACLE, PLAN, START, STATE, default_name
from kkmp_cli.milestones import SUDAH
from kkmp_cli.planning import ADDED, Intent, RowResult
from kkmp_cli.runs import REGISTERED


def judge(intent: Intent) -> RowResult | None:
    """The plain case of a new cooperative, where nothing held can matter; None where a value needs a closer look."""
    area, stated, source = intent.area, intent.values, intent.source
    shape = _shape(tuple(stated))
    per = intent.per.isoformat()
    if shape is None:
        return None
    values: dict[str, str] = {REGISTERED: "ya"}
    for name, value in stated.items():
        if value is not None:
            if name in shape.implied:
                values[shape.implied[name]] = SUDAH
            values[name] = value
    days = {name: day for name in values if (day := intent.pers.get(shape.owners.get(name, ""))) and day != per} \
        if intent.pers else {}  # fmt: skip
    for name in shape.states:
        value = stated[name] or ""
        if value > per and not value.isalpha() and value > days.get(name, per):
            return None
    for name in shape.defaulted:
        if values.get(name) == (fields.DEFAULTS.get(name) or default_name(area.kelurahan, area.kode)):
            values.pop(name, None)
    if values.get("unit_usaha", "")[:1] in _SIGNS:
        return None
    file, row = (source.file, source.row) if source else (0, 0)
    return RowResult(area, ADDED, Registered(area.id, values, per, days, file, row), source=source)


class _Shape(NamedTuple):
    """What is known of a row by the names of its fields alone."""

    states: tuple[str, ...]
    defaulted: tuple[str, ...]
    owners: Mapping[str, str]
    """Field → the state that it belongs to."""
    implied: Mapping[str, str]
    """Number field → the state that it proves, where no other cell states that."""


@lru_cache(maxsize=16_384)
def _shape(names: tuple[str, ...]) -> _Shape | None:
    """None where a field hangs on another (a kendala, a rencana, a start)."""
    kinds = {name: field for name in names if (field := fields.by_name(name))}
    if len(kinds) < len(names) or any(field.kind in (OBSTACLE, PLAN, START) for field in kinds.values()):
        return None
    return _Shape(
        tuple(name for name, field in kinds.items() if field.kind == STATE),
        tuple(name for name in names if name == "nama" or name in fields.DEFAULTS),
        {owned: field.state_field for name, field in kinds.items() if field.state_field
         for owned in (name, field.state_field)},
        {name: field.state_field for name, field in kinds.items()
         if field.kind == NUMBER and field.state_field and field.state_field not in names},
    )  # fmt: skip


_SIGNS = frozenset("+-")
