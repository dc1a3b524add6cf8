"""What was asked and answered in an import can be done again by one command, which asks nothing."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from kkmp_cli import settings
from running import Asked, Office

DAY = "hari ini`]: "
COLUMN = "Nomor, atau nama isian lain [Enter = 1]: "
STEPS = [
    (DAY, "\n"),
    (COLUMN, "3\n"),
    ("x_luas_kios]: ", "\n"),
    ("[Enter untuk jumlah]: ", "\n"),
    ("catatan kaki angkanya): ", "luasnya\n"),
    ("Tulis perubahan pada 2 koperasi? [y/T] ", "y\n"),
]


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "Data KKMP (09 Maret 2026).csv"
    path.write_text("Kelurahan;NIB;Luas Kios\nCideng;sudah;12\nGambir;belum;8\n", encoding="utf-8")
    return path


def at_terminal(office: Office, *arguments: object, db: object = None) -> Asked:
    return Asked("--db", db or office.register, "import", *arguments)


def answered(terminal: Asked, *steps: tuple[str, str]) -> None:
    for words, answer in steps:
        terminal.until(words)
        terminal.said = terminal.said.rpartition(words)[2]
        terminal.answer(answer)


def printed(said: str) -> list[list[str]]:
    """The commands that stand below each other, without the register that they name."""
    lines = [line.strip() for line in said.splitlines()]
    commands = [shlex.split(line) for line in lines if line.startswith("kkmp ")]
    return [words[3:] if words[1] == "--db" else words[1:] for words in commands]


def test_the_printed_commands_do_the_same_without_asking(pusat: Office, sheet: Path) -> None:
    fresh = pusat.register.with_name("lain.db")
    fresh.write_bytes(pusat.register.read_bytes())
    terminal = at_terminal(pusat, sheet)
    answered(terminal, *STEPS)
    assert terminal.end() == 0
    declared, call = printed(terminal.said.partition("Yang sama tanpa ditanya lagi:")[2])
    assert declared[:2] == ["field", "add"]
    assert call == ["import", str(sheet), "--per", "2026-03-09", "--yes"]
    for words in (declared, call):
        assert pusat.run(*words, db=fresh).code == 0
    assert pusat.run("export", db=fresh).out == pusat.good("export").out


def test_nothing_is_printed_where_nothing_was_asked(pusat: Office, sheet: Path) -> None:
    terminal = at_terminal(pusat, sheet, "--per", "2026-03-09", "--map", "Luas Kios=")
    answered(terminal, ("Tulis perubahan pada 2 koperasi? [y/i/T] ", "y\n"))
    assert terminal.end() == 0
    assert "tanpa ditanya lagi" not in terminal.said


def test_a_dry_run_tells_what_writes_it(pusat: Office, sheet: Path) -> None:
    terminal = at_terminal(pusat, sheet, "--dry-run")
    answered(terminal, STEPS[0])
    assert terminal.end() == 0
    (call,) = printed(terminal.said.partition("Menulisnya tanpa ditanya lagi:")[2])
    pusat.good(*call)
    assert pusat.good("show", "Cideng", "--json").json["nib_per"] == "2026-03-09"


@pytest.mark.parametrize("answers", range(len(STEPS)))
@pytest.mark.parametrize("by", ["ctrl-c", "ctrl-d"])
def test_an_interrupt_writes_nothing_and_tells_how_to_go_on(
    pusat: Office, sheet: Path, answers: int, by: str
) -> None:
    before = pusat.state()
    terminal = at_terminal(pusat, sheet)
    answered(terminal, *STEPS[:answers])
    terminal.until(STEPS[answers][0])
    if by == "ctrl-c":
        terminal.interrupt()
    else:
        terminal.answer("\x04")
    assert terminal.end() == 130
    assert "Dihentikan; tidak ada yang ditulis." in terminal.said
    assert pusat.state() == before
    *declared, call = printed(terminal.said.partition("Lanjutkan dengan:")[2])
    assert call == ["import", str(sheet), *["--per", "2026-03-09"][: 2 * (answers > 0)]]
    assert len(declared) == (answers == len(STEPS) - 1)
    for words in declared:
        pusat.good(*words)
    going_on = at_terminal(pusat, *call[1:])
    left = STEPS[answers:] if answers in (0, 5) else STEPS[1:]
    answered(going_on, *left)
    assert going_on.end() == 0
    assert pusat.good("show", "Gambir", "--json").json["x_luas_kios"] == 8


def test_a_no_to_the_plan_keeps_the_answers(pusat: Office, sheet: Path) -> None:
    terminal = at_terminal(pusat, sheet)
    answered(terminal, STEPS[0], (COLUMN, "\n"), ("2 koperasi? [y/i/T] ", "\n"))
    assert terminal.end() == 1
    (call,) = printed(terminal.said.partition("Lanjutkan dengan:")[2])
    assert call == ["import", str(sheet), "--per", "2026-03-09", "--map", "Luas Kios="]


def test_the_printed_command_says_the_day_that_nobody_named(pusat: Office, tmp_path: Path) -> None:
    path = tmp_path / "isian.csv"
    path.write_text("Kelurahan;NO REK\nCideng;1\nGambir;0\n", encoding="utf-8")
    terminal = at_terminal(pusat, path)
    answered(terminal, ("t = tidak]: ", "\n"), ("pada 2 koperasi? [y/i/T] ", "y\n"))
    assert terminal.end() == 0
    (call,) = printed(terminal.said.partition("Yang sama tanpa ditanya lagi:")[2])
    assert call[2:4] == ["--per", settings.today().isoformat()]
