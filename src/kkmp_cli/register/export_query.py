"""Rows of text for an export of many cooperatives: streamed from the tables, without a value per
cooperative.

Says what `render.objects.text_values` says of today, some times faster; a test holds the two
together. Never writes, never sees a personal value that was not asked for.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from kkmp_cli.milestones import MILESTONES, UNKNOWN
from kkmp_cli.model.vocabulary import AREA, DEFAULTS, PER, STATE, Field, default_name
from kkmp_cli.register import row_forms
from kkmp_cli.register.batches import chunks
from kkmp_cli.register.projection_rows import PROFILE
from kkmp_cli.register.queries import Queries, below

Row = tuple[str | None, ...]
"""A text for each field; empty, or None, where nothing is known."""

_OWN = 2
"""What stands before them: kelurahan and kode, which name a cooperative without a name of its own.
"""

_REGISTERED = "FROM areas a JOIN cooperatives c ON c.id = a.id"
_ORDER = "ORDER BY a.kode || ''"
"""`|| ''`: sorted once read. By the index of the codes, the tables would be read here and there,
which takes half as long again.
"""

_TOGETHER = 2_000
"""So many rows are looked at together: of a value that many have, only once."""


class _Column(NamedTuple):
    """A field as SQL: its expression, and the tables that it stands in, each with its alias."""

    text: str
    joined: str = ""


def rows(
    register: Queries, names: Sequence[str], prefixes: Sequence[str] | None = None
) -> Iterator[Row]:
    """A row of canonical texts, the newest, for each cooperative below the codes, by kode. Raises
    Damaged where one holds what is never written there.
    """
    where, parameters = below(prefixes)
    sql = f"SELECT a.kelurahan, a.kode, {_selected(register, names)} WHERE {where} {_ORDER}"
    place = _OWN + names.index("nama") if "nama" in names else None
    for chunk in chunks(register.connection.execute(sql, parameters), _TOGETHER):
        row_forms.refuse_values(names, chunk, register.vocabulary)
        for row in chunk:
            yield _named(row, place) if place and row[place] is None else row[_OWN:]


def _named(row: Row, place: int) -> Row:
    """The texts of a cooperative without a name of its own, with the default one."""
    name = default_name(str(row[0]), str(row[1]))
    return (*row[_OWN:place], name, *row[place + 1 :])


def _selected(register: Queries, names: Sequence[str]) -> str:
    """The columns of these fields, and the tables that they stand in."""
    stated = {name for (name,) in register.rows("SELECT DISTINCT bidang FROM field_values")}
    columns = [_column(register.vocabulary.by_name(name), name, stated) for name in names]
    tables = dict.fromkeys(column.joined for column in columns)
    return f"{', '.join(column.text for column in columns)} {_REGISTERED}{''.join(tables)}"


def _column(field: Field | None, name: str, stated: Container[str]) -> _Column:
    """Where a field stands; one that nobody knows, or of which nothing is `stated`, is NULL."""
    if field is None:
        return _Column("NULL")
    if field.kind == AREA:
        return _Column(f"a.{name}")
    if code := field.state_field:
        return _milestone(field, code)
    if name not in PROFILE and not field.personal:
        column = "per" if field.kind == PER else "nilai"
        return _said(field.owner, column) if field.owner in stated else _Column("NULL")
    if field.personal:
        table = " LEFT JOIN contacts k ON k.cooperative_id = c.id"
        return _Column(f"k.{name}", table)
    if name in DEFAULTS:
        return _Column(f"coalesce(c.{name}, '{DEFAULTS[name]}')")
    return _Column(f"CAST(c.{name} AS TEXT)")


def _said(owner: str, column: str) -> _Column:
    """The newest value of a field, or the day of it."""
    alias = f"f_{owner}"
    table = (
        f" LEFT JOIN field_values {alias} ON {alias}.cooperative_id = c.id"
        f" AND {alias}.bidang = '{owner}' AND {alias}.sampai IS NULL"
    )
    return _Column(f"{alias}.{column}", table)


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
    if field.kind == PER:
        planned = f"CASE WHEN {alias}.rencana <> '' THEN {alias}.rencana_per END"
        return _Column(f"coalesce({alias}.per, {planned})", table)
    return _Column(f"{alias}.{field.name.removeprefix(f'{code}_')}", table)


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
