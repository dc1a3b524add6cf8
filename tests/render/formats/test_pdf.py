"""What a PDF is made of, and that text in it is data."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kkmp_cli.errors import MissingExtra
from kkmp_cli.render.document import COUNT, Column, Document, Line, Part, Section, Table
from kkmp_cli.render.formats import pdf
from sections import packet_of
from snapshots import jakarta_pusat, small

NASTY = '#import "x" $rumus$ *tebal* <b> \\n " ] } @label'
COLUMNS = (Column("a", "Nama"), Column("n", "KKMP", COUNT))


def drawn(section: Section) -> dict[str, Any]:
    """What the template is given of one section."""
    whole = Document("Rapat", "J", "hari", (Part("31.71", "J", (), (section,)),), "-")
    (part,) = pdf._document(whole)["parts"]
    (one,) = part["sections"]
    return dict(one)


def test_numbers_take_what_they_need_and_texts_share_the_rest() -> None:
    long = Table("t", "T", COLUMNS, (("x" * 30, 1_234), ("pendek", None)))
    (table,) = drawn(Section("s", "S", tables=(long,)))["tables"]
    assert (table["widths"], table["right"]) == ([30, 0], [False, True])
    assert table["rows"] == [["x" * 30, "1.234"], ["pendek", "–"]]


def test_a_gap_in_a_line_is_no_stroke() -> None:
    days = ("2025-12-31", "2026-01-31", "2026-02-28", "2026-03-10")
    section = Section("s", "S", ("x",), lines=(Line("NIB", days, (1, 2, None, 0), 44),))
    (line,) = drawn(section)["lines"]
    assert (len(line["strokes"]), len(line["points"]), line["value"]) == (1, 3, "0")


def test_typst_prints_text_of_others_as_text() -> None:
    pytest.importorskip("typst")
    snapshot = small({"usaha": "belum"})
    made = packet_of(snapshot, date(2026, 3, 10))
    section = Section("s", NASTY, (NASTY,), (Table("t", NASTY, COLUMNS, ((NASTY, 0),)),))
    (part,) = made.parts
    made = made._replace(parts=(part._replace(name=NASTY, sections=(section,)),))
    assert pdf.write(made).startswith(b"%PDF-")


def test_without_the_extra_it_is_said_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> object:
        raise ImportError(name) if name == "typst" else AssertionError(name)

    monkeypatch.setattr(pdf, "import_module", absent)
    with pytest.raises(MissingExtra, match="PDF memerlukan tambahan `pdf`"):
        pdf.write(packet_of(jakarta_pusat()))
