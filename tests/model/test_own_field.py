"""A field that an office declared: its entries in the vocabulary, and its kinds of value."""

from __future__ import annotations

from datetime import date

import pytest

from kkmp_cli.errors import CellError
from kkmp_cli.milestones import MILESTONES
from kkmp_cli.model import own_field
from kkmp_cli.model.field import OBSTACLE, PER, PLAN, STATE, VALUE, Field
from kkmp_cli.model.own_field import KINDS, OwnField, fields_of, milestone_of

TODAY = date(2026, 3, 10)
LAND = OwnField(
    1,
    "x_status_lahan",
    "Status lahan",
    "pilihan",
    "milik siapa lahan gerai",
    ("Milik Pemda", "Sewa", "Wakaf"),
    ("Wakaf",),
    ("kepemilikan lahan",),
)
EXAMPLES = {
    "tahap": (("sudah", "sudah"), ("10/3/2026", "2026-03-10"), ("dalam proses", "proses")),
    "ya_tidak": (("ada", "ya"), ("Belum", "tidak"), ("✓", "ya")),
    "tanggal": (("10 Maret 2026", "2026-03-10"), ("31-12-2031", "2031-12-31"), ("1998", "1998")),
    "jumlah": (("1.250", "1250"), ("600 m²", "600"), ("3 orang", "3"), ("12 unit", "12")),
    "rupiah": (("Rp12,5 juta", "12500000"), ("(5.000)", "-5000")),
    "persen": (("45", "45%"), ("45,5%", "45.5%")),
    "pilihan": (("milik  pemda", "Milik Pemda"), ("SEWA", "Sewa"), ("wakaf", "Wakaf")),
    "teks": (("  dekat   pasar ", "dekat pasar"),),
}
REFUSED = {
    "tahap": ("sudah sekali", "11/3/2026"),
    "ya_tidak": ("proses", "pilot"),
    "tanggal": ("31/06/2025", "besok"),
    "jumlah": ("-3", "12,5 m2", "1,000", "3171010101900001"),
    "rupiah": ("12,5", "banyak"),
    "persen": ("101%", "0,5"),
    "pilihan": ("Milik", "Milik Pemda DKI", "sewa?", "Sewa/Wakaf"),
    "teks": ("x" * 201, "0812-3456-7890", "1234567890123456"),
}


def _own(kind: str) -> OwnField:
    return LAND if kind == "pilihan" else OwnField(2, f"x_{kind}", kind.title(), kind, "contoh")


def _field(kind: str) -> Field:
    return next(iter(fields_of(_own(kind))))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_reads_what_offices_write_and_what_it_keeps(kind: str) -> None:
    field = _field(kind)
    for text, kept in EXAMPLES[kind]:
        assert field.read(text, TODAY) == kept
        assert field.read(kept, TODAY) == kept
        assert field.read(own_field.show(kind, kept), TODAY) == kept


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_refuses_what_is_not_clear_with_a_remedy(kind: str) -> None:
    for text in REFUSED[kind]:
        with pytest.raises(CellError) as raised:
            _field(kind).read(text, TODAY)
        assert raised.value.remedy


def test_a_stage_of_the_office_has_state_day_plan_and_obstacle_but_is_no_milestone() -> None:
    fields = {field.name: field.kind for field in fields_of(_own("tahap"))}
    assert fields == {
        "x_tahap": STATE,
        "x_tahap_per": PER,
        "x_tahap_rencana": PLAN,
        "x_tahap_kendala": OBSTACLE,
    }
    assert milestone_of(_own("tahap")) not in MILESTONES


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "tahap"])
def test_any_other_field_of_the_office_has_a_value_and_its_day(kind: str) -> None:
    first, day = fields_of(_own(kind))
    assert (first.kind, day.kind, day.name) == (VALUE, PER, f"{first.name}_per")
    assert first.headings == _own(kind).headings


def test_a_retired_choice_is_read_but_no_longer_offered() -> None:
    assert LAND.offered == ("Milik Pemda", "Sewa")
    assert _field("pilihan").read("Wakaf", TODAY) == "Wakaf"
    assert "Wakaf" not in _field("pilihan").about


def test_choices_that_differ_by_a_sign_alone_are_not_taken_for_one_another() -> None:
    amounts = LAND._replace(choices=("<5 juta", "1-5", ">5 juta", "15"), retired_choices=())
    field = next(iter(fields_of(amounts)))
    assert [field.read(text, TODAY) for text in ("> 5 Juta", "1 - 5", "15")] == [
        ">5 juta",
        "1-5",
        "15",
    ]
    with pytest.raises(CellError):
        field.read("5 juta", TODAY)


def test_values_are_printed_in_indonesian_writing() -> None:
    assert own_field.show("rupiah", "12500000") == "Rp12.500.000"
    assert own_field.show("persen", "45.5%") == "45,5%"
    assert own_field.show("jumlah", "1250") == "1.250"
    assert own_field.show("tanggal", "2026-03") == "Maret 2026"
    assert own_field.show("teks", "dekat pasar") == "dekat pasar"
