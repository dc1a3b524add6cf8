"""What holds for the report of any register: every set of states sums to all, every list is as long as
its count, every total is the sum.
"""

from __future__ import annotations

from kkmp_cli.milestones import STATES, codes
from kkmp_cli.reports.report import KotaReport, Report, YearlyCount


def assert_sound(kota: KotaReport) -> None:
    """The promises that hold for any data."""
    rat = kota.milestone["rat"]
    assert isinstance(rat, YearlyCount)
    for count in kota.milestone.values():
        excused = count.tidak_wajib if isinstance(count, YearlyCount) else 0
        assert count.asked + excused == kota.kkmp
    assert sum(kota.tahap.values()) == sum(kota.gerai_usaha.values()) == kota.kkmp
    running = kota.milestone["usaha"].sudah
    assert running + len(kota.belum_beroperasi) + len(kota.usaha_tidak_diketahui) == kota.kkmp
    assert len(kota.sudah_rat) == rat.sudah
    owing = len(kota.sudah_rat) + len(kota.belum_rat) + len(kota.rat_tidak_diketahui)
    assert owing + rat.tidak_wajib == kota.kkmp
    assert kota.pelatihan.kkmp_terjangkau + len(kota.pelatihan.belum_tercatat) == kota.kkmp
    assert sum(one.kkmp for one in kota.kecamatan) == kota.kkmp
    for code in codes():
        assert sum(one.sudah[code] for one in kota.kecamatan) == kota.milestone[code].sudah
        for one in kota.kecamatan:
            parts = (
                one.sudah[code]
                + one.belum[code]
                + one.tidak_diketahui[code]
                + one.tidak_wajib[code]
            )
            assert parts == one.kkmp


def assert_summed(found: Report) -> None:
    """Every total is the sum over its kota."""
    total = found.total
    assert total.kkmp == sum(kota.kkmp for kota in found.kota)
    assert total.kelurahan == sum(kota.kelurahan for kota in found.kota)
    for code in codes():
        for part in (*STATES, "asked"):
            assert getattr(total.milestone[code], part) == sum(
                getattr(k.milestone[code], part) for k in found.kota
            )
    for key in total.tahap:
        assert total.tahap[key] == sum(kota.tahap[key] for kota in found.kota)
