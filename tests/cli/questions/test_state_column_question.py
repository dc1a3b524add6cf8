"""Whether a column of numbers tells only whether there is one is asked once, at a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Office
from talking import WRITE, answered, at_terminal, ended

ASKED = "t = tidak]: "


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "isian.csv"
    path.write_text("Kelurahan;NO REK\nCideng;1\nGambir;0\nDuri Pulo;0123456789\n", "utf-8")
    return path


def test_enter_reads_states_and_numbers(pusat: Office, sheet: Path) -> None:
    terminal = at_terminal(pusat, sheet)
    terminal.until('Kolom B "NO REK" berisi `1`; `0`, bukan nomor. Dibaca sebagai keadaan?')
    answered(terminal, (ASKED, ""), (WRITE, "y"))
    (call,) = ended(terminal)
    assert call[-3:] == ["--map", "NO REK=rekening", "--yes"]
    held = {one["kelurahan"]: one for one in pusat.good("list", "--json").json}
    assert [held[name]["rekening"] for name in ("Cideng", "Gambir", "Duri Pulo")] == [
        "sudah",
        "belum",
        "sudah",
    ]
    assert held["Duri Pulo"]["rekening_nomor"] == "0123456789"


def test_a_no_leaves_them_wrong_and_is_not_asked_again(pusat: Office, sheet: Path) -> None:
    terminal = at_terminal(pusat, sheet, "--dry-run")
    answered(terminal, (ASKED, "t"))
    terminal.answer("\x04")
    assert terminal.end() != 0
    assert ASKED not in terminal.said


def test_in_a_pipe_the_way_out_is_told(pusat: Office, sheet: Path) -> None:
    assert '--map "NO REK=rekening"' in pusat.run("import", sheet).out
