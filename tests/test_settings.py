"""What the surroundings say is read anew at each call."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kkmp_cli import settings


@pytest.mark.parametrize(
    ("instant", "day"), [((2026, 3, 9, 16, 59), "2026-03-09"), ((2026, 3, 9, 17, 0), "2026-03-10")]
)
def test_today_is_the_day_in_jakarta(
    instant: tuple[int, int, int, int, int], day: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "now", lambda: datetime(*instant, tzinfo=UTC))
    assert settings.today().isoformat() == day


def test_the_register_is_the_option_then_the_environment_then_the_platform(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert settings.register_location(None) == str(settings.default_register())
    monkeypatch.setenv("KKMP_DB", "kantor.db")
    assert settings.register_location(None) == "kantor.db"
    assert settings.register_location("lain.db") == "lain.db"


def test_an_officer_has_a_name_whatever_the_machine_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KKMP_PETUGAS", " Sari ")
    assert settings.officer() == "Sari"
    monkeypatch.setenv("KKMP_PETUGAS", " ")
    monkeypatch.setenv("LOGNAME", "dinas")
    assert settings.officer() == "dinas"


def test_an_empty_kota_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings.default_kota() is None
    monkeypatch.setenv("KKMP_KOTA", "")
    assert settings.default_kota() is None
    monkeypatch.setenv("KKMP_KOTA", "jakpus")
    assert settings.default_kota() == "jakpus"


def test_the_shipped_facts_are_there() -> None:
    assert (settings.shipped_data() / "areas.csv").is_file()
