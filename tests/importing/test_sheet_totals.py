"""The numbers of closing rows beside what was read above them."""

from __future__ import annotations

import pytest

from office_sheets import (
    read_text,
    values_of,
)


def test_a_subtotal_closes_nothing() -> None:
    text = (
        "No;Kelurahan;NIB\n1;Gambir;sudah\n;Jumlah;1\n1;Kartini;sudah\n2;Karang "
        "Anyar;belum\n;Jumlah;1\n;TOTAL;2"
    )
    reading = read_text(text)
    assert set(values_of(reading)) == {"Gambir", "Kartini", "Karang Anyar"}


def test_a_closing_row_that_disagrees_is_told() -> None:
    (difference,) = (
        read_text("Kelurahan;NIB;Anggota\nGambir;sudah;10\nCideng;belum;5\nTotal;2;15")
        .files[0]
        .differences
    )
    assert (difference.cell, difference.field, difference.stated, difference.read) == (
        "B4",
        "nib",
        2,
        1,
    )


PARTS = (
    "No;Kelurahan;Gerai;Usaha;Anggota\nKecamatan "
    "Gambir;;;;\n1;Gambir;ada;sudah;10\n2;Cideng;ada;belum;20\n"
    ";Jumlah;{};1;{}\nKecamatan "
    "Menteng;;;;\n1;Menteng;ada;sudah;5\n2;Cikini;belum;belum;6\n;Jumlah;1;1;11\n"
    ";TOTAL;{};2;{}\n;;;Mengetahui,;"
)


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ((2, 30, 3, 41), []),
        ((1, 31, 4, 41), [("C5", 1, 2), ("E5", 31, 30), ("C10", 4, 3)]),
        ((2, 30, 3, 40), [("E10", 40, 41)]),
    ],
)
def test_each_jumlah_row_is_compared_with_its_part_and_the_total_with_all(
    stated: tuple[int, ...], told: list[tuple[str, int, int]]
) -> None:
    differences = read_text(PARTS.format(*stated)).files[0].differences
    assert [(one.cell, one.stated, one.read) for one in differences] == told


def test_a_jumlah_row_is_not_compared_while_a_row_is_rejected_and_that_is_told() -> None:
    (file,) = read_text("Kelurahan;Gerai;Usaha\nSenen;ada;x\nMenteng;ada;ya\nJUMLAH;5;2").files
    assert (file.differences, file.uncompared) == ((), True)
