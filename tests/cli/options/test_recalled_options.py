"""The options of an import come back from what is kept of its file; what is typed wins."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli.actions.import_sheets import ImportRequest
from kkmp_cli.cli.options.import_options import Asked
from kkmp_cli.cli.options.recalled_options import kept, recalled

EVERY = ImportRequest(
    kota="jakpus",
    per=date(2026, 3, 9),
    book_year=2025,
    maps=("Mitra 2=catatan", "Ket="),
    words=("x=belum", "usaha:vakum=berhenti"),
    empty_as_belum=("nib", "usaha"),
    cells=("E4=31/10/2025", "NOVEMBER!F5="),
    skipped_rows=("7", "9"),
)


def asked(request: ImportRequest = ImportRequest(), *sheets: str, settled: str = "") -> Asked:
    return Asked(request, sheets, (), False, ("isian.csv",), settled=frozenset(settled.split()))


def test_all_that_says_how_a_file_is_read_comes_back() -> None:
    told = asked(EVERY, "NOVEMBER", settled="hari bidang:C")
    assert recalled(asked(), kept(told)) == told


def test_what_belongs_to_the_call_alone_is_not_kept() -> None:
    once = ImportRequest(overwrite=True, skip_errors=True, remember=True, reason="rapat")
    assert kept(asked(once)) == ()


def test_what_is_remembered_for_every_file_is_not_kept_of_one() -> None:
    assert {name for name, _ in kept(asked(EVERY._replace(remember=True)))} == {
        "--kota",
        "--per",
        "--tahun-buku",
        "--kosong-belum",
        "--cell",
        "--skip-row",
    }


@pytest.mark.parametrize(
    ("field", "typed", "comes"),
    [
        ("per", date(2026, 4, 1), date(2026, 4, 1)),
        ("kota", "jakut", "jakut"),
        ("empty_as_belum", ("rat_2025",), ("rat_2025",)),
        ("maps", ("KET=nib",), ("Mitra 2=catatan", "KET=nib")),
        ("cells", ("E4=1/11/2025",), ("NOVEMBER!F5=", "E4=1/11/2025")),
        ("skipped_rows", ("7", "8"), ("7", "9", "8")),
    ],
)
def test_what_is_typed_now_wins(field: str, typed: Any, comes: Any) -> None:
    now = asked(ImportRequest(**{field: typed}), "NOVEMBER")
    again = recalled(now, kept(asked(EVERY, "NOVEMBER")))
    assert getattr(again.request, field) == comes


def test_of_another_sheet_nothing_comes_back() -> None:
    now = asked(ImportRequest(), "OKTOBER")
    assert recalled(now, kept(asked(EVERY, "NOVEMBER"))) == now


@given(st.lists(st.tuples(st.text("aJx= :", min_size=1), st.sampled_from(["nib", ""])), max_size=4))
def test_to_recall_twice_is_to_recall_once(pairs: list[tuple[str, str]]) -> None:
    maps = tuple({heading: f"{heading}={name}" for heading, name in pairs}.values())
    answers = kept(asked(ImportRequest(maps=maps)))
    once = recalled(asked(), answers)
    assert recalled(once, answers).request.maps == once.request.maps
