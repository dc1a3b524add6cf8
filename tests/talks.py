"""A conversation with `kkmp import` at a terminal, as a list of what is asked and what is typed."""

from __future__ import annotations

from pathlib import Path

from running import Asked, Office

PER = "2026-11-20"
CHOICE = "[Enter untuk 1, atau nomornya]: "
CELL, NAME, ROW = "Isi yang benar", "nama atau kode lain]: ", "Baris mana yang berlaku?"
EMPTIES = "Enter = tidak; "
FOR_GOOD, WRITE = "untuk seterusnya? [y/T] ", "Tulis perubahan"


def sheet_of(folder: Path, text: str) -> Path:
    path = folder / "isian.csv"
    path.write_text(text, encoding="utf-8")
    return path


def begin(office: Office, sheet: Path, *more: str) -> Asked:
    """The import of a sheet at a terminal."""
    call = ("import", sheet, "--kota", "jakpus", "--per", PER)
    return Asked("--db", office.register, *call, *more)


def answered(terminal: Asked, *steps: tuple[str, str]) -> str:
    """Types each answer when it is asked for; what was said until then."""
    told = ""
    for words, answer in steps:
        terminal.until(words)
        told, terminal.said = told + terminal.said, ""
        terminal.answer(answer + "\n")
    return told


def talk(office: Office, sheet: Path, *steps: tuple[str, str], code: int = 0) -> str:
    """What was said until the end."""
    terminal = begin(office, sheet)
    told = answered(terminal, *steps)
    assert terminal.end() == code, told + terminal.said
    return " ".join((told + terminal.said).split())


def broken_off(office: Office, sheet: Path, *steps: tuple[str, str], at: str) -> str:
    """What is said at the end where somebody presses Ctrl-C at a question."""
    terminal = begin(office, sheet)
    answered(terminal, *steps)
    terminal.until(at)
    terminal.interrupt()
    assert terminal.end() == 130
    return terminal.said
