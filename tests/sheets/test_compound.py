"""The container of an XLS file: whole, cut anywhere, or broken."""

from __future__ import annotations

from pathlib import Path

from kkmp_cli import sheets
from kkmp_cli.errors import Unusable
from sheet_files import Cell, biff_stream, xls

TABLE: list[Cell] = [(1, 0, "Kelurahan"), (1, 1, "Anggota"), (2, 0, "Gambir"), (2, 1, 175.0)]


def test_every_cut_is_refused_in_words_or_read(tmp_path: Path) -> None:
    whole = xls(tmp_path / "a.xls", biff_stream(TABLE)).read_bytes()
    for length in range(8, len(whole), 97):
        (tmp_path / "b.xls").write_bytes(whole[:length])
        try:
            list(sheets.read(tmp_path / "b.xls").rows)
        except Unusable as refused:
            assert refused.remedy
