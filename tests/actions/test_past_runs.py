"""What was done: the runs asked for, newest first."""

from __future__ import annotations

import pytest

from kkmp_cli.actions.past_runs import PastRuns, RunFilter, history
from kkmp_cli.actions.session import Session
from kkmp_cli.errors import Refused
from running import Office


def past(office: Office, most: int | None = None, **asked: object) -> PastRuns:
    whole = {"kelurahan": None, "kota": None, "officer": None, "run": None}
    wanted = RunFilter(**{**whole, "days": (None, None), "limit": None, **asked})  # type: ignore[arg-type]
    with history(Session(str(office.register), "kkmp uji"), wanted, most) as done:
        return done._replace(runs=[*done.runs])


@pytest.fixture
def busy(pusat: Office, monkeypatch: pytest.MonkeyPatch) -> Office:
    """A desk where two officers have written."""
    monkeypatch.setenv("KKMP_PETUGAS", "Budi Santoso")
    pusat.good("update", "Gambir", "--nib", "sudah")
    pusat.good("update", "Cideng", "--nib", "sudah")
    return pusat


def test_the_newest_come_first_and_all_are_counted(busy: Office) -> None:
    done = past(busy, limit=2)
    assert ([run.id for run in done.runs], done.total) == ([3, 2], 3)


def test_an_officer_is_named_by_a_part_and_an_unknown_one_is_told_who_there_is(
    busy: Office,
) -> None:
    assert [run.id for run in past(busy, officer="budi").runs] == [3, 2]
    with pytest.raises(Refused, match="Tidak ada petugas `Siti`") as refused:
        past(busy, officer="Siti")
    assert "Budi Santoso" in refused.value.remedy
    with pytest.raises(Refused):
        past(busy, officer="  ")


def test_the_runs_of_a_kelurahan_are_those_that_changed_it(busy: Office) -> None:
    assert [run.id for run in past(busy, kelurahan="Cideng").runs] == [3, 1]


def test_of_each_run_so_many_changes_are_read(busy: Office) -> None:
    (first,) = past(busy, most=5, run=1).runs
    assert (len(first.events), first.count) == (5, 44)
