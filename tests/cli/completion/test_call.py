"""Where the unfinished word of a call stands."""

from __future__ import annotations

from kkmp_cli.cli.completion.call import understood
from kkmp_cli.cli.completion.command_tree import CommandTree

TREE = CommandTree()


def test_an_option_waits_for_its_value_and_a_flag_does_not() -> None:
    waiting = understood(["list", "--json", "--kota"], TREE)
    assert waiting is not None
    assert waiting.wanted is not None
    assert waiting.wanted.names[-1] == "--kota"
    done = understood(["list", "--kota", "jakpus"], TREE)
    assert done is not None
    assert done.wanted is None
    assert done.value("--kota") == "jakpus"


def test_the_value_of_an_option_is_never_a_command() -> None:
    call = understood(["--db", "report", "list"], TREE)
    assert call is not None
    assert [*call.path] == ["list"]
    assert call.value("--db") == "report"


def test_places_are_counted_and_the_last_may_go_on() -> None:
    target = understood(["target", "set", "nib"], TREE)
    assert target is not None
    assert target.place == "BATAS"
    many = understood(["update", "Gambir", "Cideng"], TREE)
    assert many is not None
    assert many.place == "KELURAHAN…"
    one = understood(["show", "Gambir"], TREE)
    assert one is not None
    assert one.place == ""


def test_a_word_that_is_no_command_leads_nowhere() -> None:
    assert understood(["laporan"], TREE) is None
    assert understood(["training", "hadir"], TREE) is None
