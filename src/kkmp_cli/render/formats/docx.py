"""A document → a nota dinas for Word, to be edited there: letterhead, the narrative, real tables
with headings that repeat, real heading styles, numbered pages, who signs.

The parts of the package are written as they are, so that nothing has to be installed for it and the
same document is the same file to the byte. Never enters: a sum, a word that is not in the document
but for the frame of a nota dinas.
"""

from __future__ import annotations

import re
import zipfile
from functools import cache
from importlib import resources
from io import BytesIO
from typing import Any

import jinja2

from kkmp_cli.parsing.text import printable
from kkmp_cli.render.document import (
    COUNT,
    SIGNED,
    Document,
    Matrix,
    Part,
    Row,
    Section,
    Table,
    for_paper,
    shown,
)
from kkmp_cli.render.words import NOTHING

DOTS = "." * 30
_WIDE = 9_638
"""Twentieths of a point between the margins of A4."""
_OPENING = (1_500, 280, _WIDE - 1_780)
_LEAST, _MOST = 3, 40
"""Letters for which a column has room at least, and at most if others are long."""
_SMALL = 8
"""More columns are set in small letters."""
_LETTER, _SMALL_LETTER = 108, 86
"""What a letter takes of the line."""
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The time of each entry: a file says when it was printed, its package does not."""
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = f"""{_XML}<Types xmlns="{_PACKAGE}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>\
<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>\
<Override PartName="/word/footer1.xml" ContentType="{_TYPE}.footer+xml"/>\
<Override PartName="/docProps/core.xml" \
ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>"""
_RELATIONS = f"""{_XML}<Relationships xmlns="{_PACKAGE}/relationships">\
<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>\
<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" \
Target="docProps/core.xml"/></Relationships>"""
_OF_DOCUMENT = f"""{_XML}<Relationships xmlns="{_PACKAGE}/relationships">\
<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>\
<Relationship Id="rId2" Type="{_OFFICE}/footer" Target="footer1.xml"/></Relationships>"""
_CORE = f"""{_XML}<cp:coreProperties \
xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">\
<dc:title>{{{{ title }}}}</dc:title><dc:description>{{{{ origin }}}}</dc:description>\
<dc:language>id-ID</dc:language></cp:coreProperties>"""
_FIELD = '<w:fldSimple w:instr=" {} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
_FOOTER = f"""{_XML}<w:ftr xmlns:w="{_W}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>\
<w:r><w:t xml:space="preserve">{{{{ title }}}}</w:t></w:r><w:r><w:tab/></w:r>\
<w:r><w:t xml:space="preserve">Halaman </w:t></w:r>{_FIELD.format("PAGE")}\
<w:r><w:t xml:space="preserve"> dari </w:t></w:r>{_FIELD.format("NUMPAGES")}</w:p></w:ftr>"""


