"""Every list of a report tells which cooperative it is about."""

from __future__ import annotations

from datetime import date

from kkmp_cli import reports
from kkmp_cli.reports.place import Place, Placed
from snapshots import jakarta_pusat


def where(listed: Placed) -> Place:
    return Place(listed.kode, listed.kelurahan, listed.kecamatan)


def test_the_lists_of_a_report_name_cooperatives_by_the_same_places() -> None:
    (kota,) = reports.build(jakarta_pusat(), date(2026, 3, 10)).kota
    everybody = {Place(a.kode, a.kelurahan, a.kecamatan) for a in jakarta_pusat().areas}
    assert {*kota.sudah_rat} | {*map(where, kota.belum_rat)} == everybody
    assert {*map(where, kota.belum_beroperasi)} < everybody
    assert len(kota.sudah_rat) + len(kota.belum_rat) == 44
