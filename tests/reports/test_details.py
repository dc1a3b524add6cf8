"""What stands behind the counts: trend, kendala, plans, loans, peers, partners, reach, reasons of
differences.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli import reports
from kkmp_cli.milestones import SUDAH, UNKNOWN, codes
from kkmp_cli.model.cooperative import Snapshot
from kkmp_cli.model.figure import Figure
from kkmp_cli.model.timeline import Span
from kkmp_cli.model.training import Attendance, Training
from kkmp_cli.render.formats import report_json
from kkmp_cli.render.words import sentences
from kkmp_cli.reports.details import complete
from kkmp_cli.reports.kota_details import KotaDetails
from kkmp_cli.reports.report import KotaReport, Reason
from random_registers import DAYS, YEARS, active, random_registers, snapshots, states_of
from snapshots import PER, areas_of, cooperative, jakarta_pusat, small, stuck, unknown

DAY = date(2026, 3, 10)


def kota_of(snapshot: Snapshot, day: date = DAY, **asked: Any) -> KotaReport:
    """The report of the only kota, with its details."""
    (kota,) = complete(reports.build(snapshot, day, **asked), snapshot).kota
    return kota


def behind(snapshot: Snapshot, day: date = DAY, **asked: Any) -> KotaDetails:
    """The details of the only kota."""
    found = kota_of(snapshot, day, **asked).rincian
    assert found is not None
    return found


def test_the_json_of_a_report_with_details_is_that_of_one_without() -> None:
    plain = reports.build(jakarta_pusat(), DAY, since=date(2025, 10, 27))
    assert report_json.text(complete(plain, jakarta_pusat())) == report_json.text(plain)


def test_before_the_first_statement_the_trend_has_no_number_and_no_month() -> None:
    trend = behind(small({"nib": "2026-01-15"}, {"usaha": "2025-12-01"})).tren
    assert [point.tanggal for point in trend] == ["2025-12-31", "2026-01-31", "2026-02-28", PER]
    assert [point.sudah["usaha"] for point in trend] == [1, 1, 1, 1]
    assert [point.sudah["nib"] for point in trend] == [None, 1, 1, 1]
    assert all(point.sudah["rat"] is None for point in trend)
    assert behind(unknown()).tren == ()


def test_the_trend_covers_twelve_months_at_most_and_ends_on_the_day() -> None:
    trend = behind(small({"nib": "2020-01-15"})).tren
    assert len(trend) == 13
    assert (trend[0].tanggal, trend[-1].tanggal) == ("2025-03-31", PER)


@given(snapshots(), DAYS, st.sampled_from(YEARS))
@random_registers(40)
def test_names_and_trend_are_what_a_plain_loop_finds(
    snapshot: Snapshot, per: date, book_year: int
) -> None:
    report = complete(reports.build(snapshot, per, book_year), snapshot)
    for kota in report.kota:
        more = kota.rincian
        assert more is not None
        those = active(snapshot, kota.kode, report.per)
        states = {one.area.kode: states_of(one, report.per, book_year) for one in those}
        for code in codes():
            for state, places in more.nama[code].items():
                assert [place.kode for place in places] == [
                    kode for kode, held in states.items() if held[code] == state
                ]
        for point in more.tren:
            there = [
                states_of(one, point.tanggal, book_year)
                for one in active(snapshot, kota.kode, point.tanggal)
            ]
            assert point.kkmp == len(there)
            for code in codes():
                if point.sudah[code] is None:
                    assert all(held[code] in (UNKNOWN, "tidak_wajib") for held in there)
                else:
                    assert point.sudah[code] == sum(held[code] == SUDAH for held in there)
        for sets in (more.pinjaman,):
            assert sum(map(len, sets)) == kota.kkmp
        assert len(more.terkendala) == sum(sum(one.kategori.values()) for one in more.per_kategori)
        assert {name for row in more.teladan for name in row.belum} == {
            one.kelurahan for one in kota.belum_beroperasi
        }
        assert sum(row.terjangkau for row in more.jangkauan) == kota.pelatihan.kkmp_terjangkau


def test_kendala_are_listed_by_age_and_counted_by_category_and_kecamatan() -> None:
    more = behind(stuck())
    assert [(one.kelurahan, one.kategori, one.catatan, one.hari) for one in more.terkendala] == [
        ("Gambir", "tempat", "menunggu aset", 57),
        ("Cideng", "tanpa_keterangan", None, 0),
    ]
    (row,) = more.per_kategori
    assert (row.nama, row.kkmp, row.kategori["tempat"], row.kategori["tanpa_keterangan"]) == (
        "Gambir",
        2,
        1,
        1,
    )


def test_plans_are_told_apart_into_scheduled_past_and_none() -> None:
    areas = areas_of("31.71")
    dates_ = ("2026-02-28", "2026-04", None)
    held = [
        cooperative(
            area,
            {"usaha": "belum"},
            plans={"usaha": (Span("2026-01-01", None, plan),)} if plan else {},
        )
        for area, plan in zip(areas, dates_, strict=False)
    ]
    more = behind(Snapshot(areas, tuple(held)))
    assert [(one.rencana, one.lewat) for one in more.rencana] == [
        ("2026-02-28", True),
        ("2026-04", False),
    ]
    assert [(one.kelurahan, one.milestone) for one in more.tanpa_rencana] == [
        (areas[2].kelurahan, "usaha")
    ]


def test_who_lacks_one_paper_for_a_loan_is_named_with_the_paper() -> None:
    papers = {"sk_kemenkop": "sudah", "nib": "sudah", "npwp": "sudah", "rekening": "sudah"}
    areas = areas_of("31.71")
    nik = {"nik_koperasi": "317101"}
    held = (
        cooperative(areas[0], papers, values=nik),
        cooperative(areas[1], papers),
        cooperative(areas[2], papers | {"npwp": "belum"}, values=nik),
        cooperative(areas[3], {"nib": "belum", "npwp": "proses"}),
        cooperative(areas[4]),
    )
    loans = behind(Snapshot(areas, held)).pinjaman
    assert [len(files) for files in loans] == [1, 1, 1, 2]
    assert [(file.kurang, file.belum_diketahui) for file in loans.kurang_satu] == [(("npwp",), ())]


def test_what_is_unknown_for_a_loan_is_never_called_missing() -> None:
    areas = areas_of("31.71")
    held = (
        cooperative(areas[0], {"sk_kemenkop": "sudah", "nib": "sudah"}),
        cooperative(areas[1], {"nib": "belum"}),
        cooperative(areas[2], {"nib": "belum", "rekening": "belum"}),
    )
    loans = behind(Snapshot(areas, held)).pinjaman
    assert [len(files) for files in loans] == [0, 0, 1, 2]
    assert [(file.kurang, file.belum_diketahui) for file in loans.tanpa_data] == [
        ((), ("nik_koperasi", "npwp", "rekening")),
        (("nib",), ("sk_kemenkop", "nik_koperasi", "npwp", "rekening")),
    ]
    assert [file.kurang for file in loans.kurang_lebih] == [("nib", "rekening")]


def test_those_that_do_not_operate_are_shown_whom_they_can_learn_from() -> None:
    areas = areas_of("31.71")
    idle, near = areas[0], areas[1]
    far = next(area for area in areas if area.kecamatan_code != idle.kecamatan_code)
    other = next(
        a for a in areas if a.kecamatan_code not in (idle.kecamatan_code, far.kecamatan_code)
    )
    held = (
        cooperative(idle, {"usaha": "belum"}),
        cooperative(near, {"usaha": "sudah"}, values={"unit_usaha": "sembako;klinik"}),
        cooperative(far, {"usaha": "sudah"}),
        cooperative(other, {"usaha": "belum"}),
    )
    first, second = behind(Snapshot(areas, held)).teladan
    assert (first.belum, first.sekota, [peer.unit_usaha for peer in first.teladan]) == (
        (idle.kelurahan,),
        False,
        [("sembako", "klinik")],
    )
    assert (second.sekota, [peer.kelurahan for peer in second.teladan]) == (
        True,
        [near.kelurahan, far.kelurahan],
    )


def test_partners_are_listed_with_whom_they_support_and_who_has_none() -> None:
    areas = areas_of("31.71")
    mitra = [{"mitra": "Bulog;Bank Jakarta"}, {"mitra": "Bulog"}, {}]
    held = tuple(
        cooperative(area, values=values) for area, values in zip(areas, mitra, strict=False)
    )
    more = behind(Snapshot(areas, held))
    assert [(one.nama, len(one.kkmp)) for one in more.mitra] == [("Bulog", 2), ("Bank Jakarta", 1)]
    assert [one.kelurahan for one in more.tanpa_mitra] == [areas[2].kelurahan]


def test_the_reach_of_trainings_is_told_by_kecamatan_and_organ() -> None:
    areas = areas_of("31.71")
    held = tuple(cooperative(area) for area in areas[:3])
    came = (Attendance(areas[0].id, areas[0].kode, 2, 1), Attendance(areas[1].id, areas[1].kode))
    trainings = (
        Training(1, "Dasar", "31.71", "2026-01-05", peserta=62, hadir=came),
        Training(2, "Pembukuan", "31.71", "2026-02"),
        Training(3, "Nanti", "31.71", "2026-05"),
    )
    more = behind(Snapshot(areas, held, trainings))
    assert [(one.judul, one.peserta, one.tercatat) for one in more.kegiatan] == [
        ("Dasar", 62, 3),
        ("Pembukuan", None, None),
    ]
    row = more.jangkauan[0]
    assert (row.kkmp, row.terjangkau, row.pengurus, row.pengawas, row.tanpa_jumlah) == (
        3,
        2,
        2,
        1,
        1,
    )


def test_a_figure_that_differs_is_explained_by_another_day_or_another_word() -> None:
    areas = areas_of("31.71")[:3]
    states = (
        {"usaha": "2025-09-01", "gerai": "belum"},
        {"usaha": "2026-01-05", "gerai": "sudah"},
        {"usaha": "belum", "gerai": "belum"},
    )
    held = tuple(cooperative(area, state) for area, state in zip(areas, states, strict=True))

    def reason(nilai: str, per: str = PER) -> Reason | None:
        (one,) = kota_of(
            Snapshot(areas, held, figures=(Figure(1, "beroperasi", nilai, "31.71", per),))
        ).angka_rujukan
        return one.sebab

    assert reason("2") is None
    assert reason("1") == Reason(arti="milestone.gerai.sudah")
    assert reason("3") is None
    earlier = tuple(one._replace(states={"usaha": one.states["usaha"]}) for one in held)
    snapshot = Snapshot(areas, earlier, figures=(Figure(1, "rat", "1", "31.71", PER),))
    assert kota_of(snapshot).angka_rujukan[0].sebab is None


def test_unknown_states_are_the_first_reason_of_a_difference() -> None:
    figures = (Figure(1, "nib", "2", "31.71", PER),)
    (one,) = kota_of(small({"nib": "sudah"}, {})._replace(figures=figures)).angka_rujukan
    assert sentences.figure_reason(one, 2025) == "1 belum ada data di register"
    other = one._replace(tidak_diketahui=0, sebab=Reason(per="2026-02-01"))
    assert (
        sentences.figure_reason(other, 2025) == "angka itu sama dengan register per 1 Februari 2026"
    )
    meant = other._replace(sebab=Reason(arti="milestone.gerai.sudah"))
    assert sentences.figure_reason(meant, 2025) == "angka itu sama dengan hitungan `Gerai`"
    assert sentences.figure_reason(other._replace(sebab=None), 2025) == ""


def test_personal_data_is_there_only_where_the_snapshot_brings_it() -> None:
    areas = areas_of("31.71")
    lagging = cooperative(areas[0], {"usaha": "belum"}, values={"ketua": "Siti", "telepon": "0812"})
    running = cooperative(areas[1], {"usaha": "sudah"}, values={"ketua": "Budi"})
    assert [one.ketua for one in behind(Snapshot(areas, (lagging, running))).kontak] == ["Siti"]
    assert behind(jakarta_pusat()).kontak == ()
