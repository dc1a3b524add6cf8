"""Headings over two or three rows, below groups that give them a meaning or take it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from office_sheets import (
    read_text,
    values_of,
)

ROW = "1;Gambir;AHU-0001234.AH.01.29.TAHUN 2025;10/6/2025;sudah"


GROUPS = {
    "beside": f"No;Kelurahan;{{}};;Usaha\n;;Nomor;Tanggal;\n{ROW}",
    "above": f"Identitas;;{{}};;Keadaan\nNo;Kelurahan;Nomor;Tanggal;Usaha\n{ROW}",
}


@pytest.mark.parametrize("text", GROUPS.values(), ids=GROUPS)
def test_a_group_heading_of_too_wide_a_meaning_is_listed_and_never_read(text: str) -> None:
    reading = read_text(text.format("Legalitas"))
    assert values_of(reading) == {"Gambir": {"usaha": "sudah"}}
    assert [(one.heading, one.nearest) for one in reading.files[0].unknown] == [
        ("Legalitas Nomor", None),
        ("Legalitas Tanggal", None),
    ]
    maps = ("Legalitas Nomor=sk_kemenkop_nomor", "Legalitas Tanggal=sk_kemenkop")
    mapped = read_text(text.format("Legalitas"), maps=maps)
    assert values_of(mapped) == {
        "Gambir": {
            "usaha": "sudah",
            "sk_kemenkop": "2025-06-10",
            "sk_kemenkop_nomor": "AHU-0001234.AH.01.29.TAHUN 2025",
        }
    }
    assert values_of(read_text(text.format("Data Badan Hukum"))) == values_of(mapped)


def test_subheadings_that_nobody_knows_are_no_row_of_data() -> None:
    reading = read_text(
        "No;Kelurahan;Perizinan;;Usaha\n;;Jenis;Tahun;\n1;Gambir;OSS;2025;sudah\n2;Cideng;OSS;2026;belum"
    )
    assert {who: dict(said) for who, said in values_of(reading).items()} == {
        "Gambir": {"usaha": "sudah"},
        "Cideng": {"usaha": "belum"},
    }
    assert [one.heading for one in reading.files[0].unknown] == [
        "Perizinan Jenis",
        "Perizinan Tahun",
    ]


def test_what_stands_under_a_group_that_turns_its_meaning_is_not_read() -> None:
    heading = "No;Kelurahan;Belum Memiliki;;Kebutuhan;Notaris;\n;;NIB;Rekening;Gerai;Nama;Telepon"
    reading = read_text(f"{heading}\n1;Gambir;v;v;v;Budi;0812")
    assert values_of(reading) == {"Gambir": {}}
    assert [(one.heading, one.nearest) for one in reading.files[0].unknown] == [
        ("Belum Memiliki NIB", None),
        ("Belum Memiliki Rekening", None),
        ("Kebutuhan Gerai", None),
        ("Notaris Nama", None),
        ("Notaris Telepon", None),
    ]
    below = read_text(";;Belum Memiliki;;\nNo;Kelurahan;NIB;Rekening\n1;Gambir;v;v")
    assert values_of(below) == {"Gambir": {}}
    either = read_text(
        "No;Kelurahan;Kelengkapan (Sudah/Belum);\n;;NIB;Rekening\n1;Gambir;sudah;belum"
    )
    assert values_of(either) == {"Gambir": {"nib": "sudah", "rekening": "belum"}}


def test_a_heading_over_three_rows_is_read() -> None:
    text = (
        "No;Kelurahan;Legalitas;;;;Usaha\n;;NIB;;SK Badan Hukum;;\n;;Nomor;Tanggal;Nomor;Tanggal;\n"
        "1;Gambir;8120012345678;1/7/2025;AHU-0001234.AH.01.29.TAHUN 2025;10/6/2025;sudah"
    )
    assert values_of(read_text(text)) == {
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
    reading = read_text(text)
    assert values_of(reading) == {"Gambir": {"anggota": "1250", "nib": "2025-07-01"}}
    assert reading.files[0].heading_row == 2


def test_years_below_a_heading_are_headings() -> None:
    text = "No;Kelurahan;RAT;\n;;2025;2026\n1;Gambir;sudah;"
    assert [problem.content for problem in read_text(text).problems] == ["RAT 2025", "RAT 2026"]
    maps = ("RAT 2025=rat_2025", "RAT 2026=rat_2026")
    assert values_of(read_text(text, maps=maps)) == {"Gambir": {"rat_2025": "sudah"}}


def test_numbered_headings_are_no_row_of_column_numbers() -> None:
    text = (
        "No;Kelurahan;Tahapan;;\n;;1. Musyawarah;2. SK;3. NIB\n1;2;3;4;5 = 3 + "
        "4\n1;Gambir;√;√;belum"
    )
    assert values_of(read_text(text)) == {
        "Gambir": {"musyawarah": "sudah", "sk_kemenkop": "sudah", "nib": "belum"}
    }


def test_equal_headings_below_two_groups_are_told_apart() -> None:
    text = "No;Kelurahan;Sebelum;;Sesudah;\n;;NIB;Usaha;NIB;Usaha\n1;Gambir;belum;belum;sudah;sudah"
    first = read_text(text).problems[0]
    assert (first.column, first.remedy) == (
        "Sesudah NIB",
        'Sisakan satu: --map "Sesudah NIB=" mengabaikan kolom itu. Bila isinya tanggalnya: --map '
        '"Sesudah NIB=nib_tanggal".',
    )
    left = read_text(text, maps=("Sebelum NIB=", "Sebelum Usaha="))
    assert values_of(left) == {"Gambir": {"nib": "sudah", "usaha": "sudah"}}


def test_a_group_named_like_a_key_is_a_group() -> None:
    text = (
        "No;Kelurahan;Koperasi Lain;;KKMP;\n;;NIB;Nama;NIB;Anggota\n1;Gambir;sudah;Kop "
        "Maju;belum;10"
    )
    reading = read_text(text)
    assert values_of(reading) == {"Gambir": {"nib": "belum", "anggota": "10"}}
    assert [one.heading for one in reading.files[0].unknown] == [
        "Koperasi Lain NIB",
        "Koperasi Lain Nama",
    ]


def test_columns_for_yes_and_for_no_below_one_heading() -> None:
    text = "No;Kelurahan;NIB;;NPWP;\n;;Sudah;Belum;Ada;Tidak\n1;Gambir;√;;√;\n2;Cideng;;√;;√"
    reading = read_text(text)
    assert values_of(reading) == {
        "Gambir": {"nib": "sudah", "npwp": "sudah"},
        "Cideng": {"nib": "belum", "npwp": "belum"},
    }
    assert reading.files[0].unknown == ()


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
    reading = read_text(f"No;Kelurahan;{upper}\n;;{lower}\n1;Gambir;;;")
    assert [column.field.name for column in reading.files[0].columns] == ["kelurahan", *names]
    assert not reading.problems


@pytest.mark.parametrize("group", ["Musyawarah", "Gerai", "Usaha", "RAT TB 2025", "NIB"])
@pytest.mark.parametrize("lower", ["Status;Tanggal", "Sudah/Belum;Tgl", "Tanggal;Keterangan"])
def test_a_group_heading_is_one_where_its_words_name_no_further_field(
    group: str, lower: str
) -> None:
    reading = read_text(f"Kelurahan;{group};\n;{lower}\nGambir;sudah;")
    file = reading.files[0]
    assert (file.heading_row, file.rows) == (2, 1)
    assert "Kelurahan" in file.meanings
    assert not reading.problems


def test_a_row_of_states_without_a_kelurahan_is_no_second_heading() -> None:
    reading = read_text("Kelurahan;Gerai;Usaha\n;ada;ada\nGambir;ada;ada")
    assert [problem.row for problem in reading.problems] == [2]


def test_a_group_heading_may_stand_alone_in_its_row() -> None:
    reading = read_text(
        ";;SK Badan Hukum;;NIB;\nNo;Kelurahan;Nomor;Tanggal;Nomor;Tanggal\n1;Gambir;;1/6/2025;;"
    )
    assert list(reading.files[0].meanings.values()) == [
        "kelurahan",
        "sk_kemenkop_nomor",
        "sk_kemenkop",
        "nib_nomor",
        "nib",
    ]


def test_a_group_that_says_running_does_not_make_a_place_of_it() -> None:
    text = "No;Kelurahan;Operasional;\n;;Gerai;Usaha\n1;Gambir;belum;belum"
    problem = read_text(text).problems[0]
    assert (problem.column, "Usaha dan Gerai" in problem.message) == ("Operasional Gerai", True)
    mapped = read_text(text, maps=("Operasional Gerai=",))
    assert values_of(mapped) == {"Gambir": {"usaha": "belum"}}


def test_square_metres_in_a_lower_heading_are_no_data() -> None:
    text = (
        "No;Kelurahan;Gerai;;;\n;;Alamat;Luas (m2);Status;Tanggal\n1;Gambir;Jl. X;24;sudah;1/2/2026"
    )
    assert values_of(read_text(text)) == {"Gambir": {"gerai": "2026-02-01"}}


def test_a_group_of_an_unclear_year_is_asked_for() -> None:
    text = "No;Kelurahan;RAT 2026;\n;;Gerai;Anggota\n1;Gambir;belum;12"
    assert values_of(read_text(text))["Gambir"]["anggota"] == "12"
