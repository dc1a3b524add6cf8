"""The rejected rows of an area list, with what they stand below."""

from __future__ import annotations

from kkmp_cli.areas.official_lists import read
from kkmp_cli.render.formats import rejected_areas, rejects_file
from office_sheets import sheet_of

LEVELS = (
    "Kode;Nama\n31;DKJ\n31.71;Jakarta Pusat\n31.71.01;Gambir\n31.71.01.1001;\n31.71.02;Sawah Besar\n"
    "31.71.02.1001;Pasar Baru\n"
)


def _rows(text: str, *left_out: int) -> list[list[str]]:
    sheet = sheet_of(text)
    page = rejected_areas.page(sheet, read(sheet.rows, "a.csv"), left_out)
    lines = rejects_file.text([page]).decode("utf-8-sig").splitlines()
    return [line.split(";") for line in lines]


def test_a_row_of_a_list_by_levels_stands_below_those_that_name_its_place() -> None:
    heading, *rows = _rows(LEVELS)
    assert heading == ["kode", "nama", "Alasan ditolak"]
    assert [row[0] for row in rows] == ["31", "31.71", "31.71.01", "31.71.01.1001"]
    assert rows[-1][2].startswith("5 nama kosong.")


def test_a_row_that_was_left_out_says_so() -> None:
    flat = "kode;kelurahan;kecamatan;kota;provinsi\n31.71.01.1001;Gambir;Gambir;Pusat;DKJ\n"
    assert _rows(flat, 2)[1][-1] == "2 ditinggalkan karena diminta."
