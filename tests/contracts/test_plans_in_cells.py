"""A day that lies ahead goes to the plan of its own column, and states nothing else."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from running import Office
from sheet_files import xlsx

pytestmark = pytest.mark.both_engines

PER = ("--per", "2026-11-20")


def csv_of(folder: Path, *lines: str) -> Path:
    path = folder / "isian.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def known(office: Office, name: str, *fields: str) -> tuple[object, ...]:
    shown = office.good("show", name, "--json").json
    return tuple(shown[field] for field in fields)


@pytest.mark.parametrize(
    "cell", ["Rencana 12 Februari 2027", "rencana tgl 12/2/2027", "direncanakan 12 Februari 2027"]
)
@pytest.mark.parametrize(
    ("heading", "field"),
    [("RAT TB 2026", "rat_2026"), ("Tgl Gerai", "gerai"), ("NIB", "nib"), ("SK", "sk_kemenkop")],
)
def test_a_plan_in_a_milestones_cell_is_its_rencana_alone(
    pusat: Office, tmp_path: Path, heading: str, field: str, cell: str
) -> None:
    path = csv_of(tmp_path, f"Kelurahan;{heading}", f"Cideng;{cell}", "Gambir;belum")
    pusat.good("import", path, *PER)
    assert known(pusat, "Cideng", field, f"{field}_rencana") == (None, "2027-02-12")


def test_what_is_held_of_the_state_stays(pusat: Office, tmp_path: Path) -> None:
    pusat.good("update", "Cideng", "--usaha", "proses", "--per", "2026-11-01")
    pusat.good("import", csv_of(tmp_path, "Kelurahan;Usaha", "Cideng;target Maret 2027"), *PER)
    assert known(pusat, "Cideng", "usaha", "usaha_rencana") == ("proses", "2027-03")


def test_an_officer_may_say_it_so_too(pusat: Office) -> None:
    pusat.good("update", "Cideng", "--rat", "Rencana 12 Februari 2027", "--tahun-buku", "2026")
    assert known(pusat, "Cideng", "rat_2026", "rat_2026_rencana") == (None, "2027-02-12")


def test_two_plans_of_one_row_that_differ_are_an_error(pusat: Office, tmp_path: Path) -> None:
    path = csv_of(tmp_path, "Kelurahan;Rencana NIB;NIB", "Cideng;1/2/2027;Rencana 2/2/2027")
    (wrong,) = pusat.run("import", path, *PER, "--json").json["berkas"][0]["galat"]
    assert (wrong["sel"], wrong["pesan"][:20]) == ("C2", "berbeda dari rencana")


def test_a_day_ahead_in_a_sheet_names_the_plan_of_that_very_column(
    pusat: Office, tmp_path: Path
) -> None:
    rows: list[list[object]] = [["Kelurahan", "RAT TB 2026"], ["Cideng", datetime(2099, 2, 12)]]
    path = xlsx(tmp_path / "isian.xlsx", Data=rows)
    (wrong,) = pusat.run("import", path, "--json").json["berkas"][0]["galat"]
    assert "rat_2026_rencana" in wrong["saran"]
    for heading, cell in {
        "rat_2026_rencana": "12/2/2099",
        "RAT TB 2026": "Rencana 12 Februari 2099",
    }.items():
        pusat.good("import", csv_of(tmp_path, f"Kelurahan;{heading}", f"Cideng;{cell}"))
        assert known(pusat, "Cideng", "rat_2026", "rat_2026_rencana") == (None, "2099-02-12")
        pusat.good("undo")


def test_a_day_ahead_that_an_officer_types_names_the_option_with_its_book_year(
    pusat: Office,
) -> None:
    done = pusat.refused("update", "Cideng", "--rat", "12/2/2099", "--tahun-buku", "2026")
    assert "`--rat-rencana` dengan `--tahun-buku 2026`" in done.err
    pusat.good("update", "Cideng", "--rat-rencana", "12/2/2099", "--tahun-buku", "2026")
    assert known(pusat, "Cideng", "rat_2026", "rat_2026_rencana") == (None, "2099-02-12")
