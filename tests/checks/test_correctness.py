"""What cannot be so is found."""

from __future__ import annotations

import pytest

from checks.well_kept import CIDENG, GAMBIR, complete, findings, held


@pytest.mark.parametrize(
    ("code", "others"),
    [
        ("tanggal_sebelum_2025", {"musyawarah": "2024-05-31"}),
        ("rat_sebelum_tutup_buku", {"rat_2025": "2025-12-20"}),
    ],
)
def test_one_thing_amiss_is_found_alone(code: str, others: dict[str, str]) -> None:
    assert findings(held(complete(GAMBIR, **others), complete(CIDENG))) == {code: ["Gambir"]}


def test_a_rat_without_a_date_is_found_too_where_its_year_has_not_ended() -> None:
    found = findings(held(complete(GAMBIR, rat_2026="sudah"), complete(CIDENG)))
    assert found["rat_sebelum_tutup_buku"] == ["Gambir"]


def test_a_number_on_two_cooperatives_is_an_error() -> None:
    twice = held(complete(GAMBIR), complete(CIDENG, nib_nomor="0123456789011"))
    assert findings(twice) == {"nomor_ganda": ["Gambir", "Cideng"]}
    other_bank = held(
        complete(GAMBIR), complete(CIDENG, rekening_nomor="123451", rekening_bank="BNI")
    )
    assert findings(other_bank) == {"rekening_dua_bank": ["Gambir", "Cideng"]}


def test_a_date_after_today_is_an_error() -> None:
    assert findings(held(complete(GAMBIR), complete(CIDENG))._replace(day="2026-03-09"))[
        "tanggal_masa_depan"
    ]
