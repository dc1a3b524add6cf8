"""What is kept of the rights as a register takes the place of another on a server; the rest is in
`tests/register/test_moving.py`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kkmp_cli.actions import shared_register
from kkmp_cli.register.server.grants import Grant
from running import Office
from servers import closed


@pytest.fixture
def engine() -> str:
    return "server"


def test_who_was_let_in_stays_so(pusat: Office, demo_template: Path) -> None:
    assert pusat.shared
    role = f"uji_{pusat.shared.database[-6:]}"
    wanted = Grant(role, "petugas", ["31.71"], True, False)
    shared_register.grant(pusat.shared.url, wanted, "")
    closed()
    pusat.good("restore", demo_template)
    listed = shared_register.grants_of(pusat.shared.url)
    closed()
    assert wanted in listed
    url = pusat.shared.server.url(pusat.shared.database, role)
    assert pusat.run("update", "Gambir", "--kota", "jakpus", "--nib", "sudah", db=url).code == 0
    closed()
    pusat.shared.ask(f"DROP OWNED BY {role}")
    pusat.shared.ask(f"DROP ROLE {role}")
