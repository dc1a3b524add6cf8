"""Where no heading says which column names the kelurahan, that is asked."""

from __future__ import annotations

from pathlib import Path

from running import Office
from talking import WRITE, answered, at_terminal, ended, same_in_a_pipe


def test_the_column_that_is_chosen_names_the_rows(pusat: Office, tmp_path: Path) -> None:
    sheet, before = tmp_path / "isian.csv", pusat.register.read_bytes()
    sheet.write_text("No;Isi;Tempat Kerja;NIB\n1;7;Cideng;sudah\n2;8;Gambir;belum\n", "utf-8")
    terminal = at_terminal(pusat, sheet)
    terminal.shows('Kolom mana yang berisi nama kelurahan? 1 C "Tempat Kerja": Cideng; Gambir')
    answered(terminal, ("  Nomor: ", "1"), ("isian lain", ""), (WRITE, "y"))
    commands = ended(terminal)
    assert commands[0][4:6] == ["--map", "Tempat Kerja=kelurahan"]
    assert pusat.good("show", "Cideng", "--json").json["nib"] == "sudah"
    same_in_a_pipe(pusat, before, commands)


def test_nothing_is_asked_where_no_column_holds_words(pusat: Office, tmp_path: Path) -> None:
    sheet = tmp_path / "isian.csv"
    sheet.write_text("Isi;NIB;NPWP\n7;sudah;belum\n", encoding="utf-8")
    terminal = at_terminal(pusat, sheet)
    assert terminal.end() == 1
    assert "Kolom mana" not in terminal.said
