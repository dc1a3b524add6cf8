"""Paragraphs and tables of a document are read out of its package, which may be anybody's."""

from __future__ import annotations

import io
import zipfile

import pytest

from kkmp_cli.actions.packet_text import word_text
from kkmp_cli.errors import Unusable
from kkmp_cli.sheets import packages

NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BODY = f"""<w:document {NAMES}><w:body>
<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Ring</w:t></w:r><w:r><w:t>kasan</w:t></w:r></w:p>
<w:p><w:r><w:t>Satu</w:t><w:tab/><w:t>dua</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Tahap</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Sudah</w:t></w:r></w:p></w:tc></w:tr>
<w:tr><w:tc><w:p><w:r><w:t>NIB</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>28</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
</w:body></w:document>"""


def package(**parts: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in parts.items():
            made.writestr(f"word/{name}.xml", text)
    return file.getvalue()


def test_headings_paragraphs_cells_and_footers_are_read() -> None:
    foot = f"<w:ftr {NAMES}><w:p><w:r><w:t>kaki</w:t></w:r></w:p></w:ftr>"
    texts = word_text.texts(package(document=BODY, footer1=foot), "a.docx")
    assert texts[("Ringkasan", "NIB", "Sudah")] == ["28"]
    assert texts[("Ringkasan",)] == ["Ringkasan", "Satu dua", "kaki"]


SIMPLE = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>{}</w:t></w:r></w:fldSimple>'
MARK = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
WHOLE = (
    f"{MARK.format('begin')}<w:r><w:instrText> NUMPAGES </w:instrText></w:r>{MARK.format('separate')}"
    f"<w:r><w:t>{{}}</w:t></w:r>{MARK.format('end')}<w:r><w:t>x</w:t></w:r>"
)


@pytest.mark.parametrize("field", [SIMPLE, WHOLE])
def test_the_number_of_a_page_is_nobody_s_word_but_in_the_text(field: str) -> None:
    foot = f"<w:ftr {NAMES}><w:p>{field.format(4)}</w:p></w:ftr>"
    texts = word_text.texts(package(document=BODY, footer1=foot), "a.docx")
    assert not any("4" in text for several in texts.values() for text in several)
    body = BODY.replace("</w:body>", f"<w:p>{field.format(4)}</w:p></w:body>")
    assert "4" in word_text.texts(package(document=body), "a.docx")[("Ringkasan",)][-1]


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04",
        package(lain="<a/>"),
        package(document="<w:p"),
        package(document='<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'),
    ],
)
def test_what_is_broken_or_defines_entities_is_refused(content: bytes) -> None:
    with pytest.raises(Unusable):
        word_text.texts(content, "a.docx")


def test_a_document_that_unpacks_to_more_than_a_packet_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(packages, "UNPACKED_LIMIT", 2_000)
    with pytest.raises(Unusable, match="200 MB"):
        word_text.texts(package(document=" " * 2_001), "a.docx")
