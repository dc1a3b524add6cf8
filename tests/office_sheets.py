"""Sheets written as texts, one row a line, read against the list of Jakarta."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from datetime import date
from typing import Any

from kkmp_cli import settings
from kkmp_cli.areas.index import AreaIndex
from kkmp_cli.errors import Problem
from kkmp_cli.importing import ImportOptions, ReadResult, read_rows
from kkmp_cli.model.area import Area
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.sheets import Sheet

TODAY = date(2026, 3, 10)
YEAR = 2025
OFFICE = """
REKAP PERKEMBANGAN KKMP;;;;;;;;
KEADAAN PER 31 OKTOBER 2025;;;;;;;;
;;;;;;;;
No;Nama Kelurahan;SK Badan Hukum;;NIB;Tgl NIB;Usaha Berjalan;Kendala;Jumlah Anggota
;;Nomor;Tanggal;;;;;
1;2;3;4;5;6;7;8;9
I;KECAMATAN GAMBIR;;;;;;;
1;Gambir;AHU-0001234.AH.01.29.TAHUN 2025;10/6/2025;sudah;10 Juli 2025;belum;belum ada tempat;1.250
2;Cideng;;;8120012345678;;✓;-;12 orang

II;Kec. Sawah Besar;;;;;;;
1;Karang Ayar;;Juni 2025;belum;-;proses;;
;JUMLAH;1;2;2;;1;;1.262
;Jakarta, 31 Oktober 2025;;;;;;;
;Kepala Suku Dinas;;;;;;;
"""
"""What an office sends: titles, headings in two rows, groups, a total, a signature."""


def _listed(name: str) -> list[dict[str, str]]:
    with (settings.shipped_data() / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


AREAS = [Area(number, **row) for number, row in enumerate(_listed("areas.csv"), 1)]
INDEX = AreaIndex(AREAS, [(row["kode"], row["alias"]) for row in _listed("aliases.csv")])


def sheet_of(text: str, file: str = "isian.csv", separator: str = ";") -> Sheet:
    """The rows of a text, one a line; a cell holds no separator."""
    lines = text.strip("\n").split("\n")
    return Sheet(
        file,
        None,
        "utf-8",
        separator,
        [(at, line.split(separator)) for at, line in enumerate(lines, 1)],
    )


def read_text(*texts: str, index: AreaIndex = INDEX, **options: Any) -> ReadResult:
    files = [
        sheet_of(text, f"isian{at}.csv" if at else "isian.csv") for at, text in enumerate(texts)
    ]
    return read_rows(files, index, ImportOptions(built_in(), YEAR, **options), TODAY)


def values_of(reading: ReadResult) -> dict[str, Mapping[str, str | None]]:
    assert not reading.problems
    return {intent.area.kelurahan: intent.values for intent in reading.intents}


def problems_of(reading: ReadResult) -> list[tuple[int, str, str]]:
    return [(problem.row, problem.cell, problem.content) for problem in reading.problems]


def only_problem(reading: ReadResult) -> Problem:
    (problem,) = reading.problems
    assert problem.remedy
    return problem
