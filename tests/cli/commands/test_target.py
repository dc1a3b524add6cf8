"""`kkmp target`: which year is meant."""

from __future__ import annotations

import pytest

from running import Office

pytestmark = pytest.mark.both_engines


def test_a_target_of_a_bare_rat_says_which_book_year(pusat: Office) -> None:
    assert (
        "RAT tahun buku 2025 sampai 31 Mei 2026"
        in pusat.good("target", "set", "rat", "2026-05-31").out
    )
    assert "NIB sampai 31 Mei 2026" in pusat.good("target", "set", "nib", "2026-05-31").out
