"""`kkmp list`: its filters and what it shows."""

from __future__ import annotations

from kkmp_cli.milestones import codes
from running import Office


def test_codes_of_the_milestones_are_what_list_takes(demo: Office) -> None:
    for code in codes():
        for option in ("--sudah", "--belum", "--tidak-diketahui", "--tanpa", "--terkendala"):
            demo.good("list", option, code, "--json")
    demo.good("list", "--terkendala", "semua", "--percontohan", "--json")
