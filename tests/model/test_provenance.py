"""The provenance of a packet goes through any text and comes back as it was."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli.model.provenance import WRITTEN, Origin, read

JAKARTA = timezone(timedelta(hours=7))
DAYS = st.dates(date(2025, 1, 1), date(2099, 12, 31))
CODES = st.sampled_from(["31.71", "31.72", "35.76"])
ORIGINS = st.builds(
    Origin,
    program=st.just("0.1.0"),
    head=st.just("25-0123456789abcdef"),
    printed=st.none()
    | st.datetimes(datetime(2025, 1, 1), datetime(2099, 1, 1)).map(
        lambda moment: moment.replace(microsecond=0, tzinfo=JAKARTA)
    ),
    day=DAYS,
    book_year=st.integers(2025, 2099),
    since=st.none() | DAYS,
    known_at=st.none() | DAYS,
    kota=st.lists(CODES, unique=True).map(tuple),
    kecamatan=st.none() | st.just("31.71.01"),
    by=st.none() | st.just("x_lahan"),
    detailed=st.booleans(),
    personal=st.booleans(),
    matrix=st.booleans(),
    elsewhere=st.dictionaries(st.sampled_from(["kop", "kantor"]), st.text(max_size=50)),
)


@given(ORIGINS)
def test_what_is_written_is_read_back_out_of_any_text(origin: Origin) -> None:
    text = f'<meta content="{origin.line()}">'.encode()
    match = WRITTEN.search(text)
    assert match and read(match[0].decode()) == origin


def test_without_a_history_there_is_nothing_to_carry() -> None:
    made = Origin("0.1.0", "", date(2026, 3, 10), 2025)
    assert made.line() == ""


@pytest.mark.parametrize(
    "line",
    [
        "kkmp-asal kkmp=0.1.0",
        "kkmp-asal kkmp=1 kepala=1-ab per=2026-03-10 tahun_buku=2025 kop=WzFd",
        "kkmp-asal kkmp=1 kepala=1-ab per=2026-03-10 tahun_buku=2025 kop=" + "W1tb" * 1_900,
        "kkmp-asal kkmp=1 kepala=1-ab dicetak=kemarin per=2026-03-10 tahun_buku=2025",
        "kkmp-asal kkmp=1 kepala=1-ab dicetak=2026-03-10T08:00:00+07:00 per=31 tahun_buku=2025",
        "kkmp-asal kkmp=1 kepala=1 dicetak=2026-03-10T08:00:00+07:00 per=2026-03-10 tahun_buku=1 lain=1",
        "kkmp-asal kkmp=1 kepala=1 dicetak=2026-03-10T08:00:00 per=2026-03-10 tahun_buku=1",
    ],
)
def test_what_is_none_of_ours_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read(line)
