"""Which kota a text names, and what it is called where there is little room; the rest stands in
`test_areas`.
"""

from __future__ import annotations

import pytest

from kkmp_cli.areas.kota import find_kota, short_name
from kkmp_cli.errors import NotFound

KOTA = [
    ("31.71", "Kota Administrasi Jakarta Pusat"),
    ("35.16", "Kabupaten Mojokerto"),
    ("35.76", "Kota Mojokerto"),
]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Kota Administrasi Jakarta Pusat", "Jakarta Pusat"),
        ("Kabupaten Administrasi Kepulauan Seribu", "Kab. Kepulauan Seribu"),
        ("Kabupaten Mojokerto", "Kab. Mojokerto"),
        ("Kota Mojokerto", "Kota Mojokerto"),
    ],
)
def test_a_short_name_still_tells_kota_from_kabupaten(name: str, short: str) -> None:
    assert short_name(name) == short


def test_every_short_name_is_found_again() -> None:
    for code, name in KOTA:
        assert find_kota(short_name(name), KOTA) == (code, name)


def test_a_part_of_a_name_is_answered_with_the_whole() -> None:
    with pytest.raises(NotFound, match=r"maksud Anda Kota Administrasi Jakarta Pusat \(31\.71\)"):
        find_kota("Pusat", KOTA)
