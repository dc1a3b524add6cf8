"""The areas whose codes stand in sheets, asked for together: one by one each is a question.

Never enters: what a cell means.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from kkmp_cli.model.area import AREA_CODE, Area

if TYPE_CHECKING:
    from kkmp_cli.register.reader import Reader
    from kkmp_cli.sheets import Sheet

_ROWS = 1_000
"""So many rows of a sheet are looked at before."""


class CodedAreas:
    """Hands out the area of a code, None where there is none; all of them to who asks for more."""

    def __init__(self, register: Reader, sheets: Iterable[Sheet]) -> None:
        self._register, self._sheets = register, [*sheets]
        self._missing = 0

    def __call__(self, kode: str) -> Area | None:
        """The area that has this code today."""
        if area := self._together.get(kode):
            return area
        self._missing += 1
        if self._missing > self._register.singly:
            return self._by_code.get(kode)
        return self._register.area(kode)

    @cached_property
    def all(self) -> Sequence[Area]:
        """The whole list."""
        return self._register.areas()

    @cached_property
    def _by_code(self) -> dict[str, Area]:
        return {area.kode: area for area in self.all}

    @cached_property
    def _together(self) -> dict[str, Area]:
        areas = self._register.areas_of(dict.fromkeys(self._codes()))
        return {area.kode: area for area in areas}

    def _codes(self) -> Iterator[str]:
        for sheet in self._sheets:
            for _, cells in islice(sheet.rows, _ROWS):
                yield from (cell for cell in cells if re.fullmatch(AREA_CODE, cell))
