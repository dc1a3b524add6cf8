"""A Word template is filled however Word has divided its text, and nothing else of it changes."""

from __future__ import annotations

import io
import re
import zipfile
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli.errors import Unusable
from kkmp_cli.parsing.text import printable
from kkmp_cli.render.formats import docx_template
from kkmp_cli.render.formats.letter_example import example

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def package(document: str, **more: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr(
            "word/document.xml", f"<w:document {W}><w:body>{document}</w:body></w:document>"
        )
        for name, content in more.items():
            made.writestr(f"word/{name}", content)
    return file.getvalue()


def runs(*texts: str) -> str:
    return "<w:p>" + "".join(f"<w:r><w:rPr/><w:t>{text}</w:t></w:r>" for text in texts) + "</w:p>"


def document_of(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as made:
        return made.read("word/document.xml").decode()


def text_of(content: bytes) -> str:
    return "".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", document_of(content)))


@given(cuts=st.lists(st.integers(1, 25), max_size=6), value=st.text(max_size=20))
def test_a_placeholder_may_be_cut_anywhere(cuts: list[int], value: str) -> None:
    whole = "Yth. {{ kepada }}, di {{kota}}"
    places = sorted({0, *cuts, len(whole)})
    content = package(runs(*(whole[a:b] for a, b in pairwise(places))))
    assert [*docx_template.names_in(content)] == ["kepada", "kota"]
    made = text_of(docx_template.filled(content, {"kepada": value, "kota": "Jakarta"}))
    shown = printable(value.replace("\n", ""))
    expected = (
        f"Yth. {shown}, di Jakarta".replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    )
    assert made == expected


def test_a_list_stands_in_lines_of_one_paragraph() -> None:
    made = document_of(docx_template.filled(package(runs("{{daf", "tar}}")), {"daftar": "a\nb"}))
    assert re.search(r">a</w:t><w:br/><w:t[^>]*>b</w:t>", made)


def test_two_paragraphs_are_two_texts() -> None:
    content = package(runs("{{na") + runs("ma}}"))
    assert [*docx_template.names_in(content)] == ["{{na"]


def test_what_is_not_text_stays_to_the_byte_and_headers_are_filled() -> None:
    head = f"<w:hdr {W}>{runs('{{kota}}')}</w:hdr>".encode()
    content = package(runs("x"), **{"header1.xml": head, "gambar.png": b"\x89PNG"})
    made = docx_template.filled(content, {"kota": "Jakarta"})
    with zipfile.ZipFile(io.BytesIO(made)) as letter:
        assert letter.read("word/gambar.png") == b"\x89PNG"
        assert b"Jakarta" in letter.read("word/header1.xml")


@pytest.mark.parametrize(
    "content",
    [
        b"hai",
        b"PK\x03\x04",
        package("<w:p>"),
        package(runs("x")).replace(b"<w:document", b"<!DOCTYPEa "),
    ],
)
def test_what_is_no_document_is_refused(content: bytes) -> None:
    with pytest.raises(Unusable):
        [*docx_template.names_in(content)]


def test_an_entity_and_a_package_without_a_document_are_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("word/document.xml", '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>')
    with pytest.raises(Unusable):
        [*docx_template.names_in(file.getvalue())]
    empty = io.BytesIO()
    with zipfile.ZipFile(empty, "w") as made:
        made.writestr("lain.xml", "<a/>")
    with pytest.raises(Unusable, match="Word"):
        [*docx_template.names_in(empty.getvalue())]


def test_the_example_can_be_filled() -> None:
    names = [*docx_template.names_in(example(".docx"))]
    made = text_of(docx_template.filled(example(".docx"), dict.fromkeys(names, "isi")))
    assert "{{" not in made and "isi" in made
