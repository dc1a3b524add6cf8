"""A PostgreSQL server of its own in a folder of its own, reached by its socket alone, which ends with
what it was started for. It writes to the disk before it says so, as the one of an office does.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

OWNER = "kkmp"
_PATIENCE = 60
"""Seconds in which a server answers."""


def programs() -> Path | None:
    """Where the programs of a server are, None where there are none."""
    if found := shutil.which("postgres"):
        return Path(found).resolve().parent
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((folder for folder in installed if (folder / "postgres").exists()), None)


class PrivateServer:
    """A running server, by its programs and its socket."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self.programs, self.folder = programs, folder

    def url(self, database: str) -> str:
        return f"postgresql://{OWNER}@/{database}?host={self.folder}"

    def ask(self, *statements: str, database: str = "postgres") -> None:
        """Statements in their order, each a transaction."""
        words = [str(self.programs / "psql"), "-q", "-v", "ON_ERROR_STOP=1", self.url(database)]
        for statement in statements:
            words += ["-c", statement]
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def renew(self, database: str, template: str = "template0") -> None:
        """The database anew, like another one, written to the disk."""
        self.ask(
            f"DROP DATABASE IF EXISTS {database} WITH (FORCE)",
            f"CREATE DATABASE {database} TEMPLATE {template} STRATEGY file_copy",
            "CHECKPOINT",
        )


@contextmanager
def running() -> Iterator[PrivateServer | None]:
    """The server; None where its programs are not installed."""
    found = programs()
    if found is None:
        yield None
        return
    folder = Path(tempfile.mkdtemp(prefix="kkmp-pg-"))
    alone: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": "/"}
    if os.getuid() == 0:
        alone |= {"user": "postgres", "group": "postgres"}
        shutil.chown(folder, "postgres", "postgres")
        folder.chmod(0o755)
    data = ["-D", str(folder / "data")]
    made = [str(found / "initdb"), *data, "-U", OWNER, "-A", "trust", "-E", "UTF8", "--locale=C"]
    subprocess.run(made, check=True, **alone)
    switches = ["-c", "listen_addresses=", "-c", f"unix_socket_directories={folder}"]
    child = subprocess.Popen([str(found / "postgres"), *data, *switches], **alone)
    try:
        yield _ready(PrivateServer(found, folder))
    finally:
        child.terminate()
        child.wait()
        shutil.rmtree(folder, ignore_errors=True)


def _ready(server: PrivateServer) -> PrivateServer:
    asked = [str(server.programs / "pg_isready"), "-q", "-h", str(server.folder)]
    end = time.monotonic() + _PATIENCE
    while subprocess.run(asked, check=False).returncode:
        if time.monotonic() > end:
            raise SystemExit("the server never answered")
        time.sleep(0.05)
    return server
