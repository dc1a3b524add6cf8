"""The areas that a command line names, narrowed by kota and kecamatan."""

from __future__ import annotations

import pytest

from kkmp_cli.actions.named_areas import AreaChoice, areas_named, one_kota, scope
from kkmp_cli.actions.session import Session
from kkmp_cli.errors import BadUsage
from running import Office


def test_kkmp_kota_narrows_names_and_is_overridden(
    demo: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KKMP_KOTA", "jakpus")
    assert len(demo.good("list", "--json").json) == 44
    assert len(demo.good("list", "--kota", "semua", "--json").json) == 214
    assert demo.good("show", "31.72.01.1005", "--json").json["kelurahan"] == "Pluit"


def test_all_of_a_kota_or_names_and_never_both(pusat: Office) -> None:
    with Session(str(pusat.register), "kkmp uji").reading() as register:
        assert len(AreaChoice((), "jakpus", None, True).areas(register)) == 44
        for wrong in (
            AreaChoice((), "jakpus", None, False),
            AreaChoice(["Gambir"], "jakpus", None, True),
            AreaChoice((), None, None, True),
        ):
            with pytest.raises(BadUsage):
                wrong.areas(register)


def test_a_name_that_is_given_twice_is_one_area_in_the_order_typed(pusat: Office) -> None:
    with Session(str(pusat.register), "kkmp uji").reading() as register:
        areas = areas_named(register, ["Cideng", "Gambir", "KKMP Cideng"], None, None)
    assert [area.kelurahan for area in areas] == ["Cideng", "Gambir"]


def test_a_record_is_about_one_kota_and_no_province(pusat: Office) -> None:
    with Session(str(pusat.register), "kkmp uji").reading() as register:
        assert one_kota(register, "jakpus")[0] == "31.71"
        for wrong in ("semua", "31"):
            with pytest.raises(BadUsage, match="satu kota"):
                one_kota(register, wrong)
        assert scope(register, ["jakpus", "31.71"], None).prefixes == ["31.71"]
