"""A column `Status` of something else is asked about once, before any cell of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Office
from talking import WORD, WRITE, answered, at_terminal, ended, same_in_a_pipe


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "isian.csv"
    rows = "Cideng;v;BERKEMBANG\nGambir;v;PERLU_ATENSI\n"
    path.write_text(f"Kelurahan;NIB;Status\n{rows}", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("answer", "told", "note"),
    [("", "Status=", None), ("2", "Status=catatan", "Status: BERKEMBANG")],
)
def test_it_is_left_out_or_kept_as_a_note(
    pusat: Office, sheet: Path, answer: str, told: str, note: str | None
) -> None:
    before = pusat.register.read_bytes()
    terminal = at_terminal(pusat, sheet)
    terminal.shows("2 dari 2 sel bukan aktif, bubar atau digabung, misalnya BERKEMBANG;")
    answered(terminal, (WORD, answer), (WRITE, "y"))
    commands = ended(terminal)
    assert commands[0][4:6] == ["--map", told]
    assert pusat.good("show", "Cideng", "--json").json["catatan"] == note
    same_in_a_pipe(pusat, before, commands)


def test_what_is_a_status_after_all_is_not_asked_again(pusat: Office, sheet: Path) -> None:
    terminal = at_terminal(pusat, sheet)
    answered(terminal, (WORD, "3"))
    terminal.shows("2 kesalahan di 2 baris")
    assert "bukan aktif" not in terminal.said
    terminal.answer("3\n")
    assert terminal.end() != 0
