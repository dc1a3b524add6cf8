"""Lists of any length and many rows at once, in plain SQL."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from kkmp_cli.errors import Unusable
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.register.batches import chunks, marks
from kkmp_cli.register.location import Damaged
from kkmp_cli.register.queries import Queries, below, upsert, vocabulary_at
from kkmp_cli.register.sqlite import SqliteFile
from running import Office


@pytest.fixture
def queries(tmp_path: Path) -> Queries:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT)")
    return Queries(connection, SqliteFile(tmp_path))


def test_lists_and_inserts_have_no_limit(queries: Queries) -> None:
    queries.insert("things", ("id", "name"), ((key, str(key)) for key in range(40_000)))
    listed = range(0, 40_000, 2)
    rows = queries.among("SELECT id FROM things WHERE id IN {}", listed)
    assert sorted(key for (key,) in rows) == [*listed]
    queries.delete("things", "id", listed)
    assert queries.rows("SELECT count(*) FROM things") == [(20_000,)]


def test_an_upsert_takes_the_new_values(queries: Queries) -> None:
    for name in ("lama", "baru"):
        queries.insert("things", ("id", "name"), [(1, name)], upsert("id", ["name"]))
    assert queries.rows("SELECT * FROM things") == [(1, "baru")]


def test_bytes_where_a_text_belongs_are_damage(queries: Queries) -> None:
    queries.insert("things", ("id", "name"), [(1, b"\xff")])
    with pytest.raises(Damaged, match="rusak"):
        queries.rows("SELECT name FROM things")


def test_chunks_tell_how_many_were_dealt_with() -> None:
    dealt: list[int] = []
    assert [*chunks(range(5), 2, dealt.append)] == [[0, 1], [2, 3], [4]]
    assert dealt == [2, 2, 1]
    assert marks(3) == "(?,?,?)"


def test_codes_below_prefixes() -> None:
    assert below(None) == ("TRUE", [])
    assert below([]) == ("(FALSE)", [])
    where, parameters = below(["31.71", "31.71.01.1001", "31.71"])
    assert where == "((a.kode >= ? AND a.kode < ?) OR a.kode = ?)"
    assert parameters == ["31.71.", "31.71/", "31.71.01.1001"]


def test_the_fields_of_a_register_are_told_without_opening_it_for_more(pusat: Office) -> None:
    assert vocabulary_at(pusat.register) == built_in()
    pusat.good("field", "add", "omzet", "Omzet", "--kind", "rupiah", "--arti", "penjualan")
    known = vocabulary_at(pusat.register)
    assert known is not None
    assert known.own_keys == ("x_omzet",)
    pusat.register.write_bytes(b"SQLite")
    with pytest.raises(Unusable):
        vocabulary_at(pusat.register)


def test_what_is_no_text_where_only_texts_belong_is_damage(queries: Queries) -> None:
    queries.insert("things", ("id", "name"), [(1, "satu"), (2, None)])
    assert queries.texts("SELECT name FROM things WHERE id = 1") == [("satu",)]
    assert queries.texts("SELECT name FROM things WHERE id = 3") == []
    with pytest.raises(Damaged, match="rusak"):
        queries.texts("SELECT name FROM things")
