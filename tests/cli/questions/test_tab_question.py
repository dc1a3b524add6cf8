"""Which sheet of a workbook is meant is asked at a terminal, with what each holds."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter

from running import Asked, Office

Grid = list[list[str]]
GAMBIR: Grid = [["Kelurahan", "NIB"], ["Gambir", "sudah"], ["Cideng", "belum"]]
SENEN: Grid = [["Kelurahan", "NIB"], ["Senen", "proses"]]
OLDER: Grid = [["Kelurahan", "NIB"], ["Gambir", "belum"], ["Cideng", "belum"]]
ASKED = "nomornya]: "


def book(tmp_path: Path, **tabs: Grid) -> Path:
    path = tmp_path / "buku.xlsx"
    with xlsxwriter.Workbook(path) as made:
        for name, rows in tabs.items():
            page = made.add_worksheet(name)
            for at, row in enumerate(rows):
                page.write_row(at, 0, row)
    return path


def answered(office: Office, path: Path, *answers: str) -> str:
    """All that was said until it was written, with one yes at the end."""
    arguments = ("--db", office.register, "import", path, "--per", "2026-03-10")
    terminal, said = Asked(*arguments), ""
    for answer in answers:
        terminal.until(ASKED)
        said, terminal.said = said + terminal.said, ""
        terminal.answer(answer)
    terminal.until("koperasi? [y/T] ")
    terminal.answer("y\n")
    assert terminal.end() == 0
    return said + terminal.said


def test_the_newest_month_is_proposed(pusat: Office, tmp_path: Path) -> None:
    path = book(tmp_path, OKTOBER=OLDER, NOVEMBER=GAMBIR)
    said = answered(pusat, path, "\n")
    assert "buku.xlsx: 2 lembar berisi tabel. Yang mana?" in said
    assert "  1  OKTOBER · 2 baris: Kelurahan, NIB" in said
    assert "  2  NOVEMBER, bulan terbaru · 2 baris: Kelurahan, NIB" in said
    assert "semuanya sekaligus" not in said
    assert "[Enter untuk 2, atau nomornya]" in said
    assert "--sheet NOVEMBER --yes" in said
    assert pusat.good("show", "Gambir", "--json").json["nib"] == "sudah"


def test_sheets_of_different_kelurahan_may_all_be_taken(pusat: Office, tmp_path: Path) -> None:
    said = answered(pusat, book(tmp_path, Gambir=GAMBIR, Senen=SENEN), "\n")
    assert "  3  semuanya sekaligus; tidak ada kelurahan yang terulang" in said
    assert "--sheet semua --yes" in said
    assert pusat.good("show", "Senen", "--json").json["nib"] == "proses"


@pytest.mark.parametrize("answer", ["1\n", "lama\n"])
def test_sheets_of_the_same_kelurahan_must_be_chosen_from(
    pusat: Office, tmp_path: Path, answer: str
) -> None:
    path = book(tmp_path, Lama=OLDER, Baru=GAMBIR)
    said = answered(pusat, path, "\n", "3\n", "semua\n", answer)
    assert said.count("Tulis angka 1 sampai 2.") == 3
    assert "Enter untuk" not in said
    assert pusat.good("show", "Gambir", "--json").json["nib"] == "belum"


def test_off_a_terminal_and_by_name_nothing_is_asked(pusat: Office, tmp_path: Path) -> None:
    path = book(tmp_path, OKTOBER=OLDER, NOVEMBER=GAMBIR)
    assert '--sheet "NOVEMBER"' in pusat.refused("import", path).err
    pusat.good("import", path, "--sheet", "OKTOBER", "--per", "2026-03-10")
    assert pusat.good("show", "Gambir", "--json").json["nib"] == "belum"
