"""What a server says went wrong, in words."""

from __future__ import annotations

import psycopg
import pytest
from psycopg import errors

from kkmp_cli.errors import Unusable
from kkmp_cli.register.location import InUse
from kkmp_cli.register.server.sqlstates import refusal


@pytest.mark.parametrize(
    ("error", "kind", "words"),
    [
        (errors.LockNotAvailable("rahasia"), InUse, "sedang dipakai petugas lain"),
        (errors.DeadlockDetected("rahasia"), InUse, "sedang dipakai petugas lain"),
        (errors.QueryCanceled("rahasia"), InUse, "terlalu lama"),
        (errors.InsufficientPrivilege("rahasia"), Unusable, "tidak boleh"),
        (errors.InvalidPassword("rahasia"), Unusable, "kata sandi"),
        (errors.DiskFull("rahasia"), Unusable, "Disk server penuh"),
        (errors.AdminShutdown("rahasia"), Unusable, "dihentikan"),
        (psycopg.OperationalError("rahasia"), Unusable, "terputus"),
    ],
)
def test_a_code_is_told_without_its_text(
    error: psycopg.Error, kind: type[Unusable], words: str
) -> None:
    told = refusal(error, "kantor")
    assert isinstance(told, kind)
    assert words in told.message and told.remedy
    assert "rahasia" not in told.message + told.remedy


def test_a_wrong_question_is_a_fault_of_the_program() -> None:
    error = errors.SyntaxError("apa")
    assert refusal(error, "kantor") is error
