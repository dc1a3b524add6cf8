"""What each column of an attendance list means."""

from __future__ import annotations

import pytest

from kkmp_cli.errors import Refused
from kkmp_cli.importing.attendance import attendance_headings as headings
from office_sheets import sheet_of


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Jumlah Pengurus yang Hadir", "pengurus"),
        ("Jml. Pengawas (orang)", "pengawas"),
        ("Pengurus/Pengawas", "organ"),
        ("Jumlah Pengurus dan Pengawas", "jumlah"),
        ("Total", "jumlah"),
        ("Hadir/Tidak", "hadir"),
        ("Tidak Hadir", "tidak_hadir"),
        ("Asal Kelurahan", "kelurahan"),
        ("Nama Koperasi", "koperasi"),
        ("NIB", None),
        ("Jumlah Uang", None),
        ("", None),
    ],
)
def test_a_heading_is_known_by_its_words(heading: str, name: str | None) -> None:
    assert headings.meaning(heading) == name


def test_what_is_not_read_is_told_apart_from_what_says_nothing() -> None:
    seen = headings.understand(sheet_of("No;Kelurahan;Jumlah;Paraf;Entah\n1;Gambir;2;;"))
    assert [column.name for column in seen.columns] == ["kelurahan", "jumlah"]
    assert (seen.ignored, seen.unknown) == (("No", "Paraf"), (("E", "Entah"),))


def test_the_name_of_the_cooperative_stands_in_for_a_missing_kelurahan() -> None:
    seen = headings.understand(sheet_of("No;Nama Koperasi;Jumlah\n1;KKMP Gambir;2"))
    assert seen.positions["kelurahan"] == seen.positions["koperasi"] == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nama;Jabatan\nA;Ketua", "tidak ada kolom kelurahan atau kode"),
        ("Kelurahan;Jumlah;Total\nGambir;1;2", "sama-sama berarti `jumlah`"),
    ],
)
def test_a_list_that_cannot_be_read_is_refused(text: str, words: str) -> None:
    with pytest.raises(Refused, match=words):
        headings.understand(sheet_of(text))
