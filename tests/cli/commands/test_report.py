"""`kkmp report`: what stands beside the counts."""

from __future__ import annotations

import pytest

from running import Office

pytestmark = pytest.mark.both_engines

PUSAT = ("--kota", "jakpus")


def test_targets_figures_and_tindak_lanjut_appear_in_the_report(pusat: Office) -> None:
    pusat.good("update", "Gambir", "Cideng", "--nib", "belum")
    pusat.good(
        "target", "set", "nib", "2026-12-31", *PUSAT, "--nilai", "90%", "--sumber", "Wali Kota"
    )
    pusat.good("figure", "add", "nib", "40", *PUSAT, "--per", "2025-12-31", "--sumber", "Antara")
    pusat.good(
        "followup",
        "add",
        "Dampingi NIB",
        *PUSAT,
        "--belum",
        "nib",
        "--penanggung-jawab",
        "Sudin",
        "--batas",
        "2026-01-31",
    )
    report = pusat.good("report", *PUSAT, "--json").json["kota"][0]
    assert {one["milestone"] for one in report["target"]} >= {"nib"}
    assert report["angka_rujukan"][0]["nilai"] in (40, "40")
    assert report["tindak_lanjut"][0]["kode"] == ["31.71.01.1001", "31.71.01.1002"]
    assert pusat.good("followup", "list", "--json").json[0]["terlambat"] is True
    pusat.good("followup", "update", "1", "--batas", "2090-01-31")
    (moved,) = pusat.good("followup", "list", "--json").json
    assert (moved["batas_lama"], moved["terlambat"]) == (["2026-01-31"], False)
    pusat.good("followup", "done", "1", "--hasil", "terbit")
    assert pusat.good("followup", "list", "--json").json == []
    assert pusat.good("followup", "list", "--all", "--json").json[0]["hasil"] == "terbit"
