"""Published figures of what an office declared, beside the register on their own day."""

from __future__ import annotations

import pytest

from own_desk import REPORT
from running import Office

pytestmark = pytest.mark.both_engines


@pytest.mark.parametrize(
    ("indicator", "value", "register", "difference"),
    [
        ("x_omzet", "30000000", 20_500_000, None),
        ("x_lahan", "3", 1, None),
        ("tambahan.x_milik.nilai.sewa", "2", 1, None),
        ("tambahan.x_omzet.melapor", "5", 2, None),
    ],
)
def test_a_published_figure_stands_beside_what_the_register_had_on_its_day(
    asked: Office, indicator: str, value: str, register: int, difference: None
) -> None:
    place = ("--kota", "jakpus", "--per", "2026-06-30", "--sumber", "SIMKOPDES")
    asked.good("figure", "add", indicator, value, *place)
    (figure,) = asked.good(*REPORT, "--json").json["kota"][0]["angka_rujukan"]
    assert (figure["register"], figure["selisih"]) == (register, difference)
    assert "42 belum ada data" in asked.good(*REPORT, "--format", "md").out


def test_where_all_have_reported_the_difference_is_told(asked: Office) -> None:
    place = ("--kota", "jakpus", "--per", "2026-08-01", "--sumber", "SIMKOPDES")
    asked.good("update", "--kota", "jakpus", "--all", "--x-omzet", "1000000", "--per", "2026-08-01")
    asked.good("figure", "add", "x_omzet", "45000000", *place)
    day = ("report", "--kota", "jakpus", "--per", "2026-08-01")
    (figure,) = asked.good(*day, "--json").json["kota"][0]["angka_rujukan"]
    assert (figure["register"], figure["selisih"]) == (44_000_000, -1_000_000)
    row = "| Omzet | 45000000 | 44.000.000 | lebih sedikit 1.000.000 | 1 Agustus 2026 |"
    assert row in asked.good(*day, "--format", "md").out


def test_of_a_number_that_nobody_reported_the_register_says_nothing(asked: Office) -> None:
    place = ("--kota", "jakpus", "--per", "2025-12-31", "--sumber", "pers")
    asked.good("figure", "add", "x_omzet", "5", *place)
    asked.good("figure", "add", "anggota", "175", *place)
    figures = asked.good(*REPORT, "--json").json["kota"][0]["angka_rujukan"]
    assert [one["register"] for one in figures] == [None, None]
    row = "| Omzet | 5 | belum ada data | – | 31 Desember 2025 | pers |"
    assert row in asked.good(*REPORT, "--format", "md").out


def test_what_is_no_indicator_is_refused(asked: Office) -> None:
    place = ("--kota", "jakpus", "--per", "2026-06-30", "--sumber", "SIMKOPDES")
    asked.refused("figure", "add", "x_milik", "3", *place)
    asked.refused("figure", "add", "x_tidak_ada", "3", *place)


def test_a_figure_of_a_retired_field_still_stands_beside_what_the_register_has(
    asked: Office,
) -> None:
    place = ("--kota", "jakpus", "--per", "2026-06-30", "--sumber", "SIMKOPDES")
    asked.good("figure", "add", "x_omzet", "30000000", *place)
    asked.good("field", "retire", "omzet")
    (kota,) = asked.good(*REPORT, "--json").json["kota"]
    assert kota["angka_rujukan"][0]["register"] == 20_500_000
    assert "x_omzet" not in kota["tambahan"]
    assert "| Omzet | 30000000 | 20.500.000 |" in asked.good(*REPORT, "--format", "md").out


CHOICES = ("milik Pemprov", "5-10 tahun", "sewa s.d. 2027")


def test_a_figure_of_a_choice_is_known_as_the_choice_is_written(pusat: Office) -> None:
    choices = ("--pilihan", ";".join(CHOICES), "--arti", "milik siapa")
    pusat.good("field", "add", "tanah", "Tanah", "--kind", "pilihan", *choices)
    refused = pusat.refused("figure", "add", "x_tanah", "1", "--kota", "jakpus", *REPORT[3:])
    listed = refused.err.partition("Yang ada: ")[2].strip().removesuffix(".").split(", ")
    assert [f"tambahan.x_tanah.nilai.{each}" in listed for each in CHOICES] == [True] * 3
    for name, choice in zip(("Gambir", "Cideng", "Duri Pulo"), CHOICES, strict=True):
        pusat.good("update", name, "--kota", "jakpus", "--x-tanah", choice, "--per", "2026-06-01")
    place = ("--kota", "jakpus", "--per", "2026-06-30", "--sumber", "BPN")
    for indicator in listed:
        pusat.good("figure", "add", indicator.upper().replace("TAMBAHAN", "tambahan"), "1", *place)
    (kota,) = pusat.good(*REPORT, "--json").json["kota"]
    counted = {each["indikator"]: each["register"] for each in kota["angka_rujukan"]}
    assert counted == dict.fromkeys(listed, 1) | {"tambahan.x_tanah.melapor": 3}
