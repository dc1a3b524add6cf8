"""No own field takes a heading that has a meaning."""

from __future__ import annotations

import pytest

from kkmp_cli.errors import CellError
from kkmp_cli.importing.headings.heading_owners import refuse_owned, refuse_shared
from kkmp_cli.milestones import MILESTONES
from kkmp_cli.model.own_field import OwnField, headings_of

OMZET = OwnField(1, "x_omzet", "Omzet", "rupiah", "penjualan", headings=("Omset/Bln",))
OTHER = OwnField(2, "x_modal", "Modal", "rupiah", "modal sendiri")


def test_a_field_has_its_label_its_headings_and_its_key() -> None:
    assert headings_of(OMZET) == ("Omzet", "Omset/Bln", "x_omzet")
    refuse_owned(OMZET, [OTHER])


@pytest.mark.parametrize("heading", ["omzet", "OMSET / BLN", "X_omzet"])
def test_a_heading_of_another_own_field_is_refused(heading: str) -> None:
    with pytest.raises(CellError, match="x_omzet"):
        refuse_shared(OTHER._replace(headings=(heading,)), [OMZET])


@pytest.mark.parametrize("milestone", MILESTONES, ids=lambda milestone: milestone.code)
def test_no_heading_of_a_milestone_can_be_taken_in_parts_either(milestone) -> None:  # type: ignore[no-untyped-def]
    for heading in (milestone.label, f"Tgl {milestone.label}", f"Kendala {milestone.label}"):
        with pytest.raises(CellError):
            refuse_owned(OTHER._replace(headings=(heading,)), [])


@pytest.mark.parametrize("heading", ["Kendala / Hambatan", "No.", "Alasan ditolak", "RAT 2027"])
def test_a_heading_that_is_read_by_what_stands_beside_it_cannot_be_taken(heading: str) -> None:
    with pytest.raises(CellError):
        refuse_owned(OTHER._replace(headings=(heading,)), [])
