"""Which cooperative a row is about: its code, its name, and what narrows the name.

Only the rules of `areas` find a name; here stands which cells of a row are asked, that they must
agree, and which rows only name the kecamatan or kota of those below them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter, itemgetter

from kkmp_cli.areas import index as areas
from kkmp_cli.areas.index import AreaIndex
from kkmp_cli.errors import NotFound, Refused
from kkmp_cli.importing.row_kinds import KECAMATAN, ORDINAL
from kkmp_cli.model.area import Area
from kkmp_cli.model.vocabulary import default_name
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.state_words import states_nothing
from kkmp_cli.parsing.text import match_key
from kkmp_cli.sheets.display import fault

Filled = Sequence[tuple[int, str]]
"""The cells of a row that hold anything, each with its column."""

_KOTA = r"(?i)(?:kota|kabupaten|kab\.)\s+\S"
_COUNT = r"(?a)\d[\d.]*"
_NAMES = ("kelurahan", "kecamatan", "kota", "provinsi")


class RowRefused(Refused):
    """No cooperative can be told from this row; `position` is the column that is to blame."""

    def __init__(self, message: str, remedy: str, position: int) -> None:
        super().__init__(message, remedy)
        self.position = position


@dataclass(eq=False, repr=False)
class RowArea:
    """The area cells of one sheet; `positions` has the column of each field.

    `kecamatan` and `kota` are those of the last row that only names one, `hint` the kecamatan of
    the last row that named its own.
    """

    index: AreaIndex
    default_kota: str | None
    positions: Mapping[str, int]
    kecamatan: str | None = None
    kota: str | None = None
    hint: str | None = None
    exact: bool = False
    """True where the row that was found last says its code, and no name but the official ones."""

    def __post_init__(self) -> None:
        positions = self.positions
        self._code, self._name = positions.get("kode"), positions.get("kelurahan")
        self.by_nama = self._code is None and self._name is None
        """True where only the column `nama` names the cooperatives."""
        if self.by_nama:
            self._name = positions.get("nama")
        self._beside = _beside(positions)
        self._texts = itemgetter(self._code or 0, *self._beside.values())
        self._official = attrgetter("kode", *self._beside)
        self.key = self._name if self._name is not None else self._code or 0
        """The column in which a row names its cooperative."""

    def find(self, cells: Sequence[str]) -> Area | None:
        """The area of a row, None where the row names none. Raises RowRefused."""
        area = self._by_code(cells)
        self.exact = area is not None
        return area or self._with_care(cells)

    def _by_code(self, cells: Sequence[str]) -> Area | None:
        """The area of a row that says its code, and no name but the official ones."""
        area = self.index.by_code(cells[self._code]) if self._code is not None else None
        if area is None or self._texts(cells) == self._official(area):
            return area
        beside = ((cells[position], getattr(area, name)) for name, position in self._beside.items())
        return None if any(text and text != official for text, official in beside) else area

    def _with_care(self, cells: Sequence[str]) -> Area | None:
        code, name = _stated(cells, self._code), _stated(cells, self._name)
        if not code and not name:
            return None
        try:
            area = self._named(code, name, cells)
        except RowRefused:
            raise
        except Refused as error:
            raise RowRefused(error.message, error.remedy, self._to_blame(cells, error)) from None
        self._agree(area, code, name)
        self._agree_on_province(area, self._text(cells, "provinsi"))
        return area

    def _named(self, code: str, name: str, cells: Sequence[str]) -> Area:
        kecamatan, kota = self._text(cells, "kecamatan"), self._text(cells, "kota")
        self.hint = kecamatan or self.hint
        if code:
            named = name or _stated(cells, self.positions.get("nama"))
            compact = self.index.by_compact_code(code, named)
            return self.index.find(compact.kode if compact else code, kota, kecamatan)
        return self._by_name(name, kota or self.kota, kecamatan or self.kecamatan)

    def _text(self, cells: Sequence[str], name: str) -> str | None:
        return _stated(cells, self.positions.get(name)) or None

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

    def _to_blame(self, cells: Sequence[str], error: Refused) -> int:
        """The column of what was not found: the kota, the kecamatan, else what names the row."""
        if isinstance(error, NotFound):
            kota, kecamatan = self._text(cells, "kota"), self._text(cells, "kecamatan")
            if kota and not self._is_kota(kota):
                return self.positions["kota"]
            if kecamatan:
                return self.positions["kecamatan"]
        return self._code if self._code is not None and cells[self._code].strip() else self.key

    def _is_kota(self, name: str) -> bool:
        try:
            return bool(self.index.find_kota(name))
        except Refused:
            return False

    def _agree(self, area: Area, code: str, name: str) -> None:
        if code and name and not self.index.agree(area, name):
            raise RowRefused(
                f"kode {code} adalah {area.kelurahan}, kecamatan {area.kecamatan}, bukan "
                f"{short(name)}",
                "Periksa mana yang benar (kode BPS mirip kode Kemendagri), lalu perbaiki kode "
                "atau namanya.",
                self._code or 0,
            )

    def _agree_on_province(self, area: Area, province: str | None) -> None:
        if province and not areas.in_province(area, province):
            raise RowRefused(
                f"{area.kelurahan} ada di provinsi {area.provinsi}, bukan {short(province)}",
                "Periksa kode dan wilayah baris ini.",
                self.positions.get("provinsi", 0),
            )

    def states_name(self, area: Area, nama: str) -> bool:
        """True where a `nama` that names the row says more than which kelurahan it is."""
        default = default_name(area.kelurahan, area.kode)
        lowered = nama.casefold()
        return match_key(nama) != match_key(default) and any(
            word in lowered for word in ("koperasi", "kkmp", "kdmp", "kop.")
        )

    def narrow(self, filled: Filled, bare: bool = True) -> bool:
        """True where a row only names the kecamatan (or kota) of the rows that follow, which it
        then does; without `bare` only one that says `Kecamatan`.

        Raises Refused for such a one that nobody knows.
        """
        texts = [text for _, text in filled if not re.fullmatch(ORDINAL, text)]
        if len(texts) > 1:
            texts = [text for text in texts if not re.fullmatch(_COUNT, text)]
        if len(texts) != 1:
            return False
        if match := re.fullmatch(KECAMATAN, texts[0]):
            self.kecamatan = self._kecamatan(match["name"])
            return True
        return bare and len(filled) <= 2 and self._narrow_bare(texts[0])

    def _narrow_bare(self, name: str) -> bool:
        try:
            if re.match(_KOTA, name):
                self.kota, self.kecamatan = self.index.find_kota(name)[0], None
                return True
            within = self.index.kecamatan_within(self.prefix)
            named = within.answering(name.strip(" :."))
        except Refused:
            return False
        if len(named) == 1:
            self.kecamatan = named[0][0]
        return len(named) == 1

    @property
    def prefix(self) -> str:
        """The code within which names are looked for; empty for the whole list."""
        kota = self.kota or self.default_kota
        return self.index.find_kota(kota)[0] if kota else ""

    def _kecamatan(self, name: str) -> str:
        return self.index.kecamatan_within(self.prefix).find(name.strip(" :."))[0]


def _beside(positions: Mapping[str, int]) -> dict[str, int]:
    """The columns of the names that must agree with a code."""
    return {name: positions[name] for name in _NAMES if name in positions}


def _stated(cells: Sequence[str], position: int | None) -> str:
    if position is None or not (text := cells[position].strip()):
        return ""
    if error := fault(text):
        raise RowRefused(error.message, error.remedy, position)
    if text[0] == "'" and text[1:2].isdigit():
        text = text.lstrip("'")
    return "" if len(text) < 20 and states_nothing(text) else text
