"""A column of numbers that tells only whether there is one is known as such."""

from __future__ import annotations

from kkmp_cli.importing.state_columns import StateColumn, state_columns
from office_sheets import TODAY, read_text


def columns(text: str) -> list[StateColumn]:
    return [*state_columns(read_text(text), TODAY)]


def test_states_under_a_heading_of_numbers_are_told() -> None:
    (one,) = columns("Kelurahan;NO REK\nGambir;1\nCideng;0\nDuri Pulo;1\nKebon Kelapa;0123456789\n")
    assert (one.heading, one.letter, one.texts) == ("NO REK", "B", ("1", "0"))
    assert one.map == "NO REK=rekening"
    assert one.label == "Rekening"


def test_a_number_that_is_wrong_is_no_state() -> None:
    assert columns("Kelurahan;NO REK\nGambir;BRI 0123\nCideng;1,23E+15\n") == []


def test_a_milestone_that_has_a_column_of_its_own_keeps_it() -> None:
    assert columns("Kelurahan;Rekening;NO REK\nGambir;sudah;1\n") == []


def test_a_column_of_good_numbers_is_none() -> None:
    assert columns("Kelurahan;NO REK\nGambir;0123456789\n") == []
