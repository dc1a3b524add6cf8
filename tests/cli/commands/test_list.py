"""`kkmp list`: its filters and what it shows."""

from __future__ import annotations

import pytest

from kkmp_cli.milestones import codes
from running import Office

pytestmark = pytest.mark.both_engines


def test_codes_of_the_milestones_are_what_list_takes(demo: Office) -> None:
    for code in codes():
        for option in ("--sudah", "--belum", "--tidak-diketahui", "--tanpa", "--terkendala"):
            demo.good("list", option, code, "--json")
    demo.good("list", "--terkendala", "semua", "--percontohan", "--json")


def test_those_that_left_are_listed_on_request(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--status", "bubar 2026-02-01")
    assert len(pusat.good("list", "--json").json) == 43
    assert len(pusat.good("list", "--semua", "--json").json) == 44
    assert len(pusat.good("list", "--per", "2026-01-31", "--json").json) == 44


def test_filters_hold_together(pusat: Office) -> None:
    pusat.good("update", "Gambir", "Cideng", "--nib", "sudah")
    pusat.good("update", "Cideng", "--npwp", "belum")
    listed = pusat.good("list", "--sudah", "nib", "--belum", "npwp", "--json").json
    assert [one["kelurahan"] for one in listed] == ["Cideng"]
