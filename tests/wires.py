"""A wire to a server that can be cut: a proxy on a socket of its own, which counts what a program
sends and cuts at the message that it is told.
"""

from __future__ import annotations

import contextlib
import socket
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from enum import Enum
from pathlib import Path

from servers import OWNER, Server

SOCKET = ".s.PGSQL.5432"
_LATE = 0.3
"""Seconds after which what was still under way arrives."""
_READY = (b"Z", b"G")
"""The end of an answer, or the word to go on with rows."""


class Cut(Enum):
    """When a wire is cut: before the message leaves; on the way, so that it arrives when nobody
    hears the answer any more; after it was answered, of which nothing arrives; or never, but
    something else is done once it has left.
    """

    BEFORE = "sebelum"
    ON_THE_WAY = "di jalan"
    UNANSWERED = "sesudah"
    NEVER = "tidak"


class Wire:
    """A way to a server that lasts until message `at`, from 1. `process` serves its newest
    connection.
    """

    def __init__(self, server: Server) -> None:
        self.server = server
        self.folder = Path(tempfile.mkdtemp(prefix="kkmp-kabel-"))
        self.seen: list[bytes] = []
        self.process = 0
        self.at, self.how, self.heals = 0, Cut.BEFORE, True
        self.meanwhile: Callable[[], object] = lambda: None
        self.idle = threading.Event()
        self._listening: socket.socket | None = None

    def url(self, database: str, role: str = OWNER) -> str:
        """The URL of a database over this wire."""
        return f"postgresql://{role}@/{database}?host={self.folder}"

    def mend(self, at: int = 0, how: Cut = Cut.BEFORE, heals: bool = True) -> None:
        """A whole wire, which is cut once at a message; `heals`: the next connection is let in."""
        self.seen.clear()
        if at and how is Cut.NEVER:
            self.idle.clear()
        else:
            self.idle.set()
        self.at, self.how, self.heals = at, how, heals
        if self._listening is None:
            self._listening = socket.socket(socket.AF_UNIX)
            self._listening.bind(str(self.folder / SOCKET))
            self._listening.listen()
            threading.Thread(target=self._accept, args=[self._listening], daemon=True).start()

    def close(self) -> None:
        """Nobody is let in any more."""
        if self._listening:
            (self.folder / SOCKET).unlink(missing_ok=True)
            with suppress(OSError):
                self._listening.shutdown(socket.SHUT_RDWR)
            self._listening.close()
            self._listening = None

    def _accept(self, listening: socket.socket) -> None:
        with suppress(OSError):
            while True:
                client, _ = listening.accept()
                server = socket.socket(socket.AF_UNIX)
                try:
                    server.connect(str(self.server.folder / SOCKET))
                except OSError:
                    client.close()
                    server.close()
                    continue
                _Passage(self, client, server)


class _Passage:
    """One connection over the wire."""

    def __init__(self, wire: Wire, client: socket.socket, server: socket.socket) -> None:
        self.wire, self.client, self.server = wire, client, server
        self.deaf, self.ready = False, threading.Event()
        for work in (self._there, self._back):
            threading.Thread(target=self._until_cut, args=[work], daemon=True).start()

    def _until_cut(self, work: Callable[[], None]) -> None:
        with suppress(OSError, EOFError):
            work()
        self._end()

    def _there(self) -> None:
        self.server.sendall(_message(self.client, first=True))
        while True:
            message = _message(self.client)
            if message[:1] not in b"QdcpX":
                raise EOFError(message)
            if message[:1] in b"Qdc":
                self.wire.seen.append(message)
                if len(self.wire.seen) == self.wire.at:
                    self._cut(message)
                    continue
            self.server.sendall(message)

    def _back(self) -> None:
        while True:
            message = _message(self.server)
            if message[:1] == b"K":
                self.wire.process = int.from_bytes(message[5:9], "big")
            if not self.deaf:
                self.client.sendall(message)
            if message[:1] in _READY:
                self.ready.set()

    def _cut(self, message: bytes) -> None:
        how = self.wire.how
        if how is Cut.NEVER:
            self.server.sendall(message)
            self.wire.meanwhile()
            self.wire.idle.set()
            return
        self.deaf = True
        if not self.wire.heals:
            self.wire.close()
        if how is Cut.UNANSWERED:
            self.ready.clear()
            self.server.sendall(message)
            if message[:1] != b"d":
                self.ready.wait(10)
        elif how is Cut.ON_THE_WAY:
            self.client.shutdown(socket.SHUT_RDWR)
            time.sleep(_LATE)
            self.server.sendall(message)
            self.ready.wait(0.1)
        self._end()
        raise EOFError

    def _end(self) -> None:
        for one in (self.client, self.server):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()


def _message(source: socket.socket, first: bool = False) -> bytes:
    """The next message of the protocol, whole; the first one has no letter."""
    head = _exactly(source, 4 if first else 5)
    return head + _exactly(source, int.from_bytes(head[-4:], "big") - 4)


def _exactly(source: socket.socket, size: int) -> bytes:
    read = b""
    while len(read) < size:
        if not (more := source.recv(size - len(read))):
            raise EOFError
        read += more
    return read


@contextmanager
def wired(server: Server) -> Iterator[Wire]:
    """A whole wire, gone in the end."""
    wire = Wire(server)
    wire.mend()
    try:
        yield wire
    finally:
        wire.close()
        wire.folder.rmdir()
