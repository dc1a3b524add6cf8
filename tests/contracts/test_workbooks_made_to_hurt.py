"""Workbooks made to hurt end in a sentence: no abort, no gigabytes, nothing of the parser's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import hurtful_workbooks as made
from running import Office

TOO_MUCH = "menjadi lebih dari 200 MB bila dibuka"
SHORTER = "Salin hanya tabelnya ke buku kerja baru, lalu simpan."
XLSX: dict[str, tuple[Callable[[Path], Path], str]] = {
    "a claim of 10^12 shared texts": (lambda path: made.claims(path, "1000000000000"), TOO_MUCH),
    "a claim of 2^64": (lambda path: made.claims(path, "18446744073709551615"), TOO_MUCH),
    "a claim in other letters": (lambda path: made.claims(path, "1&#48;00000000000"), TOO_MUCH),
    "a claim far behind": (made.claims_far_behind, TOO_MUCH),
    "a text of 32 KB in 50,000 cells": (lambda path: made.reuses(path, 32_767, 50_000), TOO_MUCH),
    "a text of 1 MB in 5,000": (lambda path: made.reuses(path, 1_000_000, 5_000), TOO_MUCH),
    "the same, spelled otherwise": (
        lambda path: made.reuses(path, 1_000_000, 5_000, "&#5{};"),
        TOO_MUCH,
    ),
    "the same with a plus": (lambda path: made.reuses(path, 1_000_000, 5_000, "+0{}"), TOO_MUCH),
    "200,000 sheets": (lambda path: made.sheets(path, 200_000), "berisi 200.000 lembar"),
    "a name of 1 MB": (lambda path: made.named(path, 1_000_000), "lebih dari 255 huruf"),
}
ODS: dict[str, tuple[Callable[[Path], Path], str]] = {
    "9,000,000 cells of one": (lambda path: made.repeats(path, 1_000, 9_000, "sudah"), TOO_MUCH),
    "1 MB in 100,000 rows": (lambda path: made.repeats(path, 100_000, 1, "a" * 10**6), TOO_MUCH),
    "10^12 blanks": (
        lambda path: made.repeats(path, 1, 1, '<text:s text:c="1000000000000"/>'),
        TOO_MUCH,
    ),
    "10^12 rows": (lambda path: made.repeats(path, 10**12, 1, "x"), "1000000000002 baris"),
}
XLS: dict[str, tuple[Callable[[Path], Path], str]] = {
    "8 KB in 200,000 cells": (
        lambda path: made.xls_reuses(path, 200_000),
        "isinya menjadi terlalu besar bila dibuka",
    ),
    "a stream in circles": (made.xls_in_circles, "terpotong atau rusak"),
}
CASES = [
    pytest.param(suffix, *case, id=f"{suffix}: {name}")
    for suffix, cases in (("xlsx", XLSX), ("ods", ODS), ("xls", XLS))
    for name, case in cases.items()
]


@pytest.mark.parametrize(("suffix", "make", "told"), CASES)
def test_it_is_refused_with_a_reason_and_what_to_do(
    pusat: Office, tmp_path: Path, suffix: str, make: Callable[[Path], Path], told: str
) -> None:
    book = make(tmp_path / f"isian.{suffix}")
    assert book.stat().st_size < 3_000_000
    done = pusat.refused("import", book, code=3)
    assert told in done.err
    assert "→ " in done.err
    assert len(done.err) < 500


@pytest.mark.parametrize("number", ["-1e300", "1e300", "inf", "-inf", "NaN", "-1", "9999999"])
def test_a_day_that_is_none_leaves_nothing_of_the_parser_on_the_screen(
    pusat: Office, tmp_path: Path, number: str
) -> None:
    done = pusat.run("import", made.dated(tmp_path / "isian.xlsx", number))
    assert done.code in (1, 3)
    assert "panicked" not in done.err + done.out
    assert "src/" not in done.err


def test_counts_that_are_missing_or_wrong_within_reason_are_no_harm(
    pusat: Office, tmp_path: Path
) -> None:
    for count in ("0", "3", "50000", "-5"):
        assert pusat.run("import", "--dry-run", made.claims(tmp_path / "a.xlsx", count)).code == 0


def test_a_long_note_in_many_cells_is_read(pusat: Office, tmp_path: Path) -> None:
    book = made.reuses(tmp_path / "isian.xlsx", 2_000, 500)
    assert pusat.run("import", book).code == 1  # `aaa…` is no kelurahan


def test_a_claim_of_texts_in_an_xls_is_not_believed(pusat: Office, tmp_path: Path) -> None:
    assert pusat.run("import", made.xls_claims(tmp_path / "isian.xls")).code in (1, 3)


def test_two_hundred_sheets_are_read(pusat: Office, tmp_path: Path) -> None:
    done = pusat.run("import", made.sheets(tmp_path / "isian.xlsx", 200))
    assert "200 lembar berisi tabel" in done.err
