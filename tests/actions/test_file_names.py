"""Names of places become names of files that every file system takes and tells apart."""

from __future__ import annotations

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
    assert len(made.encode()) <= 120
