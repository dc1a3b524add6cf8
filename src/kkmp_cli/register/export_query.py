"""Rows of text for an export of many cooperatives: streamed from the tables, without a value per
cooperative.

Says what `render.objects.text_values` says of today, some times faster; a test holds the two
together. Never writes, never sees a personal value that was not asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kkmp_cli.milestones import MILESTONES, UNKNOWN
from kkmp_cli.model import vocabulary
from kkmp_cli.model.vocabulary import AREA, PER, STATE, Field
from kkmp_cli.register.queries import Queries, below

Row = tuple[str | None, ...]

_REGISTERED = "FROM areas a JOIN cooperatives c ON c.id = a.id"


class _Column(NamedTuple):
    """A field as SQL: its expression, and the tables that it stands in, each with its alias."""

    text: str
    joined: str = ""


def rows(
    register: Queries, names: Sequence[str], prefixes: Sequence[str] | None = None
) -> Iterator[Row]:
    """A row of canonical texts, the newest, for each cooperative below the codes, by kode."""
    where, parameters = below(prefixes)
    texts, joined = zip(*(_column(vocabulary.by_name(name), name) for name in names), strict=True)
    tables = _REGISTERED + "".join(dict.fromkeys(joined))
    place = names.index("nama") if "nama" in names else None
    sql = f"SELECT a.kelurahan, a.kode, {', '.join(texts)} {tables} WHERE {where} ORDER BY a.kode"
    for kelurahan, kode, *row in register.connection.execute(sql, parameters):
        if place is not None and row[place] is None:
            row[place] = vocabulary.default_name(kelurahan, kode)
        yield tuple(row)


def _column(field: Field | None, name: str) -> _Column:
    """Where a field stands; one that nobody knows is never known."""
    if field is None:
        return _Column("NULL")
    if field.kind == AREA:
        return _Column(f"a.{name}")
    if code := field.state_field:
        return _milestone(field, code)
    if field.kind == PER and not field.personal:
        alias = f"f_{field.owner}"
        table = (
            f" LEFT JOIN field_values {alias} ON {alias}.cooperative_id = c.id"
            f" AND {alias}.bidang = '{field.owner}' AND {alias}.sampai IS NULL"
        )
        return _Column(f"{alias}.per", table)
    if field.personal:
        table = " LEFT JOIN contacts k ON k.cooperative_id = c.id"
        return _Column(f"k.{name}", table)
    if name in vocabulary.DEFAULTS:
        return _Column(f"coalesce(c.{name}, '{vocabulary.DEFAULTS[name]}')")
    return _Column(f"CAST(c.{name} AS TEXT)")


def _milestone(field: Field, code: str) -> _Column:
    alias = f"m_{code}"
    table = (
        f" LEFT JOIN milestones {alias} ON {alias}.cooperative_id = c.id"
        f" AND {alias}.milestone = '{code}' AND {alias}.sampai IS NULL"
    )
    if field.kind == STATE:
        state, day = f"{alias}.keadaan", f"{alias}.tanggal"
        dated = f"coalesce({state} || ' ' || {day}, {state})"
        return _Column(
            f"CASE {state} WHEN '{UNKNOWN}' THEN NULL WHEN 'sudah' THEN coalesce({day}, {state})"
            f" ELSE {dated} END",
            table,
        )
    part = "per" if field.kind == PER else field.name.removeprefix(f"{code}_")
    return _Column(f"nullif({alias}.{part}, '')", table)


def count(register: Queries, prefixes: Sequence[str] | None = None) -> int:
    """How many cooperatives there are below the codes."""
    where, parameters = below(prefixes)
    sql = f"SELECT count(*) {_REGISTERED} WHERE {where}"
    return int(register.rows(sql, parameters)[0][0])


def book_years(register: Queries, prefixes: Sequence[str] | None = None) -> set[int]:
    """Every tahun buku that any of these cooperatives has or had a word on."""
    where, parameters = below(prefixes)
    sql = (
        "SELECT DISTINCT m.milestone FROM milestones m JOIN areas a ON a.id = m.cooperative_id"
        f" WHERE m.milestone LIKE ? AND {where}"
    )
    codes = (milestone.code for milestone in MILESTONES if milestone.yearly)
    queried = (register.rows(sql, [f"{code}_2%", *parameters]) for code in codes)
    return {int(name[-4:]) for names in queried for (name,) in names}
