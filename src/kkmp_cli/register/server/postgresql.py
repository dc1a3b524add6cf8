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
from typing import Any, NamedTuple, TypeVar

from kkmp_cli.errors import Unusable
from kkmp_cli.model.run import Head
from kkmp_cli.register import hash_chain
from kkmp_cli.register.asked_always import ASKED_ALWAYS
from kkmp_cli.register.engine import Connection, Engine, Sight, Tell
from kkmp_cli.register.server import address, commit_answers, session_checks
from kkmp_cli.register.server.driver import NoTable, ServerConnection

_T = TypeVar("_T")
SCHEMA_NAME = session_checks.SCHEMA_NAME
_OPTIONS = (
    f"-c search_path={session_checks.PATH} -c statement_timeout=600000 -c lock_timeout=10000"
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
_PATH = "current_setting('search_path')"
_RIGHTS = (
    "SELECT md5(string_agg(r, ',' ORDER BY r)) FROM ("
    "SELECT h::text AS r FROM hak h WHERE h.peran = session_user"
    " UNION ALL SELECT k::text FROM hak_kota k WHERE k.peran = session_user) hak"
)
"""What a role may, as one word."""
_SCHEMA_OF = f"SELECT version_num, {_PATH}, ({_RIGHTS}) FROM alembic_version"
_THERE = (
    "SELECT EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
    f" WHERE n.nspname = '{SCHEMA_NAME}' AND c.relname = 'runs')"
)
"""Told to those too who may not read it."""
_SIGHT = (
    "SELECT a.semua OR coalesce(h.semua, false), a.semua OR coalesce(h.pribadi, false),"
    " (SELECT string_agg(k.kota, ' ') FROM hak_kota k WHERE k.peran = session_user)"
    " FROM (SELECT pg_has_role('kkmp_pengelola', 'MEMBER') AS semua) a"
    " LEFT JOIN hak h ON h.peran = session_user"
)
"""Whether a role reads every kota, whether values of persons, and which kota are its own."""
_LINK = "SELECT nomor, intisari FROM catat(?, ?, ?)"
_WORDS = ("petugas", "perintah", "alasan", "berkas", "membatalkan", "asal", "jumlah")
"""What a client says of a run; the number, the time, the role and the link are the server's."""


class PostgresqlServer:
    """The register behind a URL, which a message calls by its user, host and database."""

    path: Path | None = None
    shared = True
    listed = 20_000
    singly = 20
    beyond_ascii = "{} ~ '[^ -~]'"
    patience = 10.0
    """Seconds in which a server that went away is asked again whether what was written counts."""

    def __init__(self, url: str) -> None:
        self._address = address.read(url, _OPTIONS)
        self._linked: Head | None = None
        self._rights: str | None = None

    def __str__(self) -> str:
        return self._address.named

    @cached_property
    def _driver(self) -> ServerConnection:
        return ServerConnection(self._address)

    def close(self) -> None:
        """Ends the connection, if there is one."""
        if "_driver" in vars(self):
            vars(self).pop("_driver").close()

    def taken(self) -> bool:
        """True where the database holds a register. Raises Unusable where it cannot be reached."""
        return bool(self._afresh(lambda: self._driver.execute(_THERE).fetchone()[0]))

    def _afresh(self, ask: Callable[[], _T]) -> _T:
        """What is asked while nothing is begun: once more where the wire was cut meanwhile."""
        before = vars(self).get("_driver")
        try:
            return ask()
        except Unusable:
            if not before or not before.lost:
                raise
            self.close()
            return ask()

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
            try:
                yield self._driver
            except Exception:
                if self._driver.answered:
                    self._driver.roll_back()
                    self._refuse_other_rights()
                raise
            self._commit(saved, tell)

    def _refuse_other_rights(self) -> None:
        """Raises Unusable where this role may no more what it might as the unit began: then some of
        what was to be read was not seen.
        """
        ((rights,),) = self._driver.execute(_RIGHTS)
        if rights != self._rights:
            raise session_checks.other_rights(str(self))

    def _commit(self, saved: Callable[[], None], tell: Tell) -> None:
        """Commits, and says so even where a signal that came meanwhile ends the command. Raises
        Unusable.
        """
        try:
            self._driver.commit()
        except BaseException as stopped:
            if not self._counts(stopped, tell):
                raise
            if not isinstance(stopped, Unusable):
                saved()
                raise
        saved()

    def _counts(self, stopped: BaseException, tell: Tell) -> bool:
        """Whether what was written counts although the commit did not end well: where the server
        did not say so, it is asked over another connection. Raises Unusable where nobody knows.
        """
        if isinstance(stopped, Exception) and self._driver.answered:
            return False
        self.close()
        if not self._linked:
            raise commit_answers.unknown(str(self))
        tell(f"Sambungan ke {self} terputus waktu menyimpan; ditanyakan lagi ke server …")
        found = commit_answers.find(self._address, self._linked, self.patience)
        if found is None:
            raise commit_answers.unknown(str(self), self._linked)
        return found

    @contextmanager
    def administering(self) -> Iterator[ServerConnection]:
        """One transaction of who administers the server, whether a register is there or not."""
        self._linked, driver = None, self._driver
        driver.later(_WRITING)
        try:
            yield driver
            driver.later("RESET ROLE")
            self._commit(lambda: None, str)
        finally:
            self._take_back()

    def _take_back(self) -> None:
        """What is not committed; nothing is connected to for that."""
        if driver := vars(self).get("_driver"):
            driver.roll_back()

    @contextmanager
    def _unit(self, begin: str) -> Iterator[None]:
        try:
            self._afresh(lambda: self._begin(begin))
            yield
        finally:
            self._take_back()

    def _begin(self, begin: str) -> None:
        """Begins; once more where the register was replaced while this waited, since what is asked
        then is of the moment before.
        """
        for _ in range(2):
            self._driver.later(begin)
            if begin == _WRITING:
                self._driver.later(_PATIENCE)
            if self._look():
                return
            self._driver.roll_back()
        raise session_checks.replaced(str(self))

    def _look(self) -> bool:
        """False where the register came after the moment that is looked at. The version is read
        before all else: who replaces the register, or changes its schema, waits for all who did.

        Raises Unusable where no register is there, or one of another schema.
        """
        asked = (_SCHEMA_OF, _SIGHT, *ASKED_ALWAYS)
        self._driver.ahead(((sql, ()) for sql in asked), lasting=True)
        try:
            row = self._driver.execute(_SCHEMA_OF).fetchone()
        except NoTable:
            raise self._missing() from None
        if row:
            session_checks.refuse_others(str(self), row[1], row[0])
            self._rights = row[2]
        return bool(row)

    def _missing(self) -> Unusable:
        self._driver.roll_back()
        path, there = self._driver.execute(f"SELECT {_PATH}, ({_THERE})").fetchone()
        return session_checks.missing(str(self), path, there)

    @contextmanager
    def creating(self) -> Iterator[Engine]:
        """Never: who administers the server makes it. Raises Unusable."""
        self._look()
        yield self

    def claim(self, connection: Connection, keys: Iterable[str]) -> None:
        """Advisory locks until the transaction ends, always in one order: nobody waits for who
        waits for him. What was asked ahead of a kind of record is asked again.
        """
        wanted = sorted({*keys})
        for key in wanted:
            self._driver.later(_CLAIM, (_CLAIMED, key))
        if not all(key[:1].isdigit() for key in wanted):
            self._driver.forget()

    def claim_of(self, connection: Connection, areas: Iterable[int]) -> None:
        """The same for the kota of areas, by one question however many there are."""
        self._driver.later(_CLAIM_OF, (_CLAIMED, [*areas]))

    def chain(self, connection: Connection) -> _Chain:
        """Numbered, until the run is, by the process of the server that serves this connection."""
        return _Chain(self, -self._driver.raw.info.backend_pid)

    def link(self, number: int, header: Mapping[str, Any]) -> Head:
        """By the function `catat`: it takes the lock of the chain, which the commit gives back."""
        words = [hash_chain.compact(header[name]) for name in _WORDS]
        self._driver.ahead([(_RIGHTS, ())])
        row = self._driver.execute(_LINK, (number, header["sebelum"], words)).fetchone()
        self._refuse_other_rights()
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

    def sight(self, connection: Connection) -> Sight:
        """All for who administers the register, else what the role was given."""
        everywhere, persons, kota = connection.execute(_SIGHT).fetchone()
        return Sight(None if everywhere else frozenset((kota or "").split()), persons)

    def flaws(self, connection: Connection, most: int) -> Iterator[str]:
        """None that a client could find: the server checks its pages itself."""
        return iter(())

    def orphans(self, connection: Connection) -> Iterator[tuple[str, int, str]]:
        """None: the server holds every reference at every statement."""
        return iter(())


class _Chain(NamedTuple):
    """The last step of a run on a server."""

    server: PostgresqlServer
    number: int

    def link(self, header: Mapping[str, Any]) -> Head:
        """What the server makes of it."""
        return self.server.link(self.number, header)


def read_url(location: str) -> PostgresqlServer:
    """The engine of a URL. Raises BadUsage for one that cannot be read, or has a password."""
    return PostgresqlServer(location)
