"""A column that nobody knows becomes a field of the office only where that is chosen at a
terminal.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Asked, Office, count
from sheet_files import xlsx

TOGETHER = "nomor memakai satu kolom: "
COLUMN = "Nomor, atau nama isian lain [Enter = 1]: "
OFFER = "bidang baru milik kantor"
CHOSEN = (COLUMN, "3\n")
FIRST = (TOGETHER, "1\n")
YES = ("Tulis perubahan pada 2 koperasi?", "y\n")
KEY, KIND = "Kunci [Enter untuk x_luas_kios_m2]: ", "[Enter untuk jumlah]: "
MEANING = "catatan kaki angkanya): "


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "isian.csv"
    path.write_text(
        "Kelurahan;NIB;Luas Kios (m2);Nama Ketua;Total\n"
        "Cideng;sudah;12;Budi Contoh;1\nGambir;belum;1.250;Sari Contoh;1\n",
        encoding="utf-8",
    )
    return path


def at_terminal(office: Office, sheet: Path, *more: str) -> Asked:
    return Asked("--db", office.register, "import", sheet, "--per", "2026-03-10", *more)


def answered(terminal: Asked, *steps: tuple[str, str]) -> None:
    for words, answer in steps:
        terminal.until(words)
        terminal.said = ""
        terminal.answer(answer)


def test_a_yes_declares_the_field_and_reads_its_column(pusat: Office, sheet: Path) -> None:
    runs = count(pusat.register, "runs")
    terminal = at_terminal(pusat, sheet)
    terminal.until('1 C "Luas Kios (m2)": 12; 1.250')
    terminal.until('2 E "Total": 1')
    answered(terminal, FIRST)
    terminal.until('Kolom C "Luas Kios (m2)" tidak dikenal. 2 sel terisi, misalnya 12; 1.250.')
    answered(terminal, CHOSEN, (KEY, "\n"), (KIND, "persen\n"))
    terminal.until("1 sel tidak terbaca sebagai persen, misalnya 1.250. Pilih jenis lain.")
    answered(terminal, (KIND, "\n"), (MEANING, "\n"), (MEANING, "luas kios yang dipakai\n"))
    answered(terminal, (COLUMN, "\n"), YES)
    assert terminal.end() == 0
    assert "Bidang baru: x_luas_kios_m2 (Luas Kios (m2), jumlah) (pekerjaan" in terminal.said
    assert count(pusat.register, "runs") == runs + 2
    assert pusat.good("show", "Gambir", "--json").json["x_luas_kios_m2"] == 1250
    (own,) = pusat.good("field", "list", "--json").json
    assert (own["jenis"], own["arti"]) == ("jumlah", "luas kios yang dipakai")
    pusat.good("undo")
    pusat.good("undo")
    assert pusat.good("field", "list", "--json").json == []


def test_enter_leaves_the_columns_out(pusat: Office, sheet: Path) -> None:
    terminal = at_terminal(pusat, sheet)
    answered(terminal, (TOGETHER, "\n"), YES)
    assert terminal.end() == 0
    assert OFFER not in terminal.said
    assert pusat.good("field", "list", "--json").json == []
    assert pusat.good("show", "Cideng", "--json").json["nib"] == "sudah"


def test_a_sheet_that_is_recorded_already_still_gives_its_new_column(
    pusat: Office, sheet: Path
) -> None:
    pusat.good("import", sheet, "--per", "2026-03-10")
    terminal = at_terminal(pusat, sheet)
    answered(terminal, FIRST, CHOSEN, (KEY, "luas_kios\n"), (KIND, "\n"), (MEANING, "luasnya\n"))
    answered(terminal, (COLUMN, "\n"), YES)
    assert terminal.end() == 0
    assert pusat.good("show", "Cideng", "--json").json["x_luas_kios"] == 12


@pytest.mark.parametrize("answers", range(7))
def test_an_interrupt_at_any_question_leaves_everything_as_it_was(
    pusat: Office, sheet: Path, answers: int
) -> None:
    before = pusat.state()
    steps = [FIRST, CHOSEN, (KEY, "\n"), (KIND, "\n"), (MEANING, "luasnya\n"), (COLUMN, "\n"), YES]
    terminal = at_terminal(pusat, sheet)
    answered(terminal, *steps[:answers])
    terminal.until(steps[answers][0])
    terminal.interrupt()
    assert terminal.end() == 130
    assert "Dihentikan; tidak ada yang ditulis." in terminal.said
    assert pusat.state() == before


@pytest.mark.parametrize("option", ["--dry-run", "--yes", "--json"])
def test_nothing_is_asked_with_an_option_that_asks_for_no_talk(
    pusat: Office, sheet: Path, option: str
) -> None:
    terminal = at_terminal(pusat, sheet, option)
    if option == "--json":
        answered(terminal, YES)
    assert terminal.end() == 0
    assert "tidak dikenal" not in terminal.said


def test_off_a_terminal_nothing_is_asked(pusat: Office, sheet: Path) -> None:
    done = pusat.good("import", sheet, "--per", "2026-03-10")
    assert "bidang baru" not in done.err
    assert 'Kolom C "Luas Kios (m2)" tidak dikenal' in done.out


def test_choices_are_offered_as_they_stand_and_every_cell_must_be_one(
    pusat: Office, tmp_path: Path
) -> None:
    path = tmp_path / "isian.csv"
    path.write_text("Kelurahan;NIB;Listrik\nCideng;sudah;PLN\nGambir;belum;genset\n", "utf-8")
    terminal = at_terminal(pusat, path)
    answered(terminal, CHOSEN, ("x_listrik]: ", "nib\n"))
    terminal.until("kunci `nib` sudah berarti isian NIB")
    answered(terminal, ("x_listrik]: ", "\n"), ("[Enter untuk teks]: ", "pilihan\n"))
    answered(terminal, ("[Enter untuk PLN, genset]: ", "PLN,surya\n"))
    terminal.until("isi `genset` tidak ada di antara pilihan")
    answered(terminal, ("[Enter untuk PLN, genset]: ", "PLN,genset,surya\n"))
    answered(terminal, (MEANING, "sumber listrik\n"), YES)
    assert terminal.end() == 0
    assert pusat.good("show", "Gambir", "--json").json["x_listrik"] == "genset"


def test_a_register_that_is_not_there_yet_gets_no_field(pusat: Office, sheet: Path) -> None:
    new = pusat.register.with_name("baru.db")
    terminal = Asked("--db", new, "import", sheet, "--kota", "jakpus", "--per", "2026-03-10")
    answered(terminal, FIRST, (COLUMN, "\n"), (COLUMN, "\n"), YES)
    assert terminal.end() == 0
    assert OFFER not in terminal.said


def test_a_field_of_which_a_cell_is_refused_is_not_declared(pusat: Office, sheet: Path) -> None:
    before = pusat.state()
    terminal = at_terminal(pusat, sheet)
    answered(terminal, FIRST, CHOSEN, (KEY, "\n"), (KIND, "tahap\n"), (MEANING, "kios siap\n"))
    answered(terminal, (COLUMN, "\n"), ("[Enter untuk 1, atau nomornya]: ", "3\n"))
    assert terminal.end() == 1
    assert "Bidang baru belum dibuat (x_luas_kios_m2)" in terminal.said
    assert pusat.state() == before


def test_columns_below_one_group_heading_become_fields_each(pusat: Office, tmp_path: Path) -> None:
    rows = [["Kelurahan", "NIB", "Luas Kios", ""], ["", "", "2025", "2026"]]
    path = xlsx(tmp_path / "isian.xlsx", Data=[*rows, ["Cideng", "sudah", 7, 9]])
    terminal = at_terminal(pusat, path)
    for year in ("2025", "2026"):
        answered(terminal, *[FIRST] * (year == "2025"), CHOSEN)
        answered(terminal, (f"x_luas_kios_{year}]: ", "\n"), (KIND, "\n"))
        answered(terminal, (MEANING, "luasnya\n"))
    assert terminal.end() == 0
    told = pusat.good("show", "Cideng", "--json").json
    assert (told["x_luas_kios_2025"], told["x_luas_kios_2026"]) == (7, 9)


def test_the_column_of_a_retired_field_is_not_asked_about(pusat: Office, sheet: Path) -> None:
    words = ("Luas Kios (m2)", "--kind", "jumlah", "--arti", "luasnya")
    pusat.good("field", "add", "luas_kios", *words)
    pusat.good("field", "retire", "luas_kios")
    terminal = at_terminal(pusat, sheet)
    answered(terminal, FIRST)
    terminal.until("milik bidang x_luas_kios yang sudah pensiun")
    answered(terminal, (COLUMN, "\n"), (COLUMN, "\n"), YES)
    assert terminal.end() == 0
    assert OFFER not in terminal.said.partition("pensiun")[0]
