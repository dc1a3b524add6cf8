"""What a report consists of: what is asked, what is stated, and what only paper shows."""

from __future__ import annotations

from kkmp_cli.reports import report
from kkmp_cli.reports.report import PRINTED_ONLY, MilestoneCount, YearlyCount


def test_the_states_sum_to_all_of_whom_it_is_asked() -> None:
    count = MilestoneCount(1, 2, 3, 4, 5, 6)
    assert (count.stated_not, count.asked) == (14, 21)


def test_who_does_not_owe_it_is_not_asked() -> None:
    assert YearlyCount(5, belum=39, tidak_wajib=3).asked == 44


def test_unknown_is_not_stated() -> None:
    assert not MilestoneCount(tidak_diketahui=44).known
    assert MilestoneCount(belum=1, tidak_diketahui=43).known


def test_every_field_that_stays_out_of_json_is_a_field() -> None:
    for name, hidden in PRINTED_ONLY.items():
        kind = getattr(report, name)
        fields = getattr(kind, "_fields", None) or kind.__dataclass_fields__
        assert hidden <= {*fields}, name
