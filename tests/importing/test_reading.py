"""Sheets as offices fill them → statements and problems (contract, section 5)."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli import milestones, settings, sheets
from kkmp_cli.areas.index import AreaIndex
from kkmp_cli.errors import CellError, Problem, Refused
from kkmp_cli.importing import Options, ReadResult, absent, read_rows
from kkmp_cli.importing.cell_values import Memo
from kkmp_cli.importing.columns import Column
from kkmp_cli.milestones import MILESTONES
from kkmp_cli.model import vocabulary
from kkmp_cli.model.area import Area
from kkmp_cli.sheets import Sheet

TODAY = date(2026, 3, 10)
YEAR = 2025


def _listed(name: str) -> list[dict[str, str]]:
    with (settings.shipped_data() / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


AREAS = [Area(number, **row) for number, row in enumerate(_listed("areas.csv"), 1)]
INDEX = AreaIndex(AREAS, [(row["kode"], row["alias"]) for row in _listed("aliases.csv")])


def _sheet(text: str, file: str = "isian.csv", separator: str = ";") -> Sheet:
    """The rows of a text, one a line; a cell holds no separator."""
    lines = text.strip("\n").split("\n")
    return Sheet(
        file,
        None,
        "utf-8",
        separator,
        [(at, line.split(separator)) for at, line in enumerate(lines, 1)],
    )


def _read(*texts: str, index: AreaIndex = INDEX, **options: Any) -> ReadResult:
    files = [_sheet(text, f"isian{at}.csv" if at else "isian.csv") for at, text in enumerate(texts)]
    return read_rows(files, index, Options(YEAR, **options), TODAY)


def _values(reading: ReadResult) -> dict[str, Mapping[str, str | None]]:
    assert not reading.problems
    return {intent.area.kelurahan: intent.values for intent in reading.intents}


def _wrong(reading: ReadResult) -> list[tuple[int, str, str]]:
    return [(problem.row, problem.cell, problem.content) for problem in reading.problems]


def _only(reading: ReadResult) -> Problem:
    (problem,) = reading.problems
    assert problem.remedy
    return problem


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


def test_a_sheet_of_an_office_is_understood() -> None:
    reading = _read(OFFICE)
    assert _values(reading) == {
        "Gambir": {
            "sk_kemenkop_nomor": "AHU-0001234.AH.01.29.TAHUN 2025",
            "sk_kemenkop": "2025-06-10",
            "nib": "2025-07-10",
            "usaha": "belum",
            "usaha_kendala": "tempat",
            "anggota": "1250",
        },
        "Cideng": {"nib_nomor": "8120012345678", "usaha": "sudah", "anggota": "12"},
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


SUBTOTALS = """No;Kelurahan;NIB
I;KEC. GAMBIR;
1;Gambir;sudah
;JUMLAH GAMBIR;1
II;KEC. SENEN;
1;Kenari;sudah
2;Kramat;belum
;JUMLAH SENEN;1
;TOTAL;2
;Kasudin PPKUKM;
"""


def test_a_kecamatan_below_a_subtotal_begins_the_next_part() -> None:
    reading = _read(SUBTOTALS)
    assert _values(reading) == {
        "Gambir": {"nib": "sudah"},
        "Kenari": {"nib": "sudah"},
        "Kramat": {"nib": "belum"},
    }
    assert (reading.files[0].closing_row, reading.files[0].below_closing) == (8, 1)


def test_a_row_below_a_subtotal_whose_name_cannot_be_read_is_an_error() -> None:
    reading = _read(SUBTOTALS.replace("2;Kramat;belum", "2;Kramatt;belum"))
    assert [(problem.row, problem.cell) for problem in reading.problems] == [(7, "B7")]
    reading = _read(SUBTOTALS.replace("Kasudin PPKUKM;", "Kasudin PPKUKM;10 Maret 2026"))
    assert reading.problems == ()


def test_every_place_of_a_statement_is_known() -> None:
    (gambir, *_) = _read(OFFICE).intents
    assert gambir.source is not None and gambir.source.name == "isian.csv"
    assert gambir.source.row == 8
    assert gambir.source.cells["anggota"] == ("Jumlah Anggota", "I8")
    assert gambir.source.cells["nib_nomor"] == ("NIB", "E8")


def test_every_field_of_the_vocabulary_is_a_heading() -> None:
    names = [
        name
        for name in vocabulary.register_fields([YEAR], with_personal=True)
        if name not in ("provinsi", "kota")
    ]
    reading = _read(f"{';'.join(names)}\n31.71.01.1001;Gambir;Gambir")
    assert not reading.problems
    assert list(reading.files[0].meanings.values()) == names


@pytest.mark.parametrize("milestone", MILESTONES, ids=milestones.codes())
def test_a_column_of_dates_beside_a_column_of_states_is_one_value(
    milestone: milestones.Milestone,
) -> None:
    name = milestones.field_code(milestone, YEAR)
    heading = f"Kelurahan;{milestone.label};Tanggal {milestone.label}"
    values = _values(
        _read(f"{heading}\nGambir;sudah;10/2/2026\nCideng;;Januari 2026\nDuri Pulo;sudah;-")
    )
    assert {who: value[name] for who, value in values.items()} == {
        "Gambir": "2026-02-10",
        "Cideng": "2026-01",
        "Duri Pulo": "sudah",
    }


@pytest.mark.parametrize("milestone", MILESTONES, ids=milestones.codes())
def test_a_date_beside_a_state_that_denies_it_is_an_error(milestone: milestones.Milestone) -> None:
    text = f"Kelurahan;{milestone.label};Tanggal {milestone.label}\nGambir;belum;10/2/2026"
    problem = _only(_read(text))
    assert (problem.cell, problem.content) == ("C2", "10/2/2026")


def test_what_has_stopped_keeps_the_day_of_its_start() -> None:
    text = "Kelurahan;Usaha;Mulai Usaha\nGambir;berhenti 10 Januari 2026;1/9/2025"
    assert _values(_read(text)) == {
        "Gambir": {"usaha": "berhenti 2026-01-10", "usaha_mulai": "2025-09-01"}
    }


def test_two_columns_for_one_field_are_refused() -> None:
    reading = _read("Kelurahan;NIB;Status NIB\nGambir;sudah;sudah")
    assert reading.blocked
    assert _only(reading).cell == "C1"
    assert not _read("Kelurahan;NIB;Status NIB\nGambir;sudah;belum", maps=("Status NIB=",)).problems


def test_all_bad_cells_are_listed_with_their_place() -> None:
    reading = _read(
        "Kelurahan;NIB;RAT;Anggota\nGambir;12;x;1,5\nCideng;sudah;belum;5\nKartono;;31/06/2025;"
    )
    assert _wrong(reading) == [
        (2, "B2", "12"),
        (2, "C2", "x"),
        (2, "D2", "1,5"),
        (4, "A4", "Kartono"),
        (4, "C4", "31/06/2025"),
    ]
    assert [intent.area.kelurahan for intent in reading.intents] == ["Cideng"]
    assert reading.files[0].rejected == {2, 4}
    assert not reading.blocked


def test_a_row_without_a_kelurahan_above_the_closing_row_is_an_error() -> None:
    reading = _read("Kelurahan;NIB\nGambir;sudah\n;sudah\nJUMLAH;2\n;catatan kaki")
    assert _only(reading).row == 3


def test_a_subtotal_closes_nothing() -> None:
    text = (
        "No;Kelurahan;NIB\n1;Gambir;sudah\n;Jumlah;1\n1;Kartini;sudah\n2;Karang "
        "Anyar;belum\n;Jumlah;1\n;TOTAL;2"
    )
    reading = _read(text)
    assert set(_values(reading)) == {"Gambir", "Kartini", "Karang Anyar"}


def test_a_closing_row_that_disagrees_is_told() -> None:
    (difference,) = (
        _read("Kelurahan;NIB;Anggota\nGambir;sudah;10\nCideng;belum;5\nTotal;2;15")
        .files[0]
        .differences
    )
    assert (difference.cell, difference.field, difference.stated, difference.read) == (
        "B4",
        "nib",
        2,
        1,
    )


def test_a_row_that_only_names_a_kecamatan_narrows_the_names_below_it() -> None:
    villages = [
        Area(1, "32.76.01.1001", "Mekarjaya", "Sukmajaya", "Kota Depok", "Jawa Barat"),
        Area(2, "32.76.02.1001", "Mekarjaya", "Beji", "Kota Depok", "Jawa Barat"),
    ]
    index = AreaIndex(villages)
    text = "Kelurahan;NIB\nKecamatan Beji;\nMekarjaya;sudah\nSUKMAJAYA;\nMekarjaya;belum"
    reading = _read(text, index=index)
    assert [(intent.area.id, dict(intent.values)) for intent in reading.intents] == [
        (2, {"nib": "sudah"}),
        (1, {"nib": "belum"}),
    ]
    merged = "Kecamatan;Kelurahan;NIB\nBeji;Mekarjaya;sudah\nSukmajaya;Mekarjaya;belum"
    assert [intent.area.id for intent in _read(merged, index=index).intents] == [2, 1]


def test_a_merged_kecamatan_cell_reaches_down_as_far_as_it_is_needed() -> None:
    villages = [
        Area(1, "32.76.01.1001", "Mekarjaya", "Sukmajaya", "Kota Depok", "Jawa Barat"),
        Area(2, "32.76.02.1001", "Mekarjaya", "Beji", "Kota Depok", "Jawa Barat"),
        Area(3, "32.76.02.1002", "Tugu", "Beji", "Kota Depok", "Jawa Barat"),
    ]
    reading = _read(
        "Kecamatan;Kelurahan;NIB\nBeji;Tugu;sudah\n;Mekarjaya;belum", index=AreaIndex(villages)
    )
    assert [intent.area.id for intent in reading.intents] == [3, 2]


def test_a_kecamatan_named_like_its_kelurahan_is_no_second_row() -> None:
    reading = _read("Kelurahan;NIB\nGambir;\nGambir;sudah\nCideng;belum\nSenen;\nSenen;proses")
    assert _values(reading) == {
        "Gambir": {"nib": "sudah"},
        "Cideng": {"nib": "belum"},
        "Senen": {"nib": "proses"},
    }


def test_a_repeated_heading_is_no_row() -> None:
    assert set(_values(_read("Kelurahan;NIB\nGambir;sudah\nKelurahan;NIB\nCideng;belum"))) == {
        "Gambir",
        "Cideng",
    }


def test_code_and_name_of_a_row_must_agree() -> None:
    rows = ("31.71.02.1002;Kartini;sudah", "31.71.02.1002;Karang Ayar;sudah", "3171021003;Kartini;")
    reading = _read("\n".join(("Kode;Kelurahan;NIB", *rows)))
    assert _wrong(reading) == [(2, "A2", "31.71.02.1002"), (4, "A4", "3171021003")]


def test_the_kota_asked_for_narrows_names_and_rejects_no_row_that_says_its_own() -> None:
    text = (
        "Kode;Kelurahan;Kota;NIB\n;Gambir;Jakarta "
        "Pusat;sudah\n31.74.01.1001;;;sudah\n;Semanan;;sudah"
    )
    reading = _read(text, kota="31.71")
    assert _wrong(reading) == [(4, "B4", "Semanan")]
    assert len(reading.intents) == 2


def test_the_name_of_the_cooperative_names_the_row_where_nothing_else_does() -> None:
    text = (
        "Nama Koperasi;NIB\nKKMP Gambir;sudah\nKoperasi Kelurahan Merah Putih "
        "Cideng;sudah\nKartini;belum"
    )
    assert _values(_read(text)) == {
        "Gambir": {"nib": "sudah"},
        "Cideng": {"nama": "Koperasi Kelurahan Merah Putih Cideng", "nib": "sudah"},
        "Kartini": {"nib": "belum"},
    }


def test_two_rows_on_one_cooperative_are_refused_in_whichever_files() -> None:
    reading = _read(
        "Kelurahan;NIB\nGambir;sudah\nCideng;sudah",
        "Kelurahan;RAT\nKartini;belum\nKel. Gambir;belum",
    )
    first, second = reading.problems
    assert (first.file, first.row, second.file, second.row) == ("isian.csv", 2, "isian1.csv", 3)
    assert "baris 3 berkas isian1.csv" in first.message
    assert "baris 2 berkas isian.csv" in second.message
    assert {intent.area.kelurahan for intent in reading.intents} == {"Cideng", "Kartini"}


def test_the_day_of_a_statement_is_the_option_then_the_title_then_today() -> None:
    text = "Posisi s.d. Januari 2026;\nKelurahan;NIB\nGambir;sudah"
    assert _read(text).files[0].per == date(2026, 1, 31)
    assert _read(text, per=date(2026, 2, 1)).files[0].per == date(2026, 2, 1)
    (file,) = _read("Kelurahan;NIB\nGambir;sudah").files
    assert (file.per, file.per_from) == (TODAY, "bawaan")
    assert not _read("Kelurahan;NIB\nGambir;sudah").intents[0].explicit


@pytest.mark.parametrize(
    "title",
    [
        "Keadaan per 31 Oktober 2025",
        "PER TANGGAL 31-10-2025",
        "Data per Oktober 2025 (sementara)",
        "Keadaan per tanggal;31/10/2025",
        "Posisi: 31 Okt 2025",
        "Rekap per kecamatan, keadaan per 31 Oktober 2025",
    ],
)
def test_the_day_in_a_title_is_found(title: str) -> None:
    assert _read(f"{title};\nKelurahan;NIB\nGambir;sudah").files[0].per == date(2025, 10, 31)


@pytest.mark.parametrize(
    "title", ["Rekap per kecamatan 2025", "Laporan tahun 2025", "Rapat 10 Januari 2026"]
)
def test_other_words_of_a_title_are_no_day(title: str) -> None:
    assert _read(f"{title};\nKelurahan;NIB\nGambir;sudah").files[0].per_from == "bawaan"


def test_a_title_of_a_day_to_come_or_of_two_days_is_refused() -> None:
    for title in ("Keadaan per 31 Desember 2026", "Keadaan per 1 Januari 2026;per 1 Februari 2026"):
        reading = _read(f"{title};\nKelurahan;NIB\nGambir;sudah")
        assert reading.blocked and "--per" in _only(reading).remedy


def test_an_exact_date_after_the_day_of_the_statement_is_refused() -> None:
    text = "Kelurahan;NIB\nGambir;1 Februari 2026"
    assert _only(_read(text, per=date(2026, 1, 31))).cell == "B2"
    assert not _read(text, per=date(2026, 2, 1)).problems


def test_a_milestone_may_have_a_day_of_its_own() -> None:
    text = (
        "Kelurahan;NIB;nib_per;RAT\nGambir;1 Februari 2026;10/2/2026;belum\nCideng;1 "
        "Februari 2026;;belum"
    )
    reading = _read(text, per=date(2026, 1, 31))
    assert _wrong(reading) == [(3, "B3", "1 Februari 2026")]
    assert dict(reading.intents[0].pers) == {"nib": "2026-02-10"}


def test_a_date_after_today_names_the_plan_as_remedy() -> None:
    assert "--usaha-rencana" in _only(_read("Kelurahan;Usaha\nGambir;1 Mei 2026")).remedy


def test_an_ambiguous_rat_is_refused_until_a_map_says_which() -> None:
    text = "Kelurahan;RAT 2026\nGambir;1/3/2026"
    reading = _read(text)
    assert reading.blocked and "RAT 2026=rat_2025" in _only(reading).remedy
    assert _values(_read(text, maps=("RAT 2026=rat_2025",))) == {
        "Gambir": {"rat_2025": "2026-03-01"}
    }


def test_unknown_columns_are_listed_with_the_nearest_field() -> None:
    (file,) = _read("Kelurahan;NIB;Nomer Indux Berusaha OSS;Zzz\nGambir;sudah;x;y").files
    near, far = file.unknown
    assert (near.letter, near.nearest, far.nearest) == ("C", "nib_nomor", None)
    assert near.map == '--map "Nomer Indux Berusaha OSS=nib_nomor"'


def test_a_hint_never_leads_to_a_personal_field_or_to_one_that_another_column_states() -> None:
    text = "Kelurahan;NIB;Ketuua;Notaris Telepon;NIIB;Belum Rekening\nGambir;sudah;Siti;0812;v;v"
    unknown = _read(text).files[0].unknown
    assert [(one.nearest, one.map) for one in unknown] == [
        (None, '--map "Ketuua="'),
        (None, '--map "Notaris Telepon="'),
        (None, '--map "NIIB="'),
        (None, '--map "Belum Rekening=…"'),
    ]


ROW = "1;Gambir;AHU-0001234.AH.01.29.TAHUN 2025;10/6/2025;sudah"
GROUPS = {
    "beside": f"No;Kelurahan;{{}};;Usaha\n;;Nomor;Tanggal;\n{ROW}",
    "above": f"Identitas;;{{}};;Keadaan\nNo;Kelurahan;Nomor;Tanggal;Usaha\n{ROW}",
}


@pytest.mark.parametrize("text", GROUPS.values(), ids=GROUPS)
def test_a_group_heading_of_too_wide_a_meaning_is_listed_and_never_read(text: str) -> None:
    reading = _read(text.format("Legalitas"))
    assert _values(reading) == {"Gambir": {"usaha": "sudah"}}
    assert [(one.heading, one.nearest) for one in reading.files[0].unknown] == [
        ("Legalitas Nomor", "sk_kemenkop_nomor"),
        ("Legalitas Tanggal", "sk_kemenkop"),
    ]
    mapped = _read(
        text.format("Legalitas"), maps=tuple(one.map[7:-1] for one in reading.files[0].unknown)
    )
    assert _values(mapped) == {
        "Gambir": {
            "usaha": "sudah",
            "sk_kemenkop": "2025-06-10",
            "sk_kemenkop_nomor": "AHU-0001234.AH.01.29.TAHUN 2025",
        }
    }
    assert _values(_read(text.format("Data Badan Hukum"))) == _values(mapped)


def test_subheadings_that_nobody_knows_are_no_row_of_data() -> None:
    reading = _read(
        "No;Kelurahan;Perizinan;;Usaha\n;;Jenis;Tahun;\n1;Gambir;OSS;2025;sudah\n2;Cideng;OSS;2026;belum"
    )
    assert {who: dict(said) for who, said in _values(reading).items()} == {
        "Gambir": {"usaha": "sudah"},
        "Cideng": {"usaha": "belum"},
    }
    assert [one.heading for one in reading.files[0].unknown] == [
        "Perizinan Jenis",
        "Perizinan Tahun",
    ]


def test_what_stands_under_a_group_that_turns_its_meaning_is_not_read() -> None:
    heading = "No;Kelurahan;Belum Memiliki;;Kebutuhan;Notaris;\n;;NIB;Rekening;Gerai;Nama;Telepon"
    reading = _read(f"{heading}\n1;Gambir;v;v;v;Budi;0812")
    assert _values(reading) == {"Gambir": {}}
    assert [(one.heading, one.nearest) for one in reading.files[0].unknown] == [
        ("Belum Memiliki NIB", None),
        ("Belum Memiliki Rekening", None),
        ("Kebutuhan Gerai", None),
        ("Notaris Nama", None),
        ("Notaris Telepon", None),
    ]
    below = _read(";;Belum Memiliki;;\nNo;Kelurahan;NIB;Rekening\n1;Gambir;v;v")
    assert _values(below) == {"Gambir": {}}
    either = _read("No;Kelurahan;Kelengkapan (Sudah/Belum);\n;;NIB;Rekening\n1;Gambir;sudah;belum")
    assert _values(either) == {"Gambir": {"nib": "sudah", "rekening": "belum"}}


def test_a_heading_over_three_rows_is_read() -> None:
    text = (
        "No;Kelurahan;Legalitas;;;;Usaha\n;;NIB;;SK Badan Hukum;;\n;;Nomor;Tanggal;Nomor;Tanggal;\n"
        "1;Gambir;8120012345678;1/7/2025;AHU-0001234.AH.01.29.TAHUN 2025;10/6/2025;sudah"
    )
    assert _values(_read(text)) == {
        "Gambir": {
            "nib_nomor": "8120012345678",
            "nib": "2025-07-01",
            "sk_kemenkop_nomor": "AHU-0001234.AH.01.29.TAHUN 2025",
            "sk_kemenkop": "2025-06-10",
            "usaha": "sudah",
        }
    }


def test_a_row_of_units_below_the_headings_is_no_row_of_data() -> None:
    text = (
        "No;Kelurahan;Jumlah Anggota;Tgl "
        "NIB\n;;(orang);tgl/bln/thn\n(1);(2);(3);(4)\n1;Gambir;1.250;1/7/2025"
    )
    reading = _read(text)
    assert _values(reading) == {"Gambir": {"anggota": "1250", "nib": "2025-07-01"}}
    assert reading.files[0].heading_row == 2


def test_years_below_a_heading_are_headings() -> None:
    text = "No;Kelurahan;RAT;\n;;2025;2026\n1;Gambir;sudah;"
    assert [problem.content for problem in _read(text).problems] == ["RAT 2025", "RAT 2026"]
    maps = ("RAT 2025=rat_2025", "RAT 2026=rat_2026")
    assert _values(_read(text, maps=maps)) == {"Gambir": {"rat_2025": "sudah"}}


def test_a_column_of_kecamatan_and_kelurahan_names_both() -> None:
    text = (
        "No;KECAMATAN / KELURAHAN;NIB\nI;KEC. GAMBIR;\n1;Kel.\u00a0Gambir ;√\n2;Cideng;belum\n"
        "II;KEC. SENEN;\n1;Kel. Senen;√\n;TOTAL;2"
    )
    reading = _read(text)
    assert {who: value["nib"] for who, value in _values(reading).items()} == {
        "Gambir": "sudah",
        "Cideng": "belum",
        "Senen": "sudah",
    }


def test_numbered_headings_are_no_row_of_column_numbers() -> None:
    text = (
        "No;Kelurahan;Tahapan;;\n;;1. Musyawarah;2. SK;3. NIB\n1;2;3;4;5 = 3 + "
        "4\n1;Gambir;√;√;belum"
    )
    assert _values(_read(text)) == {
        "Gambir": {"musyawarah": "sudah", "sk_kemenkop": "sudah", "nib": "belum"}
    }


def test_equal_headings_below_two_groups_are_told_apart() -> None:
    text = "No;Kelurahan;Sebelum;;Sesudah;\n;;NIB;Usaha;NIB;Usaha\n1;Gambir;belum;belum;sudah;sudah"
    first = _read(text).problems[0]
    assert (first.column, first.remedy) == (
        "Sesudah NIB",
        'Sisakan satu: --map "Sesudah NIB=" mengabaikan kolom itu.',
    )
    left = _read(text, maps=("Sebelum NIB=", "Sebelum Usaha="))
    assert _values(left) == {"Gambir": {"nib": "sudah", "usaha": "sudah"}}


def test_a_group_named_like_a_key_is_a_group() -> None:
    text = (
        "No;Kelurahan;Koperasi Lain;;KKMP;\n;;NIB;Nama;NIB;Anggota\n1;Gambir;sudah;Kop "
        "Maju;belum;10"
    )
    reading = _read(text)
    assert _values(reading) == {"Gambir": {"nib": "belum", "anggota": "10"}}
    assert [one.heading for one in reading.files[0].unknown] == [
        "Koperasi Lain NIB",
        "Koperasi Lain Nama",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Kelurahan;RAT Tahun 2026\nGambir;sudah",
        "No;Kelurahan;Tahun 2026;\n;;RAT;Anggota\n1;Gambir;sudah;10",
    ],
)
def test_a_year_that_is_no_book_year_is_asked_for(text: str) -> None:
    assert '--map "RAT Tahun 2026=rat_2025"' in _only(_read(text)).remedy
    reading = _read(text, maps=("RAT Tahun 2026=rat_2025",))
    assert _values(reading)["Gambir"]["rat_2025"] == "sudah"


def test_columns_for_yes_and_for_no_below_one_heading() -> None:
    text = "No;Kelurahan;NIB;;NPWP;\n;;Sudah;Belum;Ada;Tidak\n1;Gambir;√;;√;\n2;Cideng;;√;;√"
    reading = _read(text)
    assert _values(reading) == {"Gambir": {"nib": "sudah", "npwp": "sudah"}, "Cideng": {}}
    assert [(one.heading, one.nearest) for one in reading.files[0].unknown] == [
        ("NIB Belum", None),
        ("NPWP Tidak", None),
    ]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Apakah sudah memiliki NIB?", "nib"),
        ("Apakah sudah RAT Tahun Buku 2025?", "rat_2025"),
        ("SK Kemenkumham", "sk_kemenkop"),
        ("Usaha (Berjalan/Belum)", "usaha"),
        ("Jml. Anggota (orang)", "anggota"),
        ("Tgl. Data NPWP", None),
        ("Apakah ada kendala usaha?", None),
        ("Apakah belum NIB", None),
        ("Jumlah NIB", None),
        ("NIB %", None),
        ("Nomor Akta", None),
        ("Tgl Akta", None),
        ("Akta", "sk_kemenkop"),
        ("NIB (rencana)", "nib_rencana"),
        ("1. Musyawarah", "musyawarah"),
        ("b) RAT TB 2025", "rat_2025"),
        ("3.", None),
    ],
)
def test_headings_as_forms_ask_them(heading: str, field: str | None) -> None:
    assert _read(f"Kelurahan;{heading}\nGambir;").files[0].meanings.get(heading) == field


def test_the_remedy_of_an_ambiguous_year_names_the_whole_heading() -> None:
    problem = _only(_read("Kelurahan;Tanggal RAT 2026\nGambir;1/2/2026"))
    assert '--map "Tanggal RAT 2026=rat_2025"' in problem.remedy
    assert not _read(
        "Kelurahan;Tanggal RAT 2026\nGambir;1/2/2026", maps=("Tanggal RAT 2026=rat_2025",)
    ).problems


def test_a_map_takes_the_heading_as_it_was_shown() -> None:
    text = "Kelurahan;NIB;\n;Nomor;Tanggal\nGambir;8120012345678;1/7/2025"
    reading = _read(text, maps=("NIB Tanggal=",))
    assert _values(reading) == {"Gambir": {"nib_nomor": "8120012345678"}}
    assert reading.files[0].ignored == ("NIB Tanggal",)


def test_tables_side_by_side_are_refused_with_the_way_out() -> None:
    problem = _read("Kelurahan;NIB;;Kelurahan;NIB\nGambir;sudah;;Kartini;belum").problems[0]
    assert (problem.cell, "berdampingan" in problem.remedy) == ("D1", True)


@pytest.mark.parametrize(
    ("title", "per"),
    [
        ("Bulan : Februari 2026", date(2026, 2, 28)),
        ("LAPORAN BULAN MARET 2026", TODAY),
        ("Keadaan s.d. akhir bulan Januari 2026", date(2026, 1, 31)),
        ("Periode Januari 2026;Per 5 Februari 2026", date(2026, 2, 5)),
        ("Periode 2025", None),
        ("Rencana bulan April 2026", None),
        ("Bulan Januari 2026;Bulan Februari 2026", None),
    ],
)
def test_a_month_in_the_title_is_the_day_where_no_day_is_named(
    title: str, per: date | None
) -> None:
    (file,) = _read(f"{title}\nKelurahan;NIB\nGambir;sudah").files
    assert file.title_per == per


@pytest.mark.parametrize("heading", ["RAT TB 2024", "RAT 2024", "rat_2024", "rat_2024_kendala"])
def test_a_book_year_before_the_first_is_refused(heading: str) -> None:
    text = f"Kelurahan;NIB;{heading}\nGambir;sudah;sudah"
    problem = _only(_read(text))
    assert "mulai tahun buku 2025" in problem.message
    assert not _read(text, maps=(f"{heading}=",)).problems
    assert (
        _values(_read(text, maps=(f"{heading}=catatan",)))["Gambir"]["catatan"]
        == f"{heading}: sudah"
    )
    with pytest.raises(Refused, match="tahun buku 2025"):
        _read(text, maps=(f"{heading}=rat_2024",))


def test_an_ambiguous_heading_can_be_kept_as_a_note() -> None:
    text = "Kelurahan;RAT 2026\nGambir;sudah"
    assert _values(_read(text, maps=("RAT 2026=catatan",))) == {
        "Gambir": {"catatan": "RAT 2026: sudah"}
    }


def test_a_map_gives_a_column_its_meaning() -> None:
    text = (
        "Wilayah Kerja;Izin;Mitra;Mitra 2;NIK Ketua\nGambir;sudah;Bulog;Bank "
        "X;3171\nCideng;belum;;;"
    )
    maps = ("Wilayah Kerja=kelurahan", "Izin=nib", "Mitra 2=catatan", "NIK Ketua=")
    reading = _read(text, maps=maps)
    assert _values(reading) == {
        "Gambir": {"nib": "sudah", "mitra": "Bulog", "catatan": "Mitra 2: Bank X"},
        "Cideng": {"nib": "belum"},
    }
    assert reading.files[0].ignored == ("NIK Ketua",)


def test_notes_of_several_columns_are_joined() -> None:
    text = "Kelurahan;Catatan;Mitra 2\nGambir;lama;Bank X\nCideng;;Bank Y"
    assert _values(_read(text, maps=("Mitra 2=catatan",))) == {
        "Gambir": {"catatan": "lama; Mitra 2: Bank X"},
        "Cideng": {"catatan": "Mitra 2: Bank Y"},
    }


@pytest.mark.parametrize("wrong", [("NIB",), ("NIB=nibb",), ("Tidak Ada=nib",), ("=nib",)])
def test_a_map_that_fits_nothing_is_refused(wrong: tuple[str, ...]) -> None:
    with pytest.raises(Refused) as refused:
        _read("Kelurahan;NIB\nGambir;sudah", maps=wrong)
    assert refused.value.remedy


def test_empty_cells_are_counted_and_taken_as_belum_only_on_request() -> None:
    text = "Kelurahan;NIB;RAT\nGambir;;belum\nCideng;-;\nDuri Pulo;8120012345678;sudah"
    reading = _read(text)
    assert reading.files[0].empty == {"nib": 2, "rat_2025": 1}
    asked = _read(text, empty_as_belum=("nib", "rat"))
    assert _values(asked) == {
        "Gambir": {"nib": "belum", "rat_2025": "belum"},
        "Cideng": {"nib": "belum", "rat_2025": "belum"},
        "Duri Pulo": {"nib_nomor": "8120012345678", "rat_2025": "sudah"},
    }
    assert asked.files[0].belum == {"nib": 2, "rat_2025": 1}
    for wrong in ("anggota", "usaha", "xyz"):
        with pytest.raises(Refused, match="--kosong-belum"):
            _read(text, empty_as_belum=(wrong,))


def test_an_account_with_its_bank_is_read_from_one_cell() -> None:
    assert _values(_read("Kelurahan;Rekening\nGambir;BRI 0123-01-000123-30-5")) == {
        "Gambir": {"rekening_nomor": "012301000123305", "rekening_bank": "BRI"}
    }


def test_two_different_numbers_in_one_row_are_refused() -> None:
    assert _only(_read("Kelurahan;NIB;No NIB\nGambir;8120012345678;8120012345679")).cell == "B2"


def test_apostrophes_before_digits_are_no_part_of_an_identifier_but_of_a_note() -> None:
    values = _values(_read("Kelurahan;No NIB;Telepon;Catatan\nGambir;'0120012345678;'0812345;'45"))[
        "Gambir"
    ]
    assert values == {"nib_nomor": "0120012345678", "telepon": "0812345", "catatan": "'45"}


def test_a_cell_can_empty_its_field() -> None:
    reading = _read("Kelurahan;NIB;Mitra\nGambir;(kosongkan);(Kosongkan)")
    assert _values(reading) == {"Gambir": {"nib": None, "mitra": None}}


def test_personal_values_never_stand_in_an_error() -> None:
    text = (
        f"Kelurahan;Ketua;Catatan\nGambir;Siti 3171014506780001;x\nCideng;{'x' * 300};Budi "
        f"3171014506780001"
    )
    reading = _read(text)
    assert len(reading.problems) == 3
    assert not any(
        "Siti" in problem.content or "0001" in problem.content for problem in reading.problems
    )


def test_a_row_with_more_cells_than_headings_is_refused_in_csv() -> None:
    problem = _only(_read("Kelurahan;Catatan;NIB\nGambir;Jl. A;No 2;sudah\nCideng;x;sudah;;"))
    assert (problem.row, problem.cell) == (2, "D2")


def test_cells_without_a_heading_are_counted() -> None:
    assert _read("Kelurahan;;NIB\nGambir;apa ini;sudah").files[0].untitled == 1


def test_invisible_characters_are_taken_out_and_counted() -> None:
    reading = _read("Kelurahan;Mitra\nGambir;Bu\u202elog\x07")
    assert _values(reading) == {"Gambir": {"mitra": "Bulog"}}
    assert reading.files[0].cleaned == 1


def test_short_rows_are_filled_up() -> None:
    assert _values(_read("Kelurahan;NIB;RAT\nGambir;sudah\nCideng")) == {
        "Gambir": {"nib": "sudah"},
        "Cideng": {},
    }


@pytest.mark.parametrize("text", ["a;b\n1;2", "Gambir;sudah\nCideng;belum"])
def test_a_table_without_a_known_heading_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="tidak ada judul kolom yang dikenal"):
        _read(text)


def test_a_table_without_a_kelurahan_or_without_rows_is_refused() -> None:
    assert _read("No;NIB\n1;sudah").blocked
    assert _read("Kelurahan;NIB").blocked


def _in_kota(code: str) -> list[Area]:
    return [area for area in INDEX.areas if area.kota_code == code]


def test_cooperatives_of_the_kota_that_no_file_names_are_told() -> None:
    reading = _read("Kelurahan;NIB\nGambir;x", "Kelurahan;NIB\nCideng;belum")
    left = [INDEX.find(name) for name in ("Kartini", "Semanan", "Senen")]
    told = [[area.kelurahan for area in areas] for areas in absent(reading, left, _in_kota)]
    assert told == [["Kartini", "Senen"], ["Kartini", "Senen"]]


GROUPED = [
    ("Legalitas;;Anggota", "NIB;NPWP;", ["nib", "npwp", "anggota"]),
    ("Rekening;;", "Bank;Nomor;Tanggal", ["rekening_bank", "rekening_nomor", "rekening"]),
    ("NPWP;;RAT TB 2025", "Ada/Tidak;Nomor;", ["npwp", "npwp_nomor", "rat_2025"]),
    ("Gerai;;", "Status;Tgl;Kendala", ["gerai", "gerai", "gerai_kendala"]),
    ("Ketua;;NIB", "Nama;No. HP;", ["ketua", "telepon", "nib"]),
]


@pytest.mark.parametrize(("upper", "lower", "names"), GROUPED)
def test_a_group_heading_gives_meaning_to_the_words_below_it(
    upper: str, lower: str, names: Sequence[str]
) -> None:
    reading = _read(f"No;Kelurahan;{upper}\n;;{lower}\n1;Gambir;;;")
    assert [column.field.name for column in reading.files[0].columns] == ["kelurahan", *names]
    assert not reading.problems


@pytest.mark.parametrize("group", ["Musyawarah", "Gerai", "Usaha", "RAT TB 2025", "NIB"])
@pytest.mark.parametrize("lower", ["Status;Tanggal", "Sudah/Belum;Tgl", "Tanggal;Keterangan"])
def test_a_group_heading_is_one_where_its_words_name_no_further_field(
    group: str, lower: str
) -> None:
    reading = _read(f"Kelurahan;{group};\n;{lower}\nGambir;sudah;")
    file = reading.files[0]
    assert (file.heading_row, file.rows) == (2, 1)
    assert "Kelurahan" in file.meanings
    assert not reading.problems


def test_a_row_of_states_without_a_kelurahan_is_no_second_heading() -> None:
    reading = _read("Kelurahan;Gerai;Usaha\n;ada;ada\nGambir;ada;ada")
    assert [problem.row for problem in reading.problems] == [2]


def test_a_bare_number_under_a_date_heading_is_told_as_no_date() -> None:
    (problem,) = _read("Kelurahan;Tgl NIB\nGambir;45000").problems
    assert "bukan tanggal" in problem.message


def test_a_group_heading_may_stand_alone_in_its_row() -> None:
    reading = _read(
        ";;SK Badan Hukum;;NIB;\nNo;Kelurahan;Nomor;Tanggal;Nomor;Tanggal\n1;Gambir;;1/6/2025;;"
    )
    assert list(reading.files[0].meanings.values()) == [
        "kelurahan",
        "sk_kemenkop_nomor",
        "sk_kemenkop",
        "nib_nomor",
        "nib",
    ]


WORDS = st.sampled_from(
    ["", "sudah", "belum", "-", "2025-08", "1/2/2026", "x", "12", "(kosongkan)", "JUMLAH", "  "]
)
NAMES = st.sampled_from(["Gambir", "Cideng", "Kartini", "", "Kartono", "Kec. Gambir"])


@given(st.lists(st.tuples(NAMES, WORDS, WORDS), max_size=8))
def test_every_filled_row_is_a_statement_a_problem_or_a_group(
    rows: list[tuple[str, str, str]],
) -> None:
    text = "\n".join(["Kelurahan;NIB;RAT", *(";".join(row) for row in rows)])
    reading = _read(text)
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
    reading = read_rows([sheets.read(path)], INDEX, Options(YEAR), TODAY)
    assert {intent.area.kelurahan for intent in reading.intents} == {
        "Gambir",
        "Cideng",
        "Karang Anyar",
    }


@pytest.mark.parametrize(
    "text", ["AHU-0001234.AH.01.29.TAHUN 2025", "8120012345678", "0123456789012345", "12345"]
)
def test_an_identifier_in_its_plain_form_is_kept_as_it_is(text: str) -> None:
    for milestone in MILESTONES:
        if milestone.number and (field := vocabulary.by_name(f"{milestone.code}_nomor")):
            try:
                expected = field.read(text, TODAY)
            except CellError:
                continue
            assert Memo(Column(0, "x", field), TODAY, None, [])[text] == expected


TABLE = "No;Kelurahan;NIB;Gerai;Keterangan\n1;Gambir;sudah;belum;\n2;Cideng;sudah;sudah;baik\n"
FOOTERS = {
    "a note": ";Keterangan:;;;\n;Data per Maret 2026, menunggu Menteng;;;",
    "a note in the first column": "Catatan:;;;;\n1. Data sementara;;;;\n2. Sumber: Sudin "
    "PPKUKM;;;;",
    "a source": ";Sumber: Sudin PPKUKM Jakarta Pusat;;;",
    "a source after blank rows": ";;;;\n;;;;\n*) angka sementara;;;;",
    "a signature": ";;;;\n;;;Jakarta, 10 Maret 2026;\n;;;Mengetahui,;\n;;;Lurah Gambir;\n;;;;\n"
    ";;;Budi Santoso, S.Sos;\n;;;NIP. 197001011990031001;",
    "a signature in the last column": ";;;;Jakarta,      Maret 2026\n;;;;Kepala Suku "
    "Dinas\n;;;;(................)",
    "a signature below the names": ";Mengetahui,;;;\n;Lurah Gambir;;;\n;Budi Santoso;;;\n;NIP. "
    "197001011990031001;;;",
    "two signatures": ";Mengetahui,;;Jakarta, 10 Maret 2026;\n;Camat Gambir;;Lurah Cideng;\n"
    ";Budi Santoso;;Ani Lestari;\n;NIP. 1970;;NIP. 1980;",
    "a note and a signature": ";Catatan: Menteng menyusul;;;\n;;;Jakarta, 10/3/2026;\n;;;Camat;",
}


@pytest.mark.parametrize("footer", FOOTERS.values(), ids=FOOTERS)
def test_notes_and_signatures_end_a_table_that_no_closing_row_ends(footer: str) -> None:
    reading = _read(TABLE + footer)
    assert set(_values(reading)) == {"Gambir", "Cideng"}
    (file,) = reading.files
    lines = [at for at, line in enumerate(footer.split("\n"), 4) if line.strip(";")]
    assert (file.closing_row, file.below_closing) == (lines[0] - 1, len(lines))
    assert (file.rows, file.held_back, file.rejected, file.differences) == (2, 0, frozenset(), ())


def test_cells_of_a_footer_are_not_counted_as_empty_ones() -> None:
    reading = _read(TABLE + ";Catatan: sementara;;;", empty_as_belum=("gerai",))
    assert reading.files[0].belum == {}
    assert _read(TABLE + ";Catatan: sementara;;;").files[0].empty == {}


DOUBTED = {
    "a cooperative below it": ";Catatan: belum lengkap;;;\n3;Petojo Utara;sudah;sudah;",
    "a bare name below it": ";Mengetahui,;;;\n;Lurah;;;\n;Petojo Utara;;;",
    "a misspelt name below it": ";Catatan: belum lengkap;;;\n;Petojo Utra;;;",
    "a misspelt name that states nothing, numbered": ";Catatan: belum lengkap;;;\n3;Ptj Utr;;;",
    "what may be a name": ";Catatan: belum lengkap;;;\n;Ptj Utr;;;",
    "a name with a note": ";;;Mengetahui,;\n;Ptj Utr;;;baik",
    "a name with a word that cannot be read": ";;;Mengetahui,;\n;Ptj Utr;entah;;",
    "a name of another kota": ";;;Mengetahui,;\n;Pluit;;;",
    "a value without a name": ";Catatan: belum lengkap;;;\n;;sudah;;",
    "a date without a name": ";;;Mengetahui,;\n;;;10 Maret 2026;",
    "a number without a name": ";;;Mengetahui,;\n;;0123456789012;;",
    "a note that goes on": ";;;;Catatan: dan belum ada tempat",
    "a note about a signature": ";;;;Mengetahui bahwa gerai belum ada",
    "a word and a date": ";;;Kontrak, 10 Maret 2026;",
    "words that announce nothing": ";Data sementara dari kecamatan ini;;;",
    "a source without a colon": ";Sumber;;;",
    "a wide line": ";;;Mengetahui,;\na;b b;c c;d d;e e",
}


@pytest.mark.parametrize("footer", DOUBTED.values(), ids=DOUBTED)
def test_what_may_be_data_below_a_note_or_a_signature_stays_an_error(footer: str) -> None:
    reading = _read(TABLE + footer, kota="jakpus")
    (file,) = reading.files
    assert file.closing_row is None
    lines = {at for at, line in enumerate(footer.split("\n"), 4) if line.strip(";")}
    stated = {intent.source.row for intent in reading.intents if intent.source}
    assert lines <= stated | file.rejected
    assert file.rejected & lines


def test_a_row_above_the_footer_stays_an_error() -> None:
    reading = _read(TABLE + ";;sudah;;\n3;Petojo Utra;sudah;;\n;;;Mengetahui,;\n;;;Lurah;")
    assert {problem.row for problem in reading.problems} == {4, 5}
    assert (reading.files[0].closing_row, reading.files[0].below_closing) == (5, 2)


def test_a_sheet_without_a_single_name_has_no_footer() -> None:
    reading = _read("Kelurahan;NIB\nKartono;\nCatatan: belum ada;")
    assert {problem.row for problem in reading.problems} == {2, 3}


ANNOUNCING = ("Catatan:", "Sumber: Sudin", "Mengetahui,", "Jakarta, 10 Maret 2026", "Keterangan")
NAMED = ("Cideng", "Cidengg", "Karang Ayr", "Duri Pulo")
BELOW = st.sampled_from(["", "Ptj Utr", "Lurah", "NIP. 1970", *NAMED, *ANNOUNCING])
READABLE = ("sudah", "belum", "2025-08", "1/2/2026", "0123456789012", "12")
CELLS = st.sampled_from(["", "", "entah", "Lurah", "Budi Santoso", *READABLE, *ANNOUNCING])


@given(st.lists(st.tuples(st.sampled_from(["", "1", "Catatan:"]), BELOW, CELLS, CELLS), max_size=7))
def test_no_footer_holds_a_name_or_a_value(rows: list[tuple[str, ...]]) -> None:
    reading = _read(
        "\n".join(["No;Kelurahan;NIB;Gerai", "1;Kartini;sudah;", *(";".join(row) for row in rows)])
    )
    (file,) = reading.files
    seen = {intent.source.row for intent in reading.intents if intent.source} | file.rejected
    for at, (ordinal, name, *cells) in enumerate(rows, 3):
        if name in NAMED or set(cells) & set(READABLE) or ordinal == "1":
            assert at in seen
        if name == "Ptj Utr" and "entah" in cells:
            assert at in seen


PARTS = (
    "No;Kelurahan;Gerai;Usaha;Anggota\nKecamatan "
    "Gambir;;;;\n1;Gambir;ada;sudah;10\n2;Cideng;ada;belum;20\n"
    ";Jumlah;{};1;{}\nKecamatan "
    "Menteng;;;;\n1;Menteng;ada;sudah;5\n2;Cikini;belum;belum;6\n;Jumlah;1;1;11\n"
    ";TOTAL;{};2;{}\n;;;Mengetahui,;"
)


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ((2, 30, 3, 41), []),
        ((1, 31, 4, 41), [("C5", 1, 2), ("E5", 31, 30), ("C10", 4, 3)]),
        ((2, 30, 3, 40), [("E10", 40, 41)]),
    ],
)
def test_each_jumlah_row_is_compared_with_its_part_and_the_total_with_all(
    stated: tuple[int, ...], told: list[tuple[str, int, int]]
) -> None:
    differences = _read(PARTS.format(*stated)).files[0].differences
    assert [(one.cell, one.stated, one.read) for one in differences] == told


def test_a_jumlah_row_is_not_compared_while_a_row_is_rejected_and_that_is_told() -> None:
    (file,) = _read("Kelurahan;Gerai;Usaha\nSenen;ada;x\nMenteng;ada;ya\nJUMLAH;5;2").files
    assert (file.differences, file.uncompared) == ((), True)


def test_what_nobody_knows_is_not_taken_as_belum() -> None:
    reading = _read(
        "Kelurahan;NIB\nGambir;?\nCideng;n/a\nSenen;\nMenteng;-", empty_as_belum=("nib",)
    )
    assert _values(reading) == {
        "Gambir": {},
        "Cideng": {},
        "Senen": {"nib": "belum"},
        "Menteng": {"nib": "belum"},
    }
    assert reading.files[0].belum == {"nib": 2}


@pytest.mark.parametrize(
    ("heading", "cell", "name"),
    [("No. NIB", "belum", "nib"), ("No. Rekening", "BRI 1234567890", "rekening")],
)
def test_a_state_in_a_column_of_numbers_names_the_way_out(
    heading: str, cell: str, name: str
) -> None:
    problem = _only(_read(f"Kelurahan;{heading}\nGambir;{cell}"))
    assert f'--map "{heading}={name}"' in problem.remedy
    assert not _read(f"Kelurahan;{heading}\nGambir;{cell}", maps=(f"{heading}={name}",)).problems


def test_a_month_that_is_a_day_casts_doubt_on_the_whole_column() -> None:
    assert "periksa juga tanggal lain" in _only(_read("Kelurahan;NIB\nGambir;06/20/2025")).remedy


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Update 31 Oktober 2025", ["2025-10-31"]),
        ("Jakarta, 9 November 2025", ["2025-11-09"]),
        ("Rapat 1 - 31 Oktober 2025; hadir 44", ["2025-10-31"]),
        ("Tahun 2025, 44 kelurahan", []),
        ("Keadaan per 31 Oktober 2025", []),
        ("Batas 31 Desember 2099", []),
    ],
)
def test_a_day_in_a_title_that_is_not_taken_for_the_per_is_told(
    title: str, told: list[str]
) -> None:
    reading = _read(f"{title}\nKelurahan;NIB\nGambir;sudah")
    assert [day.isoformat() for day in reading.files[0].mentioned] == told
