"""A nota dinas for Word: real tables and headings, the numbers of the packet, nothing that acts."""

from __future__ import annotations

import xml.etree.ElementTree as ET
import zipfile
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given

from kkmp_cli import reports
from kkmp_cli.actions.packet_text import word_text
from kkmp_cli.model.cooperative import Snapshot
from kkmp_cli.model.office import Office, Signatory
from kkmp_cli.render import packet
from kkmp_cli.render.document import Document, Table, for_paper, shown
from kkmp_cli.render.formats import docx
from kkmp_cli.reports.details import complete
from random_registers import DAYS, random_registers, snapshots
from running import Office as Desk
from sections import PRINTED, packet_of
from snapshots import jakarta_pusat

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFFICE = Office(("PEMERINTAH",), ("SUKU DINAS <X>",), ("Jl. 1",), "Jakarta", Signatory(("Kepala",)))
NASTY = (
    "<w:p/>",
    "&amp;",
    "a\x00b\x1b[31m",
    "\ufffe\uffff",
    "Ü\u202eğ",
    "]]>",
    '"><x',
    "{{ 7*7 }}",
)


def body(content: bytes) -> ET.Element:
    """The text of the document, parsed by another than ours; every part must be XML."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        parts = {name: ET.fromstring(package.read(name)) for name in package.namelist()}
    return parts["word/document.xml"]


def rows_of(table: ET.Element) -> list[list[str]]:
    return [
        ["".join(each.itertext()) for each in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")
    ]


def paragraphs(root: ET.Element, style: str) -> list[str]:
    """The texts of this style."""
    return [
        "".join(one.itertext())
        for one in root.iter(f"{W}p")
        for named in one.iter(f"{W}pStyle")
        if named.get(f"{W}val") == style
    ]


def tables_of(made: Document) -> list[Table]:
    """The tables with rows that stand on paper, in their order."""
    sections = [section for part in made.parts for section in for_paper(part).sections]
    return [table for one in sections for table in one.tables if not table.groups]


@random_registers(15)
@given(snapshots(), DAYS)
def test_every_table_of_the_packet_is_one_of_word_with_the_same_cells(
    snapshot: Snapshot, day: date
) -> None:
    report = complete(reports.build(snapshot, day), snapshot)
    made = packet.document(report, PRINTED)
    written = [rows_of(table) for table in body(docx.write(made)).iter(f"{W}tbl")]
    for table in tables_of(made):
        kinds = [column.kind for column in table.columns]
        rows = [*table.rows, *([table.total] if table.total else [])]
        cells = [[shown(*each) for each in zip(row, kinds, strict=True)] for row in rows]
        assert [[column.label for column in table.columns], *cells] in written


def test_the_same_document_is_the_same_file() -> None:
    made = packet_of(jakarta_pusat())
    assert docx.write(made) == docx.write(made)


def test_headings_are_headings_and_rows_of_headings_repeat() -> None:
    made = packet_of(jakarta_pusat())
    root = body(docx.write(made))
    (part,) = made.parts
    shown_sections = [section.title for section in for_paper(part).sections]
    assert paragraphs(root, "Heading1") == shown_sections
    framed = [one for one in root.iter(f"{W}tbl") if one.find(f".//{W}tblHeader") is not None]
    assert len(framed) == len(tables_of(made)) + sum(bool(one.matrix) for one in part.sections)


def test_the_narrative_stands_once_in_place_of_the_first_sentences() -> None:
    made = packet_of(jakarta_pusat())
    text = "".join(body(docx.write(made)).itertext())
    assert text.count("34 dari 44 KKMP beroperasi; 10 belum") == 1
    assert all(sentence in text for sentence in made.parts[0].narrative)


def test_it_is_under_the_letterhead_and_signed() -> None:
    at = datetime(2026, 3, 9, 17, 0, tzinfo=UTC)
    made = packet.with_letterhead(packet_of(jakarta_pusat()), OFFICE, at)
    root = body(docx.write(made))
    assert paragraphs(root, "KopKantor") == ["SUKU DINAS <X>"]
    assert "Jakarta, 10 Maret 2026" in paragraphs(root, "TandaTangan")
    opening = rows_of(next(root.iter(f"{W}tbl")))
    assert ["Dari", ":", "Kepala"] in opening
    assert ["Tanggal", ":", "10 Maret 2026"] in opening


@pytest.mark.parametrize("text", NASTY)
def test_text_from_outside_is_text(text: str) -> None:
    made = packet_of(jakarta_pusat())
    part = made.parts[0]._replace(name=text, facts=(text,), narrative=(text,))
    root = body(docx.write(made._replace(title=text, place=text, parts=(part, part))))
    plain = text.translate(dict.fromkeys(map(ord, "\x00\x1b\u202e\ufffe\uffff")))
    assert len(paragraphs(root, "Heading1")) == 2
    assert plain in "".join(root.itertext()).translate(dict.fromkeys(map(ord, "\u202e")))


def test_it_is_chosen_by_its_extension_and_can_be_checked_later(demo: Desk, tmp_path: Path) -> None:
    file = tmp_path / "nota.docx"
    kota = ("--kota", "jakpus", "--per", "2026-03-10")
    demo.good("report", *kota, "--sejak", "2025-10-27", "-o", file)
    demo.good("update", "Gambir", "--kota", "jakpus", "--nib", "sudah")
    assert "sampai ke byte" in demo.good("verify", file).out
    assert word_text.texts(file.read_bytes(), "nota.docx")
    demo.good("report", *kota[2:], "-o", file)
    demo.good("report", *kota, "--matriks", "-o", file)
    assert "Matriks" in "".join(body(file.read_bytes()).itertext())


def test_with_personal_values_it_is_for_its_owner_alone(pusat: Desk, tmp_path: Path) -> None:
    pusat.good("update", "Gambir", "--usaha", "belum", "--ketua", "Ibu Uji", "--kota", "jakpus")
    file = tmp_path / "nota.docx"
    pusat.good("report", "--kota", "jakpus", "--with-personal", "-o", file)
    assert "Ibu Uji" in "".join(body(file.read_bytes()).itertext())
    assert file.stat().st_mode & 0o777 == 0o600
    pusat.good("report", "--kota", "jakpus", "-o", file)
    assert "Ibu Uji" not in "".join(body(file.read_bytes()).itertext())
