"""A packet is the same where nothing in it differs, whatever its bytes are."""

from __future__ import annotations

from datetime import date

from kkmp_cli.model.provenance import Origin
from kkmp_cli.model.verification import TextDifference, Verified


def test_one_difference_is_enough() -> None:
    origin = Origin("0.1.0", "25-ab", date(2026, 3, 10), 2025)
    found = Verified("a.md", "md", origin, 25, to_the_byte=False)
    assert found.same
    assert not found._replace(differences=[TextDifference(("NIB",), "3", "4")]).same
