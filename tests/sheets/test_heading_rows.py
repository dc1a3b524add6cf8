"""Whether a row below a heading is surely its lower part."""

from __future__ import annotations

import pytest

from kkmp_cli.sheets.heading_rows import begins_table, surely_heading

FIELDS = {"kelurahan": "kelurahan", "nama": "nama", "nib": "nib", "npwp": "npwp"}


@pytest.mark.parametrize(
    ("lines", "sure"),
    [
        (("Kelurahan|NIB|", "|Nomor|Tanggal"), True),
        (("Kelurahan|Anggota", "|(orang)"), True),
        (("Kelurahan|Izin||", "|NIB|NPWP|"), True),
        (("Izin|Status", "Kelurahan|Nomor"), True),
        (("Kelurahan|NIB|", "Gambir|sudah|belum"), False),
        (("Kelurahan|NIB|", "|sudah|12"), False),
        (("REKAP KOPERASI TAHUN INI", "Kelurahan|NIB"), False),
    ],
)
def test_only_what_no_row_of_data_can_be_is_surely_heading(
    lines: tuple[str, ...], sure: bool
) -> None:
    levels = [line.split("|") for line in lines]
    keys = frozenset(("kelurahan", "nama"))
    assert surely_heading(levels, lambda text: FIELDS.get(text.casefold()), keys) is sure


@pytest.mark.parametrize(
    ("row", "begins"),
    [
        ("No|Kelurahan|Aset", True),
        ("Kelurahan|NIB|Mei 2026", True),
        ("NIB|NPWP", True),
        ("Kelurahan|Jan-26|Feb-26", True),
        ("Nama|Jabatan|Telepon", False),
        ("Kecamatan|NIB|Jumlah", True),
        ("Kecamatan|Gambir", False),
        ("Kelurahan|: Gambir", False),
        ("Gambir|sudah|NIB", False),
        ("Catatan|NIB", False),
    ],
)
def test_a_row_of_headings_begins_a_table(row: str, begins: bool) -> None:
    known = {**FIELDS, "kecamatan": "kecamatan"}
    assert begins_table(row.split("|"), lambda text: known.get(text.casefold())) is begins
