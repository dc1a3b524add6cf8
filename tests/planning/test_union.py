from __future__ import annotations

from itertools import permutations

from hypothesis import example, given
from hypothesis import strategies as st

from kkmp_cli.model.area import Area
from kkmp_cli.model.projection import project
from kkmp_cli.model.run import REGISTERED
from kkmp_cli.model.statement import HELD, ForeignRun, Statement, as_events
from kkmp_cli.model.timeline import FieldEvent, on_day
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.planning.intent import CONFLICT, SAME, STALE
from kkmp_cli.planning.union import Policy, Told, United, united

AREA = Area(1, "31.71.01.1001", "Gambir", "Gambir", "Jakarta Pusat", "DKI Jakarta")
DAYS = ("2026-03-31", "2026-04-30", "2026-06-30", "2026-07-31")
STATES = ("sudah", "2026-02-01", "belum", "proses", "terkendala")
Said = tuple[str, str | None, int, int]
"""Field, value, and which day and moment."""


def _statement(said: Said, register: int) -> Statement:
    name, value, day, moment = said
    at = f"2026-08-01T00:{moment:02}:{max(register, 0):02}.000000Z"
    return Statement(
        name, value, DAYS[day], ForeignRun(f"{register}.db", moment, at, "Siti"), register
    )


class Register:
    """The register at hand: what it holds, in the order in which it came."""

    def __init__(self, *held: Statement) -> None:
        self.held = [*held]
        self.left = False

    def take(self, others: list[Statement], overwrite: bool = False) -> United:
        """Takes in what a register says."""
        runs: list[ForeignRun] = []

        def place_of(one: ForeignRun) -> int:
            runs.append(one)
            return len(runs) - 1

        told = Told(AREA, True, self.held, others, {others[0].register: "x.db"} if others else {})
        done = united(told, Policy(place_of, overwrite, built_in()))
        for row in done.rows:
            self.left |= bool(row.unapplied)
            self.held += [
                Statement(one.field, one.new, one.per, runs[one.file], HELD, taken=True)
                for one in row.events
            ]
        return done

    def on_every_day(self) -> list[object]:
        """What is known on each day, and the newest day of each field."""
        events = [FieldEvent(REGISTERED, "ya", DAYS[0], -1)]
        events += [
            FieldEvent(one.field, one.value, one.per, at) for at, one in enumerate(self.held)
        ]
        known = project(events, built_in())
        lines = {**known.states, **known.profile, **known.obstacles}
        return [
            {name: span[2:] for name, spans in lines.items() if (span := on_day(spans, day))}
            for day in ("2026-03-01", *DAYS)
        ]


def _said() -> st.SearchStrategy[Said]:
    days, moments = st.integers(0, 3), st.integers(0, 30)
    return st.one_of(
        st.tuples(st.just("anggota"), st.sampled_from(("120", "135", None)), days, moments),
        st.tuples(st.just("nib"), st.sampled_from(STATES), days, moments),
        st.tuples(st.just("nib_kendala"), st.sampled_from(("modal", None)), days, moments),
    )


def _registers() -> st.SearchStrategy[list[list[Said]]]:
    """Some, of which no two speak of one field and day."""
    several = st.lists(_said(), max_size=9, unique_by=lambda one: (one[0], one[2]))
    return several.map(lambda listed: [listed[at::3] for at in range(3)])


def _after(order: tuple[int, ...], said: list[list[Said]], overwrite: bool) -> Register:
    hand = Register()
    for number in order:
        hand.take([_statement(one, number) for one in said[number]], overwrite)
    return hand


@given(_registers())
@example([[("anggota", "135", 2, 0)], [("anggota", "120", 3, 1)], []])
def test_the_order_in_which_registers_come_does_not_matter(said: list[list[Said]]) -> None:
    states = [_after(order, said, True).on_every_day() for order in permutations(range(3))]
    assert all(state == states[0] for state in states)


@given(_registers())
def test_without_overwrite_it_matters_only_where_something_is_told(said: list[list[Said]]) -> None:
    hands = [_after(order, said, False) for order in permutations(range(3))]
    if not any(hand.left for hand in hands):
        assert all(hand.on_every_day() == hands[0].on_every_day() for hand in hands)


@given(_said(), _said())
def test_of_two_that_speak_of_one_day_the_later_word_holds(one: Said, other: Said) -> None:
    first = ("anggota", "7", 0, one[3])
    then = ("anggota", "8", 0, one[3] + 1 + other[3])
    for order in ((0, 1), (1, 0)):
        hand = _after(order, [[first], [then]], False)
        assert hand.on_every_day()[-1] == {"anggota": ("8", None)}


@given(_registers(), st.booleans())
def test_the_same_register_twice_says_nothing_new(said: list[list[Said]], overwrite: bool) -> None:
    hand = _after((0, 1, 2), said, overwrite)
    before = [*hand.held]
    for number in (2, 0, 1):
        hand.take([_statement(one, number) for one in said[number]], overwrite)
    assert hand.held == before


def test_a_sudah_of_somebody_else_is_not_taken_back() -> None:
    hand = Register(_statement(("usaha", "sudah", 0, 0), HELD))
    done = hand.take(
        [_statement(("usaha", "belum", 1, 5), 0), _statement(("usaha_kendala", "modal", 1, 5), 0)]
    )
    ((one,),) = (row.unapplied for row in done.rows)
    assert (one.outcome, one.held, one.stated) == (CONFLICT, "sudah", "belum")
    assert (
        one.command
        == "kkmp update 31.71.01.1001 --usaha belum --usaha-kendala modal --per 2026-04-30 --koreksi"
    )
    assert "--usaha berhenti" in one.stopped
    assert len(hand.held) == 1


def test_a_sudah_that_a_newer_word_takes_back_is_told_and_left_out() -> None:
    hand = Register(_statement(("nib", "belum", 2, 0), HELD))
    done = hand.take([_statement(("nib", "sudah", 1, 5), 0)])
    assert done.rows[0].outcome == STALE
    assert [one.held_per for one in done.rows[0].unapplied] == [DAYS[2]]


def test_a_colleague_who_corrects_himself_is_followed() -> None:
    hand = Register()
    hand.take([_statement(("nib", "sudah", 0, 1), 0), _statement(("nib", "belum", 1, 2), 0)])
    assert not hand.left
    assert hand.on_every_day()[-1]["nib"][0] == "belum"  # type: ignore[index]


def test_an_equal_word_of_the_same_day_is_the_same() -> None:
    hand = Register(_statement(("anggota", "120", 0, 0), HELD))
    assert hand.take([_statement(("anggota", "120", 0, 5), 0)]).rows[0].outcome == SAME


def test_what_completes_the_past_is_told_apart() -> None:
    hand = Register(_statement(("anggota", "150", 3, 0), HELD))
    done = hand.take([_statement(("anggota", "135", 2, 5), 0)])
    ((event,),) = (row.events for row in done.rows)
    assert done.past == (event,)
    assert (event.old, event.new) == (None, "135")


def test_events_are_read_in_the_order_of_their_days() -> None:
    several = [_statement(("nib", "sudah", day, 0), 0) for day in (2, 0, 1)]
    assert [one.per for one in as_events(several)] == [*DAYS[:3]]
