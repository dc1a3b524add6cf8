"""A heading in the words of offices → its field; what is only near is never taken."""

from __future__ import annotations

import re

import pytest

from kkmp_cli.errors import Refused
from office_sheets import (
    only_problem,
    read_text,
    values_of,
)


def test_an_ambiguous_rat_is_refused_until_a_map_says_which() -> None:
    text = "Kelurahan;RAT 2026\nGambir;1/3/2026"
    reading = read_text(text)
    assert reading.blocked and "RAT 2026=rat_2025" in only_problem(reading).remedy
    assert values_of(read_text(text, maps=("RAT 2026=rat_2025",))) == {
        "Gambir": {"rat_2025": "2026-03-01"}
    }


@pytest.mark.parametrize(
    "text",
    [
        "Kelurahan;RAT Tahun 2026\nGambir;sudah",
        "No;Kelurahan;Tahun 2026;\n;;RAT;Anggota\n1;Gambir;sudah;10",
    ],
)
def test_a_year_that_is_no_book_year_is_asked_for(text: str) -> None:
    assert '--map "RAT Tahun 2026=rat_2025"' in only_problem(read_text(text)).remedy
    reading = read_text(text, maps=("RAT Tahun 2026=rat_2025",))
    assert values_of(reading)["Gambir"]["rat_2025"] == "sudah"


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Apakah sudah memiliki NIB?", "nib"),
        ("Apakah sudah RAT Tahun Buku 2025?", "rat_2025"),
        ("Apakah sudah RAT?", "rat_2025"),
        ("Kapan RAT dilaksanakan?", "rat_2025"),
        ("Apakah usaha sudah berjalan?", "usaha"),
        ("Sejak kapan usaha berjalan?", "usaha"),
        ("Operasional Usaha", "usaha"),
        ("Tgl Buka Usaha", "usaha"),
        ("Status Gerai saat ini", "gerai"),
        ("SK Kemenkop / AHU", "sk_kemenkop"),
        ("Berapa jumlah anggota?", "anggota"),
        ("SK AHU (v)", "sk_kemenkop"),
        ("Hari Operasional", None),
        ("Jam Operasional", None),
        ("Usaha Utama", None),
        ("SK Lurah", None),
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
    assert read_text(f"Kelurahan;{heading}\nGambir;").files[0].meanings.get(heading) == field


def test_the_remedy_of_an_ambiguous_year_names_the_whole_heading() -> None:
    problem = only_problem(read_text("Kelurahan;Tanggal RAT 2026\nGambir;1/2/2026"))
    assert '--map "Tanggal RAT 2026=rat_2025"' in problem.remedy
    assert not read_text(
        "Kelurahan;Tanggal RAT 2026\nGambir;1/2/2026", maps=("Tanggal RAT 2026=rat_2025",)
    ).problems


@pytest.mark.parametrize("heading", ["RAT TB 2024", "RAT 2024", "rat_2024", "rat_2024_kendala"])
def test_a_book_year_before_the_first_is_refused(heading: str) -> None:
    text = f"Kelurahan;NIB;{heading}\nGambir;sudah;sudah"
    problem = only_problem(read_text(text))
    assert "mulai tahun buku 2025" in problem.message
    assert not read_text(text, maps=(f"{heading}=",)).problems
    assert (
        values_of(read_text(text, maps=(f"{heading}=catatan",)))["Gambir"]["catatan"]
        == f"{heading}: sudah"
    )
    with pytest.raises(Refused, match="tahun buku 2025"):
        read_text(text, maps=(f"{heading}=rat_2024",))


@pytest.mark.parametrize("heading", ["Rencana RAT 2026", "Kendala RAT 2026"])
def test_the_remedy_of_an_ambiguous_year_names_the_field_of_the_heading(heading: str) -> None:
    text = f"Kelurahan;{heading}\nGambir;2027"
    maps = re.findall(r'--map "([^"]*)"', only_problem(read_text(text)).remedy)
    assert len(maps) == 2
    for ready in maps:
        assert not [one for one in read_text(text, maps=(ready,)).problems if one.row == 1]
