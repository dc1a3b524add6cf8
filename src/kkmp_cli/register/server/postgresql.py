"""A register in the schema `kkmp` of a PostgreSQL database: the engine of offices that share one.

One connection serves the whole call. Who reads sees one moment; who writes works in one
transaction. Copies, folders and locks of files have no counterpart here: the server keeps its own.
Never enters: what a row means.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from kkmp_cli.errors import Advice, BadUsage, Command, Unusable
from kkmp_cli.model.run import Head
from kkmp_cli.register import hash_chain
from kkmp_cli.register.asked_always import ASKED_ALWAYS
from kkmp_cli.register.engine import Connection, Engine, Tell
from kkmp_cli.register.location import SCHEMA
from kkmp_cli.register.server.driver import NoTable, ServerConnection

SCHEMA_NAME = "kkmp"
_OPTIONS = (
    f"-c search_path={SCHEMA_NAME},pg_temp -c statement_timeout=600000 -c lock_timeout=10000"
    " -c datestyle=ISO -c client_encoding=UTF8"
)
"""What holds from the first statement on, without a question of its own."""
_READING = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
_WRITING = "BEGIN ISOLATION LEVEL READ COMMITTED"
_PATIENCE = "SET LOCAL idle_in_transaction_session_timeout = 60000"
_CLAIMED = 0x4B4B
"""The advisory locks of what officers write."""
_CLAIM = "SELECT pg_advisory_xact_lock(?, hashtext(?))"
_CLAIM_OF = (
    "SELECT pg_advisory_xact_lock(?, hashtext(k)) FROM (SELECT DISTINCT substr(kode, 1, 5) AS k"
    " FROM areas WHERE id = ANY(?) ORDER BY k) kota"
)
_SEES_ALL = (
    "SELECT pg_has_role('kkmp_pengelola', 'MEMBER')"
    " OR EXISTS (SELECT FROM hak WHERE peran = session_user AND semua AND pribadi)"
)
_LINK = "SELECT nomor, intisari FROM catat(?, ?, ?)"
_WORDS = ("petugas", "perintah", "alasan", "berkas", "membatalkan", "asal", "jumlah")
"""What a client says of a run; the number, the time, the role and the link are the server's."""


