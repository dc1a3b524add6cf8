"""A field that is retired takes nothing in, is not called unknown, and can be taken up again as told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from running import Office
from sheet_files import xlsx

LAND = ("field", "add", "lahan", "Lahan gerai", "--kind", "tahap", "--arti", "lahan tersedia")
MONEY = ("field", "add", "omzet", "Omzet", "--kind", "rupiah", "--arti", "sebulan")


@pytest.fixture
def retired(pusat: Office) -> Office:
    pusat.good(*MONEY, "--judul", "Omset/Bln")
    pusat.good(*LAND)
    pusat.good("field", "retire", "omzet")
    pusat.good("field", "retire", "lahan")
    return pusat


def stated(office: Office) -> set[str]:
    rows = office.state()
    return {row[1] for table in ("field_values", "milestones") for row in rows[table]}


def follow(office: Office, text: str, key: str) -> None:
    """The command that is told, word for word."""
    (command,) = set(re.findall(rf"`kkmp (field retire {key} --batal)`", text))
    office.good(*command.split())


@pytest.mark.parametrize(
    ("heading", "cell", "key"),
    [
        ("Omzet", "Rp5 juta", "x_omzet"),
        ("Omset/Bln", "Rp5 juta", "x_omzet"),
        ("Lahan Gerai", "sudah", "x_lahan"),
        ("Kendala Lahan Gerai", "modal", "x_lahan"),
    ],
)
def test_a_column_of_a_retired_field_is_not_read_and_told_with_the_way_back(
    retired: Office, tmp_path: Path, heading: str, cell: str, key: str
) -> None:
    path = xlsx(tmp_path / "lama.xlsx", Data=[["Kelurahan", heading], ["Gambir", cell]])
    done = retired.run("import", path, "--kota", "jakpus")
    assert f"bidang {key} sudah pensiun" in done.out
    assert "tidak dikenal" not in done.out
    assert not {name for name in stated(retired) if name.startswith(key)}
    follow(retired, done.out, key)
    retired.good("import", path, "--kota", "jakpus")
    assert {name for name in stated(retired) if name.startswith(key)}


def test_no_map_leads_to_a_retired_field(retired: Office, tmp_path: Path) -> None:
    path = xlsx(tmp_path / "peta.xlsx", Data=[["Kelurahan", "Jual"], ["Gambir", "Rp5 juta"]])
    typed = ("import", path, "--kota", "jakpus", "--map", "Jual=x_omzet")
    refused = retired.refused(*typed)
    assert "bidang x_omzet sudah pensiun" in refused.err
    follow(retired, refused.err, "x_omzet")
    retired.good(*typed, "--remember")
    assert "x_omzet" in stated(retired)
    retired.good("undo")
    retired.good("field", "retire", "omzet")
    retired.run("import", path, "--kota", "jakpus")
    assert "x_omzet" not in stated(retired)


def test_a_retired_field_that_is_declared_again_is_told_as_retired(retired: Office) -> None:
    refused = retired.refused(*MONEY)
    assert "pensiun" in refused.err
    follow(retired, refused.err, "x_omzet")
    retired.good("update", "Cideng", "--x-omzet", "Rp5 juta")


def test_the_option_of_a_retired_field_is_told_as_perhaps_retired(retired: Office) -> None:
    refused = retired.refused("update", "Cideng", "--x-omzet", "Rp5 juta", code=2)
    assert "sudah pensiun" in refused.err
    assert "`kkmp field list`" in refused.err
    assert "pensiun" in retired.good("field", "list").out.casefold()
