"""A jabatan belongs to an organ by its leading words."""

from __future__ import annotations

import pytest

from kkmp_cli.errors import CellError
from kkmp_cli.importing.attendance.organs import PENGAWAS, PENGURUS, is_guest, organ_of

OF_PENGURUS = (
    "Ketua",
    "ketua II",
    "Wakil Ketua Bid. Usaha",
    "Wakil Ketua Bidang Pengawasan",
    "Wk. Ketua I",
    "Sekretaris I",
    "Sekretaris 1",
    "Sekr.",
    "Bendahara III",
    "Wakil Bendahara",
    "Anggota Pengurus",
    "Plt. Ketua",
    "Ketua KKMP Gambir",
    "Ketua Koperasi Kelurahan Merah Putih",
    "Pengurus",
    "Unsur pengurus",
    "Manajer Gerai",
)
OF_PENGAWAS = (
    "Pengawas",
    "Anggota Pengawas",
    "Ketua Pengawas",
    "Ketua Badan Pengawas",
    "Pengawas 2",
    "Lurah",
    "Lurah Gambir",
    "Plh Lurah",
    "Kepala Desa",
    "Kepala Desa Sukamaju",
    "Lurah selaku Ketua Pengawas",
)


@pytest.mark.parametrize("jabatan", OF_PENGURUS)
def test_a_jabatan_of_the_board(jabatan: str) -> None:
    assert organ_of(jabatan) == PENGURUS


@pytest.mark.parametrize("jabatan", OF_PENGAWAS)
def test_a_jabatan_of_the_overseers(jabatan: str) -> None:
    assert organ_of(jabatan) == PENGAWAS


OF_NEITHER = ("", "tukang", "Anggota", "Ketua RW 05", "Sekretaris Kelurahan", "Wakil Lurah", "12")


@pytest.mark.parametrize("jabatan", OF_NEITHER)
def test_a_jabatan_of_another_body_or_of_none_is_refused(jabatan: str) -> None:
    with pytest.raises(CellError):
        organ_of(jabatan)


GUESTS = ("Narasumber", "panitia", "MC", "Ketua RW 05", "Sekretaris Kelurahan", "Staf Sudin PPKUKM")


@pytest.mark.parametrize("jabatan", GUESTS)
def test_a_guest_is_plainly_none_of_a_cooperative(jabatan: str) -> None:
    assert is_guest(jabatan)


@pytest.mark.parametrize("jabatan", [*OF_PENGURUS, *OF_PENGAWAS, "", "tukang", "Bendahra"])
def test_nobody_else_is_taken_for_a_guest(jabatan: str) -> None:
    assert not is_guest(jabatan)
