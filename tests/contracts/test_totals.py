"""Each row of totals is compared with what it totals, wherever it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Office

ON_TOP = """No;Kelurahan;NIB;Jumlah Anggota
;TOTAL;2;600
1;Cideng;sudah;175
2;Gambir;sudah;200
3;Kartini;belum;225
"""
PARTS = """No;Kecamatan/Kelurahan;NIB;Jumlah Anggota
I;Kecamatan Gambir;2;375
1;Cideng;sudah;175
2;Gambir;sudah;200
II;Kecamatan Sawah Besar;1;225
1;Kartini;sudah;225
;JUMLAH;3;600
"""
TWO_ROWS = """No;Kelurahan;NIB;Jumlah Anggota
;KEC. GAMBIR;;
;Jumlah;2;375
1;Cideng;sudah;175
2;Gambir;sudah;200
;KEC. SAWAH BESAR;;
;Jumlah;1;225
1;Kartini;sudah;225
;JUMLAH;3;600
;Mengetahui, Camat;;
"""


def told(office: Office, folder: Path, text: str) -> list[str]:
    path = folder / "isian.csv"
    path.write_text(text, encoding="utf-8")
    done = office.good("import", path, "--kota", "jakpus", "--per", "2026-11-20", "--dry-run")
    return [line.strip() for line in done.out.splitlines() if "baris jumlah" in line]


@pytest.mark.parametrize("text", [ON_TOP, PARTS, TWO_ROWS])
def test_right_totals_are_not_mentioned(pusat: Office, tmp_path: Path, text: str) -> None:
    assert told(pusat, tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "right", "wrong", "cell", "heading", "stated", "counted"),
    [
        (ON_TOP, "TOTAL;2;600", "TOTAL;3;600", "C2", "NIB", 3, 2),
        (PARTS, "Gambir;2;375", "Gambir;2;370", "D2", "Jumlah Anggota", 370, 375),
        (PARTS, "Besar;1;225", "Besar;2;225", "C5", "NIB", 2, 1),
        (PARTS, "JUMLAH;3", "JUMLAH;4", "C7", "NIB", 4, 3),
        (TWO_ROWS, "Jumlah;2;375", "Jumlah;1;375", "C3", "NIB", 1, 2),
        (TWO_ROWS, "Jumlah;1;225", "Jumlah;1;226", "D7", "Jumlah Anggota", 226, 225),
        (TWO_ROWS, "JUMLAH;3;600", "JUMLAH;3;601", "D9", "Jumlah Anggota", 601, 600),
    ],
)
def test_a_wrong_total_is_told_once_with_both_numbers(
    pusat: Office,
    tmp_path: Path,
    text: str,
    right: str,
    wrong: str,
    cell: str,
    heading: str,
    stated: int,
    counted: int,
) -> None:
    assert right in text
    assert told(pusat, tmp_path, text.replace(right, wrong)) == [
        f'{cell}: baris jumlah menulis {stated} untuk "{heading}", yang terbaca {counted}.'
    ]
