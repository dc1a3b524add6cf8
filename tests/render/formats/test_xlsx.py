"""The packet as a workbook: a sheet for every list, names that a sheet may bear, no formula."""

from __future__ import annotations

import io
import re
import zipfile

import python_calamine

from kkmp_cli.render.document import COUNT, Bar, Column, Document, Part, Section, Table
from kkmp_cli.render.formats import xlsx
from sections import packet_of
from snapshots import jakarta_pusat

COLUMNS = (Column("kunci", "Kunci"), Column("nama", "Nama"), Column("n", "KKMP", COUNT))


def book_of(content: bytes) -> python_calamine.CalamineWorkbook:
    return python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))


def made(*tables: Table, bars: tuple[Bar, ...] = ()) -> bytes:
    section = Section("s", "S", tables=tables, bars=bars)
    return xlsx.write(
        Document("Rapat", "J", "hari", (Part("31.71", "J", (), (section,)),), "habis")
    )


def test_few_lists_have_a_sheet_each_under_a_name_that_excel_accepts() -> None:
    tables = [
        Table(str(at), "RAT [2025]: belum/sudah", COLUMNS, (("a", "x", 1),)) for at in range(2)
    ]
    assert book_of(made(*tables)).sheet_names == ["Ringkasan", "RAT  2025", "RAT  2025 2"]


def test_keys_of_programs_stay_out_and_zero_is_a_number() -> None:
    table = Table(
        "t", "Daftar", COLUMNS, (("k", "=1+1", 0), ("k", "Cideng", None)), ("", "Jumlah", 0)
    )
    content = made(table)
    rows = book_of(content).get_sheet_by_name("Daftar").to_python(skip_empty_area=False)
    assert rows[2:] == [["Nama", "KKMP"], ["=1+1", 0], ["Cideng", ""], ["Jumlah", 0]]
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        sheets = [package.read(n) for n in package.namelist() if n.startswith("xl/worksheets/")]
    assert not any(b"<f>" in sheet for sheet in sheets)


def parts_of(content: bytes) -> dict[str, str]:
    """The XML of each sheet by its name."""
    names = book_of(content).sheet_names
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {
            name: package.read(f"xl/worksheets/sheet{at}.xml").decode()
            for at, name in enumerate(names, 1)
        }


def test_the_packet_has_eight_sheets_at_most_and_the_matrix_after_the_summary() -> None:
    names = book_of(xlsx.write(packet_of(jakarta_pusat(), detail=True))).sheet_names
    assert names[:2] == ["Ringkasan", "Matriks"]
    assert len(names) <= 8
    assert all(len(name) <= 31 for name in names)


def test_every_sheet_prints_on_a4_as_wide_as_the_page_with_a_heading_on_each() -> None:
    content = xlsx.write(packet_of(jakarta_pusat(), detail=True))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        titles = package.read("xl/workbook.xml").decode().count("_xlnm.Print_Titles")
    sheets = parts_of(content)
    assert titles == len(sheets)
    for name, xml in sheets.items():
        assert '<pageSetUpPr fitToPage="1"/>' in xml, name
        assert 'paperSize="9"' in xml, name
        assert ('orientation="landscape"' in xml) == (name != "Matriks"), name
        assert "fitToWidth" not in xml, name


def test_a_long_text_makes_its_row_higher_and_a_heading_is_never_cut() -> None:
    columns = (Column("a", "Kata yang panjang sekali untuk judul", COUNT), Column("b", "Uraian"))
    xml = parts_of(made(Table("t", "Daftar", columns, ((1, "kata " * 60),))))["Daftar"]
    heights = [float(one) for one in re.findall(r'<row r="[34]"[^>]* ht="([\d.]+)"', xml)]
    assert heights[0] >= 4 * 15
    assert heights[1] >= 5 * 15


def test_where_nothing_is_known_the_summary_has_no_zero() -> None:
    bars = (Bar("NIB", 0, 0, 44, "belum ada data"), Bar("NPWP", 0, 44, 0, "0 dari 44"))
    rows = book_of(made(bars=bars)).get_sheet_by_name("Ringkasan").to_python()
    shares = {row[0]: row[1:5] for row in rows}
    assert shares["NIB"] == ["", "", 44, 44]
    assert shares["NPWP"] == [0, 44, 0, 44]


def test_the_published_facts_are_in_it() -> None:
    book = book_of(xlsx.write(packet_of(jakarta_pusat())))
    rows = {row[0]: row for row in book.get_sheet_by_name("Ringkasan").to_python()}
    assert rows["Beroperasi"][1:5] == [34, 10, 0, 44]
