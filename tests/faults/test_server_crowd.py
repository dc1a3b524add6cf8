"""Many at once on a server: nobody's word is lost, every reading and every backup is of one moment,
each office's history tells its own.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from faults import tally
from faults.test_crowd import together
from kkmp_cli.cli import app
from kkmp_cli.register import integrity
from kkmp_cli.register.reader import open_reader
from running import Office

OFFICES = 8
PLACES = ("31.71.01.1001", "31.71.01.1002", "31.71.01.1003", "31.72.03.1005")
"""What is written: each by two offices, the last in a kota of its own."""
CHANGES = "SELECT lama, baru FROM v_riwayat WHERE bidang = 'anggota' AND kode = '{}' ORDER BY run"
AS_SAID = "SELECT sum(jumlah) = (SELECT sum(json_array_length(isi::json)) FROM events) FROM runs"


@pytest.fixture
def engine() -> str:
    return "server"


def updates(url: str, number: int, times: int) -> Callable[[], int]:
    """One office, which says who it is, writes one cooperative again and again."""

    def work() -> int:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("KKMP_PETUGAS", f"Kantor {number}")
            words = ["--db", url, "update", PLACES[number % len(PLACES)], "--anggota"]
            return max(app.run([*words, str(number * 1_000 + at)]) for at in range(times))

    return work


def readings(url: str, times: int) -> Callable[[], int]:
    """Every reading sees as many changes as its runs say, and no run without its predecessors."""

    def work() -> int:
        for _ in range(times):
            with open_reader(url) as held:
                runs, newest = held.rows("SELECT count(*), max(id) FROM runs")[0]
                if runs != newest or held.rows(AS_SAID) != [(True,)]:
                    return 1
        return app.run(["--db", url, "report", "--kota", "jakpus"])

    return work


def backups(url: str, folder: Path, times: int) -> Callable[[], int]:
    """Each is a whole register of one moment."""

    def work() -> int:
        for at in range(times):
            file = folder / f"{at}.db"
            if app.run(["--db", url, "backup", str(file)]):
                return 1
            with open_reader(str(file)) as held:
                if any(result.findings for result in integrity.examine(held)):
                    return 2
        return 0

    return work


@pytest.mark.parametrize(
    ("times", "looks", "copies"), [(3, 5, 1), pytest.param(50, 200, 20, marks=pytest.mark.slow)]
)
def test_eight_offices_write_while_others_read_and_copy(
    pusat: Office, tmp_path: Path, times: int, looks: int, copies: int
) -> None:
    pusat.good("add", "--kota", "jakut", "--all")
    assert pusat.shared
    shared, url = pusat.shared, pusat.shared.url
    works = [updates(url, number, times) for number in range(OFFICES)]
    works += [readings(url, looks), readings(url, looks), backups(url, tmp_path, copies)]
    assert together(*works) == [0] * len(works)
    for place in PLACES:
        said = shared.ask(CHANGES.format(place))
        assert [old for old, _ in said[1:]] == [new for _, new in said[:-1]]
    for number in range(OFFICES):
        runs = pusat.good("history", "--petugas", f"Kantor {number}", "--json").json
        told = [change["baru"] for run in runs for change in run["perubahan"]]
        assert told == [str(number * 1_000 + at) for at in reversed(range(times))], number
        tally.count("offices of eight, each of which finds its own history")
    assert shared.ask("SELECT count(*), max(id) FROM runs") == [(2 + OFFICES * times,) * 2]
    pusat.good("check")
