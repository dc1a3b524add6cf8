"""Cooperatives in the order of one field; what is not known stands last either way."""

from __future__ import annotations

import pytest

from kkmp_cli.model.own_field import OwnField
from kkmp_cli.model.vocabulary import Vocabulary
from kkmp_cli.reports.ordering import in_order, key_of

OWN = (
    OwnField(1, "x_omzet", "Omzet", "rupiah", "arti"),
    OwnField(2, "x_progres", "Progres", "persen", "arti"),
    OwnField(3, "x_lahan", "Lahan", "pilihan", "arti", ("Sewa", "Hibah", "Beli")),
    OwnField(4, "x_sewa", "Sewa", "tanggal", "arti"),
)
VOCABULARY = Vocabulary(OWN)


def ordered(name: str, texts: list[str | None], descending: bool = False) -> list[str | None]:
    key = key_of(VOCABULARY.field(name), VOCABULARY)
    return in_order(((text, text) for text in texts), key, descending)


@pytest.mark.parametrize(
    ("name", "ascending"),
    [
        ("anggota", ["9", "80", "1200"]),
        ("x_omzet", ["900000", "15000000"]),
        ("x_progres", ["7%", "45.5%", "100%"]),
        ("x_sewa", ["1998-12-31", "2026-03-02", "2031-01-01"]),
        ("nib_per", ["2026-03-02", "2026-03-10"]),
        ("x_lahan", ["Sewa", "Hibah", "Beli"]),
        ("nib", ["2025-06-10", "2025-07", "sudah", "proses", "terkendala", "belum 2026-01-01"]),
        ("kelurahan", ["Bendungan Hilir", "cideng", "Gambir"]),
    ],
)
def test_values_stand_in_their_own_order(name: str, ascending: list[str | None]) -> None:
    mixed = [None, *reversed(ascending), ""]
    assert ordered(name, mixed) == [*ascending, None, ""]
    assert ordered(name, mixed, descending=True) == [*reversed(ascending), None, ""]


def test_of_one_value_the_first_stays_first_either_way() -> None:
    items = [("5", "Gambir"), (None, "Cideng"), ("5", "Senen"), ("tidak_diketahui", "Kwitang")]
    for descending in (False, True):
        names = in_order(items, int, descending)
        assert names == ["Gambir", "Senen", "Cideng", "Kwitang"]
