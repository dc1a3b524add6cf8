"""Of two answers of a web form the later counts, and each speaks of the day on which it was sent."""

from __future__ import annotations

from datetime import date

import pytest

from kkmp_cli.importing import ReadResult
from office_sheets import problems_of, read_text, values_of

HEAD = "Timestamp;Kelurahan;NIB"


def _form(*answers: str, per: date | None = None) -> ReadResult:
    return read_text("\n".join([HEAD, *answers]), per=per)


def test_the_later_answer_counts_wherever_it_stands() -> None:
    first, second = "8/3/2026 9:15:32;Cideng;belum", "8/3/2026 9:15:33;Cideng;sudah"
    for answers in ((first, second), (second, first)):
        result = _form(*answers)
        assert values_of(result) == {"Cideng": {"nib": "sudah"}}
        assert len(result.files[0].answers.replaced) == 1


def test_each_answer_speaks_of_its_day_in_jakarta() -> None:
    result = _form("2026-03-08T17:30:00Z;Cideng;belum", "2026/03/08 9:15:00 PM GMT+7;Gambir;sudah")
    assert [intent.per for intent in result.intents] == [date(2026, 3, 9), date(2026, 3, 8)]
    assert all(intent.explicit for intent in result.intents)


def test_a_day_that_somebody_names_goes_before_that_of_the_answers() -> None:
    result = _form("8/3/2026 9:15:32;Cideng;belum", per=date(2026, 3, 1))
    assert result.intents[0].per == date(2026, 3, 1)


def test_what_is_wrong_in_an_answer_that_was_replaced_is_nobodys_concern() -> None:
    result = _form("8/3/2026 9:15:32;Cideng;entah", "9/3/2026 9:15:33;Cideng;sudah")
    assert values_of(result) == {"Cideng": {"nib": "sudah"}}


def test_two_answers_of_one_moment_are_refused_both() -> None:
    result = _form("8/3/2026 9:15;Cideng;belum", "8/3/2026 9:15;Cideng;sudah")
    assert {row for row, *_ in problems_of(result)} == {2, 3}


@pytest.mark.parametrize(
    "moment", ["3/27/2026 9:15:32", "3/8/2026 9:15:32 AM", "kemarin", "8/3/2027 9:15"]
)
def test_moments_that_are_not_certain_are_not_used(moment: str) -> None:
    result = _form(
        f"{moment};Gambir;sudah", "8/3/2026 9:15;Cideng;belum", "9/3/2026 9:15;Cideng;sudah"
    )
    assert {row for row, *_ in problems_of(result)} == {3, 4}
    assert result.files[0].unknown[0].heading == "Timestamp"
    assert not result.files[0].answers.days


def test_a_date_after_its_answer_is_refused() -> None:
    result = _form("8/3/2026 9:15;Cideng;9/3/2026", "8/3/2026 9:15;Gambir;8/3/2026")
    assert problems_of(result) == [(2, "C2", "9/3/2026")]
