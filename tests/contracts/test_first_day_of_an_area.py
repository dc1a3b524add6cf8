"""A kelurahan that was split off has a first day: before it, it is in no count and in no list."""

from __future__ import annotations

from typing import Any

import pytest

from running import Office

pytestmark = pytest.mark.both_engines

BEFORE, FIRST = "2026-03-10", "2026-11-01"


@pytest.fixture
def split(pusat: Office) -> Office:
    pusat.good(
        "area", "add", "Gambir Baru", "--kecamatan", "Gambir", "--kota", "jakpus", "--sejak", FIRST
    )
    pusat.good("area", "add", "Gambir Lama", "--kecamatan", "Gambir", "--kota", "jakpus")
    pusat.good("add", "Gambir Baru", "--kota", "jakpus", "--usaha", "sudah")
    return pusat


def kota(office: Office, day: str, *more: str) -> Any:
    asked = ("report", "--kota", "jakpus", "--per", day, "--json", *more)
    return office.good(*asked).json["kota"][0]


def test_before_its_first_day_a_kelurahan_is_in_no_count(split: Office) -> None:
    before, after = kota(split, BEFORE), kota(split, FIRST)
    assert (before["kelurahan"], before["kkmp"], before["tidak_aktif"]) == (45, 44, 0)
    assert (after["kelurahan"], after["kkmp"], after["tidak_aktif"]) == (46, 45, 0)
    assert sum(one["kkmp"] for one in before["kecamatan"]) == 44


def test_the_line_per_kota_counts_the_same(split: Office) -> None:
    for day, counts in ((BEFORE, "44"), (FIRST, "45")):
        line = next(
            one
            for one in split.good("report", "--per", day).out.splitlines()
            if "Jakarta Pusat" in one
        )
        assert counts in line


def test_before_its_first_day_it_is_in_no_list_and_no_export(split: Office) -> None:
    for day, count in ((BEFORE, 44), (FIRST, 45)):
        asked = ("--kota", "jakpus", "--per", day)
        assert len(split.good("list", *asked, "--json").json) == count
        assert split.good("export", *asked).out.count("31.71.") == count


def test_what_a_new_kelurahan_brings_is_told_as_a_change(split: Office) -> None:
    split.good("update", "Gambir Baru", "--usaha", "2026-11-05")
    found = kota(split, "2026-11-10", "--sejak", BEFORE)
    (change,) = [one for one in found["berubah"] if one["kelurahan"] == "Gambir Baru"]
    assert (change["milestone"], change["dari"], change["jenis"]) == (
        "usaha",
        "tidak_diketahui",
        "bertambah",
    )
    assert found["milestone"]["usaha"]["berubah"] == 1


def test_the_list_of_areas_shows_it_recode_keeps_it_and_undo_takes_it_back(split: Office) -> None:
    def listed() -> dict[str, Any]:
        asked = ("area", "list", "--kota", "jakpus", "--kecamatan", "Gambir", "--json")
        return {one["kelurahan"]: one["sejak"] for one in split.good(*asked).json}

    assert listed()["Gambir Baru"] == FIRST and listed()["Gambir"] is None
    split.good("area", "recode", "31.71.01.S101", "31.71.01.1099")
    assert listed()["Gambir Baru"] == FIRST
    split.good("undo")
    assert listed()["Gambir Baru"] == FIRST
    split.refused(
        "area", "add", "Baru Lagi", "--kecamatan", "Gambir", "--kota", "jakpus", "--sejak", "2026"
    )
