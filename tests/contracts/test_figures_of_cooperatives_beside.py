"""A published figure of one cooperative stands beside the register's word of that day, by name and
with both days.
"""

from __future__ import annotations

import pytest

from kkmp_cli.settings import today
from running import Office

pytestmark = pytest.mark.both_engines


@pytest.fixture
def told(pusat: Office) -> Office:
    """Cideng has its NIB since June 2025, its members were told twice; SIMKOPDES says otherwise."""
    pusat.good("update", "Cideng", "--nib", "2025-06-10", "--anggota", "120", "--per", "2026-03-01")
    pusat.good("update", "Cideng", "--anggota", "135", "--per", "2026-05-31")
    pusat.good("update", "Gambir", "--kota", "jakpus", "--nib", "belum", "--per", "2026-03-05")
    for name, indicator, value in (
        ("Cideng", "nib", "belum"),
        ("Cideng", "anggota", "20"),
        ("Gambir", "nib", "0"),
        ("Duri Pulo", "nib", "sudah"),
    ):
        pusat.good(
            *("figure", "add", indicator, value, "--kelurahan", name, "--kota", "jakpus"),
            *("--per", "2026-03-10", "--sumber", "SIMKOPDES"),
        )
    return pusat


def test_the_list_has_what_the_register_had_on_that_day(told: Office) -> None:
    rows = told.good("figure", "list", "--json").json
    assert [
        (one["kelurahan"], one["nilai"], one["register"], one["register_per"], one["sama"])
        for one in rows
    ] == [
        ("Cideng", "belum", "2025-06-10", "2026-03-01", False),
        ("Cideng", "20", "120", "2026-03-01", False),
        ("Gambir", "belum", "belum", "2026-03-05", True),
        ("Duri Pulo", "sudah", None, None, None),
    ]
    differing = told.good("figure", "list", "--beda", "--json").json
    assert [one["selisih"] for one in differing] == [None, 100]
    assert "1 Maret 2026" in told.good("figure", "list").out


def test_the_report_has_it_in_its_json_and_the_differences_by_name_in_the_packet(
    told: Office,
) -> None:
    report = ("report", "--kota", "jakpus", "--per", "2026-04-01")
    (kota,) = told.good(*report, "--json").json["kota"]
    assert kota["angka_rujukan"] == []
    cideng = next(one for one in kota["angka_rujukan_koperasi"] if one["indikator"] == "anggota")
    assert cideng == {
        "kode": "31.71.01.1002",
        "kelurahan": "Cideng",
        "kecamatan": "Gambir",
        "indikator": "anggota",
        "nilai": "20",
        "per": "2026-03-10",
        "sumber": "SIMKOPDES",
        "register": "120",
        "register_per": "2026-03-01",
        "selisih": 100,
        "sama": False,
    }
    packet = told.good(*report, "--rinci", "--format", "md").out
    assert "NIB (SIMKOPDES, per 10 Maret 2026): dari 3 KKMP: 1 sama, 1 berbeda" in packet
    (line,) = (one for one in packet.splitlines() if "Cideng" in one and "+100" in one)
    assert "10 Maret 2026" in line
    assert "1 Maret 2026" in line


def test_before_its_day_a_report_has_no_word_of_it(told: Office) -> None:
    report = ("report", "--kota", "jakpus", "--per", "2026-03-09", "--json")
    assert told.good(*report).json["kota"][0]["angka_rujukan_koperasi"] == []


def test_as_recorded_before_it_was_entered_it_is_not_there(told: Office) -> None:
    day = today().isoformat()
    report = ("report", "--kota", "jakpus", "--json", "--seperti-tercatat")
    (kota,) = told.good(*report, day).json["kota"]
    assert len(kota["angka_rujukan_koperasi"]) == 4
    told.good("undo")
    (kota,) = told.good("report", "--kota", "jakpus", "--json").json["kota"]
    assert len(kota["angka_rujukan_koperasi"]) == 3


def test_what_cannot_be_compared_is_refused(told: Office) -> None:
    place = ("--kelurahan", "Cideng", "--kota", "jakpus", "--per", "2026-03-10")
    assert "nib" in told.refused("figure", "add", "catatan", "x", *place).err
    assert "tidak dikenal" in told.refused("figure", "add", "milestone.nib.sudah", "3", *place).err
    assert "Nilai" in told.refused("figure", "add", "anggota", "banyak", *place).err
    assert "Nilai" in told.refused("figure", "add", "nib", "-", *place).err
    told.refused("figure", "add", "nib", "sudah", "--kelurahan", "Kapuk", *place[2:])
    told.refused(
        "figure", "add", "nib", "sudah", "--kelurahan", "Kapuk", "--kota", "jakbar", *place[4:]
    )


def test_the_figures_of_a_whole_kota_are_as_they_were(told: Office) -> None:
    told.good("figure", "add", "nib", "1", "--kota", "jakpus", "--per", "2026-03-10")
    (kota,) = told.good("report", "--kota", "jakpus", "--per", "2026-04-01", "--json").json["kota"]
    (one,) = kota["angka_rujukan"]
    assert (one["indikator"], one["register"]) == ("nib", 1)
    newest = told.good("figure", "list", "--json").json[-1]
    assert set(newest) == {"id", "indikator", "nilai", "kota", "per", "sumber"}
