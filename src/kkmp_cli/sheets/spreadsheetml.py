"""What an XLSX workbook shows of a sheet beside its values (ECMA-376, SpreadsheetML).

Never enters: the values, which the parser hands over; what a cell means.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator, Mapping, Sequence

from kkmp_cli.sheets import cell_styles, markup, struck_text
from kkmp_cli.sheets.cell_styles import Style
from kkmp_cli.sheets.display import SheetDisplay
from kkmp_cli.sheets.display_scan import DisplayScan
from kkmp_cli.sheets.worksheet import Worksheet

_WORKBOOK, _STRINGS, _STYLES = "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"


def shown(package: zipfile.ZipFile, sheet: str) -> SheetDisplay:
    """What is shown of the sheet of this name.

    Raises ExpatError, LookupError or ValueError for a package that is not as it should be.
    """
    part = _part(package, sheet)
    strings = _struck_strings(package)
    styles = _styles(package)
    worksheet = Worksheet(styles, strings)
    telling = DisplayScan(styles, bool(strings))
    markup.walk(telling.parts(markup.unpacked(package, part)), worksheet)
    for comments in _related(package, part, "Type", "/comments"):
        markup.walk(markup.unpacked(package, comments), worksheet)
    return worksheet.shown


def _styles(package: zipfile.ZipFile) -> Sequence[Style]:
    if _STYLES not in package.namelist():
        return ()
    return cell_styles.read(markup.unpacked(package, _STYLES))


def _struck_strings(package: zipfile.ZipFile) -> Mapping[str, str]:
    """The number of each shared string of which anything is struck."""
    if _STRINGS not in package.namelist():
        return {}
    if not markup.mentions(markup.unpacked(package, _STRINGS), b"strike"):
        return {}
    return struck_text.shared_strings(markup.unpacked(package, _STRINGS))


def _part(package: zipfile.ZipFile, sheet: str) -> str:
    """The entry that holds a sheet, by the name that the workbook gives it."""
    tags = _tags(package, _WORKBOOK, "sheet")
    number = next((each["id"] for each in tags if each.get("name") == sheet), None)
    for part in _related(package, _WORKBOOK, "Id", number or ""):
        return part
    raise KeyError(sheet)


def _related(package: zipfile.ZipFile, part: str, key: str, ending: str) -> Iterator[str]:
    """The entries that a part names as related, by how an attribute of the relationship ends."""
    folder, name = posixpath.split(part)
    relationships = f"{folder}/_rels/{name}.rels"
    if relationships not in package.namelist():
        return
    for each in _tags(package, relationships, "Relationship"):
        if each.get(key, "").endswith(ending) and (key != "Id" or each["Id"] == ending):
            yield posixpath.normpath(posixpath.join("/", folder, each["Target"])).lstrip("/")


class _Tags(markup.Handler):
    """The attributes of every tag of one name, their names without prefixes."""

    def __init__(self, tag: str) -> None:
        self.attributes: list[dict[str, str]] = []
        self._tag = tag

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == self._tag:
            self.attributes.append({markup.bare(key): text for key, text in attributes.items()})


def _tags(package: zipfile.ZipFile, entry: str, tag: str) -> list[dict[str, str]]:
    tags = _Tags(tag)
    markup.walk(markup.unpacked(package, entry), tags)
    return tags.attributes
