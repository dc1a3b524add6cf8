"""Groups and commands that are loaded when they are typed."""

from __future__ import annotations

import pytest

from kkmp_cli.cli.app import COMMANDS
from kkmp_cli.cli.framework import OfficerCommand, OfficerGroup, loaded
from kkmp_cli.model.vocabulary import built_in
from running import Office


@pytest.mark.parametrize("verb", [verb for verbs in COMMANDS.values() for verb in verbs])
def test_every_word_of_the_help_is_a_command_with_our_help(verb: str) -> None:
    assert isinstance(loaded(verb, built_in), OfficerCommand | OfficerGroup)


def test_a_word_of_a_group_is_answered_with_the_command_of_that_group(office: Office) -> None:
    assert "`kkmp training remove`" in office.run("training", "hapus", "1").err
    assert "`kkmp followup done`" in office.run("followup", "selesai", "1").err
    assert "`kkmp area --help`" in office.run("area", "entahlah").err
