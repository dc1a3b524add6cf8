"""Kota, kecamatan and kelurahan at TAB."""

from __future__ import annotations

import pytest

from completing import offered
from running import Office


def test_the_kota_has_its_short_name_and_where_that_is_not_begun_its_whole_one(
    demo: Office,
) -> None:
    assert "jakpus" in offered(demo, "report", "--kota", "")
    assert "Jakarta Pusat" not in offered(demo, "report", "--kota", "Jak")
    assert "Jakarta Pusat" in offered(demo, "report", "--kota", "Jakarta")
    assert offered(demo, "report", "--kota", "31.71") == ["31.71"]
    for name in offered(demo, "report", "--kota", "Jakarta"):
        demo.good("report", "--kota", name)


def test_a_kelurahan_is_one_of_the_kota_and_kecamatan_that_are_typed(demo: Office) -> None:
    whole = offered(demo, "show", "Duri")
    assert {"Duri Pulo", "Duri Kosambi"} <= {*whole}
    assert offered(demo, "show", "--kota", "jakpus", "duri") == ["Duri Pulo"]
    assert "Petojo Utara" in offered(demo, "show", "--kecamatan", "Gambir", "")
    assert "Senen" not in offered(demo, "show", "--kecamatan", "Gambir", "")
    assert offered(demo, "show", "31.71.01.1001") == ["31.71.01.1001"]


def test_the_kota_of_the_settings_narrows_too(
    demo: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KKMP_KOTA", "jakpus")
    assert offered(demo, "show", "Duri") == ["Duri Pulo"]
    assert "Duri Kosambi" in offered(demo, "show", "--kota", "semua", "Duri")
    monkeypatch.delenv("KKMP_KOTA")
    demo.good("config", "kota", "jakbar")
    assert "Duri Pulo" not in offered(demo, "show", "Duri")


def test_add_offers_who_is_not_there_and_the_others_who_is(office: Office) -> None:
    office.good("add", "Gambir", "--kota", "jakpus")
    assert offered(office, "show", "--kota", "jakpus", "") == ["Gambir"]
    names = offered(office, "add", "--kota", "jakpus", "")
    assert len(names) == 43
    assert "Gambir" not in names
    assert "Cideng" in names


def test_one_that_is_typed_is_not_offered_again(demo: Office) -> None:
    assert offered(demo, "update", "Cideng", "Cid") == []


def test_a_name_that_two_bear_is_offered_by_its_code(office: Office) -> None:
    office.good("add", "Gambir", "--kota", "jakpus")
    call = ("area", "add", "Gambir", "--kecamatan", "Menteng", "--kota", "jakpus")
    code = office.good(*call, "--kode", "31.71.06.1099").out
    assert "31.71.06.1099" in code
    office.good("add", "31.71.06.1099")
    named = offered(office, "show", "")
    assert {*named} == {"31.71.01.1001", "31.71.06.1099"}
    for name in named:
        office.good("show", name)


def test_codes_are_offered_where_a_code_stands(demo: Office) -> None:
    assert offered(demo, "area", "alias", "Karang Ayer", "31.71.02.1002") == ["31.71.02.1002"]
