"""What copies and backups at hand know of the history, and the register does not."""

from __future__ import annotations

import shutil
from pathlib import Path

from kkmp_cli.register import copies, kept_heads
from kkmp_cli.register.reader import open_reader
from running import Office


def told(office: Office) -> list[str]:
    with open_reader(str(office.register)) as register:
        return [finding.name for finding in kept_heads.examine(register, office.register).findings]


def test_copies_of_what_is_still_here_say_nothing(pusat: Office) -> None:
    pusat.good("update", "--kota", "jakpus", "--all", "--nib", "sudah")
    assert copies.automatic(pusat.register)
    assert told(pusat) == []


def test_another_register_and_a_damaged_one_say_nothing(pusat: Office, demo_template: Path) -> None:
    folder = copies.copies_folder(pusat.register)
    folder.mkdir(mode=0o700)
    shutil.copyfile(demo_template, folder / "register-000002-20260310T030000000000Z.db")
    (folder / "register-000001-20260310T030000000000Z.db").write_bytes(b"rusak")
    assert told(pusat) == []


def test_a_backup_that_is_gone_says_nothing(pusat: Office, tmp_path: Path) -> None:
    pusat.good("backup", tmp_path / "cadangan.db")
    (tmp_path / "cadangan.db").unlink()
    assert told(pusat) == []
