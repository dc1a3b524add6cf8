"""`check` looks at the office's own fields by their kind, and says where to mend."""

from __future__ import annotations

from typing import Any

import pytest

from running import Office

pytestmark = pytest.mark.both_engines

MARCH, APRIL, MAY = (("--per", f"2026-0{month}-10") for month in (3, 4, 5))


def findings(office: Office) -> dict[str, Any]:
    rules = office.run("check", "--json", "--rinci").json["aturan"]
    return {rule["kode"]: rule["rincian"] for rule in rules if rule["rincian"]}


def declare(office: Office, key: str, kind: str, *more: str) -> None:
    office.good("field", "add", key, f"{key} gerai", "--kind", kind, "--arti", "arti", *more)


def test_a_number_in_other_units_is_told_until_it_is_mended(pusat: Office) -> None:
    declare(pusat, "omzet", "rupiah")
    pusat.good("update", "Gambir", "--x-omzet", "12.500.000", *MARCH)
    assert "angka_jauh_dari_sebelumnya" not in findings(pusat)
    pusat.good("update", "Gambir", "--x-omzet", "12", *APRIL)
    (one,) = findings(pusat)["angka_jauh_dari_sebelumnya"]
    assert (one["nama"], one["rincian"]) == ("Gambir", "omzet gerai Rp12.500.000, lalu Rp12")
    pusat.good("update", "Gambir", "--x-omzet", "12 juta", *MAY)
    assert "angka_jauh_dari_sebelumnya" not in findings(pusat)


def test_an_own_stage_that_is_there_without_a_date_is_told(pusat: Office) -> None:
    declare(pusat, "sertifikat", "tahap")
    pusat.good("update", "Gambir", "--x-sertifikat", "2026-01-02", *MARCH)
    pusat.good("update", "Cideng", "--x-sertifikat", "sudah", *MARCH)
    told = {(one["nama"], one["rincian"]) for one in findings(pusat)["sudah_tanpa_tanggal"]}
    assert ("Cideng", "sertifikat gerai") in told
    assert not any("sertifikat" in detail for name, detail in told if name == "Gambir")


def test_a_retired_choice_and_a_field_without_any_value_are_told(pusat: Office) -> None:
    declare(pusat, "asal", "pilihan", "--pilihan", "Sewa,Hibah,Beli")
    declare(pusat, "sewa", "tanggal")
    pusat.good("update", "Gambir", "--x-asal", "hibah", *MARCH)
    pusat.good("field", "update", "asal", "--pensiunkan", "Hibah")
    found = findings(pusat)
    assert [one["nama"] for one in found["pilihan_pensiun"]] == ["Gambir"]
    assert [one["nama"] for one in found["bidang_tanpa_isi"]] == ["sewa gerai"]
    pusat.good("template", "--kota", "jakpus", "-o", pusat.register.with_name("isian.xlsx"))
    pusat.good("field", "retire", "x_sewa")
    assert "bidang_tanpa_isi" not in findings(pusat)


def test_a_register_without_own_fields_has_the_rules_that_it_had(pusat: Office) -> None:
    before = pusat.run("check").out
    declare(pusat, "omzet", "rupiah")
    assert pusat.run("check").out != before
    pusat.good("field", "remove", "omzet")
    assert pusat.run("check").out == before