class PostgresqlServer:
    """The register behind a URL, which a message calls by its user, host and database."""

    path: Path | None = None
    shared = True
    listed = 20_000

    def __init__(self, url: str) -> None:
        self._url = url
        self._linked: Head | None = None

    def __str__(self) -> str:
        parts = urlsplit(self._url)
        user = f"{parts.username}@" if parts.username else ""
        return f"postgresql://{user}{parts.hostname or ''}{parts.path}"

    @cached_property
    def _driver(self) -> ServerConnection:
        return ServerConnection(self._url, str(self), options=_OPTIONS, connect_timeout=10)

    def close(self) -> None:
        """Ends the connection, if there is one."""
        if "_driver" in vars(self):
            vars(self).pop("_driver").close()

    def taken(self) -> bool:
        """True where the database holds a register. Raises Unusable where it cannot be reached."""
        found = self._driver.execute(f"SELECT to_regclass('{SCHEMA_NAME}.runs') IS NOT NULL")
        return bool(found.fetchone()[0])

    @contextmanager
    def reading(self, tell: Tell) -> Iterator[Connection]:
        """One moment of the register. Raises Unusable."""
        with self._unit(_READING):
            yield self._driver

    @contextmanager
    def writing(self, saved: Callable[[], None], tell: Tell) -> Iterator[Connection]:
        """One transaction, complete or absent. Raises Unusable."""
        self._linked = None
        with self._unit(_WRITING):
            yield self._driver
            self._commit()
        saved()

    def _commit(self) -> None:
        """Commits; where the answer never came, asks again whether the run is there. Raises
        Unusable, and says so where nobody knows.
        """
        try:
            self._driver.commit()
        except Unusable:
            if not self._driver.lost or not self._linked:
                raise
            self.close()
            if not self._holds(self._linked):
                raise

    def _holds(self, head: Head) -> bool:
        """Whether a run is recorded, asked over a new connection. Raises Unusable where that cannot
        be found out.
        """
        try:
            sql = f"SELECT id FROM {SCHEMA_NAME}.runs WHERE id = ? AND intisari = ?"
            return bool(self._driver.execute(sql, (head.run, head.digest)).fetchall())
        except Unusable:
            raise Unusable(
                f"Sambungan ke {self} terputus waktu menyimpan: belum tentu tersimpan.",
                Advice(
                    "Sesudah tersambung lagi, lihat apakah pekerjaan {} ada: `{}`. Ulangi bila "
                    "tidak.",
                    head.run,
                    Command("history", "--run", head.run),
                ),
            ) from None

    @contextmanager
    def administering(self) -> Iterator[ServerConnection]:
        """One transaction of who administers the server, whether a register is there or not."""
        driver = self._driver
        driver.later(_WRITING)
        try:
            yield driver
            driver.later("RESET ROLE")
            driver.commit()
        finally:
            self._take_back()

    def _take_back(self) -> None:
        self._driver.roll_back()

    @contextmanager
    def _unit(self, begin: str) -> Iterator[None]:
        driver = self._driver
        driver.later(begin)
        if begin == _WRITING:
            driver.later(_PATIENCE)
        try:
            self._look()
            yield
        finally:
            self._take_back()

    def _look(self) -> None:
        """Raises Unusable where no register is there, or one of another schema."""
        self._driver.ahead(((sql, ()) for sql in ASKED_ALWAYS), lasting=True)
        try:
            ((version,),) = self._driver.execute("SELECT version_num FROM alembic_version")
        except NoTable:
            raise Unusable(
                f"Di {self} belum ada register.",
                Advice("Yang mengelola server menyiapkannya: {}", Command("server", "init", "…")),
            ) from None
        if int(version) > SCHEMA:
            raise Unusable(
                f"Register {self} dibuat kkmp yang lebih baru.",
                "Pasang kkmp versi terbaru lalu ulangi.",
            )

    @contextmanager
    def creating(self) -> Iterator[Engine]:
        """Never: who administers the server makes it. Raises Unusable."""
        self._look()
        yield self

    def claim(self, connection: Connection, keys: Iterable[str]) -> None:
        """Advisory locks until the transaction ends, always in one order: nobody waits for who
        waits for him.
        """
        for key in sorted({*keys}):
            self._driver.later(_CLAIM, (_CLAIMED, key))

    def claim_of(self, connection: Connection, areas: Iterable[int]) -> None:
        """The same for the kota of areas, by one question however many there are."""
        self._driver.later(_CLAIM_OF, (_CLAIMED, [*areas]))

    def provisional(self, connection: Connection) -> int | None:
        """The process of the server that serves this connection, as a number below all runs."""
        return -self._driver.raw.info.backend_pid

    def link(self, connection: Connection, number: int, header: Mapping[str, Any]) -> Head:
        """By the function `catat`: it takes the lock of the chain, which the commit gives back."""
        words = [hash_chain.compact(header[name]) for name in _WORDS]
        row = connection.execute(_LINK, (number, header["sebelum"], words)).fetchone()
        self._linked = Head(*row)
        return self._linked

    def ahead(
        self, connection: Connection, statements: Iterable[tuple[str, Sequence[Any]]]
    ) -> None:
        """They are put together with the next question."""
        self._driver.ahead(statements)

    def keep_copy(self, connection: Connection, beside: ExitStack, after: ExitStack) -> None:
        """Nothing: the server's own backups are its copies."""

    def insert(
        self,
        connection: Connection,
        table: str,
        columns: Sequence[str],
        rows: Iterable[Sequence[Any]],
        tail: str,
    ) -> None:
        """Many rows as one stream. Raises sqlite3.IntegrityError where a row cannot be."""
        self._driver.insert(table, columns, rows, tail)

    def insert_from(
        self,
        connection: Connection,
        rows: Sequence[Sequence[Any]],
        columns: Sequence[str],
        sql: str,
    ) -> None:
        """The statement once for all rows. Raises sqlite3.IntegrityError where a row cannot be."""
        self._driver.insert_from(rows, columns, sql)

    def overwrite(self, connection: Connection) -> None:
        """Nothing: dead rows are the server's own until it cleans up, and so are its backups."""

    def sees_all(self, connection: Connection) -> bool:
        """True for who administers the register, and who was given every kota and all persons."""
        return bool(connection.execute(_SEES_ALL).fetchone()[0])

    def flaws(self, connection: Connection, most: int) -> Iterator[str]:
        """None that a client could find: the server checks its pages itself."""
        return iter(())

    def orphans(self, connection: Connection) -> Iterator[tuple[str, int, str]]:
        """None: the server holds every reference at every statement."""
        return iter(())


def read_url(location: str) -> PostgresqlServer:
    """The engine of a URL. Raises BadUsage for one with a password, which would stand in the list
    of processes and in the history of the shell.
    """
    parts = urlsplit(location)
    if parts.password or "password" in parse_qs(parts.query):
        raise BadUsage(
            "Kata sandi tidak boleh ada di --db atau KKMP_DB.",
            "Simpan di berkas yang ditunjuk PGPASSFILE, atau pakai service di pg_service.conf.",
        )
    return PostgresqlServer(location)
