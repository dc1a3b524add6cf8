"""`kkmp field` on the screen."""

from __future__ import annotations

import pytest

from kkmp_cli.model.own_field import KINDS
from running import Office

pytestmark = pytest.mark.both_engines


def test_the_group_stands_in_the_help_and_names_its_commands(office: Office) -> None:
    assert "field" in office.good("--help").out
    listed = office.good("field", "--help").out
    for verb in ("add", "update", "retire", "remove", "list", "export", "import"):
        assert f"  {verb} " in listed


def test_the_help_of_add_names_every_kind(office: Office) -> None:
    shown = " ".join(office.good("field", "add", "--help").out.split())
    assert all(kind in shown for kind in KINDS)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "pilihan"])
def test_every_kind_can_be_declared(pusat: Office, kind: str) -> None:
    pusat.good("field", "add", "contoh", "Contoh", "--kind", kind, "--arti", "contoh isian")
    assert kind in pusat.good("field", "list").out


def test_an_empty_list_says_so(pusat: Office) -> None:
    assert pusat.good("field", "list").out == "Belum ada.\n"
    assert pusat.good("field", "list", "--json").json == []
