"""An unread column for which a shipped package has a field is told with the command that takes the
package over, where that can be done.
"""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from kkmp_cli.actions import field_tables
from kkmp_cli.model.own_field import headings_of
from kkmp_cli.parsing.text import match_key
from running import Office

LIMIT = 24


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "isian.csv"
    path.write_text("Kelurahan;NIB;OMZET/BLN;Listrik\nCideng;sudah;Rp 2 juta;PLN\n", "utf-8")
    return path


def advice(office: Office, sheet: Path) -> str:
    lines = office.good("import", sheet, "--dry-run").out.splitlines()
    return next(line for line in lines if "OMZET/BLN" in line and "tidak dikenal" in line)


def test_the_command_reads_the_column_when_it_is_followed(pusat: Office, sheet: Path) -> None:
    told = advice(pusat, sheet)
    assert 'Kolom C "OMZET/BLN" tidak dikenal, tidak dibaca; paket keragaan punya bidang' in told
    command = shlex.split(told.partition(": kkmp ")[2])
    assert command == ["field", "add", "--paket", "keragaan"]
    pusat.good(*command)
    pusat.good("import", sheet)
    assert pusat.good("show", "Cideng", "--json").json["x_omzet"] == 2_000_000


def test_a_column_that_no_package_reads_keeps_its_map(pusat: Office, sheet: Path) -> None:
    assert '--map "Listrik=catatan"' in pusat.good("import", sheet, "--dry-run").out


def test_a_package_is_not_named_where_it_cannot_be_taken_over(pusat: Office, sheet: Path) -> None:
    for number in range(LIMIT - 9):
        words = (f"bidang_{number}", f"Bidang {number}", "--kind", "teks", "--arti", "isinya")
        pusat.good("field", "add", *words)
    assert '--map "OMZET/BLN=catatan"' in advice(pusat, sheet)


def test_a_field_that_the_office_has_already_is_not_named(pusat: Office, sheet: Path) -> None:
    pusat.good("field", "add", "omzet", "Penjualan", "--kind", "rupiah", "--arti", "penjualan")
    assert '--map "OMZET/BLN=catatan"' in advice(pusat, sheet)


def test_a_register_that_is_not_there_yet_takes_over_nothing(pusat: Office, sheet: Path) -> None:
    new = pusat.register.with_name("baru.db")
    told = pusat.run("import", sheet, "--kota", "jakpus", "--dry-run", db=new).out
    assert '--map "OMZET/BLN=catatan"' in told
    assert not new.exists()


def test_no_heading_is_of_two_packages() -> None:
    owners: dict[str, str] = {}
    for name in field_tables.packages():
        for own in field_tables.package(name):
            for heading in headings_of(own):
                assert owners.setdefault(match_key(heading), own.key) == own.key
