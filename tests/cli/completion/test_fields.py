"""The options of fields at TAB."""

from __future__ import annotations

import pytest

from kkmp_cli.cli.completion import fields
from kkmp_cli.cli.completion.command_tree import FIELDS
from kkmp_cli.model.vocabulary import built_in
from running import Office


def test_every_field_has_its_option(office: Office) -> None:
    names = {option.names[0] for option in fields.options(FIELDS, office.location)}
    assert names == {field.option for field in built_in().all_fields() if field.kind != "area"}


@pytest.mark.parametrize(
    ("option", "words"),
    [
        ("--percontohan", ["ya", "tidak"]),
        ("--status", ["aktif", "bubar", "digabung"]),
        ("--nama", []),
        ("--nib-nomor", []),
    ],
)
def test_what_the_help_of_a_field_lists_is_offered(
    office: Office, option: str, words: list[str]
) -> None:
    assert [word for word, _ in fields.values(option, "", office.location)] == words


def test_the_kinds_of_room_and_of_business_are_taken(pusat: Office) -> None:
    for option in ("--gerai-jenis", "--unit-usaha"):
        words = [word for word, _ in fields.values(option, "", pusat.location)]
        assert len(words) > 4
        for word in words:
            pusat.good("update", "Gambir", option, word)
