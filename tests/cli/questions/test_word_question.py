"""A word in cells of milestones that no table knows is asked once, and never guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Office
from talking import EMPTY, WORD, WRITE, answered, at_terminal, ended, same_in_a_pipe

ROWS = "Kelurahan;NIB;Usaha\nCideng;x;x\nGambir;sudah;X\nKartini;belum;vakum\n"
ALL = "[Enter = ya, t = hanya NIB]: "


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "isian.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def states(office: Office) -> list[tuple[str | None, str | None]]:
    """NIB and usaha of the three."""
    shown = [office.good("show", name, "--json").json for name in ("Cideng", "Gambir", "Kartini")]
    return [(one["nib"], one["usaha"]) for one in shown]


def test_a_word_means_what_is_said_in_all_its_columns(pusat: Office, sheet: Path) -> None:
    before = pusat.register.read_bytes()
    terminal = at_terminal(pusat, sheet)
    terminal.shows("Kata `x` tidak dimengerti, di 3 sel: NIB (B2); Usaha (C2, C3).")
    answered(terminal, (WORD, "2"), (ALL, ""))
    terminal.shows("Kata `vakum` tidak dimengerti, di 1 sel: Usaha (C4).")
    answered(terminal, (WORD, "berhenti"), (WRITE, "y"))
    commands = ended(terminal)
    told = ["--arti", "x=belum", "--arti", "usaha:vakum=berhenti"]
    assert commands == [["import", str(sheet), "--per", "2026-03-10", *told, "--yes"]]
    assert states(pusat) == [("belum", "belum"), ("sudah", "belum"), ("belum", "berhenti")]
    same_in_a_pipe(pusat, before, commands)


def test_a_word_may_mean_another_thing_in_another_column(pusat: Office, sheet: Path) -> None:
    before = pusat.register.read_bytes()
    terminal = at_terminal(pusat, sheet)
    answered(terminal, (WORD, "sudah"), (ALL, "t"))
    terminal.shows("di 2 sel: Usaha (C2, C3).")
    answered(terminal, (WORD, "belum"), (WORD, "7"), (EMPTY, ""), (WRITE, "y"))
    commands = ended(terminal)
    told = ["nib:x=sudah", "usaha:x=belum", "usaha:vakum="]
    assert [word for word in commands[0] if "=" in word] == told
    assert states(pusat) == [("sudah", "belum"), ("sudah", "belum"), ("belum", None)]
    same_in_a_pipe(pusat, before, commands)


def test_berhenti_is_said_only_of_what_can_stop(pusat: Office, sheet: Path) -> None:
    terminal = at_terminal(pusat, sheet)
    answered(terminal, (WORD, "berhenti"))
    terminal.shows("Kata `x` tidak dimengerti, di 1 sel: NIB (B2).")
    answered(terminal, (WORD, "berhenti"))
    terminal.shows("ketik nomornya, atau keadaannya")
    answered(terminal, (WORD, "3"), (WORD, "proses"), (WRITE, "y"))
    assert [word for word in ended(terminal)[0] if "=" in word] == [
        *("usaha:x=berhenti", "nib:x=sudah", "usaha:vakum=proses")
    ]


def test_enter_leaves_the_cells_wrong_and_is_not_asked_again(pusat: Office, sheet: Path) -> None:
    before = pusat.state()
    terminal = at_terminal(pusat, sheet)
    answered(terminal, (WORD, ""), (WORD, ""), ("[Enter untuk 1, atau nomornya]: ", "3"))
    assert terminal.end() == 1
    assert "Kata `x`" not in terminal.said.partition("Kata `vakum`")[2]
    assert pusat.state() == before


@pytest.mark.parametrize("option", ["--dry-run", "--yes", "--json"])
def test_nothing_is_asked_with_an_option_that_asks_for_no_talk(
    pusat: Office, sheet: Path, option: str
) -> None:
    terminal = at_terminal(pusat, sheet, option)
    assert terminal.end() == 1
    assert "tidak dimengerti, di" not in terminal.said
