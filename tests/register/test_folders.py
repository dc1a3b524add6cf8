"""What another user put into a folder that several may write is not followed; a name is synced."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kkmp_cli.errors import Unusable
from kkmp_cli.register import folders

SOMEBODY = 65_534
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="needs root to be somebody else")


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    folder = tmp_path / "bersama"
    folder.mkdir()
    folder.chmod(0o1777)
    return folder


def planted(link: Path, target: Path) -> Path:
    link.symlink_to(target)
    os.chown(link, SOMEBODY, SOMEBODY, follow_symlinks=False)
    return link


@needs_root
def test_a_link_of_another_user_is_not_followed_wherever_it_stands(
    shared: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "milik sendiri"
    folder.mkdir()
    file = planted(shared / "laporan.csv", folder / "laporan.csv")
    below = planted(shared / "folder", folder) / "laporan.csv"
    own = tmp_path / "tautan.csv"
    own.symlink_to(file)
    up = shared / ".." / "bersama" / "laporan.csv"
    for path in (file, below, own, up):
        with pytest.raises(Unusable, match="tautan buatan pengguna lain"):
            folders.refuse_links(path)


@needs_root
def test_a_pipe_of_another_user_gets_nothing(shared: Path) -> None:
    os.mkfifo(shared / "laporan.csv")
    folders.refuse_links(shared / "laporan.csv")
    os.chown(shared / "laporan.csv", SOMEBODY, SOMEBODY)
    with pytest.raises(Unusable, match="bukan berkas biasa"):
        folders.refuse_links(shared / "laporan.csv")


@needs_root
def test_a_link_in_a_folder_of_its_owner_alone_is_followed(tmp_path: Path) -> None:
    (tmp_path / "rumah").mkdir(mode=0o755)
    folders.refuse_links(planted(tmp_path / "rumah" / "laporan.csv", tmp_path / "x.csv"))


def test_an_own_link_is_followed_and_one_that_turns_in_circles_ends(shared: Path) -> None:
    (shared / "laporan.csv").symlink_to("isi.csv")
    (shared / "bulat").symlink_to("bulat")
    for name in ("laporan.csv", "isi.csv", "bulat", "tidak ada/isi.csv"):
        folders.refuse_links(shared / name)


def test_beside_a_register_no_link_is_followed(tmp_path: Path) -> None:
    register = tmp_path / "register.db"
    register.touch()
    for number, make in enumerate((Path.symlink_to, Path.hardlink_to)):
        link = tmp_path / f"cadangan{number}.txt"
        make(link, register)
        with pytest.raises(Unusable, match=r"Daftar cadangan .* sebuah tautan; tidak dipakai"):
            folders.refuse_planted(link, register, "Daftar cadangan")
    folders.refuse_planted(tmp_path / "tidak ada", register, "Daftar cadangan")


@needs_root
def test_beside_a_register_only_its_owners_files_are_used(tmp_path: Path) -> None:
    register, folder = tmp_path / "register.db", tmp_path / "register.db.salinan"
    register.touch()
    folder.mkdir()
    folders.refuse_planted(folder, register, "Folder salinan")
    os.chown(folder, SOMEBODY, SOMEBODY)
    with pytest.raises(Unusable, match="buatan pengguna lain"):
        folders.refuse_planted(folder, register, "Folder salinan")
    os.chown(register, SOMEBODY, SOMEBODY)
    folders.refuse_planted(folder, register, "Folder salinan")


def test_a_folder_that_cannot_be_synced_is_no_error(tmp_path: Path) -> None:
    folders.sync(tmp_path)
    folders.sync(tmp_path / "tidak ada")
