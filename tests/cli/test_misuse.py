"""Calls that cannot be read: each is told by the word that was typed, and the command that is
advised works.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kkmp_cli.cli.app import COMMANDS
from kkmp_cli.cli.framework import loaded
from kkmp_cli.model.vocabulary import built_in
from running import Office


def advised(err: str) -> list[list[str]]:
    """The commands of a message, without `kkmp`."""
    return [shlex.split(line)[1:] for line in re.findall(r"`(kkmp [^`]*)`", err)]


@pytest.mark.parametrize(
    ("typed", "word", "command"),
    [
        ("report jakpus", '"jakpus"', "report --kota jakpus"),
        ("report Jakarta Pusat", '"Jakarta Pusat"', "report --kota 'Jakarta Pusat'"),
        ("report jakpus jakut", '"jakpus jakut"', "report --kota jakpus --kota jakut"),
        ("list Gambir --belum rat", '"Gambir"', "list --belum rat --kecamatan Gambir"),
        ("report lap.json --kota jakpus", '"lap.json"', "report --kota jakpus -o lap.json"),
        ("report 2026-03-10", '"2026-03-10"', "report --per 2026-03-10"),
        ("check jakpus", '"jakpus"', "check --kota jakpus"),
        ("show Duri Pulo", '"Pulo"', "show 'Duri Pulo'"),
        ("update Duri Pulo --nib sudah", "Duri ", "update 'Duri Pulo' --nib sudah"),
        ("update Gambir nib sudah", "nib ", "update Gambir --nib sudah"),
        (
            "training add Dasar Koperasi --kota jakpus --mulai 2026-01-05",
            '"Koperasi"',
            "training add --kota jakpus --mulai 2026-01-05 'Dasar Koperasi'",
        ),
    ],
)
def test_a_word_without_a_place_is_answered_with_the_command_that_was_meant(
    demo: Office,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    word: str,
    command: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    done = demo.run(*typed.split())
    assert done.code in (1, 2)
    assert word in done.err
    assert advised(done.err) == [shlex.split(command)]
    demo.good(*shlex.split(command))


@pytest.mark.parametrize(
    ("typed", "option"),
    [
        ("report --per", "--per 2026-03-10"),
        ("report --per --kota jakpus", "--per 2026-03-10"),
        ("list --kota", "--kota jakpus"),
        ("list --belum", "--belum nib"),
        ("history --jumlah", "--jumlah 5"),
        ("history --jumlah x", "--jumlah 5"),
        ("update Gambir --nib", "--nib sudah"),
        ("update Gambir --nib-per --kota jakpus", "--nib-per 2026-03-10"),
    ],
)
def test_an_option_without_its_value_is_answered_with_a_value_that_works(
    demo: Office, typed: str, option: str
) -> None:
    err = demo.refused(*typed.split(), code=2).err
    assert err.splitlines()[-1].endswith(f"misalnya {option}.")
    whole = typed.split()
    at = whole.index(option.split()[0])
    rest = whole[at + 1 :] if whole[at + 1 :] != ["x"] else []
    done = demo.run(*whole[:at], *option.split(), *rest)
    assert done.code == 0 or "nib-per" in option, done.err


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("--kota jakpus list", "list --kota jakpus"),
        ("--kota jakpus training list", "training list --kota jakpus"),
        ("kkmp report --kota jakpus", "report --kota jakpus"),
        ("history 1", "history --run 1"),
    ],
)
def test_a_call_in_another_order_is_answered_with_the_right_one(
    demo: Office, typed: str, meant: str
) -> None:
    err = demo.run(*typed.split()).err
    assert advised(err) == [meant.split()]
    demo.good(*meant.split())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("report -kota jakpus", "--kota"),
        ("report --kotajakpus", "--kota jakpus"),
        ("list --csv", "--format csv"),
    ],
)
def test_an_option_that_is_nearly_right_is_told_as_it_is_right(
    demo: Office, typed: str, meant: str
) -> None:
    err = demo.refused(*typed.split(), code=2).err
    assert f"`{typed.split()[1]}`" in err
    assert f"Maksud Anda `{meant}`?" in err
    demo.good(typed.split()[0], *meant.split(), *typed.split()[2:])


def test_a_flag_with_a_value_is_told_as_such(pusat: Office) -> None:
    assert "--json saja" in pusat.refused("report", "--json=1", code=2).err
    pusat.good("report", "--json")


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("training show abc", "training list"),
        ("followup done x", "followup list"),
        ("target remove x", "target list"),
        ("figure remove x", "figure list"),
        ("undo abc", "history"),
    ],
)
def test_what_is_no_number_is_answered_with_the_list_of_the_numbers(
    demo: Office, typed: str, command: str
) -> None:
    err = demo.refused(*typed.split(), code=2).err
    assert f"`{typed.split()[-1]}`" in err
    assert err.splitlines()[-1].endswith(f": kkmp {command}")
    demo.good(*command.split())


def test_a_kecamatan_of_another_kota_is_told_with_that_kota(demo: Office) -> None:
    err = demo.refused("report", "--kecamatan", "Tambora", "--kota", "jakpus").err
    assert "tidak ada di Jakarta Pusat, tetapi di Jakarta Barat" in err
    assert err.endswith("Pakai --kota jakbar.\n")
    demo.good("report", "--kecamatan", "Tambora", "--kota", "jakbar")


def test_a_place_is_known_before_there_is_a_register(office: Office) -> None:
    err = office.refused("report", "jakpus", code=2).err
    assert advised(err) == [["report", "--kota", "jakpus"]]


def test_the_advised_command_names_the_register_that_was_typed(demo: Office) -> None:
    err = demo.run("report", "jakpus", db=demo.register).err
    (words,) = advised(err)
    assert words == ["--db", str(demo.register), "report", "--kota", "jakpus"]


def test_two_words_of_which_one_is_not_understood_are_no_command(demo: Office) -> None:
    err = demo.refused("report", "jakpus", "apa-saja", code=2).err
    assert '"jakpus apa-saja"' in err
    assert all("--kota" not in words or "apa-saja" not in words for words in advised(err))


def test_every_option_without_its_value_is_told_by_its_name(office: Office) -> None:
    asked = {each.opts[0]: path for path, one in commands() for each in valued(one)}
    for option, path in asked.items():
        err = office.refused(*path, option, code=2).err
        assert err.startswith(f"Sesudah {option} belum ada isinya."), err


def commands() -> Iterator[tuple[list[str], Any]]:
    """Every command with its words; of those with an option for each field, one will do."""
    for verb in [verb for verbs in COMMANDS.values() for verb in verbs]:
        command = loaded(verb, built_in)
        for name, one in getattr(command, "commands", {"": command}).items():
            yield [verb, *([name] if name else [])], one


def valued(command: Any) -> list[Any]:
    """Its options that take a value, but those of the fields, which are told alike."""
    options = [each for each in command.params if each.param_type_name == "option"]
    return [each for each in options if not each.is_flag and each.metavar != "NILAI"]
