"""The areas that names mean, out of as few of the area list as will do: a national one is not read
for one name.

What is found among few is what would be found among all. Whatever is not found so, or fits several,
is looked for in the whole list, whose refusal it is. Never enters: a right, a kota that is only
typed.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from kkmp_cli.areas.index import AreaIndex
from kkmp_cli.areas.spellings import direct_keys
from kkmp_cli.errors import Refused
from kkmp_cli.model.area import AREA_CODE, Area

if TYPE_CHECKING:
    from kkmp_cli.register.reader import Reader


class AreaFinder:
    """Finds areas as `AreaIndex.find` does, `kota` and `default_kota` by their codes."""

    def __init__(
        self, reader: Reader, kota: str | None, kecamatan: str | None, default_kota: str | None
    ) -> None:
        self._reader, self._place = reader, (kota, kecamatan, default_kota)
        self._inside = kota or default_kota

    def find(self, name: str) -> Area:
        """The one area that a name or code means. Raises Refused, with suggestions."""
        return self._among_few(name) or self._whole.find(name, *self._place)

    def _among_few(self, name: str) -> Area | None:
        if self._inside:
            return self._below(name)
        if self._place[1] is not None:
            return None
        if re.fullmatch(AREA_CODE, name):
            return self._reader.area(name)
        return self._bearing(name)

    def _below(self, name: str) -> Area | None:
        """The area, where it is found with the areas of the kota alone."""
        try:
            return self._of_kota.find(name, *self._place)
        except Refused:
            return None

    def _bearing(self, name: str) -> Area | None:
        """The only area that bears a name by the first rule that any meets."""
        keys, aliases = direct_keys(name), self._aliases
        alike = {alias for _, alias in aliases if not keys.isdisjoint(direct_keys(alias))}
        codes = [kode for kode, alias in aliases if alias in alike]
        areas = self._reader.areas_like(keys, codes)
        named = AreaIndex(areas, aliases).answering(name) if areas else []
        return self._reader.areas_among([named[0].id])[0] if len(named) == 1 else None

    @cached_property
    def _aliases(self) -> list[tuple[str, str]]:
        return self._reader.aliases()

    @cached_property
    def _of_kota(self) -> AreaIndex:
        return AreaIndex(self._reader.areas(self._inside), self._aliases, self._reader.area)

    @cached_property
    def _whole(self) -> AreaIndex:
        return AreaIndex(self._reader.areas(), self._aliases)
