"""One table of a document → CSV for Excel in Indonesia (`;`, byte order mark)."""

from __future__ import annotations

import csv
import io

from kkmp_cli.errors import BadUsage
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.text import printable
from kkmp_cli.render.document import Document, Table, data_tables
from kkmp_cli.sheets import guard

DEFAULT = ("menurut", "kecamatan", "kota")
"""What is written where no table is named: the first of these that there is, and `menurut` is there
only where it was asked for.
"""


def write(document: Document, name: str | None = None) -> bytes:
    """The table called `name`. Raises BadUsage with the names that there are."""
    return as_csv(chosen(data_tables(document), name))


def chosen(tables: dict[str, Table], name: str | None) -> Table:
    """The table asked for, or the first that is usual."""
    wanted = name or next((key for key in DEFAULT if key in tables), "")
    if wanted not in tables:
        raise BadUsage(
            f"Tabel `{short(wanted)}` tidak ada.",
            f"Yang ada: {', '.join(sorted(tables))}.",
        )
    return tables[wanted]


def as_csv(table: Table) -> bytes:
    """Headed by column keys; days as ISO, numbers as digits; nothing that a spreadsheet runs."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow(column.key for column in table.columns)
    for row in table.rows:
        writer.writerow(
            "" if c is None else c if isinstance(c, int) else guard(printable(c)) for c in row
        )
    return file.getvalue().encode("utf-8-sig")
