"""The packet as a workbook: a sheet for every list, names that a sheet may bear, no formula."""

from __future__ import annotations

import io
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


def test_two_lists_of_one_name_stand_on_two_sheets_that_excel_accepts() -> None:
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
