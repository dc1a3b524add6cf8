"""A backup takes the place of the register: verified first, under the write lock, at once or not at
all.

What it replaces is kept in `<register>.salinan/`, damaged or not. Never enters: what is in the
register.
"""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from kkmp_cli.checks.rule import ERROR
from kkmp_cli.errors import Refused, Unusable, reason
from kkmp_cli.register import connection as database
from kkmp_cli.register import copies, erasure, folders, integrity, sidecars
from kkmp_cli.register.location import (
    MAGIC,
    SCHEMA,
    Damaged,
    connect,
    connect_alone,
    look,
    look_alone,
    taken,
    unusable,
)
from kkmp_cli.register.reader import Reader
from kkmp_cli.register.schema import upgrade
from kkmp_cli.register.sqlite import SqliteFile


class Contents(NamedTuple):
    """What a register file holds: cooperatives, runs, when the last was recorded (UTC)."""

    cooperatives: int
    runs: int
    last: str | None


class Restored(NamedTuple):
    """What a restore came to: where the replaced file lies (if any), what stays forgotten."""

    contents: Contents
    kept: Path | None
    damaged: bool
    forgotten: tuple[str, ...]


def contents(path: Path) -> Contents:
    """What a register file holds, proven whole first; whatever lies beside it is not read. Raises
    Unusable where it is none or not whole.
    """
    if not taken(path):
        raise Unusable(f"Berkas {path} tidak ada.", "Periksa nama dan foldernya.")
    look_alone(path)
    connection = connect_alone(path)
    try:
        if not _is_whole(connection):
            raise Damaged(f"{path} tidak utuh; tidak ada yang dipulihkan.", "Pakai cadangan lain.")
        cooperatives = connection.execute("SELECT count(*) FROM cooperatives").fetchone()[0]
        return Contents(
            cooperatives, *connection.execute("SELECT count(*), max(waktu) FROM runs").fetchone()
        )
    except sqlite3.Error as error:
        raise unusable(error, path) from None
    finally:
        connection.close()


def _is_whole(connection: sqlite3.Connection) -> bool:
    whole = connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
    return whole and connection.execute("PRAGMA foreign_key_check").fetchone() is None


def restore(source: Path, path: Path, tell: Callable[[str], object] = str) -> Restored:
    """Puts a verified copy of `source` in the place of the register at `path`, which may be damaged
    or missing.

    What the backup says is proven on a private copy before it takes effect. Raises Refused where
    both are one file, Unusable where either cannot be used; the register is then as it was.
    """
    real = Path(os.path.realpath(path))
    _refuse_itself(source, real)
    damaged = _damaged(real)
    contents(source)
    with _unpublished(real, path) as temporary:
        _make_folder(real.parent)
        receive(source, temporary, tell)
        if damaged is None:
            database.publish(temporary, real)
            return Restored(contents(real), None, False, ())
        return _replace(temporary, real, path, source, damaged)


class Wording(NamedTuple):
    """What is not done with a register that does not hold, and what is to be said beside it."""

    done: str
    remedy: str


_RESTORED = Wording("dipulihkan", "Register tetap seperti semula. Pakai cadangan lain.")


def receive(
    source: Path, temporary: Path, tell: Callable[[str], object], wording: Wording = _RESTORED
) -> None:
    """A private copy of a register that was received in today's schema, proven. Raises Unusable."""
    for file in sidecars.present(source):
        tell(f"Di samping cadangan ada {file.name}; itu tidak dibaca.")
    copies.receive(source, temporary)
    if look(temporary) < SCHEMA:
        tell(f"Memperbarui susunan cadangan {source} …")
        upgrade.upgrade(temporary)
    _prove(temporary, source, wording)


def _prove(temporary: Path, source: Path, wording: Wording) -> None:
    """Raises Damaged, with what is wrong, where the history of a backup does not hold, or something
    in it does not follow from that.
    """
    connection = connect(temporary, writable=False)
    try:
        results = integrity.examine(Reader(connection, SqliteFile(temporary)))
    finally:
        connection.close()
    for result in (one for one in results if one.rule.severity == ERROR):
        for finding in result.findings:
            raise Damaged(
                f"{source} tidak {wording.done}: {result.rule.sentence[0].lower()}"
                f"{result.rule.sentence[1:]} ({finding.name}: {finding.detail}).",
                wording.remedy,
            )


