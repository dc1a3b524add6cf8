"""`kkmp help`: matters and commands."""

from __future__ import annotations

import re
import shlex

import pytest

from kkmp_cli.cli.app import COMMANDS
from kkmp_cli.cli.topics import TOPICS
from running import Office


def test_alone_it_lists_every_matter_and_every_command(office: Office) -> None:
    shown = office.good("help").out
    for name in (*TOPICS, *(verb for verbs in COMMANDS.values() for verb in verbs)):
        assert re.search(rf"^  {name} ", shown, re.MULTILINE), name


@pytest.mark.parametrize("name", TOPICS)
def test_a_matter_is_told_on_lines_that_a_narrow_terminal_shows(
    office: Office, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    for columns in (60, 80, 120, 200):
        monkeypatch.setenv("COLUMNS", str(columns))
        shown = office.good("help", name).out
        assert shown.startswith(TOPICS[name].title)
        lines = [line for line in shown.splitlines() if not line.startswith("  kkmp ")]
        assert max(map(len, lines)) <= min(columns, 80)


@pytest.mark.parametrize(
    "words", [["import"], ["training", "add"], ["list"], ["training"]], ids=" ".join
)
def test_a_command_is_told_as_by_its_own_help(office: Office, words: list[str]) -> None:
    assert office.good("help", *words).out == office.good(*words, "--help").out


def test_the_fields_of_the_office_stand_in_the_help_of_a_command(pusat: Office) -> None:
    pusat.good("field", "add", "omzet", "Omzet", "--kind", "rupiah", "--arti", "sebulan")
    assert "--x-omzet NILAI" in pusat.good("help", "update").out


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("tanggl", "tanggal"), ("laporan", "report"), ("repot", "report"), ("Impor", "")],
)
def test_what_is_near_is_offered_and_works(office: Office, typed: str, meant: str) -> None:
    if not meant:
        office.good("help", typed)
        return
    err = office.refused("help", typed, code=2).err
    (command,) = re.findall(r"`kkmp (help [^`]*)`", err)
    assert command == f"help {meant}"
    office.good(*shlex.split(command))


def test_what_is_not_known_is_refused_with_all_that_is(office: Office) -> None:
    err = office.refused("help", "xyzzy", code=2).err
    assert all(name in err for name in TOPICS)
    assert "maksudnya" not in office.refused("help", "training", "hadir", code=2).err


def test_the_word_bantuan_leads_here(office: Office) -> None:
    assert "`kkmp help`" in office.run("bantuan").err
