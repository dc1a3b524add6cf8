"""Kinds of unit usaha and names of partners in one cell."""

from __future__ import annotations

import pytest

from kkmp_cli.errors import CellError
from kkmp_cli.parsing import lists


def test_units_are_kept_in_official_order_and_a_signed_list_changes_the_held_one() -> None:
    assert lists.read_units("apotek, Kios Sembako; simpan pinjam") == "sembako;simpan_pinjam;apotek"
    assert lists.read_units("+klinik -apotek") == "+klinik;-apotek"
    assert lists.apply_units("sembako;apotek", "+klinik;-apotek") == "sembako;klinik"
    assert lists.apply_units(None, "+klinik") == "klinik"
    assert lists.apply_units("klinik", "-klinik") is None
    assert lists.apply_units("klinik", "sembako") == "sembako"


@pytest.mark.parametrize("text", ["klinik;+apotek", "warteg", ";", "kios dan apotek"])
def test_units_that_are_unknown_mixed_or_none_are_refused(text: str) -> None:
    with pytest.raises(CellError):
        lists.read_units(text)


def test_names_are_separated_by_semicolons_else_by_commas() -> None:
    assert lists.read_names("Bulog, Bank Mandiri") == "Bulog;Bank Mandiri"
    assert lists.read_names("PT A, Tbk.; Bulog; Bulog") == "PT A, Tbk.;Bulog"
    assert lists.split_list(lists.read_names("PT A, Tbk.;")) == ["PT A, Tbk."]


def test_signs_for_nothing_are_no_names_of_a_list() -> None:
    assert lists.read_names("Bulog, -, n/a") == "Bulog"
    for text in ("-,", "?;?", "(kosongkan);"):
        with pytest.raises(CellError, match="tidak berisi nama"):
            lists.read_names(text)
