"""What the surroundings say is read anew at each call."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kkmp_cli import settings
from kkmp_cli.errors import Unusable
from kkmp_cli.settings.keys import KEYS, OF_PERSONS


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


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of settings of this computer."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    place = tmp_path / "kkmp" / "config.toml"
    place.parent.mkdir()
    return place


@pytest.mark.parametrize("key", [key for key in KEYS if key not in OF_PERSONS])
def test_environment_register_file_default_in_this_order(
    key: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    default = (KEYS[key].default, settings.DEFAULT)
    assert settings.chosen(key) == default == settings.all_chosen()[key]
    file.write_text(f'{key} = "dari berkas"\n')
    assert settings.chosen(key) == ("dari berkas", settings.FILE)
    registered = {key: "dari register"}
    assert settings.chosen(key, lambda: registered) == ("dari register", settings.REGISTER)
    monkeypatch.setenv(settings.variable(key), "dari lingkungan")
    assert settings.chosen(key, lambda: registered) == ("dari lingkungan", settings.ENVIRONMENT)
    assert settings.all_chosen(lambda: registered)[key].source == settings.ENVIRONMENT


def test_the_officer_is_never_taken_from_a_register(file: Path) -> None:
    assert settings.chosen("petugas", lambda: {"petugas": "Orang Lain"}).value == ""
    file.write_text('petugas = "Sari"\n')
    assert settings.officer() == "Sari"


@pytest.mark.parametrize("value", ["0", "-1", "x", "45 hari", "9" * 5000, "３０"])
def test_a_number_of_days_is_one_or_refused(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings.stale_days() == 30
    monkeypatch.setenv("KKMP_LAMA_TANPA_KABAR", value)
    with pytest.raises(Unusable, match="lingkungan"):
        settings.stale_days()
