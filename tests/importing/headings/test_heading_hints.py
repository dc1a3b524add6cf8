"""What is said of a heading that is not read: a field only where it shares a word that tells."""

from __future__ import annotations

import csv

import pytest

from kkmp_cli.importing.headings.heading_hints import nearest, unread_milestone
from kkmp_cli.model.vocabulary import built_in
from office_sheets import only_problem, read_text, values_of


def unknown_of(*headings: str) -> list[tuple[str | None, str]]:
    text = f"Kelurahan;{';'.join(headings)}\nGambir;{';' * len(headings)}"
    return [(one.nearest, one.map) for one in read_text(text).files[0].unknown]


def test_a_field_is_named_where_a_distinctive_word_is_shared_and_the_others_are_misspelt() -> None:
    (hint,) = unknown_of("Nomer Indux Berusaha OSS")
    assert hint == ("nib_nomor", '--map "Nomer Indux Berusaha OSS=nib_nomor"')


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Tanggal BH",
            "Tgl BH",
            "Anggota L",
            "Anggota P",
            "Anggota Aktif",
            "Nama BA",
            "BA",
            "SHU",
        ),
        *("Rencana Bisnis", "Proposal Bisnis", "Tanggal Update", "Tanggal Input", "Status Akun"),
        *("No. Akta", "Tanggal Akta", "Jenis Koperasi", "Status Rapat", "Rapat Anggota", "SKU"),
        *("Jenis Usaha Utama", "Alamat Gerai", "Luas Gerai", "Nama Rekening", "Legalitas"),
        *("Rekening 2", "Izin Usaha", "No NPWP Ketua", "Tgl SK Lurah", "Nama Bank Penyalur", "Zzz"),
    ],
)
def test_what_only_resembles_a_field_is_not_called_it(text: str) -> None:
    assert nearest(text, built_in()) is None
    ((near, _),) = unknown_of(text)
    assert near is None


def test_a_hint_never_leads_to_a_personal_field_or_to_one_that_another_column_states() -> None:
    text = "Kelurahan;Berusaha Nomor Indux;NIB;NIK Ketua;Notaris Telepon;Belum Rekening\nGambir;;v"
    assert [(one.nearest, one.map) for one in read_text(text).files[0].unknown] == [
        (None, '--map "Berusaha Nomor Indux="'),
        (None, '--map "NIK Ketua="'),
        (None, '--map "Notaris Telepon="'),
        (None, '--map "Belum Rekening=…"'),
    ]


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("Operasional Gerai", ["usaha", "gerai"]),
        ("NIB/NPWP", ["nib", "npwp"]),
        ("Usaha Aktif", ["usaha"]),
        ("Gerai/Kantor", ["gerai"]),
        ("Apakah koperasi memiliki gerai sendiri?", ["gerai"]),
        ("Gerai Sudah Dibangun", ["gerai"]),
        ("Sudah ada unit usaha?", ["usaha"]),
        ("RAT 2025 (dilaksanakan 2026)", ["rat_2025"]),
    ],
)
def test_a_column_that_asks_for_a_milestone_is_not_passed_over(
    heading: str, names: list[str]
) -> None:
    text = f"Kelurahan;Anggota;{heading}\nGambir;12;sudah"
    problem = only_problem(read_text(text))
    assert (problem.cell, problem.column) == ("C1", heading)
    for name in names:
        assert f'--map "{heading}={name}"' in problem.remedy
        mapped = read_text(text, maps=(f"{heading}={name}",))
        assert values_of(mapped)["Gambir"] == {"anggota": "12", name: "sudah"}
    for way in (f"{heading}=", f"{heading}=catatan"):
        assert f'--map "{way}"' in problem.remedy
        assert not read_text(text, maps=(way,)).problems


@pytest.mark.parametrize(
    "heading",
    [
        *("Keterangan RAT", "NIB Belum", "Jumlah Gerai", "Alamat Gerai", "Jam Operasional"),
        *("Progres Pembangunan Gerai/Gudang (%)", "Apakah ada kendala usaha?", "Tahun RAT"),
        *("Apakah RAT sudah dilaporkan di SIMKOPDES?", "Modal Usaha", "Rencana RAT dan Usaha"),
    ],
)
def test_a_note_or_a_measure_of_a_milestone_is_no_error(heading: str) -> None:
    assert unread_milestone(heading, built_in()) is None


def test_group_headings_of_several_milestones_are_no_error() -> None:
    line = next(csv.reader(['"No;Kelurahan;Legalitas (NIB/NPWP);;Gerai & Usaha;"']))[0]
    reading = read_text(f"{line}\n;;NIB;NPWP;Gerai;Usaha\n1;Gambir;v;belum;v;belum")
    assert values_of(reading)["Gambir"] == {
        "nib": "sudah",
        "npwp": "belum",
        "gerai": "sudah",
        "usaha": "belum",
    }
