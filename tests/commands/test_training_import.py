"""`kkmp training import`: an attendance list is counted, and no name is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Office, count


@pytest.fixture
def held(pusat: Office) -> Office:
    """A desk with one training of Jakarta Pusat."""
    pusat.good("training", "add", "Pembukuan", "--kota", "jakpus", "--mulai", "2025-11-03")
    return pusat


def came(office: Office) -> dict[str, tuple[int | None, int | None]]:
    rows = office.good("training", "show", "1", "--json").json["hadir"]
    return {row["kode"]: (row["pengurus"], row["pengawas"]) for row in rows}


def sheet(office: Office, text: str, name: str = "hadir.csv") -> Path:
    path = office.register.with_name(name)
    path.write_text(text, encoding="utf-8")
    return path


GAMBIR, CIDENG = "31.71.01.1001", "31.71.01.1002"


def test_names_are_counted_by_jabatan_and_never_kept(held: Office) -> None:
    text = ("DAFTAR HADIR\nNo;Nama;Jabatan;Kelurahan\n1;Siti Rahma;Ketua;Gambir\n2;Budi;Bendahara;Gambir\n"
            "3;Pak Lurah;Lurah;Gambir\n4;Wati;Sekretaris;Kel. Cideng\nJUMLAH;4;;\n")  # fmt: skip
    done = held.good("training", "import", "1", sheet(held, text))
    assert "2 koperasi, 4 orang" in done.out
    assert came(held) == {GAMBIR: (2, 1), CIDENG: (1, None)}
    assert "Siti" not in held.register.read_bytes().decode("latin-1")


def test_numbers_per_organ_are_taken_as_they_are(held: Office) -> None:
    held.good("training", "import", "1", sheet(held, f"kode,organ,jumlah\n{GAMBIR},pengurus,3\n{GAMBIR},pengawas,1\n"))
    assert came(held) == {GAMBIR: (3, 1)}


def test_presence_alone_keeps_the_number_unknown(held: Office) -> None:
    held.good("training", "import", "1", sheet(held, "kelurahan\nGambir\nCideng\n"))
    assert came(held) == {GAMBIR: (None, None), CIDENG: (None, None)}


def test_every_bad_row_is_told_with_its_place_and_nothing_is_written(held: Office) -> None:
    text = "kelurahan,jabatan,jumlah\nGambirr,ketua,1\nGambir,tukang,1\nCideng,ketua,dua\n,ketua,1\nGambir,ketua,1\n"
    done = held.refused("training", "import", "1", sheet(held, text))
    for place in ("baris 2 (A2)", "baris 3 (B3)", "baris 4 (C4)", "baris 5 (A5)"):
        assert place in done.err
    assert "4 baris" in done.err


def test_the_same_list_twice_records_one_run_and_a_run_can_be_undone(held: Office) -> None:
    file = sheet(held, "kelurahan,jabatan\nGambir,Ketua\n")
    held.good("training", "import", "1", file)
    runs = count(held.register, "runs")
    assert "sudah tercatat" in held.good("training", "import", "1", file).out
    assert count(held.register, "runs") == runs
    held.good("undo")
    assert came(held) == {}


def test_a_dry_run_writes_nothing(held: Office) -> None:
    before = held.register.read_bytes()
    done = held.good("training", "import", "1", sheet(held, "kelurahan,jabatan\nGambir,Ketua\n"), "--dry-run")
    assert "akan dicatat" in done.out
    assert held.register.read_bytes() == before


def test_an_unregistered_cooperative_and_an_unknown_training_are_refused(office: Office) -> None:
    office.good("add", "Gambir")
    office.good("training", "add", "A", "--kota", "jakpus", "--mulai", "2025")
    file = sheet(office, "kelurahan\nCideng\n")
    assert "Cideng" in office.refused("training", "import", "1", file).err
    assert "9" in office.refused("training", "import", "9", file).err
    assert "kelurahan" in office.refused("training", "import", "1", sheet(office, "a,b\n1,2\n", "x.csv")).err
