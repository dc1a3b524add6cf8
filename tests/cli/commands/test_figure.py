"""`kkmp figure`: published figures are kept as they were printed."""

from __future__ import annotations

import pytest

from running import Office

pytestmark = pytest.mark.both_engines

WHERE = ("--kota", "jakpus", "--per")


@pytest.mark.parametrize("value", ["34", "90%", "sekitar 90%"])
def test_a_value_is_kept_as_published(pusat: Office, value: str) -> None:
    pusat.good("figure", "add", "NIB", value, *WHERE, "2025", "--sumber", "Antara")
    (one,) = pusat.good("figure", "list", "--json").json
    assert (one["indikator"], one["nilai"], one["per"]) == ("nib", value, "2025")


def test_the_list_of_a_kota_holds_its_own_alone(pusat: Office) -> None:
    pusat.good("figure", "add", "nib", "3", *WHERE, "2025")
    pusat.good("figure", "add", "nib", "4", "--kota", "jakut", "--per", "2025")
    values = [one["nilai"] for one in pusat.good("figure", "list", "--json", *WHERE[:2]).json]
    assert values == ["3"]


def test_a_figure_is_of_no_day_ahead(pusat: Office) -> None:
    assert "--per" in pusat.refused("figure", "add", "nib", "3", *WHERE, "2090").err


def test_a_figure_that_is_taken_out_leaves_the_report(pusat: Office) -> None:
    pusat.good("figure", "add", "nib", "40", *WHERE, "2025-12-31")
    report = ("report", "--kota", "jakpus", "--json")
    assert len(pusat.good(*report).json["kota"][0]["angka_rujukan"]) == 1
    pusat.good("figure", "remove", 1)
    assert pusat.good(*report).json["kota"][0]["angka_rujukan"] == []
