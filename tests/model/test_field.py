"""The entries of the vocabulary: each once, and a milestone's follow from the milestone."""

from __future__ import annotations

from datetime import date

import pytest

from kkmp_cli.errors import CellError
from kkmp_cli.milestones import MILESTONES
from kkmp_cli.model.field import DEFAULTS, NUMBER_FIELDS, NUMBER_PARTS, milestone_fields
from kkmp_cli.model.vocabulary import built_in

TODAY = date(2026, 3, 10)


def test_every_field_and_option_is_there_once() -> None:
    names = [field.name for field in built_in().all_fields()]
    assert len({*names}) == len(names)
    options = [field.option for field in built_in().all_fields()]
    assert len({*options}) == len(options)


def test_a_milestone_has_the_fields_that_its_entry_asks_for() -> None:
    for one in MILESTONES:
        code = f"{one.code}_2026" if one.yearly else one.code
        fields = {field.name.removeprefix(code): field for field in milestone_fields(one, code)}
        wanted = {"", "_per", "_rencana", "_kendala"}
        wanted |= {"_nomor"} if one.number else set()
        wanted |= {"_bank"} if one.number and one.number.bank else set()
        wanted |= {"_mulai"} if one.stops else set()
        assert {*fields} == wanted
        assert {field.state_field for field in fields.values()} == {code}
        assert {field.owner for field in fields.values()} == {code}


def test_numbers_and_banks_are_those_of_the_milestones() -> None:
    assert [state for _, _, state in NUMBER_FIELDS] == [
        one.code for one in MILESTONES if one.number
    ]
    assert all(number in NUMBER_PARTS for number, _, _ in NUMBER_FIELDS)


def test_a_state_is_read_in_its_canonical_text_and_nonsense_is_an_error_of_the_cell() -> None:
    for one in MILESTONES:
        state = built_in().by_name(f"{one.code}_2025" if one.yearly else one.code)
        assert state is not None
        assert state.read("10/2/2026", TODAY) == "2026-02-10"
        with pytest.raises(CellError):
            state.read("entahlah begitu", TODAY)


def test_a_default_is_the_value_of_a_field() -> None:
    assert all(built_in().by_name(name) for name in DEFAULTS)
