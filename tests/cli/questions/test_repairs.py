"""What all questions about wrong rows share: how a row is called and shown, and where an answer goes."""

from __future__ import annotations

import shlex
from pathlib import Path

from running import Office
from sheet_files import xlsx
from talks import CELL, CHOICE, WRITE, answered, begin


def test_in_a_workbook_of_several_sheets_the_sheet_stands_before_the_cell(
    pusat: Office, tmp_path: Path
) -> None:
    heads = ["Kelurahan", "NIB"]
    path = xlsx(
        tmp_path / "isian.xlsx",
        **{"Data 1": [heads, ["Cideng", "x 5 x"]], "Data2": [heads, ["Gambir", "belum"]]},
    )
    terminal = begin(pusat, path, "--sheet", "semua")
    answered(terminal, (CHOICE, ""), (CELL, "sudah"), (WRITE, "y"))
    assert terminal.end() == 0
    printed = shlex.split(terminal.said.split("tanpa ditanya lagi:")[1])
    assert printed[printed.index("--cell") + 1] == "'Data 1'!B2=sudah"
    assert pusat.good("show", "Cideng", "--json").json["nib"] == "sudah"
