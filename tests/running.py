"""`kkmp` as an officer runs it, inside this process: what to run it on, its exit code and both its
streams.
"""

from __future__ import annotations

import json
import os
import pty
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, NamedTuple

import pytest

import servers
from kkmp_cli.actions import demo_register
from kkmp_cli.cli import app
from kkmp_cli.register.writer import open_writer
from server_desks import Desks

LIMIT = 300
"""Seconds after which a program that is waited for is given up: far more than a busy machine takes."""
FILE, SERVER = ENGINES = ("berkas", "server")
"""What can keep a register."""
STATE_TABLES = (
    "cooperatives",
    "contacts",
    "milestones",
    "field_values",
    "trainings",
    "attendances",
    "targets",
    "figures",
    "followups",
    "areas",
    "aliases",
    "headings",
    "settings",
    "fields",
    "imported_files",
    "file_answers",
)


@dataclass(frozen=True)
class Done:
    """What one command came to."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What stands on stdout, as JSON."""
        return json.loads(self.out)


class Office:
    """An officer's desk: one register, and `kkmp` to run on it."""

    def __init__(
        self, register: Path, capture: pytest.CaptureFixture[str], shared: Shared | None = None
    ) -> None:
        self.register = register
        self.capture = capture
        self.shared = shared

    @property
    def location(self) -> str:
        """Where the register lies, as `--db` has it."""
        return self.shared.url if self.shared else str(self.register)

    def run(self, *arguments: object, db: object = None) -> Done:
        """`kkmp arguments` on the register, or `kkmp --db REGISTER arguments` on another one."""
        self.capture.readouterr()
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("KKMP_DB", self.location)
            code = app.run([*(("--db", str(db)) if db else ()), *map(str, arguments)])
        out, err = self.capture.readouterr()
        return Done(code, out, err)

    def good(self, *arguments: object) -> Done:
        """The same, and it must succeed."""
        done = self.run(*arguments)
        assert done.code == 0, done.err + done.out
        return done

    def refused(self, *arguments: object, code: int = 1) -> Done:
        """The same, and it must be refused in words, with nothing on stdout and the register as it
        was.
        """
        before = self._whole()
        done = self.run(*arguments)
        after = self._whole()
        assert done.code == code, (done.code, done.out, done.err)
        assert done.out == ""
        assert done.err.strip()
        assert "Traceback" not in done.err
        assert before == after
        return done

    def _whole(self) -> object:
        """All that the register holds."""
        if self.shared:
            return self.state() | self._rows("runs", "events", "personal_values", "fingerprints")
        return self.register.read_bytes() if self.register.is_file() else None

    def state(self) -> dict[str, list[Any]]:
        """Every row of every table but the history."""
        return self._rows(*STATE_TABLES) if self.shared else state_of(self.register)

    def count(self, table: str) -> int:
        """How many rows a table has."""
        sql = f"SELECT count(*) FROM {table}"
        return int(self.shared.ask(sql)[0][0]) if self.shared else count(self.register, table)

    def _rows(self, *tables: str) -> dict[str, list[Any]]:
        assert self.shared
        asked = self.shared.server.ask_all(
            self.shared.database, [f"SELECT * FROM {table}" for table in tables]
        )
        return {table: sorted(rows, key=repr) for table, rows in zip(tables, asked, strict=True)}


class Shared(NamedTuple):
    """The database of a desk whose register is on a server."""

    server: servers.Server
    database: str

    @property
    def url(self) -> str:
        """Where it is, for who made it."""
        return self.server.url(self.database)

    def ask(self, sql: str) -> list[Any]:
        """What a statement answers."""
        return self.server.ask(self.database, sql)


def state_of(register: Path) -> dict[str, list[Any]]:
    """Every row of every table but the history, ordered."""
    with opened(register) as connection:
        return {
            table: sorted(connection.execute(f"SELECT * FROM {table}").fetchall(), key=repr)
            for table in STATE_TABLES
        }


@contextmanager
def opened(register: Path) -> Iterator[sqlite3.Connection]:
    """The register file by the standard library, as any other program would open it."""
    connection = sqlite3.connect(register)
    try:
        yield connection
        connection.commit()
    finally:
        connection.close()


def count(register: Path, table: str) -> int:
    """How many rows a table has."""
    with opened(register) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def sound(register: Path) -> bool:
    """True where SQLite finds nothing wrong with the file and no row has lost its parent."""
    with opened(register) as connection:
        whole = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        return whole and connection.execute("PRAGMA foreign_key_check").fetchall() == []


@contextmanager
def mounted(place: Path, *options: str) -> Iterator[Path]:
    """A small disk of its own; skips where this process may not mount one."""
    place.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", ",".join(options), "tmpfs", str(place)],
        capture_output=True,
        check=False,
    )
    if done.returncode:
        pytest.skip("needs the right to mount a tmpfs")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=False, capture_output=True)


