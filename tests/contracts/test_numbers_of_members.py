"""How many members: of those who said so, of the day that is asked, never a zero for who did not."""

from __future__ import annotations

import pytest

from kkmp_cli.settings import today
from running import Office


@pytest.fixture
def members(pusat: Office) -> Office:
    """Cideng: 120 at the end of March, confirmed in May, 135 in July; Gambir: 40 in June."""
    for name, number, per in (
        ("Cideng", "120", "2026-03-31"),
        ("Cideng", "120", "2026-05-31"),
        ("Cideng", "135", "2026-07-31"),
        ("Gambir", "40", "2026-06-30"),
    ):
        pusat.good("update", name, "--kota", "jakpus", "--anggota", number, "--per", per)
    return pusat


def of_day(office: Office, day: str, *more: str) -> dict[str, object]:
    (kota,) = office.good("report", "--kota", "jakpus", "--per", day, *more, "--json").json["kota"]
    number = dict(kota["angka"]["anggota"])
    del number["kecamatan"]
    return number


def test_a_report_of_a_day_sums_what_was_known_by_then(members: Office) -> None:
    assert of_day(members, "2026-06-15") == {
        "jumlah": 120,
        "melapor": 1,
        "tidak_diketahui": 43,
        "median": 120,
        "terkecil": 120,
        "terbesar": 120,
        "per_terlama": "2026-05-31",
        "per_terbaru": "2026-05-31",
    }
    later = of_day(members, "2026-08-01")
    assert (later["jumlah"], later["melapor"], later["median"]) == (175, 2, 87.5)
    assert (later["per_terlama"], later["per_terbaru"]) == ("2026-06-30", "2026-07-31")
    assert of_day(members, "2026-01-01")["jumlah"] is None


def test_as_recorded_it_is_what_the_register_knew(members: Office) -> None:
    known = of_day(members, "2026-06-15", "--seperti-tercatat", today().isoformat())
    assert known == of_day(members, "2026-06-15")


def test_the_packet_says_of_how_many_and_says_nothing_where_nothing_is_known(
    members: Office,
) -> None:
    report = ("report", "--kota", "jakpus", "--format", "md")
    said = members.good(*report, "--per", "2026-08-01").out
    assert "Anggota: jumlah 175 dari 2 KKMP yang melapor (42 belum ada data); median 87,5" in said
    assert "data per 30 Juni 2026 sampai 31 Juli 2026" in said
    assert "KKMP yang melapor" not in members.good(*report, "--per", "2026-01-01").out


def test_who_left_counts_no_more(members: Office) -> None:
    members.good("update", "Cideng", "--kota", "jakpus", "--status", "bubar 2026-08-01")
    assert of_day(members, "2026-08-02")["jumlah"] == 40
