"""The schema of a register on a server: made from the same classes as that of a file, with its
views and the locks on the log in the words of the server.

Never enters: who may do what, a row.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime

from sqlalchemy import BigInteger, Integer, MetaData, String, Text
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from kkmp_cli.register.location import SCHEMA
from kkmp_cli.register.schema import tables
from kkmp_cli.register.schema.first_views import VIEWS
from kkmp_cli.register.server import rights

_DIALECT = postgresql.dialect()  # type: ignore[no-untyped-call]


def statements() -> Iterator[str]:
    """All that makes an empty register, in order."""
    names = [table.name for table in _metadata().sorted_tables]
    yield from _tables()
    for name, query in VIEWS.items():
        yield f"CREATE VIEW {name} WITH (security_invoker = true) AS {_worded(query)}"
    yield "ALTER TABLE events ADD FOREIGN KEY (run) REFERENCES runs DEFERRABLE INITIALLY DEFERRED"
    yield from _locks()
    yield from rights.functions()
    yield from (_BASE, _LINK)
    yield from _first_rows()
    yield from rights.privileges((*names, "alembic_version"), VIEWS)


def _tables() -> Iterator[str]:
    for table in _metadata().sorted_tables:
        yield str(CreateTable(table).compile(dialect=_DIALECT))
        for index in sorted(table.indexes, key=lambda one: str(one.name)):
            yield str(CreateIndex(index).compile(dialect=_DIALECT))


def _first_rows() -> Iterator[str]:
    """Which schema it is, and which register."""
    yield "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"
    yield f"INSERT INTO alembic_version VALUES ('{SCHEMA:04}')"
    made = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%S.%fZ}"
    yield f"INSERT INTO register VALUES (1, '{uuid.uuid4()}', '{made}')"


def _metadata() -> MetaData:
    """The tables as a server has them: texts ordered by their bytes, numbers of 64 bits."""
    metadata = MetaData()
    for table in tables.AreaRow.metadata.sorted_tables:
        copied = table.to_metadata(metadata)
        for column in copied.columns:
            if isinstance(column.type, Text):
                column.type = Text(collation="C")
            elif isinstance(column.type, String):
                column.type = String(column.type.length, collation="C")
            elif isinstance(column.type, Integer):
                column.type = BigInteger()
    return metadata


def _worded(query: str) -> str:
    """A view of a file in the words of the server."""
    query = query.replace(
        "(events e JOIN json_each(e.isi) i)",
        "(events e CROSS JOIN LATERAL json_array_elements(e.isi::json) i)",
    )
    for place in range(4):
        query = query.replace(
            f"(SELECT atom FROM json_each(i.value) WHERE key = {place})", f"(i.value ->> {place})"
        )
    return query


_BASE = """CREATE FUNCTION dasar(nomor bigint) RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = kkmp, pg_temp AS $$
    WITH RECURSIVE asal (id, membatalkan) AS (
        SELECT r.id, r.membatalkan FROM runs r WHERE r.id = nomor
        UNION ALL SELECT r.id, r.membatalkan FROM asal JOIN runs r ON r.id = asal.membatalkan)
    SELECT id FROM asal WHERE membatalkan IS NULL$$"""
"""The run that an undo, or an undo of an undo, is about in the end."""
_LINK = """CREATE FUNCTION catat(sementara bigint, awal text, kata text[],
    OUT nomor bigint, OUT intisari text) LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = kkmp, pg_temp AS $$
DECLARE
    sebelum text; waktu text; peran text := to_json(session_user::text)::text; isi text;
BEGIN
    PERFORM tolak_bukan_haknya(sementara);
    PERFORM tolak_bukan_haknya(dasar((kata[5]::json #>> '{}')::bigint));
    PERFORM pg_advisory_xact_lock(1263226192);
    SELECT r.id, r.intisari, r.waktu INTO nomor, sebelum, waktu
        FROM runs r ORDER BY r.id DESC LIMIT 1;
    nomor := coalesce(nomor, 0) + 1;
    sebelum := coalesce(sebelum, awal);
    waktu := greatest(waktu,
        to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'));
    SELECT string_agg('["' || e.entitas || '",' || e.subjek || ',"' || e.per || '",' || e.berkas
        || ',' || e.baris || ',' || e.isi || ']', ',' ORDER BY e.id)
        INTO isi FROM events e WHERE e.run = sementara;
    intisari := encode(sha256(convert_to('[[' || nomor || ',"' || waktu || '",' || kata[1] || ','
        || peran || ',' || kata[2] || ',' || kata[3] || ',' || kata[4] || ',' || kata[5] || ','
        || kata[6] || ',' || kata[7] || ',"' || sebelum || '"],[' || coalesce(isi, '') || ']]',
        'UTF8')), 'hex');
    INSERT INTO runs (id, waktu, petugas, peran, perintah, alasan, berkas, membatalkan, asal,
        jumlah, sebelum, intisari)
    VALUES (nomor, waktu, kata[1]::json #>> '{}', session_user, kata[2]::json #>> '{}',
        kata[3]::json #>> '{}', kata[4]::json #>> '{}', (kata[5]::json #>> '{}')::bigint,
        kata[6]::json #>> '{}', (kata[7]::json #>> '{}')::bigint, sebelum, intisari);
    UPDATE events SET run = nomor WHERE run = sementara;
END$$"""
"""The last step of a run: its number, the clock of the server, its link in the hash chain, digested
as `hash_chain` does it, out of what was written under the provisional number.
"""


def _locks() -> Iterator[str]:
    """The log can only grow, whoever asks."""
    yield (
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS"
        " $$BEGIN RAISE EXCEPTION 'riwayat tidak dapat diubah' USING ERRCODE = '42501'; END$$"
    )
    for table in ("runs", "events"):
        yield (
            f"CREATE TRIGGER {table}_append_only BEFORE DELETE OR TRUNCATE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
        numbered = f" WHEN (OLD.run > 0 OR {_SAME})" if table == "events" else ""
        yield (
            f"CREATE TRIGGER {table}_kept BEFORE UPDATE ON {table}"
            f" FOR EACH ROW{numbered} EXECUTE FUNCTION refuse_change()"
        )


_SAME = (
    "(OLD.id, OLD.entitas, OLD.subjek, OLD.per, OLD.berkas, OLD.baris, OLD.isi)"
    " IS DISTINCT FROM (NEW.id, NEW.entitas, NEW.subjek, NEW.per, NEW.berkas, NEW.baris, NEW.isi)"
)
"""What an event must not become; its provisional number alone is replaced by that of its run."""
