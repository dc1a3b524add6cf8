"""XLS: read like any workbook, and looked at before it is parsed."""

from __future__ import annotations

from pathlib import Path

import pytest

from kkmp_cli import sheets
from kkmp_cli.errors import Unusable
from sheet_files import Cell, biff_stream, record, xls

TABLE: list[Cell] = [(1, 0, "Kelurahan"), (1, 1, "Anggota"), (2, 0, "Gambir"), (2, 1, 175.0)]


def test_xls_is_read_with_its_row_numbers(tmp_path: Path) -> None:
    rows = [
        (number, list(cells))
        for number, cells in sheets.read(xls(tmp_path / "a.xls", biff_stream(TABLE))).rows
    ]
    assert rows == [(1, ["", ""]), (2, ["Kelurahan", "Anggota"]), (3, ["Gambir", "175"])]


def test_a_cell_far_out_is_refused_before_it_is_parsed(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="mengaku berisi 65536 baris × 65536 kolom"):
        sheets.read(xls(tmp_path / "a.xls", biff_stream([*TABLE, (65_535, 65_535, 1.0)])))


def test_a_password_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="kata sandi"):
        sheets.read(xls(tmp_path / "a.xls", biff_stream(TABLE, record(0x002F, bytes(6)))))
