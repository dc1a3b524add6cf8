"""A ninth milestone is one entry in `milestones.py`: options, headings, lists and every format
follow by themselves.
"""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import python_calamine

ROOT = Path(__file__).parents[1]
ENTRY = """    Milestone(
        "izin_edar",
        "Izin edar",
        "izin edar dari dinas",
        ("izin edar", "punya izin edar"),
        ("tgl izin edar",),
        number=Number("Nomor izin edar", ("no izin edar",), digits=(9,)),
    ),
"""
BEFORE = '    Milestone(\n        "rat",\n'


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program in which one entry was written, and nothing else."""
    folder = tmp_path_factory.mktemp("sunting")
    shutil.copytree(
        ROOT / "src", folder / "src", ignore=shutil.ignore_patterns("__pycache__", ".mypy_cache")
    )
    shutil.copytree(ROOT / "data", folder / "data")
    table = folder / "src" / "kkmp_cli" / "milestones.py"
    text = table.read_text(encoding="utf-8")
    assert text.count(BEFORE) == 1
    table.write_text(text.replace(BEFORE, ENTRY + BEFORE), encoding="utf-8")
    run(folder, "add", "--kota", "jakpus", "--all")
    return folder


def run(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "kkmp_cli", "--db", str(folder / "register.db"), *arguments],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(folder / "src"), "HOME": str(folder)},
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode() + done.stdout.decode()
    return done.stdout.decode()


def test_the_copy_is_the_program_that_runs(edited: Path) -> None:
    code = "import kkmp_cli; print(kkmp_cli.__file__)"
    env = {**os.environ, "PYTHONPATH": str(edited / "src")}
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, env=env, check=True)
    assert found.stdout.decode().startswith(str(edited))


def test_help_and_update_know_it(edited: Path) -> None:
    help_text = run(edited, "update", "--help")
    for option in (
        "--izin-edar",
        "--izin-edar-nomor",
        "--izin-edar-rencana",
        "--izin-edar-kendala",
        "--izin-edar-per",
    ):
        assert option in help_text
    assert "Izin edar: belum ada data → sudah, 15 Agustus 2025" in run(
        edited, "update", "Gambir", "--izin-edar", "2025-08-15"
    )


def test_a_csv_with_its_headings_is_imported(edited: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "isian.csv"
    sheet.write_text(
        "Kelurahan;Punya Izin Edar;No Izin Edar\nCideng;sudah;123456789\nKenari;belum;\n",
        encoding="utf-8",
    )
    run(edited, "import", str(sheet), "--kota", "jakpus")
    shown = json.loads(run(edited, "show", "Cideng", "--json"))
    assert (shown["izin_edar"], shown["izin_edar_nomor"]) == ("sudah", "123456789")


def test_report_and_lists_count_it(edited: Path) -> None:
    run(edited, "update", "Rawasari", "--izin-edar", "sudah")
    report = json.loads(run(edited, "report", "--kota", "jakpus", "--json"))
    kota = report["kota"][0]
    assert list(kota["milestone"]).index("izin_edar") == list(kota["milestone"]).index("rat") - 1
    counts = kota["milestone"]["izin_edar"]
    assert sum(counts[state] for state in counts if isinstance(counts[state], int)) == 44
    assert all("izin_edar" in kecamatan["sudah"] for kecamatan in kota["kecamatan"])
    assert "Izin edar" in run(edited, "report", "--kota", "jakpus")
    listed = json.loads(run(edited, "list", "--sudah", "izin_edar", "--json"))
    assert len(listed) == counts["sudah"] == report["total"]["milestone"]["izin_edar"]["sudah"]
    assert {
        "izin_edar",
        "izin_edar_nomor",
        "izin_edar_per",
        "izin_edar_rencana",
        "izin_edar_kendala",
    } <= set(listed[0])


def test_targets_figures_and_conflicts_know_it(edited: Path, tmp_path: Path) -> None:
    run(edited, "target", "set", "izin_edar", "2026-12-31", "--kota", "jakpus")
    run(edited, "figure", "add", "izin_edar", "3", "--kota", "jakpus", "--per", "2025-12-31")
    run(edited, "update", "Senen", "--izin-edar", "sudah", "--per", "2026-01-01")
    sheet = tmp_path / "konflik.csv"
    sheet.write_text("Kelurahan,Izin Edar\nSenen,belum\n", encoding="utf-8")
    found = json.loads(run(edited, "import", str(sheet), "--kota", "jakpus", "--json"))
    assert "--izin-edar belum" in json.dumps(found["berkas"][0]["rincian_konflik"])


@pytest.fixture(scope="module")
def stated(edited: Path) -> Path:
    """The copy with a register of its own, in which Cideng and Serdang lack it and Kenari has
    it.
    """
    folder = edited / "bentuk"
    folder.mkdir()
    for part in ("src", "data"):
        (folder / part).symlink_to(edited / part)
    run(folder, "add", "--kota", "jakpus", "--all")
    run(folder, "update", "Cideng", "Serdang", "--kota", "jakpus", "--izin-edar", "belum")
    run(folder, "update", "Kenari", "--izin-edar", "sudah")
    return folder


def test_markdown_shows_it_among_the_counts_and_per_kecamatan(stated: Path) -> None:
    lines = run(stated, "report", "--kota", "jakpus", "--format", "md").splitlines()
    assert [line for line in lines if line.startswith("| Izin edar | 1 | 44 |")]
    assert [
        line for line in lines if line.startswith("| Kecamatan | KKMP |") and "Izin edar" in line
    ]


def test_the_page_shows_it_as_a_row_and_as_a_column(stated: Path) -> None:
    page = run(stated, "report", "--kota", "jakpus", "--format", "html")
    assert '<th scope="row">Izin edar</th>' in page
    assert '<th scope="col" class="n">Izin edar</th>' in page


def test_csv_has_its_columns_and_its_row(stated: Path) -> None:
    heading, *rows = read_csv(run(stated, "report", "--kota", "jakpus", "--format", "csv"))
    place = heading.index("izin_edar_sudah")
    assert heading[place : place + 3] == [
        "izin_edar_sudah",
        "izin_edar_belum",
        "izin_edar_tidak_diketahui",
    ]
    assert [sum(int(row[place + n]) for row in rows) for n in range(3)] == [1, 2, 41]
    milestones = read_csv(
        run(stated, "report", "--kota", "jakpus", "--format", "csv", "--tabel", "milestone")
    )
    assert [row[:4] for row in milestones if row[0] == "izin_edar"] == [
        ["izin_edar", "Izin edar", "1", "44"]
    ]


def read_csv(text: str) -> list[list[str]]:
    return list(csv.reader(text.lstrip("\ufeff").splitlines(), delimiter=";"))


def test_the_workbook_has_its_row_and_its_columns(stated: Path) -> None:
    run(stated, "report", "--kota", "jakpus", "-o", str(stated / "laporan.xlsx"))
    workbook = python_calamine.CalamineWorkbook.from_path(str(stated / "laporan.xlsx"))
    rows = {name: workbook.get_sheet_by_name(name).to_python() for name in workbook.sheet_names}
    assert ["Izin edar", 1, 44] in [row[:3] for row in rows["Angka"]]
    wanted = {"Izin edar: sudah", "Izin edar: belum", "Izin edar: belum ada data"}
    assert wanted <= {cell for row in rows["Angka"] for cell in row}


def test_the_message_names_who_lacks_it(stated: Path) -> None:
    lines = run(stated, "report", "--kota", "jakpus", "--format", "pesan").splitlines()
    assert lines[lines.index("*Gambir* (6 KKMP)") + 1] == "- Belum Izin edar (1): Cideng"
    assert lines[lines.index("*Kemayoran* (8 KKMP)") + 1] == "- Belum Izin edar (1): Serdang"
    each = run(stated, "report", "--kota", "jakpus", "--format", "pesan", "--per-kecamatan")
    assert "- Belum Izin edar (1): Serdang" in each


def test_forms_and_exports_have_its_columns(stated: Path) -> None:
    run(
        stated,
        "template",
        "--kota",
        "jakpus",
        "--kecamatan",
        "Gambir",
        "-o",
        str(stated / "isian.xlsx"),
    )
    form = python_calamine.CalamineWorkbook.from_path(str(stated / "isian.xlsx")).get_sheet_by_name(
        "Isian"
    )
    assert any({"Izin edar", "Nomor izin edar"} <= set(row) for row in form.to_python())
    heading = run(stated, "export", "--plain").splitlines()[0].split(",")
    assert {
        "izin_edar",
        "izin_edar_nomor",
        "izin_edar_per",
        "izin_edar_rencana",
        "izin_edar_kendala",
    } <= set(heading)
