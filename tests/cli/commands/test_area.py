"""`kkmp area`: spellings, new kelurahan and their official codes."""

from __future__ import annotations

import pytest

from running import Office

pytestmark = pytest.mark.both_engines

PUSAT = ("--kota", "jakpus")


def test_a_recorded_spelling_is_known_for_good(pusat: Office) -> None:
    pusat.good("area", "alias", "Gambier Kota", "31.71.01.1001")
    assert pusat.good("show", "gambier kota", "--json").json["kode"] == "31.71.01.1001"
    assert "sudah dikenal" in pusat.good("area", "alias", "Gambier Kota", "31.71.01.1001").out


def test_a_new_kelurahan_gets_its_official_code_later(pusat: Office) -> None:
    pusat.good("area", "add", "Gambir Selatan", "--kecamatan", "Gambir", *PUSAT)
    pusat.good("add", "Gambir Selatan", "--nib", "sudah")
    code = pusat.good("show", "Gambir Selatan", "--json").json["kode"]
    pusat.good("area", "recode", code, "31.71.01.1099")
    assert pusat.good("show", code, "--json").json["kode"] == "31.71.01.1099"
    assert pusat.good("report", *PUSAT, "--json").json["kota"][0]["kkmp"] == 45
