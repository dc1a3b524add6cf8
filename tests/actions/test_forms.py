"""Which rows a form has, and how the forms of a kota are divided into files."""

from __future__ import annotations

from pathlib import Path

import pytest

from kkmp_cli.actions import forms
from kkmp_cli.actions.session import Session
from kkmp_cli.errors import BadUsage
from running import Office


@pytest.fixture
def session(pusat: Office) -> Session:
    return Session(str(pusat.register), "kkmp uji")


def test_a_form_has_the_cooperatives_that_count_today(pusat: Office, session: Session) -> None:
    pusat.good("update", "Gambir", "--status", "bubar 2026-02-01")
    form = forms.lines(session, "jakpus", None)
    assert not form.within_kecamatan
    rows = form.lines
    assert len(rows) == 43
    assert "Gambir" not in {row.area.kelurahan for row in rows}


def test_where_none_is_registered_it_has_every_area(session: Session) -> None:
    rows = forms.lines(session, "jakut", None).lines
    assert len(rows) == 31
    assert {row.cooperative for row in rows} == {None}


def test_a_form_is_of_one_kota_or_kecamatan(session: Session) -> None:
    with pytest.raises(BadUsage, match="--kota belum disebut"):
        forms.lines(session, None, None)
    rows = forms.lines(session, None, "Gambir")
    assert rows.within_kecamatan
    assert forms.whole(rows, Path("x.xlsx")).place.endswith("Pusat, Kecamatan Gambir")


def test_each_kecamatan_has_a_file_of_its_name_and_no_row_is_lost(session: Session) -> None:
    rows = forms.lines(session, "jakpus", None)
    divided = forms.by_kecamatan(rows, Path("isian"))
    assert Path("isian/Isian Gambir.xlsx") in [form.target for form in divided]
    assert sorted(row.area.kode for form in divided for row in form.lines) == sorted(
        row.area.kode for row in rows.lines
    )
    for form in divided:
        assert len({row.area.kecamatan for row in form.lines}) == 1
