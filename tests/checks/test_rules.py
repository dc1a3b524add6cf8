"""Each rule finds what it is for, and nothing in a register where all is well."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from kkmp_cli.checks import GROUPS, RULES, SEVERITIES, Held, examine
from kkmp_cli.milestones import MILESTONES, field_code
from kkmp_cli.model.area import Area
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.followup import FollowUp
from kkmp_cli.model.projection import project
from kkmp_cli.model.timeline import FieldEvent

TODAY = "2026-03-10"
GAMBIR = Area(
    1, "31.71.01.1001", "Gambir", "Gambir", "Kota Administrasi Jakarta Pusat", "DKI Jakarta"
)
CIDENG = Area(
    2, "31.71.01.1002", "Cideng", "Gambir", "Kota Administrasi Jakarta Pusat", "DKI Jakarta"
)
SAID = tuple[str, str, str]
"""Field, value, per."""


def cooperative(area: Area, *said: SAID) -> Cooperative:
    state = project(
        FieldEvent(field, value, per, order) for order, (field, value, per) in enumerate(said)
    )
    return Cooperative(
        area.id, area, state.values, state.pers, state.states, state.obstacles, state.plans
    )


def complete(area: Area, **others: str) -> Cooperative:
    """A cooperative of which all is known, confirmed today, and nothing wants attention."""
    said = {field_code(milestone, 2025): "2025-08-10" for milestone in MILESTONES}
    said |= {
        f"{m.code}_nomor": f"{area.id:0{m.number.digits[0]}}"
        for m in MILESTONES
        if m.number and m.number.digits
    }
    said |= {
        "rat_2025": "2026-02-10",
        "musyawarah": "2025-05-31",
        "sk_kemenkop": "2025-06-20",
        "sk_kemenkop_nomor": f"AHU-{area.id}",
        "nib_nomor": f"012345678901{area.id}",
        "npwp_nomor": f"002421275509100{area.id}",
        "rekening_nomor": f"12345{area.id}",
        "rekening_bank": "BRI",
        "unit_usaha": "sembako",
    } | others
    return cooperative(area, *((name, value, TODAY) for name, value in said.items() if value))


def held(*cooperatives: Cooperative, **others: object) -> Held:
    found = Held(
        (GAMBIR, CIDENG), cooperatives or (complete(GAMBIR), complete(CIDENG)), (), (), TODAY
    )
    return replace(found, **others)  # type: ignore[arg-type]


def findings(looked_at: Held) -> Mapping[str, list[str]]:
    """Rule → the names it found, of the rules that found anything."""
    return {
        result.rule.code: [finding.name for finding in result.findings]
        for result in examine(looked_at)
        if result.findings
    }


def test_where_all_is_well_nothing_is_found() -> None:
    assert findings(held()) == {}


def test_every_rule_has_its_words_once() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.group in GROUPS
        assert rule.severity in SEVERITIES
        assert rule.sentence
        assert rule.remedy


@pytest.mark.parametrize(
    ("code", "others"),
    [
        ("tanggal_sebelum_2025", {"musyawarah": "2024-05-31"}),
        ("rat_sebelum_tutup_buku", {"rat_2025": "2025-12-20"}),
        ("sudah_tanpa_tanggal", {"gerai": "sudah"}),
        ("sudah_tanpa_nomor", {"nib_nomor": ""}),
        ("rekening_tanpa_bank", {"rekening_bank": ""}),
        ("usaha_tanpa_unit", {"unit_usaha": ""}),
        ("berkas_sebelum_sk", {"nib": "2025-06-01"}),
        ("berkas_sebelum_sk", {"sk_kemenkop": "2025-04-01"}),
    ],
)
def test_one_thing_amiss_is_found_alone(code: str, others: dict[str, str]) -> None:
    assert findings(held(complete(GAMBIR, **others), complete(CIDENG))) == {code: ["Gambir"]}


def test_a_rat_without_a_date_is_found_too_where_its_year_has_not_ended() -> None:
    found = findings(held(complete(GAMBIR, rat_2026="sudah"), complete(CIDENG)))
    assert found["rat_sebelum_tutup_buku"] == ["Gambir"]


@pytest.mark.parametrize(
    ("code", "others"),
    [
        ("belum_ada_data", {"gerai": ""}),
        ("terkendala_tanpa_sebab", {"usaha": "terkendala"}),
        ("nomor_tanpa_sudah", {"nib": "proses"}),
        ("nomor_tanpa_sudah", {"nib": ""}),
        ("berhenti_dengan_unit", {"usaha": "berhenti 2026-01-10"}),
        ("gerai_lama_tanpa_usaha", {"usaha": "belum"}),
        ("usaha_tanpa_berkas", {"npwp": "belum"}),
        ("rencana_lewat", {"usaha": "belum", "usaha_rencana": "2026-02"}),
    ],
)
def test_one_thing_amiss_is_found(code: str, others: dict[str, str]) -> None:
    assert findings(held(complete(GAMBIR, **others), complete(CIDENG)))[code] == ["Gambir"]


def test_a_number_on_two_cooperatives_is_an_error() -> None:
    twice = held(complete(GAMBIR), complete(CIDENG, nib_nomor="0123456789011"))
    assert findings(twice) == {"nomor_ganda": ["Gambir", "Cideng"]}
    other_bank = held(
        complete(GAMBIR), complete(CIDENG, rekening_nomor="123451", rekening_bank="BNI")
    )
    assert findings(other_bank) == {"rekening_dua_bank": ["Gambir", "Cideng"]}


def test_a_date_after_today_is_an_error() -> None:
    assert findings(replace(held(complete(GAMBIR), complete(CIDENG)), day="2026-03-09"))[
        "tanggal_masa_depan"
    ]


def test_what_is_open_or_can_stop_wants_confirming_and_a_paper_does_not() -> None:
    old = "2026-02-01"
    said = [
        ("nib", "2025-07-01", old),
        ("npwp", "proses", old),
        ("usaha", "2025-08-01", old),
        ("gerai", "belum", TODAY),
    ]
    found = [
        result
        for result in examine(held(cooperative(GAMBIR, *said), complete(CIDENG)))
        if result.rule.code == "belum_dikonfirmasi"
    ]
    (finding,) = found[0].findings
    assert finding.name == "Gambir"
    assert "NPWP, Usaha" in finding.detail
    assert "NIB" not in finding.detail
    assert "Gerai" not in finding.detail


def test_a_dissolved_cooperative_is_left_in_peace() -> None:
    gone = cooperative(
        GAMBIR, ("status", "bubar 2026-02-01", TODAY), ("usaha", "proses", "2025-08-01")
    )
    assert findings(held(gone, complete(CIDENG))) == {}


def test_a_kota_that_is_not_complete_names_what_is_missing() -> None:
    (result,) = [result for result in examine(held(complete(GAMBIR))) if result.findings]
    assert result.rule.code == "kota_tidak_lengkap"
    assert "Cideng" in result.findings[0].detail


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


def test_a_late_followup_is_found_without_its_text() -> None:
    item = FollowUp(7, "telepon Budi", "Seksi Koperasi", "2026-03-01", "31.71")
    assert findings(held(followups=(item,))) == {"tindak_lanjut_lewat": ["tindak lanjut 7"]}
    assert findings(held(followups=(item._replace(selesai="2026-03-02"),))) == {}
