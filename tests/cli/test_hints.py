"""What somebody meant who typed a word that is no command or option."""

from __future__ import annotations

import pytest

from kkmp_cli.cli.app import COMMANDS
from kkmp_cli.cli.framework import loaded
from kkmp_cli.cli.hints import COMMAND_WORDS, OPTION_WORDS, meant_command, meant_option
from kkmp_cli.model.vocabulary import built_in

VERBS = [verb for verbs in COMMANDS.values() for verb in verbs]


def options_of(verb: str) -> list[str]:
    command = loaded(verb, built_in)
    return [name for parameter in command.params for name in parameter.opts]


def test_every_translated_word_leads_to_a_command_that_exists() -> None:
    below = {name for verb in VERBS for name in getattr(loaded(verb, built_in), "commands", {})}
    assert {*COMMAND_WORDS.values()} <= {*VERBS, *below, "--help"}


def test_every_translated_option_leads_to_one_that_exists() -> None:
    commands = [loaded(verb, built_in) for verb in VERBS]
    commands += [one for command in commands for one in getattr(command, "commands", {}).values()]
    options = {name for command in commands for p in command.params for name in p.opts}
    assert {*OPTION_WORDS.values()} - {"--db", "--version", "--help"} <= options


@pytest.mark.parametrize(
    ("word", "verb"),
    [
        ("Laporan", "report"),
        ("repot", "report"),
        ("LUPAKAN", "forget"),
        ("xyzzy", None),
        ("reset", None),
    ],
)
def test_a_command_is_meant_by_translation_or_by_a_slip_of_the_finger(
    word: str, verb: str | None
) -> None:
    assert meant_command(word, VERBS) == verb


def test_a_word_is_no_hint_where_the_group_has_no_such_command() -> None:
    assert meant_command("laporan", ["add", "remove"]) is None


@pytest.mark.parametrize(
    ("typed", "option"),
    [
        ("--hp", "--telepon"),
        ("--Nomor-NIB", "--nib-nomor"),
        ("--anggotaa", "--anggota"),
        ("--telpon", "--telepon"),
        ("--tgl-rat", "--rat"),
        ("--kec", "--kecamatan"),
        ("--kendala", None),
        ("--usaha-kendal", "--usaha-kendala"),
        ("--nik", "--nik-koperasi"),
        ("--alamat", None),
        ("--omzet", None),
        ("--all-kota", None),
        ("--xyzzy", None),
    ],
)
def test_an_option_is_meant_by_translation_by_field_or_by_its_words(
    typed: str, option: str | None
) -> None:
    assert meant_option(typed, options_of("update")) == option
