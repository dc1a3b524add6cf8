"""A column of remarks that only says who was there is one of presence."""

from __future__ import annotations

import pytest

from kkmp_cli.importing.attendance import attendance_headings
from kkmp_cli.importing.attendance.remarks import understood_by
from kkmp_cli.sheets.table import body
from office_sheets import sheet_of


def columns(text: str) -> list[str]:
    sheet = sheet_of(text)
    seen = attendance_headings.understand(sheet)
    return [one.name for one in understood_by(seen, [*body(sheet, seen.table)]).columns]


def test_where_every_remark_is_a_word_of_presence_it_is_read() -> None:
    assert columns("Kelurahan;Nama;Ket.\nGambir;A;izin\nGambir;B;\nCideng;C;Hadir") == [
        "kelurahan",
        "nama",
        "hadir",
    ]


@pytest.mark.parametrize("remark", ["ketua baru", "", "ada"])
def test_any_other_remark_leaves_the_column_alone(remark: str) -> None:
    text = f"Kelurahan;Nama;Keterangan\nGambir;A;{remark}"
    assert columns(text) == ["kelurahan", "nama"]


def test_beside_a_column_of_presence_remarks_are_remarks() -> None:
    text = "Kelurahan;Nama;Hadir;Ket\nGambir;A;✓;izin"
    assert columns(text) == ["kelurahan", "nama", "hadir"]
