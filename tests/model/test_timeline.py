"""What was stated → what was true on each day, against the rule walked by hand."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kkmp_cli.model import timeline
from kkmp_cli.model.timeline import START, FieldEvent, Span

FIRST = date(2025, 6, 1)
DAYS = [(FIRST + timedelta(number)).isoformat() for number in range(130)]


def _last_day(text: str) -> str:
    """The last day of a day, month or year, by counting up to the next period."""
    if len(text) == 10:
        return text
    year, month = (int(text), 12) if len(text) == 4 else (int(text[:4]), int(text[5:]))
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - timedelta(1)).isoformat()


def _word(value: str) -> str:
    return "sudah" if value[0].isdigit() else value.split()[0]


def _date(value: str) -> str | None:
    return value if value[0].isdigit() else value.partition(" ")[2] or None


def _walk(said: list[FieldEvent], day: str) -> str:
    """The rule, word for word: from the newest statement to the oldest; the first that has begun by
    `day` holds.
    """
    ordered = sorted(said, key=lambda statement: (statement.per, statement.order))
    for place in range(len(ordered) - 1, -1, -1):
        word = _word(ordered[place].value or "")
        later = [_word(statement.value or "") for statement in ordered[place + 1 :]]
        if word in ("sudah", "berhenti") and later[:1] == [word]:
            continue  # corrected by the one that follows it, with which it makes one statement
        if word == "sudah" and later and later[0] != "berhenti":
            continue  # a correction: that sudah never was
        if _begin(ordered, place) <= day:
            return word
    return "tidak_diketahui"


def _begin(ordered: list[FieldEvent], place: int) -> str:
    """Where the one statement that ends at `place`, together with those it corrects, begins."""
    word = _word(ordered[place].value or "")
    first = place
    while word in ("sudah", "berhenti") and first and _word(ordered[first - 1].value or "") == word:
        first -= 1
    known, begin = _date(ordered[first].value or ""), ordered[first].per
    if known:
        begin = min(_last_day(known), ordered[first].per)
    for statement in ordered[first + 1 : place + 1]:
        stated = _date(statement.value or "")
        if stated and stated != known:
            known, begin = stated, min(_last_day(stated), statement.per)
    return begin


FEW = [*DAYS[::13], "2025-06-30", "2025-07-31"]
PERS = st.sampled_from(sorted(FEW))


@st.composite
def _statement(draw: st.DrawFn) -> tuple[str, str]:
    per = draw(PERS)
    dates = [day for day in FEW if day <= per]
    day = draw(st.sampled_from([*dates, *sorted({text[:7] for text in dates}), "2025"]))
    return per, draw(
        st.sampled_from(
            ["sudah", day, "proses", "terkendala", "belum", "berhenti", f"berhenti {day}"]
        )
    )


HISTORY = st.lists(_statement(), max_size=7).map(
    lambda pairs: [FieldEvent("", value, per, order) for order, (per, value) in enumerate(pairs)]
)


def _state(spans: list[Span], day: str) -> str:
    span = timeline.on_day(spans, day)
    return span.value if span else "tidak_diketahui"


@given(HISTORY)
@example([FieldEvent("", "2025-08", "2025-08-10", 0), FieldEvent("", "2025-08", "2025-09-01", 1)])
@example(
    [
        FieldEvent("", value, "2025-06-05", order)
        for order, value in enumerate(["sudah", "belum", "sudah"])
    ]
)
def test_the_state_on_every_day_is_that_of_the_walk(said: list[FieldEvent]) -> None:
    spans = timeline.timeline(said)
    assert [_state(spans, day) for day in DAYS] == [_walk(said, day) for day in DAYS]


@given(HISTORY)
def test_spans_follow_each_other_without_gap_and_the_last_is_open(said: list[FieldEvent]) -> None:
    spans = timeline.timeline(said)
    assert bool(spans) == bool(said)
    for span, following in pairwise(spans):
        assert span.since < (span.until or "") == following.since
    if spans:
        assert spans[-1].until is None


@given(HISTORY, st.randoms())
def test_the_order_in_which_statements_are_handed_over_does_not_matter(
    said: list[FieldEvent], random: object
) -> None:
    shuffled = list(said)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert timeline.timeline(shuffled) == timeline.timeline(said)


@given(HISTORY)
def test_saying_the_newest_again_later_moves_no_day(said: list[FieldEvent]) -> None:
    if not said:
        return
    newest = max(said, key=lambda statement: (statement.per, statement.order))
    again = FieldEvent("", newest.value, "2025-12-01", len(said))
    before, after = timeline.timeline(said), timeline.timeline([*said, again])
    assert [_state(before, day) for day in DAYS] == [_state(after, day) for day in DAYS]


def spans_of(*pairs: tuple[str, str | None], kind: str = "") -> list[Span]:
    return timeline.timeline(
        FieldEvent(kind, value, per, order) for order, (per, value) in enumerate(pairs)
    )


def test_a_bare_sudah_counts_from_the_day_of_the_statement_that_first_said_so() -> None:
    assert spans_of(("2025-08-10", "sudah"), ("2025-09-01", "sudah")) == [
        Span("2025-08-10", None, "sudah")
    ]


def test_a_date_said_later_corrects_and_a_bare_sudah_keeps_it() -> None:
    assert spans_of(
        ("2025-08-10", "sudah"), ("2025-09-01", "2025-07-15"), ("2025-10-01", "sudah")
    ) == [Span("2025-07-15", None, "sudah", "2025-07-15")]


def test_a_month_begins_on_its_last_day_but_never_after_its_per() -> None:
    assert spans_of(("2025-08-10", "2025-08"))[0].since == "2025-08-10"
    assert spans_of(("2025-09-10", "2025-08"))[0].since == "2025-08-31"
    assert spans_of(("2026-09-10", "2025"))[0].since == "2025-12-31"


@pytest.mark.parametrize("state", ["belum", "proses", "terkendala"])
def test_not_yet_after_sudah_means_that_sudah_never_was(state: str) -> None:
    spans = spans_of(("2025-08-01", "belum"), ("2025-08-10", "2025-08-05"), ("2025-09-01", state))
    assert _state(spans, "2025-08-20") == "belum"
    assert _state(spans, "2025-09-01") == state
    assert _state(spans, "2025-07-31") == "tidak_diketahui"


def test_what_stopped_was_running_before_and_starts_anew() -> None:
    spans = spans_of(
        ("2025-08-10", "2025-08-01"),
        ("2026-01-15", "berhenti 2026-01-10"),
        ("2026-03-01", "2026-02-20"),
    )
    assert spans == [
        Span("2025-08-01", "2026-01-10", "sudah", "2025-08-01"),
        Span("2026-01-10", "2026-02-20", "berhenti", "2026-01-10"),
        Span("2026-02-20", None, "sudah", "2026-02-20"),
    ]


def test_an_emptied_field_is_unknown_again_from_that_day() -> None:
    spans = spans_of(("2025-08-01", "belum"), ("2025-09-01", None))
    assert [_state(spans, day) for day in ("2025-08-31", "2025-09-01")] == [
        "belum",
        "tidak_diketahui",
    ]


def test_the_start_of_what_has_stopped_is_kept_with_the_stop() -> None:
    stopped = FieldEvent("", "berhenti 2026-01-10", "2026-01-15", 0)
    start = FieldEvent(START, "2025-08", "2026-01-15", 1)
    expected = [
        Span("2025-08-31", "2026-01-10", "sudah", "2025-08"),
        Span("2026-01-10", None, "berhenti", "2026-01-10"),
    ]
    assert timeline.timeline([stopped, start]) == expected
    earlier = FieldEvent("", "sudah", "2025-09-05", 0)
    assert (
        timeline.timeline([earlier, stopped._replace(order=1), start._replace(order=2)]) == expected
    )


@pytest.mark.parametrize("state", ["sudah", "belum"])
def test_a_start_without_a_stop_says_nothing(state: str) -> None:
    said = [FieldEvent("", state, "2026-01-15", 0), FieldEvent(START, "2025-08", "2026-01-15", 1)]
    assert timeline.timeline(said) == timeline.timeline(said[:1])


def test_an_obstacle_holds_until_the_next_word_on_it_and_never_past_sudah() -> None:
    states = spans_of(("2025-08-01", "belum"), ("2025-10-10", "2025-10-01"))
    pairs = [("2025-08-05", "modal"), ("2025-09-01", "tempat"), ("2025-11-01", "sdm")]
    said = [FieldEvent("", value, per, order) for order, (per, value) in enumerate(pairs)]
    assert timeline.values(said, states) == [
        Span("2025-08-05", "2025-09-01", "modal"),
        Span("2025-09-01", "2025-10-01", "tempat"),
    ]


def test_an_obstacle_said_again_is_one_and_an_emptied_one_ends() -> None:
    said = [
        FieldEvent("", "modal", "2025-08-05", 0),
        FieldEvent("", "modal", "2025-09-01", 1),
        FieldEvent("", None, "2025-10-01", 2),
    ]
    assert timeline.values(said, []) == [Span("2025-08-05", "2025-10-01", "modal")]


def test_an_obstacle_may_return_when_what_ran_has_stopped() -> None:
    states = spans_of(("2025-08-01", "sudah"), ("2026-01-15", "berhenti 2026-01-10"))
    assert timeline.values([FieldEvent("", "modal", "2026-01-20", 0)], states) == [
        Span("2026-01-20", None, "modal")
    ]


OBSTACLES = st.lists(st.tuples(PERS, st.sampled_from(["modal", "tempat", None])), max_size=5).map(
    lambda pairs: [FieldEvent("", value, per, order) for order, (per, value) in enumerate(pairs)]
)


@given(OBSTACLES, HISTORY)
def test_on_every_day_the_newest_obstacle_holds_unless_sudah_came_since(
    said: list[FieldEvent], history: list[FieldEvent]
) -> None:
    states = timeline.timeline(history)
    spans = timeline.values(said, states)
    for day in DAYS:
        known = [statement for statement in said if statement.per <= day]
        newest = max(known, key=lambda statement: (statement.per, statement.order), default=None)
        done = newest and any(
            _state(states, other) == "sudah" for other in DAYS if newest.per <= other <= day
        )
        expected = newest.value if newest and not done else None
        span = timeline.on_day(spans, day)
        assert (span.value if span else None) == expected


def test_a_field_without_a_begin_has_the_value_of_its_newest_statement() -> None:
    said = [
        FieldEvent("", "175", "2025-09-01", 0),
        FieldEvent("", "160", "2025-08-01", 1),
        FieldEvent("", "180", "2025-09-01", 2),
    ]
    assert timeline.current(said) == "180"
    assert timeline.current([]) is None
