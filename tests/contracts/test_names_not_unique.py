"""Two kelurahan of one kota with one name: the kecamatan stands beside it in all that is printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Office

pytestmark = pytest.mark.both_engines

NEAR, FAR = "Cideng (Kec. Gambir)", "Cideng (Kec. Senen)"


@pytest.fixture
def depok(pusat: Office) -> Office:
    """A kota with two Cideng, both registered."""
    pusat.good("area", "add", "Cideng", "--kecamatan", "Senen", "--kota", "jakpus")
    pusat.good("add", "Cideng", "--kecamatan", "Senen", "--kota", "jakpus")
    return pusat


def sheet_of(folder: Path, text: str) -> Path:
    path = folder / "isian.csv"
    path.write_text(text)
    return path


def test_the_plan_of_an_import_and_the_history(depok: Office, tmp_path: Path) -> None:
    text = "Kecamatan;Kelurahan;NIB;Anggota\nGambir;Cideng;v;120\nSenen;Cideng;belum;80\n"
    done = depok.good("import", sheet_of(tmp_path, text), "--per", "2026-03-10", "--yes")
    assert f"{NEAR} belum ada data → 120; {FAR} belum ada data → 80" in done.out
    assert f"{NEAR}: NIB" in depok.good("history").out
    found = depok.good("history", "--json").json[0]["perubahan"]
    assert {change["kelurahan"] for change in found} == {"Cideng", None}  # and the file itself


def test_conflicts_absent_rows_and_messages(depok: Office, tmp_path: Path) -> None:
    text = "Kecamatan;Kelurahan;NIB\nSenen;Cideng;v\nSenen;Bungur;v\n"
    depok.good("import", sheet_of(tmp_path, text), "--per", "2026-03-10", "--yes")
    text = "Kecamatan;Kelurahan;NIB\nSenen;Cideng;belum\nSenen;Bungur;v\n"
    again = depok.good("import", sheet_of(tmp_path, text), "--per", "2026-03-11", "--dry-run")
    assert f"  {FAR} · NIB: tercatat sudah" in again.out
    few = sheet_of(tmp_path, "Kecamatan;Kelurahan;NIB\nSenen;Bungur;v\n")
    absent = depok.good("import", few, "--dry-run").out
    assert FAR in absent.split("Tidak ada di berkas")[1]
    assert NEAR not in absent
    both = sheet_of(tmp_path, "Kelurahan;NIB\nCideng;v\n")
    assert "ada 2:" in depok.run("import", both).out


def test_an_undo_that_is_refused_and_check(depok: Office) -> None:
    near = ("Cideng", "--kecamatan", "Gambir", "--kota", "jakpus")
    for state in ("belum", "proses"):
        depok.good("update", *near, "--nib", state)
    run = depok.good("history", "--json").json[1]["run"]
    assert f"({NEAR})" in depok.refused("undo", run, "--yes").err
    assert FAR in depok.run("check", "--rinci").out


def test_an_update_and_a_report(depok: Office) -> None:
    near = ("Cideng", "--kecamatan", "Gambir", "--kota", "jakpus")
    done = depok.good("update", *near, "--usaha", "sudah", "--mitra", "BRI")
    assert NEAR in done.out
    report = depok.good("report", "--kota", "jakpus", "--sejak", "2026-01-01", "--rinci").out
    assert NEAR in report
    assert '"kelurahan": "Cideng"' in depok.good("report", "--kota", "jakpus", "--json").out
