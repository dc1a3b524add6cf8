"""Whether a row would name a cooperative with another text in a cell, and which cells are to be
written for it to name a given one.

Never enters: what else the row states, the other rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kkmp_cli.areas.index import AreaIndex
from kkmp_cli.errors import CellError
from kkmp_cli.importing.read_result import Understanding
from kkmp_cli.importing.which_area import RowArea, RowRefused
from kkmp_cli.importing.wrong_rows import naming_column
from kkmp_cli.model.area import Area
from kkmp_cli.parsing.text import match_key

_BESIDE = (("kecamatan", "kecamatan"), ("kota", "kota"), ("provinsi", "provinsi"))
"""The columns that narrow a name, and what of an area stands there."""


class RenamedRow(NamedTuple):
    """A row of a file, to be held against the area list; `kota` narrows names as in the import."""

    areas: AreaIndex
    kota: str | None
    file: Understanding
    cells: Sequence[str]

    @property
    def positions(self) -> dict[str, int]:
        """The first column of each field."""
        return {column.field.name: column.position for column in reversed(self.file.columns)}

    def area(self, texts: Mapping[int, str]) -> Area | None:
        """The area that the row names with these texts, by column; None where it only names what
        narrows the rows below it, or nothing at all. Raises CellError.
        """
        cells = [texts.get(at, cell) for at, cell in enumerate(self.cells)]
        naming = RowArea(self.areas, self.kota, self.positions)
        try:
            area = naming.find(cells)
        except RowRefused as error:
            if not naming.narrow(_filled(cells)):
                raise CellError(error.message, error.remedy) from None
            return None
        if area is None and len(_filled(cells)) > 1 and not naming.narrow(_filled(cells)):
            raise CellError("baris ini berisi data tetapi tidak menyebut kelurahan", "")
        return area

    def candidates(self) -> list[Area]:
        """The areas that may be meant, three at most: by its name, and by its code."""
        by_code = self.areas.by_code(self._text("kode"))
        text = self._text("kelurahan") or ("" if by_code else self._text("nama"))
        kota = self._text("kota") or self.kota
        near = self.areas.candidates(text, kota, self._text("kecamatan") or None) if text else []
        return list(dict.fromkeys([*([by_code] if by_code else ()), *near]))[:3]

    def naming(self, area: Area) -> dict[int, str] | None:
        """By column, the fewest texts with which the row names an area; None where none do."""
        for texts in self._ways(area):
            try:
                if self.area(texts) == area:
                    return texts
            except CellError:
                continue
        return None

    def _ways(self, area: Area) -> Iterator[dict[int, str]]:
        """Its code where its name stands, then its code and what stands beside it too."""
        name, positions = naming_column(self.file), self.positions
        texts = {name.position: area.kode} if name else {}
        yield dict(texts)
        if self._text("kode"):
            texts[positions["kode"]] = area.kode
            yield dict(texts)
        for field, part in _BESIDE:
            if self._text(field):
                texts[positions[field]] = getattr(area, part)
                yield dict(texts)

    def _text(self, field: str) -> str:
        at = self.positions.get(field)
        return "" if at is None else self.cells[at].strip()

    def spelling(self, area: Area) -> str | None:
        """The text of the row that could be kept as a spelling of an area; None where it is none:
        a code, or a name that is another one's.
        """
        name = naming_column(self.file)
        text = self.cells[name.position].strip() if name else ""
        letters = any(map(str.isalpha, text)) and match_key(text) != match_key(area.kelurahan)
        alone = self.naming(area) == ({name.position: area.kode} if name else None)
        return text if letters and alone else None


def _filled(cells: Sequence[str]) -> list[tuple[int, str]]:
    return [(at, text) for at, cell in enumerate(cells) if (text := cell.strip())]
