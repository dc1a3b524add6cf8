"""What a setting may be, and how it is kept."""

from __future__ import annotations

import pytest

from kkmp_cli.actions import configuration
from kkmp_cli.actions.session import Session
from kkmp_cli.errors import BadUsage, Refused
from kkmp_cli.settings.keys import KEYS
from running import Office


@pytest.fixture
def session(pusat: Office) -> Session:
    return Session(str(pusat.register), "kkmp config")


@pytest.mark.parametrize("key", [key for key in KEYS if KEYS[key].sample])
def test_the_sample_of_every_setting_can_be_kept_and_comes_back(key: str, session: Session) -> None:
    value = configuration.read(session, key, [KEYS[key].sample])
    assert configuration.keep(session, key, value) is not None
    assert configuration.keep(session, key, value) is None
    with session.reading() as register:
        assert register.settings() == {key: value}
    assert configuration.keep(session, key, None) is not None
    with session.reading() as register:
        assert register.settings() == {}


def test_words_are_joined_and_lines_divided(session: Session) -> None:
    assert configuration.read(session, "tempat", ["Jakarta", "Pusat"]) == "Jakarta Pusat"
    assert configuration.read(session, "tempat", ["a;b"]) == "a;b"
    lines = configuration.read(session, "alamat", ["Jl.", "A ;", "Telp 1", "\n", "Faks"])
    assert lines == "Jl. A\nTelp 1\nFaks"
    assert configuration.read(session, "alamat", [configuration.in_one_line(lines)]) == lines


def test_a_nip_is_kept_as_digits(session: Session) -> None:
    typed = ["19700101 199503 1 001"]
    assert configuration.read(session, "mengetahui_nip", typed) == "197001011995031001"
    with pytest.raises(Refused, match="KTP"):
        configuration.read(session, "mengetahui_nip", ["3171 0000 0000 0001"])


def test_a_key_is_found_however_it_is_written() -> None:
    assert configuration.key_named("Penandatangan-NAMA") == "penandatangan_nama"
    with pytest.raises(BadUsage, match="tidak ada"):
        configuration.key_named("nama")


def test_it_is_known_as_it_was_recorded(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import UTC, datetime

    from kkmp_cli import settings

    configuration.keep(session, "tempat", "Jakarta")
    first = settings.today()
    monkeypatch.setattr(settings, "now", lambda: datetime(2098, 1, 1, tzinfo=UTC))
    configuration.keep(session, "tempat", "Bogor")
    with session.reading() as register:
        assert register.settings(first) == {"tempat": "Jakarta"}
        assert register.settings() == {"tempat": "Bogor"}
