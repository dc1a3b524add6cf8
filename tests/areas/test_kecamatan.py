"""Which kecamatan a text names; a name that fits several is refused with all of them."""

from __future__ import annotations

import pytest

from kkmp_cli.areas.kecamatan import Kecamatan, find_kecamatan
from kkmp_cli.errors import NotFound, Refused
from snapshots import areas_of

PUSAT = areas_of("31.71")
GAMBIR = ("31.71.01", "Gambir")


@pytest.mark.parametrize("text", ["Gambir", "Kec. GAMBIR", "31.71.01", " kecamatan gambir "])
def test_a_name_or_a_code_is_found(text: str) -> None:
    assert find_kecamatan(text, PUSAT) == GAMBIR


def test_an_alias_is_found_after_the_names() -> None:
    aliases = [("31.71.01", "Gbr"), ("31.71.02", "Gambir"), ("31.99.99", "Tiada")]
    known = Kecamatan(PUSAT, aliases)
    assert known.answering("gbr") == known.answering("Gambir") == [GAMBIR]
    assert known.answering("Tiada") == []


def test_a_near_miss_is_suggested_and_not_taken() -> None:
    with pytest.raises(NotFound, match=r"maksud Anda Gambir \(31\.71\.01\)\?"):
        find_kecamatan("Gambirr", PUSAT)


def test_a_name_in_two_kota_is_refused_with_both() -> None:
    twin = PUSAT[0]._replace(id=999, kode="31.74.99.1001", kota="Lain")
    with pytest.raises(Refused, match=r"ada 2: Gambir \(31\.71\.01\); Gambir \(31\.74\.99\)"):
        find_kecamatan("Gambir", [*PUSAT, twin])
