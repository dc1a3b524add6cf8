"""The day of which a sheet speaks, by the rows above its heading."""

from __future__ import annotations

from datetime import date

import pytest

from kkmp_cli.importing.titles import in_name
from office_sheets import (
    TODAY,
    only_problem,
    read_text,
)


def test_the_day_of_a_statement_is_the_option_then_the_title_then_today() -> None:
    text = "Posisi s.d. Januari 2026;\nKelurahan;NIB\nGambir;sudah"
    assert read_text(text).files[0].per == date(2026, 1, 31)
    assert read_text(text, per=date(2026, 2, 1)).files[0].per == date(2026, 2, 1)
    (file,) = read_text("Kelurahan;NIB\nGambir;sudah").files
    assert (file.per, file.per_from) == (TODAY, "bawaan")
    assert not read_text("Kelurahan;NIB\nGambir;sudah").intents[0].explicit


@pytest.mark.parametrize(
    "title",
    [
        "Keadaan per 31 Oktober 2025",
        "PER TANGGAL 31-10-2025",
        "Data per Oktober 2025 (sementara)",
        "Keadaan per tanggal;31/10/2025",
        "Posisi: 31 Okt 2025",
        "Rekap per kecamatan, keadaan per 31 Oktober 2025",
    ],
)
def test_the_day_in_a_title_is_found(title: str) -> None:
    assert read_text(f"{title};\nKelurahan;NIB\nGambir;sudah").files[0].per == date(2025, 10, 31)


@pytest.mark.parametrize(
    "title", ["Rekap per kecamatan 2025", "Laporan tahun 2025", "Rapat 10 Januari 2026"]
)
def test_other_words_of_a_title_are_no_day(title: str) -> None:
    assert read_text(f"{title};\nKelurahan;NIB\nGambir;sudah").files[0].per_from == "bawaan"


def test_a_title_of_a_day_to_come_or_of_two_days_is_refused() -> None:
    for title in ("Keadaan per 31 Desember 2026", "Keadaan per 1 Januari 2026;per 1 Februari 2026"):
        reading = read_text(f"{title};\nKelurahan;NIB\nGambir;sudah")
        assert reading.blocked and "--per" in only_problem(reading).remedy


@pytest.mark.parametrize(
    ("title", "per"),
    [
        ("Bulan : Februari 2026", date(2026, 2, 28)),
        ("LAPORAN BULAN MARET 2026", TODAY),
        ("Keadaan s.d. akhir bulan Januari 2026", date(2026, 1, 31)),
        ("Periode Januari 2026;Per 5 Februari 2026", date(2026, 2, 5)),
        ("Periode 2025", None),
        ("Rencana bulan April 2026", None),
        ("Bulan Januari 2026;Bulan Februari 2026", None),
    ],
)
def test_a_month_in_the_title_is_the_day_where_no_day_is_named(
    title: str, per: date | None
) -> None:
    (file,) = read_text(f"{title}\nKelurahan;NIB\nGambir;sudah").files
    assert file.title_per == per


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Update 31 Oktober 2025", ["2025-10-31"]),
        ("Jakarta, 9 November 2025", ["2025-11-09"]),
        ("Rapat 1 - 31 Oktober 2025; hadir 44", ["2025-10-31"]),
        ("Tahun 2025, 44 kelurahan", []),
        ("Keadaan per 31 Oktober 2025", []),
        ("Batas 31 Desember 2099", []),
    ],
)
def test_a_day_in_a_title_that_is_not_taken_for_the_per_is_told(
    title: str, told: list[str]
) -> None:
    reading = read_text(f"{title}\nKelurahan;NIB\nGambir;sudah")
    assert [day.isoformat() for day in reading.files[0].mentioned] == told


@pytest.mark.parametrize(
    ("file", "days"),
    [
        ("/x/Data KKMP (09 Maret 2026).xlsx", ["2026-03-09"]),
        ("Rekap KKMP Sawah Besar Feb 2026.xlsx", ["2026-02-28"]),
        ("isian_20260225.csv", ["2026-02-25"]),
        ("isian 25022026 (1).csv", ["2026-02-25"]),
        ("isian_25_02_2026.ods", ["2026-02-25"]),
        ("Data 2026-02-25.xls", ["2026-02-25"]),
        ("Tambora 25 Nop.xlsx", ["2025-11-25"]),
        ("Tambora 5-Mar.xlsx", ["2026-03-05"]),
        ("KKMP 1 Januari 2026 sd 31 Januari 2026.csv", ["2026-01-01", "2026-01-31"]),
        ("Isian Gambir (1).xlsx", []),
        ("Data KKMP 2026.xlsx", []),
        ("Data 12 Mei 2027.xlsx", []),
        ("SK 31 Mei 2006.xlsx", []),
        ("RW 05 Cideng.csv", []),
        ("masukan standar", []),
    ],
)
def test_the_name_of_a_file_may_carry_a_day(file: str, days: list[str]) -> None:
    assert [day.isoformat() for day in in_name(file, date(2026, 3, 10))] == days
