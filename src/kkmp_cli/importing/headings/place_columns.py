"""A heading that is said of several kinds of place, by what stands below it: `wilayah`, `district`.

Where every cell is the name of a kota the column is that of the kota; a kecamatan likewise. Never
enters: a heading that says its kind itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import islice

from kkmp_cli.areas.index import AreaIndex
from kkmp_cli.areas.kecamatan import Kecamatan
from kkmp_cli.errors import Refused
from kkmp_cli.importing.row_kinds import TOTAL
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.parsing.text import match_key
from kkmp_cli.sheets.heading_groups import Heading
from kkmp_cli.sheets.sheet import Sheet
from kkmp_cli.sheets.table import SheetTable, body

_OF_ANY_PLACE = frozenset(("wilayah", "namawilayah", "district"))
_ROWS = 50
"""So many rows tell what a column holds."""


def told_by_cells(table: SheetTable, sheet: Sheet, index: AreaIndex) -> SheetTable:
    """The table, every such column asked for as `kota` or `kecamatan` where its cells are those.

    It stays what it is where no other column names the cooperatives.
    """
    doubtful = [one for one in table.headings if match_key(one.asked) in _OF_ANY_PLACE]
    others = (one for one in table.headings if one not in doubtful)
    if not doubtful or not any(built_in().names_rows(one.asked) for one in others):
        return table
    meant = {one: _kind(one, table, sheet, index) for one in doubtful}
    headings = (one._replace(asked=meant.get(one) or one.asked) for one in table.headings)
    return table._replace(headings=tuple(headings))


def _kind(heading: Heading, table: SheetTable, sheet: Sheet, index: AreaIndex) -> str | None:
    """The kind of place of which every cell below a heading is one; None where that is not so."""
    rows = (cells for _, cells in islice(body(sheet, table), _ROWS))
    texts = [cells[heading.position].strip() for cells in rows if len(cells) > heading.position]
    names = [*dict.fromkeys(text for text in texts if text and not re.match(TOTAL, text))]
    kecamatan = Kecamatan(index.areas, index.aliases)
    if names and _all(index.find_kota, names):
        return "kota"
    return "kecamatan" if names and _all(kecamatan.answering, names) else None


def _all(known: Callable[[str], Sequence[object]], names: Sequence[str]) -> bool:
    try:
        return all(known(name) for name in names)
    except Refused:
        return False
