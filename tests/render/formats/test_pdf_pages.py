"""Where the pages of a PDF end: headings with what they head, signatures with what they sign."""

from __future__ import annotations

import io
from typing import Any

import pytest

from kkmp_cli.render.document import COUNT, Column, Document, Part, Section, Signature, Table
from kkmp_cli.render.formats import pdf

pytest.importorskip("typst")
pypdf: Any = pytest.importorskip("pypdf")
COLUMNS = (Column("a", "Kolom"), Column("n", "KKMP", COUNT))
SIGNED = (Signature("Mengetahui"), Signature("Yang melaporkan"))
NOTES = Section("arti", "Catatan", notes=("Arti satu.", "Arti dua."), small=True)


def lines(count: int) -> Section:
    """A section that fills so many lines."""
    return Section("isi", "Isi", tuple(f"Kalimat {number}." for number in range(count)))


def table(rows: int) -> Table:
    """A table with a total, so that nothing stands alone."""
    return Table("t", "Tabel", COLUMNS, tuple((f"Sel {at}", at) for at in range(rows)))


def pages(*sections: Section, signatures: tuple[Signature, ...] = ()) -> list[str]:
    """The text of each page."""
    made = Document("Rapat", "J", "hari", (Part("31.71", "J", (), sections),), "Akhir.", signatures)
    reader = pypdf.PdfReader(io.BytesIO(pdf.write(made)))
    return [page.extract_text() for page in reader.pages]


@pytest.mark.parametrize("count", range(26, 44, 2))
def test_a_table_never_begins_a_page_without_its_heading_and_its_sentence(count: int) -> None:
    with_table = Section("angka", "Judul angka", ("Kalimat angka.",), (table(5),))
    for text in pages(lines(count), with_table):
        assert ("Sel 0" in text) == ("Judul angka" in text) == ("Kalimat angka." in text)


@pytest.mark.parametrize("count", range(20, 44, 3))
@pytest.mark.parametrize("rows", [0, 4])
def test_no_page_holds_only_signatures_or_only_small_print(count: int, rows: int) -> None:
    body = [lines(count)]
    if rows:
        body.append(Section("angka", "Judul angka", ("Kalimat angka.",), (table(rows),)))
    last = pages(*body, NOTES, signatures=SIGNED)[-1]
    assert "Mengetahui" in last and "Arti satu." in last
    assert "Kalimat" in last or "Sel" in last


@pytest.mark.parametrize("count", range(20, 44, 3))
def test_lines_to_write_on_stand_with_the_signatures_below_them(count: int) -> None:
    last = pages(lines(count), Section("c", "Catatan kunjungan", blank=5), signatures=SIGNED)[-1]
    assert "Catatan kunjungan" in last and "Mengetahui" in last
