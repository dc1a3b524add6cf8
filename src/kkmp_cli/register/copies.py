"""Copies of the register: consistent while it is in use, verified before they take their name.

Automatic copies lie in `<register>.salinan/`, ten at most and 1 GB together; the oldest go. Never
enters: what is in the register.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import sqlite3
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from io import FileIO
from pathlib import Path

from kkmp_cli import settings
from kkmp_cli.errors import Advice, Command, Unusable, reason
from kkmp_cli.register import folders
from kkmp_cli.register.location import TABLES, Damaged, connect, connect_alone, unusable

KEEP = 10
KEEP_BYTES = 1_000_000_000
REPLACED = "-diganti"
"""Ends the name of a copy of what a restore replaced: its newest runs are no longer here."""
LIST = "cadangan.txt"
"""In the folder of copies: where `kkmp backup` has put backups, one path a line."""

_ABANDONED = 3_600
"""Seconds after which an unfinished file is nobody's any more."""
_PIECE = 1 << 30
_PATIENCE = 0.000_5
"""Seconds for which a thread keeps the interpreter: the copy's asks between calls of SQLite."""
_NUMBERED = re.compile(r"-(\d{6,9})-\d{8}T\d{12}Z[^/]*\.db$", re.ASCII)
_GROWING = frozenset(("events", "runs"))


def copies_folder(path: Path) -> Path:
    """The folder of automatic copies of a register, beside the file itself where that is reached by
    a link.
    """
    real = Path(os.path.realpath(path))
    return real.with_name(real.name + ".salinan")


def safe_folder(path: Path) -> Path:
    """The same, proven to be nobody else's, with the list in it. Raises Unusable."""
    folder = copies_folder(path)
    folders.refuse_planted(folder, path, "Folder salinan")
    folders.refuse_planted(folder / LIST, path, "Daftar cadangan")
    return folder


def automatic(path: Path) -> list[Path]:
    """The automatic copies of a register, newest first, whatever the clock said."""
    listed = (file for file in copies_folder(path).glob("*.db") if not file.is_symlink())
    return sorted(listed, key=lambda file: (_number(file), file.name), reverse=True)


def _number(file: Path) -> int:
    """The how-manieth copy it is, as its name tells; 0 where that does not."""
    match = _NUMBERED.search(file.name)
    return int(match[1]) if match else 0


def new_copy_name(path: Path, mark: str = "") -> Path:
    """A numbered and dated name for a copy, in a folder that is made (0700). Raises Unusable."""
    folder = safe_folder(path)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise Unusable(
            f"Folder salinan {folder} tidak dapat dibuat: {reason(error)}.",
            "Periksa izin foldernya.",
        ) from None
    number = max(map(_number, automatic(path)), default=0) + 1
    when = settings.now().strftime("%Y%m%dT%H%M%S%fZ")
    return folder / f"{path.stem}-{number:06}-{when}{mark}.db"


def keep_copy(path: Path, spare: Path | None = None, mark: str = "") -> Path:
    """An automatic copy, made before a bulk change or a migration; returns its path. Raises
    Unusable.

    `spare` is a copy that is not thinned out, `mark` ends the name.
    """
    target = new_copy_name(path, mark)
    copy(path, target, thorough=False)
    thin(path, target, spare)
    return target


@contextmanager
def beside(path: Path, source: FileIO) -> Iterator[None]:
    """An automatic copy that is made while the block goes on to write; whole before the block ends.
    Raises Unusable.

    The caller holds the lock of a writer, has written nothing yet and commits nothing in the block,
    so the copy holds what was there before; where the block fails there is none. `source` is the
    register, open as a file: on POSIX systems closing any handle of a file drops all its locks, so
    the caller closes it after the transaction.
    """
    copying = _Copying(path, new_copy_name(path), source)
    with _in_short_turns():
        try:
            with _uninterrupted():
                copying.start()
            copying.begun.wait()
            yield
            copying.end()
        except BaseException:
            if copying.ident is not None:
                with suppress(KeyboardInterrupt):
                    _await(copying.ended)
            copying.target.unlink(missing_ok=True)
            raise
    thin(path, copying.target)


