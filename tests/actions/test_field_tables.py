"""Own fields as a table in a file, and the packages that come with the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from kkmp_cli.actions import field_tables
from kkmp_cli.errors import Refused

TABLE = """# a list of our own
Kunci;Label;Jenis;Arti;Pilihan;Judul;Pensiun

# the money
omzet;Omzet;rupiah;penjualan sebulan;;"Omset/Bln;Penjualan, sebulan";
lahan;Lahan;pilihan;milik siapa;"Pemda;Sewa";;ya
"""


def test_a_table_is_read_without_its_comments_and_blank_rows(tmp_path: Path) -> None:
    path = tmp_path / "bidang.csv"
    path.write_text(TABLE, encoding="utf-8")
    omzet, land = field_tables.read(str(path))
    assert (omzet.key, omzet.headings) == ("x_omzet", ("Omset/Bln", "Penjualan, sebulan"))
    assert (land.choices, land.retired) == (("Pemda", "Sewa"), True)


def test_every_bad_row_is_named(tmp_path: Path) -> None:
    path = tmp_path / "bidang.csv"
    path.write_text(TABLE + "a;A;uang;a;;;\nb;B;jumlah;;;;\n", encoding="utf-8")
    with pytest.raises(Refused) as raised:
        field_tables.read(str(path))
    assert "baris 7 `a`: jenis `uang` tidak dikenal" in raised.value.message
    assert "baris 8 `b`: arti kosong" in raised.value.message


def test_an_unknown_package_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(Refused) as raised:
        field_tables.package("tidak ada")
    assert all(name in raised.value.remedy for name in field_tables.packages())
