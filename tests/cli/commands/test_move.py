"""`kkmp move` on a terminal and where there is no server; the rest is in `tests/register`."""

from __future__ import annotations

import pytest

from running import Office


@pytest.mark.parametrize("target", ["register.db", "mysql://server/kkmp"])
def test_it_goes_to_a_server_alone(pusat: Office, target: str) -> None:
    assert "bukan alamat server" in pusat.refused("move", pusat.register, target, code=2).err


def test_a_password_in_the_address_is_refused_and_not_repeated(pusat: Office) -> None:
    url = "postgresql://pengelola:rahasia@server/kkmp"
    for words in (("move", pusat.register, url), ("server", "init", url), ("server", "list", url)):
        refused = pusat.refused(*words, code=2)
        assert "PGPASSFILE" in refused.err and "rahasia" not in refused.err
