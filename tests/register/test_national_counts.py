"""The counts of every kota from the tables."""

from __future__ import annotations

from kkmp_cli.register.reader import open_reader
from kkmp_cli.reports.report import KotaCounts
from running import Office


def counted(office: Office, day: str) -> list[KotaCounts]:
    with open_reader(str(office.register)) as register:
        return register.kota_counts(day, 2025)


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
