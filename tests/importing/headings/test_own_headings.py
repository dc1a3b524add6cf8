"""The key of an own field that a register does not offer is no heading to pass over."""

from __future__ import annotations

import pytest

from kkmp_cli.importing.headings.own_headings import retired_owner, unknown_field
from kkmp_cli.model.own_field import OwnField
from kkmp_cli.model.vocabulary import Vocabulary, built_in

OMZET = OwnField(1, "x_omzet", "Omzet", "rupiah", "penjualan")
OLD = OwnField(2, "x_lama", "Lama", "teks", "arti", retired=True)
KNOWN = Vocabulary((OMZET, OLD))


@pytest.mark.parametrize("heading", ["x_luas", " X_Luas ", "x_luas_per"])
def test_an_unknown_key_is_refused_with_those_that_there_are(heading: str) -> None:
    error = unknown_field(heading, KNOWN)
    assert error is not None
    assert "Yang ada: x_omzet." in error.remedy
    assert f'--map "{heading.strip()}="' in error.remedy


def test_a_retired_one_is_told_with_the_command_that_takes_it_up_again() -> None:
    for heading in ("x_lama", "x_lama_per"):
        error = unknown_field(heading, KNOWN)
        assert error is not None
        assert "kkmp field retire x_lama --batal" in error.remedy


@pytest.mark.parametrize("heading", ["Luas", "x", "Ya/x_", "xray", ""])
def test_any_other_heading_is_not_judged_here(heading: str) -> None:
    assert unknown_field(heading, built_in()) is None


@pytest.mark.parametrize(
    ("heading", "owner"), [("LAMA", OLD), ("x_lama", OLD), ("Omzet", None), ("Luas", None)]
)
def test_a_heading_belongs_to_the_retired_field_whose_label_or_key_it_is(
    heading: str, owner: OwnField | None
) -> None:
    assert retired_owner(heading, KNOWN) == owner
