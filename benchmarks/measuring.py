"""One measured process, and what is kept of many: the environments of a benchmark and its results."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

Step = Callable[[int], tuple[float, float]]
"""One measured run of round n: seconds, peak MiB."""


@dataclass
class Bench:
    """The environments, the data and what was measured."""

    folder: Path
    results: dict[str, dict[str, list[tuple[float, float]]]] = field(default_factory=dict)

    @property
    def kkmp(self) -> str:
        return str(self.folder / "kkmp" / "bin" / "kkmp")

    @property
    def python(self) -> str:
        return str(self.folder / "kkmp" / "bin" / "python")

    @property
    def sqlite_utils(self) -> str:
        return str(self.folder / "peer" / "bin" / "sqlite-utils")

    def measure(self, name: str, steps: dict[str, Step], rounds: int) -> None:
        """Runs all steps in turn, `rounds` times after one warm-up, and keeps what they took."""
        kept: dict[str, list[tuple[float, float]]] = {peer: [] for peer in steps}
        for number in range(rounds + 1):
            for peer, step in steps.items():
                taken = step(number)
                if number:
                    kept[peer].append(taken)
        self.results[name] = kept
        print(
            f"{name}: " + ", ".join(f"{peer} {self.seconds(name, peer):.3f} s" for peer in steps),
            flush=True,
        )

    def seconds(self, name: str, peer: str) -> float:
        return statistics.median(taken for taken, _ in self.results[name][peer])

    def memory(self, name: str, peer: str) -> float:
        return max(peak for _, peak in self.results[name][peer])


def timed(command: Sequence[str]) -> tuple[float, float]:
    """Seconds from start to end of a process, and its peak resident memory in MiB.

    What was written before it is on the disk by then: nobody waits for somebody else's bytes.
    """
    taken, _, peak = _run(command)
    return taken, peak


def spent(command: Sequence[str]) -> tuple[float, float]:
    """Seconds of processor time of a process itself, and its peak resident memory in MiB."""
    _, busy, peak = _run(command)
    return busy, peak


def _run(command: Sequence[str]) -> tuple[float, float, float]:
    os.sync()
    with tempfile.TemporaryFile() as talk:
        begin = time.perf_counter()
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=talk, env=environment()
        )
        _, status, usage = os.wait4(process.pid, 0)
        taken = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            talk.seek(0)
            words = talk.read(2_000).decode(errors="replace")
            raise SystemExit(f"{' '.join(command)} ended with {process.returncode}\n{words}")
    peak = usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
    return taken, usage.ru_utime + usage.ru_stime, peak


def environment() -> dict[str, str]:
    """That of a measured process: nothing of whoever measures."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("KKMP_", "PYTHON"))
    }
    return kept | {"KKMP_PETUGAS": "bench"}
