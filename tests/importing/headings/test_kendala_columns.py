"""Whose kendala a column holds of which the heading names no milestone."""

from __future__ import annotations

import pytest

from kkmp_cli.importing.headings.kendala_columns import is_bare
from office_sheets import read_text


def meanings(heading: str, below: str = "") -> list[str]:
    """The fields that are read of a sheet with these headings."""
    rows = [f"Kelurahan;{heading}", *([f";{below}"] if below else []), "Gambir"]
    return [column.field.name for column in read_text("\n".join(rows)).files[0].columns[1:]]


@pytest.mark.parametrize(
    "heading",
    ["Kendala", "PERMASALAHAN", "Kendala/Hambatan", "Masalah yang Dihadapi", "Kendala (jika ada)"],
)
def test_a_heading_that_says_only_kendala_is_bare(heading: str) -> None:
    assert is_bare(heading)


@pytest.mark.parametrize(
    "heading", ["Kendala Usaha", "Kendala lahan", "Jumlah kendala", "Ada", "Jika ada", "Kendaraan"]
)
def test_a_heading_that_says_of_what_is_not(heading: str) -> None:
    assert not is_bare(heading)


@pytest.mark.parametrize(
    ("heading", "fields"),
    [
        ("Kendala;RAT TB 2025", ["rat_2025_kendala", "rat_2025"]),
        ("RAT TB 2025;Lahan;Kendala", ["rat_2025", "rat_2025_kendala"]),
        ("No. NIB;NIB;Luas;Kendala", ["nib_nomor", "nib", "nib_kendala"]),
        ("Usaha;Kendala;RAT TB 2025", ["usaha", "usaha_kendala", "rat_2025"]),
        ("Usaha;Kendala;Gerai;Kendala", ["usaha", "usaha_kendala", "gerai", "gerai_kendala"]),
        ("NIB;Tgl NIB;Kendala;Usaha", ["nib", "nib", "nib_kendala", "usaha"]),
        ("NIB;Usaha;Lahan;Kendala", ["nib", "usaha"]),
        ("Kendala;NIB;Usaha", ["nib", "usaha"]),
        ("Lahan;Kendala", []),
        ("Usaha;Kendala Usaha;Kendala", ["usaha", "usaha_kendala"]),
        ("Usaha;Kendala;Hambatan", ["usaha", "usaha_kendala"]),
    ],
)
def test_it_is_of_the_only_milestone_or_of_the_one_directly_left(
    heading: str, fields: list[str]
) -> None:
    assert meanings(heading) == fields


@pytest.mark.parametrize(
    ("groups", "below", "fields"),
    [
        ("Usaha;Kesiapan;;", ";Kendala;Luas;Gerai", ["usaha", "gerai_kendala", "gerai"]),
        ("Legalitas;;;Usaha", "NIB;NPWP;Kendala;", ["nib", "npwp", "npwp_kendala", "usaha"]),
        ("NIB;Lahan;;Usaha", ";Luas;Kendala;", ["nib", "usaha"]),
        ("NIB;Lahan;", ";Luas;Kendala", ["nib"]),
        (
            "RAT TB 2025;;;Usaha",
            "Status;Tanggal;Kendala;",
            ["rat_2025"] * 2 + ["rat_2025_kendala", "usaha"],
        ),
    ],
)
def test_under_a_group_heading_it_is_of_a_milestone_in_that_group(
    groups: str, below: str, fields: list[str]
) -> None:
    assert meanings(groups, below) == fields


def test_one_that_is_not_read_is_named_with_either_use_of_it() -> None:
    (one,) = (
        read_text("Kelurahan;NIB;Usaha;Lahan;Kendala\nGambir;ada;ada;ada;-").files[0].unknown[1:]
    )
    assert (one.letter, one.nearest) == ("E", None)
    assert one.map == (
        '--map "Kendala=catatan", atau bila itu kendala Usaha: --map "Kendala=usaha_kendala"'
    )


def test_one_in_a_sheet_without_a_milestone_is_offered_for_the_notes_alone() -> None:
    (one,) = read_text("Kelurahan;Anggota;Kendala\nGambir;1;-").files[0].unknown
    assert one.map == '--map "Kendala=catatan"'


def test_of_two_that_are_not_read_each_is_named_by_its_letter() -> None:
    text = "Kelurahan;NIB;Usaha;Lahan;Kendala;Luas;Kendala\nGambir;ada;ada;ada;-;2;-"
    unread = [one for one in read_text(text).files[0].unknown if one.heading == "Kendala"]
    assert [one.map.partition(",")[0] for one in unread] == [
        '--map "kolom E=catatan"',
        '--map "kolom G=catatan"',
    ]
    ways = ("kolom E=usaha_kendala", "kolom G=catatan")
    assert len(read_text(text, maps=ways).files[0].unknown) == 2
