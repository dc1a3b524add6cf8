"""What was understood of a file, in words."""

from __future__ import annotations

from import_results import take
from kkmp_cli.render.screens import import_, understanding


def test_what_was_understood_comes_first_in_two_lines() -> None:
    first, second, *_ = import_.as_text(
        take("Keadaan per 31 Januari 2026\nKel.;NIB\nGambir;sudah"), True
    ).split("\n")
    assert first == (
        "isian.csv: judul di baris 2, UTF-8, pemisah titik koma, "
        "keadaan per 31 Januari 2026 (dari judul berkas), 1 baris data"
    )
    assert second == "  Dibaca: Kel. → Kelurahan, NIB"


def test_a_number_proves_its_milestone_only_where_nothing_else_is_said() -> None:
    text = "Kelurahan;NIB\nGambir;8120012345678\nCideng;8120012345679"
    told = import_.as_text(take(text, {1: {"nib": "proses"}}), True)
    line = 'Kolom "NIB": 2 nomor → nib_nomor, nib = sudah, kecuali baris atau catatan berkata lain'
    assert line in told
    told = import_.as_text(take("Kelurahan;No NIB\nGambir;8120012345678"), True)
    assert (
        'Kolom "No NIB": nomor → nib_nomor, nib = sudah, kecuali baris atau catatan berkata lain'
        in told
    )


def test_a_heading_about_a_person_is_only_offered_to_be_left_out() -> None:
    told = import_.as_text(take("Kelurahan;NIB;NIK Ketua\nGambir;sudah;Siti"), True)
    assert (
        'Kolom C "NIK Ketua" tidak dikenal, tidak dibaca; agar tidak disebut lagi: --map '
        '"NIK Ketua="' in told
    )


def test_counts_of_empty_cells_are_written_as_numbers_are_here() -> None:
    (file,) = take("Kelurahan;NIB\nGambir;sudah\nCideng;\n").reading.files
    assert "NIB 1. Bila" in "\n".join(understanding.lines(file))
    assert "NIB 20.904. Bila" in "\n".join(
        understanding.lines(file._replace(empty={"nib": 20_904}))
    )


def test_numbers_side_by_side_are_told_together() -> None:
    assert [*understanding.spans([5, 6, 7, 9])] == ["5-7", "9"]
    assert [*understanding.spans([])] == []
