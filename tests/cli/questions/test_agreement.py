"""The plan of an import stands on the screen before the one yes; conflicts and what is to be kept
are answered there.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Asked, Office, count

QUESTION = "Tulis perubahan pada 2 koperasi? ["


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "isian.csv"
    path.write_text("Kelurahan;NIB;Mitra 2\nCideng;sudah;Bulog\nGambir;x;Bulog\n", encoding="utf-8")
    return path


def at_terminal(office: Office, *arguments: object) -> Asked:
    return Asked("--db", office.register, "import", *arguments, "--per", "2026-03-10")


def answered(terminal: Asked, words: str, answer: str) -> None:
    terminal.until(words)
    terminal.until("] ")
    terminal.answer(answer)


READ = ("--arti", "x=belum", "--map", "Mitra 2=catatan")


def test_the_plan_is_shown_before_the_yes(pusat: Office, sheet: Path) -> None:
    terminal = at_terminal(pusat, sheet, *READ)
    answered(terminal, QUESTION, "ya\n")
    assert terminal.end() == 0
    shown = terminal.said.partition(QUESTION)[0]
    assert "2 baris: 2 diubah" in shown
    assert "NIB: Cideng belum ada data → sudah; Gambir belum ada data → belum" in shown
    assert "Tidak ada di berkas, tetapi terdaftar di wilayah itu (4)" in shown
    assert "tanpa ditanya lagi" not in terminal.said
    assert pusat.good("show", "Gambir", "--json").json["nib"] == "belum"


@pytest.mark.parametrize("answer", ["\n", "t\n", "tidak\n", "k\n"])
def test_any_other_answer_leaves_everything_as_it_was(
    pusat: Office, sheet: Path, answer: str
) -> None:
    before = pusat.state()
    terminal = at_terminal(pusat, sheet, *READ)
    answered(terminal, QUESTION, answer)
    assert terminal.end() == 1
    assert "Dibatalkan; tidak ada yang ditulis." in terminal.said
    assert pusat.state() == before


def test_one_key_more_keeps_what_headings_and_words_mean(pusat: Office, sheet: Path) -> None:
    runs = count(pusat.register, "runs")
    terminal = at_terminal(pusat, sheet, *READ)
    terminal.until("i = tulis, dan ingat arti judul dan kata itu untuk berkas lain")
    answered(terminal, QUESTION, "i\n")
    assert terminal.end() == 0
    assert count(pusat.register, "runs") == runs + 1
    kept = pusat.good("import", "--remember", "--json").json
    assert {(one["judul"], one["isian"]) for one in kept} == {
        ("x", "=belum"),
        ("Mitra 2", "catatan"),
    }
    assert "--arti x=belum --remember --yes" in terminal.said
    pusat.good("import", sheet, "--per", "2026-03-10")


def test_a_column_named_by_its_letter_is_not_offered_to_be_kept(pusat: Office, sheet: Path) -> None:
    terminal = at_terminal(pusat, sheet, "--arti", "x=belum", "--map", "kolom C=catatan")
    answered(terminal, QUESTION, "i\n")
    assert terminal.end() == 1
    assert "i = " not in terminal.said


def test_a_long_plan_is_short_and_tells_every_name_when_asked(
    pusat: Office, tmp_path: Path
) -> None:
    path = tmp_path / "isian.csv"
    codes = [one["kode"] for one in pusat.good("list", "--json").json]
    rows = "".join(f"{code};{number};{number}\n" for number, code in enumerate(codes, 100))
    path.write_text(f"kode;anggota;catatan\n{rows}", encoding="utf-8")
    terminal = at_terminal(pusat, path)
    terminal.until("[y/r/T] ")
    assert "Anggota: 44 koperasi" in terminal.said
    assert "r = lihat semua namanya" in terminal.said
    terminal.said = ""
    terminal.answer("r\n")
    terminal.until("[y/T] ")
    assert "lainnya" not in terminal.said
    assert "143" in terminal.said
    terminal.answer("y\n")
    assert terminal.end() == 0


@pytest.fixture
def held(pusat: Office, tmp_path: Path) -> Path:
    """A sheet against what the register holds of one cooperative."""
    pusat.good("update", "Cideng", "--npwp", "sudah", "--per", "2026-03-01")
    path = tmp_path / "lawan.csv"
    path.write_text("Kelurahan;NPWP\nCideng;belum\n", encoding="utf-8")
    return path


def test_a_conflict_is_applied_by_its_key_and_its_plan_is_seen(pusat: Office, held: Path) -> None:
    terminal = at_terminal(pusat, held)
    terminal.until("Semua sekaligus: jawab k")
    answered(terminal, "k = terapkan 1 yang bertentangan", "k\n")
    assert terminal.end() == 0
    assert pusat.good("show", "Cideng", "--json").json["npwp"] == "belum"
    assert "--overwrite --yes" in terminal.said


def test_a_conflict_is_left_by_enter(pusat: Office, held: Path) -> None:
    terminal = at_terminal(pusat, held)
    answered(terminal, "Terapkan? [k/T", "\n")
    assert terminal.end() == 1
    assert pusat.good("show", "Cideng", "--json").json["npwp"] == "sudah"
    assert "Terapkan?" not in pusat.good("import", held, "--per", "2026-03-10").err
