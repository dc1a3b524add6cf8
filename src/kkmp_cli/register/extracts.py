"""Rows of text for an export of many cooperatives: streamed from the tables, without a value per cooperative.

Says what `render.records.text_values` says of today, some times faster; a test holds the two together. Never
writes, never sees a personal value that was not asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import itemgetter

from kkmp_cli import fields
from kkmp_cli.fields import AREA, PER, VALUE
from kkmp_cli.milestones import MILESTONES
from kkmp_cli.register import states
from kkmp_cli.register.reading import Reader


def rows(reader: Reader, names: Sequence[str], prefixes: Sequence[str] | None = None) -> Iterator[Sequence[str | None]]:
    """A row of canonical texts, as newest known, for every cooperative below the codes, ordered by kode."""
    where, parameters = _below(prefixes)
    profile = [name for name in names if _is_profile(name)]
    columns = ["a.kelurahan", "a.kode", "c.per", "c.nilai", *map(_column, profile)]
    sql = f"SELECT {', '.join(columns)} FROM areas a JOIN cooperatives c ON c.id = a.id WHERE {where} ORDER BY a.kode"
    at = {name: position for position, name in enumerate(profile)}
    others = [name for name in names if name not in at]
    places = [at[name] if name in at else len(profile) + others.index(name) for name in names]
    days, nama = _days_of(others), at.get("nama")
    ordered = itemgetter(*places) if len(places) > 1 else lambda row: (row[places[0]],)
    for kelurahan, kode, per, text, *row in reader.connection.execute(sql, {**parameters, **fields.DEFAULTS}):
        if nama is not None and row[nama] is None:
            row[nama] = fields.default_name(kelurahan, kode)
        if others:
            values = states.values_of(text)
            values.update(days(per, values))
            row += map(values.get, others)
        yield ordered(row)


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
        rest = "c.nilai || c.per"
        while found := reader.rows(
            f"SELECT {rest} {held} AND instr({rest}, :any) LIMIT 1", {**parameters, "any": f'"{code}_2'}
        ):
            for year in set(re.findall(rf'"{code}_(2\d\d\d)', found[0][0])):
                years.add(int(year))
                rest = f"replace({rest}, '\"{code}_{year}', '')"
    return years


def _is_profile(name: str) -> bool:
    field = fields.by_name(name)
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
    field = fields.by_name(name)
    if field is not None and field.kind == AREA:
        return f"a.{name}"
    if name in fields.DEFAULTS:
        return f"coalesce(c.{name}, :{name})"
    return "CAST(c.anggota AS TEXT)" if name == "anggota" else f"c.{name}"


def _days_of(names: Sequence[str]) -> Callable[[str, Mapping[str, str]], dict[str, str]]:
    """From the columns `per` and `nilai` to the values of the `<m>_per` among the names."""
    wanted = {field.state_field: name for name in names if (field := fields.by_name(name)) and field.kind == PER}

    def read(text: str, values: Mapping[str, str]) -> dict[str, str]:
        day, apart = states.days_of(text)
        if not apart:
            return {name: day for state, name in wanted.items() if state in values}
        pers = states.pers_of(text, values)
        return {name: pers[state] for state, name in wanted.items() if state in pers}

    return read if wanted else lambda text, values: {}
