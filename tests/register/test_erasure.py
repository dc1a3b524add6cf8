"""Personal values leave the register, its history and its copies to the last byte; the chain of the
history holds.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kkmp_cli.register import copies
from running import Office, count, process

NAMES = ("Budi Rahasia", "Siti Tersembunyi")
PHONE = "081298765432"


@pytest.fixture
def known(pusat: Office) -> Office:
    """Gambir with a ketua, an earlier one, a phone; Cideng with a ketua of its own."""
    pusat.good("update", "Gambir", "--ketua", NAMES[0], "--telepon", PHONE)
    pusat.good("update", "Gambir", "--ketua", NAMES[1], "--nib", "sudah")
    pusat.good("update", "Cideng", "--ketua", "Orang Lain")
    return pusat


def holding(folder: Path) -> list[str]:
    """The files below a folder in which a byte of the values is left."""
    secrets = [value.encode() for value in (*NAMES, PHONE)]
    return sorted(
        path.name
        for path in folder.rglob("*")
        if path.is_file() and any(secret in path.read_bytes() for secret in secrets)
    )


def test_no_byte_is_left_in_the_register_and_its_copies(known: Office) -> None:
    known.good("update", "--kota", "jakpus", "--all", "--musyawarah", "sudah")
    assert len(holding(known.register.parent)) == 2
    done = known.good("forget", "Gambir")
    assert "3 nilai" in done.out
    assert "ditulis ulang" in done.err
    assert holding(known.register.parent) == []
    shown = known.good("show", "Gambir", "--with-personal").out
    assert "Ketua  " not in shown
    assert "Orang Lain" in known.good("show", "Cideng", "--with-personal").out


def test_the_history_says_so_without_the_values_and_still_holds(known: Office) -> None:
    before = count(known.register, "v_riwayat")
    known.good("forget", "Gambir")
    newest = known.good("history", "--json").json[0]
    assert newest["perintah"] == "kkmp forget 31.71.01.1001"
    assert count(known.register, "v_riwayat") == before + 2
    assert known.good("check").code == 0
    for copy in copies.automatic(known.register):
        assert known.run("check", db=copy).code == 0


def test_it_cannot_be_undone_and_stands_in_nobodys_way(known: Office) -> None:
    known.good("forget", "Gambir")
    run = known.good("history", "--json").json[0]["run"]
    assert "selamanya" in known.refused("undo", run).err
    done = known.good("undo", run - 2)
    assert f"Pekerjaan {run - 2}" in done.out
    assert holding(known.register.parent) == []
    assert known.good("show", "Gambir", "--json").json["nib"] is None
    assert f"Pekerjaan {run - 1} " in known.good("undo").out


def test_a_second_time_there_is_nothing_left_and_no_run(known: Office) -> None:
    known.good("forget", "Gambir")
    runs = count(known.register, "runs")
    assert "Tidak ada data pribadi" in known.good("forget", "Gambir").out
    assert count(known.register, "runs") == runs


def test_a_backup_that_still_holds_them_is_named_with_the_command(
    known: Office, tmp_path: Path
) -> None:
    known.good("backup", tmp_path / "jauh.db")
    known.good("backup")
    beside = next(known.register.parent.glob("register-cadangan-*.db"))
    done = known.good("forget", "Gambir")
    for backup in (tmp_path / "jauh.db", beside):
        assert f"kkmp --db {backup} forget 31.71.01.1001" in done.err
        assert known.run("forget", "Gambir", db=backup).code == 0
    assert holding(tmp_path) == []
    assert "masih memuatnya" not in known.good("forget", "Gambir").err


def test_what_was_forgotten_stays_so_when_an_older_backup_comes_back(
    known: Office, tmp_path: Path
) -> None:
    known.good("backup", tmp_path / "lama.db")
    known.good("forget", "Gambir")
    done = known.good("restore", tmp_path / "lama.db")
    assert "tetap dihapus" in done.err
    assert holding(known.register.parent) == []
    assert known.good("check").code == 0
    assert "Orang Lain" in known.good("show", "Cideng", "--with-personal").out


def test_a_copy_that_cannot_be_read_is_taken_out_and_named(known: Office) -> None:
    known.good("update", "--kota", "jakpus", "--all", "--musyawarah", "sudah")
    (copy,) = copies.automatic(known.register)
    copy.write_bytes(copy.read_bytes()[:90_000])
    orphan = copy.with_name(f".{copy.name}.abcd1234")
    orphan.write_bytes(NAMES[0].encode())
    done = known.good("forget", "Gambir")
    assert copy.name in done.err
    assert not copy.exists()
    assert holding(known.register.parent) == []


def test_no_message_listing_or_report_ever_shows_them(known: Office) -> None:
    known.good("backup")
    for arguments in (
        ["history"],
        ["history", "--json"],
        ["report", "--json"],
        ["list", "--json"],
        ["show", "Gambir"],
        ["check", "--rinci"],
        ["check", "--rinci", "--json"],
        ["forget", "Gambir"],
        ["export"],
    ):
        done = process("--db", known.register, *arguments)
        assert not any(value.encode() in done.stdout + done.stderr for value in (*NAMES, PHONE)), (
            arguments
        )
