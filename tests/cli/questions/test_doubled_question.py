"""Of several columns that mean one field one is chosen, or the states of one with days of another."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Office
from talking import COLUMN, WRITE, answered, at_terminal, ended, same_in_a_pipe

NUMBER = "  Nomor: "
ROWS = "Cideng;sudah;10 Maret 2026\nGambir;belum;\n"


@pytest.mark.parametrize(
    ("headings", "answer", "maps", "state"),
    [
        ("NIB;Status NIB", "1", ["Status NIB="], "sudah"),
        ("NIB;Status NIB", "2", ["NIB="], "2026-03-10"),
        ("NIB;Status NIB", "3", ["Status NIB=nib_tanggal"], "2026-03-10"),
        ("NIB;NIB", "1", ["kolom C="], "sudah"),
        ("NIB;NIB", "2", ["kolom B="], "2026-03-10"),
    ],
)
def test_a_column_is_chosen(
    pusat: Office, tmp_path: Path, headings: str, answer: str, maps: list[str], state: str
) -> None:
    sheet, before = tmp_path / "isian.csv", pusat.register.read_bytes()
    sheet.write_text(f"Kelurahan;{headings}\n{ROWS}", encoding="utf-8")
    terminal = at_terminal(pusat, sheet)
    terminal.shows("sama-sama berarti NIB. Mana yang dipakai?")
    terminal.shows("sudah; belum")
    answered(terminal, (NUMBER, ""))
    terminal.shows("ketik nomornya, 1 sampai 4")
    answered(terminal, (NUMBER, answer))
    if answer == "2":
        answered(terminal, ("misalnya 1,2: ", ""))
    else:
        answered(terminal, (WRITE, "y"))
    commands = ended(terminal)
    assert [word for word in commands[0] if word.endswith(("=", "_tanggal"))] == maps
    assert pusat.good("show", "Cideng", "--json").json["nib"] == state
    same_in_a_pipe(pusat, before, commands)


def test_two_tables_beside_each_other_are_no_such_choice(pusat: Office, tmp_path: Path) -> None:
    sheet = tmp_path / "isian.csv"
    sheet.write_text("Kelurahan;Nama Kelurahan;NIB\nCideng;Cideng;sudah\n", encoding="utf-8")
    terminal = at_terminal(pusat, sheet)
    assert terminal.end() == 1
    assert "Mana yang dipakai" not in terminal.said
    assert COLUMN not in terminal.said


def test_off_a_terminal_the_columns_are_told(pusat: Office, tmp_path: Path) -> None:
    sheet = tmp_path / "isian.csv"
    sheet.write_text(f"Kelurahan;NIB;Status NIB\n{ROWS}", encoding="utf-8")
    assert '--map "Status NIB="' in pusat.run("import", sheet).out
