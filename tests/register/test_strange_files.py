"""What is no register of this program is refused with exit code 3 and stays as it was, to the
byte.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from running import Office, opened

COMMANDS = (
    ("report", "--kota", "jakpus"),
    ("list",),
    ("show", "Gambir"),
    ("history",),
    ("add", "Gambir"),
    ("update", "Gambir", "--nib", "sudah"),
    ("undo",),
    ("target", "list"),
)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def text(path: Path) -> None:
    path.write_text("kode,kelurahan\n31.71.01.1001,Gambir\n")


def foreign(path: Path) -> None:
    path.unlink()
    with opened(path) as connection:
        connection.execute("CREATE TABLE koperasi (nama TEXT)")


def foreign_in_wal_mode(path: Path) -> None:
    foreign(path)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.close()


def newer(path: Path) -> None:
    with opened(path) as connection:
        connection.execute("PRAGMA user_version=99")


def cut_in_its_header(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:60])


def cut_in_half(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def without_a_table(path: Path) -> None:
    with opened(path) as connection:
        connection.execute("DROP TABLE events")


def with_a_foreign_trigger(path: Path) -> None:
    with opened(path) as connection:
        connection.execute(
            "CREATE TRIGGER lain AFTER INSERT ON runs BEGIN DELETE FROM targets; END"
        )


def noise_after_the_header(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + b"\xa5" * (len(whole) - 100))


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
@pytest.mark.parametrize(
    "spoil",
    [
        empty,
        text,
        foreign,
        foreign_in_wal_mode,
        newer,
        cut_in_its_header,
        cut_in_half,
        without_a_table,
        with_a_foreign_trigger,
        noise_after_the_header,
    ],
    ids=lambda spoil: spoil.__name__,
)
def test_it_is_refused_and_unchanged(
    pusat: Office, spoil: Callable[[Path], None], arguments: tuple[str, ...]
) -> None:
    spoil(pusat.register)
    before, names = pusat.register.read_bytes(), set(pusat.register.parent.iterdir())
    done = pusat.refused(*arguments, code=3)
    assert str(pusat.register) in done.err
    assert pusat.register.read_bytes() == before
    assert set(pusat.register.parent.iterdir()) == names


def test_a_newer_register_asks_for_a_newer_program(pusat: Office) -> None:
    newer(pusat.register)
    assert "lebih baru" in pusat.refused("report", code=3).err


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_folder_is_no_register(
    office: Office, arguments: tuple[str, ...], tmp_path: Path
) -> None:
    done = office.run(*arguments, db=tmp_path)
    assert (done.code, done.out) == (3, "")
    assert "folder" in done.err


@pytest.mark.parametrize("device", ["/dev/null", "/dev/full"])
def test_a_device_is_no_register(office: Office, device: str) -> None:
    for arguments in COMMANDS:
        assert office.run(*arguments, db=device).code == 3
