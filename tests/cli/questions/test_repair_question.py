"""Rows that do not go in are repaired one by one, left out, or everything stops; nothing that was
answered is lost.
"""

from __future__ import annotations

import shlex
from itertools import pairwise
from pathlib import Path

import pytest

from running import Office
from talks import CELL, CHOICE, FOR_GOOD, NAME, PER, WRITE, begin, broken_off, sheet_of, talk

TEXT = """Kelurahan;NIB;Anggota
Cideng;sudah;12
Gambir;x 5 x;sekitar 200
Duri Pulo;belum;7
Kebon Kelapa;31/11/2025;
"""
REPAIRS = (
    (CHOICE, ""),
    (CELL, "mungkin"),
    (CELL, "belum"),
    (CELL, "200"),
    (CELL, ""),
    (CELL, "30/11/2025"),
    (CELL, "30/10/2025"),
)


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    return sheet_of(tmp_path, TEXT)


def test_each_cell_is_typed_anew_and_judged_at_once(pusat: Office, sheet: Path) -> None:
    told = talk(pusat, sheet, *REPAIRS[:5], *REPAIRS[6:], (WRITE, "y"))
    assert "3 kesalahan di 2 baris:" in told
    assert "Baris 3, Gambir (tinggal 3 sel di 2 baris)" in told
    assert "B3 NIB: `x 5 x` · isi sel ini tidak dimengerti." in told
    assert "Isi yang benar: mungkin isi sel ini tidak dimengerti." in told
    assert "Baris 5, Kebon Kelapa (tinggal 1 sel di 1 baris)" in told
    assert "Ketik isinya; - bila sel ini tidak menyatakan apa-apa" in told
    gambir = pusat.good("show", "Gambir", "--json").json
    assert (gambir["nib"], gambir["anggota"]) == ("belum", 200)
    assert "satu per satu" not in pusat.good("history").out
    assert pusat.good("show", "Kebon Kelapa", "--json").json["nib"] == "2025-10-30"


def test_the_printed_command_does_the_same_without_a_question(
    pusat: Office, sheet: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "lain.db"
    copy.write_bytes(pusat.register.read_bytes())
    told = talk(pusat, sheet, *REPAIRS[:5], *REPAIRS[6:], (WRITE, "y"))
    words = shlex.split(told.split("tanpa ditanya lagi: kkmp ")[1])
    assert words[:2] == ["--db", str(pusat.register)]
    (file,) = pusat.run(*words[2:], "--json", db=copy).json["berkas"]
    assert file["dibetulkan"] == 3
    there = pusat.run("list", "--json", db=copy).json
    assert there == pusat.good("list", "--json").json


def test_a_sign_states_nothing_and_lewati_leaves_the_row_out(pusat: Office, sheet: Path) -> None:
    told = talk(
        pusat,
        sheet,
        *((CHOICE, "1"), (CELL, "belum"), (CELL, "-"), (CELL, "lewati"), (WRITE, "y")),
        code=1,
    )
    assert "Tidak diikutkan (--skip-row): baris 5 (Kebon Kelapa)." in told
    gambir = pusat.good("show", "Gambir", "--json").json
    assert (gambir["nib"], gambir["anggota"]) == ("belum", None)
    assert pusat.good("show", "Kebon Kelapa", "--json").json["nib"] is None
    assert sheet.with_name("isian.csv.ditolak.xlsx").exists()


@pytest.mark.parametrize(
    "steps",
    [((CHOICE, "9"), (CHOICE, "2")), ((CHOICE, "1"), (CELL, "lewati semua"))],
)
def test_all_wrong_rows_are_left_out_and_the_rest_goes_in(
    pusat: Office, sheet: Path, steps: tuple[tuple[str, str], ...]
) -> None:
    told = talk(pusat, sheet, *steps, (WRITE, "y"), code=1)
    assert "--skip-row 3 --skip-row 5" in told
    assert "4 baris: 2 diubah · 2 ditolak" in told
    assert pusat.good("show", "Duri Pulo", "--json").json["nib"] == "belum"


def test_to_stop_writes_nothing_and_tells_all_errors(pusat: Office, sheet: Path) -> None:
    before = pusat.state()
    talk(pusat, sheet, (CHOICE, "3"), code=1)
    assert pusat.state() == before


@pytest.mark.parametrize("answers", [1, 2, 3, 4])
def test_an_interrupt_leaves_everything_as_it_was_and_tells_what_was_answered(
    pusat: Office, sheet: Path, answers: int
) -> None:
    before = pusat.state()
    said = broken_off(pusat, sheet, *REPAIRS[:answers], at=CELL)
    assert pusat.state() == before
    command = shlex.split(said.split("Lanjutkan dengan:")[1])
    cells = [text for word, text in pairwise(command) if word == "--cell"]
    assert cells == ["B3=belum", "C3=200"][: max(answers - 2, 0)]


@pytest.mark.parametrize("option", ["--yes", "--json", "--dry-run", "--skip-errors"])
def test_nobody_is_asked_about_cells_with_an_option_that_says_what_to_do(
    pusat: Office, sheet: Path, option: str
) -> None:
    terminal = begin(pusat, sheet, option)
    if option in ("--json", "--skip-errors"):
        terminal.answer("y\n")
    assert terminal.end() == 1
    assert CHOICE not in terminal.said


def test_in_a_pipe_nothing_is_asked(pusat: Office, sheet: Path) -> None:
    done = pusat.run("import", sheet, "--kota", "jakpus", "--per", PER)
    assert (done.code, CHOICE in done.err + done.out) == (1, False)


def test_many_wrong_rows_are_left_out_by_one_option(pusat: Office, tmp_path: Path) -> None:
    wrong = "".join(f"Entah {number} x;belum\n" for number in range(60))
    path = sheet_of(tmp_path, f"Kelurahan;NIB\nCideng;sudah\nGambir;belum\n{wrong}")
    told = talk(pusat, path, (CHOICE, "2"), (WRITE, "y"), code=1)
    assert "60 kesalahan di 60 baris:" in told
    assert "… dan 50 lagi" in told
    assert "--skip-errors --yes" in told
    assert "--skip-row" not in told
    assert pusat.good("show", "Cideng", "--json").json["nib"] == "sudah"


def test_a_name_that_was_answered_is_not_counted_among_what_is_left(
    pusat: Office, tmp_path: Path
) -> None:
    sheet = sheet_of(tmp_path, "Kelurahan;NIB\nCidng;sudah\nGambir;31/11/2025\n")
    steps = ((CHOICE, ""), (NAME, ""), (FOR_GOOD, ""), (CELL, "30/11/2025"), (WRITE, "y"))
    assert "Baris 3, Gambir (tinggal 1 sel di 1 baris)" in talk(pusat, sheet, *steps)
