"""An own field and its row are the same."""

from __future__ import annotations

import pytest

from kkmp_cli.model.own_field import KINDS, OwnField
from kkmp_cli.register.declared_fields import own_field, row_of
from kkmp_cli.register.location import Damaged

LAND = OwnField(3, "x_lahan", "Lahan", "pilihan", "milik siapa", ("a", "b"), ("b",), ("Tanah", "T"))


@pytest.mark.parametrize("kind", KINDS)
def test_a_field_comes_back_from_its_row(kind: str) -> None:
    own = LAND if kind == "pilihan" else OwnField(4, "x_a", "A", kind, "arti")
    for retired, package in ((False, None), (True, "lahan")):
        own = own._replace(retired=retired, package=package)
        assert own_field(own.id, row_of(own)) == own


@pytest.mark.parametrize("change", [{"jenis": "uang"}, {"label": None}, {"arti": ""}])
def test_a_row_that_nobody_wrote_is_damage(change: dict[str, object]) -> None:
    with pytest.raises(Damaged):
        own_field(3, row_of(LAND) | change)
