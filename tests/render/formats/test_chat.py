"""A message for a chat: short, by name as far as they fit, and never bold by somebody's name."""

from __future__ import annotations

import re
from datetime import date

from kkmp_cli import reports
from kkmp_cli.model.cooperative import Snapshot
from kkmp_cli.model.timeline import Span
from kkmp_cli.render.formats import chat
from kkmp_cli.reports.details import complete
from snapshots import areas_of, cooperative, jakarta_pusat, unknown

BOLD = re.compile(r"\*[^*\s](?:[^*]*[^*\s])?\*( \(|, keadaan )")
"""A line that we begin in bold ourselves."""


def message(snapshot: Snapshot, each_kecamatan: bool = False) -> str:
    report = complete(reports.build(snapshot, date(2026, 3, 10)), snapshot)
    return chat.write(report, each_kecamatan)


def test_a_kecamatan_in_which_all_is_done_is_said_to_be_complete() -> None:
    area = areas_of("31.71")[0]
    done = Snapshot((area,), (cooperative(area, {"usaha": "sudah", "rat_2025": "sudah"}),))
    assert "Semua yang dilaporkan sudah lengkap." in message(done, True)
    assert "Semua yang dilaporkan sudah lengkap." not in message(jakarta_pusat(), True)


def test_everybody_is_said_in_one_word() -> None:
    areas = areas_of("31.71")[:5]
    none = Snapshot(areas, tuple(cooperative(area, {"usaha": "belum"}) for area in areas))
    assert "- Belum beroperasi (5): semua" in message(none, True)


def test_where_nothing_is_known_nobody_is_called_missing() -> None:
    told = message(unknown())
    assert "Beroperasi: belum ada data (44 KKMP)" in told
    assert "- Belum" not in told


def test_a_name_makes_nothing_bold_and_names_that_do_not_fit_are_counted() -> None:
    areas = tuple(
        area._replace(kelurahan=f"*{'Sangat Panjang ' * 4}{area.id}*") for area in areas_of("31.71")
    )
    long = Snapshot(areas, tuple(cooperative(area, {"usaha": "belum"}) for area in areas[:-1]))
    long = long._replace(
        cooperatives=(*long.cooperatives, cooperative(areas[-1], {"usaha": "sudah"}))
    )
    told = message(long)
    assert len(told) < chat.LIMIT
    assert [line for line in told.splitlines() if "*" in line and not BOLD.match(line)] == []
    assert "43 belum" in told


def test_an_answer_is_asked_by_a_day_of_the_week() -> None:
    report = complete(reports.build(unknown(), date(2026, 3, 10)), unknown())
    told = chat.write(report, True, date(2026, 3, 13))
    gambir, *_ = told.split(chat.BETWEEN)
    assert "Belum ada kabar dari 6 KKMP: Gambir, Cideng" in gambir
    assert "paling lambat *Jumat, 13 Maret 2026*." in gambir
    assert "lengkap" not in told


def test_one_that_is_stuck_is_told_with_the_reason_and_a_late_rat_as_late() -> None:
    area = areas_of("31.71")[0]
    why = (Span("2026-03-01", None, "tempat: digusur"),)
    one = cooperative(area, {"usaha": "terkendala"}, obstacles={"usaha": why})
    snapshot = Snapshot((area,), (one,))
    report = complete(reports.build(snapshot, date(2026, 4, 10)), snapshot)
    told = chat.write(report, True)
    assert f"- Usaha terkendala (1): {area.kelurahan} (tempat)" in told
    assert "sudah lewat 10 hari" in told


def test_a_silent_kecamatan_is_not_told_that_nothing_changed() -> None:
    report = complete(
        reports.build(unknown(), date(2026, 3, 10), since=date(2026, 1, 1)), unknown()
    )
    assert "berubah" not in chat.write(report, True)
