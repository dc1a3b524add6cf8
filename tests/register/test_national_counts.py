"""The counts of every kota from the tables."""

from __future__ import annotations

from datetime import date

import pytest

from kkmp_cli.register.national_counts import kota_counts
from kkmp_cli.register.reader import open_reader
from kkmp_cli.reports import build, summarise, summary
from kkmp_cli.reports.report import KotaCounts
from running import Office
from tampering import tampered


def counted(office: Office, day: str) -> list[KotaCounts]:
    with open_reader(str(office.register)) as register:
        return kota_counts(register, day, 2025)


def test_only_kota_with_a_cooperative_have_a_line(pusat: Office) -> None:
    (line,) = counted(pusat, "2026-11-29")
    assert (line.kode, line.kelurahan, line.kkmp, line.tidak_aktif) == ("31.71", 44, 44, 0)
    assert not any(line.states.values())


def test_states_count_from_their_day_and_who_left_counts_apart(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--nib", "sudah", "--per", "2026-03-10")
    pusat.good("update", "Cideng", "--nib", "sudah", "--per", "2026-03-10")
    pusat.good("update", "Cideng", "--status", "bubar 2026-05-01", "--per", "2026-05-02")
    assert counted(pusat, "2026-03-09")[0].states["nib", "sudah"] == 0
    (line,) = counted(pusat, "2026-11-29")
    assert (line.kkmp, line.tidak_aktif, line.states["nib", "sudah"]) == (43, 1, 1)


UPDATES = [
    ("Gambir", "--nib", "sudah", "--usaha", "proses", "--per", "2026-03-10"),
    ("Gambir", "--usaha", "2026-04-02", "--per", "2026-04-05"),
    ("Gambir", "--usaha", "berhenti 2026-06-01", "--per", "2026-06-02"),
    ("Cideng", "--status", "bubar 2026-05-01", "--per", "2026-05-02"),
    ("Cideng", "--rat", "belum", "--tahun-buku", "2025", "--per", "2026-03-10"),
    ("Cideng", "--status", "aktif", "--per", "2026-07-01"),
    ("Duri Pulo", "--sk", "2026-02-01", "--per", "2026-03-10"),
    ("Duri Pulo", "--rat", "belum", "--tahun-buku", "2025", "--per", "2026-03-10"),
    ("Menteng", "--sk", "2026-02-01", "--per", "2026-03-10"),
    ("Menteng", "--rat", "sudah", "--tahun-buku", "2025", "--per", "2026-03-10"),
    ("Menteng", "--rat", "terkendala", "--tahun-buku", "2026", "--per", "2026-03-10"),
    ("Senen", "--status", "digabung 2026-05-01", "--per", "2026-05-02"),
    ("Senen", "--npwp", "sudah", "--per", "2026-03-10"),
]


def test_the_line_per_kota_is_that_of_the_whole_report_on_every_day(pusat: Office) -> None:
    for update in UPDATES:
        pusat.good("update", *update)
    pusat.good("add", "Kapuk", "--kota", "jakbar")
    with open_reader(str(pusat.register)) as register:
        snapshot = register.snapshot(None)
        for day in (date(2026, month, 3) for month in range(2, 12)):
            for year in (2025, 2026):
                counts = kota_counts(register, day.isoformat(), year)
                whole = summarise(build(snapshot, day, year))
                assert summary(counts, day, year) == whole, (day, year)


@pytest.mark.parametrize("value", ["'melayang'", "x'ff'", "7"])
def test_a_state_that_is_none_is_damage_and_never_counts_as_unknown(
    pusat: Office, value: str
) -> None:
    pusat.good("update", "Gambir", "--nib", "sudah", "--per", "2026-03-10")
    tampered(pusat.register, f"UPDATE milestones SET keadaan = {value}")
    assert "di tabel milestones" in pusat.refused("report", code=3).err
