"""Numbers that cooperatives report: of those who did, never a word of those who did not."""

from __future__ import annotations

from collections.abc import Mapping
from statistics import median

from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.timeline import Span
from kkmp_cli.reports.counting import DayView, view_of
from kkmp_cli.reports.number_totals import added, number_totals
from snapshots import areas_of

DAY = "2026-06-30"
AREAS = areas_of("31.71")[:20]
KECAMATAN = {area.kecamatan_code: area.kecamatan for area in areas_of("31.71")}


def cooperative(at: int, values: Mapping[str, str], per: str = "2026-03-31") -> Cooperative:
    """The cooperative of an area of which these values were stated on a day."""
    return Cooperative(at, AREAS[at], values, dict.fromkeys(values, per))


def seen(*values: Mapping[str, str]) -> list[DayView]:
    return view_of([cooperative(at, one) for at, one in enumerate(values)], DAY, 2025)


def test_who_said_nothing_counts_in_no_number() -> None:
    (one,) = number_totals(
        KECAMATAN, seen({"anggota": "120"}, {}, {"anggota": "0"}, {"anggota": "45"})
    ).values()
    assert (one.jumlah, one.melapor, one.tidak_diketahui) == (165, 3, 1)
    assert (one.median, one.terkecil, one.terbesar) == (45, 0, 120)
    assert one.per_terlama == one.per_terbaru == "2026-03-31"


def test_where_nobody_reported_there_is_no_number() -> None:
    (one,) = number_totals(KECAMATAN, seen({}, {})).values()
    assert (one.jumlah, one.melapor, one.tidak_diketahui, one.median) == (None, 0, 2, None)
    assert {row.jumlah for row in one.kecamatan} == {None}


def test_shares_are_never_summed() -> None:
    one = number_totals(KECAMATAN, seen({"x": "45.5%"}, {"x": "100%"}, {}), ("x",))["x"]
    assert one.jumlah is None
    assert (one.median, one.terkecil, one.terbesar) == (72.75, 45.5, 100)


def test_the_days_are_those_of_the_values_that_were_known_by_then() -> None:
    spans = (Span("2026-01-31", "2026-07-31", "100"), Span("2026-07-31", None, "120"))
    days = ("2026-01-31", "2026-05-31", "2026-07-31")
    one = Cooperative(
        1,
        AREAS[0],
        {"anggota": "120"},
        {"anggota": "2026-07-31"},
        profile={"anggota": spans},
        days={"anggota": days},
    )
    total = number_totals(KECAMATAN, view_of([one], DAY, 2025))["anggota"]
    assert (total.jumlah, total.per_terlama) == (100, "2026-05-31")
    before = number_totals(KECAMATAN, view_of([one], "2025-12-31", 2025))["anggota"]
    assert (before.jumlah, before.per_terlama, before.tidak_diketahui) == (None, None, 1)


NUMBERS = st.lists(st.none() | st.integers(-(10**6), 10**12), max_size=len(AREAS))


@given(NUMBERS, NUMBERS)
def test_all_are_accounted_for_and_the_parts_make_the_whole(
    first: list[int | None], second: list[int | None]
) -> None:
    totals = []
    for values in (first, second):
        stated = [{} if one is None else {"anggota": str(one)} for one in values]
        total = number_totals(KECAMATAN, seen(*stated))["anggota"]
        known = [one for one in values if one is not None]
        assert total.melapor + total.tidak_diketahui == len(values)
        assert total.jumlah == (sum(known) if known else None)
        assert total.median == (median(known) if known else None)
        assert sum(row.jumlah or 0 for row in total.kecamatan) == (total.jumlah or 0)
        assert sum(row.melapor for row in total.kecamatan) == total.melapor
        assert sum(row.kkmp for row in total.kecamatan) == len(values)
        totals.append(total)
    both = added(totals)
    known = [one for one in (*first, *second) if one is not None]
    assert both.jumlah == (sum(known) if known else None)
    assert both.melapor + both.tidak_diketahui == len(first) + len(second)
    assert both.terbesar == max(known, default=None)
