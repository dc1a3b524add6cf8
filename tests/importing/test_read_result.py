"""What the files of a call state together."""

from __future__ import annotations

from kkmp_cli.importing import absent
from kkmp_cli.model.area import Area
from office_sheets import (
    INDEX,
    read_text,
)


def _in_kota(code: str) -> list[Area]:
    return [area for area in INDEX.areas if area.kota_code == code]


def test_cooperatives_of_the_kota_that_no_file_names_are_told() -> None:
    reading = read_text("Kelurahan;NIB\nGambir;x", "Kelurahan;NIB\nCideng;belum")
    left = [INDEX.find(name) for name in ("Kartini", "Semanan", "Senen")]
    told = [[area.kelurahan for area in areas] for areas in absent(reading, left, _in_kota)]
    assert told == [["Kartini", "Senen"], ["Kartini", "Senen"]]
