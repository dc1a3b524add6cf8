"""Who can be helped and by whom; nobody is said to lack what was never asked."""

from __future__ import annotations

from kkmp_cli.model.cooperative import Snapshot
from kkmp_cli.model.training import Attendance, Training
from kkmp_cli.reports import by_name, counting, support
from snapshots import areas_of, cooperative

DAY = "2026-03-10"
AREAS = areas_of("31.71")
PAPERS = dict.fromkeys(("sk_kemenkop", "nib", "npwp", "rekening"), "sudah")
NIK = {"nik_koperasi": "3171010001"}


def test_each_cooperative_is_in_one_part_of_the_loans() -> None:
    those = [
        cooperative(AREAS[0], PAPERS, values=NIK),
        cooperative(AREAS[1], PAPERS | {"npwp": "belum"}, values=NIK),
        cooperative(AREAS[2], PAPERS | {"npwp": "belum", "nib": "proses"}),
        cooperative(AREAS[3], PAPERS),
        cooperative(AREAS[4]),
    ]
    loans = support.loans(counting.view_of(those, DAY, 2025))
    parts = [[one.kode for one in part] for part in loans]
    codes = [area.kode for area in AREAS]
    assert parts == [[codes[0]], [codes[1]], [codes[2]], [codes[3], codes[4]]]
    assert loans.tanpa_data[0].belum_diketahui == ("nik_koperasi",)
    assert loans.tanpa_data[0].kurang == ()


def test_those_that_do_not_run_learn_from_their_kecamatan_before_the_kota() -> None:
    far = next(area for area in AREAS if area.kecamatan_code != AREAS[0].kecamatan_code)
    idle, near = (
        cooperative(AREAS[0], {"usaha": "belum"}),
        cooperative(AREAS[1], {"usaha": "sudah"}),
    )
    other = cooperative(far, {"usaha": "sudah"}, values={"unit_usaha": "sembako;klinik"})
    for peers, same_kota in (([near, other], False), ([other], True)):
        seen = counting.view_of([idle, *peers], DAY, 2025)
        (row,) = support.learning(seen, by_name.not_operating(seen, DAY, 2025))
        assert (row.belum, row.sekota) == ((AREAS[0].kelurahan,), same_kota)
        assert row.teladan[0].kode == (far.kode if same_kota else AREAS[1].kode)


def test_the_widest_support_comes_first_and_those_without_a_mitra_are_named() -> None:
    mitra = ("PT Pos", "Bulog;PT Pos", "")
    those = [
        cooperative(area, values={"mitra": names} if names else {})
        for area, names in zip(AREAS, mitra, strict=False)
    ]
    partners, alone = support.partners(counting.view_of(those, DAY, 2025))
    assert [(one.nama, len(one.kkmp)) for one in partners] == [("PT Pos", 2), ("Bulog", 1)]
    assert [place.kode for place in alone] == [AREAS[2].kode]


def test_a_training_that_has_not_begun_reaches_nobody() -> None:
    came = (Attendance(AREAS[0].id, AREAS[0].kode, 2, 1), Attendance(AREAS[1].id, AREAS[1].kode))
    trainings = (
        Training(1, "Pembukuan", "31.71", "2026-02-01", hadir=came, peserta=5),
        Training(2, "Nanti", "31.71", "2026-04-01", hadir=came),
    )
    those = tuple(cooperative(area) for area in AREAS[:3])
    snapshot = Snapshot(AREAS, those, trainings=trainings)
    seen = counting.view_of(those, DAY, 2025)
    (held,) = support.held(snapshot, "31.71", DAY)
    assert (held.judul, held.peserta, held.tercatat, held.kkmp) == ("Pembukuan", 5, 3, 2)
    kecamatan = {AREAS[0].kecamatan_code: AREAS[0].kecamatan}
    (reach,) = support.reach(snapshot, kecamatan, seen, DAY)
    assert (reach.kkmp, reach.terjangkau, reach.pengurus, reach.pengawas) == (3, 2, 2, 1)
    assert reach.tanpa_jumlah == 1
