from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli.model.statement import ForeignRun, Statement, as_events, in_order, origin_of

AT = "2026-07-02T02:14:00.123456Z"


@given(st.text(), st.integers(0, 10**17), st.text())
def test_a_run_of_another_register_is_read_back_from_the_files_of_a_run(
    file: str, run: int, officer: str
) -> None:
    one = ForeignRun(file, run, AT, officer)
    read = origin_of(str(one))
    assert read is not None
    assert read[:3] == one[:3]
    assert read.officer == officer.replace("[", "(").replace("]", ")")


def test_the_name_of_a_file_is_no_run() -> None:
    assert origin_of("isian [run 3].csv") is None


def test_statements_stand_by_their_days_then_as_they_were_said() -> None:
    later = ForeignRun("b.db", 1, "2026-07-03T02:14:00.123456Z", "Budi")
    earlier = ForeignRun("a.db", 9, AT, "Siti")
    one, two, three = (
        Statement("anggota", "1", "2026-06-30", later),
        Statement("anggota", "2", "2026-06-30", earlier),
        Statement("anggota", "3", "2026-01-31", later),
    )
    assert in_order([one, two, three]) == [three, two, one]
    assert [event.value for event in as_events([one, two, three])] == ["3", "2", "1"]