@contextmanager
def _unpublished(real: Path, path: Path) -> Iterator[Path]:
    """A name beside the register for what replaces it; nothing of that is left in the end."""
    temporary = real.with_name(f".{real.name[:100]}.{os.urandom(4).hex()}.pulih")
    try:
        yield temporary
    except OSError as error:
        raise Unusable(
            f"Register {path} tidak dapat dipulihkan: {reason(error)}.",
            "Tutup program lain yang memakainya; periksa ruang disk dan izin.",
        ) from None
    finally:
        for tail in ("", *sidecars.TAILS):
            temporary.with_name(temporary.name + tail).unlink(missing_ok=True)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Ctrl-C is not heard while a file takes its place: it would say that nothing was written."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    names = [
        number
        for name in ("SIGINT", "SIGTERM", "SIGHUP")
        if (number := getattr(signal, name, None))
    ]
    before = {number: signal.signal(number, signal.SIG_IGN) for number in names}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _refuse_itself(source: Path, real: Path) -> None:
    if real.exists() and source.exists() and real.samefile(source):
        raise Refused(f"{source} adalah register itu sendiri.", "Sebutkan berkas cadangannya.")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Unusable(
            f"Folder {folder} tidak dapat dibuat: {reason(error)}.", "Pilih tempat lain."
        ) from None


def _replace(temporary: Path, real: Path, path: Path, source: Path, damaged: bool) -> Restored:
    with _locked(real, damaged) as lock, _undisturbed():
        whole = lock is not None
        copied = _keep_whole(path, source) if whole else None
        codes = _forgotten(real, temporary) if copied else ()
        kept = copied or _keep_raw(real, path)
        _set_aside_sidecars(real, None if whole else kept)
        wanted = contents(temporary)
        _take_place(temporary, real, lock)
    copies.thin(path, source, kept)
    if contents(real).runs < wanted.runs:  # more is well: somebody may have written since
        raise Unusable(
            f"Register {path} tidak seperti cadangannya.", f"Ulangi; berkas lama ada di {kept}."
        )
    return Restored(wanted, kept, not whole, codes)


def _take_place(temporary: Path, real: Path, lock: sqlite3.Connection | None) -> None:
    """Gives the file its name, to last. A system that replaces no open file (Windows) does it once
    the lock is let go: where nobody has the register open then, or wrote it meanwhile.
    """
    try:
        temporary.replace(real)
    except PermissionError:
        if lock is None:
            raise
        before = real.stat()
        lock.close()
        after = real.stat()
        if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
            raise
        temporary.replace(real)
    folders.sync(real.parent)


def _forgotten(real: Path, temporary: Path) -> tuple[str, ...]:
    """What is forgotten is taken out of the backup too; its codes, if it can be read."""
    try:
        codes = erasure.forgotten_since(real, temporary)
    except Damaged:
        return ()
    if codes:
        erasure.forget_again(temporary, codes)
    return tuple(codes)


def _damaged(real: Path) -> bool | None:
    """True where the file in the place cannot be opened as a register, None where there is none.

    Raises Unusable for what a restore must not replace: a folder, a device, another program's file,
    a newer register.
    """
    if not taken(real):
        return None
    remedy = "Pindahkan berkas itu dulu, lalu ulangi."
    if not real.is_file():
        raise Unusable(f"{real} bukan berkas biasa, tidak diganti.", remedy)
    try:
        look(real)
    except Damaged:
        return True
    except Unusable as error:
        try:
            with real.open("rb") as file:
                head = file.read(100)
        except OSError as failure:
            raise Unusable(
                f"Register {real} tidak dapat dibuka: {reason(failure)}.", "Periksa izinnya."
            ) from None
        if head.startswith(MAGIC) and len(head) == 100:
            raise Unusable(error.message, remedy) from None
        return True
    return False


@contextmanager
def _locked(real: Path, damaged: bool) -> Iterator[sqlite3.Connection | None]:
    """The write lock of the register that is replaced; None where the file is too damaged to have
    one.

    Whoever waits for it begins again with the new file (`database.transaction`). Raises Unusable
    where it is in use.
    """
    connection = None
    try:
        if not damaged:
            connection = database.begun(real)
    except Damaged:
        damaged = True
    except sqlite3.Error as error:
        if not isinstance(unusable(error, real), Damaged):
            raise unusable(error, real) from None
        damaged = True
    try:
        yield connection
    finally:
        if connection is not None:
            connection.close()


def _keep_whole(path: Path, source: Path) -> Path | None:
    """A copy of the register; None where it turns out not to be whole."""
    try:
        return copies.keep_copy(path, source, copies.REPLACED)
    except Damaged:
        return None


def _keep_raw(real: Path, path: Path) -> Path:
    """The damaged file under a dated name; nothing is read where a second name will do."""
    kept = copies.new_copy_name(path, "-rusak")
    try:
        os.link(real, kept)
    except OSError:
        shutil.copyfile(real, kept)
    kept.chmod(0o600)
    return kept


def _set_aside_sidecars(real: Path, kept: Path | None) -> None:
    """Takes away what lies beside the register: to the damaged file that is kept, where one is."""
    for tail in sidecars.TAILS:
        sidecar = real.with_name(real.name + tail)
        if not taken(sidecar):
            continue
        if kept is None:
            sidecar.unlink()
        else:
            sidecar.replace(kept.with_name(kept.name + tail))
