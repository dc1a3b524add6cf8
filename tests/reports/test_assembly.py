"""The report of readiness: the published facts, and the rules one by one."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from kkmp_cli import reports
from kkmp_cli.milestones import codes
from kkmp_cli.model import timeline as statements
from kkmp_cli.model.cooperative import Cooperative, Snapshot
from kkmp_cli.model.figure import Figure
from kkmp_cli.model.followup import FollowUp
from kkmp_cli.model.target import Target
from kkmp_cli.model.timeline import FieldEvent, Span
from kkmp_cli.model.training import Attendance, Training
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.render.formats import report_json
from kkmp_cli.render.words import sentences
from kkmp_cli.reports.report import KotaReport, Obstacle, YearlyCount
from snapshots import HELD_RAT, IDLE, PER, areas_of, cooperative, jakarta_pusat, said, unknown

GOLDEN = {
    "Gambir": (6, 4, 0, 6),
    "Sawah Besar": (5, 3, 1, 4),
    "Kemayoran": (8, 2, 0, 8),
    "Senen": (6, 0, 0, 6),
    "Cempaka Putih": (3, 0, 0, 3),
    "Menteng": (5, 1, 0, 5),
    "Tanah Abang": (7, 0, 4, 3),
    "Johar Baru": (4, 0, 0, 4),
}
DAY = date(2026, 3, 10)


def test_jakarta_pusat_on_10_march_2026_is_the_published_table() -> None:
    (kota,) = reports.build(jakarta_pusat(), DAY).kota
    found = {
        one.nama: (one.kkmp, one.belum["usaha"], one.sudah["rat"], one.belum["rat"])
        for one in kota.kecamatan
    }
    assert found == GOLDEN
    assert (kota.kkmp, len(kota.belum_beroperasi), len(kota.sudah_rat), len(kota.belum_rat)) == (
        44,
        10,
        5,
        39,
    )
    assert {one.kelurahan for one in kota.belum_beroperasi} == set(IDLE)
    assert {one.kelurahan for one in kota.sudah_rat} == set(HELD_RAT)


def test_the_json_of_the_published_facts_has_the_promised_keys_in_order() -> None:
    found = json.loads(report_json.text(reports.build(jakarta_pusat(), DAY)))
    assert list(found) == ["per", "sejak", "tahun_buku", "kota", "total"]
    assert found["kota"][0]["milestone"]["rat"] == {
        "sudah": 5,
        "proses": 0,
        "terkendala": 0,
        "belum": 39,
        "berhenti": 0,
        "tidak_diketahui": 0,
        "berubah": None,
        "tidak_wajib": 0,
        "batas": "2026-03-31",
        "sisa_hari": 21,
    }


def one_kota(snapshot: Snapshot, day: date = DAY, **asked: Any) -> KotaReport:
    """The report of the only kota."""
    (kota,) = reports.build(snapshot, day, **asked).kota
    return kota


def small(*states: dict[str, str], **parts: Any) -> Snapshot:
    """The first cooperatives of Jakarta Pusat with these states."""
    areas = areas_of("31.71")
    those = tuple(cooperative(area, one) for area, one in zip(areas, states, strict=False))
    return Snapshot(areas, those, **parts)


def test_a_register_without_any_statement_calls_nobody_missing() -> None:
    kota = one_kota(unknown())
    assert all(
        count.tidak_diketahui == 44 and count.asked == 44 for count in kota.milestone.values()
    )
    assert not kota.belum_beroperasi and not kota.belum_rat
    assert len(kota.usaha_tidak_diketahui) == len(kota.rat_tidak_diketahui) == 44


def test_a_kota_is_shown_when_asked_for_and_otherwise_only_where_it_has_a_cooperative() -> None:
    areas = (*areas_of("31.71"), *areas_of("35.76"))
    snapshot = Snapshot(areas, jakarta_pusat().cooperatives)
    assert [kota.kode for kota in reports.build(snapshot, DAY).kota] == ["31.71"]
    asked = reports.build(snapshot, DAY, kota=["35.76", "31.71"]).kota
    assert [(kota.kode, kota.kelurahan, kota.kkmp) for kota in asked] == [
        ("35.76", 18, 0),
        ("31.71", 44, 44),
    ]
    assert reports.build(Snapshot((), ()), DAY).total.kkmp == 0


def test_of_one_kecamatan_there_is_everything_but_the_published_figures_of_the_kota() -> None:
    kota = one_kota(jakarta_pusat().of_kecamatan("31.71.07"))
    assert (kota.kkmp, kota.kelurahan, len(kota.sudah_rat), len(kota.kecamatan)) == (7, 7, 4, 1)
    assert kota.angka_rujukan == ()


def test_a_dissolved_cooperative_leaves_every_count_from_its_day_on() -> None:
    areas = areas_of("31.71")[:1]
    gone = cooperative(areas[0], {"usaha": "2026-01-05"}, values={"status": "bubar 2026-03-10"})
    snapshot = Snapshot(areas, (gone,))
    assert one_kota(snapshot, date(2026, 3, 9)).milestone["usaha"].sudah == 1
    after = one_kota(snapshot, DAY, since=date(2026, 3, 1))
    assert (after.kkmp, after.tidak_aktif, after.milestone["usaha"].berubah) == (0, 1, -1)
    (change,) = after.berubah
    assert (change.dari, change.menjadi, change.tanggal, change.jenis) == (
        "sudah",
        "bubar",
        "2026-03-10",
        "bubar",
    )


def test_a_cooperative_founded_after_the_book_year_owes_no_rat_of_it_unless_it_was_held() -> None:
    kota = one_kota(
        small(
            {"sk_kemenkop": "2026-01-05", "rat_2025": "belum"},
            {"musyawarah": "2026-01-05"},
            {"sk_kemenkop": "2026-01-05", "rat_2025": "sudah"},
            {"sk_kemenkop": "2025-12-31", "musyawarah": "2026-01-01"},
            {},
        )
    )
    rat = kota.milestone["rat"]
    assert isinstance(rat, YearlyCount)
    assert (rat.tidak_wajib, rat.sudah, rat.belum, rat.tidak_diketahui) == (2, 1, 0, 2)


def test_the_book_year_is_the_newest_that_has_ended_and_never_before_2025() -> None:
    for day, year in (
        (date(2025, 6, 1), 2025),
        (date(2026, 12, 31), 2025),
        (date(2027, 1, 1), 2026),
    ):
        assert reports.build(unknown(), day).tahun_buku == year


def test_the_due_date_is_the_kotas_own_then_the_general_one_then_31_march() -> None:
    general = Target(1, "rat", "2026-06-30", None, 2025)
    own = [
        Target(2, "rat", "2026-04-30", "31.71", 2025),
        Target(3, "rat", "2026-05-31", "31.71", 2025),
    ]
    later = Target(9, "rat", "2026-09-30", None, 2025)
    other = Target(10, "rat", "2026-01-01", "35.76", 2025)
    for targets, batas in (
        ((), "2026-03-31"),
        ((general, other), "2026-06-30"),
        ((general, later), "2026-09-30"),
        ((general, *own, later), "2026-05-31"),
    ):
        snapshot = unknown()._replace(targets=targets)
        rat = one_kota(snapshot).milestone["rat"]
        assert isinstance(rat, YearlyCount)
        assert rat.batas == batas
        assert rat.sisa_hari == (date.fromisoformat(batas) - DAY).days


def test_arrears_of_earlier_book_years_are_listed_with_their_year_and_state() -> None:
    snapshot = small(
        {"rat_2025": "belum"}, {"rat_2025": "sudah"}, {}, {"sk_kemenkop": "2026-01-05"}
    )
    found = one_kota(snapshot, date(2028, 2, 1)).tunggakan_rat
    assert [(one.kode[-1], one.tahun_buku, one.keadaan) for one in found] == [
        ("1", 2025, "belum"),
        ("3", 2025, "tidak_diketahui"),
        ("1", 2026, "tidak_diketahui"),
        ("2", 2026, "tidak_diketahui"),
        ("3", 2026, "tidak_diketahui"),
        ("4", 2026, "tidak_diketahui"),
    ]
    assert one_kota(snapshot).tunggakan_rat == ()


def test_who_does_not_operate_is_named_with_step_obstacle_and_plan() -> None:
    areas = areas_of("31.71")[:1]
    one = cooperative(
        areas[0],
        {"nib": "proses", "usaha": "belum", "sk_kemenkop": "sudah"},
        obstacles={
            "usaha": (Span("2026-02-03", None, "modal: kurang 20 juta"),),
            "sk_kemenkop": said("tempat"),
        },
        plans={"usaha": (Span("2026-02-03", None, "2026-04-01"),)},
    )
    (found,) = one_kota(Snapshot(areas, (one,))).belum_beroperasi
    assert (found.keadaan, found.berikutnya, found.kurang, found.rencana) == (
        "belum",
        "nib",
        ("nib", "usaha"),
        "2026-04-01",
    )
    stated = ("sk_kemenkop", "nib", "usaha")
    assert found.belum_diketahui == tuple(code for code in codes() if code not in stated)
    assert found.kendala == (Obstacle("usaha", "modal", "kurang 20 juta", "2026-02-03"),)


def test_changes_tell_new_from_newly_recorded_and_stopped() -> None:
    def timeline(*said_: tuple[str, str]) -> tuple[Span, ...]:
        return tuple(
            statements.timeline(
                FieldEvent("", value, per, n) for n, (per, value) in enumerate(said_)
            )
        )

    histories = {
        "bertambah": timeline(("2026-03-05", "2026-03-01")),
        "baru_tercatat": timeline(("2026-03-05", "sudah")),
        "berhenti": timeline(("2026-01-05", "sudah"), ("2026-03-02", "berhenti")),
        "then belum": timeline(
            ("2026-01-05", "sudah"), ("2026-02-20", "berhenti 2026-02-18"), ("2026-03-02", "belum")
        ),
        "nothing": timeline(("2026-01-05", "sudah")),
        "year only": timeline(("2026-03-05", "2026")),
    }
    areas = areas_of("31.71")
    those = [
        Cooperative(a.id, a, states={"usaha": h})
        for a, h in zip(areas, histories.values(), strict=False)
    ]
    kota = one_kota(Snapshot(areas, tuple(those)), since=date(2026, 2, 10))
    assert [change.jenis for change in kota.berubah] == [
        "bertambah",
        "baru_tercatat",
        "berhenti",
        "berhenti",
        "baru_tercatat",
    ]
    assert kota.milestone["usaha"].berubah == 1
    assert one_kota(Snapshot(areas, tuple(those))).milestone["usaha"].berubah is None


def test_a_published_figure_stands_beside_the_registers_count_of_its_own_day() -> None:
    states = [{"usaha": "2026-03-01"}, {"usaha": "2026-02-01"}, {"usaha": "belum"}]
    figures = (
        Figure(1, "beroperasi", "2", "31.71", "2026-03-10"),
        Figure(2, "beroperasi", "1", "31.71", "2026-02"),
        Figure(3, "milestone.usaha.sudah", "60%", "31.71", "2026-03-10"),
        Figure(4, "usaha", "sekitar 90%", "31.71", "2026-03-10"),
        Figure(5, "nib", "3", "31.71", "2026-03-10"),
        Figure(6, "kkmp", "1.250", "31.71", "2026-03-10"),
        Figure(7, "entah", "3", "31.71", "2026-03-10"),
        Figure(8, "belum_beroperasi", "1", "31.71", "2026-03-10"),
        Figure(9, "kkmp", "3", "35.76", "2026-03-10"),
    )
    snapshot = small(*states, figures=figures)
    spans = {
        "usaha": tuple(
            statements.timeline(
                [FieldEvent("", "belum", "2026-01-01", 1), FieldEvent("", "2026-03-01", PER, 2)]
            )
        )
    }
    first = snapshot.cooperatives[0]._replace(states=spans)
    known = snapshot.cooperatives[2]._replace(states={"usaha": said("belum", "2026-01-01")})
    found = one_kota(
        snapshot._replace(cooperatives=(first, snapshot.cooperatives[1], known))
    ).angka_rujukan
    assert [(one.register, one.register_persen, one.selisih) for one in found] == [
        (2, None, 0),
        (1, None, 0),
        (2, 66.7, 6.7),
        (2, 66.7, None),
        (0, None, None),
        (3, None, -1247),
        (None, None, None),
        (1, None, 0),
    ]


def test_every_short_name_and_path_of_an_indicator_points_into_the_report() -> None:
    for name in (
        *codes(),
        "beroperasi",
        "kkmp",
        "gerai_usaha.gerai_tanpa_usaha",
        "pelatihan.peserta",
    ):
        assert reports.indicator_named(name)
        figures = (Figure(1, name, "0", "31.71", "2026-03-10"),)
        assert isinstance(one_kota(small({}, figures=figures)).angka_rujukan[0].register, int)
        assert sentences.indicator(name, built_in(), 2025)
    assert reports.indicator_named("milestone.usaha") is None


def test_targets_show_what_is_wanted_and_what_is_reached() -> None:
    targets = (
        Target(1, "usaha", "2026-04-01", None, None, "90%"),
        Target(2, "nib", "2026-03-01", "31.71", None, "2", "Rapat"),
        Target(3, "rat", "2026-03-31", None, 2025),
        Target(4, "nib", "2026-02-01", "31.71", None, "3"),
    )
    found = one_kota(
        small({"usaha": "sudah", "nib": "sudah"}, {"rat_2025": "sudah"}, {}, targets=targets)
    ).target
    assert [(one.milestone, one.target, one.tercapai, one.sisa_hari) for one in found] == [
        ("nib", 3, 1, -37),
        ("rat", None, 1, 21),
        ("usaha", 3, 1, 22),
    ]


def test_trainings_count_the_stated_headcount_before_the_attendance() -> None:
    trainings = (
        Training(1, "a", "31.71", "2026-01-05", peserta=62, hadir=(Attendance(1, "", 2, 1),)),
        Training(
            2, "b", "31.71", "2026-02", hadir=(Attendance(1, "", 2), Attendance(2, "", None, 1))
        ),
        Training(3, "c", "31.71", "2025", hadir=(Attendance(3, ""),)),
        Training(4, "later", "31.71", "2026-03", peserta=9, hadir=(Attendance(4, ""),)),
        Training(5, "elsewhere", "35.76", "2026-01-05", peserta=9),
    )
    found = one_kota(small({}, {}, {}, {}, trainings=trainings)).pelatihan
    assert (found.kegiatan, found.peserta, found.tanpa_jumlah, found.kkmp_terjangkau) == (
        3,
        65,
        1,
        3,
    )
    assert [one.kode[-4:] for one in found.belum_tercatat] == ["1004"]
    assert (
        sentences.participants(found)
        == "3 kegiatan · 65 peserta (6 tercatat per kelurahan) · 1 kegiatan tanpa jumlah peserta"
    )


def test_open_follow_ups_come_late_ones_first_with_only_this_kotas_cooperatives() -> None:
    first, second = areas_of("31.71")[0].kode, areas_of("35.76")[0].kode
    followups = (
        FollowUp(1, "a", "Sudin", "2026-04-01", kota="31.71"),
        FollowUp(2, "b", "Camat", "2026-03-09", kode=(first, second)),
        FollowUp(3, "done", "Camat", "2026-03-01", kota="31.71", selesai="2026-03-10"),
        FollowUp(4, "done later", "Camat", "2026-03-10", kota="31.71", selesai="2026-03-11"),
        FollowUp(5, "elsewhere", "Camat", "2026-03-01", kota="35.76"),
    )
    found = one_kota(small({}, followups=followups)).tindak_lanjut
    assert [(one.id, one.terlambat, one.kode) for one in found] == [
        (2, True, (first,)),
        (4, False, ()),
        (1, False, ()),
    ]


def test_of_those_that_operate_the_report_says_how_many_lack_papers() -> None:
    full = {"sk_kemenkop": "sudah", "nib": "sudah", "rekening": "sudah"}
    kota = one_kota(
        small(
            {"usaha": "sudah", **full}, {"usaha": "sudah", "nib": "belum"}, {"usaha": "sudah"}, {}
        )
    )
    papers = kota.berkas_beroperasi
    assert (
        papers.tanpa_salah_satu,
        papers.tanpa_data,
        papers.tanpa["nib"],
        papers.tidak_diketahui["nib"],
    ) == (
        1,
        1,
        1,
        1,
    )
