"""Where a register lies, and a look at the file before any database touches it: at its head, and at
what lies beside it.

Never creates or changes anything.
"""

from __future__ import annotations

import os
import re
import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from kkmp_cli.errors import NOTHING_SAVED, Advice, Command, Unusable, reason
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.register import expected_schema, sidecars

APPLICATION_ID = 0x4B4B4D50
"""`KKMP` in the header of every register file."""
SCHEMA = 1
"""The schema that this program writes; `user_version` in the header of the file."""

TABLES = frozenset(
    (
        *("aliases", "areas", "attendances", "checkpoints", "contacts", "cooperatives", "events"),
        *("field_values", "fields", "figures", "fingerprints", "followups", "settings", "headings"),
        *("file_answers", "imported_files"),
        *("milestones", "personal_values"),
        *("register", "runs", "targets", "trainings"),
    )
)
"""What a register of the present schema holds."""

MAGIC = b"SQLite format 3\x00"
RESTORE = Advice("Pulihkan dari cadangan: `{}`.", Command("restore", "BERKAS"))


class InUse(Unusable):
    """Another program holds the register."""


class Interrupted(InUse):
    """A write was begun and not ended: by a crash, or in another file that takes the name now.

    Who only reads does not take it back, for in the second case the journal is a writer's.
    """


class Damaged(Unusable):
    """The file is not whole; a backup is needed."""


class Altered(Damaged):
    """Tables, views, indexes or triggers are not those of a register."""


_OF_A_SERVER = re.compile(r"postgres(ql)?:|(host(addr)?|port|user|password|dbname|service)=", re.I)
"""How the address of a server begins that is none by its URL."""


def path_of(location: str) -> Path:
    """The file behind `--db`: a path, or a URL `sqlite:///path`. Raises Unusable for other URLs."""
    if _OF_A_SERVER.match(location):  # never repeated: a password may stand in it
        raise Unusable(
            "Itu alamat server, bukan jalur berkas register, dan tidak dapat dibaca.",
            "Tulis misalnya --db postgresql://petugas@server/kkmp, tanpa kata sandi.",
        )
    scheme, separator, _ = location.partition("://")
    if not location.strip() or location.startswith((":memory:", "file:")):
        raise Unusable(
            f"`{short(location)}` bukan jalur berkas register.",
            "Sebut berkasnya, misalnya --db register.db.",
        )
    if not separator:
        return Path(location).expanduser().absolute()
    if scheme == "sqlite" and not urlsplit(location).netloc:
        return Path(unquote(urlsplit(location).path.removeprefix("/"))).absolute()
    raise Unusable(
        f"Register jenis `{short(scheme)}` belum didukung versi ini.",
        "Pakai jalur berkas, misalnya --db register.db, atau sqlite:///register.db.",
    )


def look(path: Path) -> int:
    """The schema version of the register file. Raises Unusable for anything else, Damaged where
    something lies beside it that must not act.

    Nobody else of this process may have the file open.
    """
    version = look_alone(path)
    if found := sidecars.foreign(path, _head(path)):
        raise _refusal(path, *found)
    return version


def _refusal(path: Path, file: Path, why: str) -> Damaged:
    return Damaged(
        f"Register {path} tidak dibuka: di sampingnya ada {file.name}, yang {why}.",
        f"Pindahkan {file} ke folder lain, lalu ulangi perintahnya.",
    )


def look_alone(path: Path) -> int:
    """The same, whatever lies beside."""
    head = _head(path)
    if not head:
        raise Unusable(
            f"{path} berkas kosong, bukan register.",
            "Hapus berkas itu, atau sebutkan berkas lain di --db.",
        )
    if not head.startswith(MAGIC) or len(head) < 100:
        raise Unusable(f"{path} bukan register kkmp.", "Sebutkan berkas register di --db.")
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise Unusable(
            f"{path} milik program lain, bukan register kkmp.", "Sebutkan berkas register di --db."
        )
    version = int.from_bytes(head[60:64], "big")
    if version > SCHEMA:
        raise Unusable(
            f"Register {path} dibuat kkmp yang lebih baru.",
            "Pasang kkmp versi terbaru lalu ulangi.",
        )
    return version


def _head(path: Path) -> bytes:
    """The first hundred bytes of a file. Raises Unusable where it cannot be read, or is a pipe."""
    try:
        kind = path.stat().st_mode
        if not stat.S_ISREG(kind) and not stat.S_ISDIR(kind):
            raise Unusable(
                f"{path} bukan berkas biasa, bukan register.", "Sebutkan berkas register di --db."
            )
        with path.open("rb") as file:
            return file.read(100)
    except IsADirectoryError:
        raise Unusable(
            f"{path} adalah folder, bukan berkas register.", "Sebutkan berkasnya di --db."
        ) from None
    except FileNotFoundError:
        raise Unusable(
            f"Register {path} tidak ada.",
            Advice(
                "Register baru dibuat oleh `{}` atau `{}`; sudah punya? Periksa --db atau KKMP_DB.",
                Command("add", "--kota", "…", "--all"),
                Command("import"),
            ),
        ) from None
    except OSError as error:
        raise Unusable(
            f"Register {path} tidak dapat dibuka: {reason(error)}.", "Periksa izin berkas itu."
        ) from None


