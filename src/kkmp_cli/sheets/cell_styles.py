"""The cell formats of an XLSX workbook (`xl/styles.xml`): number format, strike, fill."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kkmp_cli.sheets import markup, number_formats
from kkmp_cli.sheets.display import PLAIN, WHOLLY, Display

_LISTS = ("fonts", "fills", "cellXfs")
_OFF = ("0", "false")
_WHITE = ("FFFFFFFF", "00FFFFFF")
_PLAIN_THEME, _PLAIN_INDEX = "0", ("1", "9", "64", "65")
"""The colours of paper: of a theme, and of the palette of old."""


class Style(NamedTuple):
    """How the cells of one format show their values, and whether an empty one has a colour."""

    display: Display = PLAIN
    filled: bool = False


def read(pieces: Iterable[bytes]) -> list[Style]:
    """The formats of a workbook by their number."""
    sheet = _Stylesheet()
    markup.walk(pieces, sheet)
    return [sheet.style(number) for number in sheet.formats]


class _Stylesheet(markup.Handler):
    def __init__(self) -> None:
        self.formats: list[dict[str, str]] = []
        self._codes: dict[int, str] = {}
        self._struck: list[bool] = []
        self._filled: list[bool] = []
        self._list = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in _LISTS:
            self._list = tag
        elif tag == "numFmt":
            self._codes[int(attributes["numFmtId"])] = attributes.get("formatCode", "")
        elif self._list == "cellXfs" and tag == "xf":
            self.formats.append(attributes)
        elif self._list == "fonts":
            self._font(tag, attributes)
        elif self._list == "fills":
            self._fill(tag, attributes)

    def _font(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "font":
            self._struck.append(False)
        elif is_strike(tag, attributes) and self._struck:
            self._struck[-1] = True

    def _fill(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "fill":
            self._filled.append(False)
        elif tag == "patternFill" and self._filled:
            self._filled[-1] = attributes.get("patternType", "none") not in ("none", "gray125")
        elif tag == "fgColor" and self._filled and _is_white(attributes):
            self._filled[-1] = False

    def end(self, tag: str) -> None:
        if tag == self._list:
            self._list = ""

    def style(self, attributes: dict[str, str]) -> Style:
        display = number_formats.by_number(int(attributes.get("numFmtId", 0)), self._codes)
        if _of(self._struck, attributes.get("fontId")):
            display = display._replace(struck=WHOLLY)
        return Style(display, _of(self._filled, attributes.get("fillId")))


def is_strike(tag: str, attributes: dict[str, str]) -> bool:
    """True for the property of a font that strikes its text through."""
    return tag == "strike" and attributes.get("val") not in _OFF


def _of(properties: list[bool], number: str | None) -> bool:
    return bool(number) and int(number or 0) < len(properties) and properties[int(number or 0)]


def _is_white(attributes: dict[str, str]) -> bool:
    return (
        attributes.get("rgb", "").upper() in _WHITE
        or (attributes.get("theme") == _PLAIN_THEME and "tint" not in attributes)
        or attributes.get("indexed") in _PLAIN_INDEX
    )
