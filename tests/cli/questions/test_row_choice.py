"""Of several rows on one cooperative the officer says which counts; the others are left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Office
from talks import CHOICE, ROW, WRITE, sheet_of, talk

TEXT = "Kelurahan;NIB;NPWP\nCideng;sudah;belum\nGambir;belum;belum\nCideng;proses;belum\n"


@pytest.mark.parametrize(("answer", "nib"), [("1", "sudah"), ("2", "proses"), ("lewati", None)])
def test_the_chosen_row_counts(pusat: Office, tmp_path: Path, answer: str, nib: str | None) -> None:
    steps = ((CHOICE, ""), (ROW, ""), (ROW, answer))
    write = () if answer == "lewati" else ((WRITE, "y"),)
    told = talk(pusat, sheet_of(tmp_path, TEXT), *steps, *write, code=1)
    assert (
        "Cideng (31.71.01.1002) ada di 2 baris: 1 baris 2: NIB sudah 2 baris 4: NIB proses" in told
    )
    assert pusat.good("show", "Cideng", "--json").json["nib"] == nib
    assert pusat.good("show", "Gambir", "--json").json["nib"] == "belum"


def test_of_equal_rows_enter_takes_the_first(pusat: Office, tmp_path: Path) -> None:
    text = "Kelurahan;NIB\nCideng;sudah\nCideng;sudah\nGambir;belum\n"
    told = talk(pusat, sheet_of(tmp_path, text), (CHOICE, ""), (ROW, ""), (WRITE, "y"), code=1)
    assert "isinya sama" in told
    assert "--skip-row 3 --yes" in told
