"""What has no end is no table: streams, pipes, devices and files beyond the limit are refused before
they fill the memory.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from running import LIMIT, Office

TWO_GB = 2_000_000_000
COMMANDS = (
    ("import",),
    ("area", "import"),
    ("training", "import", "1"),
    ("check", "--kepala"),
    ("restore",),
)
"""What opens a file that somebody names; its name follows."""
READERS = COMMANDS[:3]
BOUNDED = ("sh", "-c", 'ulimit -v 1500000; exec "$0" -m kkmp_cli "$@"')
"""A program that may not have more than 1.5 GB."""


@pytest.fixture
def trained(pusat: Office) -> Office:
    """A desk with a training to which a list may belong."""
    pusat.good("training", "add", "Pelatihan", "--kota", "jakpus", "--mulai", "2025-08-01")
    return pusat


@pytest.mark.parametrize("command", READERS, ids=" ".join)
def test_an_endless_stream_is_refused_at_the_limit(
    trained: Office, command: tuple[str, ...]
) -> None:
    with Path("/dev/zero").open("rb") as endless:
        done = subprocess.run(
            [*BOUNDED, sys.executable, "--db", str(trained.register), *command, "-"],
            stdin=endless,
            capture_output=True,
            timeout=LIMIT,
            check=False,
        )
    assert done.returncode == 3, done.stderr
    assert "masukan standar terlalu besar (lebih dari 40 MB)" in done.stderr.decode()


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_pipe_without_a_writer_does_not_hang(
    trained: Office, tmp_path: Path, command: tuple[str, ...]
) -> None:
    os.mkfifo(tmp_path / "pipa")
    done = trained.refused(*command, tmp_path / "pipa", code=3)
    assert "bukan berkas biasa" in done.err


@pytest.mark.parametrize("command", READERS, ids=" ".join)
def test_a_device_is_no_file(trained: Office, command: tuple[str, ...]) -> None:
    assert "bukan berkas biasa" in trained.refused(*command, "/dev/zero", code=3).err


@pytest.mark.parametrize("command", READERS, ids=" ".join)
def test_a_file_of_two_gigabytes_is_not_read(
    trained: Office, tmp_path: Path, command: tuple[str, ...]
) -> None:
    with (tmp_path / "besar.csv").open("wb") as file:
        file.truncate(TWO_GB)
    done = trained.refused(*command, tmp_path / "besar.csv", code=3)
    assert "besar.csv terlalu besar (lebih dari 40 MB)" in done.err
    assert "Bagi tabelnya menjadi beberapa berkas" in done.err


@pytest.mark.on_a_file
def test_what_comes_through_a_pipe_is_read_as_advised(trained: Office) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kkmp_cli", "--db", str(trained.register), "import", "-"],
        input=b"Kelurahan,NIB\nCideng,sudah\n",
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert [one["kelurahan"] for one in trained.good("list", "--sudah", "nib", "--json").json] == [
        "Cideng"
    ]
