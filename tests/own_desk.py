"""A register in which an office has fields of its own, and what is known of three cooperatives."""

from __future__ import annotations

import pytest

from running import Office

REPORT = ("report", "--kota", "jakpus", "--per", "2026-06-30")


@pytest.fixture
def asked(pusat: Office) -> Office:
    """An amount, a stage and a choice of three cooperatives."""
    pusat.good("field", "add", "omzet", "Omzet", "--kind", "rupiah", "--arti", "penjualan sebulan")
    pusat.good("field", "add", "lahan", "Lahan", "--kind", "tahap", "--arti", "lahan tersedia")
    choice = ("--kind", "pilihan", "--pilihan", "sewa,hibah", "--arti", "milik siapa")
    pusat.good("field", "add", "milik", "Milik", *choice)
    for name, per, *values in (
        ("Cideng", "2026-03-31", "--x-omzet", "12,5 juta", "--x-milik", "sewa"),
        ("Cideng", "2026-07-31", "--x-omzet", "20 juta", "--x-lahan", "sudah"),
        ("Gambir", "2026-05-31", "--x-omzet", "8 juta", "--x-lahan", "2026-02-03"),
        ("Kebon Kelapa", "2026-05-31", "--x-lahan", "belum", "--x-milik", "hibah"),
    ):
        pusat.good("update", name, "--kota", "jakpus", *values, "--per", per)
    return pusat
