"""A sheet that is damaged in some cells and repaired by `--cell` gives the register of the good one,
in every format, and the history tells both texts.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kkmp_cli.cli import app
from kkmp_cli.sheets.sheet import cell_name
from running import Office, state_of
from sheet_files import biff_stream, ods, ods_row, xls, xlsx

GOOD = [
    ["Kelurahan", "NIB", "Anggota", "RAT TB 2025", "Catatan"],
    ["Cideng", "sudah", "12", "10/3/2026", "baik"],
    ["Gambir", "belum", "7", "belum", ""],
    ["Duri Pulo", "2025-06-10", "1.250", "Maret 2026", "tempat sempit"],
    ["Petojo Utara", "", "", "", "kosong"],
]
BAD = ["#N/A", "entahlah", "31/11/2025", "± 200", "Cidengg", "1,23E+12", ""]
TIMELESS = ("cooperatives", "contacts", "milestones", "field_values")


def saved(folder: Path, kind: str, rows: list[list[str]]) -> Path:
    path = folder / f"isian.{kind}"
    if kind == "xlsx":
        return xlsx(path, Data=rows)
    if kind == "ods":
        return ods(path, "".join(ods_row(*row) for row in rows))
    if kind == "xls":
        cells = {
            (at, column): text for at, row in enumerate(rows) for column, text in enumerate(row)
        }
        return xls(path, biff_stream([(*place, text) for place, text in cells.items() if text]))
    path.write_text("\n".join(map(";".join, rows)), encoding="utf-8")
    return path


def register_of(template: Path, folder: Path, path: Path, *more: str) -> dict[str, list[object]]:
    register = folder / "register.db"
    shutil.copyfile(template, register)
    call = ["--db", str(register), "import", str(path), "--per", "2026-11-01", *more]
    assert app.run(call) == 0
    state = state_of(register)
    return {table: state[table] for table in TIMELESS}


@settings(max_examples=40)
@given(
    kind=st.sampled_from(["csv", "xlsx", "xls", "ods"]),
    damage=st.dictionaries(
        st.tuples(st.integers(1, 4), st.integers(0, 4)), st.sampled_from(BAD), min_size=1
    ),
)
def test_the_register_is_that_of_the_good_sheet(
    pusat_template: Path, kind: str, damage: dict[tuple[int, int], str]
) -> None:
    rows, options = [[*row] for row in GOOD], list[str]()
    for (row, column), text in damage.items():
        options += ["--cell", f"{cell_name(column, row + 1)}={rows[row][column]}"]
        rows[row][column] = text
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        good = register_of(pusat_template, folder, saved(folder, kind, GOOD))
        assert register_of(pusat_template, folder, saved(folder, kind, rows), *options) == good


@pytest.mark.parametrize("kind", ["csv", "xlsx", "xls", "ods"])
def test_a_dry_run_says_what_the_run_does(pusat: Office, tmp_path: Path, kind: str) -> None:
    rows = [*GOOD[:2], ["Gambir", "x", "7", "belum", ""], ["Duri Pulo", "?!", "", "", ""]]
    call = ("import", saved(tmp_path, kind, rows), "--per", "2026-11-01")
    corrected = ("--cell", "B3=belum", "--skip-row", "4", "--json")
    dry = pusat.run(*call, *corrected, "--dry-run").json["berkas"]
    done = pusat.run(*call, *corrected).json["berkas"]
    assert dry == done
    assert (done[0]["dibetulkan"], done[0]["ditolak"], done[0]["ubah"]) == (1, 1, 2)
    assert done[0]["tidak_diikutkan"] == [{"baris": 4, "kode": "31.71.01.1006"}]


def test_standard_input_is_corrected_too(
    pusat: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    text = b"Kelurahan;NIB\nCideng;x\nGambir;y\n"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))
    done = pusat.run("import", "-", "--cell", "B2=sudah", "--skip-row", "[-]3")
    assert done.code == 1, done.err
    assert pusat.good("show", "Cideng", "--json").json["nib"] == "sudah"
    assert (tmp_path / "masukan.ditolak.csv").exists()


def test_the_history_tells_both_texts_until_it_is_undone(pusat: Office, tmp_path: Path) -> None:
    rows = [GOOD[0], ["Gambir", "31/11/2025", "", "", ""], ["Cideng", "sudah", "", "", ""]]
    path = saved(tmp_path, "csv", rows)
    pusat.good("import", path, "--cell", "B2=31/10/2025")
    told = 'B2, di berkas tertulis "31/11/2025", dibaca "31/10/2025"'
    assert f"Gambir: {told} ({path})" in pusat.good("history").out
    assert told in " ".join(pusat.good("show", "Gambir").out.split())
    assert told not in " ".join(pusat.good("show", "Cideng").out.split())
    (change,) = (
        one
        for one in pusat.good("history", "Gambir", "--json").json[0]["perubahan"]
        if one["entitas"] == "sel"
    )
    assert (change["bidang"], change["lama"], change["baru"]) == ("B2", "31/11/2025", "31/10/2025")
    assert (change["kelurahan"], change["baris"]) == ("Gambir", 2)
    pusat.good("undo")
    assert pusat.good("show", "Gambir", "--json").json["nib"] is None
    assert pusat.good("check").code == 0
    pusat.good("undo", "3")
    assert pusat.good("show", "Gambir", "--json").json["nib"] == "2025-10-31"


def test_an_earlier_correction_of_the_same_cell_does_not_hold_up_an_undo(
    pusat: Office, tmp_path: Path
) -> None:
    for field, bad in (("NIB", "x"), ("NPWP", "y")):
        path = tmp_path / "isian.csv"
        path.write_text(f"Kelurahan;{field}\nGambir;{bad}\nCideng;sudah\n", encoding="utf-8")
        pusat.good("import", path, "--cell", "B2=sudah")
    pusat.good("undo", "2")
    gambir = pusat.good("show", "Gambir", "--json").json
    assert (gambir["nib"], gambir["npwp"]) == (None, "sudah")


def test_what_is_of_a_person_is_nowhere_in_the_history(pusat: Office, tmp_path: Path) -> None:
    path = tmp_path / "isian.csv"
    path.write_text(
        "Kelurahan;Ketua;Telepon;Catatan\nGambir;3171012345678901;12;hub 3171012345678901\n",
        encoding="utf-8",
    )
    cells = ("B2=Siti Rahasia", "C2=081234567890", "D2=baik")
    typed = [word for cell in cells for word in ("--cell", cell)]
    told = pusat.good("import", path, *typed).out
    assert "B2 (data pribadi); C2 (data pribadi)" in told
    for secret in (b"3171012345678901", b"Siti Rahasia", b"081234567890"):
        events = pusat.good("history", "--json").out
        assert secret.decode() not in events
    assert "B2 dibaca lain daripada yang tertulis di berkas (data pribadi)" in (
        pusat.good("history", "Gambir").out
    )
    pusat.good("check")
