"""The least a report can be: Typer, the standard library's sqlite3, one query, one Rich table. No
rule, no list.
"""

from __future__ import annotations

import sqlite3

import typer
from rich.console import Console
from rich.table import Table

app = typer.Typer()


@app.command()
def report(register: str, kota: str) -> None:
    """Counts what is reached per kecamatan of one kota."""
    connection = sqlite3.connect(f"file:{register}?mode=ro", uri=True)
    rows = connection.execute(
        "SELECT k.kecamatan, s.milestone, sum(s.keadaan = 'sudah'), count(*) FROM v_koperasi k"
        " JOIN v_milestone s ON s.kode = k.kode WHERE k.kota_kode = ? AND s.sampai IS NULL GROUP "
        "BY 1, 2 ORDER BY 1, 2",
        (kota,),
    ).fetchall()
    table = Table("Kecamatan", "Milestone", "Sudah", "Dari")
    for row in rows:
        table.add_row(*map(str, row))
    Console().print(table)


if __name__ == "__main__":
    app()
