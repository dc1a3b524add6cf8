"""What the command line says before a parser reads it."""

from __future__ import annotations

import pytest

from kkmp_cli.cli.arguments import mentions_own, shown_db, typed_command, typed_db


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


@pytest.mark.parametrize(
    "typed", [["--cell", "E4=0812 3456", "a.csv"], ["--cell=E4=0812 3456", "a.csv"]]
)
def test_of_a_corrected_cell_only_its_place_is_kept_in_the_command(typed: list[str]) -> None:
    kept = typed_command(["import", *typed]).replace("--cell=", "--cell ")
    assert kept == "kkmp import --cell E4=… a.csv"


def test_the_place_of_the_register_is_not_kept() -> None:
    assert typed_command(["--db", "/rumah/a.db", "list"]) == "kkmp list"
    assert typed_command(["--db=/rumah/a.db", "list"]) == "kkmp list"


def test_words_with_spaces_are_kept_apart_and_a_long_line_is_cut() -> None:
    assert typed_command(["show", "Kebon Sirih", ""]) == 'kkmp show "Kebon Sirih" ""'
    assert len(typed_command(["show", "a" * 3_000])) == 1_000


@pytest.mark.parametrize(
    ("typed", "mentions"),
    [
        (["update", "Cideng", "--x-omzet", "5"], True),
        (["update", "Cideng", "--x-omzet=5"], True),
        (["export", "--kolom", "kode,x_omzet"], True),
        (["list", "--tanpa", "X-Omzet"], True),
        (["update", "--help"], True),
        (["update", "Cideng", "--nib", "sudah"], False),
        (["list", "--alasan", "box-office, max_a"], False),
    ],
)
def test_a_field_of_the_office_is_asked_for_only_where_one_can_be_meant(
    typed: list[str], mentions: bool
) -> None:
    assert mentions_own(typed) is mentions


@pytest.mark.parametrize(
    "location",
    [
        "postgresql://u:rahasia@h/kkmp",
        "postgresql://u:ra/hasia@h/kkmp",
        "postgresql://u:ra@hasia@h/kkmp",
        "postgres://:rahasia@h/kkmp",
        "postgresql:/u:rahasia@h/kkmp",
        "postgresql://h/kkmp?password=rahasia",
        "postgresql://h/kkmp?sslmode=require&sslpassword=rahasia",
        "POSTGRESQL://h/kkmp?Pasword=rahasia",
        "host=h password=rahasia",
    ],
)
def test_an_address_that_may_hold_a_password_is_not_repeated(location: str) -> None:
    assert shown_db(location) == "…"


@pytest.mark.parametrize(
    "location",
    [
        None,
        "register.db",
        "C:/Users/budi:x@y/register.db",
        "postgresql://u@h:5432/kkmp",
        "postgresql://u@[::1]:5432/kkmp",
        "postgresql://[::1]:5432/kkmp",
        "postgresql:///kkmp?host=/tmp&passfile=/home/budi/sandi",
        "postgresql:///?service=kantor",
    ],
)
def test_any_other_is_shown_as_it_was_typed(location: str | None) -> None:
    assert shown_db(location) == location
