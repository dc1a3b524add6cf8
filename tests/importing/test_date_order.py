"""The order of day and month, by all texts of a column."""

from __future__ import annotations

import pytest

from kkmp_cli.importing.date_order import DateOrder, Doubt, doubts_of, is_dated
from kkmp_cli.model.vocabulary import built_in


def order_of(*texts: str) -> DateOrder:
    order = DateOrder()
    for text in texts:
        order.note(text)
    return order


@pytest.mark.parametrize(
    "text", ["3/15/2026", "3-15-26", "03.15.2026", "sudah (3/15/2026)", "3/15/2026 10:00"]
)
def test_a_second_number_above_twelve_shows_the_month_first(text: str) -> None:
    assert order_of("5/3/2026", text).month_first == text


@pytest.mark.parametrize(
    "text",
    ["15/3/2026", "3/10/2026", "2026-03-15", "02.421.275.5-091.000", "1/15", "AHU-15.AH.01.29"],
)
def test_nothing_else_does(text: str) -> None:
    assert not order_of(text).month_first


def test_dates_up_to_the_twelfth_beside_texts_after_it_are_half_swapped() -> None:
    assert order_of("2026-10-03", "15/3/2026").half_swapped
    assert not order_of("2026-10-03", "2026-03-20", "15/3/2026").half_swapped
    assert not order_of("2026-10-03", "5/3/2026", "15/3/2026").half_swapped
    assert not order_of("2026-03-03", "15/3/2026").half_swapped


def test_a_column_without_an_order_of_its_own_is_doubted_beside_one_with_the_month_first() -> None:
    orders = {
        1: order_of("3/15/2026"),
        2: order_of("3/10/2026"),
        3: order_of("3/10/2026", "28/2/2026"),
        4: order_of("10 Maret 2026"),
    }
    assert doubts_of(orders) == {
        1: Doubt(month_first="3/15/2026"),
        2: Doubt(month_first="3/15/2026", elsewhere=True),
    }
    assert doubts_of({2: orders[2], 3: orders[3]}) == {}


def test_a_doubt_is_about_the_dates_of_a_column_alone() -> None:
    first, swapped = Doubt(month_first="3/15/2026"), Doubt(left="15/3/2026")
    told = first.about("3/10/2026")
    assert told is not None
    assert "`3/15/2026`" in told.message
    assert "10 Maret 2026" in told.remedy
    assert first.about("2026-10-03") is None
    assert first.about("10 Maret 2026") is first.about("sudah") is None
    assert swapped.about("2026-10-03") is not None
    assert swapped.about("15/3/2026") is not None
    assert swapped.about("2026-03-03") is swapped.about("sudah") is None


def test_every_field_that_holds_a_day_is_looked_at_and_no_other() -> None:
    dated = {field.name for field in built_in().all_fields() if is_dated(field, built_in())}
    assert {"musyawarah", "usaha", "usaha_mulai", "rat_rencana", "nib_per", "status"} <= dated
    assert not {"catatan", "nib_nomor", "anggota", "usaha_kendala"} & dated
