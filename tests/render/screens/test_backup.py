"""What is in a backup, by the clock of Jakarta."""

from __future__ import annotations

from kkmp_cli.register.restoring import Contents
from kkmp_cli.render.screens.backup import contents


def test_the_last_run_is_told_by_the_clock_of_jakarta() -> None:
    held = Contents(84_000, 12, "2026-03-10T18:05:00Z")
    assert contents(held) == "84.000 koperasi, 12 pekerjaan, terakhir 11 Maret 2026 01.05 WIB"


def test_a_register_without_a_run_has_no_day() -> None:
    assert contents(Contents(0, 0, None)) == "0 koperasi, belum ada riwayat"
