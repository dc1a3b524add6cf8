"""A PostgreSQL server for tests: a private one for each process of the session, on a socket of its
own; a database for each desk, made from a template, dropped after.

Without the programs of a server the tests that need one say that they are skipped.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
import uuid
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Any

OWNER = "kkmp_uji"
TRIES = 3_000
"""How often the door of a server that starts is knocked at, a moment apart."""


def programs() -> Path | None:
    """Where the programs of a server are, None where there are none."""
    if found := shutil.which("postgres"):
        return Path(found).parent
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((folder for folder in installed if (folder / "postgres").exists()), None)


class Server:
    """A running server, by its socket."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.child: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Begins to run, and waits until it answers."""
        switches = ("fsync=off", "listen_addresses=", f"unix_socket_directories={self.folder}")
        self.child = subprocess.Popen(
            [
                str((programs() or Path()) / "postgres"),
                "-D",
                str(self.folder / "data"),
                *(x for each in switches for x in ("-c", each)),
            ],
            **_quiet(),
        )
        self.wait()

    def wait(self) -> None:
        """Until it answers."""
        import psycopg

        for _ in range(TRIES):
            with suppress(psycopg.OperationalError):
                self.ask("postgres", "SELECT 1")
                return
            assert self.child and self.child.poll() is None, "the server ended"
            time.sleep(0.02)
        raise AssertionError("the server never answered")

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Ends; with SIGQUIT at once, whatever it is doing."""
        if self.child:
            self.child.send_signal(how)
            self.child.wait()

    def url(self, database: str, role: str = OWNER) -> str:
        """The URL of a database for a role."""
        return f"postgresql://{role}@/{database}?host={self.folder}"

    def ask(self, database: str, sql: str, role: str = OWNER) -> list[Any]:
        """What a statement answers, asked past the program."""
        return self.ask_all(database, [sql], role)[0]

    def ask_all(self, database: str, several: Sequence[str], role: str = OWNER) -> list[list[Any]]:
        """The same of several, over one connection."""
        with self.connected(database, role) as asked:
            cursors = [asked.execute(sql.encode()) for sql in several]
            return [cursor.fetchall() if cursor.description else [] for cursor in cursors]

    def connected(self, database: str, role: str = OWNER) -> AbstractContextManager[Any]:
        """A connection past the program, which commits each statement by itself."""
        import psycopg

        options = "-c search_path=kkmp,pg_temp"
        return psycopg.connect(self.url(database, role), autocommit=True, options=options)

    @contextmanager
    def database(self, template: str | None) -> Iterator[str]:
        """A new one like another, or with an empty register; dropped in the end."""
        name = self.copy(template or "template0")
        try:
            if template is None:
                filled(self.url(name))
            yield name
        finally:
            self.drop(name)

    def copy(self, template: str) -> str:
        """The name of a new database like another."""
        name = f"uji_{uuid.uuid4().hex[:12]}"
        closed()
        like = f"TEMPLATE {template} STRATEGY file_copy"
        self.ask("postgres", f"CREATE DATABASE {name} {like}")
        return name

    def drop(self, name: str) -> None:
        """Takes a database out, whoever is in it."""
        closed()
        self.ask("postgres", f"DROP DATABASE {name} WITH (FORCE)")


def filled(url: str) -> None:
    """A new register, as `kkmp server init` makes it."""
    from kkmp_cli.actions.shared_register import initialise

    initialise(url)
    closed()


def closed() -> None:
    """Ends what this process has open: a database is copied and dropped only where nobody is in."""
    from kkmp_cli.register import engines

    engines.close()


@contextmanager
def running() -> Iterator[Server]:
    """A server of its own in a folder of its own, which ends with it; nobody else reaches it."""
    folder = Path(tempfile.mkdtemp(prefix="kkmp-pg-"))
    if os.getuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
        folder.chmod(0o755)
    initdb = [str((programs() or Path()) / "initdb"), "-D", str(folder / "data"), "-U", OWNER]
    subprocess.run(
        [*initdb, "-A", "trust", "-E", "UTF8", "-N", "--locale=C"], check=True, **_quiet()
    )
    server = Server(folder)
    try:
        server.start()
        yield server
    finally:
        server.stop(signal.SIGQUIT)
        shutil.rmtree(folder, ignore_errors=True)


def _quiet() -> dict[str, Any]:
    """Without a word, and never as the one who may do everything."""
    as_user = {"user": "postgres", "group": "postgres"} if os.getuid() == 0 else {}
    return {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": "/", **as_user}
