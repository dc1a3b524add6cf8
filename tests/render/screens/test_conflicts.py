"""A conflict on the screen: the ready commands, and what a correction changes."""

from __future__ import annotations

from dataclasses import replace

from import_results import take
from kkmp_cli.importing.import_result import Correction, ImportResult
from kkmp_cli.model.figure import Figure
from kkmp_cli.render.screens import conflicts

TITLES = {"konflik": "bertentangan", "usang": "lebih lama"}
FIGURE = Figure(1, "beroperasi", "34", "31.71", "2026-03-10", "Beritajakarta")


def conflict(heading: str, value: str) -> ImportResult:
    """A file that says `belum` of what is held as `sudah` since 5 January."""
    field = heading.casefold()
    found = take(f"Kelurahan;{heading}\nGambir;belum", {1: {field: value}})
    (row,) = found.plan.results
    corrections = (Correction(row.area, field, "2026-01-05", (FIGURE,)),)
    return ImportResult(found.reading, found.plan, found.absent, corrections=corrections)


def test_what_can_stop_has_two_commands_and_the_rest_one() -> None:
    told = [*conflicts.lines(conflict("Usaha", "sudah"), TITLES)]
    assert told[0] == "Bertentangan (1):"
    assert [line.strip().split(":")[0] for line in told[2:4]] == [
        "bila pernah, lalu berhenti",
        "bila tidak pernah (koreksi, mengubah angka sejak 5 Januari 2026)",
    ]
    told = [*conflicts.lines(conflict("NIB", "sudah"), TITLES)]
    assert told[1].endswith("koreksi, mengubah angka sejak 5 Januari 2026")
    assert told[2].startswith("    terapkan: kkmp update")


def test_all_at_once_says_what_it_does_and_which_figures_it_concerns() -> None:
    told = [*conflicts.lines(conflict("Usaha", "sudah"), TITLES)]
    assert told[-2].endswith("--overwrite; itu koreksi, mengubah angka sejak 5 Januari 2026.")
    assert told[-1].endswith("Beroperasi 34 per 10 Maret 2026 (Beritajakarta).")


def test_what_is_taken_back_without_a_conflict_is_told_with_its_names() -> None:
    taken = conflict("Usaha", "sudah")
    results = tuple(row._replace(unapplied=()) for row in taken.plan.results)
    plan = replace(taken.plan, results=results)
    applied = ImportResult(taken.reading, plan, taken.absent, corrections=taken.corrections)
    told = [*conflicts.lines(applied, TITLES)]
    assert told[0] == "Usaha: koreksi, mengubah angka sejak 5 Januari 2026 (1): Gambir"
    assert conflicts.since_of(taken, taken.plan.results[0].unapplied[0]) == "2026-01-05"
