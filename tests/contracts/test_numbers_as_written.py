"""`1,000` is never one, and a number that ends in `.0` never an identifier, wherever it is typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Office

WHEN = ("--kota", "jakpus", "--mulai", "2026-03-01")
PRESS = ("--kota", "jakpus", "--per", "2026-03-01", "--sumber", "Antara")


@pytest.mark.parametrize(
    "typed",
    [
        ("update", "Cideng", "--anggota", "1,000"),
        ("training", "add", "Latihan", *WHEN, "--peserta", "1,000"),
        ("training", "update", "1", "--peserta", "1,000"),
        ("training", "attend", "1", "Cideng", "--pengurus", "1,000"),
        ("target", "set", "usaha", "2026-12-31", "--kota", "jakpus", "--nilai", "1,000"),
        ("figure", "add", "usaha", "1,000", *PRESS),
    ],
)
def test_a_comma_before_three_digits_is_refused_by_every_command(
    pusat: Office, typed: tuple[str, ...]
) -> None:
    pusat.good("training", "add", "Latihan", *WHEN)
    pusat.refused(*typed)


@pytest.mark.parametrize("count", ["1,000", "3.0"])
def test_a_list_of_attendance_refuses_it_too(pusat: Office, tmp_path: Path, count: str) -> None:
    pusat.good("training", "add", "Latihan", *WHEN)
    path = tmp_path / "hadir.csv"
    path.write_text(f"kelurahan;organ;jumlah\nCideng;pengurus;{count}\n", encoding="utf-8")
    before = pusat.state()
    assert pusat.run("training", "import", "1", path).code == 1
    assert pusat.state() == before


@pytest.mark.parametrize(
    "heading",
    [
        "NIB",
        "No. NIB",
        "NPWP",
        "No. NPWP",
        "Rekening",
        "No. Rekening",
        "Bank",
        "NIK Koperasi",
        "No. SK",
        "SK AHU",
        "No. HP",
    ],
)
@pytest.mark.parametrize("text", ["1234567890.0", "1234567890123.0", "123456789012345.00"])
def test_no_column_takes_a_number_that_ends_in_point_zero(
    pusat: Office, tmp_path: Path, heading: str, text: str
) -> None:
    path = tmp_path / "isian.csv"
    path.write_text(f"Kelurahan;{heading}\nCideng;{text}\n", encoding="utf-8")
    before = pusat.state()
    assert pusat.run("import", path).code == 1
    assert pusat.state() == before
