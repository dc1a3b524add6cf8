"""`kkmp import` alone asks at a terminal which sheets are meant."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

import pytest

from running import Asked, Office, count, process

ASKED = "jalur berkas"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "kerja"
    place.mkdir()
    monkeypatch.chdir(place)
    return place


def sheet(folder: Path, name: str, rows: str, age: int = 0) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(f"Keadaan per 9 Maret 2026\nKelurahan;NIB\n{rows}", encoding="utf-8")
    os.utime(path, (1_773_000_000 - age, 1_773_000_000 - age))
    return path


def alone(office: Office, *arguments: str) -> Asked:
    return Asked("--db", office.register, "import", *arguments)


def answered(terminal: Asked, *steps: tuple[str, str]) -> None:
    for words, answer in steps:
        terminal.until(words)
        terminal.until(": " if words == ASKED else "] ")
        terminal.said = terminal.said.rpartition(words)[2]
        terminal.answer(answer)


def test_sheets_are_chosen_by_number_and_each_has_its_own_yes(pusat: Office, here: Path) -> None:
    home = Path(os.environ["HOME"])
    sheet(here, "gambir.csv", "Gambir;sudah\nCideng;belum\n", age=10)
    far = sheet(home / "Unduhan", "Isian Senen (1).csv", "Senen;sudah\nKenari;proses\n")
    terminal = alone(pusat)
    terminal.until("   1  Isian Senen (1).csv · ")
    terminal.until("tabel 2 baris · Senen · belum masuk")
    terminal.until("   2  gambir.csv · ")
    answered(terminal, (ASKED, "2 1\n"), ("pada 2 koperasi?", "y\n"))
    terminal.until("Yang sama tanpa ditanya lagi:")
    terminal.until("import gambir.csv --yes")
    answered(terminal, ("pada 2 koperasi?", "y\n"))
    assert terminal.end() == 0
    assert f"import {shlex.quote(str(far))} --yes" in terminal.said
    assert count(pusat.register, "runs") == 3
    assert pusat.good("show", "Kenari", "--json").json["nib"] == "proses"


def test_a_no_to_one_leaves_the_others(pusat: Office, here: Path) -> None:
    sheet(here, "a.csv", "Gambir;sudah\nCideng;belum\n")
    sheet(here, "b.csv", "Senen;sudah\nKenari;proses\n")
    terminal = alone(pusat)
    answered(terminal, (ASKED, "1,2\n"), ("koperasi?", "t\n"), ("koperasi?", "y\n"))
    assert terminal.end() == 0
    assert pusat.good("show", "Cideng", "--json").json["nib"] is None
    assert pusat.good("show", "Kenari", "--json").json["nib"] == "proses"


def test_a_path_may_be_typed_or_dragged(pusat: Office, here: Path) -> None:
    path = sheet(here.parent / "dari chat", "isian baru.csv", "Gambir;sudah\nCideng;belum\n")
    for typed in (str(path), f"'{path}'", str(path).replace(" ", "\\ ")):
        terminal = alone(pusat, "--dry-run")
        terminal.until("Tidak ada CSV, XLSX, XLS, ODS atau register di:")
        answered(terminal, (ASKED, "9\n"))
        terminal.until("Tulis jalurnya.")
        answered(terminal, (ASKED, "tidak-ada.csv\n"))
        terminal.until("Berkas tidak-ada.csv tidak ada.")
        answered(terminal, (ASKED, f"{typed}\n"))
        assert terminal.end() == 0


def test_the_twelve_newest_are_shown_and_more_when_asked(pusat: Office, here: Path) -> None:
    for number in range(15):
        sheet(here, f"isian-{number:02}.csv", "Gambir;sudah\nCideng;belum\n", age=number)
    terminal = alone(pusat, "--dry-run")
    terminal.until("`lagi` untuk 3 berkas lain]: ")
    assert "isian-11.csv" in terminal.said
    assert "isian-12.csv" not in terminal.said
    answered_to, terminal.said = terminal.said, ""
    terminal.answer("13\n")
    terminal.until("Tulis angka 1 sampai 12.")
    terminal.until("`lagi` untuk 3 berkas lain]: ")
    terminal.said = ""
    terminal.answer("lagi\n")
    terminal.until("  15  isian-14.csv")
    assert "`lagi`" in answered_to
    answered(terminal, (ASKED, "15\n"))
    assert terminal.end() == 0
    assert "`lagi`" not in terminal.said


@pytest.mark.parametrize("by", ["ctrl-c", "ctrl-d"])
def test_an_interrupt_leaves_nothing(office: Office, here: Path, by: str) -> None:
    sheet(here, "a.csv", "Gambir;sudah\n")
    terminal = alone(office)
    terminal.until(ASKED)
    terminal.until(": ")
    if by == "ctrl-c":
        terminal.interrupt()
    else:
        terminal.answer("\x04")
    assert terminal.end() == 130
    assert not office.register.exists()


def test_a_file_that_is_known_says_so_and_is_not_asked_about(pusat: Office, here: Path) -> None:
    path = sheet(here, "a.csv", "Gambir;sudah\nCideng;belum\n")
    pusat.good("import", path, "--per", "2026-03-05")
    terminal = alone(pusat)
    terminal.until("sudah masuk")
    answered(terminal, (ASKED, "1\n"))
    assert terminal.end() == 0
    assert 'jawaban waktu itu dipakai: --per "2026-03-05"' in terminal.said


@pytest.mark.parametrize("option", ["--json", "--yes"])
def test_off_a_terminal_and_unasked_it_is_a_mistake(pusat: Office, here: Path, option: str) -> None:
    sheet(here, "a.csv", "Gambir;sudah\n")
    assert process("--db", pusat.register, "import").returncode == 2
    assert alone(pusat, option).end() == 2
    assert "belum disebut" in pusat.refused("import", code=2).err
