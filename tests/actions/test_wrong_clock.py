"""Who writes is told of what a clock that ran ahead has recorded."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kkmp_cli import settings
from kkmp_cli.actions import wrong_clock
from kkmp_cli.actions.session import Session
from running import Office


def test_what_speaks_of_days_to_come_is_named_until_it_is_taken_back(
    pusat: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session(str(pusat.register), "kkmp")
    assert wrong_clock.warning(session) is None
    with monkeypatch.context() as patch:
        patch.setattr(settings, "now", lambda: datetime(2062, 3, 10, 3, tzinfo=UTC))
        pusat.good("update", "Gambir", "--nib", "sudah")
        assert wrong_clock.warning(session) is None
    assert "`kkmp undo 2`" in (wrong_clock.warning(session) or "")
    pusat.good("undo", "2")
    assert wrong_clock.warning(session) is None


def test_of_a_register_that_is_not_there_nothing_is_said(tmp_path: Path) -> None:
    assert wrong_clock.warning(Session(str(tmp_path / "tiada.db"), "kkmp")) is None
