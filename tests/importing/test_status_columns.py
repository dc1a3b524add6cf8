"""A column `Status` that holds another status is told as one thing, not cell by cell."""

from __future__ import annotations

import pytest

from kkmp_cli.importing.status_columns import StatusColumn, status_columns
from office_sheets import read_text


def of(heading: str, *cells: str) -> list[StatusColumn]:
    names = ("Gambir", "Cideng", "Duri Pulo")
    rows = "\n".join(f"{name};v;{cell}" for name, cell in zip(names, cells, strict=True))
    return [*status_columns(read_text(f"Kelurahan;NIB;{heading}\n{rows}"))]


def test_a_grade_is_no_status_of_a_cooperative() -> None:
    (one,) = of("Status", "AKTIF", "BERKEMBANG", "PERLU_ATENSI")
    assert (one.name, one.wrong, one.filled) == ("Status", 2, 3)
    assert one.samples == ("BERKEMBANG", "PERLU_ATENSI")


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Status", ("aktif", "bubar 1/2/2026", "bubar")),
        ("Status", ("", "", "-")),
        ("Usaha", ("x", "x", "x")),
    ],
)
def test_a_few_wrong_cells_are_cells(heading: str, cells: tuple[str, ...]) -> None:
    assert of(heading, *cells) == []
