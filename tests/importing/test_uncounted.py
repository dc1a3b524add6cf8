"""Who is dissolved or merged on the day of a row is told as out of every count."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Office, demo_template, office, pusat, pusat_template  # noqa: F401 - fixtures of this file

TOLD = (
    "Tidak ikut dihitung, karena sudah bubar atau digabung (1): Cideng ({} sejak 1 Februari 2026)"
)


def imported(
    office: Office, folder: Path, per: str, heading: str = "NIB", cell: str = "sudah"
) -> str:
    path = folder / "isian.csv"
    path.write_text(f"Kelurahan;{heading}\nCideng;{cell}\nGambir;\n", encoding="utf-8")
    return office.good("import", path, "--per", per, "--dry-run").out


@pytest.mark.parametrize("word", ["bubar", "digabung"])
def test_a_row_on_one_that_is_gone_on_its_day_is_told(
    pusat: Office, tmp_path: Path, word: str
) -> None:
    pusat.good("update", "Cideng", "--status", f"{word} 1 Februari 2026", "--per", "2026-03-01")
    assert TOLD.format(word) in imported(pusat, tmp_path, "2026-03-10")
    assert TOLD.format(word) in imported(pusat, tmp_path, "2026-02-01")
    assert "Tidak ikut dihitung" not in imported(pusat, tmp_path, "2026-01-31")


def test_who_never_left_or_leaves_by_this_very_row_is_not_told_so(
    pusat: Office, tmp_path: Path
) -> None:
    assert "Tidak ikut dihitung" not in imported(pusat, tmp_path, "2026-03-10")
    gone = imported(pusat, tmp_path, "2026-03-10", "Status", "bubar 1 Februari 2026")
    assert "Tidak ikut dihitung" not in gone
