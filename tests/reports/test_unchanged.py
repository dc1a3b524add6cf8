"""Since when as many are `sudah` as today."""

from __future__ import annotations

from datetime import date

from hypothesis import given

from kkmp_cli.milestones import MILESTONES, SUDAH, field_code
from kkmp_cli.model.cooperative import Cooperative, Snapshot
from kkmp_cli.model.timeline import Span
from kkmp_cli.reports.unchanged import unchanged_since
from random_registers import DAYS, random_registers, snapshots
from snapshots import areas_of, cooperative, small

DAY = "2026-03-10"


def test_the_last_that_came_or_left_is_the_day() -> None:
    came = (Span("2025-08-01", None, SUDAH),)
    stopped = (Span("2025-08-01", "2026-01-05", SUDAH), Span("2026-01-05", None, "berhenti"))
    corrected = (Span("2025-08-01", "2026-02-01", SUDAH), Span("2026-02-01", None, SUDAH))
    first, second, third = small({}, {}, {}).cooperatives
    those = [first._replace(states={"usaha": came, "nib": corrected})]
    assert unchanged_since(those, DAY, 2025) == {"usaha": "2025-08-01", "nib": "2025-08-01"}
    those.append(second._replace(states={"usaha": stopped}))
    assert unchanged_since(those, DAY, 2025)["usaha"] == "2026-01-05"
    assert unchanged_since(those, "2025-12-31", 2025)["usaha"] == "2025-08-01"
    gone = third._replace(states={"usaha": came}, values={"status": "bubar 2026-02-07"})
    assert unchanged_since([*those, gone], DAY, 2025)["usaha"] == "2026-02-07"
    assert unchanged_since([*those, gone], "2026-02-06", 2025)["usaha"] == "2026-01-05"


def test_nobody_who_ever_was_in_it_has_no_day() -> None:
    never = cooperative(areas_of("31.71")[0], {"usaha": "belum"})
    assert unchanged_since([never], DAY, 2025) == {}


def _count(cooperatives: tuple[Cooperative, ...], name: str, day: str) -> int:
    return sum(one.counts_on(day) and one.state(name, day) == SUDAH for one in cooperatives)


@given(snapshots(), DAYS)
@random_registers(30)
def test_from_that_day_on_the_number_is_the_same(snapshot: Snapshot, day: date) -> None:
    those = snapshot.cooperatives
    names = {one.code: field_code(one, 2025) for one in MILESTONES}
    for code, since in unchanged_since(those, str(day), 2025).items():
        name = names[code]
        today = _count(those, name, str(day))
        span = (day - date.fromisoformat(since)).days
        days = {day.fromordinal(day.toordinal() - back) for back in range(0, span + 1, 7)}
        assert {_count(those, name, str(one)) for one in (*days, date.fromisoformat(since))} == {
            today
        }
