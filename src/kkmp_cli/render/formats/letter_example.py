"""The template that comes with the program, so that the first letter needs none of the office's: as
Markdown, and as the smallest document that Word opens.

Never enters: a value.
"""

from __future__ import annotations

import io
import zipfile
from importlib import resources
from xml.sax.saxutils import escape

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_RELS = "application/vnd.openxmlformats-package.relationships+xml"
_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    f'<Default Extension="rels" ContentType="{_RELS}"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>'
)
_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1"'
    f' Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
_PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1417" w:header="709"'
    ' w:footer="709" w:gutter="0"/></w:sectPr>'
)
_FONT = '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="22"/></w:rPr>'


def example(suffix: str) -> bytes:
    """The template for files of this kind: `.docx`, or a text."""
    text = resources.files("kkmp_cli.render").joinpath("templates", "surat.md").read_bytes()
    return _document(text.decode("utf-8")) if suffix == ".docx" else text


def _document(text: str) -> bytes:
    lines = "".join(map(_paragraph, text.rstrip("\n").split("\n")))
    body = f'{_HEAD}<w:document xmlns:w="{_WORD}"><w:body>{lines}{_PAGE}</w:body></w:document>'
    parts = {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": body}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _paragraph(line: str) -> str:
    if not line:
        return '<w:p><w:pPr><w:spacing w:after="0"/></w:pPr></w:p>'
    words = f'<w:r>{_FONT}<w:t xml:space="preserve">{escape(line)}</w:t></w:r>'
    return f'<w:p><w:pPr><w:spacing w:after="0"/></w:pPr>{words}</w:p>'