def write(document: Document) -> bytes:
    """The whole document as a package of Word."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in _parts(document).items():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, text)
    return content.getvalue()


def _parts(document: Document) -> dict[str, str]:
    """The parts of the package by their names."""
    made, title = _environment(), f"{document.title}, {document.place}, {document.day}"
    styles = resources.files("kkmp_cli.render").joinpath("templates", "nota_styles.xml")
    return {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS,
        "docProps/core.xml": made.from_string(_CORE).render(title=title, origin=document.origin),
        "word/document.xml": _body(document),
        "word/styles.xml": styles.read_text(encoding="utf-8"),
        "word/footer1.xml": made.from_string(_FOOTER).render(title=title),
        "word/_rels/document.xml.rels": _OF_DOCUMENT,
    }


def _body(document: Document) -> str:
    return (
        _environment()
        .get_template("nota.xml.j2")
        .render(
            document=document,
            parts=[_told(for_paper(part)) for part in document.parts],
            opening=_opening(document),
            opening_widths=_OPENING,
            signing_widths=(_WIDE // 2, _WIDE // 2),
            dots=DOTS,
        )
    )


def _told(part: Part) -> Part:
    """The part with its narrative for the sentences of its first section."""
    if not part.narrative or not part.sections:
        return part
    first, *others = part.sections
    kept = [first._replace(lead=()), *others]
    return part._replace(sections=tuple(one for one in kept if _says(one)))


def _says(section: Section) -> bool:
    return bool(section.lead or section.tables or section.notes or section.matrix)


def _opening(document: Document) -> list[tuple[str, str]]:
    """The lines at the head of a nota dinas; what is not known is left to be written."""
    signer = document.signatures[-1] if document.signatures else None
    day = signer.place.rpartition(", ")[2] if signer else ""
    return [
        ("Kepada", f"Yth. {DOTS}"),
        ("Dari", ", ".join(signer.position) if signer and signer.position else DOTS),
        ("Tanggal", day or DOTS),
        ("Nomor", DOTS),
        (
            "Hal",
            f"{document.title}, {document.place}, {document.day[:1].lower()}{document.day[1:]}",
        ),
    ]


@cache
def _environment() -> jinja2.Environment:
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("kkmp_cli.render"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=lambda value: _harmless(value) if type(value) is str else value,
    )
    made.filters |= {"cells_of": _cells, "lines_of": _lines}
    return made


def _harmless(text: str) -> str:
    """A text without what XML cannot hold."""
    return _NO_XML.sub("", printable(text))


def _cells(table: Table) -> dict[str, Any]:
    """A table as texts, with the width of each column."""
    rows = [_row(table, row) for row in table.rows]
    total = [_row(table, table.total)] if table.total else []
    heads = [column.label for column in table.columns]
    small = len(heads) > _SMALL
    return {
        "heads": heads,
        "rows": rows,
        "total": total[0] if total else [],
        "right": [column.kind in (COUNT, SIGNED) for column in table.columns],
        "widths": _widths([heads, *rows, *total], _SMALL_LETTER if small else _LETTER),
        "style": "SelKecil" if small else "Sel",
    }


def _row(table: Table, row: Row) -> list[str]:
    return [shown(cell, column.kind) for cell, column in zip(row, table.columns, strict=True)]


def _widths(rows: list[list[str]], letter: int) -> list[int]:
    """What each column takes of the line: its longest word, and of what is left a share by how much
    longer its texts are.
    """
    columns = [*zip(*rows, strict=True)]
    words = [max(len(word) for text in texts for word in text.split() or [""]) for texts in columns]
    longest = [min(max(map(len, texts)), _MOST) for texts in columns]
    least = [letter * (max(word, _LEAST) + 2) for word in words]
    wanted = [max(long - word, 0) + 1 for long, word in zip(longest, words, strict=True)]
    left = max(_WIDE - sum(least), 0)
    each = [size + left * want // sum(wanted) for size, want in zip(least, wanted, strict=True)]
    scale = max(sum(each), _WIDE)
    return [_WIDE * size // scale for size in each]


def _lines(matrix: Matrix) -> dict[str, Any]:
    """A matrix as texts: a line for each cooperative, under its kecamatan; counts at the foot."""
    groups = [
        {
            "label": group.label,
            "lines": [[line.label, *(mark.seen for mark in line.marks)] for line in group.lines],
        }
        for group in matrix.groups
    ]
    foot = [
        [f"{mark.sign} {mark.words}", *(NOTHING if n is None else shown(n, COUNT) for n in row)]
        for mark, row in zip(matrix.legend, matrix.counts, strict=True)
    ]
    first = 2_600
    others = (_WIDE - first) // len(matrix.heads)
    return {
        "heads": [matrix.label, *matrix.heads],
        "right": [False] * (len(matrix.heads) + 1),
        "widths": [first, *[others] * len(matrix.heads)],
        "groups": groups,
        "foot": foot,
    }
