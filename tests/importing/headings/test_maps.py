"""What an officer says that a heading means: `--map`."""

from __future__ import annotations

import pytest

from kkmp_cli.errors import Refused
from office_sheets import (
    read_text,
    values_of,
)


def test_a_map_takes_the_heading_as_it_was_shown() -> None:
    text = "Kelurahan;NIB;\n;Nomor;Tanggal\nGambir;8120012345678;1/7/2025"
    reading = read_text(text, maps=("NIB Tanggal=",))
    assert values_of(reading) == {"Gambir": {"nib_nomor": "8120012345678"}}
    assert reading.files[0].ignored == ("NIB Tanggal",)


def test_an_ambiguous_heading_can_be_kept_as_a_note() -> None:
    text = "Kelurahan;RAT 2026\nGambir;sudah"
    assert values_of(read_text(text, maps=("RAT 2026=catatan",))) == {
        "Gambir": {"catatan": "RAT 2026: sudah"}
    }


def test_a_map_gives_a_column_its_meaning() -> None:
    text = (
        "Wilayah Kerja;Izin;Mitra;Mitra 2;NIK Ketua\nGambir;sudah;Bulog;Bank "
        "X;3171\nCideng;belum;;;"
    )
    maps = ("Wilayah Kerja=kelurahan", "Izin=nib", "Mitra 2=catatan", "NIK Ketua=")
    reading = read_text(text, maps=maps)
    assert values_of(reading) == {
        "Gambir": {"nib": "sudah", "mitra": "Bulog", "catatan": "Mitra 2: Bank X"},
        "Cideng": {"nib": "belum"},
    }
    assert reading.files[0].ignored == ("NIK Ketua",)


@pytest.mark.parametrize("wrong", [("NIB",), ("NIB=nibb",), ("Tidak Ada=nib",), ("=nib",)])
def test_a_map_that_fits_nothing_is_refused(wrong: tuple[str, ...]) -> None:
    with pytest.raises(Refused) as refused:
        read_text("Kelurahan;NIB\nGambir;sudah", maps=wrong)
    assert refused.value.remedy


def test_a_column_of_dates_stands_beside_that_of_the_states() -> None:
    text = "Kelurahan;Usaha;Buka\nGambir;sudah;1/2/2026\nCideng;belum;"
    problem = read_text(text, maps=("Buka=usaha",)).problems[0]
    assert '--map "Buka=usaha_tanggal"' in problem.remedy
    for name in ("usaha_tanggal", "USAHA_TANGGAL"):
        assert values_of(read_text(text, maps=(f"Buka={name}",))) == {
            "Gambir": {"usaha": "2026-02-01"},
            "Cideng": {"usaha": "belum"},
        }
    rat = "Kelurahan;RAT;Kpn\nGambir;sudah;1/2/2026"
    assert values_of(read_text(rat, maps=("Kpn=rat_tanggal",))) == {
        "Gambir": {"rat_2025": "2026-02-01"}
    }


def test_only_a_milestone_has_a_column_of_dates() -> None:
    with pytest.raises(Refused, match="anggota_tanggal"):
        read_text("Kelurahan;Anggota;Tgl\nGambir;1;1/2/2026", maps=("Tgl=anggota_tanggal",))
