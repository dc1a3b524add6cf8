"""Rows of text for an export of many cooperatives: streamed from the tables, without a value per
cooperative.

Says what `render.records.text_values` says of today, some times faster; a test holds the two
together. Never writes, never sees a personal value that was not asked for.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from kkmp_cli.milestones import MILESTONES
from kkmp_cli.model import vocabulary
from kkmp_cli.model.vocabulary import AREA, PER, VALUE
from kkmp_cli.register import state_columns
from kkmp_cli.register.reader import Reader

Row = tuple[str | None, ...]
Column = Sequence[str | None]
"""The texts of one field, one for each of some cooperatives."""

_DAYS, _VALUES = "c.per", "c.nilai"
_TOGETHER = 200
"""So many cooperatives become columns at once: their JSON is decoded as one, a field is looked up
once.
"""


def rows(
    reader: Reader, names: Sequence[str], prefixes: Sequence[str] | None = None
) -> Iterator[Row]:
    """A row of canonical texts, as newest known, for every cooperative below the codes, ordered by
    kode.
    """
    where, parameters = _below(prefixes)
    read = _read(names)
    columns = ", ".join(map(_column, read))
    sql = (
        f"SELECT {columns} FROM areas a JOIN cooperatives c ON c.id = a.id WHERE {where} "
        f"ORDER BY a.kode"
    )
    found = reader.connection.execute(sql, {**parameters, **vocabulary.DEFAULTS})
    while chunk := found.fetchmany(_TOGETHER):
        held = dict(zip(read, zip(*chunk, strict=True), strict=True))
        yield from zip(*_columns(held, names), strict=True)


def _read(names: Sequence[str]) -> list[str]:
    """What these fields are made of: those with a column of their own, and the columns that hold
    the others.
    """
    own = [name for name in names if _is_profile(name)]
    if "nama" in own:
        own += ["kelurahan", "kode"]
    kinds = {field.kind for name in names if (field := vocabulary.by_name(name))} - {AREA, VALUE}
    return list(dict.fromkeys([*own, *[_VALUES] * bool(kinds), *[_DAYS] * (PER in kinds)]))


def _columns(held: Mapping[str, Sequence[Any]], names: Sequence[str]) -> list[Column]:
    """The columns of these fields, from what was read."""
    values = json.loads(f"[{','.join(held[_VALUES])}]") if _VALUES in held else []
    said, days = _said(values), list(map(state_columns.days_of, held.get(_DAYS, ())))
    columns: list[Column] = []
    for name in names:
        field = vocabulary.by_name(name)
        if name in held:
            columns.append(_names(held) if name == "nama" else held[name])
        elif field and field.kind == PER and field.state_field:
            columns.append(_pers(field.state_field, said(field.state_field), days))
        else:
            columns.append(said(name))
    return columns


def _said(values: Sequence[Mapping[str, str]]) -> Callable[[str], Column]:
    """From a field to its column of `nilai`."""
    stated = set().union(*values)
    nothing = (None,) * len(values)
    return cache(lambda name: [one.get(name) for one in values] if name in stated else nothing)


def _names(held: Mapping[str, Sequence[str]]) -> Column:
    """The column `nama`, the default where none was stated."""
    rows = zip(held["nama"], held["kelurahan"], held["kode"], strict=True)
    return [
        vocabulary.default_name(kelurahan, kode) if nama is None else nama
        for nama, kelurahan, kode in rows
    ]


def _pers(
    state: str, values: Column, days: Sequence[tuple[str, Mapping[str, str | None]]]
) -> Column:
    """The newest day of a state field as `states.pers_of` tells it, from its column and the columns
    `per`.
    """
    if any(state in apart for _, apart in days):
        return [
            (apart[state] or None) if state in apart else None if value is None else day
            for value, (day, apart) in zip(values, days, strict=True)
        ]
    return [None if value is None else day for value, (day, _) in zip(values, days, strict=True)]


def count(reader: Reader, prefixes: Sequence[str] | None = None) -> int:
    """How many cooperatives there are below the codes."""
    where, parameters = _below(prefixes)
    sql = f"SELECT count(*) FROM areas a JOIN cooperatives c ON c.id = a.id WHERE {where}"
    return int(reader.rows(sql, parameters)[0][0])


def book_years(reader: Reader, prefixes: Sequence[str] | None = None) -> set[int]:
    """Every tahun buku that any of these cooperatives has or had a word on."""
    where, parameters = _below(prefixes)
    held = f"FROM areas a JOIN cooperatives c ON c.id = a.id WHERE {where}"
    years: set[int] = set()
    for code in (milestone.code for milestone in MILESTONES if milestone.yearly):
        for column in (_VALUES, _DAYS):
            rest = column
            while found := reader.rows(
                f"SELECT {rest} {held} AND instr({column}, :any) AND instr({rest}, :any) LIMIT 1",
                {**parameters, "any": f'"{code}_2'},
            ):
                for year in set(re.findall(rf'"{code}_(2\d\d\d)', found[0][0])):
                    years.add(int(year))
                    rest = f"replace({rest}, '\"{code}_{year}', '')"
    return years


def _is_profile(name: str) -> bool:
    field = vocabulary.by_name(name)
    return field is not None and field.kind in (AREA, VALUE)


def _below(prefixes: Sequence[str] | None) -> tuple[str, dict[str, str]]:
    """A condition on `a.kode` for all codes below the prefixes."""
    if prefixes is None:
        return "1", {}
    parameters: dict[str, str] = {}
    tests = []
    for number, prefix in enumerate(dict.fromkeys(prefixes)):
        parameters |= {f"from{number}": f"{prefix}.", f"until{number}": f"{prefix}/"}
        tests.append(f"(a.kode >= :from{number} AND a.kode < :until{number})")
    return f"({' OR '.join(tests) or '0'})", parameters


def _column(name: str) -> str:
    if name in (_DAYS, _VALUES):
        return name
    field = vocabulary.by_name(name)
    if field is not None and field.kind == AREA:
        return f"a.{name}"
    if name in vocabulary.DEFAULTS:
        return f"coalesce(c.{name}, :{name})"
    return "CAST(c.anggota AS TEXT)" if name == "anggota" else f"c.{name}"
