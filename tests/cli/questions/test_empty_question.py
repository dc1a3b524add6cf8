"""Empty cells mean nothing unless an officer says that they mean belum, column by column."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter

from running import Office
from talking import EMPTY, WRITE, answered, at_terminal, ended, same_in_a_pipe

HEAD = "Kelurahan;NIB;NPWP;Usaha\n"
ROWS = "Cideng;sudah;;\nGambir;;sudah;belum\nKartini;;belum;\n"


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "isian.csv"
    path.write_text(HEAD + ROWS, encoding="utf-8")
    return path


def states(office: Office, name: str) -> list[str | None]:
    shown = [office.good("show", one, "--json").json for one in ("Cideng", "Gambir", "Kartini")]
    return [one[name] for one in shown]


def test_enter_states_nothing(pusat: Office, sheet: Path) -> None:
    terminal = at_terminal(pusat, sheet)
    terminal.shows("1 NIB: 2 sel kosong 2 NPWP: 1 sel kosong 3 Usaha: 2 sel kosong")
    answered(terminal, (EMPTY, ""), (WRITE, "y"))
    assert ended(terminal) == []
    assert states(pusat, "nib") == ["sudah", None, None]


def test_the_columns_that_are_named_mean_belum(pusat: Office, sheet: Path) -> None:
    before = pusat.register.read_bytes()
    terminal = at_terminal(pusat, sheet)
    answered(terminal, (EMPTY, "1,4"))
    terminal.shows("Ketik nomornya, 1 sampai 3.")
    answered(terminal, (EMPTY, "1, 3"), (WRITE, "y"))
    commands = ended(terminal)
    assert commands[0][4:6] == ["--kosong-belum", "nib,usaha"]
    assert states(pusat, "nib") == ["sudah", "belum", "belum"]
    assert states(pusat, "usaha") == ["belum", "belum", "belum"]
    assert states(pusat, "npwp") == [None, "sudah", "belum"]
    same_in_a_pipe(pusat, before, commands)


def test_all_of_them_by_one_word(pusat: Office, sheet: Path) -> None:
    terminal = at_terminal(pusat, sheet)
    answered(terminal, (EMPTY, "semua"), (WRITE, "y"))
    assert ended(terminal)[0][4:6] == ["--kosong-belum", "nib,npwp,usaha"]


def test_a_sheet_that_says_nothing_new_is_not_asked_about(pusat: Office, sheet: Path) -> None:
    pusat.good("import", sheet, "--per", "2026-03-10")
    terminal = at_terminal(pusat, sheet)
    assert terminal.end() == 0
    assert EMPTY not in terminal.said


def test_a_column_with_a_merged_cell_is_not_asked_about(pusat: Office, tmp_path: Path) -> None:
    path = tmp_path / "isian.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Data")
    for at, line in enumerate((HEAD + ROWS).splitlines()):
        sheet.write_row(at, 0, line.split(";"))
    sheet.merge_range("B3:B4", "sudah")
    book.close()
    terminal = at_terminal(pusat, path)
    terminal.shows("1 NPWP: 1 sel kosong 2 Usaha: 2 sel kosong Enter")
    answered(terminal, (EMPTY, ""), (WRITE, "y"))
    assert terminal.end() == 0


@pytest.mark.parametrize("option", ["--dry-run", "--yes", "--json"])
def test_nothing_is_asked_with_an_option_that_asks_for_no_talk(
    pusat: Office, sheet: Path, option: str
) -> None:
    terminal = at_terminal(pusat, sheet, option)
    if option == "--json":
        answered(terminal, (WRITE, "y"))
    assert terminal.end() == 0
    assert EMPTY not in terminal.said
