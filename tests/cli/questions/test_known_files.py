"""At a terminal a file that comes again is read as it was, and nothing is asked twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Asked, Office, count

DAY = "hari ini`]: "


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "Data KKMP (09 Maret 2026).csv"
    path.write_text("Kelurahan;NIB\nCideng;sudah\nGambir;belum\n", encoding="utf-8")
    return path


def at_terminal(office: Office, *arguments: object) -> Asked:
    return Asked("--db", office.register, "import", *arguments)


def taken_in(office: Office, sheet: Path) -> None:
    terminal = at_terminal(office, sheet)
    for words, answer in ((DAY, "28 Februari 2026\n"), ("koperasi? [y/T] ", "y\n")):
        terminal.until(words)
        terminal.answer(answer)
    assert terminal.end() == 0


def test_the_second_time_nothing_is_asked(pusat: Office, sheet: Path) -> None:
    taken_in(pusat, sheet)
    runs = count(pusat.register, "runs")
    terminal = at_terminal(pusat, sheet)
    assert terminal.end() == 0
    assert f"{sheet} sudah masuk" in terminal.said.replace("\r\n", "\n")
    assert '(pekerjaan 2); jawaban waktu itu dipakai: --per "2026-02-28"' in terminal.said
    assert "?" not in terminal.said
    assert "tanpa ditanya lagi" not in terminal.said
    assert count(pusat.register, "runs") == runs


def test_what_is_typed_now_wins(pusat: Office, sheet: Path) -> None:
    taken_in(pusat, sheet)
    terminal = at_terminal(pusat, sheet, "--per", "2026-03-05", "--dry-run")
    assert terminal.end() == 0
    assert "sudah masuk" in terminal.said
    assert "jawaban waktu itu" not in terminal.said


def test_undo_of_the_run_makes_it_ask_again(pusat: Office, sheet: Path) -> None:
    taken_in(pusat, sheet)
    pusat.good("undo", "--yes")
    terminal = at_terminal(pusat, sheet)
    terminal.until(DAY)
    terminal.answer("\x04")
    assert terminal.end() == 130
    assert "sudah masuk" not in terminal.said


def test_answers_that_can_no_longer_be_are_asked_for_anew(pusat: Office, tmp_path: Path) -> None:
    sheet = tmp_path / "isian.csv"
    sheet.write_text("Kelurahan;NIB;Isi\nCideng;sudah;3\nGambir;belum;4\n", encoding="utf-8")
    pusat.good("field", "add", "isi", "Isinya", "--kind", "jumlah", "--arti", "banyaknya")
    pusat.good("import", sheet, "--per", "2026-03-10", "--map", "Isi=x_isi")
    pusat.good("field", "retire", "isi")
    terminal = at_terminal(pusat, sheet, "--dry-run")
    terminal.until("Jawaban itu tidak dapat dipakai lagi; ditanyakan dari awal.")
    terminal.answer("\x04")
    assert terminal.end() in (0, 130)


def test_several_files_take_the_answers_that_all_have(pusat: Office, sheet: Path) -> None:
    other = sheet.with_name("lain.csv")
    other.write_text("Kelurahan;NIB\nSenen;sudah\nKenari;belum\n", encoding="utf-8")
    taken_in(pusat, sheet)
    pusat.good("import", other, "--per", "2026-03-01")
    terminal = at_terminal(pusat, sheet, other, "--dry-run")
    assert terminal.end() == 0
    assert terminal.said.count("sudah masuk") == 2
    assert "jawaban waktu itu" not in terminal.said


def test_each_file_of_a_folder_is_told_by_its_name(pusat: Office, sheet: Path) -> None:
    folder = sheet.parent / "masuk"
    folder.mkdir()
    for name, kelurahan in (("a.csv", "Senen"), ("b.csv", "Menteng")):
        (folder / name).write_text(f"Kelurahan;NIB\n{kelurahan};sudah\n", encoding="utf-8")
        pusat.good("import", folder / name, "--per", "2026-03-01")
    terminal = at_terminal(pusat, folder, "--dry-run")
    assert terminal.end() == 0
    for name in ("a.csv", "b.csv"):
        assert f"{folder / name} sudah masuk" in terminal.said


def test_in_a_pipe_nothing_changes(pusat: Office, sheet: Path) -> None:
    taken_in(pusat, sheet)
    done = pusat.good("import", sheet, "--dry-run")
    assert "sudah masuk" not in done.err + done.out
    assert "--per 2026-03-09" in done.out
