"""See `tests/register/server`, where a server is asked; here what needs none."""

from __future__ import annotations

import pytest

from kkmp_cli.actions import shared_register
from kkmp_cli.errors import BadUsage


@pytest.mark.parametrize("url", ["register.db", "sqlite:///x.db", "mysql://server/x"])
def test_what_is_no_server_is_refused(url: str) -> None:
    for ask in (shared_register.initialise, shared_register.grants_of):
        with pytest.raises(BadUsage, match="bukan alamat server"):
            ask(url)
