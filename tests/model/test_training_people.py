"""A headcount that nobody printed stays unknown, never zero."""

from __future__ import annotations

import pytest

from kkmp_cli.model.training import Attendance


@pytest.mark.parametrize(
    ("pengurus", "pengawas", "people"),
    [(None, None, None), (2, None, 2), (None, 1, 1), (2, 1, 3), (0, None, 0)],
)
def test_people_are_those_that_were_counted(
    pengurus: int | None, pengawas: int | None, people: int | None
) -> None:
    assert Attendance(1, "31.71.01.1001", pengurus, pengawas).people == people
