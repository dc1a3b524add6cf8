"""The file of a register as an engine: what is there, one moment of it, one unit of writing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kkmp_cli.register.sqlite import SqliteFile
from running import Office

COUNT = "SELECT count(*) FROM runs"


def silent(words: str) -> None:
    pytest.fail(words)


def test_a_name_is_taken_by_whatever_bears_it(tmp_path: Path) -> None:
    engine = SqliteFile(tmp_path / "register.db")
    assert not engine.taken()
    engine.path.symlink_to(tmp_path / "tidak ada")
    assert engine.taken()


def test_what_is_read_is_of_one_moment_and_cannot_be_changed(pusat: Office) -> None:
    engine = SqliteFile(pusat.register)
    with engine.reading(silent) as connection:
        assert connection.execute(COUNT).fetchone() == (1,)
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            connection.execute("DELETE FROM headings")


def test_a_unit_that_breaks_off_wrote_nothing_and_says_so_to_nobody(pusat: Office) -> None:
    engine, saved = SqliteFile(pusat.register), list[int]()
    with pytest.raises(KeyboardInterrupt), engine.writing(lambda: saved.append(1), silent) as unit:
        unit.execute("DELETE FROM fingerprints")
        unit.execute("INSERT INTO headings (judul, isian) VALUES ('Izin', 'nib')")
        raise KeyboardInterrupt
    with engine.reading(silent) as connection:
        assert connection.execute("SELECT count(*) FROM headings").fetchone() == (0,)
    assert saved == []


def test_a_new_register_takes_its_name_only_where_it_was_finished(tmp_path: Path) -> None:
    engine = SqliteFile(tmp_path / "register.db")
    with pytest.raises(KeyboardInterrupt), engine.creating():
        raise KeyboardInterrupt
    assert [*tmp_path.iterdir()] == []
    with engine.creating() as made:
        assert made.path != engine.path
    with engine.reading(silent) as connection:
        assert connection.execute(COUNT).fetchone() == (0,)


def test_a_row_without_its_parent_is_named_with_it(pusat: Office) -> None:
    with closing(sqlite3.connect(pusat.register)) as raw:
        raw.execute("INSERT INTO contacts (cooperative_id) VALUES (999999)")
        raw.commit()
    engine = SqliteFile(pusat.register)
    with engine.reading(silent) as connection:
        assert [*engine.flaws(connection, 5)] == []
        assert [(table, parent) for table, _, parent in engine.orphans(connection)] == [
            ("contacts", "cooperatives")
        ]
