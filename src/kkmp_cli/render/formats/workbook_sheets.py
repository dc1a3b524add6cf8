"""Which tables stand on which sheet of a workbook: few sheets with whole names, however many tables
there are.

Lists of names of one kind are joined into one list that can be filtered; what is short stands under
each other. Never enters: a width, a colour, a cell of a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kkmp_cli.parsing.text import printable
from kkmp_cli.render.document import COUNT, TEXT, Column, Row, Table, Value, with_columns

LONGEST = 31
"""Letters of the name of a sheet, by the rules of spreadsheets."""
FEW = 6
"""So many tables have a sheet each."""
ACROSS = 16
"""Columns that can be read side by side on a page."""
_LISTS: Mapping[str, tuple[str, ...]] = {
    "Belum usaha atau RAT": (
        "belum_beroperasi",
        "usaha_tidak_diketahui",
        "belum_rat",
        "rat_tidak_diketahui",
        "tunggakan_rat",
    ),
    "Kendala dan rencana": ("kendala", "rencana"),
    "Perubahan": ("berubah", "data_berubah"),
}
"""Joined lists by the name of their sheet."""
_NAMED = {"kendala": "Kendala", "rencana": "Rencana"}
"""What a list is called beside each of its rows, where that is not its title."""
_STACKS: Mapping[str, tuple[str, ...]] = {
    "Target dan tindak lanjut": ("target", "tindak_lanjut", "keputusan")
}
"""What stands under each other, by the name of the sheet."""
NAMES, FIGURES = "Daftar nama", "Angka"
"""Where all other lists of cooperatives stand, and all other tables."""
_ORDER = (
    "Belum usaha atau RAT",
    "Target dan tindak lanjut",
    "Kendala dan rencana",
    FIGURES,
    "Perubahan",
    NAMES,
)
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")


class ListSheet(NamedTuple):
    """A sheet: its name, and its tables under each other; one alone can be filtered."""

    name: str
    tables: tuple[Table, ...]


def arranged(tables: Mapping[str, Table]) -> list[ListSheet]:
    """The sheets for these tables, without those that hold nothing."""
    held = {key: _without_keys(table) for key, table in tables.items() if table.rows}
    if len(held) <= FEW:
        return _named((table.title, (table,)) for table in held.values())
    by_sheet: dict[str, list[Table]] = {}
    for key, table in held.items():
        by_sheet.setdefault(_sheet_of(key, table), []).append(table)
    return [_sheet(name, by_sheet[name]) for name in _ORDER if name in by_sheet]


def _sheet(name: str, tables: Sequence[Table]) -> ListSheet:
    return ListSheet(name, (joined(name, tables),) if _is_list(name) else _stack(tables))


def _is_list(name: str) -> bool:
    return name in _LISTS or name == NAMES


def _sheet_of(key: str, table: Table) -> str:
    for name, keys in (*_LISTS.items(), *_STACKS.items()):
        if key in keys:
            return name
    return NAMES if {"kode", "kelurahan"} <= {one.key for one in table.columns} else FIGURES


def joined(title: str, tables: Sequence[Table]) -> Table:
    """One table of all their rows: from which list a row is, then every column that any of them
    has.
    """
    if len(tables) == 1:
        return tables[0]
    columns = _columns(tables)
    rows = tuple(row for table in tables for row in _rows(table, columns))
    return Table("", title, (Column("daftar", "Daftar"), *columns), rows)


def _columns(tables: Sequence[Table]) -> list[Column]:
    """By key, in the order in which they come; one word for those that are called differently."""
    by_key: dict[str, list[Column]] = {}
    for table in tables:
        for column in table.columns:
            by_key.setdefault(column.key, []).append(column)
    return [_column(those) for those in by_key.values()]


def _column(those: Sequence[Column]) -> Column:
    first = those[0]
    label = first.label if len({one.label for one in those}) == 1 else _word(first.key)
    kind = first.kind if len({one.kind for one in those}) == 1 else TEXT
    return Column(first.key, label, kind)


def _word(key: str) -> str:
    return key.replace("_", " ").capitalize()


def _rows(table: Table, columns: Iterable[Column]) -> Iterable[Row]:
    places = {one.key: at for at, one in enumerate(table.columns)}
    picked = [places.get(one.key) for one in columns]
    name = _NAMED.get(table.key) or table.title.partition(":")[0]
    for row in table.rows:
        cells: list[Value] = [None if at is None else row[at] for at in picked]
        yield (name, *cells)


def _stack(tables: Iterable[Table]) -> tuple[Table, ...]:
    return tuple(piece for table in tables for piece in _pieces(table))


def _pieces(table: Table) -> list[Table]:
    """The table; a very wide one in pieces of which each begins with what its rows are called."""
    if len(table.columns) <= ACROSS:
        return [table]
    lead = [at for at in range(len(table.columns)) if _leads(table, at)]
    cuts = _cuts(range(len(lead), len(table.columns)), ACROSS - len(lead))
    return [
        with_columns(table, [*lead, *cut])._replace(
            title=f"{table.title} (bagian {number} dari {len(cuts)})"
        )
        for number, cut in enumerate(cuts, 1)
    ]


def _cuts(places: range, step: int) -> list[range]:
    return [places[at : at + step] for at in range(0, len(places), step)]


def _leads(table: Table, at: int) -> bool:
    """True for the texts before the first number."""
    return all(one.kind != COUNT for one in table.columns[: at + 1])


def _without_keys(table: Table) -> Table:
    """The table without the column of keys, which mean something to programs only."""
    if table.columns[0].key != "kunci":
        return table
    return with_columns(table, range(1, len(table.columns)))


def _named(titled: Iterable[tuple[str, tuple[Table, ...]]]) -> list[ListSheet]:
    used: set[str] = set()
    sheets = []
    for title, tables in titled:
        name = sheet_name(title.partition(":")[0], used)
        used.add(name.casefold())
        sheets.append(ListSheet(name, tables))
    return sheets


def sheet_name(title: str, used: Iterable[str] = ()) -> str:
    """Of a title the first whole words that a sheet may bear and no other bears."""
    base = _whole_words(_FORBIDDEN.sub(" ", printable(title)).strip() or "Tabel", LONGEST - 3)
    names = (base, *(f"{base} {number}" for number in range(2, 99)))
    return next(name for name in names if name.casefold() not in used)


def _whole_words(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    return text[: most + 1].rpartition(" ")[0].rstrip(" ,") or text[:most]
