"""Whether a sheet writes its amounts in thousands or millions: `Omzet (Rp juta)`.

Such a column would be read as whole rupiah, a thousandth of what is meant; so it is refused. Never
enters: a row of data.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kkmp_cli.errors import CellError, pasted
from kkmp_cli.sheets.heading_groups import Heading
from kkmp_cli.sheets.table import SheetTable

_WORDS = r"(?:ribu|ribuan|rb|juta|jutaan|jt|miliar|milyar|miliaran)"
_SCALE = rf"(?i)\b{_WORDS}\b|\b000\b"
_IN_A_TITLE = rf"(?i)\b(?:dalam|satuan)\b.*\b{_WORDS}\b"


def scaled(table: SheetTable, heading: Heading) -> CellError | None:
    """Why the amounts of a column are not whole rupiah; None where nothing says so."""
    over = [heading.text, heading.group, *_levels(table.levels, heading.position)]
    match = next(filter(None, (re.search(_SCALE, text) for text in over)), None)
    for _, cells in () if match else table.titles:
        match = match or re.search(_IN_A_TITLE, " ".join(cells))
    if match is None:
        return None
    return CellError(
        f"angkanya tidak dalam rupiah penuh: judulnya menyebut `{match[0].strip()}`",
        f"Tulis angka penuhnya dan hapus kata itu dari judulnya, atau lewati kolomnya: "
        f"{pasted('--map', f'{heading.text}=')}",
    )


def _levels(levels: Sequence[Sequence[str]], position: int) -> list[str]:
    """What stands in the heading rows over a column."""
    return [texts[position] for texts in levels if position < len(texts)]
