"""Lists of any length and many rows at once."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from kkmp_cli.register.batches import chunks, marks, with_rows


def test_parameters_stand_in_brackets() -> None:
    assert (marks(1), marks(3)) == ("(?)", "(?,?,?)")


def test_chunks_have_all_items_in_order_and_tell_how_many_are_done() -> None:
    done: list[int] = []
    assert [*chunks(range(5), 2, done.append)] == [[0, 1], [2, 3], [4]]
    assert done == [2, 2, 1]


def test_many_rows_go_in_by_few_statements() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE things (id INTEGER, name TEXT)")
        with_rows(connection, "INSERT INTO things VALUES {}", ((n, str(n)) for n in range(1_001)))
        assert connection.execute("SELECT count(*), max(id) FROM things").fetchone() == (
            1_001,
            1_000,
        )
