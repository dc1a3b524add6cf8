"""A column whose cells are none of its field is asked about once, before any cell of it."""

from __future__ import annotations

from pathlib import Path

from running import Office
from talking import WORD, WRITE, answered, at_terminal, ended, same_in_a_pipe


def sheet_of(place: Path, heading: str, *cells: str) -> Path:
    path = place / "isian.csv"
    first, second = cells
    path.write_text(f"Kelurahan;NIB;{heading}\nCideng;v;{first}\nGambir;v;{second}\n", "utf-8")
    return path


def test_ticks_below_a_number_become_the_state(pusat: Office, tmp_path: Path) -> None:
    sheet, before = sheet_of(tmp_path, "No Rek", "1", "0"), pusat.register.read_bytes()
    terminal = at_terminal(pusat, sheet)
    terminal.shows('Kolom C "No Rek": 2 dari 2 sel bukan Nomor rekening, misalnya 1; 0.')
    terminal.shows("1 isinya keadaan Rekening: sudah, belum, atau nomornya")
    answered(terminal, (WORD, ""), (WRITE, "y"))
    commands = ended(terminal)
    assert commands[0][4:6] == ["--map", "No Rek=rekening"]
    assert pusat.good("show", "Gambir", "--json").json["rekening"] == "belum"
    same_in_a_pipe(pusat, before, commands)


def test_a_status_of_something_else_is_left_out(pusat: Office, tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, "Status", "BERKEMBANG", "PERLU_ATENSI")
    terminal = at_terminal(pusat, sheet)
    terminal.shows("1 lewati kolom ini 2 tetap Status; selnya diperbaiki sesudah ini")
    answered(terminal, (WORD, ""), (WRITE, "y"))
    assert ended(terminal)[0][4:6] == ["--map", "Status="]


def test_what_stays_what_its_heading_says_is_not_asked_again(pusat: Office, tmp_path: Path) -> None:
    terminal = at_terminal(pusat, sheet_of(tmp_path, "Status", "BERKEMBANG", "PERLU_ATENSI"))
    answered(terminal, (WORD, "2"))
    terminal.shows("2 kesalahan di 2 baris")
    assert "bukan Status" not in terminal.said
    terminal.answer("3\n")
    assert terminal.end() != 0
