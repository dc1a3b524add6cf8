"""`kkmp restore`: a backup in the place of the register, which is kept."""

from __future__ import annotations

from pathlib import Path

from running import Office


def test_the_register_is_as_it_was_and_the_replaced_one_is_named(
    pusat: Office, tmp_path: Path
) -> None:
    copy = tmp_path / "cadangan.db"
    pusat.good("backup", copy)
    before = pusat.state()
    pusat.good("update", "Gambir", "--nib", "sudah")
    done = pusat.good("restore", copy)
    assert done.out.startswith(f"Register {pusat.register} dipulihkan dari {copy}: 44 koperasi, 1 ")
    assert pusat.state() == before
    kept = done.err.partition("kembali: kkmp restore ")[2].splitlines()[0]
    pusat.good("restore", kept)
    assert pusat.good("show", "Gambir", "--json").json["nib"] == "sudah"


def test_where_there_is_no_register_one_is_made(pusat: Office, tmp_path: Path) -> None:
    copy = tmp_path / "cadangan.db"
    pusat.good("backup", copy)
    before = pusat.state()
    pusat.register.unlink()
    assert "Register baru dibuat" in pusat.good("restore", copy).err
    assert pusat.state() == before


def test_what_was_forgotten_does_not_come_back(pusat: Office, tmp_path: Path) -> None:
    pusat.good("update", "Gambir", "--ketua", "Siti Rahayu")
    copy = tmp_path / "cadangan.db"
    pusat.good("backup", copy)
    pusat.good("forget", "Gambir")
    assert "tetap dihapus: 31.71.01.1001" in pusat.good("restore", copy).err
    assert "Siti" not in pusat.good("show", "Gambir", "--with-personal").out


def test_what_is_no_backup_is_refused(pusat: Office, tmp_path: Path) -> None:
    (tmp_path / "surat.txt").write_text("penting", encoding="utf-8")
    pusat.refused("restore", tmp_path / "surat.txt", code=3)
    pusat.refused("restore", tmp_path / "tidak-ada.db", code=3)
