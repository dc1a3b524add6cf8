"""The visible lines of a PDF are read in a process of their own."""

from __future__ import annotations

from importlib import util

import pytest

from kkmp_cli.actions.packet_text import pdf_pages
from kkmp_cli.errors import MissingExtra, Unusable


def test_lines_stand_under_their_page() -> None:
    typst = pytest.importorskip("typst")
    content = typst.compile(b"34 dari 44\n#pagebreak()\nselesai")
    assert pdf_pages.texts(content, "a.pdf") == {
        ("halaman 1",): ["34 dari 44"],
        ("halaman 2",): ["selesai"],
    }


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7", b"%PDF-1.7\nxref\n0 99999999999\ntrailer<</Size 1>>"]
)
def test_what_cannot_be_read_is_refused(content: bytes) -> None:
    with pytest.raises(Unusable, match="PDF"):
        pdf_pages.texts(content, "a.pdf")


def test_without_the_library_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(util, "find_spec", lambda _name: None)
    monkeypatch.setattr(pdf_pages, "find_spec", util.find_spec)
    with pytest.raises(MissingExtra, match="pdf"):
        pdf_pages.texts(b"%PDF-1.7", "a.pdf")
