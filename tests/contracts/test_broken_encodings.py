"""One wrong byte never turns a name into another in silence, whichever command reads the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Office

MIXED = "Kelurahan;Mitra\nGambir;PT Bü\nCideng;".encode() + b"K\xf6hler\n"


@pytest.mark.parametrize("command", [("import",), ("training", "import", "1"), ("area", "import")])
def test_a_windows_byte_in_a_utf_8_file_is_refused_with_its_line(
    pusat: Office, tmp_path: Path, command: tuple[str, ...]
) -> None:
    pusat.good("training", "add", "Dasar", "--kota", "jakpus", "--mulai", "2025-10-01")
    sheet = tmp_path / "isian.csv"
    sheet.write_bytes(MIXED)
    before = pusat.state()
    done = pusat.refused(*command, sheet, code=3)
    assert f"{sheet} baris 3: byte 0xF6 (`ö` di Windows) bukan UTF-8" in done.err
    assert pusat.state() == before


def test_the_remedy_helps(pusat: Office, tmp_path: Path) -> None:
    sheet = tmp_path / "isian.csv"
    sheet.write_bytes(MIXED.replace(b"\xf6", "ö".encode()))
    pusat.good("import", sheet)
    assert pusat.good("show", "Cideng", "--json").json["mitra"] == ["Köhler"]
    assert pusat.good("show", "Gambir", "--json").json["mitra"] == ["PT Bü"]
