"""What surrounds the program: umask, home, terminals, read-only media, a small disk, bits that
flip, two at once.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from faults import tally
from kkmp_cli.cli import app
from kkmp_cli.register import integrity, restoring
from kkmp_cli.register.reader import open_reader
from running import Office, mounted, opened, process, sound, state_of


def test_files_are_for_their_owner_alone_whatever_the_umask(office: Office) -> None:
    old = os.umask(0)
    try:
        office.good("add", "--kota", "jakpus", "--all")
        office.good("update", "--kota", "jakpus", "--all", "--nib", "sudah")
        office.good("backup")
        office.good("backup", office.register.parent / "lain.db")
        office.good("restore", office.register.parent / "lain.db")
    finally:
        os.umask(old)
    folder = office.register.parent
    for path in [folder, *folder.rglob("*")]:
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path


def test_no_home_and_no_name_are_no_hindrance(pusat: Office) -> None:
    environment = {name: value for name, value in os.environ.items() if name in ("PATH", "LANG")}
    line = [
        sys.executable,
        "-m",
        "kkmp_cli",
        "--db",
        str(pusat.register),
        "update",
        "Gambir",
        "--nib",
        "sudah",
    ]
    done = subprocess.run(line, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    nowhere = subprocess.run(
        [sys.executable, "-m", "kkmp_cli", "list"],
        capture_output=True,
        check=False,
        env={**environment, "HOME": "/nonexistent"},
    )
    assert nowhere.returncode == 3
    assert b"Traceback" not in nowhere.stderr


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_terminal_of_output_encoding_shows_everything(demo: Office, encoding: str) -> None:
    for arguments in (
        ["report", "--kota", "jakpus"],
        ["check", "--rinci"],
        ["history"],
        ["backup"],
        ["show", "Gambir"],
    ):
        done = process("--db", demo.register, *arguments, PYTHONIOENCODING=encoding, LC_ALL="C")
        assert done.returncode == 0, done.stderr
        assert done.stdout
        done.stdout.decode(encoding)


def test_a_register_on_read_only_media_is_read_and_not_written(
    pusat: Office, tmp_path: Path
) -> None:
    with mounted(tmp_path / "cd", "size=4m", "mode=0700") as place:
        register = place / "register.db"
        shutil.copyfile(pusat.register, register)
        subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)
        before = register.read_bytes()
        for arguments in (
            ["report"],
            ["check"],
            ["history"],
            ["list"],
            ["backup", str(tmp_path / "cadangan.db")],
        ):
            done = pusat.run(*arguments, db=register)
            assert done.code == 0, (arguments, done.err)
        writes = (
            ["update", "Gambir", "--nib", "sudah"],
            ["backup"],
            ["forget", "Gambir"],
            ["restore", str(tmp_path / "cadangan.db")],
        )
        for arguments in writes:
            done = pusat.run(*arguments, db=register)
            assert done.code == 3, (arguments, done.out)
            assert "Traceback" not in done.err
        assert register.read_bytes() == before
        pusat.good("restore", register)


def test_a_disk_that_fills_up_takes_all_or_nothing(pusat: Office, tmp_path: Path) -> None:
    """The disk leaves room for a little more each time, until the command goes through."""
    commands = (
        ["update", "--kota", "jakpus", "--all", "--nib", "sudah"],
        ["backup"],
        ["undo"],
        ["restore", tmp_path / "cadangan.db"],
        ["export", "-o", "{}/keluar.csv"],
        ["forget", "Gambir"],
    )
    pusat.good("backup", tmp_path / "cadangan.db")
    pusat.good("update", "Gambir", "--ketua", "Budi Rahasia")
    pusat.good("update", "--kota", "jakpus", "--all", "--usaha", "belum")
    with mounted(tmp_path / "disk", "size=3m", "mode=0700") as place:
        for arguments in commands:
            refused = 0
            for room in range(0, 1_600, 40):
                trial, ballast = place / f"t{room}", place / "ballast"
                trial.mkdir()
                register = trial / "register.db"
                shutil.copyfile(pusat.register, register)
                before = state_of(register)
                statistics = os.statvfs(place)
                ballast.write_bytes(
                    b"\0" * max(0, statistics.f_bavail * statistics.f_frsize - room * 1_024)
                )
                done = pusat.run(*(str(word).format(trial) for word in arguments), db=register)
                ballast.unlink()
                assert done.code in (0, 3), done.err
                assert "Traceback" not in done.err
                assert sound(register)
                tally.count(f"full disk: {arguments[0]}", "refused" if done.code else "done")
                if done.code:
                    refused += 1
                    assert state_of(register) == before or "sudah dihapus" in done.err
                    assert "penuh" in done.err or "ruang disk" in done.err, done.err
                    assert (
                        app.run(["--db", str(register), "update", "Cideng", "--npwp", "sudah"]) == 0
                    )
                shutil.rmtree(trial)
                if not done.code:
                    break
            assert refused, arguments


FLIPS = 12


@pytest.mark.parametrize("rounds", [1, pytest.param(40, marks=pytest.mark.slow)])
def test_a_flipped_bit_never_ends_in_a_traceback_and_is_restored(
    pusat: Office, tmp_path: Path, rounds: int
) -> None:
    """Every command answers in words; what `check` calls sound is sound; `restore` always works."""
    pusat.good("update", "Gambir", "--ketua", "Budi Rahasia", "--nib", "sudah")
    pusat.good("backup", tmp_path / "cadangan.db")
    wanted = state_of(tmp_path / "cadangan.db")
    whole = pusat.register.read_bytes()
    chance = random.Random(rounds)
    for trial in range(FLIPS * rounds):
        spoilt = bytearray(whole)
        place = chance.randrange(100 if trial % 4 == 0 else len(whole))
        spoilt[place] ^= 1 << chance.randrange(8)
        pusat.register.write_bytes(spoilt)
        for arguments in (["check"], ["report"], ["update", "Cideng", "--nib", "sudah"]):
            done = pusat.run(*arguments)
            assert done.code in (0, 1, 3), (place, arguments, done)
            assert "Traceback" not in done.err
            assert "Budi Rahasia" not in done.err + done.out
        pusat.register.write_bytes(spoilt)
        done = pusat.run("restore", tmp_path / "cadangan.db")
        if done.code:
            assert "Pindahkan berkas itu" in done.err, (place, done)
            pusat.register.unlink()
            pusat.good("restore", tmp_path / "cadangan.db")
        assert state_of(pusat.register) == wanted
        shutil.rmtree(pusat.register.parent / "register.db.salinan", ignore_errors=True)
        tally.count("one bit flipped, then restored")


@pytest.mark.parametrize("rounds", [3, pytest.param(25, marks=pytest.mark.slow)])
def test_two_programs_that_create_one_register_make_one(office: Office, rounds: int) -> None:
    office.register.parent.mkdir(mode=0o700)
    for _ in range(rounds):
        office.register.unlink(missing_ok=True)
        gate, go = os.pipe()
        children = []
        for kota in ("jakpus", "jaksel", "jaktim"):
            child = os.fork()
            if child == 0:
                quiet = os.open(os.devnull, os.O_RDWR)
                os.dup2(quiet, 1)
                os.dup2(quiet, 2)
                os.read(gate, 1)
                os._exit(app.run(["--db", str(office.register), "add", "--kota", kota, "--all"]))
            children.append(child)
        os.write(go, b"xxx")
        codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
        os.close(gate)
        os.close(go)
        assert set(codes) <= {0, 3}
        assert 0 in codes
        with open_reader(str(office.register)) as held:
            assert not [result for result in integrity.examine(held) if result.findings]
            number = len(held.registered_kota())
        assert number == codes.count(0)
        assert not list(office.register.parent.glob(".*"))
        tally.count("three create one register")


@pytest.mark.slow
@pytest.mark.parametrize("held", ["IMMEDIATE", "EXCLUSIVE"])
def test_a_held_lock_stops_restore_and_forget_in_words(
    pusat: Office, tmp_path: Path, held: str
) -> None:
    pusat.good("backup", tmp_path / "cadangan.db")
    before = state_of(pusat.register)
    with opened(pusat.register) as connection:
        connection.execute(f"BEGIN {held}")
        for arguments in (["restore", tmp_path / "cadangan.db"], ["forget", "Gambir"]):
            done = pusat.run(*arguments)
            assert done.code == 3, done.err
            assert "sedang dipakai" in done.err
        assert pusat.run("backup", tmp_path / "b.db").code == (0 if held == "IMMEDIATE" else 3)
        connection.rollback()
    assert state_of(pusat.register) == before
    assert [path.name for path in pusat.register.parent.iterdir()] in (
        ["register.db"],
        ["register.db", "register.db.salinan"],
        ["register.db.salinan", "register.db"],
    )
    assert restoring.contents(pusat.register).cooperatives == 44
