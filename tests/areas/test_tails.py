"""A tail is taken off a name only where it repeats the place of the very area."""

from __future__ import annotations

import pytest

from kkmp_cli.areas.tails import repeats_place
from kkmp_cli.model.area import Area

CIDENG = Area(
    *(1, "31.71.01.1002", "Cideng", "Gambir", "Kota Administrasi Jakarta Pusat"),
    "Daerah Khusus Ibukota Jakarta",
)


@pytest.mark.parametrize(
    ("tail", "repeats"),
    [
        *(("gambir", True), ("jakartapusat", True), ("gambirjakartapusat", True)),
        *(("gambirdkijakarta", True), ("jakpus", True), ("dki", True)),
        *(("senen", False), ("jakartapusatgambir", False), ("", False), ("gambirsenen", False)),
    ],
)
def test_kecamatan_kota_and_province_in_this_order(tail: str, repeats: bool) -> None:
    assert repeats_place(CIDENG, tail, ["Jakpus"]) is repeats
