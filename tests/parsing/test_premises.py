"""Whose room a gerai stands in, in words."""

from __future__ import annotations

import pytest

from kkmp_cli.errors import CellError
from kkmp_cli.parsing.premises import KINDS, read_kind


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_reads_back_as_itself(kind: str) -> None:
    assert read_kind(kind) == read_kind(kind.replace("_", " ").upper()) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Menumpang", "pinjam"),
        ("menumpang di Pos RW", "pinjam"),
        ("Kantor Kelurahan", "pinjam"),
        ("pinjam pakai", "pinjam"),
        ("pinjam tempat RW", "pinjam"),
        ("Hibah Pemprov", "hibah"),
        ("Sewa ruko", "sewa"),
        ("Milik Koperasi", "milik_sendiri"),
        ("(hibah)", "hibah"),
        ("bangunan program", "bangunan_program"),
    ],
)
def test_words_in_use_say_the_kind(text: str, kind: str) -> None:
    assert read_kind(text) == kind


@pytest.mark.parametrize(
    "text", ["sewa atau pinjam", "mau sewa", "belum sewa", "sewa habis", "RW", "x"]
)
def test_words_that_leave_it_open_are_refused(text: str) -> None:
    with pytest.raises(CellError, match="bukan jenis tempat gerai"):
        read_kind(text)
