"""Own fields are declared and altered, a run for each call."""

from __future__ import annotations

import pytest

from kkmp_cli.actions import own_fields
from kkmp_cli.actions.session import Session
from kkmp_cli.errors import Refused
from kkmp_cli.model.own_field import OwnField
from running import Office

OMZET = OwnField(0, "x_omzet", "Omzet", "rupiah", "penjualan")
LAND = OwnField(0, "x_lahan", "Lahan", "pilihan", "milik siapa", ("a", "b"))


@pytest.fixture
def session(pusat: Office) -> Session:
    return Session(str(pusat.register), "kkmp field")


def test_a_package_leaves_what_is_there_already_as_it_is(session: Session) -> None:
    own_fields.add(session, OMZET._replace(label="Omset"))
    done = own_fields.add_package(session, [OMZET, LAND])
    assert [one.key for one in done.added] == ["x_lahan"]
    assert [one.label for one in done.same] == ["Omset"]
    again = own_fields.add_package(session, [OMZET, LAND])
    assert (again.run, [one.key for one in again.same]) == (None, ["x_omzet", "x_lahan"])


def test_a_file_makes_of_a_field_what_it_tells_and_keeps_its_choices(session: Session) -> None:
    own_fields.add(session, LAND)
    done = own_fields.take_in(session, [LAND._replace(label="Tanah", choices=("c", "b"))])
    assert [one.choices for one in done.altered] == [("c", "b", "a")]
    assert own_fields.listed(session)[0].label == "Tanah"


def test_another_kind_under_a_key_is_refused(session: Session) -> None:
    own_fields.add(session, OMZET)
    for call in (own_fields.add_package, own_fields.take_in):
        with pytest.raises(Refused, match="sebagai rupiah, bukan jumlah"):
            call(session, [OMZET._replace(kind="jumlah")])


def test_two_fields_of_one_call_do_not_share_a_heading(session: Session) -> None:
    with pytest.raises(Refused, match="x_omzet"):
        own_fields.take_in(session, [OMZET, LAND._replace(headings=("OMZET",))])
    assert own_fields.listed(session) == ()
