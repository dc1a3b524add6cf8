"""Own fields as a table in a file, and the packages that come with the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from kkmp_cli import settings
from kkmp_cli.actions import field_tables
from kkmp_cli.errors import Refused
from kkmp_cli.importing.headings.heading_owners import refuse_owned
from kkmp_cli.model.declaration import MOST_FIELDS

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


def test_no_two_packages_claim_one_heading_and_none_that_of_a_built_in_field() -> None:
    fields = [own for name in field_tables.packages() for own in field_tables.package(name)]
    assert len({own.key for own in fields}) == len(fields)
    for own in fields:
        refuse_owned(own, [other for other in fields if other is not own])


@pytest.mark.parametrize("name", field_tables.packages())
def test_every_package_tells_its_source_and_fits_into_a_register(name: str) -> None:
    path = settings.shipped_data() / "paket" / f"{name}.csv"
    assert path.read_text(encoding="utf-8").startswith("# ")
    fields = field_tables.package(name)
    assert 0 < len(fields) <= MOST_FIELDS
    assert {own.package for own in fields} == {name}
    assert f"| `{name}` |" in (settings.shipped_data() / "README.md").read_text(encoding="utf-8")


def test_an_unknown_package_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(Refused) as raised:
        field_tables.package("tidak ada")
    assert all(name in raised.value.remedy for name in field_tables.packages())
