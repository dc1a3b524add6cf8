"""The report on a screen: readable at any width, nobody lost, nothing known never drawn as nothing
done.
"""

from __future__ import annotations

import io
import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from kkmp_cli import reports
from kkmp_cli.model.cooperative import Snapshot
from kkmp_cli.model.figure import Figure
from kkmp_cli.model.followup import FollowUp
from kkmp_cli.model.target import Target
from kkmp_cli.model.timeline import Span
from kkmp_cli.model.training import Attendance, Training
from kkmp_cli.render import console, packet, page_lines
from kkmp_cli.render.console import Page
from kkmp_cli.render.formats import terminal
from kkmp_cli.reports.details import complete
from snapshots import PER, areas_of, cooperative, jakarta_pusat, unknown

DAY = date(2026, 3, 10)
PRINTED = datetime(2026, 3, 12, 2, 15, tzinfo=UTC)
WIDTHS = (80, 100, 120)
NASTY = "[bold]Kampung[/x] :house: \x1b[31m\u202eterbalik =1+1"


def printed(snapshot: Snapshot, width: int | None = 80, signs: bool = True, **asked: Any) -> str:
    """The report as plain text."""
    detail = asked.pop("detail", False)
    found = reports.build(snapshot, asked.pop("day", DAY), **asked)
    made = packet.document(found, PRINTED, detail)
    return terminal.write(made, Page(width, plain=not signs), brief=not detail).plain


def busy() -> Snapshot:
    """Partly known, with obstacles, plans, a stopped usaha, trainings, targets, figures and tindak
    lanjut.
    """
    areas = areas_of("31.71")
    held = []
    for number, area in enumerate(areas):
        usaha = ("sudah", "belum", "proses", "berhenti 2026-02-18", None)[number % 5]
        states = {"usaha": usaha} if usaha else {}
        states |= (
            {"nib": "belum"}
            if number % 7 == 0
            else {"nib": "2026-03-01"}
            if number % 3 == 0
            else {}
        )
        states |= {"rat_2025": "belum"} if number % 2 else {}
        one = cooperative(area, states)
        if number % 10 == 1:
            stuck = {"usaha": (Span("2026-02-03", None, "modal: kurang 20 juta"),)}
            one = one._replace(
                obstacles=stuck, plans={"usaha": (Span("2026-02-03", None, "2026-04-01"),)}
            )
        held.append(one)
    return Snapshot(
        areas,
        tuple(held),
        (Training(1, "Dasar", "31.71", "2026-01", peserta=62, hadir=(Attendance(1, "", 2, 1),)),),
        (Target(1, "usaha", "2026-02-28", "31.71", None, "40", "Rapat monev"),),
        (
            Figure(1, "beroperasi", "34", "31.71", PER, "Beritajakarta"),
            Figure(2, "npwp", "40", "31.71", PER),
        ),
        (
            FollowUp(
                1,
                "Cari tempat",
                "Sudin",
                "2026-03-01",
                kode=(areas[0].kode,),
                batas_lama=("2026-02-20",),
            ),
        ),
    )


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("make", [jakarta_pusat, unknown, busy])
def test_no_line_is_wider_than_the_page(make: Any, width: int) -> None:
    for line in printed(make(), width, since=date(2026, 2, 10), detail=True).splitlines():
        assert cell_len(line) <= width, line


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("detail", [True, False])
def test_what_stands_behind_the_counts_fits_the_page_too(detail: bool, width: int) -> None:
    report = complete(reports.build(busy(), DAY, since=date(2026, 2, 10)), busy())
    made = packet.document(report, PRINTED, detail)
    text = terminal.write(made, Page(width), brief=not detail).plain
    for heading in ("Kendala", "Rencana", *(("Perkembangan per bulan",) if detail else ())):
        assert f"\n{heading}\n" in text
    for line in text.splitlines():
        assert cell_len(line) <= width, line


@pytest.mark.parametrize("make", [jakarta_pusat, busy])
def test_in_a_pipe_every_name_stands_whole_and_every_kecamatan_in_one_line(make: Any) -> None:
    lines = printed(make(), None).splitlines()
    for area in areas_of("31.71"):
        assert any(area.kelurahan in line for line in lines)
    for line in lines:
        assert "\n" not in line
        assert line == line.rstrip()