def process(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """`kkmp` as a program of its own, its streams captured as bytes."""
    return subprocess.run(
        [sys.executable, "-m", "kkmp_cli", *map(str, arguments)],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env={**os.environ, **environment},
        check=False,
    )


class Asked:
    """`kkmp` at a terminal, which may ask and be answered; `first` is run before it, stdout goes to
    `out`, None for the terminal too. A terminal without `columns` does not tell how wide it is.
    """

    def __init__(
        self,
        *arguments: object,
        first: str = "",
        out: IO[bytes] | int | None = subprocess.DEVNULL,
        columns: int = 0,
    ) -> None:
        self.master, slave = pty.openpty()
        if columns:
            termios.tcsetwinsize(slave, (24, columns))
        program = f"{first}\nfrom kkmp_cli.__main__ import main\nmain()"
        self.child = subprocess.Popen(
            [
                sys.executable,
                *(["-c", program] if first else ["-m", "kkmp_cli"]),
                *map(str, arguments),
            ],
            stdin=slave,
            stdout=slave if out is None else out,
            stderr=slave,
            start_new_session=True,
        )
        os.close(slave)
        self.said = ""
        self.limit = threading.Timer(LIMIT, self.child.kill)
        self.limit.start()

    def until(self, words: str) -> None:
        """Reads until these words stand on the screen."""
        while words not in self.said:
            self.said += self._read() or pytest.fail(f"not asked: {self.said}")

    def shows(self, words: str) -> None:
        """The same, wherever the screen breaks its lines."""
        while words not in " ".join(self.said.split()):
            self.said += self._read() or pytest.fail(f"not shown: {self.said}")

    def question(self, ending: str) -> str | None:
        """What was said since the last question, up to one that ends so; None where the program
        ends first. It is taken off the screen.
        """
        while not re.search(f"(?:{ending})$", self.said):
            if not (more := self._read()):
                return None
            self.said += more
        said, self.said = " ".join(self.said.split()), ""
        return said

    def told(self, answers: Mapping[str, str]) -> int:
        """Types to each question that ends so its answer, and waits for the end; the exit code."""
        while more := self._read():
            self.said += more
            for ending, answer in answers.items():
                if re.search(f"{ending}$", self.said):
                    self.answer(f"{answer}\n")
        return self.end()

    def answer(self, text: str) -> None:
        """Types."""
        os.write(self.master, text.encode())

    def interrupt(self, number: signal.Signals = signal.SIGINT) -> None:
        """Ctrl-C, once the program waits for an answer. A signal on the way from the question to
        the waiting would be seen at the next key only, as by any program of this language.
        """
        state = Path(f"/proc/{self.child.pid}/stat")
        while state.exists() and state.read_text("utf-8").rpartition(")")[2].split()[0] in "RD":
            time.sleep(0.01)
        self.child.send_signal(number)

    def end(self) -> int:
        """Waits for the end; the exit code."""
        while more := self._read():
            self.said += more
        os.close(self.master)
        code = self.child.wait()
        self.limit.cancel()
        return code

    def _read(self) -> str:
        try:
            return os.read(self.master, 4_096).decode(errors="replace")
        except OSError:  # the other side is closed
            return ""


@pytest.fixture(scope="session")
def demo_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The register that `kkmp demo` makes."""
    path = tmp_path_factory.mktemp("demo") / "register.db"
    with open_writer(str(path), create=True) as register:
        demo_register.load(register)
    return path


@pytest.fixture(scope="session")
def pusat_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with the 44 cooperatives of Jakarta Pusat, of which nothing is known."""
    path = tmp_path_factory.mktemp("pusat") / "register.db"
    assert app.run(["--db", str(path), "add", "--kota", "jakpus", "--all"]) == 0
    return path


@pytest.fixture
def engine() -> str:
    """What keeps the register of a desk: a file, or a server."""
    return FILE


@pytest.fixture
def server_database(request: pytest.FixtureRequest, engine: str) -> Iterator[Shared | None]:
    """On a server the database of a desk; nothing on files."""
    if engine == FILE:
        yield None
        return
    templates = request.getfixturevalue("server_templates")
    desks: Desks = request.getfixturevalue("server_desks")
    server: servers.Server = request.getfixturevalue("server")
    wanted = next((name for name in ("pusat", "demo") if name in request.fixturenames), "office")
    with desks.like(templates[wanted]) as name:
        yield Shared(server, name)


@pytest.fixture
def office(
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    server_database: Shared | None,
) -> Office:
    """A desk without a register, in a home of its own."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home" / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home" / "config"))
    monkeypatch.setenv("KKMP_PETUGAS", "Petugas Uji")
    return Office(tmp_path / "kantor" / "register.db", capfd, server_database)


@pytest.fixture
def pusat(office: Office, pusat_template: Path) -> Office:
    """A desk with the 44 cooperatives of Jakarta Pusat, of which nothing is known."""
    return placed(office, pusat_template)


@pytest.fixture
def demo(office: Office, demo_template: Path) -> Office:
    """A desk with the shipped facts."""
    return placed(office, demo_template)


def placed(office: Office, template: Path) -> Office:
    """A desk with a copy of a register; on a server it has one already."""
    office.register.parent.mkdir(mode=0o700)
    if office.shared:
        return office
    shutil.copyfile(template, office.register)
    office.register.chmod(0o600)
    return office
