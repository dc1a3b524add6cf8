"""Columns of one milestone that are ticked."""

from __future__ import annotations

import pytest

from kkmp_cli.errors import CellError
from kkmp_cli.importing.headings.tick_columns import parted, read_tick, state_in


@pytest.mark.parametrize(
    ("heading", "state", "rest"),
    [
        ("NIB Belum", "belum", "NIB"),
        ("Belum Ada Gerai", "belum", "Gerai"),
        ("Tidak Ada Gerai", "belum", "Gerai"),
        ("Tanpa NIB", "belum", "NIB"),
        ("Belum", "belum", ""),
        ("Rekening Dalam Proses", "proses", "Rekening"),
        ("Sudah RAT TB 2025", "sudah", "RAT TB 2025"),
    ],
)
def test_a_heading_is_a_state_and_a_milestone(heading: str, state: str, rest: str) -> None:
    assert (state, rest) in [*parted(heading)]


@pytest.mark.parametrize("heading", ["NIB (Sudah/Belum)", "NIB Ada/Tidak", "NIB", "No", "No. NIB"])
def test_a_heading_of_both_or_of_none_is_not(heading: str) -> None:
    assert state_in(heading) == ""


def test_a_tick_says_the_state_of_its_column() -> None:
    assert [read_tick(text, "belum") for text in ("√", "V", "1", "belum", "0", "-")] == [
        *["belum"] * 4,
        *[""] * 2,
    ]
    assert read_tick("10/3/2026", "sudah") is None
    with pytest.raises(CellError, match="dicentang bila belum"):
        read_tick("sudah", "belum")