@pytest.mark.parametrize("width", WIDTHS)
def test_no_name_is_broken_over_two_lines(width: int) -> None:
    text = printed(jakarta_pusat(), width)
    assert "(*) juga belum beroperasi" in text
    for area in areas_of("31.71"):
        assert any(area.kelurahan in line for line in text.splitlines()), area.kelurahan


def test_where_nothing_is_known_there_is_neither_bar_nor_percentage() -> None:
    text = printed(unknown())
    assert "%" not in text
    assert not {"█", "░"} & set(text)
    assert "SK badan hukum       belum ada data (44 KKMP)" in text
    assert "Belum ada data apakah 44 KKMP beroperasi." in text
    assert "0 dari 44" not in text


def test_a_partly_known_milestone_names_what_is_unknown() -> None:
    areas = areas_of("31.71")
    states = ["sudah"] * 28 + ["belum"] * 3 + [None] * 13
    held = [cooperative(a, {"nib": s} if s else {}) for a, s in zip(areas, states, strict=True)]
    assert "28 dari 44 (63,6%) · 3 belum · 13 belum ada data" in printed(
        Snapshot(areas, tuple(held))
    )


def test_the_meeting_reads_what_stands_what_is_due_and_how_the_packet_ends() -> None:
    text = printed(jakarta_pusat(), 120)
    for words in (
        "34 dari 44 (77,3%) · 10 belum",
        "5 dari 44 (11,4%) · 39 belum · batas 31 Maret 2026, 21 hari lagi\n",
        "  5 dari 44 (11,4%) · 39 belum · batas 31 Maret 2026, 21 hari lagi",
        "  Gambir (4)       Gambir, Cideng, Petojo Selatan, Duri Pulo",
        "  Jumlah           44                34                10          5         39",
        "Dari 34 yang beroperasi: SK, NIB dan rekening belum ada data.",
        "  Beroperasi           34      34        sama     10 Maret 2026  Beritajakarta",
    ):
        assert words in text
    end = "Keadaan per 10 Maret 2026 · dicetak 12 Maret 2026 pukul 09.15 WIB · 44 KKMP"
    assert text.splitlines()[-1] == end


def test_changes_lead_when_a_day_of_comparison_is_given() -> None:
    lines = printed(busy(), None, since=date(2026, 2, 10)).splitlines()
    first = [line for line in lines if line and not line.startswith(" ")]
    assert first[2:4] == ["Ringkasan", "Berubah sejak 10 Februari 2026"]
    moved = lines[lines.index("Berubah sejak 10 Februari 2026") + 1]
    assert moved.startswith("  Beroperasi")
    assert "+" not in moved


def test_a_kota_without_a_cooperative_is_said_not_to_be_here() -> None:
    text = printed(Snapshot(areas_of("35.76"), ()), kota=["35.76"])
    assert "tidak ada di register ini" in text
    assert "Belum ada koperasi di register ini." in printed(Snapshot((), ()))


def test_a_plan_that_has_passed_is_said_to_have_passed() -> None:
    assert "  1 April 2026 (sudah lewat)\n" in printed(busy(), None, day=date(2026, 4, 2))
    assert "(sudah lewat)" not in printed(busy(), None, day=date(2026, 4, 1))


def test_a_target_of_which_nothing_is_known_is_neither_reached_nor_missed() -> None:
    targets = (Target(1, "usaha", "2025-09-30", "31.71", None, "44"),)
    text = printed(unknown()._replace(targets=targets), None, detail=True)
    short = printed(unknown()._replace(targets=targets), None)
    goal = "belum ada data (44 KKMP) · target 44 · batas 30 September 2025, sudah lewat 161 hari\n"
    assert goal in short and goal in text
    row = [
        "Beroperasi",
        "30 September 2025",
        "sudah lewat 161 hari",
        "44",
        "–",
        "belum ada data (44 KKMP)",
    ]
    assert row in [re.split(" {2,}", line.strip()) for line in text.splitlines()]


