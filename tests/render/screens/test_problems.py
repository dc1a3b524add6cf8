"""Errors of one kind are told first ones first, and how many more there are."""

from __future__ import annotations

from kkmp_cli.errors import Problem
from kkmp_cli.render.screens.problems import lines


def bad(
    row: int, column: str = "NIB", content: str = "", remedy: str = "Tulis 13 angka."
) -> Problem:
    return Problem(row, column, f"B{row}", content or f"salah {row}", "harus 13 angka", remedy, "a")


def test_the_same_error_is_told_once_with_its_cells() -> None:
    assert [*lines([bad(2, content="x"), bad(4, content="x")], several=True)] == [
        "  a: B2, B4 NIB `x`: harus 13 angka",
        "    → Tulis 13 angka.",
    ]


def test_of_a_kind_the_first_are_told_and_the_others_counted() -> None:
    told = [*lines([bad(row) for row in range(2, 1_002)], several=False, elsewhere="; di sini")]
    assert len(told) == 24 * 2 + 1
    assert told[-1] == "  … dan 976 lagi seperti itu; di sini"


def test_what_differs_in_content_and_numbers_only_is_one_kind() -> None:
    named = [
        bad(row, "Nama", f"Warga {row}", f"Lihat `Warga {row}`, atau baris {row} Warga {row}.")
        for row in range(2, 102)
    ]
    assert [*lines(named, several=False)][-1] == "  … dan 76 lagi seperti itu"


def test_kinds_beyond_so_many_are_counted_together() -> None:
    kinds = [bad(row, f"Kolom {chr(65 + row)}") for row in range(50)]
    told = [*lines(kinds, several=False)]
    assert told[-1] == "  … dan 10 kesalahan lain"
    assert len(told) == 40 * 2 + 1
