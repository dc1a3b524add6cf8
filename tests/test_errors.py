"""Refusals have a code and a remedy, advice can be pasted, a system error is said in Indonesian."""

from __future__ import annotations

import errno
import shlex

import pytest

from kkmp_cli.errors import (
    Advice,
    Command,
    KkmpError,
    MissingExtra,
    Refused,
    lines,
    pasted,
    reason,
    worded,
)


def test_a_command_reads_bare_and_names_the_register_that_was_typed() -> None:
    command = Command("update", "Gambir", "--catatan", "dua kata")
    assert command.on(None) == "kkmp update Gambir --catatan 'dua kata'"
    assert shlex.split(command.on("kantor saya.db"))[:3] == ["kkmp", "--db", "kantor saya.db"]
    assert Command("add", "--kota", "…").on(None) == "kkmp add --kota …"


def test_advice_is_a_text_whose_commands_follow_the_register() -> None:
    inner = Advice("lihat {}", Command("history"))
    advice = Advice("Dua jalan: {} atau {}.", inner, Command("undo", 4))
    assert advice == "Dua jalan: lihat kkmp history atau kkmp undo 4."
    assert (
        worded(advice, "b.db")
        == "Dua jalan: lihat kkmp --db b.db history atau kkmp --db b.db undo 4."
    )
    assert worded("{} biasa", "b.db") == "{} biasa"
    assert worded(lines([advice, "dan ini"]), None) == f"{advice}\ndan ini"


def test_every_refusal_has_an_exit_code_of_its_kind() -> None:
    kinds: list[type[KkmpError]] = [KkmpError, *KkmpError.__subclasses__()]
    assert all(kind.exit_code in (1, 2, 3, 4) for kind in kinds)
    refused = Refused("tidak bisa", "begini")
    assert (refused.message, refused.remedy, str(refused)) == ("tidak bisa", "begini", "tidak bisa")
    assert "'.[pdf]'" in MissingExtra("PDF", "pdf", "pakai html").remedy


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, ""), "disk penuh"),
        (PermissionError(errno.EACCES, ""), "tidak ada izin"),
        (FileNotFoundError(errno.ENOENT, ""), "tidak ada"),
        (OSError(errno.EMFILE, ""), f"kesalahan sistem {errno.EMFILE}"),
        (OSError(), "tidak dapat dibaca"),
    ],
)
def test_a_system_error_is_said_without_its_place(error: OSError, words: str) -> None:
    assert reason(error) == words


@pytest.mark.parametrize("text", ["Izin=nib", 'Apa "NIB"?=nib', "$(rm x)=", "`x`=", "a!b=", "\\="])
def test_an_option_with_a_text_of_a_file_is_pasted_as_it_is(text: str) -> None:
    assert shlex.split(pasted("--map", text)) == ["--map", text]
