"""Whom the administrator lets in, and for what."""

from __future__ import annotations

import pytest

from kkmp_cli.actions import shared_register
from kkmp_cli.errors import Refused
from kkmp_cli.register.server.grants import Grant
from running import Office
from servers import closed


@pytest.fixture
def engine() -> str:
    return "server"


@pytest.mark.parametrize("name", ["Budi", "a b", "x;drop", "kkmp_petugas", "pg_monitor", ""])
def test_a_name_that_would_need_quotes_is_refused(office: Office, name: str) -> None:
    assert office.shared
    with pytest.raises(Refused, match="tidak dapat dipakai"):
        shared_register.grant(office.shared.url, Grant(name, "pembaca"), "")


def test_an_officer_has_a_kota(office: Office) -> None:
    assert office.shared
    with pytest.raises(Refused, match="Kota petugas"):
        shared_register.grant(office.shared.url, Grant("uji_tanpa_kota", "petugas"), "")


def test_what_was_allowed_before_is_replaced(office: Office) -> None:
    assert office.shared
    url, role = office.shared.url, f"uji_{office.shared.database[-8:]}"
    assert shared_register.grant(url, Grant(role, "petugas", ("31.71", "31.72")), "rahasia")
    assert not shared_register.grant(url, Grant(role, "pembaca", everything=True), "")
    listed = {one.role: one for one in shared_register.grants_of(url)}
    assert listed[role] == Grant(role, "pembaca", (), True, False)
    shared_register.revoke(url, role)
    assert role not in {one.role for one in shared_register.grants_of(url)}
    with pytest.raises(Refused, match="tidak punya hak"):
        shared_register.revoke(url, role)
    closed()
    office.shared.ask(f"DROP ROLE {role}")
