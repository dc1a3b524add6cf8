"""What may have changed since it was last said is found."""

from __future__ import annotations

import pytest

from checks.well_kept import CIDENG, GAMBIR, TODAY, complete, cooperative, findings, held
from kkmp_cli.checks import examine
from kkmp_cli.model.followup import FollowUp


@pytest.mark.parametrize(
    ("code", "others"),
    [
        ("rencana_lewat", {"usaha": "belum", "usaha_rencana": "2026-02"}),
    ],
)
def test_one_thing_amiss_is_found(code: str, others: dict[str, str]) -> None:
    assert findings(held(complete(GAMBIR, **others), complete(CIDENG)))[code] == ["Gambir"]


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


def test_a_late_followup_is_found_without_its_text() -> None:
    item = FollowUp(7, "telepon Budi", "Seksi Koperasi", "2026-03-01", "31.71")
    assert findings(held(followups=(item,))) == {"tindak_lanjut_lewat": ["tindak lanjut 7"]}
    assert findings(held(followups=(item._replace(selesai="2026-03-02"),))) == {}
