"""What an own field may be, as it is typed."""

from __future__ import annotations

import pytest

from kkmp_cli.errors import CellError
from kkmp_cli.model import declaration
from kkmp_cli.model.declaration import Texts
from kkmp_cli.model.own_field import OwnField

LAND = Texts("Status-Lahan", " Status  lahan ", "Pilihan", "milik siapa.", ["Pemda, Sewa", "sewa"])


def test_a_declaration_is_read_in_one_spelling() -> None:
    own = declaration.read(LAND._replace(headings=["Lahan", "lahan.", "STATUS LAHAN"]))
    assert own == OwnField(
        0,
        "x_status_lahan",
        "Status lahan",
        "pilihan",
        "milik siapa",
        ("Pemda", "Sewa"),
        (),
        ("Lahan",),
    )


@pytest.mark.parametrize(
    ("typed", "key"),
    [("omzet", "x_omzet"), ("x_omzet", "x_omzet"), ("Karyawan-2025", "x_karyawan_2025")],
)
def test_a_key_gets_its_prefix(typed: str, key: str) -> None:
    assert declaration.read_key(typed) == key


@pytest.mark.parametrize(
    "key",
    [
        "",
        "x_",
        "omzet ",
        "luas lahan",
        "2025",
        "a__b",
        "a_",
        "é",
        "a" * 39,
        "usaha_tanggal",
        "luas_per",
    ],
)
def test_what_can_be_no_key_is_refused_with_an_example_that_can(key: str) -> None:
    if key == "omzet ":
        assert declaration.read_key(key) == "x_omzet"
        return
    with pytest.raises(CellError) as raised:
        declaration.read_key(key)
    example = raised.value.remedy.removesuffix(".").split()[-1]
    assert declaration.read_key(example)


def test_a_choice_that_was_retired_is_offered_again_where_it_is_named_again() -> None:
    own = declaration.read(LAND._replace(choices=["a,b,c"], retired_choices=["B"]))
    assert (own.offered, own.retired_choices) == (("a", "c"), ("b",))
    again = declaration.with_choices(own, ["b"], [])
    assert (again.offered, again.choices) == (("a", "b", "c"), ("a", "b", "c"))


def test_a_label_that_was_stays_a_heading() -> None:
    own = declaration.read(LAND)
    made = declaration.altered(own, {"label": "Lahan gerai"}, [(), (), ("Lahan",), ()])
    assert (made.label, made.headings) == ("Lahan gerai", ("Lahan", "Status lahan"))
    assert declaration.altered(made, {"label": "Status lahan"}, [(), (), (), ("Lahan",)]) == (
        own._replace(headings=("Lahan gerai",))
    )


@pytest.mark.parametrize(
    "text", ["NIK ketua", "No. HP", "wa pengurus", "Telp kantor", "0812-3456-7890"]
)
def test_no_label_and_no_heading_asks_for_a_person(text: str) -> None:
    with pytest.raises(CellError):
        declaration.read_label(text)
    with pytest.raises(CellError):
        declaration.read_headings([text])


def test_choices_that_differ_by_a_sign_are_each_kept() -> None:
    own = declaration.read(LAND._replace(choices=["<5 juta, >5 juta, 1-5, 15"]))
    assert own.choices == ("<5 juta", ">5 juta", "1-5", "15")
