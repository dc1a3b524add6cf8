"""A row of the projection holds only what is ever written there."""

from __future__ import annotations

import pytest

from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.register import row_forms
from kkmp_cli.register.location import Damaged
from kkmp_cli.register.projection_rows import Row

DAY = "2026-03-10"
RUNNING: Row = (7, "usaha", DAY, None, "sudah", "2025-08", None, None, "", None, None, DAY)
MILESTONE: Row = (*RUNNING, *[None] * 5)
FIELD: Row = (7, "anggota", DAY, None, "12", DAY)


def altered(row: Row, at: int, value: object) -> Row:
    return (*row[:at], value, *row[at + 1 :])


def test_rows_as_they_are_written_are_let_be() -> None:
    row_forms.refuse("milestones", [MILESTONE, altered(MILESTONE, 9, "modal: kurang")], built_in())
    row_forms.refuse("field_values", [FIELD, altered(FIELD, 4, None)], built_in())
    row_forms.refuse("contacts", [(7, "Budi", None, DAY, None)], built_in())
    row_forms.refuse("milestones", [], built_in())


MISFITS = (
    *((1, "kapan"), (2, None), (2, "2026"), (3, 7), (4, "melayang"), (5, "besok"), (8, b"BRI")),
    *((9, "entah"), (10, "2026-13"), (11, "2026-03")),
)


@pytest.mark.parametrize(("at", "value"), MISFITS)
def test_another_row_of_a_milestone_is_damage(at: int, value: object) -> None:
    with pytest.raises(Damaged, match=r"baris 7, .* di tabel milestones"):
        row_forms.refuse("milestones", [MILESTONE, altered(MILESTONE, at, value)], built_in())


@pytest.mark.parametrize(
    ("at", "value"), [(1, "ketua"), (2, "kapan"), (4, "banyak"), (4, 12), (5, b"")]
)
def test_another_row_of_a_field_is_damage(at: int, value: object) -> None:
    with pytest.raises(Damaged, match="di tabel field_values"):
        row_forms.refuse("field_values", [altered(FIELD, at, value)], built_in())


def test_an_export_holds_texts_of_their_form() -> None:
    names = ("anggota", "nib", "nib_per")
    row_forms.refuse_values(names, [("Gambir", "31.71.01.1001", "12", "2025-06", DAY)], built_in())
    for row in (("banyak", "sudah", DAY), ("12", "melayang", DAY), ("12", None, "besok")):
        with pytest.raises(Damaged, match=r"31\.71\.01\.1001, .* di tabel v_koperasi"):
            row_forms.refuse_values(names, [("Gambir", "31.71.01.1001", *row)], built_in())
    with pytest.raises(Damaged, match="di tabel areas"):
        row_forms.refuse_values(names, [(b"Gambir", "31.71.01.1001", None, None, None)], built_in())
