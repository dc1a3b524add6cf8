"""The help of every command: Indonesian, whole, and plain text."""

from __future__ import annotations

import shlex

import pytest

from kkmp_cli.cli.app import COMMANDS
from kkmp_cli.cli.examples import examples
from kkmp_cli.cli.framework import loaded
from kkmp_cli.model.vocabulary import built_in
from running import Office

VERBS = [verb for verbs in COMMANDS.values() for verb in verbs]


@pytest.mark.parametrize("verb", VERBS)
def test_no_word_of_a_help_is_english(office: Office, verb: str) -> None:
    shown = office.good(verb, "--help").out
    assert shown.startswith(f"Pakai: kkmp {verb}")
    assert "Tampilkan bantuan ini." in shown
    for word in ("Usage", "Options", "Arguments", "Commands", "Show this", "[OPTIONS]", "TEXT"):
        assert word not in shown


@pytest.mark.parametrize("verb", VERBS)
def test_what_a_command_does_is_told_in_a_whole_sentence(office: Office, verb: str) -> None:
    about = office.good(verb, "--help").out.split("\n\n")[1]
    assert about.strip().endswith(".")


def known(words: list[str]) -> list[list[str]]:
    """The examples of a command."""
    if not words:
        return []
    command = loaded(words[0], built_in)
    return examples((command.commands[words[1]] if len(words) > 1 else command).help)


@pytest.mark.parametrize("columns", [60, 80, 120, 200])
def test_a_help_fits_the_terminal_and_no_command_is_broken(
    office: Office, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    for words in ([], ["update"], ["report"], ["import"], ["training", "add"]):
        lines = office.good(*words, "--help").out.splitlines()
        assert max(len(line) for line in lines if not line.startswith("  kkmp ")) <= min(
            columns, 80
        )
        shown = [line.strip() for line in lines if line.startswith("  kkmp ")]
        assert [shlex.split(line)[1:] for line in shown] == known(words)


def test_the_fields_of_a_milestone_stand_under_its_name(office: Office) -> None:
    shown = office.good("update", "--help").out
    assert shown.index("\nNIB:\n") < shown.index("  --nib-nomor NILAI") < shown.index("\nNPWP:\n")


def test_an_abbreviation_keeps_its_capitals_inside_a_sentence(office: Office) -> None:
    words = " ".join(office.good("add", "--help").out.split())
    assert "tanggal NIK koperasi itu benar" in words
    assert "tanggal unit usaha itu benar" in words
