"""The first page answers alone: the whole, the figures, who is behind, what is due, what to
decide.
"""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given

from kkmp_cli import reports
from kkmp_cli.model.area import Area
from kkmp_cli.model.cooperative import Snapshot
from kkmp_cli.model.followup import YES, FollowUp
from kkmp_cli.model.target import Target
from kkmp_cli.render.document import for_paper
from kkmp_cli.render.packet.first_page import first_page
from kkmp_cli.reports.report import KotaReport, Report
from random_registers import DAYS, random_registers, snapshots
from running import Office
from sections import column, packet_of, sections, table
from snapshots import cooperative, jakarta_pusat, said, small, unknown

ACT = FollowUp(4, "Cari gerai", "Bagian Ekonomi", "2026-03-01", "31.71")
DECIDE = FollowUp(5, "Pakai aset kelurahan", "Wali Kota", "2026-03-20", "31.71", keputusan=YES)


def test_it_is_the_first_section_and_says_the_whole_in_a_sentence() -> None:
    made = sections(jakarta_pusat())
    assert next(iter(made)) == "pokok"
    assert made["pokok"].lead[0].startswith("34 dari 44 KKMP beroperasi; 10 belum")


def test_figures_are_few_and_say_how_they_moved_or_since_when() -> None:
    figures = sections(jakarta_pusat())["pokok"].headlines
    assert [(one.number, one.of, one.label) for one in figures] == [
        ("34", "dari 44", "Beroperasi"),
        ("5", "dari 44", "RAT tahun buku 2025"),
        ("10", "dari 44", "Belum keduanya"),
    ]
    assert figures[0].words == "34 baru tercatat sejak 31 Januari 2026"
    report = reports.build(jakarta_pusat(), date(2026, 3, 10))
    alone = first_page(report, report.kota[0]).headlines
    assert alone[0].words == "angka ini sejak 10 Maret 2026"


def test_of_what_nobody_has_said_there_is_no_figure() -> None:
    made = sections(unknown("31.71"))["pokok"]
    assert made.headlines == ()
    assert "belum ada data" in made.lead[0].lower()
    assert not table_of(made.tables, "Belum ada kabar apakah beroperasi: 44 KKMP")


def test_where_nothing_is_known_the_packet_says_so_once_and_goes_on() -> None:
    printed = for_paper(packet_of(unknown("31.71")).parts[0]).sections
    keys = [one.key for one in printed]
    assert not {"rat", "target", "kecamatan", "belum_beroperasi", "pelatihan"} & set(keys)


def table_of(tables: tuple[object, ...], title: str) -> list[str]:
    """All names under a title."""
    (found,) = (one for one in tables if getattr(one, "title", "") == title)
    return [name for group in getattr(found, "groups", ()) for name in group.items]


def test_stragglers_stand_by_name_and_very_many_by_kecamatan() -> None:
    tables = sections(jakarta_pusat())["pokok"].tables
    assert len(table_of(tables, "Belum beroperasi: 10 KKMP")) == 10
    assert table_of(tables, "Belum RAT tahun buku 2025: 39 KKMP")[:2] == [
        "Kemayoran 8 (semua)",
        "Gambir 6 (semua)",
    ]


def test_of_very_many_kecamatan_the_numbers_still_add_up() -> None:
    areas = tuple(
        Area(at, f"99.01.{at // 3:02}.1{at % 3:03}", f"K{at}", f"C{at // 3}", "Kota", "Provinsi")
        for at in range(3, 60)
    )
    idle = Snapshot(areas, tuple(cooperative(one, {"usaha": "belum"}) for one in areas[1:]))
    running = idle.cooperatives[0]._replace(states={"usaha": said("sudah")})
    made = sections(idle._replace(cooperatives=(running, *idle.cooperatives[1:])))["pokok"]
    names = table_of(made.tables, "Belum beroperasi: 55 KKMP")
    assert len(names) == 13
    assert names[-1].startswith("dan 7 kecamatan lainnya (")
    assert sum(int(re.findall(r"\d+", one)[-1]) for one in names) == 55


