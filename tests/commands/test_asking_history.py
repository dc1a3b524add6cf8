"""`kkmp history` by day, officer, run and page."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kkmp_cli import settings
from running import Office


@pytest.fixture
def busy(pusat: Office, monkeypatch: pytest.MonkeyPatch) -> Office:
    """25 more runs, of two officers."""
    for number in range(25):
        monkeypatch.setenv("KKMP_PETUGAS", "Ani Wijaya" if number % 5 == 0 else "Budi")
        pusat.good("update", "Gambir" if number % 2 else "Cideng", "--anggota", number)
    return pusat


def numbers(office: Office, *arguments: object) -> list[int]:
    return [run["run"] for run in office.good("history", "--json", *arguments).json]


def test_a_page_shows_the_newest_twenty_and_says_how_many_there_are(busy: Office) -> None:
    done = busy.good("history")
    assert done.out.count("\nRun ") + done.out.startswith("Run ") == 20
    assert "20 dari 26 run" in done.err
    assert busy.good("history", "--semua").out.count("WIB") == 26
    assert busy.good("history", "--jumlah", 3).out.count("WIB") == 3
    assert len(numbers(busy)) == 26


def test_an_officer_is_found_by_part_of_the_name(busy: Office) -> None:
    assert numbers(busy, "--petugas", "ani") == [22, 17, 12, 7, 2]
    assert "Ani Wijaya, Budi" in busy.refused("history", "--petugas", "cici").err


def test_days_are_those_of_jakarta_and_both_included(busy: Office) -> None:
    today = settings.today()
    assert len(numbers(busy, "--sejak", today, "--sampai", today)) == 26
    assert numbers(busy, "--sampai", today - timedelta(days=1)) == []
    assert len(numbers(busy, "--sejak", f"{today:%Y-%m}")) == 26
    assert "Belum ada riwayat" in busy.good("history", "--sampai", "2025-01-01").out


def test_filters_join(busy: Office) -> None:
    assert numbers(busy, "Gambir", "--petugas", "ani") == [17, 7, 1][:2]
    assert numbers(busy, "--run", 5) == [5]
    assert numbers(busy, "Gambir", "--jumlah", 1) == [25]


def test_what_is_no_run_or_number_is_refused(busy: Office) -> None:
    busy.refused("history", "--run", 99)
    busy.refused("history", "--run", "lima", code=2)
    busy.refused("history", "--jumlah", 0)
    busy.refused("history", "Gambir", "--run", 2)
