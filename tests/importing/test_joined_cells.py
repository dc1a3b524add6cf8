"""Cells of one row that belong together: states and dates, notes, own days, empty cells."""

from __future__ import annotations

from datetime import date

import pytest

from kkmp_cli import milestones
from kkmp_cli.errors import Refused
from kkmp_cli.milestones import MILESTONES
from office_sheets import (
    YEAR,
    only_problem,
    problems_of,
    read_text,
    values_of,
)


@pytest.mark.parametrize("milestone", MILESTONES, ids=milestones.codes())
def test_a_column_of_dates_beside_a_column_of_states_is_one_value(
    milestone: milestones.Milestone,
) -> None:
    name = milestones.field_code(milestone, YEAR)
    heading = f"Kelurahan;{milestone.label};Tanggal {milestone.label}"
    values = values_of(
        read_text(f"{heading}\nGambir;sudah;10/2/2026\nCideng;;Januari 2026\nDuri Pulo;sudah;-")
    )
    assert {who: value[name] for who, value in values.items()} == {
        "Gambir": "2026-02-10",
        "Cideng": "2026-01",
        "Duri Pulo": "sudah",
    }


@pytest.mark.parametrize("milestone", MILESTONES, ids=milestones.codes())
def test_a_date_beside_a_state_that_denies_it_is_an_error(milestone: milestones.Milestone) -> None:
    text = f"Kelurahan;{milestone.label};Tanggal {milestone.label}\nGambir;belum;10/2/2026"
    problem = only_problem(read_text(text))
    assert (problem.cell, problem.content) == ("C2", "10/2/2026")


def test_what_has_stopped_keeps_the_day_of_its_start() -> None:
    text = "Kelurahan;Usaha;Mulai Usaha\nGambir;berhenti 10 Januari 2026;1/9/2025"
    assert values_of(read_text(text)) == {
        "Gambir": {"usaha": "berhenti 2026-01-10", "usaha_mulai": "2025-09-01"}
    }


def test_a_milestone_may_have_a_day_of_its_own() -> None:
    text = (
        "Kelurahan;NIB;nib_per;RAT\nGambir;1 Februari 2026;10/2/2026;belum\nCideng;1 "
        "Februari 2026;;belum"
    )
    reading = read_text(text, per=date(2026, 1, 31))
    assert problems_of(reading) == [(3, "B3", "1 Februari 2026")]
    assert dict(reading.intents[0].pers) == {"nib": "2026-02-10"}


def test_notes_of_several_columns_are_joined() -> None:
    text = "Kelurahan;Catatan;Mitra 2\nGambir;lama;Bank X\nCideng;;Bank Y"
    assert values_of(read_text(text, maps=("Mitra 2=catatan",))) == {
        "Gambir": {"catatan": "lama; Mitra 2: Bank X"},
        "Cideng": {"catatan": "Mitra 2: Bank Y"},
    }


def test_empty_cells_are_counted_and_taken_as_belum_only_on_request() -> None:
    text = "Kelurahan;NIB;RAT\nGambir;;belum\nCideng;-;\nDuri Pulo;8120012345678;sudah"
    reading = read_text(text)
    assert reading.files[0].empty == {"nib": 2, "rat_2025": 1}
    asked = read_text(text, empty_as_belum=("nib", "rat"))
    assert values_of(asked) == {
        "Gambir": {"nib": "belum", "rat_2025": "belum"},
        "Cideng": {"nib": "belum", "rat_2025": "belum"},
        "Duri Pulo": {"nib_nomor": "8120012345678", "rat_2025": "sudah"},
    }
    assert asked.files[0].belum == {"nib": 2, "rat_2025": 1}
    for wrong in ("anggota", "usaha", "xyz"):
        with pytest.raises(Refused, match="--kosong-belum"):
            read_text(text, empty_as_belum=(wrong,))


def test_what_nobody_knows_is_not_taken_as_belum() -> None:
    reading = read_text(
        "Kelurahan;NIB\nGambir;?\nCideng;n/a\nSenen;\nMenteng;-", empty_as_belum=("nib",)
    )
    assert values_of(reading) == {
        "Gambir": {},
        "Cideng": {},
        "Senen": {"nib": "belum"},
        "Menteng": {"nib": "belum"},
    }
    assert reading.files[0].belum == {"nib": 2}
