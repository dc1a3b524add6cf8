"""The columns that are not read, as an officer is asked about them."""

from __future__ import annotations

import pytest

from kkmp_cli.importing.open_columns import OpenColumn, open_columns, unread_as
from kkmp_cli.model.vocabulary import built_in
from office_sheets import read_text


def of(text: str) -> list[OpenColumn]:
    return [*open_columns(read_text(text))]


def test_a_column_is_told_with_what_states_something_in_it() -> None:
    (one,) = of("Kelurahan;NIB;Listrik\nGambir;v;PLN\nCideng;v;-\nDuri Pulo;v;PLN\nCikini;v;genset")
    assert (one.heading, one.letter, one.name) == ("Listrik", "C", "Listrik")
    assert (one.cells, one.samples) == (("PLN", "PLN", "genset"), ("PLN", "genset"))
    assert one.new is not None and not one.why and not one.ways and not one.personal


def test_an_empty_column_is_none_unless_it_is_in_the_way() -> None:
    assert of("Kelurahan;NIB;Listrik\nGambir;v;-") == []
    (one,) = of("Kelurahan;NIB;RAT 2026\nGambir;v;")
    assert one.why.endswith("diadakan tahun 2026 atau tahun buku 2026")
    assert (one.ways, one.cells) == (("rat_2025", "rat_2026"), ())


@pytest.mark.parametrize(
    ("heading", "ways"),
    [
        ("Gerai/Kantor", ("gerai",)),
        ("NIB/NPWP", ("nib", "npwp")),
        ("RAT 2025 (dilaksanakan 2026)", ("rat_2025",)),
        ("RAT 2024", ()),
        ("x_omzet", ()),
    ],
)
def test_a_column_in_the_way_tells_which_fields_it_may_be(
    heading: str, ways: tuple[str, ...]
) -> None:
    (one,) = of(f"Kelurahan;Anggota;{heading}\nGambir;12;sudah")
    assert one.why
    assert one.ways == ways


def test_a_proposal_is_the_nearest_field_or_the_milestone_left_of_a_kendala() -> None:
    near, kendala = of("Kelurahan;Nomer Indux Berusaha;SK;RAT;Ket;Kendala\nGambir;1;v;v;a;modal")
    assert (near.ways, kendala.ways) == (("nib_nomor",), ("rat_2025_kendala",))
    (one,) = of("Kelurahan;Gerai;Usaha;RAT;Ket;Kendala\nGambir;v;v;v;a;modal")
    assert one.ways == ("rat_2025_kendala", "usaha_kendala", "gerai_kendala")


def test_a_column_that_its_heading_does_not_name_is_named_by_its_letter() -> None:
    first, bare, second = of("Kelurahan;Isi;;Isi;NIB\nGambir;a;b;c;v")
    assert [one.name for one in (first, bare, second)] == ["kolom B", "kolom C", "kolom D"]
    assert (bare.heading, bare.cells) == ("", ("b",))


def test_two_files_are_asked_about_once_and_never_by_a_letter() -> None:
    one = "Kelurahan;NIB;Listrik;;Isi\nGambir;v;PLN;7;x"
    first, second = open_columns(read_text(one, "Kelurahan;NIB;;LISTRIK\nCideng;v;8;genset"))
    assert (first.heading, first.cells) == ("Listrik", ("PLN", "genset"))
    assert first.place == "isian.csv"
    assert first.new is not None and first.new.cells == first.cells
    assert second.heading == "Isi"


@pytest.mark.parametrize(
    ("heading", "cell", "personal"),
    [
        *(("Nama Bendahara", "Contoh", True), ("Email", "a@contoh.id", True)),
        *(("Isi", "0812 3456 7890", True), ("Tgl Lahir Ketua", "1/1/1980", True)),
        *(("Jumlah Pengurus", "5", False), ("Nama Bank Penyalur", "BRI", False)),
        ("Warna Papan Nama", "Merah", False),
        *(("SK Lurah", "12/2025", False), ("Alamat Gerai", "Jl. Contoh", False)),
    ],
)
def test_what_tells_who_a_person_is_is_known(heading: str, cell: str, personal: bool) -> None:
    (one,) = of(f"Kelurahan;NIB;{heading}\nGambir;v;{cell}")
    assert one.personal is personal
    assert one.new is None or not personal


def test_the_moments_of_a_web_form_are_no_such_column() -> None:
    text = "Timestamp;Kelurahan;NIB\n2026/03/09 9:15:32 AM GMT+7;Gambir;v"
    assert of(text) == []


def test_cells_that_do_not_read_as_a_field_are_told() -> None:
    cells = ("sudah", "x", "10 Maret 2026")
    assert unread_as("usaha", cells, built_in()) == ["x"]
    assert unread_as("usaha_tanggal", cells, built_in()) == ["x"]
    assert unread_as("anggota", cells, built_in()) == [*cells]
    assert unread_as("x_tidak_ada", cells, built_in()) == [*cells]
