"""A table whose kelurahan stand across, one a column: which row names them.

Never enters: a table with a column of kelurahan.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from kkmp_cli.areas.index import AreaIndex
from kkmp_cli.errors import Refused
from kkmp_cli.sheets.sheet import Sheet

_PEEKED = 40
_LONGEST = 60
_LEAST = 3
"""A kecamatan that bears the name of a kelurahan, beside one, is no such row."""
_TURN = (
    "Di Excel atau LibreOffice: salin tabelnya, lalu Tempel Khusus (Paste Special) dengan "
    "Transpose di lembar kosong; tulis Kelurahan di sel kiri atasnya, simpan, dan "
    "impor lembar itu dengan --sheet."
)


def refuse(sheet: Sheet, index: AreaIndex) -> None:
    """Raises Refused for a sheet of which a row names nothing but kelurahan."""
    for number, cells in islice(sheet.rows, _PEEKED):
        texts = [text for cell in cells[1:] if (text := cell.strip()) and len(text) < _LONGEST]
        names = [*dict.fromkeys(_known(texts, index))]
        if len(names) >= _LEAST and len(names) * 2 > len(texts):
            raise Refused(
                f"{sheet.place}: kelurahan ditulis mendatar di baris {number} "
                f"({names[0]}, {names[1]} …), padahal tiap kelurahan perlu satu baris",
                _TURN,
            )


def _known(texts: list[str], index: AreaIndex) -> Iterator[str]:
    for text in texts:
        try:
            yield index.find(text).kelurahan
        except Refused:
            continue
