"""A column whose cells are none of what its heading says is told as one thing, not cell by cell."""

from __future__ import annotations

import pytest

from kkmp_cli.importing.misread_columns import MisreadColumn, misread_columns
from office_sheets import read_text


def of(heading: str, *cells: str) -> list[MisreadColumn]:
    names = ("Gambir", "Cideng", "Duri Pulo", "Petojo Utara")
    rows = "\n".join(f"{name};v;{cell}" for name, cell in zip(names, cells, strict=False))
    return [*misread_columns(read_text(f"Kelurahan;NIB;{heading}\n{rows}"))]


def test_ticks_below_a_number_are_the_state_of_its_milestone() -> None:
    (one,) = of("No Rek", "1", "0", "012301000456534", "1")
    assert (one.name, one.wrong, one.filled, one.samples) == ("No Rek", 3, 4, ("1", "0"))
    assert one.state == "rekening"
    assert not read_text(
        "Kelurahan;NIB;No Rek\nGambir;v;1\nCideng;v;012301000456534", maps=("No Rek=rekening",)
    ).problems


def test_a_grade_below_status_is_no_state_of_a_milestone() -> None:
    (one,) = of("Status", "AKTIF", "BERKEMBANG", "PERLU_ATENSI")
    assert (one.wrong, one.filled, one.state) == (2, 3, "")


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("No Rek", ("1", "012301000456534", "012301000456535")),
        ("No Rek", ("1", "BRI lama", "0")),
        ("No Rek", ("012301000456534", "012301000456535")),
        ("Usaha", ("x", "x", "x")),
        ("Jumlah Anggota", ("± 200", "banyak")),
        ("No Rek", ("", "", "")),
    ],
)
def test_a_few_wrong_cells_and_those_of_several_kinds_are_cells(
    heading: str, cells: tuple[str, ...]
) -> None:
    assert of(heading, *cells) == []
