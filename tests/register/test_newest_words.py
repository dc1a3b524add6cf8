"""Until which day word has come of each kota, as the history tells it."""

from __future__ import annotations

from datetime import date

import pytest

from kkmp_cli.register.newest_words import newest_words
from kkmp_cli.register.reader import open_reader
from running import Office

pytestmark = pytest.mark.both_engines


def _words(office: Office, day: str, known_at: date | int | None = None) -> dict[str, str]:
    with open_reader(office.location) as register:
        return newest_words(register, day, known_at)


def test_it_is_the_newest_day_until_that_day_of_which_anything_in_force_was_said(
    pusat: Office,
) -> None:
    pusat.good("add", "Ancol")
    assert _words(pusat, "2026-11-30") == {}
    pusat.good("update", "Gambir", "--nib", "2025-05-05", "--per", "2026-07-02")
    pusat.good("update", "Gambir", "--nib", "sudah", "--per", "2026-08-02")
    pusat.good("update", "Cideng", "--gerai-kendala", "modal", "--per", "2026-06-30")
    pusat.good("update", "Senen", "--ketua", "Pak Budi", "--per", "2026-10-01")
    pusat.good("update", "Ancol", "--anggota", 9, "--per", "2026-09-30")
    for day, wanted in (
        ("2026-11-30", {"31.71": "2026-08-02", "31.72": "2026-09-30"}),
        ("2026-08-01", {"31.71": "2026-07-02"}),
        ("2026-07-01", {"31.71": "2026-06-30"}),
        ("2026-06-29", {}),
    ):
        assert _words(pusat, day) == wanted
        assert _words(pusat, day, known_at=99) == wanted
    pusat.good("undo")
    assert _words(pusat, "2026-11-30") == {"31.71": "2026-08-02"}
    assert _words(pusat, "2026-11-30", known_at=3) == {"31.71": "2026-07-02"}
