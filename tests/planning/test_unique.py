"""A number belongs to one cooperative, judged on the state that the whole call leaves behind."""

from __future__ import annotations

from datetime import date

from kkmp_cli.milestones import Milestone
from kkmp_cli.model.area import Area
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.event import Event
from kkmp_cli.model.run import COOPERATIVE
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.planning.intent import (
    ADDED,
    CHANGED,
    REJECTED,
    Intent,
    RowResult,
    Source,
)
from kkmp_cli.planning.plan import build_plan
from kkmp_cli.planning.unique import duplicates
from one_row import (
    CIDENG,
    FILE,
    GAMBIR,
    NEWER,
    OFFICER,
    OVERWRITE,
    PER,
    RAWASARI,
    every_number,
    held,
    name_of,
    number_of,
    outcome,
)
from snapshots import areas_of

FIRST, SECOND, THIRD = areas_of("31.71")[:3]
ONE, OTHER = "0123456789012", "0123456789013"


def holding(area: Area, nib: str) -> Cooperative:

    return Cooperative(area.id, area, {"nib": "sudah", "nib_nomor": nib})


REGISTERED = {FIRST.id: holding(FIRST, ONE), SECOND.id: holding(SECOND, OTHER)}
NUMBERS = {("nib", "", ONE): FIRST, ("nib", "", OTHER): SECOND}


def row(at: int, field: str, new: str) -> RowResult:
    area = (FIRST, SECOND, THIRD)[at]
    held = REGISTERED[area.id].values.get(field) if area.id in REGISTERED else None
    event = Event(COOPERATIVE, area.id, field, held, new, "2026-03-10")
    return RowResult(area, CHANGED, (event,), source=Source(row=at + 2, name="isian.csv"))


def test_a_number_that_another_holds_is_refused_with_its_holder() -> None:
    problems, clashes = duplicates([row(2, "nib_nomor", ONE)], REGISTERED, NUMBERS)
    (problem,) = problems[0]
    assert (problem.row, problem.content, clashes) == (4, ONE, [])
    assert FIRST.kelurahan in problem.message


def test_two_may_swap_their_numbers_in_one_call() -> None:
    rows = [row(0, "nib_nomor", OTHER), row(1, "nib_nomor", ONE)]
    assert duplicates(rows, REGISTERED, NUMBERS) == ({}, [])


def test_two_rows_of_one_call_with_one_number_are_refused() -> None:
    rows = [row(0, "nib_nomor", "9990001112223"), row(2, "nib_nomor", "9990001112223")]
    problems, _ = duplicates(rows, REGISTERED, NUMBERS)
    assert [*problems] == [1]


def test_one_account_number_at_two_banks_is_two() -> None:
    held = {("rekening", "BRI", "12345"): FIRST}
    events = tuple(
        Event(COOPERATIVE, THIRD.id, name, None, value, "2026-03-10")
        for name, value in (("rekening_nomor", "12345"), ("rekening_bank", "BNI"))
    )
    assert duplicates([RowResult(THIRD, CHANGED, events)], {}, held) == ({}, [])


def test_what_a_faulty_row_clashes_with_is_told_too() -> None:
    faulty = Intent(THIRD, {"nib_nomor": ONE}, date(2026, 3, 10), source=Source(row=9))
    problems, (clash,) = duplicates([], REGISTERED, NUMBERS, [faulty])
    assert (problems, clash.row) == ({}, 9)


@every_number
def test_one_number_on_two_cooperatives_is_refused_naming_the_holder(milestone: Milestone) -> None:
    name = f"{name_of(milestone)}_nomor"
    numbers = {(name_of(milestone), "", number_of(milestone)): CIDENG}
    for policy in (FILE, OVERWRITE, OFFICER):
        found = build_plan(
            [Intent(GAMBIR, {name: number_of(milestone)}, PER)],
            {1: held()},
            policy,
            numbers,
            built_in(),
        )
        assert outcome(found) == REJECTED
        assert not found.events
        assert "Cideng (31.71.01.1002)" in found.problems[0].message


@every_number
def test_one_number_on_two_rows_is_refused(milestone: Milestone) -> None:
    name = f"{name_of(milestone)}_nomor"
    intents = [Intent(area, {name: number_of(milestone)}, PER) for area in (GAMBIR, CIDENG)]
    found = build_plan(intents, {}, FILE, {}, built_in())
    assert [row.outcome for row in found.results] == [ADDED, REJECTED]
    assert "Gambir" in found.problems[0].message


@every_number
def test_one_call_may_swap_two_numbers_or_turn_three_round(milestone: Milestone) -> None:
    name = name_of(milestone)
    areas = (GAMBIR, CIDENG, RAWASARI)
    numbers = [number_of(milestone, digit) for digit in "123"]
    known = {
        area.id: held({name: "sudah", f"{name}_nomor": number}, area=area)
        for area, number in zip(areas, numbers, strict=True)
    }
    index = {(name, "", number): area for area, number in zip(areas, numbers, strict=True)}
    for turned in ([1, 0], [1, 2, 0]):
        intents = [
            Intent(area, {f"{name}_nomor": numbers[place]}, NEWER)
            for area, place in zip(areas, turned, strict=False)
        ]
        found = build_plan(intents, known, FILE, index, built_in())
        assert not found.problems
        assert len(found.events) == len(turned)


def test_one_account_number_may_be_held_at_two_banks() -> None:
    index = {("rekening", "BNI", "0123456789"): CIDENG}
    values = {"rekening_nomor": "0123456789", "rekening_bank": "BRI"}
    assert not build_plan([Intent(GAMBIR, values, PER)], {}, FILE, index, built_in()).problems
    values["rekening_bank"] = "BNI"
    assert build_plan([Intent(GAMBIR, values, PER)], {}, FILE, index, built_in()).problems


def test_a_number_given_up_in_the_same_call_is_free() -> None:
    known = {1: held({"nib": "sudah", "nib_nomor": "0" * 13}), 2: held(area=CIDENG)}
    intents = [
        Intent(CIDENG, {"nib_nomor": "0" * 13}, NEWER),
        Intent(GAMBIR, {"nib_nomor": None}, NEWER),
    ]
    assert not build_plan(
        intents, known, OFFICER, {("nib", "", "0" * 13): GAMBIR}, built_in()
    ).problems
