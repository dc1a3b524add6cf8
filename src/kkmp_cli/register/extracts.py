"""Rows of text for an export of many cooperatives: streamed from the tables, without a value per cooperative.

Says what `render.records.text_values` says of today, some times faster; a test holds the two together. Never
writes, never sees a personal value that was not asked for.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

from kkmp_cli import fields
from kkmp_cli.fields import AREA, BANK, NUMBER, PER, VALUE
from kkmp_cli.milestones import book_year_of
from kkmp_cli.register.reading import Reader

_TAILS = {"keadaan": "", "kendala": "_kendala", "rencana": "_rencana"}
_STATE = "CASE WHEN m.nilai = 'sudah' THEN coalesce(m.tanggal, 'sudah') WHEN m.tanggal IS NOT NULL" \
         " THEN m.nilai || ' ' || m.tanggal ELSE m.nilai END"  # fmt: skip
_HELD = "m.dari <= :day AND (m.sampai IS NULL OR m.sampai > :day)"

_SEPARATOR = "\x1f"
"""Stands in no kept text: control characters are taken out of everything that comes in."""
NOWHERE = -1
"""The position of what no column asks for: one place behind the row's end, cut off again."""

Parts = tuple[int, tuple[int, ...], list[str]]
"""A cooperative's id, positions of columns, and their texts."""


def rows(
    reader: Reader, names: Sequence[str], day: str, prefixes: Sequence[str] | None = None
) -> Iterator[Sequence[str | None]]:
    """A row of canonical texts for every cooperative below the codes, ordered by kode; `day` is today, ISO.

    Inside, the columns of the profile come first, and one place behind the last takes what nobody asked for.
    """
    profile = [name for name in names if _is_profile(name)]
    inside = [*profile, *(name for name in names if not _is_profile(name))]
    at = {name: position for position, name in enumerate(inside)}
    where, parameters = _below(prefixes)
    parts = list(_parts(reader, at, where, {**parameters, "day": day}))
    waiting = [next(part, None) for part in parts]
    pers, ordered = _pers_reader(at), itemgetter(*(at[name] for name in names))
    columns = ["a.id", "c.per", "a.kelurahan", "a.kode", *map(_column, profile)]
    sql = f"SELECT {', '.join(columns)} FROM areas a JOIN cooperatives c ON c.id = a.id WHERE {where} ORDER BY a.kode"
    blank = [None] * (len(names) - len(profile) + 1)
    nama = at.get("nama")
    for found in reader.connection.execute(sql, {**parameters, **fields.DEFAULTS}):
        row = [*found[4:], *blank]
        if nama is not None and row[nama] is None:
            row[nama] = fields.default_name(found[2], found[3])
        for position, value in pers(found[1]):
            row[position] = value
        for number, part in enumerate(waiting):
            if part is not None and part[0] == found[0]:
                for position, value in zip(part[1], part[2], strict=True):
                    row[position] = value or None
                waiting[number] = next(parts[number], None)
        yield ordered(row) if len(names) > 1 else (row[0],)


def book_years(reader: Reader, prefixes: Sequence[str] | None = None) -> set[int]:
    """Every tahun buku that any of these cooperatives has a word on."""
    where, parameters = _below(prefixes)
    sql = f"SELECT DISTINCT c.per FROM areas a JOIN cooperatives c ON c.id = a.id WHERE {where}"
    stated = {name for (text,) in reader.connection.execute(sql, parameters) for name in json.loads(text)}
    states = {field.state_field for name in stated if (field := fields.by_name(name)) and field.milestone}
    return {year for state in states if state and (year := book_year_of(state))}


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


def _pers_reader(at: Mapping[str, int]) -> Any:
    wanted = {}
    for name, position in at.items():
        field = fields.by_name(name)
        if field and field.kind == PER:
            wanted[field.state_field] = position

    @lru_cache(maxsize=4_096)
    def read(text: str) -> tuple[tuple[int, str], ...]:
        return tuple((wanted[name], day) for name, day in json.loads(text).items() if name in wanted)

    return read if wanted else lambda text: ()


def _parts(
    reader: Reader, at: Mapping[str, int], where: str, parameters: Mapping[str, str]
) -> Iterator[Iterator[Parts]]:
    yield _spans(reader, at, where, parameters)
    if any(name.endswith("_mulai") for name in at):
        yield _starts(reader, at, where, parameters)
    kinds = {field.kind for name in at if (field := fields.by_name(name))}
    if kinds & {NUMBER, BANK}:
        yield _numbers(reader, at, where, parameters)


def _spans(reader: Reader, at: Mapping[str, int], where: str, parameters: Mapping[str, str]) -> Iterator[Parts]:
    places = {f"{name.removesuffix(tail)} {aspect}": position for name, position in at.items()
              for aspect, tail in _TAILS.items() if name.endswith(tail)}  # fmt: skip
    sql = (f"SELECT m.cooperative_id, group_concat(m.milestone || ' ' || m.aspek, '{_SEPARATOR}'),"
           f" group_concat({_STATE}, '{_SEPARATOR}') FROM areas a CROSS JOIN milestones m"
           f" ON m.cooperative_id = a.id WHERE {where} AND {_HELD} AND m.nilai <> 'tidak_diketahui'"
           " GROUP BY a.kode ORDER BY a.kode")  # fmt: skip
    return _split(reader, sql, parameters, places)


def _starts(reader: Reader, at: Mapping[str, int], where: str, parameters: Mapping[str, str]) -> Iterator[Parts]:
    """When what has stopped had once begun, where that day was stated."""
    sql = (f"SELECT m.cooperative_id, group_concat(m.milestone || '_mulai', '{_SEPARATOR}'),"
           f" group_concat(p.tanggal, '{_SEPARATOR}') FROM areas a CROSS JOIN milestones m"
           " ON m.cooperative_id = a.id AND m.aspek = 'keadaan' AND m.nilai = 'berhenti'"
           " JOIN milestones p ON p.cooperative_id = m.cooperative_id AND p.milestone = m.milestone"
           " AND p.aspek = 'keadaan' AND p.nilai = 'sudah' AND p.sampai = m.dari AND p.tanggal IS NOT NULL"
           f" WHERE {where} AND {_HELD} GROUP BY a.kode ORDER BY a.kode")  # fmt: skip
    return _split(reader, sql, parameters, at)


def _numbers(reader: Reader, at: Mapping[str, int], where: str, parameters: Mapping[str, str]) -> Iterator[Parts]:
    sql = (f"SELECT i.cooperative_id, group_concat(i.milestone || '_nomor{_SEPARATOR}' || i.milestone || '_bank',"
           f" '{_SEPARATOR}'), group_concat(coalesce(i.nomor, '') || '{_SEPARATOR}' || i.bank, '{_SEPARATOR}')"
           f" FROM areas a CROSS JOIN identifiers i ON i.cooperative_id = a.id WHERE {where}"
           " GROUP BY a.kode ORDER BY a.kode")  # fmt: skip
    return _split(reader, sql, parameters, at)


def _split(
    reader: Reader, sql: str, parameters: Mapping[str, str], places: Mapping[str, int]
) -> Iterator[Parts]:
    """(cooperative, positions, texts) from (cooperative, names, texts); many cooperatives share the same names."""

    @lru_cache(maxsize=16_384)
    def positions(names: str) -> tuple[int, ...]:
        return tuple(places.get(name, NOWHERE) for name in names.split(_SEPARATOR))

    for key, names, texts in reader.connection.execute(sql, parameters):
        yield key, positions(names), texts.split(_SEPARATOR)
