"""A name that is not known is asked about once, with the likeliest ones; the answer goes into the
cells, or is kept as a spelling.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Office, count
from talks import CHOICE, FOR_GOOD, NAME, WRITE, broken_off, sheet_of, talk

TEXT = "Kelurahan;NIB\nKarang Ayarr;sudah\nGambir;belum\n"


@pytest.mark.parametrize("answer", ["", "1", "Karang Anyar", "31.71.02.1002"])
def test_a_near_name_is_taken_by_enter_its_number_another_name_or_a_code(
    pusat: Office, tmp_path: Path, answer: str
) -> None:
    path = sheet_of(tmp_path, TEXT)
    told = talk(pusat, path, (CHOICE, ""), (NAME, answer), (FOR_GOOD, ""), (WRITE, "y"))
    assert "1 Karang Anyar, kecamatan Sawah Besar (31.71.02.1002)" in told
    assert "--cell A2=31.71.02.1002 --yes" in told
    assert pusat.good("show", "Karang Anyar", "--json").json["nib"] == "sudah"


def test_a_name_that_is_kept_for_good_is_a_run_of_its_own_and_asks_no_more(
    pusat: Office, tmp_path: Path
) -> None:
    runs = count(pusat.register, "runs")
    path = sheet_of(tmp_path, TEXT)
    told = talk(pusat, path, (CHOICE, ""), (NAME, ""), (FOR_GOOD, "y"), (WRITE, "y"))
    assert (
        "`Karang Ayarr` kini berarti Karang Anyar (31.71.02.1002) (pekerjaan 2; batalkan:" in told
    )
    assert "area alias 'Karang Ayarr' 31.71.02.1002" in told
    assert "--cell" not in told
    assert count(pusat.register, "runs") == runs + 2
    pusat.good("import", path, "--kota", "jakpus", "--per", "2026-11-20")
    assert count(pusat.register, "runs") == runs + 2


def test_the_same_name_in_several_rows_is_asked_about_once(pusat: Office, tmp_path: Path) -> None:
    text = "Kelurahan;NIB;NPWP\nCidengg;sudah;v\nGambir;belum;v\nCidengg;belum;v\n"
    path = sheet_of(tmp_path, text)
    steps = ((CHOICE, ""), (NAME, "1"), (FOR_GOOD, ""), ("Baris mana yang berlaku?", "1"))
    told = talk(pusat, path, *steps, (WRITE, "y"), code=1)
    assert "Baris 2, Cidengg (juga baris 4)" in told
    assert "1 baris 2: NIB sudah 2 baris 4: NIB belum" in told
    assert pusat.good("show", "Cideng", "--json").json["nib"] == "sudah"


def test_an_unknown_name_is_typed_or_its_row_is_left_out(pusat: Office, tmp_path: Path) -> None:
    text = "Kelurahan;NIB\nXyzzy;sudah\nQwerty;sudah\nGambir;belum\nKartini;belum\n"
    steps = ((CHOICE, ""), (NAME, ""), (NAME, "Ngawur"), (NAME, "Cideng"), (FOR_GOOD, ""))
    path = sheet_of(tmp_path, text)
    told = talk(pusat, path, *steps, (NAME, "lewati"), (WRITE, "y"), code=1)
    assert "Belum dijawab. Ketik nama atau kodenya; lewati tanpa baris ini." in told
    assert "Ngawur tidak ditemukan di Kota Administrasi Jakarta Pusat" in told
    assert pusat.good("show", "Cideng", "--json").json["nib"] == "sudah"


def test_a_code_and_a_name_that_disagree_are_asked_about_and_not_kept(
    pusat: Office, tmp_path: Path
) -> None:
    text = "Kode;Kelurahan;NIB\n31.71.01.1001;Cideng;sudah\n31.71.01.1003;Petojo Utara;belum\n"
    told = talk(pusat, sheet_of(tmp_path, text), (CHOICE, ""), (NAME, "2"), (WRITE, "y"))
    assert "1 Gambir, kecamatan Gambir (31.71.01.1001) 2 Cideng" in told
    assert FOR_GOOD not in told
    assert pusat.good("show", "Cideng", "--json").json["nib"] == "sudah"


def test_an_interrupt_after_a_name_tells_the_spelling_as_a_command(
    pusat: Office, tmp_path: Path
) -> None:
    before = pusat.state()
    steps = ((CHOICE, ""), (NAME, ""), (FOR_GOOD, "y"))
    said = broken_off(pusat, sheet_of(tmp_path, TEXT), *steps, at=WRITE)
    assert "area alias 'Karang Ayarr' 31.71.02.1002" in said
    assert pusat.state() == before
