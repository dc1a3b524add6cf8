"""The next run is recorded now, or when the last one was, whichever is later."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kkmp_cli import settings
from kkmp_cli.register import clock, log
from kkmp_cli.register.reader import open_reader
from running import Office


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


def test_nothing_is_ahead_in_a_sound_history(demo: Office) -> None:
    with open_reader(str(demo.register)) as register:
        assert not clock.ahead(register)
