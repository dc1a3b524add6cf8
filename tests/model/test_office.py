"""The office as its settings tell it."""

from __future__ import annotations

from kkmp_cli.model.office import UNSET, Signatory, office_of
from kkmp_cli.settings.keys import KEYS


def test_without_settings_nothing_is_set() -> None:
    assert office_of(lambda key: "") == UNSET


def test_every_setting_of_a_letter_has_its_place() -> None:
    asked: list[str] = []

    def value(key: str) -> str:
        asked.append(key)
        return f"{key} 1\n{key} 2"

    office = office_of(value)
    assert office.above == ("kop 1", "kop 2")
    assert office.name == ("kantor 1", "kantor 2")
    assert office.below == ("alamat 1", "alamat 2")
    assert office.signer.position == ("penandatangan_jabatan 1", "penandatangan_jabatan 2")
    assert office.witness.name == "mengetahui_nama 1\nmengetahui_nama 2"
    assert sorted(asked) == sorted(KEYS.keys() - {"kota", "petugas", "lama_tanpa_kabar"})
    assert Signatory() == UNSET.signer
