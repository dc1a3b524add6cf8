"""The cell formats of an XLS workbook ([MS-XLS] XF, Font, Format): numbers, strike, fill."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

from kkmp_cli.sheets import number_formats
from kkmp_cli.sheets.cell_styles import Style
from kkmp_cli.sheets.display import WHOLLY

FONT, CODE, FORMAT = 0x0031, 0x041E, 0x00E0
_STRIKE = 0x0008
_MISSING_FONT = 4
"""No font has this number; those behind it are counted as if one had."""
_WHITE = (1, 9, 64, 65)
_LONG = 20
"""So many bytes a format has since Excel 97."""


@dataclass(frozen=True, slots=True)
class Formats:
    """What the records of a workbook say of fonts, format codes and cell formats, in order."""

    struck: list[bool] = field(default_factory=list)
    codes: dict[int, str] = field(default_factory=dict)
    formats: list[bytes] = field(default_factory=list)

    def take(self, kind: int, data: bytes, wide: bool) -> None:
        """One record; `wide` where texts say how wide their letters are (Excel 97 and later)."""
        if kind == FONT:
            self.struck.append(bool(struct.unpack_from("<H", data, 2)[0] & _STRIKE))
        elif kind == CODE:
            self.codes[struct.unpack_from("<H", data)[0]] = text_of(data[2:], 2 if wide else 1)
        elif kind == FORMAT:
            self.formats.append(data)

    def strikes(self, font: int) -> bool:
        """True for a font that strikes its text through."""
        at = font - (font > _MISSING_FONT)
        return at < len(self.struck) and self.struck[at]

    def styles(self) -> list[Style]:
        """The cell formats by their number."""
        return [self._style(data) for data in self.formats]

    def _style(self, data: bytes) -> Style:
        font, code = struct.unpack_from("<HH", data)
        display = number_formats.by_number(code, self.codes)
        struck = WHOLLY if self.strikes(font) else ""
        return Style(display._replace(struck=struck), _is_filled(data))


def _is_filled(data: bytes) -> bool:
    if len(data) < _LONG:
        (colours,) = struct.unpack_from("<I", data, 8)
        return bool(colours >> 16 & 0x3F) and colours & 0x7F not in _WHITE
    borders, colours = struct.unpack_from("<IH", data, 14)
    return bool(borders >> 26) and colours & 0x7F not in _WHITE


def text_of(data: bytes, size: int) -> str:
    """A text behind its length of so many bytes; after two, a byte says how wide letters are."""
    if size == 1:
        return data[1 : 1 + data[0]].decode("latin-1")
    length, wide = struct.unpack_from("<HB", data)
    return data[3 : 3 + (length << (wide & 1))].decode("utf-16-le" if wide & 1 else "latin-1")