class _Copying(threading.Thread):
    """A copy that another thread makes: `begun` once nobody can write into it, then `ended`."""

    def __init__(self, path: Path, target: Path, source: FileIO) -> None:
        super().__init__()
        self.path, self.target, self.source = path, target, source
        self.begun, self.ended = threading.Event(), threading.Event()
        self.failure: BaseException | None = None

    def run(self) -> None:
        """Copies; what fails is kept for whoever waits."""
        try:
            copy(self.path, self.target, thorough=False, source=self.source, begun=self.begun)
        except BaseException as error:
            self.failure = error
        finally:
            self.begun.set()
            self.ended.set()

    def end(self) -> None:
        """Waits until the copy is whole. Raises what it failed by."""
        _await(self.ended)
        if self.failure:
            raise self.failure


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Whoever interrupts meanwhile is heard afterwards: a thread has started then, or has not."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(
        signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP}
    )
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _in_short_turns() -> Iterator[None]:
    """Threads take turns more often meanwhile."""
    patience = sys.getswitchinterval()
    sys.setswitchinterval(_PATIENCE)
    try:
        yield
    finally:
        sys.setswitchinterval(patience)


def _await(event: threading.Event) -> None:
    """Waits for an event, however often somebody interrupts that; the interrupt comes after it.

    (A `Thread.join` that was interrupted takes the thread for ended, in Python 3.11.)
    """
    interrupt: KeyboardInterrupt | None = None
    while not event.is_set():
        try:
            event.wait()
        except KeyboardInterrupt as once_more:
            interrupt = once_more
    if interrupt:
        raise interrupt


def copy(
    path: Path,
    target: Path,
    thorough: bool = True,
    source: FileIO | None = None,
    begun: threading.Event | None = None,
) -> None:
    """A verified copy of the register at `path` under the name `target`, complete or absent.

    With `source` its bytes are copied, for which the caller keeps everybody else from writing;
    `begun` is set once nobody can write into them any more. Raises Unusable where the copy cannot
    be written or does not prove whole.
    """
    with _unfinished(path, target) as temporary:
        if source and not _has_wal(source):
            _duplicate(path, temporary, source, begun)
            written: tuple[dict[str, int], bool] = {}, True
        else:
            with closing(connect(path, writable=False)) as connection:
                written = _written(connection, temporary)
        _verify(temporary, path, written, thorough)
        _settle(temporary)
        temporary.replace(target)
        folders.sync(target.parent)


def receive(source: Path, target: Path) -> None:
    """A private copy of a register that was received, complete or absent: of the file alone,
    whatever lies beside it. Raises Unusable.
    """
    with _unfinished(source, target) as temporary:
        with closing(connect_alone(source)) as connection:
            written = _written(connection, temporary)
        _verify(temporary, source, written, thorough=True)
        _settle(temporary)
        temporary.replace(target)


def _settle(file: Path) -> None:
    """What is in a file lasts through a power cut from now on."""
    with file.open("rb") as written:
        os.fsync(written.fileno())


@contextmanager
def _unfinished(path: Path, target: Path) -> Iterator[Path]:
    """The new file of a copy, gone at the end if it has not taken its name. Raises Unusable."""
    temporary = target.with_name(f".{target.name[:100]}.{os.urandom(4).hex()}")
    try:
        os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        yield temporary
    except sqlite3.Error as error:
        raise unusable(error, path) from None
    except FileNotFoundError:
        raise Unusable(
            f"Salinan {target} tidak dapat ditulis: foldernya tidak ada.", "Buat foldernya dulu."
        ) from None
    except OSError as error:
        raise Unusable(
            f"Salinan {target} tidak dapat ditulis: {reason(error)}.",
            "Periksa ruang disk dan izin.",
        ) from None
    finally:
        temporary.unlink(missing_ok=True)
        temporary.with_name(temporary.name + "-journal").unlink(missing_ok=True)


