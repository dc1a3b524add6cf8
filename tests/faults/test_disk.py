"""A full disk, a folder that takes nothing, a file that grows no further: said in words, nothing
half done.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from running import Office, process, sound, state_of

_LIMITED = """
import resource, signal, sys
from kkmp_cli.cli import app
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))
sys.exit(app.run(sys.argv[2:]))
"""


def limited(size: int, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """`kkmp` in a process that can make no file longer than `size`."""
    return subprocess.run(
        [sys.executable, "-c", _LIMITED, str(size), *arguments],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )


@pytest.mark.parametrize(
    "arguments",
    [("update", "Gambir", "--catatan", "x" * 1500), ("add", "--kota", "jaksel", "--all")],
    ids=["one", "all"],
)
def test_a_register_that_cannot_grow_stays_as_it_was(
    pusat: Office, arguments: tuple[str, ...]
) -> None:
    before, size = state_of(pusat.register), pusat.register.stat().st_size
    refused = 0
    for limit in (0, 4096, size):
        done = limited(limit, "--db", str(pusat.register), *arguments)
        assert done.returncode in (0, 3), done.stderr
        assert b"Traceback" not in done.stderr
        assert sound(pusat.register)
        if done.returncode == 0:
            break
        refused += 1
        assert done.stdout == b""
        assert state_of(pusat.register) == before
    assert refused


def test_a_register_that_cannot_be_made_is_not_there(office: Office) -> None:
    for limit in (0, 50_000):
        done = limited(limit, "--db", str(office.register), "add", "Gambir")
        assert done.returncode == 3
        assert b"Traceback" not in done.stderr
        assert not office.register.parent.exists() or not list(office.register.parent.iterdir())


def test_output_to_a_full_device_is_an_error(demo: Office) -> None:
    for arguments in (
        ("report", "--kota", "jakpus"),
        ("list", "--json"),
        ("show", "Gambir"),
        ("--help",),
    ):
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [sys.executable, "-m", "kkmp_cli", "--db", str(demo.register), *arguments],
                stdout=full,
                stderr=subprocess.PIPE,
                check=False,
            )
        assert done.returncode == 3, arguments
        assert b"Traceback" not in done.stderr
        assert "disk penuh" in done.stderr.decode()
    assert demo.run("list", "--json", "-o", "/dev/full").code == 3


@pytest.mark.skipif(
    os.geteuid() != 0 or not shutil.which("setpriv"), reason="needs root to become somebody else"
)
def test_somebody_elses_register_is_refused_in_words(pusat: Office) -> None:
    for path in (pusat.register, *pusat.register.parents):
        if path.is_relative_to("/tmp") and path != Path("/tmp"):
            path.chmod(0o755)
    pusat.register.chmod(0o600)
    somebody = [
        "setpriv",
        "--reuid=65534",
        "--clear-groups",
        sys.executable,
        "-m",
        "kkmp_cli",
        "--db",
        str(pusat.register),
    ]
    for arguments, mode in ((["list"], 0o600), (["update", "Gambir", "--nib", "sudah"], 0o644)):
        pusat.register.chmod(mode)
        done = subprocess.run([*somebody, *arguments], capture_output=True, check=False)
        if b"No module" in done.stderr or b"Permission denied" in done.stderr:
            pytest.skip("the interpreter is not readable for others here")
        assert done.returncode == 3, done.stderr
        assert b"Traceback" not in done.stderr


def test_the_limit_of_this_process_is_untouched() -> None:
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[1] == resource.RLIM_INFINITY


def test_a_closed_pipe_ends_quietly(demo: Office) -> None:
    line = (
        f"'{sys.executable}' -m kkmp_cli --db '{demo.register}' list --json | head -1; echo "
        f"${{PIPESTATUS[0]}}"
    )
    done = subprocess.run(["bash", "-c", line], capture_output=True, check=True)
    assert done.stdout == b"[\n0\n"
    assert done.stderr == b""
    line = (
        f"'{sys.executable}' -m kkmp_cli --db '{demo.register}' area list --json | true; "
        f"echo ${{PIPESTATUS[0]}}"
    )
    done = subprocess.run(["bash", "-c", line], capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"0\n", b"")


def test_a_closed_stdout_or_stderr_is_no_traceback(demo: Office) -> None:
    for closing in (">&-", "2>&-", "<&-", ">&- 2>&- <&-"):
        line = f"'{sys.executable}' -m kkmp_cli --db '{demo.register}' list --json {closing}"
        done = subprocess.run(["bash", "-c", line], capture_output=True, check=False)
        assert b"Traceback" not in done.stderr, closing
    assert process("--db", demo.register, "list").returncode == 0
