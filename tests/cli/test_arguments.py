"""What the command line says before a parser reads it."""

from __future__ import annotations

import pytest

from kkmp_cli.cli.arguments import typed_command, typed_db


@pytest.mark.parametrize(
    ("typed", "db"),
    [
        (["--db", "a.db", "report"], "a.db"),
        (["--db=a.db", "report"], "a.db"),
        (["--db", "a.db", "--db", "b.db", "list"], "b.db"),
        (["report", "--db", "a.db"], None),
        (["--db"], None),
    ],
)
def test_the_register_is_named_before_the_command(typed: list[str], db: str | None) -> None:
    assert typed_db(typed) == db


@pytest.mark.parametrize("option", ["--ketua", "--telepon"])
def test_a_personal_value_is_not_kept_in_the_history(option: str) -> None:
    assert (
        typed_command(["update", "Gambir", option, "rahasia"]) == f"kkmp update Gambir {option} …"
    )
    assert typed_command(["update", f"{option}=rahasia", "x"]) == f"kkmp update {option}=… x"


def test_the_place_of_the_register_is_not_kept() -> None:
    assert typed_command(["--db", "/rumah/a.db", "list"]) == "kkmp list"
    assert typed_command(["--db=/rumah/a.db", "list"]) == "kkmp list"


def test_words_with_spaces_are_kept_apart_and_a_long_line_is_cut() -> None:
    assert typed_command(["show", "Kebon Sirih", ""]) == 'kkmp show "Kebon Sirih" ""'
    assert len(typed_command(["show", "a" * 3_000])) == 1_000
