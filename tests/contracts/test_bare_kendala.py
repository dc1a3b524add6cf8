"""A column `Kendala` in a sheet about something else is never that of usaha."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from running import Office
from sheet_files import isian


def known(office: Office) -> dict[str, Any]:
    shown = office.good("show", "Cideng", "--json").json
    return {name: value for name, value in shown.items() if name.endswith("_kendala") and value}


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@pytest.mark.parametrize("heading", ["Kendala", "Permasalahan", "Hambatan"])
def test_in_a_sheet_about_rat_it_is_that_of_rat(
    pusat: Office, tmp_path: Path, suffix: str, heading: str
) -> None:
    rows = (["Kelurahan", "RAT TB 2025", heading], ["Cideng", "belum", "menunggu jadwal lurah"])
    done = pusat.good("import", isian(tmp_path, suffix, *rows))
    assert known(pusat) == {"rat_2025_kendala": "lainnya: menunggu jadwal lurah"}
    assert f'Kolom "{heading}" dibaca sebagai Kendala RAT tahun buku 2025' in done.out


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_in_a_sheet_about_land_it_is_not_read_and_named(
    pusat: Office, tmp_path: Path, suffix: str
) -> None:
    rows = (
        ["Kelurahan", "Jumlah Anggota", "NIB", "Usaha", "Luas Lahan", "Kendala"],
        ["Cideng", "20", "sudah", "belum", "200", "sengketa"],
    )
    path = isian(tmp_path, suffix, *rows)
    done = pusat.good("import", path)
    assert known(pusat) == {}
    assert 'Kolom F "Kendala" tidak dikenal, tidak dibaca' in done.out
    line = next(line for line in done.out.splitlines() if 'Kolom F "Kendala"' in line)
    notes, kendala = (shlex.split(each) for each in re.findall(r'--map "[^"]+"', line))
    pusat.good("import", path, *notes)
    assert pusat.good("show", "Cideng", "--json").json["catatan"] == "Kendala: sengketa"
    pusat.good("import", path, *kendala)
    assert known(pusat) == {"usaha_kendala": "lainnya: sengketa"}


def test_the_rejected_rows_keep_whose_kendala_it_was(pusat: Office, tmp_path: Path) -> None:
    rows = (["Kelurahan", "RAT TB 2025", "Kendala"], ["Cideng", "mungkin", "modal"])
    path = isian(tmp_path, ".csv", *rows)
    assert pusat.run("import", path, "--skip-errors").code == 1
    (rejected,) = tmp_path.glob("*.ditolak.*")
    done = pusat.run("import", rejected)
    assert "rat_2025_kendala" in done.out
    assert known(pusat) == {}
