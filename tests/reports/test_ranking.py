"""Which kecamatan has most that is open."""

from __future__ import annotations

from kkmp_cli.reports.ranking import by_open, most_open
from kkmp_cli.reports.report import KecamatanCount

CODES = ("usaha", "rat", "nib")


def row(kode: str, usaha: int, rat: int = 0, nib: int = 0, unknown: int = 0) -> KecamatanCount:
    belum = dict(zip(CODES, (usaha, rat, nib), strict=True))
    none = dict.fromkeys(CODES, 0)
    return KecamatanCount(kode, kode, 9, none, belum, {**none, "usaha": unknown}, none)


def test_those_with_most_are_several_where_they_have_as_many() -> None:
    rows = (row("a", 2), row("b", 3), row("c", 3))
    assert [one.kode for one in most_open(rows, "usaha")] == ["b", "c"]
    assert most_open(rows, "nib") == ()
    assert most_open((), "usaha") == ()


def test_most_open_first_then_what_is_unknown_then_by_code() -> None:
    rows = (
        *(row("a", 0), row("b", 0, unknown=3), row("c", 1), row("d", 1, rat=2), row("e", 0, nib=4)),
    )
    ordered = [one.kode for one in by_open(rows, ("usaha", "rat"), CODES)]
    assert ordered == ["d", "c", "e", "b", "a"]
