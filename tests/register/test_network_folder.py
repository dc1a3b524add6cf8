"""A register on a network drive or in a synced folder is recognised; one on a disk of this computer
is not.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kkmp_cli.register.network_folder import doubtful
from running import Office

MOUNTS = """/dev/sda1 / ext4 rw 0 0
tmpfs /tmp tmpfs rw 0 0
//server/kantor /mnt/kantor cifs rw 0 0
server:/data /srv/data\\040bersama nfs4 rw 0 0
/dev/sdb1 /mnt/disk ext4 rw 0 0
C:\\134 /mnt/c 9p rw 0 0
"""


@pytest.fixture
def mounts(tmp_path: Path) -> Path:
    (tmp_path / "mounts").write_text(MOUNTS)
    return tmp_path / "mounts"


@pytest.mark.parametrize(
    "place",
    [
        "/home/a/OneDrive - Dinas PPKUKM/register.db",
        "/home/a/Dropbox/kkmp/register.db",
        "/Users/a/Google Drive/r.db",
        "/Users/a/Library/Mobile Documents/com~apple~CloudDocs/r.db",
        "/Users/a/Library/CloudStorage/x/r.db",
        "//server/bersama/register.db",
        "/mnt/kantor/register.db",
        "/srv/data bersama/kkmp/register.db",
        "/mnt/c/r.db",
    ],
)
def test_a_doubtful_place_is_recognised(place: str, mounts: Path) -> None:
    assert doubtful(Path(place), mounts)


@pytest.mark.parametrize(
    "place",
    [
        "/home/a/register.db",
        "/mnt/disk/register.db",
        "/tmp/register.db",
        "/home/a/drop/OneDrive.db",
    ],
)
def test_a_disk_of_this_computer_is_not(place: str, mounts: Path) -> None:
    assert doubtful(Path(place), mounts) is None
    assert doubtful(Path(place), mounts.with_name("tiada")) is None


def test_it_is_said_once_when_the_register_is_made(office: Office, tmp_path: Path) -> None:
    register = tmp_path / "Dropbox" / "register.db"
    assert "Dropbox" in office.run("add", "Gambir", db=register).err
    done = office.run("add", "Cideng", db=register)
    assert (done.code, "Dropbox" in done.err) == (0, False)