def test_what_is_late_or_near_stands_by_its_day_and_what_is_far_does_not() -> None:
    far = Target(1, "nib", "2026-12-31")
    due = table(
        sections(small({"usaha": "sudah"}, targets=(far,), followups=(ACT, DECIDE)))["pokok"],
        "tenggat",
    )
    assert column(due, "batas") == ["2026-03-01", "2026-03-31"]
    assert column(due, "apa")[0] == "Tindak lanjut 4: Cari gerai (Bagian Ekonomi)"
    assert due.pressing == ("late", "soon")


def test_a_target_of_which_nothing_is_known_has_no_number() -> None:
    targets = (Target(1, "usaha", "2026-03-20", nilai="2"), Target(2, "nib", "2026-03-25"))
    due = table(sections(small({}, {}, targets=targets))["pokok"], "tenggat")
    assert column(due, "apa")[:2] == [
        "Beroperasi: belum ada data (2 KKMP)",
        "NIB: belum ada data (2 KKMP)",
    ]
    due = table(sections(small({"usaha": "sudah"}, {}, targets=targets))["pokok"], "tenggat")
    assert column(due, "apa")[0] == "Beroperasi: 1 dari target 2; 1 belum ada data"


def test_what_waits_for_a_decision_is_asked_for() -> None:
    made = sections(small({"usaha": "sudah"}, followups=(ACT, DECIDE)))["pokok"]
    asked = table(made, "keputusan")
    assert asked.title == "Mohon keputusan: 1"
    assert column(asked, "uraian") == ["Pakai aset kelurahan"]
    assert not table(sections(small({}))["pokok"], "keputusan").rows


def test_an_officer_marks_what_waits_and_takes_the_mark_off(pusat: Office) -> None:
    who = ("--penanggung-jawab", "Sudin", "--batas", "2030-01-01", "--kota", "jakpus")
    pusat.good("followup", "add", "Pakai aset", *who, "--keputusan")
    pusat.good("followup", "add", "Urus NIB", *who)
    report = pusat.good("report", "--kota", "jakpus").out
    first = report.partition("Kemajuan setiap tahap")[0]
    assert "Mohon keputusan: 1" in first and "Pakai aset" in first and "Urus NIB" not in first
    pusat.good("followup", "update", "1", "--tanpa-keputusan")
    assert "Mohon keputusan" not in pusat.good("report", "--kota", "jakpus").out
    pusat.good("undo")
    assert "Mohon keputusan: 1" in pusat.good("report", "--kota", "jakpus").out


def _numbers(kota: KotaReport) -> dict[str, int]:
    both = sum(one.beroperasi is False for one in kota.belum_rat)
    return {"Beroperasi": kota.milestone["usaha"].sudah, "Belum keduanya": both}


@given(snapshots(), DAYS)
@random_registers(40)
def test_every_figure_is_one_of_the_report(snapshot: Snapshot, per: date) -> None:
    report: Report = reports.build(snapshot, per)
    for kota in report.kota:
        made = first_page(report, kota)
        counted = [
            kota.milestone["usaha"].stated_not,
            kota.milestone["usaha"].tidak_diketahui,
            kota.milestone["rat"].stated_not,
            kota.milestone["rat"].tidak_diketahui,
        ]
        behind = [one for one in made.tables if one.key.startswith("tertinggal")]
        assert [int(one.title.split(": ")[1].split()[0]) for one in behind] == counted
        assert len(made.headlines) <= 5
        for one in made.headlines:
            assert int(one.number) == _numbers(kota).get(one.label, int(one.number))
        unclear = not kota.milestone["usaha"].known
        assert not unclear or all(one.label != "Beroperasi" for one in made.headlines)
