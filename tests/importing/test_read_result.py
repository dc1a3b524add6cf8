"""What the files of a call state together."""

from __future__ import annotations

from kkmp_cli.importing import ReadResult, absent
from kkmp_cli.model.area import Area
from office_sheets import (
    INDEX,
    read_text,
)


def _in_kota(code: str) -> list[Area]:
    return [area for area in INDEX.areas if area.kota_code == code]


def _told(reading: ReadResult, *names: str) -> list[list[str]]:
    left = [INDEX.find(name) for name in names]
    return [[area.kelurahan for area in areas] for areas in absent(reading, left, _in_kota)]


def test_cooperatives_of_the_kecamatan_of_a_sheet_that_no_file_names_are_told() -> None:
    reading = read_text("Kelurahan;NIB\nGambir;x", "Kelurahan;NIB\nKartini;belum")
    told = _told(reading, "Cideng", "Semanan", "Senen", "Karang Anyar")
    assert told == [["Cideng"], ["Karang Anyar"]]


def test_a_sheet_with_most_kecamatan_of_a_kota_is_one_of_the_kota() -> None:
    names = ("Gambir", "Kartini", "Kemayoran", "Senen", "Rawasari")
    reading = read_text("\n".join(("Kelurahan;NIB", *(f"{name};v" for name in names))))
    assert _told(reading, "Cideng", "Semanan", "Galur") == [["Cideng", "Galur"]]
