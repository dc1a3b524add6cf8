"""What is missing beside what is known is found."""

from __future__ import annotations

import pytest

from checks.well_kept import CIDENG, GAMBIR, complete, findings, held
from kkmp_cli.checks import examine


@pytest.mark.parametrize(
    ("code", "others"),
    [
        ("sudah_tanpa_tanggal", {"gerai": "sudah"}),
        ("sudah_tanpa_nomor", {"nib_nomor": ""}),
        ("rekening_tanpa_bank", {"rekening_bank": ""}),
        ("usaha_tanpa_unit", {"unit_usaha": ""}),
    ],
)
def test_one_thing_amiss_is_found_alone(code: str, others: dict[str, str]) -> None:
    assert findings(held(complete(GAMBIR, **others), complete(CIDENG))) == {code: ["Gambir"]}


@pytest.mark.parametrize(
    ("code", "others"),
    [
        ("belum_ada_data", {"gerai": ""}),
        ("terkendala_tanpa_sebab", {"usaha": "terkendala"}),
    ],
)
def test_one_thing_amiss_is_found(code: str, others: dict[str, str]) -> None:
    assert findings(held(complete(GAMBIR, **others), complete(CIDENG)))[code] == ["Gambir"]


def test_a_kota_that_is_not_complete_names_what_is_missing() -> None:
    (result,) = [result for result in examine(held(complete(GAMBIR))) if result.findings]
    assert result.rule.code == "kota_tidak_lengkap"
    assert "Cideng" in result.findings[0].detail
