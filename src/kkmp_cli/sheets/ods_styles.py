"""The cell and text styles of an ODS workbook, as far as they strike a text or colour a cell.

Never enters: number formats, since each cell says how its value is shown.
"""

from __future__ import annotations

from dataclasses import dataclass

from kkmp_cli.sheets import markup

_DEEPEST = 20
_LINES = ("style:text-line-through-style", "style:text-line-through-type")
_NONE = ("none", "transparent", "#ffffff")


@dataclass
class _Style:
    """One style; what it leaves open its parent says."""

    parent: str
    struck: bool | None = None
    filled: bool | None = None


class Styles(markup.Handler):
    """Collects the styles of a document by family and name."""

    def __init__(self) -> None:
        self._styles: dict[tuple[str, str], _Style] = {}
        self._present = _Style("")

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A tag begins; properties belong to the style around them."""
        if tag in ("style", "default-style"):
            key = attributes.get("style:family", ""), attributes.get("style:name", "")
            self._present = _Style(attributes.get("style:parent-style-name", ""))
            self._styles[key] = self._present
        elif tag == "text-properties":
            lines = {attributes.get(name) for name in _LINES} - {None}
            self._present.struck = lines != {"none"} if lines else None
        elif tag == "table-cell-properties" and "fo:background-color" in attributes:
            self._present.filled = attributes["fo:background-color"] not in _NONE

    def strikes(self, family: str, name: str | None) -> bool | None:
        """True where a style strikes its text, None where neither it nor a parent says so."""
        line = self._line(family, name)
        return next((each.struck for each in line if each.struck is not None), None)

    def fills(self, name: str | None) -> bool:
        """True where a cell style has a colour."""
        line = self._line("table-cell", name)
        return next((each.filled for each in line if each.filled is not None), False)

    def _line(self, family: str, name: str | None) -> list[_Style]:
        """A style and those that it follows, nearest first."""
        line: list[_Style] = []
        while name and (style := self._styles.get((family, name))) and len(line) < _DEEPEST:
            line.append(style)
            name = style.parent
        return line
