"""Signs of states and the shortest words for milestones and months."""

from __future__ import annotations

import pytest

from kkmp_cli.milestones import MILESTONES, STATES
from kkmp_cli.render.words import signs
from kkmp_cli.reports.counting import NOT_OWED


def test_each_state_has_a_sign_of_its_own_also_where_there_are_only_plain_letters() -> None:
    assert set(signs.SIGNS) == {*STATES, NOT_OWED}
    assert len(set(signs.SIGNS.values())) == len(signs.SIGNS)
    plain = [sign.translate(signs.IN_ASCII) for sign in signs.SIGNS.values()]
    assert len(set(plain)) == len(plain) and all(sign.isascii() for sign in plain)


def test_each_milestone_has_a_short_head_of_its_own() -> None:
    heads = [signs.head(one.code, one.label) for one in MILESTONES]
    assert len(set(heads)) == len(heads)
    assert all(len(head) <= 6 for head in heads)


@pytest.mark.parametrize(
    ("day", "month"),
    [
        ("2025-08-15", ("Agu 25", "8/25")),
        ("2025-12", ("Des 25", "12/25")),
        ("2025", ("2025", "2025")),
    ],
)
def test_a_month_is_as_precise_as_the_day_that_is_known(day: str, month: tuple[str, str]) -> None:
    assert signs.month(day) == month
