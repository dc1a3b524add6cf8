"""A kelurahan and its code, official or until the official one is issued."""

from __future__ import annotations

import re

import pytest

from kkmp_cli.errors import Refused
from kkmp_cli.model.area import (
    AREA_CODE,
    Area,
    is_provisional,
    next_provisional,
    sharing,
    told_apart,
)
from snapshots import areas_of


def test_every_shipped_code_is_one_and_names_its_kota_and_kecamatan() -> None:
    for area in areas_of("31."):
        assert re.fullmatch(AREA_CODE, area.kode)
        assert not is_provisional(area.kode)
        assert area.kode.startswith(f"{area.kecamatan_code}.")
        assert area.kecamatan_code.startswith(f"{area.kota_code}.")


def test_a_provisional_code_is_the_next_that_was_never_used() -> None:
    assert next_provisional("31.73.01", []) == "31.73.01.S101"
    assert next_provisional("31.73.01", ["31.73.01.S101"]) == "31.73.01.S102"
    desa = next_provisional("31.73.01", ["31.73.01.S101"], desa=True)
    assert desa == "31.73.01.S201"
    assert is_provisional(desa) and re.fullmatch(AREA_CODE, desa)


def test_after_ninety_nine_there_is_none() -> None:
    used = [f"31.73.01.S1{number:02}" for number in range(1, 100)]
    with pytest.raises(Refused):
        next_provisional("31.73.01", used)


def test_a_name_that_is_not_unique_in_its_kota_is_printed_with_its_kecamatan() -> None:
    first = Area(1, "32.76.01.1001", "Baru", "Cilodong", "Kota Depok", "Jawa Barat")
    areas = [
        first,
        first._replace(id=2, kode="32.76.02.1001", kecamatan="Beji"),
        first._replace(id=3, kode="32.77.01.1001", kota="Kota Cimahi"),
    ]
    shared = sharing((one.kode, one.kelurahan) for one in areas)
    told = [*told_apart(areas, shared)]
    assert [one.distinct_name for one in told] == [
        "Baru (Kec. Cilodong)",
        "Baru (Kec. Beji)",
        "Baru",
    ]
    assert {one.kelurahan for one in told} == {"Baru"}
