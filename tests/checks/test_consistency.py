"""What is known and does not go together is found."""

from __future__ import annotations

import pytest

from checks.well_kept import CIDENG, GAMBIR, complete, findings, held
from kkmp_cli.model.area import Area


@pytest.mark.parametrize(
    ("code", "others"),
    [
        ("berkas_sebelum_sk", {"nib": "2025-06-01"}),
        ("berkas_sebelum_sk", {"sk_kemenkop": "2025-04-01"}),
    ],
)
def test_one_thing_amiss_is_found_alone(code: str, others: dict[str, str]) -> None:
    assert findings(held(complete(GAMBIR, **others), complete(CIDENG))) == {code: ["Gambir"]}


@pytest.mark.parametrize(
    ("code", "others"),
    [
        ("nomor_tanpa_sudah", {"nib": "proses"}),
        ("nomor_tanpa_sudah", {"nib": ""}),
        ("berhenti_dengan_unit", {"usaha": "berhenti 2026-01-10"}),
        ("gerai_lama_tanpa_usaha", {"usaha": "belum"}),
        ("usaha_tanpa_berkas", {"npwp": "belum"}),
    ],
)
def test_one_thing_amiss_is_found(code: str, others: dict[str, str]) -> None:
    assert findings(held(complete(GAMBIR, **others), complete(CIDENG)))[code] == ["Gambir"]


def test_provisional_codes_and_clashing_spellings_are_found() -> None:
    new = Area(3, "31.71.01.S001", "Gambir Baru", "Gambir", GAMBIR.kota, GAMBIR.provinsi)
    looked_at = held(
        complete(GAMBIR),
        complete(CIDENG),
        complete(new),
        areas=(GAMBIR, CIDENG, new),
        aliases=(
            (GAMBIR.kode, "Kel. Cideng"),
            ("31.99.99.1001", "Tiada"),
            ("31.71", "pusat"),
            ("31.72", "pusat"),
        ),
    )
    found = findings(looked_at)
    assert found["kode_sementara"] == ["Gambir Baru"]
    assert found["ejaan_bentrok"] == ["Kel. Cideng", "pusat"]
    assert found["ejaan_tanpa_wilayah"] == ["Tiada", "pusat"]
