"""XLSX and ODS: what cells become."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from kkmp_cli import sheets
from kkmp_cli.errors import CellError, Refused, Unusable
from kkmp_cli.milestones import by_code
from kkmp_cli.parsing import identifiers
from sheet_files import ods, ods_row, rows_of, xlsx


def test_cells_become_the_text_that_the_officer_typed(tmp_path: Path) -> None:
    path = xlsx(
        tmp_path / "a.xlsx",
        Data=[
            ["Kelurahan", "Tgl NIB", "Anggota", "Bagian", "Pilot", "Catatan"],
            ["Gambir", datetime(2025, 7, 10), 175, 0.5, True, "'=1+1"],
        ],
    )
    assert rows_of(sheets.read(path))[1] == (
        2,
        ["Gambir", "2025-07-10", "175", "0,5", "TRUE", "=1+1"],
    )


def test_empty_rows_and_columns_before_the_table_keep_its_place(tmp_path: Path) -> None:
    path = xlsx(
        tmp_path / "a.xlsx",
        Data=[[], [], ["", "", "Kelurahan", "NIB"], [], ["", "", "Gambir", "sudah"]],
    )
    assert rows_of(sheets.read(path))[2] == (3, ["", "", "Kelurahan", "NIB"])
    assert rows_of(sheets.read(path))[4] == (5, ["", "", "Gambir", "sudah"])


def test_a_column_of_many_kinds_becomes_the_same_texts_as_its_cells_one_by_one(
    tmp_path: Path,
) -> None:
    day, hour = datetime(2025, 7, 10), datetime(2025, 7, 10, 8, 30)
    kinds: list[Any] = ["a", "", "'=x", "'a", 1, True, 1.5, 0, False, day, hour]
    told = ["a", "", "=x", "'a", "1", "TRUE", "1,5", "0", "FALSE", "2025-07-10", "2025-07-10 08:30"]
    words = [f"kata {number}" for number in range(130)]
    words[100] = "'=1"
    lines = [[word, kinds[at % len(kinds)]] for at, word in enumerate(words)]
    rows = rows_of(sheets.read(xlsx(tmp_path / "a.xlsx", Data=[["Kelurahan", "NIB"], *lines])))
    assert [number for number, _ in rows] == list(range(1, 132))
    texts = [[word.replace("'=1", "=1"), told[at % len(told)]] for at, word in enumerate(words)]
    assert [row for _, row in rows[1:]] == texts


def test_a_number_of_more_than_fifteen_digits_is_no_identifier(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", Data=[["Kelurahan", "NPWP"], ["Gambir", 1234567890123456]])
    text = rows_of(sheets.read(path))[1][1][1]
    assert text == "1,23456789012346E+15"
    npwp = by_code("npwp")
    assert npwp is not None and npwp.number is not None
    with pytest.raises(CellError, match="dirusak Excel"):
        identifiers.read_number(text, npwp.number)


def test_the_name_of_a_file_does_not_matter(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", Data=[["Kelurahan"], ["Gambir"]]).rename(
        tmp_path / "isian.csv"
    )
    assert sheets.read(path).name == "Data"


def test_every_flipped_byte_of_a_workbook_is_read_or_refused_in_words(
    tmp_path: Path, capfd: Any
) -> None:
    whole = xlsx(tmp_path / "a.xlsx", Data=[["Kelurahan"], ["Gambir"]]).read_bytes()
    for place in range(0, len(whole), max(len(whole) // 200, 1)):
        (tmp_path / "b.xlsx").write_bytes(
            whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :]
        )
        try:
            rows_of(sheets.read(tmp_path / "b.xlsx"))
        except (Unusable, Refused) as refused:
            assert refused.remedy
    assert capfd.readouterr().err == ""


def test_ods_is_read_with_the_empty_rest_that_it_declares(tmp_path: Path) -> None:
    empty = '<table:table-cell table:number-columns-repeated="16384"/>'
    rest = f'<table:table-row table:number-rows-repeated="1048574">{empty}</table:table-row>'
    path = ods(tmp_path / "a.ods", ods_row("Kelurahan", "NIB") + ods_row("Gambir", "sudah") + rest)
    assert rows_of(sheets.read(path)) == [(1, ["Kelurahan", "NIB"]), (2, ["Gambir", "sudah"])]
