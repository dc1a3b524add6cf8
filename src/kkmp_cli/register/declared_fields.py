"""An own field as a row of the table `fields`, and back.

Never enters: a query, what a declaration may hold (`model.declaration`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kkmp_cli.model.own_field import KINDS, OwnField
from kkmp_cli.parsing.lists import split_list
from kkmp_cli.register.location import RESTORE, Damaged

WORDS = ("kunci", "label", "jenis", "arti")
LISTS = ("pilihan", "pilihan_pensiun", "judul")
"""What every field has, and what it has several of."""
COLUMNS = (*WORDS, *LISTS, "pensiun", "paket")
ALL = f"SELECT id, {', '.join(COLUMNS)} FROM fields ORDER BY id"
"""Every field in the order of declaration."""
RETIRED = "ya"


def own_field(key: int, row: Mapping[str, Any]) -> OwnField:
    """The field of a row. Raises Damaged for a row that no program ever wrote."""
    if row["jenis"] not in KINDS or not all(row[each] for each in WORDS):
        raise Damaged(f"Register rusak: baris {key} di tabel fields.", RESTORE)
    choices, retired, headings = (tuple(split_list(row[each])) for each in LISTS)
    own = OwnField(key, *(row[each] for each in WORDS))
    own = own._replace(choices=choices, retired_choices=retired, headings=headings)
    return own._replace(retired=bool(row["pensiun"]), package=row["paket"])


def row_of(own: OwnField) -> dict[str, Any]:
    """A field as its row holds it."""
    lists = (";".join(each) or None for each in (own.choices, own.retired_choices, own.headings))
    words = (own.key, own.label, own.kind, own.meaning)
    values = (*words, *lists, RETIRED if own.retired else None, own.package)
    return dict(zip(COLUMNS, values, strict=True))