def _written(connection: sqlite3.Connection, target: Path) -> tuple[dict[str, int], bool]:
    """Writes the copy; the rows counted before, and whether nobody has written since."""
    version = connection.execute("PRAGMA data_version").fetchone()
    rows = counts(connection)
    connection.execute("PRAGMA query_only=OFF")
    connection.execute("VACUUM INTO ?", (str(target),))
    return rows, connection.execute("PRAGMA data_version").fetchone() == version


def _has_wal(source: FileIO) -> bool:
    """True where another program has set the journal mode WAL: part lies in a file beside it."""
    head = source.read(20)
    source.seek(0)
    return head[18:20] == b"\x02\x02"


def _duplicate(path: Path, target: Path, source: FileIO, begun: threading.Event | None) -> None:
    """Copies bytes, in a tenth of the time; a reader's transaction holds the file still."""
    with closing(connect(path, writable=False)) as connection, target.open("wb") as file:
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if begun:
            begun.set()
        with suppress(
            AttributeError, OSError
        ):  # the system copies by itself, where it and the file system can
            while os.copy_file_range(source.fileno(), file.fileno(), _PIECE):
                pass
        shutil.copyfileobj(source, file)


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """The number of rows of every table of a register."""
    tables = {
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    }
    return {
        name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
        for name in sorted(TABLES & tables)
    }


def _verify(
    copied: Path, original: Path, written: tuple[dict[str, int], bool], thorough: bool
) -> None:
    before, still = written
    with closing(connect(copied, writable=False)) as connection:
        connection.execute(f"PRAGMA mmap_size={_PIECE}")  # nobody else knows the file yet
        check = "integrity_check" if thorough else "quick_check"
        whole = connection.execute(f"PRAGMA {check}(1)").fetchone()[0] == "ok"
        after = counts(connection) if before else {}
    if not whole or _lost(before, after, still):
        raise Damaged(
            f"Salinan dari {original} tidak utuh; register mungkin rusak.",
            Advice("Jalankan `{}`.", Command("check")),
        )


def _lost(before: dict[str, int], after: dict[str, int], still: bool) -> bool:
    """True for other counts of rows: of all where nobody wrote, else of those that only grow."""
    return any(
        after.get(name, -1) != rows and (still or (name in _GROWING and after.get(name, -1) < rows))
        for name, rows in before.items()
    )


def thin(path: Path, *spared: Path | None) -> None:
    """Takes out the oldest automatic copies, not the spared, and what a killed copy left."""
    total = 0
    for number, file in enumerate(automatic(path)):
        with suppress(OSError):  # somebody else may be thinning out too
            total += file.stat().st_size
            if number and (number >= KEEP or total > KEEP_BYTES) and file not in spared:
                file.unlink()
                file.with_name(file.name + "-journal").unlink(missing_ok=True)
    old = settings.now().timestamp() - _ABANDONED
    for file in leftovers(path):
        with suppress(OSError):
            if file.stat().st_mtime < old:
                file.unlink()


def leftovers(path: Path) -> list[Path]:
    """Unfinished files of copies and restores beside a register and its copies."""
    begins = (f".{path.name[:100]}.", f".{path.stem[:80]}-cadangan-")
    files: list[Path] = []
    with suppress(OSError):
        files += [file for file in path.parent.iterdir() if file.name.startswith(begins)]
        files += [file for file in copies_folder(path).iterdir() if file.name.startswith(".")]
    return files


def note(path: Path, target: Path) -> None:
    """Remembers where a backup went, for `forget` to name; not in a register that is read-only.
    Raises Unusable for what another user made.
    """
    folder = safe_folder(path)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        if str(target) not in noted(path):
            handle = os.open(folder / LIST, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
            with os.fdopen(handle, "a", encoding="utf-8", errors="surrogateescape") as file:
                file.write(f"{target}\n")
    except OSError:
        return


def noted(path: Path) -> list[str]:
    """Where backups of this register were put, as far as is remembered."""
    return listed(copies_folder(path))


def listed(folder: Path) -> list[str]:
    """The same, by a folder of copies."""
    try:
        text = (folder / LIST).read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return []
    return list(dict.fromkeys(text.splitlines()))
