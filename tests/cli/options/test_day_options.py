"""Days and tahun buku as typed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kkmp_cli import settings
from kkmp_cli.cli.options import day_options
from kkmp_cli.errors import Refused


def test_a_state_is_of_today_where_no_day_was_typed() -> None:
    assert day_options.read_day(None) == settings.today()
    assert day_options.read_past_day(None, "--sejak") is None


def test_a_state_is_of_no_day_ahead_but_a_due_date_may_be() -> None:
    ahead = (settings.today() + timedelta(1)).isoformat()
    with pytest.raises(Refused, match=f"--sejak `{ahead}`"):
        day_options.read_past_day(ahead, "--sejak")
    assert day_options.read_any_day(ahead, "--batas") == ahead


def test_a_day_is_read_as_people_write_it() -> None:
    assert day_options.read_day(" 10 Maret 2026 ") == date(2026, 3, 10)
    assert day_options.read_any_day("Maret 2026", "--batas") == "2026-03"


@pytest.mark.parametrize("text", ["2026", "Maret 2026"])
def test_a_due_date_names_the_day(text: str) -> None:
    with pytest.raises(Refused, match="tanggal lengkap"):
        day_options.read_exact_day(text, "BATAS")
    assert day_options.read_exact_day("10/3/2026", "BATAS") == "2026-03-10"


@pytest.mark.parametrize("text", ["2024", "2100", "２０２５", "tb", ""])
def test_a_tahun_buku_begins_with_2025(text: str) -> None:
    with pytest.raises(Refused, match="bukan tahun buku"):
        day_options.read_named_year(text)
    assert (day_options.read_book_year(" 2025 ", 2031), day_options.read_book_year(None, 2031)) == (
        2025,
        2031,
    )


def test_an_answer_is_due_in_three_days_and_never_on_a_weekend() -> None:
    tuesday = date(2026, 3, 10)
    assert day_options.read_answer_day(None, tuesday) == date(2026, 3, 13)
    assert day_options.read_answer_day(None, tuesday + timedelta(1)) == date(2026, 3, 16)
    assert day_options.read_answer_day(None, tuesday + timedelta(2)) == date(2026, 3, 16)
    assert day_options.read_answer_day("14/3/2026", tuesday) == date(2026, 3, 14)
    with pytest.raises(Refused, match="sudah lewat"):
        day_options.read_answer_day("9/3/2026", tuesday)
