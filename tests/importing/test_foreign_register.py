from __future__ import annotations

from kkmp_cli.importing.foreign_register import Thing


def test_a_record_is_called_by_its_number_and_its_words() -> None:
    row = {"judul": "Dasar", "uraian": None}
    assert Thing("pelatihan", 3, row).title == "Pelatihan 3 (Dasar)"
    assert Thing("target", None, {"milestone": "usaha"}).title == "Target (usaha)"
