"""A session sees a register of today's schema with its own settings, or is told why not."""

from __future__ import annotations

import pytest

from kkmp_cli.errors import Unusable
from kkmp_cli.register.location import SCHEMA
from kkmp_cli.register.server.session_checks import PATH, missing, refuse_others, refuse_server


@pytest.mark.parametrize(
    ("path", "there", "words"),
    [
        (PATH, False, "belum ada register"),
        (PATH, True, "Peran Anda belum diizinkan"),
        ('"$user", public', True, "pgbouncer"),
    ],
)
def test_where_no_register_is_seen_the_reason_is_told(path: str, there: bool, words: str) -> None:
    told = missing("kantor", path, there)
    assert words in told.message and told.remedy


@pytest.mark.parametrize(
    ("path", "version", "words"),
    [
        (PATH, f"{SCHEMA + 1:04}", "lebih baru"),
        (PATH, f"{SCHEMA - 1:04}", "lebih lama"),
        (PATH, "apa", "rusak"),
        ("public", f"{SCHEMA:04}", "pgbouncer"),
    ],
)
def test_another_schema_or_other_settings_are_refused(path: str, version: str, words: str) -> None:
    with pytest.raises(Unusable, match=words):
        refuse_others("kantor", path, version)


def test_the_register_of_today_is_used() -> None:
    refuse_others("kantor", PATH, f"{SCHEMA:04}")


def test_a_server_that_cannot_hold_a_register_is_refused() -> None:
    with pytest.raises(Unusable, match="PostgreSQL 14"):
        refuse_server("kantor", 140_012, "UTF8")
    with pytest.raises(Unusable, match="UTF-8"):
        refuse_server("kantor", 150_004, "SQL_ASCII")
    refuse_server("kantor", 150_004, "UTF8")
