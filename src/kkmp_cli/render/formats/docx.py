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

import jinja2

from kkmp_cli.parsing.text import printable
from kkmp_cli.render.document import Document, Part, Section, for_paper
from kkmp_cli.render.formats import word_tables

DOTS = "." * 30
_OPENING = (1_500, 280, word_tables.WIDE - 1_780)
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
            signing_widths=(word_tables.WIDE // 2, word_tables.WIDE // 2),
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
    made.filters |= {"cells_of": word_tables.of_table, "lines_of": word_tables.of_matrix}
    return made


def _harmless(text: str) -> str:
    """A text without what XML cannot hold."""
    return _NO_XML.sub("", printable(text))
