"""What a meeting decided, on a day."""

from __future__ import annotations

from datetime import date

import pytest

from kkmp_cli.model.followup import FollowUp

OPEN = FollowUp(1, "telepon lurah", "Seksi Koperasi", "2026-03-10", "31.71")


@pytest.mark.parametrize(
    ("day", "late", "words"),
    [
        (date(2026, 3, 1), False, "9 hari lagi"),
        (date(2026, 3, 10), False, "hari ini"),
        (date(2026, 3, 13), True, "sudah lewat 3 hari"),
    ],
)
def test_it_is_late_after_its_due_day(day: date, late: bool, words: str) -> None:
    assert (OPEN.late_on(day), OPEN.remaining(day)) == (late, words)


def test_what_is_done_is_never_late() -> None:
    done = OPEN._replace(selesai="2026-03-12")
    assert not done.late_on(date(2027, 1, 1))
    assert done.remaining(date(2027, 1, 1)) == "selesai 12 Maret 2026"
