"""`kkmp update`: what it says that it replaced."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Office

DEFAULTS = pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("percontohan", "ya", "Percontohan: tidak → ya"),
        ("status", "bubar 2026-02-01", "Status: aktif → bubar sejak 1 Februari 2026"),
    ],
)


@DEFAULTS
def test_a_default_that_was_shown_is_what_the_first_word_replaces(
    pusat: Office, name: str, value: str, told: str
) -> None:
    assert told in pusat.good("update", "Gambir", f"--{name}", value).out
    assert told in pusat.good("history", "Gambir").out
    assert told in pusat.good("show", "Gambir").out
    [change] = pusat.good("history", "--json").json[0]["perubahan"]
    assert (change["lama"], change["baru"]) == (None, value)


@DEFAULTS
def test_the_plan_of_an_import_says_the_default_too(
    pusat: Office, tmp_path: Path, name: str, value: str, told: str
) -> None:
    sheet = tmp_path / "isian.csv"
    sheet.write_text(f"kode,{name}\n31.71.01.1001,{value}\n", encoding="utf-8")
    label, _, step = told.partition(": ")
    assert f"{label}: Gambir {step}" in pusat.good("import", sheet, "--dry-run").out


def test_emptying_returns_to_the_default_by_its_word(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--percontohan", "ya")
    assert "Percontohan: ya → tidak" in pusat.good("update", "Gambir", "--kosongkan", "percontohan").out


def test_what_has_no_default_was_nothing(pusat: Office) -> None:
    assert "Anggota: — → 5" in pusat.good("update", "Gambir", "--anggota", 5).out
