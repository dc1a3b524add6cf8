"""A note that says the contrary of the state beside it."""

from __future__ import annotations

import pytest

from kkmp_cli.importing.contrary_notes import contradiction, may_contradict
from kkmp_cli.model.vocabulary import built_in


@pytest.mark.parametrize(
    ("note", "values"),
    [
        ("sudah tutup sejak Okt", {"usaha": "sudah", "nib": "belum"}),
        ("BELUM BUKA", {"usaha": "2025-08-15"}),
        ("belum buka", {"usaha": "sudah", "gerai": "sudah"}),
        ("belum", {"rat_2025": "sudah"}),
        ("Sudah RAT", {"rat_2025": "belum"}),
        ("tutup", {"gerai": "sudah"}),
    ],
)
def test_the_contrary_of_a_state_is_named(note: str, values: dict[str, str | None]) -> None:
    assert may_contradict(note)
    error = contradiction(note, values, built_in())
    assert error is not None
    assert "berlawanan dengan" in error.message


@pytest.mark.parametrize(
    ("note", "values"),
    [
        ("sudah tutup buku", {"usaha": "sudah"}),
        ("belum lapor", {"rat_2025": "sudah"}),
        ("belum", {"nib": "sudah", "usaha": "belum"}),
        ("BELUM BUKA", {"usaha": "belum"}),
        ("BELUM BUKA", {"gerai": "sudah"}),
        ("sudah", {"usaha": "sudah"}),
        ("proses", {"nib": "belum"}),
        ("sewa", {"gerai": "sudah"}),
        ("ketua ganti", {"usaha": "sudah"}),
    ],
)
def test_any_other_note_is_kept(note: str, values: dict[str, str | None]) -> None:
    assert contradiction(note, values, built_in()) is None
