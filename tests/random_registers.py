"""Registers at random: any spans of any milestone, and what a plain loop says of them."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from kkmp_cli.milestones import (
    MILESTONES,
    SUDAH,
    UNKNOWN,
    field_code,
)
from kkmp_cli.model import timeline as statements
from kkmp_cli.model.cooperative import Cooperative, Snapshot
from kkmp_cli.model.timeline import FieldEvent, Span
from kkmp_cli.model.training import Attendance, Training
from snapshots import areas_of

FIRST = date(2025, 1, 1)
DAYS = st.integers(0, 900).map(lambda number: FIRST + timedelta(number))
AREAS = [*areas_of("31.71")[:14], *areas_of("31.01")[:3], *areas_of("35.76")[:4]]
YEARS = (2025, 2026)
FIELDS = [field_code(m, year) for m in MILESTONES for year in (YEARS if m.yearly else YEARS[:1])]
STOPPING = {m.code for m in MILESTONES if m.stops}


@st.composite
def spans(draw: st.DrawFn, name: str) -> tuple[Span, ...]:
    """A timeline as the register would make it from up to three statements."""
    made = []
    for order in range(draw(st.integers(0, 3))):
        per = draw(DAYS)
        begun = str(per - timedelta(draw(st.integers(0, 300))))
        words = [SUDAH, begun, begun[:7], begun[:4], "proses", "terkendala", "belum", None]
        words += ["berhenti", f"berhenti {begun}"] if name in STOPPING else []
        made.append(FieldEvent(name, draw(st.sampled_from(words)), str(per), order))
    return tuple(statements.timeline(made))


@st.composite
def snapshots(draw: st.DrawFn) -> Snapshot:
    """A register of up to 21 cooperatives in three kota, some dissolved, some trained."""
    areas = draw(st.lists(st.sampled_from(AREAS), unique_by=lambda area: area.kode, max_size=21))
    areas.sort(key=lambda area: area.kode)
    found = []
    for number, area in enumerate(areas, 1):
        states = {name: timeline for name in FIELDS if (timeline := draw(spans(name)))}
        status = {"status": f"{draw(st.sampled_from(['bubar', 'digabung']))} {draw(DAYS)}"}
        values = status if draw(st.integers(0, 5)) == 0 else {}
        found.append(Cooperative(number, area, values, states=states))
    came = [Attendance(one.id, one.area.kode) for one in found if draw(st.booleans())]
    trainings = (Training(1, "Pelatihan", "31.71", str(draw(DAYS)), hadir=tuple(came)),)
    return Snapshot(tuple(AREAS), tuple(found), trainings)


def random_registers(examples: int = 60) -> settings:
    """Enough to meet every kind of data, little enough to stay quick."""
    slow = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]
    return settings(max_examples=examples, deadline=None, suppress_health_check=slow)


def states_of(cooperative: Cooperative, day: str, book_year: int) -> dict[str, str]:
    """The state of each milestone on a day, by looking at every span."""
    found = {}
    for milestone in MILESTONES:
        state = UNKNOWN
        for span in cooperative.states.get(field_code(milestone, book_year), ()):
            if span.since <= day and (span.until is None or day < span.until):
                state = span.value
        if milestone.yearly and state != SUDAH:
            founded = cooperative.founded
            if founded is not None and founded > book_year:
                state = "tidak_wajib"
        found[milestone.code] = state
    return found


def active(snapshot: Snapshot, kota: str, day: str) -> list[Cooperative]:
    """Those of a kota that still count on the day."""
    found = []
    for one in snapshot.cooperatives:
        gone = one.values.get("status", "x 9999").split(" ")[1]
        if one.area.kode.startswith(kota) and day < gone:
            found.append(one)
    return found
