"""Which cooperative a row is about: its code, its name, and what narrows the name.

Only the rules of `areas` find a name; here stands which cells of a row are asked, and that they
must agree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kkmp_cli.areas import index as areas
from kkmp_cli.areas.index import AreaIndex
from kkmp_cli.errors import Refused
from kkmp_cli.model import vocabulary
from kkmp_cli.model.area import Area
from kkmp_cli.parsing.state_words import states_nothing
from kkmp_cli.parsing.text import match_key


class RowRefused(Refused):
    """No cooperative can be told from this row; `position` is the column that is to blame."""

    def __init__(self, message: str, remedy: str, position: int) -> None:
        super().__init__(message, remedy)
        self.position = position


@dataclass
class Naming:
    """The area cells of one sheet. `kecamatan` and `kota` are those of the last row that only names
    one.
    """

    index: AreaIndex
    default_kota: str | None
    positions: dict[str, int]
    kecamatan: str | None = None
    kota: str | None = None
    hint: str | None = None
    exact: bool = False
    """True where the row that was found last says its code, and no name but the official ones."""

    def __post_init__(self) -> None:
        self._code = self.positions.get("kode")
        self._name = self.positions.get("kelurahan")
        if self._code is None and self._name is None:
            self._name = self.positions.get("nama")
        self._kecamatan, self._kota = self.positions.get("kecamatan"), self.positions.get("kota")
        self._province = self.positions.get("provinsi")
        self._beside = tuple(
            (position, name)
            for name, position in self.positions.items()
            if name in ("kelurahan", "kecamatan", "kota", "provinsi")
        )

    @property
    def key(self) -> int:
        """The column in which a row names its cooperative."""
        return self._name if self._name is not None else self._code if self._code is not None else 0

    @property
    def by_nama(self) -> bool:
        """True where only the column `nama` names the cooperatives."""
        return (
            self._code is None
            and self._name is not None
            and self._name == self.positions.get("nama")
        )

    def find(self, cells: Sequence[str]) -> Area | None:
        """The area of a row, None where the row names none. Raises RowRefused."""
        self.exact = False
        if self._code is not None and (plain := self.index.by_code(cells[self._code])):
            for position, name in self._beside:
                if (text := cells[position]) and text != getattr(plain, name):
                    break
            else:
                self.exact = True
                return plain
        code = _said(cells, self._code)
        name = _said(cells, self._name)
        if not code and not name:
            return None
        position = self._code if code and self._code is not None else self.key
        kecamatan, kota = _said(cells, self._kecamatan), _said(cells, self._kota)
        if kecamatan:
            self.hint = kecamatan
        try:
            if code:
                area = self.index.find(code, kota or None, kecamatan or None)
            else:
                area = self._by_name(name, kota or self.kota, kecamatan or self.kecamatan)
        except Refused as error:
            raise RowRefused(error.message, error.remedy, position or 0) from None
        self._agree(area, code, name, _said(cells, self._province))
        return area

    def find_all(self, columns: Sequence[Sequence[str]]) -> list[Area] | None:
        """The areas of many rows, where each names its own by the code and says nothing else; None
        where one does not.

        `columns` are those of the sheet.
        """
        if self._code is None:
            return None
        found = [area for area in self.index.by_codes(columns[self._code]) if area is not None]
        if len(found) < len(columns[self._code]):
            return None
        official = dict(zip(Area._fields, zip(*found, strict=True), strict=True))
        for position, name in self._beside:
            if tuple(columns[position]) != official[name] and any(
                text and text != right
                for text, right in zip(columns[position], official[name], strict=True)
            ):
                return None
        return found

    def _by_name(self, name: str, kota: str | None, kecamatan: str | None) -> Area:
        try:
            return self.index.find(name, kota, kecamatan, self.default_kota)
        except Refused as error:
            if kecamatan or not self.hint:
                raise
            try:
                return self.index.find(name, kota, self.hint, self.default_kota)
            except Refused:
                raise error from None

    def _agree(self, area: Area, code: str, name: str, province: str) -> None:
        if code and name and not self.index.agree(area, name):
            raise RowRefused(
                f"kode {code} adalah {area.kelurahan}, kecamatan {area.kecamatan}, bukan "
                f"{name[:60]}",
                "Periksa mana yang benar (kode BPS mirip kode Kemendagri), lalu perbaiki kode "
                "atau namanya.",
                self._code or 0,
            )
        if province and not areas.in_province(area, province):
            raise RowRefused(
                f"{area.kelurahan} ada di provinsi {area.provinsi}, bukan {province[:60]}",
                "Periksa kode dan wilayah baris ini.",
                self._province or 0,
            )

    def states_name(self, area: Area, nama: str) -> bool:
        """True where a `nama` that names the row says more than which kelurahan it is."""
        default = vocabulary.default_name(area.kelurahan, area.kode)
        lowered = nama.casefold()
        return match_key(nama) != match_key(default) and any(
            word in lowered for word in ("koperasi", "kkmp", "kdmp", "kop.")
        )


def _said(cells: Sequence[str], position: int | None) -> str:
    if position is None or not (text := cells[position].strip()):
        return ""
    if text[0] == "'" and text[1:2].isdigit():
        text = text.lstrip("'")
    return "" if len(text) < 20 and states_nothing(text) else text
