"""A new register on a server is made once, with the shipped areas."""

from __future__ import annotations

import pytest

from kkmp_cli.actions import shared_register
from kkmp_cli.errors import BadUsage, Refused
from running import Office
from servers import Server, closed


@pytest.fixture
def engine() -> str:
    return "server"


def test_a_new_one_knows_the_areas_and_has_no_history(office: Office) -> None:
    assert office.shared
    assert office.shared.ask("SELECT count(*) FROM areas") == [(285,)]
    assert office.good("history", "--json").json == []
    office.good("check")


def test_one_that_is_there_is_never_made_again(office: Office) -> None:
    assert office.shared
    with pytest.raises(Refused, match="sudah ada register"):
        shared_register.initialise(office.shared.url)
    closed()
    assert office.shared.ask("SELECT count(*) FROM areas") == [(285,)]


def test_a_file_is_no_server(office: Office) -> None:
    with pytest.raises(BadUsage, match="bukan alamat server"):
        shared_register.initialise("register.db")


def test_a_database_of_another_encoding_is_refused_in_words(office: Office, server: Server) -> None:
    server.ask("postgres", "CREATE DATABASE uji_ascii ENCODING 'SQL_ASCII' TEMPLATE template0")
    done = office.run("server", "init", server.url("uji_ascii"))
    server.ask("postgres", "DROP DATABASE uji_ascii WITH (FORCE)")
    assert (done.code, done.out) == (3, "")
    assert "UTF-8" in done.err and "CREATE DATABASE" in done.err
