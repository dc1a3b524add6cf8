"""Five sheets, each laid out as another office would: every value is that of its own cooperative."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from running import Done, Office
from sheet_files import biff_stream, ods, ods_row, xls

DAY = "2026-11-20"
Values = Mapping[str, Any]


def registered(office: Office, kota: str) -> Office:
    office.good("add", "--kota", kota, "--all", "--yes")
    return office


def values_of(office: Office, kota: str, kecamatan: str, *names: str) -> dict[str, Values]:
    listed = office.good("list", "--kota", kota, "--kecamatan", kecamatan, "--json").json
    return {each["kelurahan"]: {name: each[name] for name in names} for each in listed}


def written(office: Office, path: Path, *more: str) -> Done:
    done = office.run("import", path, *more)
    assert done.code == 0, done.err
    return done


# A business assistant's report: groups, kecamatan merged downwards, codes without points --------


def _report_of_an_assistant(path: Path) -> Path:
    names = ("Jatinegara", "Rawa Terate", "Penggilingan", "Cakung Timur", "Pulo Gebang")
    gerai = ("Operasional", "Belum buka", "Belum ada", "sewa", "Belum buka")
    obstacles = ("-", "modal", "lahan belum ada", "", "izin")
    usaha = ("buka", "belum", "", "berjalan", "")
    slow = ("tidak ada", "SDM", "", "aman", "")
    rat = (date(2026, 3, 20), "belum", "belum", "sudah", "Rencana 12 Januari 2027")
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Nov")
        bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "d mmmm yyyy"})
        sheet.merge_range(0, 0, 0, 12, "LAPORAN BULANAN BUSINESS ASSISTANT", bold)
        sheet.write(1, 0, "Keadaan per 20 November 2026")
        for at, title in enumerate(("No", "Kode", "Kecamatan", "Kelurahan")):
            sheet.merge_range(3, at, 4, at, title, bold)
        sheet.merge_range(3, 4, 3, 5, "Gerai", bold)
        sheet.merge_range(3, 6, 3, 7, "Usaha", bold)
        sheet.merge_range(3, 8, 3, 10, "Anggota", bold)
        sheet.merge_range(3, 11, 4, 11, "RAT Tahun Buku 2025", bold)
        sheet.write_row(
            4, 4, ["Status Gerai", "Kendala", "Status Usaha", "Kendala", "L", "P", "Total"]
        )
        sheet.merge_range(5, 2, 9, 2, "Cakung", bold)
        for at, name in enumerate(names):
            sheet.write(5 + at, 0, at + 1)
            sheet.write_number(5 + at, 1, 3175061001 + at)
            line = [name, gerai[at], obstacles[at], usaha[at], slow[at], 50 + at, 60, 110 + at]
            sheet.write_row(5 + at, 3, line)
            sheet.write(5 + at, 11, rat[at], *([day] if isinstance(rat[at], date) else []))
        sheet.write_row(10, 0, ["Jumlah", "", "", "", "", "", "", "", 260, 300, 560])
        sheet.write(13, 9, "Business Assistant,")
    return path


def test_the_report_of_an_assistant(office: Office, tmp_path: Path) -> None:
    registered(office, "jaktim")
    done = written(office, _report_of_an_assistant(tmp_path / "Laporan BA.xlsx"))
    assert "20 November 2026" in done.out + done.err
    names = (
        "gerai",
        "gerai_jenis",
        "gerai_kendala",
        "usaha",
        "usaha_kendala",
        "anggota",
        "rat_2025",
    )
    by_name = values_of(office, "jaktim", "Cakung", *names, "gerai_per", "rat_2025_rencana")
    assert {name: tuple(values[each] for each in names) for name, values in by_name.items()} == {
        "Jatinegara": ("sudah", None, None, "sudah", None, 110, "2026-03-20"),
        "Rawa Terate": ("sudah", None, None, "terkendala", "sdm", 111, "belum"),
        "Penggilingan": ("terkendala", None, "lahan", None, None, 112, "belum"),
        "Cakung Timur": ("sudah", "sewa", None, "sudah", None, 113, "sudah"),
        "Pulo Gebang": ("sudah", None, None, "belum", None, 114, None),
        "Ujung Menteng": (None, None, None, None, None, None, None),
        "Cakung Barat": (None, None, None, None, None, None, None),
    }
    assert by_name["Pulo Gebang"]["rat_2025_rencana"] == "2027-01-12"
    assert by_name["Rawa Terate"]["gerai_per"] == DAY


# Names as the ministry writes them, UTF-16, tabs, English months, the day in the file's name ----


def test_an_export_of_the_ministry(office: Office, tmp_path: Path) -> None:
    registered(office, "jaksel")
    rows = [
        ["Nama Koperasi", "Kecamatan", "Kota", "Tanggal Berdiri", "Tgl NIB", "No. NIB", "Usaha"],
        [
            "KOPERASI KELURAHAN MERAH PUTIH CILANDAK BARAT KECAMATAN CILANDAK",
            "Cilandak",
            "KOTA ADM. JAKARTA SELATAN",
            "31 May 2025",
            "10 Jun 2025",
            "0220012345671",
            "Sudah",
        ],
        [
            "KDKMP LEBAK BULUS",
            "Cilandak",
            "KOTA ADM. JAKARTA SELATAN",
            "31 May 2025",
            "12 Aug 2025",
            "0220012345672",
            "Belum",
        ],
        [
            "KKMP Pondok Labu Kota Administrasi Jakarta Selatan",
            "Cilandak",
            "KOTA ADM. JAKARTA SELATAN",
            "31 May 2025",
            "",
            "",
            "",
        ],
    ]
    path = tmp_path / "Data SIMKOPDES (18 Oktober 2026).csv"
    path.write_text("\n".join("\t".join(row) for row in rows) + "\n", encoding="utf-16")
    told = office.run("import", path, "--dry-run", "--map", "Tanggal Berdiri=")
    assert "--per 2026-10-18" in told.out + told.err
    written(office, path, "--map", "Tanggal Berdiri=", "--per", "2026-10-18")
    known = values_of(office, "jaksel", "Cilandak", "nib", "nib_nomor", "usaha")
    assert known["Cilandak Barat"] == {
        "nib": "2025-06-10",
        "nib_nomor": "0220012345671",
        "usaha": "sudah",
    }
    assert known["Lebak Bulus"] == {
        "nib": "2025-08-12",
        "nib_nomor": "0220012345672",
        "usaha": "belum",
    }
    assert known["Pondok Labu"] == {"nib": None, "nib_nomor": None, "usaha": None}


# Two tables below each other with other columns, in an ODS, one row hidden ----------------------


def test_two_tables_below_each_other(office: Office, tmp_path: Path) -> None:
    registered(office, "jakut")
    rows = [
        ods_row("KECAMATAN PENJARINGAN", "keadaan per 20 November 2026"),
        ods_row("No", "Kelurahan", "NIB", "NPWP"),
        ods_row("1", "Penjaringan", "sudah", "belum"),
        ods_row("2", "Kamal Muara", "belum", "sudah", more=' table:visibility="collapse"'),
        ods_row("", "Jumlah", "1", "1"),
        ods_row(""),
        ods_row("No", "NPWP", "Kelurahan", "Usaha"),
        ods_row("1", "sudah", "Pluit", "belum"),
        ods_row("2", "belum", "Pejagalan", "sudah"),
        ods_row("", "1", "Jumlah", "1"),
    ]
    done = written(office, ods(tmp_path / "penjaringan.ods", "".join(rows)))
    assert "baris 4" in (done.out + done.err).lower()
    known = values_of(office, "jakut", "Penjaringan", "nib", "npwp", "usaha")
    assert {name: tuple(values.values()) for name, values in known.items()} == {
        "Penjaringan": ("sudah", "belum", None),
        "Kamal Muara": ("belum", "sudah", None),
        "Pluit": (None, "sudah", "belum"),
        "Pejagalan": (None, "belum", "sudah"),
        "Kapuk Muara": (None, None, None),
    }


# Ticks in pairs, the total on top and wrong, in an old XLS --------------------------------------


def _ticks(path: Path, total: Sequence[float]) -> Path:
    lines: list[list[Any]] = [
        ["DATA KKMP KECAMATAN TEBET PER 20 NOVEMBER 2026"],
        ["No", "Kelurahan", "NIB", "", "Gerai", ""],
        ["", "", "Sudah", "Belum", "Ada", "Tidak"],
        ["", "JUMLAH", *total],
        [1.0, "Tebet Timur", "v", "", "v", ""],
        [2.0, "Tebet Barat", "v", "", "", "v"],
        [3.0, "Menteng Dalam", "", "v", "", "v"],
    ]
    cells = [
        (row, column, cell)
        for row, line in enumerate(lines)
        for column, cell in enumerate(line)
        if cell != ""
    ]
    return xls(path, biff_stream(cells))


def test_ticks_in_pairs(office: Office, tmp_path: Path) -> None:
    registered(office, "jaksel")
    written(office, _ticks(tmp_path / "tebet.xls", [2.0, 1.0, 1.0, 2.0]))
    known = values_of(office, "jaksel", "Tebet", "nib", "gerai")
    assert [
        tuple(known[name].values()) for name in ("Tebet Timur", "Tebet Barat", "Menteng Dalam")
    ] == [
        ("sudah", "sudah"),
        ("sudah", "belum"),
        ("belum", "belum"),
    ]


def test_a_total_on_top_that_is_wrong_is_told_once(office: Office, tmp_path: Path) -> None:
    registered(office, "jaksel")
    done = written(office, _ticks(tmp_path / "tebet.xls", [3.0, 1.0, 1.0, 2.0]), "--dry-run")
    lines = [line for line in (done.out + done.err).splitlines() if "menulis" in line]
    assert len(lines) == 1
    assert "3" in lines[0]
    assert "2" in lines[0]


# A web form answered twice, instants with a zone, a plan in a cell ------------------------------


@pytest.mark.parametrize("turned", [False, True])
def test_a_web_form_answered_twice(office: Office, tmp_path: Path, turned: bool) -> None:
    registered(office, "jaktim")
    heading = [
        "Timestamp",
        "Kelurahan",
        "Apakah koperasi sudah memiliki NIB?",
        "Apakah usaha sudah berjalan?",
        "RAT Tahun Buku 2026",
    ]
    answers = [
        ["2026-11-18T01:00:00Z", "Kayu Putih", "Belum", "Belum", "Rencana 20 Januari 2027"],
        ["2026-11-19T17:30:00Z", "Kayu Putih", "Sudah", "Sudah", "Rencana 3 Februari 2027"],
        ["2026-11-18T02:00:00Z", "Jati", "Sudah", "Tidak", "belum"],
    ]
    path = tmp_path / "jawaban.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([heading, *(reversed(answers) if turned else answers)])
    done = written(office, path)
    assert "Kayu Putih" in done.out + done.err
    known = values_of(office, "jaktim", "Pulogadung", "nib", "nib_per", "usaha", "rat_2026_rencana")
    assert known["Kayu Putih"] == {
        "nib": "sudah",
        "nib_per": DAY,
        "usaha": "sudah",
        "rat_2026_rencana": "2027-02-03",
    }
    assert known["Jati"]["nib"] == "sudah"
    assert known["Jati"]["nib_per"] == "2026-11-18"
    assert known["Jati"]["usaha"] == "belum"
