"""In a folder that others may write, nothing that somebody put there beforehand is followed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from running import Office

pytestmark = pytest.mark.on_a_file

BULK = ("update", "--kota", "jakpus", "--all", "--musyawarah", "sudah", "--yes")
SOMEBODY = 65_534
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="needs root to be somebody else")


def copies_of(office: Office) -> Path:
    return office.register.with_name(f"{office.register.name}.salinan")


def test_a_linked_folder_of_copies_gets_none(pusat: Office, tmp_path: Path) -> None:
    elsewhere = tmp_path / "milik orang"
    elsewhere.mkdir()
    copies_of(pusat).symlink_to(elsewhere)
    for command in (BULK, ("undo", "--yes"), ("backup", tmp_path / "cadangan.db")):
        done = pusat.refused(*command, code=3)
        assert f"Folder salinan {copies_of(pusat)} sebuah tautan; tidak dipakai" in done.err
    assert [*elsewhere.iterdir()] == []
    assert pusat.count("runs") == 1
    copies_of(pusat).rename(tmp_path / "dipindahkan")
    pusat.good(*BULK)


@needs_root
def test_a_folder_of_copies_that_another_user_made_gets_none(pusat: Office) -> None:
    copies_of(pusat).mkdir()
    os.chown(copies_of(pusat), SOMEBODY, SOMEBODY)
    done = pusat.refused(*BULK, code=3)
    assert "buatan pengguna lain; tidak dipakai, dan tidak ada yang ditulis." in done.err
    assert [*copies_of(pusat).iterdir()] == []


@pytest.mark.parametrize(
    "make", [Path.symlink_to, Path.hardlink_to], ids=lambda make: make.__name__
)
def test_a_backup_does_not_write_into_a_linked_list(
    pusat: Office, tmp_path: Path, make: object
) -> None:
    pusat.good(*BULK)
    victim = tmp_path / "authorized_keys"
    victim.write_text("kunci\n")
    assert callable(make)
    make(copies_of(pusat) / "cadangan.txt", victim)
    target = tmp_path / "cadangan.db"
    done = pusat.refused("backup", target, code=3)
    assert "Daftar cadangan" in done.err
    assert victim.read_text() == "kunci\n"
    assert not target.exists()


def test_a_linked_copy_is_none_of_the_registers(
    pusat: Office, demo_template: Path, tmp_path: Path
) -> None:
    pusat.good("update", "Gambir", "--ketua", "Budi Santoso")
    pusat.good(*BULK)
    other = Office(tmp_path / "lain.db", pusat.capture)
    other.register.write_bytes(demo_template.read_bytes())
    other.good("update", "Gambir", "--ketua", "Orang Lain")
    (copies_of(pusat) / "x-000009-20260101T000000000000Z.db").symlink_to(other.register)
    before = other.register.read_bytes()
    pusat.good("forget", "Gambir", "--yes")
    assert other.register.read_bytes() == before


@needs_root
@pytest.mark.parametrize(
    "command",
    [
        ("export", "--with-personal"),
        ("report", "--kota", "jakpus", "--format", "md"),
        ("show", "Gambir", "--json"),
        ("list", "--json"),
        ("history", "--json"),
        ("check", "--json"),
        ("template", "--kota", "jakpus"),
        ("backup",),
    ],
    ids=lambda command: command[0],
)
def test_no_output_goes_through_the_link_of_another_user(
    pusat: Office, tmp_path: Path, command: tuple[str, ...]
) -> None:
    folder = tmp_path / "bersama"
    folder.mkdir()
    folder.chmod(0o1777)
    ending = {"backup": "db", "template": "xlsx", "report": "md", "export": "csv"}
    name = f"keluar.{ending.get(command[0], 'json')}"
    victim = tmp_path / name
    victim.write_text("lama")
    (folder / name).symlink_to(victim)
    os.chown(folder / name, SOMEBODY, SOMEBODY, follow_symlinks=False)
    option = () if command[0] == "backup" else ("-o",)
    done = pusat.refused(*command, *option, folder / name, code=3)
    assert "tautan buatan pengguna lain di folder bersama; tidak diikuti." in done.err
    assert victim.read_text() == "lama"


def test_a_linked_register_keeps_its_copies_beside_the_file(pusat: Office, tmp_path: Path) -> None:
    link = tmp_path / "tautan.db"
    link.symlink_to(pusat.register)
    assert pusat.run(*BULK, db=link).code == 0
    assert len([*copies_of(pusat).glob("*.db")]) == 1
    assert not [*tmp_path.glob("tautan.db.*")]
