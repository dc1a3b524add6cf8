"""Sheets as offices fill them → intents and problems with every bad cell."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli import sheets
from kkmp_cli.importing import ImportOptions, read_rows
from kkmp_cli.model.vocabulary import built_in
from office_sheets import (
    INDEX,
    OFFICE,
    TODAY,
    YEAR,
    read_text,
    values_of,
)


def test_a_sheet_of_an_office_is_understood() -> None:
    reading = read_text(OFFICE)
    assert values_of(reading) == {
        "Gambir": {
            "sk_kemenkop_nomor": "AHU-0001234.AH.01.29.TAHUN 2025",
            "sk_kemenkop": "2025-06-10",
            "nib": "2025-07-10",
            "usaha": "belum",
            "usaha_kendala": "tempat",
            "anggota": "1250",
        },
        "Cideng": {
            "nib_nomor": "8120012345678",
            "usaha": "sudah",
            "usaha_kendala": None,
            "anggota": "12",
        },
        "Karang Anyar": {"sk_kemenkop": "2025-06", "nib": "belum", "usaha": "proses"},
    }
    (file,) = reading.files
    assert (file.heading_row, file.per, file.per_from, file.rows) == (
        5,
        date(2025, 10, 31),
        "berkas",
        3,
    )
    assert all(intent.per == file.per and intent.explicit for intent in reading.intents)
    assert file.meanings["SK Badan Hukum Nomor"] == "sk_kemenkop_nomor"
    assert file.meanings["SK Badan Hukum Tanggal"] == "sk_kemenkop"
    assert file.numbers == {"NIB": 1}
    assert (file.closing_row, file.below_closing, file.differences) == (13, 2, ())
    assert ("Kendala", "usaha_kendala") in file.assumed


WORDS = st.sampled_from(
    ["", "sudah", "belum", "-", "2025-08", "1/2/2026", "x", "12", "(kosongkan)", "JUMLAH", "  "]
)


NAMES = st.sampled_from(["Gambir", "Cideng", "Kartini", "", "Kartono", "Kec. Gambir"])


@given(st.lists(st.tuples(NAMES, WORDS, WORDS), max_size=8))
def test_every_filled_row_is_a_statement_a_problem_or_a_group(
    rows: list[tuple[str, str, str]],
) -> None:
    text = "\n".join(["Kelurahan;NIB;RAT", *(";".join(row) for row in rows)])
    reading = read_text(text)
    (file,) = reading.files
    stated = {intent.source.row for intent in reading.intents if intent.source}
    assert not stated & file.rejected
    assert {problem.row for problem in reading.problems if problem.row > 1} == file.rejected
    closing = file.closing_row or len(rows) + 2
    for at, (name, *_) in enumerate(rows, 2):
        if (
            at < closing
            and any(cell.strip() for cell in rows[at - 2][1:])
            and name in ("Gambir", "Cideng", "Kartini")
        ):
            assert at in stated | file.rejected


def test_files_are_read_from_disk_the_same_way(tmp_path: Path) -> None:
    path = tmp_path / "isian.csv"
    path.write_bytes(OFFICE.strip("\n").encode("cp1252", errors="replace").replace(b"?", b"v"))
    reading = read_rows([sheets.read(path)], INDEX, ImportOptions(built_in(), YEAR), TODAY)
    assert {intent.area.kelurahan for intent in reading.intents} == {
        "Gambir",
        "Cideng",
        "Karang Anyar",
    }
