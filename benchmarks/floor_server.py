"""The least that `kkmp` on a server can be: Typer and psycopg. A report is one query and one Rich
table, an update one row changed and one line of history, an import the very rows that it comes to,
sent as streams; no rule, no list, nothing judged.
"""

from __future__ import annotations

import csv
import sqlite3
from pathlib import Path

import psycopg
import typer
from rich.console import Console
from rich.table import Table

app = typer.Typer()
_TABLES = (
    *("cooperatives", "contacts", "milestones", "field_values", "personal_values"),
    *("fingerprints", "runs", "events"),
)


@app.command()
def report(url: str, kota: str) -> None:
    """Counts what is reached per kecamatan of one kota."""
    with psycopg.connect(url, options="-c search_path=kkmp") as connection:
        rows = connection.execute(
            "SELECT k.kecamatan, s.milestone, sum((s.keadaan = 'sudah')::int), count(*) FROM"
            " v_koperasi k JOIN v_milestone s ON s.kode = k.kode WHERE k.kota_kode = %s AND"
            " s.sampai IS NULL GROUP BY 1, 2 ORDER BY 1, 2",
            (kota,),
        ).fetchall()
    table = Table("Kecamatan", "Milestone", "Sudah", "Dari")
    for row in rows:
        table.add_row(*map(str, row))
    Console().print(table)


@app.command()
def update(url: str, kode: str, members: int) -> None:
    """Sets the members of one cooperative, in a table of its own beside the register."""
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS floor (kode text PRIMARY KEY, anggota int)")
        connection.execute("CREATE TABLE IF NOT EXISTS past (kode text, old int, new int)")
        connection.execute("INSERT INTO floor VALUES (%s, 0) ON CONFLICT DO NOTHING", (kode,))
        asked = "SELECT anggota FROM floor WHERE kode = %s FOR UPDATE"
        ((old,),) = connection.execute(asked, (kode,)).fetchall()
        connection.execute("UPDATE floor SET anggota = %s WHERE kode = %s", (members, kode))
        connection.execute("INSERT INTO past VALUES (%s, %s, %s)", (kode, old, members))
    Console().print(f"{kode}: anggota {old} -> {members}")


@app.command()
def load(url: str, sheet: str, register: str) -> None:
    """Reads the sheet, and writes the rows of a register in a file as they are; their numbers and
    indexes are those of a register, what a row points at is not looked up.
    """
    with Path(sheet).open(encoding="utf-8-sig", newline="") as file:
        list(csv.reader(file))
    source = sqlite3.connect(f"file:{register}?mode=ro", uri=True)
    with psycopg.connect(url) as connection, connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA IF EXISTS floor CASCADE")
        cursor.execute("CREATE SCHEMA floor")
        for table in _TABLES:
            cursor.execute(f"CREATE TABLE floor.{table} (LIKE kkmp.{table} INCLUDING ALL)")
            rows = source.execute(f"SELECT * FROM {table}")
            names = ", ".join(column for column, *_ in rows.description)
            with cursor.copy(f"COPY floor.{table} ({names}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)


if __name__ == "__main__":
    app()
