"""`kkmp backup`: what it says that it made, and where."""

from __future__ import annotations

from pathlib import Path

from kkmp_cli import settings
from running import Office


def test_it_names_the_copy_its_contents_and_the_way_back(pusat: Office) -> None:
    done = pusat.good("backup")
    copy = pusat.register.with_name(f"register-cadangan-{settings.today().isoformat()}.db")
    assert done.out.startswith(f"Cadangan dibuat: {copy} (44 koperasi, 1 pekerjaan, ")
    assert f"kkmp restore {copy}" in done.err
    assert "data pribadi" in done.err


def test_the_same_name_again_is_a_newer_copy(pusat: Office, tmp_path: Path) -> None:
    target = tmp_path / "cadangan.db"
    pusat.good("backup", target)
    pusat.good("update", "Gambir", "--nib", "sudah")
    done = pusat.good("backup", target)
    assert done.out.startswith(f"Cadangan diperbarui: {target} (44 koperasi, 2 pekerjaan, ")


def test_another_file_of_that_name_is_not_replaced(pusat: Office, tmp_path: Path) -> None:
    target = tmp_path / "surat.txt"
    target.write_text("penting", encoding="utf-8")
    assert "tidak ditimpa" in pusat.refused("backup", target).err
    assert target.read_text(encoding="utf-8") == "penting"
