"""Names of places become names of files that every file system takes and tells apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli.actions.file_names import distinct, safe

FORBIDDEN = set('\\/:*?"<>|')


def test_equal_names_are_told_apart_by_their_codes() -> None:
    names = {"31.71.01": "Gambir", "31.72.01": "GAMBIR", "31.73.01": "Senen"}
    made = distinct(names, "tujuan")
    assert made == {
        "31.71.01": "Gambir (31.71.01)",
        "31.72.01": "GAMBIR (31.72.01)",
        "31.73.01": "Senen",
    }


@given(st.text())
def test_any_name_becomes_one_that_can_be_written(name: str) -> None:
    made = safe(name, "tujuan")
    assert made and not FORBIDDEN & set(made)
    assert made == made.strip(" .") and made.isprintable()
    assert len(made.encode()) <= 121


@pytest.mark.parametrize(
    "name", ["CON", "con", "Aux", "NUL", "COM1", "lpt9", "COM¹", "AUX.pdf", "nul .x.pdf", "PRN. a"]
)
def test_a_device_of_windows_is_no_name_of_a_file(name: str) -> None:
    assert safe(name, "tujuan") == f"_{name}"


@pytest.mark.parametrize("name", ["Conggeang", "Kongres", "Auxilia", "COM", "COM10", "x con"])
def test_a_name_that_begins_like_a_device_stays(name: str) -> None:
    assert safe(name, "tujuan") == name
