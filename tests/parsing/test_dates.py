"""Days in every spelling: day before month, nothing guessed, nothing impossible."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli.errors import CellError
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.dates import MONTHS, PartialDate

TODAY = date(2026, 3, 10)
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
SHORT = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
ENGLISH = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))

SPELLINGS: dict[str, Callable[[date], str]] = {
    "iso": lambda d: d.isoformat(),
    "iso with time": lambda d: f"{d.isoformat()} 00:00:00",
    "year first": lambda d: f"{d.year}/{d.month:02}/{d.day:02}",
    "year first with points": lambda d: f"{d.year}.{d.month}.{d.day}",
    "time of day": lambda d: f"{d.day:02}/{d.month:02}/{d.year} 09:00",
    "time in words": lambda d: (
        f"{WEEKDAYS[d.weekday()]}, {d.day} {MONTHS[d.month - 1]} {d.year} pukul 09.00 WIB"
    ),
    "slashes": lambda d: f"{d.day}/{d.month}/{d.year}",
    "two digits": lambda d: f"{d.day:02}-{d.month:02}-{d.year % 100:02}",
    "points": lambda d: f"{d.day}.{d.month}.{d.year}",
    "spaced": lambda d: f" {d.day} / {d.month} / {d.year} ",
    "words": lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    "capitals": lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}".upper(),
    "no-break spaces": lambda d: f"{d.day}\u00a0{MONTHS[d.month - 1]}\u00a0{d.year}",
    "short month": lambda d: f"{d.day} {SHORT[d.month - 1]} {d.year % 100:02}",
    "short month with point": lambda d: f"{d.day} {SHORT[d.month - 1]}. {d.year}",
    "hyphens": lambda d: f"{d.day:02}-{SHORT[d.month - 1]}-{d.year}",
    "weekday": lambda d: f"{WEEKDAYS[d.weekday()]}, {d.day} {SHORT[d.month - 1]} {d.year}",
    "weekday without a space": lambda d: (
        f"{WEEKDAYS[d.weekday()].lower()},{d.day}/{d.month}/{d.year}"
    ),
    "weekday and iso": lambda d: f"{WEEKDAYS[d.weekday()]} {d.isoformat()}",
    "English": lambda d: f"{ENGLISH[d.month - 1]} {d.day}, {d.year}",
    "English, day first": lambda d: f"{d.day} {ENGLISH[d.month - 1][:3]} {d.year}",
    "as printed": dates.show,
}


@pytest.mark.parametrize("spelling", SPELLINGS)
@given(day=DAYS)
def test_a_day_reads_back_from_every_spelling(spelling: str, day: date) -> None:
    found = dates.read(SPELLINGS[spelling](day))
    assert (found.first_day, found.last_day, found.exact) == (day, day, True)
    assert str(found) == day.isoformat()


@given(day=DAYS)
def test_a_month_and_a_year_keep_their_precision(day: date) -> None:
    last = date(day.year, day.month, monthrange(day.year, day.month)[1])
    for text in (
        f"{day:%Y-%m}",
        f"{MONTHS[day.month - 1]} {day.year}",
        f"{SHORT[day.month - 1]}-{day:%y}",
        f"{day.month}/{day.year}",
        f"{ENGLISH[day.month - 1]} {day.year}",
    ):
        found = dates.read(text)
        assert (str(found), found.last_day, found.exact) == (f"{day:%Y-%m}", last, False)
    year = dates.read(str(day.year))
    assert (str(year), year.first_day, year.last_day) == (
        str(day.year),
        date(day.year, 1, 1),
        date(day.year, 12, 31),
    )


@given(
    st.one_of(
        st.builds(lambda d: PartialDate(d.year, d.month, d.day), DAYS),
        st.builds(lambda d: PartialDate(d.year, d.month), DAYS),
        st.builds(lambda d: PartialDate(d.year), DAYS),
    )
)
def test_what_is_written_and_what_is_printed_read_back_as_the_same(found: PartialDate) -> None:
    assert dates.read(str(found)) == found
    assert dates.read(dates.show(found)) == found
    assert dates.show(str(found)) == dates.show(found)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("10/3/2026", "2026-03-10"),
        ("8/9/25", "2025-09-08"),
        ("Nopember 2025", "2025-11"),
        ("8 Agt 2025", "2025-08-08"),
        ("8 Ags 2025", "2025-08-08"),
        ("Jum'at, 8 Agustus 2025", "2025-08-08"),
        ("Jum’at 8/8/2025", "2025-08-08"),
        ("Ahad, 9 Pebruari 2025", "2025-02-09"),
        ("10 Maret '26", "2026-03-10"),
        ("29/2/2024", "2024-02-29"),
        ("2025/07/01", "2025-07-01"),
        ("2025.07.01", "2025-07-01"),
        ("2026/3/10 00:00:00", "2026-03-10"),
        ("2026-03-10T09:00:00Z", "2026-03-10"),
        ("10-03-26 9.30", "2026-03-10"),
        ("10 Maret 2026 09.00 WIB", "2026-03-10"),
        ("10 Mar 2026, pkl. 09.00 wib", "2026-03-10"),
        ("10 Maret 2026 Jam 9:00", "2026-03-10"),
    ],
)
def test_spellings_seen_in_offices(text: str, iso: str) -> None:
    assert str(dates.read(text)) == iso


@pytest.mark.parametrize(
    "text",
    [
        "31/06/2025",
        "30 Februari 2026",
        "29/2/2025",
        "2026-13-01",
        "3/13/2026",
        "0/1/2026",
        "2026-00",
        "2025/13/01",
        "2025.02.30",
        "31/06/2025 09.00",
        "1/1/1899",
        "00/00/0000",
    ],
)
def test_a_day_that_cannot_be_is_a_date_all_the_same_and_refused(text: str) -> None:
    assert dates.is_date(text)
    with pytest.raises(CellError) as caught:
        dates.read(text)
    assert caught.value.message != "bukan tanggal yang dikenal"
    assert caught.value.remedy


@pytest.mark.parametrize(
    "text",
    [
        "",
        "sudah",
        "10 Maret",
        "Maret",
        "Senin",
        "10/3-2026",
        "2026/03-10",
        "2026/03",
        "45000",
        "09.00",
        "pukul 09.00 WIB",
        "2026 09.00",
        "Maret 2026 pukul 09.00",
        "Senin 09.00",
        "10 Maret 09.00",
        "10/3/2026 25.00",
        "3/10/2026 9:00 AM",
        "1234.56.78",
        "１０/3/2026",
        "1_0/3/2026",
        "Q1 2026",
        "2025/2026",
        "10-11 Maret 2026",
        "10 Marett 2026",
        "tgl 10 Maret 2026",
        "1234567890123",
    ],
)
def test_what_is_no_date_is_never_guessed(text: str) -> None:
    assert not dates.is_date(text)
    with pytest.raises(CellError, match="bukan tanggal yang dikenal"):
        dates.read(text)


@given(st.text(max_size=30))
def test_any_text_is_a_possible_date_or_refused(text: str) -> None:
    try:
        found = dates.read(text)
    except CellError:
        return
    assert found.first_day <= found.last_day


def test_a_day_after_today_is_refused_and_a_period_that_has_begun_is_not() -> None:
    assert dates.read_past("10/3/2026", TODAY).exact
    assert str(dates.read_past("Maret 2026", TODAY)) == "2026-03"
    for text in ("11/3/2026", "April 2026", "2027"):
        with pytest.raises(CellError, match="belum tiba") as caught:
            dates.read_past(text, TODAY, "Rencana?")
        assert caught.value.remedy == "Rencana?"


def test_a_per_of_a_month_or_year_is_its_last_day_but_never_after_today() -> None:
    assert dates.read_per("Februari 2026", TODAY) == date(2026, 2, 28)
    assert dates.read_per("2025", TODAY) == date(2025, 12, 31)
    assert dates.read_per("2026", TODAY) == dates.read_per("Maret 2026", TODAY) == TODAY
    with pytest.raises(CellError, match="belum tiba"):
        dates.read_per("11 Maret 2026", TODAY)


def test_remaining_days_are_said_as_an_officer_says_them() -> None:
    due = date(2026, 3, 31)
    said = [dates.show_remaining((due - day).days) for day in (TODAY, due, due + timedelta(10))]
    assert said == ["21 hari lagi", "hari ini", "sudah lewat 10 hari"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-09T17:00:00Z", "2026-03-10"),
        ("2026-03-09T16:59:59Z", "2026-03-09"),
        ("2026-03-10T00:00:00+07:00", "2026-03-10"),
        ("2025-12-31 20:00 UTC", "2026-01-01"),
        ("10 Maret 2026 pukul 00.30 WITA", "2026-03-10"),
    ],
)
def test_an_instant_of_a_machine_is_the_day_in_jakarta(text: str, day: str) -> None:
    assert str(dates.read(text)) == day


@pytest.mark.parametrize(
    ("text", "timed"),
    [
        ("2026-03-09 23:59", True),
        ("10 Maret 2026 pukul 09.00 WIB", True),
        ("2026-03-10 00:00", False),
        ("2026-03-09T17:00:00Z", False),
        ("2026-03-10", False),
        ("rapat 10:30", False),
    ],
)
def test_a_time_that_is_passed_over_is_known(text: str, timed: bool) -> None:
    assert dates.has_time(text) is timed


@pytest.mark.parametrize(
    ("text", "ready"),
    [("12/13/2026", "13 Desember 2026"), ("2-31-2026", ""), ("3.15.26", "15 Maret 2026")],
)
def test_a_month_before_its_day_is_told_with_the_text_to_write(text: str, ready: str) -> None:
    with pytest.raises(CellError) as caught:
        dates.read(text)
    told = caught.value
    assert ("mungkin tertukar (cara Amerika)" in told.message) == bool(ready)
    if ready:
        first, second = told.remedy.removeprefix("Tulis ").partition(".")[0].split(" atau ")
        assert dates.read(first) == dates.read(second) == dates.read(ready)
        assert "Periksa juga tanggal lain di kolom ini." in told.remedy
    else:
        assert told.message == "tidak ada bulan ke-31"
