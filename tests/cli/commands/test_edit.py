"""`kkmp edit`: which rows and columns the workbook has, for whom, and what it records."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop import Desktop, changed, followed, typed
from kkmp_cli import sheets
from running import Asked, Office, count

pytestmark = pytest.mark.both_engines


@pytest.mark.on_a_file
def test_where_no_program_opens_it_the_command_to_take_it_in_is_printed(
    gambir: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "rusak").mkdir()
    broken = Desktop(tmp_path / "rusak", code=3)
    monkeypatch.setenv("PATH", str(broken.programs), prepend=":")
    target = tmp_path / "sunting.xlsx"
    screen = tmp_path / "layar.txt"
    with screen.open("wb") as out:
        asked = Asked("--db", gambir.register, "edit", "--sudah", "nib", "-o", target, out=out)
    assert asked.end() == 0
    typed(target, {("Cideng", "Anggota"): 135})
    followed(gambir, screen.read_text())
    assert changed(gambir) == {("Cideng", "anggota", "135")}


def table(workbook: Path) -> list[list[str]]:
    """The heading and the rows."""
    rows = [list(row) for _, row in sheets.read(workbook).rows]
    return rows[next(at for at, row in enumerate(rows) if "Kelurahan" in row) :]


def test_it_has_the_rows_of_the_filters_and_the_columns_that_are_asked_for(
    gambir: Office, tmp_path: Path
) -> None:
    target = tmp_path / "sunting.xlsx"
    gambir.good(
        "edit", "--kota", "jakpus", "--sudah", "nib", "--kolom", "anggota,nib_nomor", "-o", target
    )
    heading, *rows = table(target)
    assert heading[:5] == ["Kode", "Kelurahan", "Kecamatan", "Anggota", "Nomor NIB"]
    assert [row[:5] for row in rows] == [
        ["31.71.01.1002", "Cideng", "Gambir", "120", "0123456789012"]
    ]


def test_personal_values_are_in_it_only_when_asked_for_and_then_for_the_owner_alone(
    gambir: Office, tmp_path: Path
) -> None:
    gambir.good("update", "Cideng", "--ketua", "Contoh", "--telepon", "0812345678")
    target = tmp_path / "sunting.xlsx"
    gambir.refused("edit", "--kota", "jakpus", "--kolom", "telepon", "-o", target, code=2)
    gambir.good(
        "edit", "--kota", "jakpus", "--kolom", "telepon,anggota", "--with-personal", "-o", target
    )
    assert target.stat().st_mode & 0o777 == 0o600
    typed(target, {("Cideng", "Telepon"): "0812000000"})
    gambir.good("import", target, "--yes")
    assert {(name, field) for name, field, _ in changed(gambir)} == {("Cideng", "telepon")}


def test_of_a_past_day_it_shows_and_records_that_day(gambir: Office, tmp_path: Path) -> None:
    target = tmp_path / "sunting.xlsx"
    gambir.good("update", "Gambir", "--anggota", "30", "--per", "2026-01-31")
    gambir.good("update", "Gambir", "--anggota", "50", "--per", "2026-06-30")
    place = ("--kota", "jakpus", "--kecamatan", "Gambir")
    gambir.good("edit", *place, "--kolom", "anggota", "--per", "2026-03-31", "-o", target)
    shown = {row[1]: row[3] for row in table(target)}
    assert shown["Gambir"] == "30"
    assert shown["Cideng"] == ""
    typed(target, {("Petojo Utara", "Anggota"): 20})
    gambir.good("import", target)
    newest = gambir.good("history", "--json").json[0]["perubahan"]
    named = [(one["kelurahan"], one["per"]) for one in newest if one["kelurahan"]]
    assert named == [("Petojo Utara", "2026-03-31")]


def test_it_asks_nothing_where_nobody_sits_and_refuses_what_cannot_be_edited(
    gambir: Office, desktop: Desktop, tmp_path: Path
) -> None:
    done = gambir.good("edit", "--kota", "jakpus", "--sudah", "nib")
    (workbook,) = (tmp_path / "sementara").rglob("*.xlsx")
    assert str(workbook) in done.out
    assert workbook.parent.stat().st_mode & 0o777 == 0o700
    assert desktop.opened == []
    assert "tidak disunting" in gambir.refused("edit", "--kolom", "kode,kota", code=2).err
    assert "Tidak ada koperasi" in gambir.refused("edit", "--sudah", "rat", "--kota", "jakut").err
    gambir.refused("edit", "--kota", "jakpus", "-o", tmp_path / "a.csv", code=2)


def test_a_workbook_that_somebody_filled_in_is_not_replaced(gambir: Office, tmp_path: Path) -> None:
    target = tmp_path / "sunting.xlsx"
    gambir.good("edit", "--kota", "jakpus", "-o", target)
    typed(target, {("Cideng", "Anggota"): 135})
    assert "sudah terisi" in gambir.refused("edit", "--kota", "jakpus", "-o", target).err


@pytest.mark.on_a_file
def test_saved_as_csv_an_untouched_cell_of_any_column_states_nothing(
    gambir: Office, tmp_path: Path
) -> None:
    gambir.good(
        *("update", "Cideng", "--kota", "jakpus", "--lintang=-6.17", "--bujur", "106.8"),
        *("--per", "2026-03-01"),
    )
    target = tmp_path / "sunting.xlsx"
    gambir.good("edit", "--kota", "jakpus", "--kolom", "lintang,bujur,status,nib", "-o", target)
    saved = target.with_suffix(".csv")
    saved.write_text("\n".join(";".join(row) for _, row in sheets.read(target).rows))
    runs = count(gambir.register, "runs")
    gambir.good("import", saved)
    assert count(gambir.register, "runs") == runs


CALC = shutil.which("soffice")


@pytest.mark.on_a_file
@pytest.mark.skipif(CALC is None, reason="no LibreOffice here")
@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_what_libreoffice_saves_again_states_nothing(
    gambir: Office, tmp_path: Path, form: str
) -> None:
    target = tmp_path / "sunting.xlsx"
    gambir.good("edit", "--kota", "jakpus", "--kecamatan", "Gambir", "-o", target)
    saved = tmp_path / "simpan" / f"sunting.{form}"
    profile = f"-env:UserInstallation=file://{tmp_path}/calc"
    command = [CALC or "", profile, "--headless", "--convert-to", form, "--outdir", saved.parent]
    subprocess.run([*map(str, command), str(target)], check=True, capture_output=True)
    runs = count(gambir.register, "runs")
    gambir.good("import", saved)
    assert count(gambir.register, "runs") == runs


FIELDS: tuple[tuple[str, str, str | int], ...] = (
    ("Anggota", "anggota", 77),
    ("NPWP", "npwp", "sudah"),
    ("Mitra", "mitra", "Bulog"),
    ("Catatan", "catatan", "dicek"),
    ("Rencana Gerai", "gerai_rencana", "10 Maret 2027"),
)
"""Cells that can be typed: heading, field, value."""
NAMES = ("Cideng", "Duri Pulo", "Gambir", "Kebon Kelapa", "Petojo Selatan", "Petojo Utara")


@pytest.mark.on_a_file
@settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_typing_into_some_cells_changes_just_these_fields(
    gambir: Office, tmp_path: Path, data: st.DataObject
) -> None:
    cells = data.draw(st.sets(st.tuples(st.sampled_from(NAMES), st.sampled_from(FIELDS))))
    target, held = tmp_path / "sunting.xlsx", tmp_path / "awal.db"
    target.unlink(missing_ok=True)
    if not held.exists():
        shutil.copyfile(gambir.register, held)
    shutil.copyfile(held, gambir.register)
    gambir.good("edit", "--kota", "jakpus", "--kecamatan", "Gambir", "-o", target)
    typed(target, {(name, heading): value for name, (heading, _, value) in cells})
    before = gambir.good("list", "--kota", "jakpus", "--json").json
    runs = count(gambir.register, "runs")
    gambir.good("import", target)
    after = gambir.good("list", "--kota", "jakpus", "--json").json
    touched = {
        (old["kelurahan"], field)
        for old, new in zip(before, after, strict=True)
        for field in old
        if old[field] != new[field] and not field.endswith("_per")
    }
    assert touched == {(name, field) for name, (_, field, _) in cells}
    assert count(gambir.register, "runs") == runs + bool(touched)