def test_a_headcount_stands_beside_what_is_recorded_per_kelurahan() -> None:
    came = tuple(Attendance(area.id, area.kode) for area in areas_of("31.71"))
    training = Training(1, "Dasar", "31.71", "2026-01", peserta=62, hadir=came)
    text = printed(unknown()._replace(trainings=(training,)))
    assert "1 kegiatan · 62 peserta (belum tercatat per kelurahan)" in text
    assert "Semua 44 KKMP tercatat ikut" in text


def test_a_dissolved_cooperative_is_said_to_have_left_the_counts() -> None:
    areas = areas_of("31.71")[:2]
    gone = cooperative(areas[0], {"usaha": "2026-01-05"}, values={"status": "digabung 2026-03-01"})
    text = printed(Snapshot(areas, (gone, cooperative(areas[1]))), None, since=date(2026, 2, 1))
    assert "1 bubar atau digabung, di luar hitungan" in text
    assert "Gambir digabung 1 Maret 2026, keluar dari hitungan  Beroperasi" in text


def test_zero_percent_is_not_printed_where_some_are_unknown() -> None:
    areas = areas_of("31.71")[:2]
    text = printed(
        Snapshot(areas, (cooperative(areas[0], {"nib": "belum"}), cooperative(areas[1])))
    )
    assert "0 dari 2 · 1 belum · 1 belum ada data" in text
    assert "%" not in text


def test_text_from_outside_never_acts() -> None:
    areas = (
        areas_of("31.71")[0]._replace(kelurahan=NASTY, kecamatan=NASTY, kota=NASTY),
        *areas_of("31.71")[1:3],
    )
    held = tuple(cooperative(area, {"usaha": "belum", "rat_2025": "belum"}) for area in areas)
    found = reports.build(Snapshot(areas, held), DAY)
    stream = io.StringIO()
    text = terminal.write(packet.document(found, PRINTED), Page(80))
    stream.write(console.rendered(text, stream))
    assert "\x1b" not in stream.getvalue()
    assert "\u202e" not in stream.getvalue()
    assert "[bold]Kampung[/x] :house:" in stream.getvalue()


def test_a_stream_is_written_as_it_was_laid_out() -> None:
    text = terminal.write(packet.document(reports.build(busy(), DAY), PRINTED), Page())
    assert console.rendered(text, io.StringIO()) == text.plain + "\n"


def test_an_encoding_without_blocks_gets_plain_signs() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    assert console.page(stream) == Page(None, plain=True)
    assert "\n  # sudah   - belum   . belum ada data\n" in printed(busy(), 80, signs=False)
    text = printed(jakarta_pusat(), 80, signs=False)
    assert text.isascii()
    assert "34 dari 44 (77,3%) | 10 belum" in text


def test_several_kota_end_with_their_sum_and_a_summary_has_a_line_for_each() -> None:
    areas = (*areas_of("31.71"), *areas_of("35.76"))
    held = tuple(
        cooperative(area._replace(id=n), {"usaha": "sudah"}) for n, area in enumerate(areas)
    )
    found = reports.build(Snapshot(areas, held), DAY)
    text = terminal.write(packet.document(found, PRINTED), Page(80)).plain
    assert "Semua 2 kota/kabupaten di atas" in text
    assert "62 dari 62 (100%)" in text
    for width in WIDTHS:
        made = packet.overview(reports.summarise(found), PRINTED)
        lines = terminal.write(made, Page(width)).plain.splitlines()
        assert any(line.split()[-11:-7] == ["Jakarta", "Pusat", "44", "44"] for line in lines)
        assert any(line.split()[:3] == ["Jumlah", "62", "62"] for line in lines)
        assert all(cell_len(line) <= width for line in lines)


@given(st.integers(0, 500), st.integers(0, 500), st.integers(0, 500), st.integers(3, 40))
@settings(max_examples=200)
def test_a_bar_has_its_width_and_hides_no_share(
    done: int, not_done: int, unknown_: int, width: int
) -> None:
    if done + not_done + unknown_ == 0:
        return
    drawn = page_lines.bar((done, not_done, unknown_), width).plain
    assert len(drawn) == width
    for part, sign in ((done, "█"), (not_done, "░"), (unknown_, "·")):
        assert (sign in drawn) == (part > 0)
