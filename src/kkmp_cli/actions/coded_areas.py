"""The areas whose codes stand in sheets, asked for together: one by one each is a question.

Never enters: what a cell means.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from kkmp_cli.model.area import AREA_CODE, Area

if TYPE_CHECKING:
    from kkmp_cli.register.reader import Reader
    from kkmp_cli.sheets import Sheet

_ROWS = 1_000
"""So many rows of a sheet are looked at; who asks for more codes has the whole list."""


class CodedAreas:
    """Hands out the area of a code, None where there is none."""

    def __init__(self, register: Reader, sheets: Iterable[Sheet]) -> None:
        self._register, self._sheets = register, [*sheets]

    def __call__(self, kode: str) -> Area | None:
        """The area that has this code today."""
        return self._together.get(kode) or self._register.area(kode)

    @cached_property
    def _together(self) -> dict[str, Area]:
        areas = self._register.areas_of(dict.fromkeys(self._codes()))
        return {area.kode: area for area in areas}

    def _codes(self) -> Iterator[str]:
        for sheet in self._sheets:
            for _, cells in islice(sheet.rows, _ROWS):
                yield from (cell for cell in cells if re.fullmatch(AREA_CODE, cell))
