"""The next run is recorded now, or when the last one was; what a wrong clock left is named."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kkmp_cli import settings
from kkmp_cli.register import clock, log
from kkmp_cli.register.reader import open_reader
from running import Office
from tampering import tampered


def at(patch: pytest.MonkeyPatch, year: int) -> None:
    patch.setattr(settings, "now", lambda: datetime(year, 3, 10, 3, tzinfo=UTC))


def test_the_next_instant_is_never_before_the_last(
    pusat: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_reader(str(pusat.register)) as register:
        last = register.runs()[0].time
        at(monkeypatch, 2020)
        assert clock.next_instant(register) == log.stamp(last)
        assert clock.is_ahead(register)
        at(monkeypatch, 2090)
        assert clock.next_instant(register) == "2090-03-10T03:00:00.000000Z"
        assert not clock.is_ahead(register)


def test_a_sound_history_has_nothing_to_tell(demo: Office) -> None:
    with open_reader(str(demo.register)) as register:
        assert not list(clock.findings(register))
        assert not clock.ahead(register)


def test_each_turn_of_the_clock_is_told_once(demo: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, 2026)
    tampered(
        demo.register,
        "UPDATE runs SET waktu = '2025-01-' || substr('0' || id, -2) || 'T00:00:00.000000Z'",
        "UPDATE runs SET waktu = '2024-01-01T00:00:00.000000Z' WHERE id IN (3, 4, 9)",
        "UPDATE runs SET waktu = '2062-01-01T00:00:00.000000Z' WHERE id IN (24, 25)",
    )
    with open_reader(str(demo.register)) as register:
        told = [(finding.name, finding.detail) for finding in clock.findings(register)]
    assert told == [
        ("run 3 sampai 4", "jam komputer menunjukkan waktu sebelum run 2"),
        ("run 9", "jam komputer menunjukkan waktu sebelum run 8"),
        ("run 24", "dicatat 1 Januari 2062, sesudah hari ini"),
        ("run 25", "jam komputer menunjukkan waktu sebelum run 24"),
    ]
