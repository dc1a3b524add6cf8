"""What an update came to: each change once, with how many it concerns and how to undo it."""

from __future__ import annotations

from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.event import Event
from kkmp_cli.model.run import COOPERATIVE, REGISTERED
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.planning.intent import CHANGED, Plan, RowResult
from kkmp_cli.render.screens.update import lines
from snapshots import PER, areas_of

AREAS = areas_of("31.71")[:7]
BEFORE = {area.id: Cooperative(area.id, area, {"nib": "belum"}, {"nib": PER}) for area in AREAS}


def plan(per: str = PER, field: str = "nib") -> Plan:
    return Plan(
        built_in(),
        tuple(
            RowResult(area, CHANGED, (Event(COOPERATIVE, area.id, field, "belum", "sudah", per),))
            for area in AREAS
        ),
    )


def test_an_equal_change_is_one_line_with_five_names_and_how_many_more() -> None:
    told = [*lines(plan(), PER, 12, BEFORE, {})]
    names = ", ".join(area.kelurahan for area in AREAS[:5])
    assert told[0] == f"{names} dan 2 lagi: NIB: belum → sudah"
    assert told[1:] == [
        "7 koperasi diperbarui, keadaan per 10 Maret 2026 (pekerjaan 12; batalkan: kkmp undo 12)."
    ]


def test_where_nothing_was_recorded_that_is_said() -> None:
    assert [*lines(Plan(built_in()), PER, None, {}, {})] == [
        "Sudah tercatat demikian; tidak ada yang berubah."
    ]


def test_an_older_day_says_what_stays_in_force() -> None:
    told = [*lines(plan("2026-01-31"), "2026-01-31", 12, BEFORE, BEFORE)]
    assert "NIB: sudah per 31 Januari 2026; catatan yang lebih baru tetap berlaku: " in told[0]
    assert told[0].endswith("belum (per 10 Maret 2026)")


def test_a_registration_is_no_line_of_its_own() -> None:
    assert len([*lines(plan(field=REGISTERED), PER, 12, BEFORE, {})]) == 1
