"""Many at once: nobody's word is lost, every reading and every backup is of one moment, also while
one restores.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from faults import tally
from kkmp_cli.cli import app
from kkmp_cli.register import copies as backups
from kkmp_cli.register import integrity
from kkmp_cli.register.reader import open_reader
from running import Office, count, opened, sound


def child(work: Callable[[], int], gate: int) -> int:
    """A process of its own that does some work once the gate opens; its exit code is what the work
    says.
    """
    number = os.fork()
    if number == 0:
        quiet = os.open(os.devnull, os.O_RDWR)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        os.read(gate, 1)
        code = 99
        try:
            code = work()
        finally:
            os._exit(code)
    return number


def updates(register: Path, number: int, times: int) -> Callable[[], int]:
    def work() -> int:
        return max(
            app.run(
                ["--db", str(register), "update", "Gambir", "--anggota", str(number * 1_000 + at)]
            )
            for at in range(times)
        )

    return work


def readings(register: Path, times: int) -> Callable[[], int]:
    """Every reading sees as many changes as its runs say."""

    def work() -> int:
        for _ in range(times):
            with open_reader(str(register)) as held:
                runs, said = held.rows("SELECT count(*), sum(jumlah) FROM runs")[0]
                changes = held.rows("SELECT sum(json_array_length(isi)) FROM events")[0][0]
                if said != changes or not runs:
                    return 1
        return 0

    return work


def copies(register: Path, target: Path, times: int) -> Callable[[], int]:
    def work() -> int:
        for _ in range(times):
            backups.copy(register, target)
        return 0 if sound(target) else 1

    return work


def together(*works: Callable[[], int]) -> list[int]:
    """Exit codes of all of them, begun at one moment."""
    gate, go = os.pipe()
    children = [child(work, gate) for work in works]
    os.write(go, b"x" * len(children))
    codes = [os.waitstatus_to_exitcode(os.waitpid(number, 0)[1]) for number in children]
    os.close(gate)
    os.close(go)
    return codes


@pytest.mark.slow
def test_eight_who_write_fifty_times_while_others_read_and_copy(
    pusat: Office, tmp_path: Path
) -> None:
    works = [updates(pusat.register, number, 50) for number in range(8)]
    works += [
        readings(pusat.register, 200),
        readings(pusat.register, 200),
        copies(pusat.register, tmp_path / "b.db", 20),
    ]
    assert together(*works) == [0] * 11
    with opened(pusat.register) as connection:
        said = connection.execute(
            "SELECT lama, baru FROM v_riwayat WHERE bidang = 'anggota' ORDER BY run"
        ).fetchall()
    assert {new for _, new in said} == {
        str(number * 1_000 + at) for number in range(8) for at in range(50)
    }
    assert [old for old, _ in said[1:]] == [new for _, new in said[:-1]]
    with open_reader(str(pusat.register)) as held:
        assert not [result for result in integrity.examine(held) if result.findings]
    for _ in range(400):
        tally.count("updates by 8 processes at once, readers and backups beside them")


@pytest.mark.parametrize("rounds", [1, pytest.param(10, marks=pytest.mark.slow)])
def test_a_restore_among_writers_loses_only_what_it_replaced(
    pusat: Office, tmp_path: Path, rounds: int
) -> None:
    """Whatever was written after it stands in the restored register; whatever before, in the kept
    copy.
    """
    pusat.good("backup", tmp_path / "cadangan.db")
    for _ in range(rounds):

        def restore() -> int:
            return app.run(["--db", str(pusat.register), "restore", str(tmp_path / "cadangan.db")])

        pusat.register.write_bytes((tmp_path / "cadangan.db").read_bytes())
        codes = together(*[updates(pusat.register, number, 4) for number in range(3)], restore)
        assert codes == [0] * 4
        newest = backups.automatic(pusat.register)[0]
        written = (
            count(pusat.register, "runs")
            + count(newest, "runs")
            - 2 * count(tmp_path / "cadangan.db", "runs")
        )
        assert written == 12
        for register in (pusat.register, newest):
            with open_reader(str(register)) as held:
                assert not [result for result in integrity.examine(held) if result.findings]
        tally.count("restore among three writers")
