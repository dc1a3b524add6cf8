"""What an official area list is asked about at a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Asked, Office

TAIL = "Gambir,Kota Administrasi Jakarta Pusat,Daerah Khusus Ibukota Jakarta"


def _asked(office: Office, text: str) -> tuple[Asked, Path]:
    path = office.register.with_name("wilayah.csv")
    path.write_text(text, "utf-8")
    return Asked("--db", office.register, "area", "import", path), path


def test_a_column_under_another_heading_is_chosen(pusat: Office) -> None:
    text = f"No,Nama Unit,Kode,Kecamatan,Kota,Provinsi\n1,Gambir Baru,31.71.01.1009,{TAIL}\n"
    asked, path = _asked(pusat, text)
    asked.until("Kolom mana yang berisi kelurahan?")
    asked.until("2  Nama Unit")
    for question, answer in (("Nomor: ", "9"), ("Tulis angka 1 sampai 6.", "2"), ("[y/T] ", "y")):
        asked.until(question)
        asked.answer(f"{answer}\n")
    assert asked.end() == 0
    assert f"area import {path} --map 'Nama Unit=kelurahan' --yes" in asked.said
    assert "Gambir Baru" in pusat.good("area", "list", "--kota", "jakpus").out


def test_a_wrong_cell_is_typed_and_judged_at_once(pusat: Office) -> None:
    text = f"kode,kelurahan,kecamatan,kota,provinsi\n31.71,Gambir Baru,{TAIL}\n"
    asked, _ = _asked(pusat, text)
    for question, answer in (("satu per satu?", ""), ("sisanya]: ", "31"), ("bukan kode", "")):
        asked.until(question)
        asked.said = ""
        asked.answer(f"{answer}\n")
    asked.until("sisanya]: ")
    asked.answer("31.71.01.1009\n")
    asked.until("[y/T] ")
    asked.answer("y\n")
    assert asked.end() == 0
    assert "--cell A2=31.71.01.1009" in asked.said


@pytest.mark.parametrize("answers", range(3))
def test_an_interrupt_leaves_everything_as_it_was(pusat: Office, answers: int) -> None:
    before = pusat.state()
    text = f"kode,kelurahan,kecamatan,kota,provinsi\n31.71,Gambir Baru,{TAIL}\n"
    asked, _ = _asked(pusat, text)
    steps = [("satu per satu?", ""), ("sisanya]: ", "31.71.01.1009"), ("[y/T] ", "")]
    for question, answer in steps[:answers]:
        asked.until(question)
        asked.answer(f"{answer}\n")
    asked.until(steps[answers][0])
    asked.interrupt()
    assert asked.end() == 130
    assert pusat.state() == before
    assert ("Lanjutkan dengan:" in asked.said) is (answers == 2)
