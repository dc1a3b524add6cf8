"""Each run that was recorded with a wrong clock is named."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kkmp_cli import settings
from kkmp_cli.register import misdated_runs
from kkmp_cli.register.reader import open_reader
from running import Office
from tampering import tampered


def test_a_sound_history_has_nothing_to_tell(demo: Office) -> None:
    with open_reader(str(demo.register)) as register:
        assert not list(misdated_runs.findings(register))


def test_each_turn_of_the_clock_is_named_once(
    demo: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "now", lambda: datetime(2026, 3, 10, 3, tzinfo=UTC))
    tampered(
        demo.register,
        "UPDATE runs SET waktu = '2025-01-' || substr('0' || id, -2) || 'T00:00:00.000000Z'",
        "UPDATE runs SET waktu = '2024-01-01T00:00:00.000000Z' WHERE id IN (3, 4, 9)",
        "UPDATE runs SET waktu = '2062-01-01T00:00:00.000000Z' WHERE id IN (24, 25)",
    )
    with open_reader(str(demo.register)) as register:
        named = [(finding.name, finding.detail) for finding in misdated_runs.findings(register)]
    assert named == [
        ("pekerjaan 3 sampai 4", "jam komputer menunjukkan waktu sebelum pekerjaan 2"),
        ("pekerjaan 9", "jam komputer menunjukkan waktu sebelum pekerjaan 8"),
        ("pekerjaan 24", "dicatat 1 Januari 2062, sesudah hari ini"),
        ("pekerjaan 25", "jam komputer menunjukkan waktu sebelum pekerjaan 24"),
    ]
