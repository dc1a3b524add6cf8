"""`kkmp server`: what is said of a register that is made, and of whom it lets in."""

from __future__ import annotations

import shlex

import pytest

from running import Asked, Office, Shared
from servers import closed


@pytest.fixture
def engine() -> str:
    return "server"


@pytest.fixture
def shared(server_database: Shared) -> Shared:
    return server_database


def test_a_new_register_tells_the_next_steps_and_they_work(office: Office, server: object) -> None:
    assert office.shared
    database = f"{office.shared.database}_baru"
    office.shared.server.ask("postgres", f"CREATE DATABASE {database} TEMPLATE template0")
    url = office.shared.server.url(database)
    done = office.good("server", "init", url)
    assert "siap di postgresql://kkmp_uji@/" in done.out
    step = next(line for line in done.err.splitlines() if "server grant" in line)
    words = shlex.split(step.partition("kkmp ")[2])
    assert "dibuat dan diizinkan: menulis 31.71" in office.good(*words).out
    closed()
    office.shared.server.ask("postgres", f"DROP DATABASE {database} WITH (FORCE)")
    office.shared.server.ask("postgres", "DROP ROLE petugas_jakpus")


def test_roles_are_listed_and_taken_out(office: Office, shared: Shared) -> None:
    role = f"uji_{shared.database[-6:]}"
    office.good(
        "server", "grant", shared.url, role, "--kota", "jakpus", "--kota", "jakut", "--pribadi"
    )
    rows = office.good("server", "list", shared.url, "--json").json
    assert {
        "peran": role,
        "jenis": "petugas",
        "kota": "31.71;31.72",
        "baca_semua": "tidak",
        "pribadi": "ya",
    } in rows
    assert role in office.good("server", "list", shared.url).out
    assert (
        "mengelola semuanya" in office.good("server", "grant", shared.url, role, "--pengelola").out
    )
    office.good("server", "revoke", shared.url, role)
    assert role not in office.good("server", "list", shared.url).out
    closed()
    shared.ask(f"DROP ROLE {role}")


@pytest.mark.parametrize(
    "options", [(), ("--pembaca", "--pengelola"), ("--kota", "jakpus", "--pembaca")]
)
def test_a_role_is_one_thing(office: Office, shared: Shared, options: tuple[str, ...]) -> None:
    refused = office.refused("server", "grant", shared.url, "uji_x", *options, code=2)
    assert "Sebut satu" in refused.err


def test_a_password_is_typed_unseen(office: Office, shared: Shared) -> None:
    role = f"uji_{shared.database[-6:]}"
    asked = Asked("server", "grant", shared.url, role, "--pembaca")
    asked.until(f"Kata sandi baru untuk {role}")
    asked.answer("sangat rahasia\n")
    assert asked.end() == 0
    assert "sangat rahasia" not in asked.said
    ((digest,),) = shared.ask(f"SELECT rolpassword FROM pg_authid WHERE rolname = '{role}'")
    assert digest.startswith("SCRAM-SHA-256$")
    shared.ask(f"DROP ROLE {role}")
