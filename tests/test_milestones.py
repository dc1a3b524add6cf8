"""The table of milestones, and what is asked of it."""

from __future__ import annotations

from datetime import date

import pytest

from kkmp_cli.milestones import (
    FIRST_BOOK_YEAR,
    MILESTONES,
    book_year_of,
    by_code,
    codes,
    field_code,
    newest_book_year,
)
from kkmp_cli.model.vocabulary import built_in


def test_every_code_and_label_is_said_once() -> None:
    assert len({*codes()}) == len(MILESTONES) == len({one.label for one in MILESTONES})


def test_no_two_milestones_share_a_heading() -> None:
    headings = [
        heading
        for one in MILESTONES
        for heading in (
            *one.headings,
            *one.date_headings,
            *(one.number.headings if one.number else ()),
        )
    ]
    assert len({*headings}) == len(headings)


def test_a_field_leads_back_to_its_milestone_and_year() -> None:
    for one in MILESTONES:
        name = field_code(one, 2026)
        assert by_code(name) is one
        assert book_year_of(name) == (2026 if one.yearly else None)
        assert built_in().label_of(name) == (
            f"{one.label} tahun buku 2026" if one.yearly else one.label
        )


@pytest.mark.parametrize("name", ["", "nib_2025", "rat_25", "rat_2025_kendala", "laba"])
def test_what_is_no_state_field_has_no_milestone(name: str) -> None:
    assert by_code(name) is None
    assert book_year_of(name) is None


@pytest.mark.parametrize(
    ("day", "year"),
    [(date(2025, 9, 1), FIRST_BOOK_YEAR), (date(2026, 1, 1), 2025), (date(2027, 12, 31), 2026)],
)
def test_the_newest_book_year_has_ended_but_the_first(day: date, year: int) -> None:
    assert newest_book_year(day) == year
