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
    assert '"kkmp-cli[pdf]"; atau pakai html.' in MissingExtra("PDF", "pdf", "pakai html").remedy


def test_a_command_is_quoted_as_the_shells_of_this_platform_need_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    command = Command("import", "Isian Gambir (1).xlsx", "--kota", "…")
    said = worded(Advice("Ulangi: {}.", command), "C:\\Users\\Budi S\\register.db")
    assert said == (
        'Ulangi: kkmp --db "C:\\Users\\Budi S\\register.db" import "Isian Gambir (1).xlsx"'
        " --kota …."
    )
    assert pasted("--map", "Izin=nib") == '--map "Izin=nib"'


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


@pytest.mark.parametrize(
    ("kind", "number", "path", "words"),
    [
        (errno.EACCES, 32, "paket.xlsx", "sedang terbuka di program lain"),
        (errno.EACCES, 5, "paket.xlsx", "tidak ada izin"),
        (errno.ENOENT, 3, "a\\" * 140, "jalurnya terlalu panjang untuk Windows"),
        (errno.ENOENT, 206, "a", "jalurnya terlalu panjang untuk Windows"),
        (errno.ENOENT, 3, "a\\b", "tidak ada"),
    ],
)
def test_what_windows_says_by_numbers_of_its_own_is_told_in_words(
    kind: int, number: int, path: str, words: str
) -> None:
    error = OSError(kind, "", path)
    error.__dict__["winerror"] = number  # which it has on Windows alone
    assert reason(error) == words
