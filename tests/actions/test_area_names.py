"""The list of areas by hand."""

from __future__ import annotations

import pytest

from kkmp_cli.actions.area_names import NewArea, add_area, add_spelling, listed, recode
from kkmp_cli.actions.session import Session
from kkmp_cli.errors import BadUsage, Refused
from running import Office

GAMBIR = "31.71.01.1001"


@pytest.fixture
def session(pusat: Office) -> Session:
    return Session(str(pusat.register), "kkmp uji")


def test_a_spelling_means_one_area_of_a_kota(session: Session) -> None:
    assert add_spelling(session, "Gambier", GAMBIR).run == 2
    assert add_spelling(session, "Gambier", GAMBIR).run is None
    with pytest.raises(Refused, match=f"sudah berarti {GAMBIR}"):
        add_spelling(session, "GAMBIER", "31.71.01.1002")
    with pytest.raises(Refused, match="nama resmi Gambir"):
        add_spelling(session, "gambir", "31.71.01.1002")


def test_a_new_kelurahan_gets_a_code_that_nobody_has(session: Session) -> None:
    new = NewArea("Gambir Selatan", "Gambir", "jakpus", None, None, village=False)
    first = add_area(session, new)
    second = add_area(session, new._replace(name="Gambir Utara"))
    assert first.kode[:8] == second.kode[:8] == "31.71.01"
    assert first.kode != second.kode
    with pytest.raises(Refused, match="Sudah ada Gambir Selatan"):
        add_area(session, new._replace(name="GAMBIR SELATAN"))


def test_a_new_place_must_agree_with_what_its_code_says(session: Session) -> None:
    new = NewArea("Baru", "Gambir", "Jakarta Pusat", "Jawa Barat", "31.71.01.1077", village=False)
    with pytest.raises(Refused, match="Kode 31 adalah provinsi"):
        add_area(session, new)
    with pytest.raises(BadUsage, match="--kota dan --kode"):
        add_area(session, new._replace(code=None))


@pytest.mark.parametrize("code", ["31.71.02.1099", "31.71.01.4099", "31.71.01.109", "x"])
def test_an_official_code_lies_below_its_kecamatan(session: Session, code: str) -> None:
    new = NewArea("Baru", "Gambir", "jakpus", None, code, village=False)
    with pytest.raises(Refused, match="bukan kode kelurahan"):
        add_area(session, new)


def test_the_old_code_stays_a_spelling(session: Session) -> None:
    add_spelling(session, "Gambier", GAMBIR)
    area, coded = recode(session, "Gambir", "31.71.01.1099")
    assert (area.kode, coded.kode) == (GAMBIR, "31.71.01.1099")
    names = listed(session, "jakpus", "Gambir", with_registered=True)
    assert sorted(names.spellings["31.71.01.1099"]) == [GAMBIR, "Gambier"]
    assert area.id in names.registered
