"""The driver of the server speaks as that of a file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest

from kkmp_cli.register.server import address
from kkmp_cli.register.server.driver import ServerConnection, translated
from servers import Server


@pytest.fixture
def connection(server: Server) -> Iterator[ServerConnection]:
    made = ServerConnection(address.read(server.url("postgres"), ""))
    made.execute("CREATE TEMP TABLE things (id BIGINT PRIMARY KEY, name TEXT)")
    made.execute("SELECT 1")
    yield made
    made.close()


@pytest.mark.parametrize(
    ("sql", "wanted"),
    [
        ("SELECT ? WHERE a = ?", "SELECT %s WHERE a = %s"),
        ("WHERE a = :day AND b > :day", "WHERE a = %(day)s AND b > %(day)s"),
        ("SELECT 'apa? :day' || x::text", "SELECT 'apa? :day' || x::text"),
        ("x LIKE '5%' AND y % 2 = 0", "x LIKE '5%%' AND y %% 2 = 0"),
    ],
)
def test_parameters_are_translated_and_what_is_quoted_stays(sql: str, wanted: str) -> None:
    assert translated(sql) == wanted


def test_rows_come_as_tuples_of_plain_values(connection: ServerConnection) -> None:
    connection.insert("things", ("id", "name"), [(n, f"nama {n}") for n in range(120)], "")
    assert connection.execute("SELECT count(*), sum(id) FROM things").fetchone() == (120, 7_140)
    rows = connection.execute("SELECT id FROM things WHERE id < ? ORDER BY id", (3,))
    assert (rows.fetchmany(2), rows.fetchall(), rows.fetchone()) == ([(0,), (1,)], [(2,)], None)
    assert [*connection.execute("DELETE FROM things WHERE id = :id", {"id": 1})] == []


def test_a_row_that_cannot_be_is_told_as_on_a_file(connection: ServerConnection) -> None:
    connection.insert("things", ("id", "name"), [(1, "satu")], "")
    connection.execute("SELECT 1")
    connection.insert("things", ("id", "name"), [(1, "dua")], "")
    with pytest.raises(sqlite3.IntegrityError):  # it goes along with the next question
        connection.execute("SELECT 1")
    many = [(n, "x") for n in range(100)]
    tail = " ON CONFLICT (id) DO UPDATE SET name = excluded.name"
    connection.insert("things", ("id", "name"), [(1, "tiga")], tail)
    assert connection.execute("SELECT name FROM things").fetchall() == [("tiga",)]
    connection.insert("things", ("id", "name"), many, tail)
    assert connection.execute("SELECT count(*), min(name) FROM things").fetchone() == (100, "x")
    connection.insert("things", ("id", "name"), many, "")
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute("SELECT 1")


def test_a_statement_takes_many_rows_out_of_one_stream(connection: ServerConnection) -> None:
    sql = "INSERT INTO things WITH s (id, name) AS ({}) SELECT id * 2, name || '!' FROM s"
    connection.insert_from([], ("id", "name"), sql)
    connection.insert_from([(n, f"nama\t{n}") for n in range(3)], ("id", "name"), sql)
    rows = connection.execute("SELECT * FROM things ORDER BY id").fetchall()
    assert rows == [(0, "nama\t0!"), (2, "nama\t1!"), (4, "nama\t2!")]


def test_what_waits_is_sent_in_order_with_the_next_question(connection: ServerConnection) -> None:
    connection.insert("things", ("id", "name"), [(1, "satu")], "")
    connection.execute("UPDATE things SET name = ? WHERE id = ?", ("dua", 1))
    connection.ahead([("SELECT count(*) FROM things", ())])
    assert connection.execute("SELECT name FROM things").fetchall() == [("dua",)]
    assert connection.execute("SELECT count(*) FROM things").fetchone() == (1,)


def test_an_answer_from_before_a_write_is_never_given(connection: ServerConnection) -> None:
    question = ("SELECT count(*) FROM things", ())
    connection.ahead([question])
    connection.execute("SELECT 1")
    connection.insert("things", ("id", "name"), [(1, "satu")], "")
    assert connection.execute(*question).fetchone() == (1,)
    connection.ahead([question])
    connection.execute("SELECT 1")
    connection.insert("things", ("id", "name"), [(n, "x") for n in range(2, 90)], "")
    assert connection.execute(*question).fetchone() == (89,)


def test_it_knows_whether_a_unit_is_open(connection: ServerConnection) -> None:
    assert not connection.in_transaction
    connection.later("BEGIN")
    connection.execute("SELECT 1")
    assert connection.in_transaction
    connection.roll_back()
    connection.execute("SELECT 1")
    assert not connection.in_transaction


def test_a_password_becomes_a_digest_here(connection: ServerConnection) -> None:
    digest = connection.digested("rahasia", "petugas")
    assert digest.startswith("SCRAM-SHA-256$") and "rahasia" not in digest
