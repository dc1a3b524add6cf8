"""Places and sizes of a drawing: shares fill the whole, an unknown month is a gap."""

from __future__ import annotations

import pytest

from kkmp_cli.render.document import Bar, Line
from kkmp_cli.render.formats import charts

DAYS = ("2025-12-31", "2026-01-31", "2026-02-28", "2026-03-10")


@pytest.mark.parametrize("shares", [(34, 10, 0), (5, 39, 0), (1, 1, 1), (0, 0, 44), (0, 0, 0)])
def test_the_shares_of_a_bar_fill_it(shares: tuple[int, int, int]) -> None:
    made = charts.stripe(Bar("NIB", *shares, words=""))
    assert made.done + made.open + made.unknown == pytest.approx(charts.WIDTH)
    assert made.open_at == made.done
    assert made.unknown_at == pytest.approx(made.done + made.open)
    assert made.known == (shares[0] + shares[1] > 0)


def test_a_line_has_a_gap_where_nothing_is_known() -> None:
    made = charts.curve(Line("NIB", (*DAYS, "2026-04-30"), (1, 2, None, 4, 5), 44))
    assert (len(made.pieces), len(made.points)) == (2, 4)
    assert made.end is not None and made.end[2] == 5
    assert made.words == (
        "NIB: 31 Desember 2025 1, 31 Januari 2026 2, 10 Maret 2026 4, 30 April 2026 5"
    )


def test_none_stands_at_the_bottom_and_all_at_the_top() -> None:
    made = charts.curve(Line("NIB", DAYS[:2], (0, 44), 44))
    assert [y for _, y in made.points] == [made.low, made.high]
    assert (made.first, made.last) == ("Des 2025", "Jan 2026")


def test_where_no_month_is_known_there_is_no_line_and_no_end() -> None:
    made = charts.curve(Line("NIB", DAYS, (None,) * 4, 0))
    assert (made.pieces, made.points, made.end) == ((), (), None)


def test_a_month_between_two_unknown_ones_is_a_point_and_no_line() -> None:
    made = charts.curve(Line("NIB", DAYS[:3], (None, 2, None), 44))
    assert (made.pieces, len(made.points)) == ((), 1)
