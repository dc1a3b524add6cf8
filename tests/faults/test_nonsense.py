"""Nonsense that a hand, or another program, wrote into any column of any table: told as damage with
its row, or harmless; never a fault of the program, never the register of somebody else's words.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from faults import tally
from kkmp_cli.register.location import TABLES
from running import Office, opened, process

VALUES = {
    "text": "'kapan-kapan'",
    "blob": "x'00ff41'",
    "nothing": "NULL",
    "no date": "'2026-13-45'",
    "empty": "''",
    "huge": "99999999999999999999999",
    "big": "9223372036854775807",
    "negative": "-1",
    "real": "1.5",
    "infinite": "9e999",
    "long": "printf('%.*c', 300000, '9')",
    "JSON": "'[[1]]'",
    "NUL": "'a' || char(0) || 'b'",
}
SAMPLE = ("text", "blob")
PROJECTION = ("milestones", "field_values", "contacts")
READING: tuple[tuple[str, ...], ...] = (
    ("list", "--json"),
    ("report", "--kota", "jakpus", "--json"),
)
MORE: tuple[tuple[str, ...], ...] = (
    ("report",),
    ("report", "--kota", "jakpus", "--rinci", "--sejak", "2025-10-27"),
    ("report", "--kota", "jakpus", "--seperti-tercatat", "2026-11-29", "--json"),
    ("report", "--kota", "jakpus", "--format", "pesan"),
    ("show", "Gambir", "--with-personal"),
    ("show", "Gambir", "--json"),
    ("history", "--json"),
    ("history", "Gambir"),
    ("export", "--json", "--with-personal"),
    ("training", "show", "1", "--json"),
    ("target", "list", "--json"),
    ("figure", "list", "--json"),
    ("followup", "list", "--json"),
    ("area", "list", "--kota", "jakpus", "--json"),
    ("check", "--rinci"),
    ("update", "Gambir", "--anggota", "9", "--dry-run"),
    ("update", "--kota", "jakpus", "--all", "--nib", "sudah", "--dry-run"),
    ("undo", "--yes"),
    ("forget", "Gambir", "--yes"),
)


@pytest.fixture
def full(demo: Office) -> Office:
    """The shipped facts, with a row in every table."""
    demo.good(
        *("update", "Gambir", "--ketua", "Budi", "--telepon", "021555", "--mitra", "Bulog"),
        *("--anggota", "12", "--lintang", "-6.17", "--bujur", "106.8", "--nib", "sudah"),
    )
    demo.good("update", "Cideng", "--rekening-nomor", "012301004567", "--rekening-bank", "BRI")
    demo.good("update", "Cideng", "--gerai-kendala", "modal", "--gerai-rencana", "2027-01-01")
    demo.good("training", "attend", "1", "Sunter Agung", "--pengurus", "2")
    demo.good(
        *("followup", "add", "Uraian", "--kelurahan", "Gambir", "--penanggung-jawab", "Sudin"),
        *("--batas", "2027-12-31"),
    )
    demo.good("area", "alias", "Gambiran", "31.71.01.1001")
    sheet = demo.register.with_name("isian.csv")
    sheet.write_text("kelurahan,Papan\nGambir,sudah\n")
    demo.good("import", sheet, "--kota", "jakpus", "--map", "Papan=npwp", "--remember", "--yes")
    return demo


def columns(register: Path, table: str) -> list[str]:
    with opened(register) as connection:
        return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


def written(register: Path, table: str, column: str, value: str) -> bool:
    """Puts a value into every row of a table, past every rule, or into one; False where it cannot."""
    with opened(register) as connection:
        for switch in ("foreign_keys=OFF", "ignore_check_constraints=ON"):
            connection.execute(f"PRAGMA {switch}")
        sql = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        triggers = connection.execute(sql).fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        done = any(_changed(connection, table, column, value, some) for some in _SOME)
        for _, sql in triggers:
            connection.execute(sql)
    return done


_SOME = ("TRUE", "rowid = (SELECT max(rowid) FROM {table})")


def _changed(
    connection: sqlite3.Connection, table: str, column: str, value: str, some: str
) -> bool:
    try:
        where = some.format(table=table)
        connection.execute(f"UPDATE {table} SET {column} = {value} WHERE {where}")
    except sqlite3.Error:
        return False
    return True


def nonsense(office: Office, table: str, values: tuple[str, ...]) -> Iterator[str]:
    """Each column with each value, on the register as it was."""
    whole = office.register.read_bytes()
    for column in columns(office.register, table):
        for value in values:
            if written(office.register, table, column, VALUES[value]):
                yield f"{table}.{column}: {value}"
            office.register.write_bytes(whole)


@pytest.mark.parametrize("table", PROJECTION)
def test_nonsense_in_the_state_is_told_with_its_table(full: Office, table: str) -> None:
    for place in nonsense(full, table, SAMPLE):
        for arguments in READING:
            done = full.run(*arguments)
            assert done.code in (0, 3), (place, arguments, done.err)
            assert done.code == 0 or f"di tabel {table}" in done.err, (place, arguments, done.err)
        tally.count("nonsense in a column")


@pytest.mark.slow
@pytest.mark.parametrize("table", sorted({*TABLES, "alembic_version"}))
def test_nonsense_in_any_column_is_no_fault_of_the_program(full: Office, table: str) -> None:
    for place in nonsense(full, table, (*VALUES,)):
        spoilt = full.register.read_bytes()
        for arguments in (*READING, *MORE):
            done = full.run(*arguments)
            assert done.code in (0, 1, 2, 3), (place, arguments, done.err)
            assert "Traceback" not in done.err, (place, arguments)
            full.register.write_bytes(spoilt)
        tally.count("nonsense in a column")


@pytest.mark.parametrize(
    ("edit", "row"),
    [
        ("UPDATE milestones SET keadaan = 'melayang' WHERE milestone = 'usaha'", "usaha"),
        ("UPDATE milestones SET dari = 'kapan-kapan' WHERE milestone = 'nib'", "nib, kapan-kapan"),
        ("UPDATE field_values SET nilai = 'banyak' WHERE bidang = 'anggota'", "anggota"),
        ("UPDATE field_values SET nilai = 'di sana' WHERE bidang = 'lintang'", "lintang"),
    ],
)
def test_the_row_and_the_remedy_are_named(full: Office, edit: str, row: str) -> None:
    backup = full.register.with_name("cadangan.db")
    full.good("backup", backup)
    with opened(full.register) as connection:
        connection.execute(edit)
    exported = process("--db", full.register, "export")  # whose stream the program closed once
    assert exported.returncode in (0, 3)
    assert b"Traceback" not in exported.stderr
    for arguments in (("report", "--kota", "jakpus"), ("list", "--json"), ("export", "--json")):
        done = full.refused(*arguments, code=3)
        assert f"{row}" in done.err
        assert "`kkmp check --rinci`" in done.err
        assert "`kkmp restore BERKAS`" in done.err
    assert full.run("check", "--rinci").code == 1
    full.good("restore", backup)
    full.good("list", "--json")