def taken(path: Path) -> bool:
    """True where something bears the name, also a broken link. Raises Unusable if hidden."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise Unusable(
            f"Register {path} tidak dapat dibuka: {reason(error)}.", "Periksa jalur di --db."
        ) from None
    return True


def connect(path: Path, writable: bool, any_schema: bool = False) -> sqlite3.Connection:
    """A driver connection to an existing register, transactions in our own hands, safety switches
    on.

    Raises Unusable where the file cannot be opened or foreign keys cannot be switched on, Altered
    (but with `any_schema`) where the schema is not the one expected.
    """
    if found := sidecars.strange(path):
        raise _refusal(path, *found)
    if writable:
        return _connected(path, "mode=rw", any_schema)
    try:
        connection = _connected(path, "mode=ro", any_schema)
    except Interrupted:
        _roll_back(path)
        connection = _connected(path, "mode=ro", any_schema)
    connection.execute("PRAGMA query_only=ON")
    return connection


def _roll_back(path: Path) -> None:
    """What a crash left of a write is taken back: in the file that bears the name, and no other."""
    named = identity(path)
    with closing(_connected(path, "mode=rw", any_schema=True)) as connection:
        try:
            if identity(path) == named:
                connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.Error as error:
            raise _worded(error, path) from None


def identity(path: Path) -> tuple[int, int] | None:
    """Which file bears a name; None where none does."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def connect_alone(path: Path) -> sqlite3.Connection:
    """A connection to a file that was received: read as it lies there, without what lies beside it
    and without a lock. Raises Unusable.
    """
    return _connected(path, "immutable=1")


def _connected(path: Path, how: str, any_schema: bool = False) -> sqlite3.Connection:
    try:
        connection = sqlite3.connect(
            f"file:{quote(os.fsencode(path))}?{how}",
            uri=True,
            isolation_level=None,
            timeout=10,
            check_same_thread=False,
        )
        prepare(connection)
        if not any_schema and not _is_new(path) and not expected_schema.holds(connection):
            connection.close()
            raise Altered(
                f"Susunan register {path} diubah di luar kkmp; register tidak dipakai.",
                Advice("Lihat bagian mana dengan `{}`. {}", Command("check"), RESTORE),
            )
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise unusable(error, path) from None
    return connection


def _is_new(path: Path) -> bool:
    """True for the empty file of which a register is being made."""
    return not path.stat().st_size


def prepare(connection: sqlite3.Connection) -> None:
    """The switches of every connection, before any BEGIN."""
    for pragma in (
        "foreign_keys=ON",
        "busy_timeout=10000",
        "synchronous=EXTRA",
        "trusted_schema=OFF",
        "cell_size_check=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")
    if connection.execute("PRAGMA foreign_keys").fetchone()[0] != 1:
        raise Unusable(
            "SQLite di komputer ini tidak mendukung kunci asing.",
            "Pasang Python dengan SQLite yang lengkap.",
        )


_AGAIN = "Tunggu sebentar, lalu ulangi perintahnya."
_REASONS: tuple[tuple[tuple[str, ...], type[Unusable], str, str], ...] = (
    (
        ("locked", "busy"),
        InUse,
        "Register {path} sedang dipakai program lain.",
        _AGAIN,
    ),
    (
        ("full",),
        Unusable,
        f"Disk penuh; {NOTHING_SAVED}.",
        "Kosongkan ruang disk, lalu ulangi perintahnya.",
    ),
    (
        ("readonly", "read-only"),
        Unusable,
        "Register {path} tidak dapat ditulis.",
        "Periksa izin berkas dan foldernya.",
    ),
    (
        ("malformed", "decode", "not a database", "corrupt"),
        Damaged,
        "Register {path} rusak.",
        RESTORE,
    ),
    (
        ("unable to open",),
        Unusable,
        "Register {path} tidak dapat dibuka.",
        "Periksa jalur dan izin berkas itu.",
    ),
    (
        ("no such table", "no such column", "no such view"),
        Damaged,
        "{path} bukan register kkmp yang utuh.",
        RESTORE,
    ),
    (
        ("",),
        Damaged,
        "Register {path} tidak dapat dipakai (kesalahan disk atau berkas).",
        "Periksa disk dan berkasnya.",
    ),
)
"""What SQLite says in part, and what that means; the first that fits."""


def unusable(error: Exception, path: Path) -> Unusable:
    """A database error in words, without its text (which may carry what was being written). Raises
    the error itself where the register is whole and what was asked of it was wrong.
    """
    code = getattr(error, "sqlite_errorcode", 0)
    is_wrong = isinstance(error, (sqlite3.ProgrammingError, sqlite3.InterfaceError))
    if (is_wrong or code == sqlite3.SQLITE_ERROR) and _is_whole(path):
        raise error
    if code == sqlite3.SQLITE_READONLY_ROLLBACK:
        return Interrupted(f"Register {path} sedang dipakai program lain.", _AGAIN)
    return _worded(error, path)


def _is_whole(path: Path) -> bool:
    """True for a file with the schema of a register, whoever is writing it."""
    try:
        opened = sqlite3.connect(f"file:{quote(os.fsencode(path))}?immutable=1", uri=True)
        with closing(opened) as connection:
            return expected_schema.holds(connection)
    except (sqlite3.Error, UnicodeDecodeError):
        return False


def _worded(error: Exception, path: Path) -> Unusable:
    text = str(error).casefold()
    fitting = (reason for reason in _REASONS if any(word in text for word in reason[0]))
    _, kind, message, remedy = next(fitting)
    return kind(message.replace("{path}", str(path)), remedy)
