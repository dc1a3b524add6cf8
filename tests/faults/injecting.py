"""A command run in a child process whose system calls fail, or that is killed: what it came to.

The child is forked from a process that has already loaded the program, so a trial takes a tenth of
a second; the n-th call of a kind is made to fail by `strace --inject`, attached before the command
begins.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kkmp_cli import settings
from kkmp_cli.cli import app

CALLS = ("pwrite64", "fdatasync", "fsync", "unlink", "rename", "ftruncate", "link", "write")
"""What a write is made of; `write` is what an export writes with."""
TODAY = settings.today()
FAULTS = {"ENOSPC": "error=ENOSPC", "EIO": "error=EIO", "SIGKILL": "signal=SIGKILL"}


@dataclass(frozen=True)
class Trial:
    """One run: exit code (negative: the signal that ended it), what it said, whether the fault came
    about.
    """

    code: int
    out: str
    err: str
    hit: bool = True


def forked(
    register: Path, arguments: tuple[str, ...], scratch: Path
) -> tuple[int, Callable[[], None]]:
    """A child that waits to run a command: its process id, and what lets it go."""
    gate, go = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(go)
        with (scratch / "out").open("w") as out, (scratch / "err").open("w") as err:
            sys.stdout, sys.stderr = out, err
            os.read(gate, 1)
            setattr(settings, "today", lambda: TODAY)  # noqa: B010 - no midnight comes between two
            code = app.run(["--db", str(register), *arguments])
            for stream in (out, err):
                try:
                    stream.flush()
                except OSError:
                    code = code or 3
            os._exit(code)
    os.close(gate)

    def start() -> None:
        os.write(go, b"x")
        os.close(go)

    return child, start


def outcome(child: int, scratch: Path, hit: bool = True) -> Trial:
    """Waits for a child and tells what it came to."""
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    texts = [
        (scratch / name).read_text() if (scratch / name).exists() else "" for name in ("out", "err")
    ]
    return Trial(code, texts[0], texts[1], hit)


def plain(register: Path, arguments: tuple[str, ...], scratch: Path) -> Trial:
    """The command without a fault."""
    child, start = forked(register, arguments, scratch)
    start()
    return outcome(child, scratch)


def injected(
    register: Path, arguments: tuple[str, ...], scratch: Path, fault: str, call: str, number: int
) -> Trial:
    """The command whose `number`-th system call of a kind meets a fault; `hit` is False where it
    made fewer.
    """
    log = scratch / "strace"
    child, start = forked(register, arguments, scratch)
    tracer = subprocess.Popen(
        [
            "strace",
            "-f",
            "-qq",
            "-o",
            str(log),
            "-p",
            str(child),
            "-e",
            f"trace={call}",
            "-e",
            f"inject={call}:{FAULTS[fault]}:when={number}",
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    while not _traced(child):
        if tracer.poll() is not None:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            pytest.skip(
                f"strace cannot attach here: "
                f"{tracer.stderr.read().decode() if tracer.stderr else ''}"
            )
        time.sleep(0.002)
    start()
    trial = outcome(child, scratch)
    tracer.communicate()
    text = log.read_text()
    return Trial(
        trial.code, trial.out, trial.err, "(INJECTED)" in text or "killed by SIGKILL" in text
    )


def _ended(child: int) -> bool:
    return os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def _traced(child: int) -> bool:
    status = Path(f"/proc/{child}/status").read_text()
    return "\nTracerPid:\t0\n" not in status


def needs_strace() -> None:
    """Skips with the reason where this machine has no strace."""
    if shutil.which("strace") is None:
        pytest.skip("needs strace (apt-get install strace)")


def killed_after(
    register: Path, arguments: tuple[str, ...], scratch: Path, seconds: float, writing: bool
) -> tuple[Trial, bool]:
    """The command killed after so long (where it is to be `writing`, after it began to), and True
    where it stood inside a write: a journal or an unfinished file.
    """
    child, start = forked(register, arguments, scratch)
    start()
    while writing and not (any(True for _ in unfinished(register)) or _ended(child)):
        time.sleep(0.000_2)
    time.sleep(seconds)
    os.kill(child, signal.SIGSTOP)
    inside = any(True for _ in unfinished(register))
    os.kill(child, signal.SIGKILL)
    return outcome(child, scratch), inside


def unfinished(register: Path) -> Iterator[Path]:
    """What stands beside a register only while something is being written."""
    yield from register.parent.glob("*-journal")
    yield from register.parent.glob(".*")
    yield from register.parent.glob("*.salinan/.*")
