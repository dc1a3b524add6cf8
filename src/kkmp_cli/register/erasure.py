"""Taking a cooperative's personal values out for good (UU 27/2022, PDP): of the register and of its
copies.

The history keeps the digests, so its chain still holds; only `personal_values`, where the values
stand in the clear, loses rows, and the file is rewritten so that no byte of them is left. Cannot be
undone.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from kkmp_cli import settings
from kkmp_cli.errors import KkmpError, Unusable, reason
from kkmp_cli.model.area import Area
from kkmp_cli.model.event import Event
from kkmp_cli.model.run import COOPERATIVE, FORGETTING
from kkmp_cli.model.vocabulary import PERSONAL
from kkmp_cli.register import copies, log, sidecars
from kkmp_cli.register.batches import marks
from kkmp_cli.register.engine import Connection
from kkmp_cli.register.location import (
    APPLICATION_ID,
    MAGIC,
    Damaged,
    connect,
    connect_alone,
    look,
    unusable,
)
from kkmp_cli.register.reader import Reader
from kkmp_cli.register.writer import NewRun, Writer, open_writer

_OWNERS = "(SELECT id FROM areas WHERE kode IN {})"


class Copies(NamedTuple):
    """What became of the automatic copies: rewritten without the values, taken out, neither."""

    rewritten: tuple[Path, ...] = ()
    removed: tuple[Path, ...] = ()
    left: tuple[Path, ...] = ()


def codes_of(reader: Reader, area: Area) -> tuple[str, ...]:
    """The code of an area and the codes it once had."""
    return (area.kode, *(alias for kode, alias in reader.aliases() if kode == area.kode))


def forget(register: Writer, area: Area) -> tuple[int, int | None]:
    """Takes the values out, with a run that says so without them: how many there were, and the run.

    Where none are left nothing is recorded. The file still has to be rewritten (`rewrite`) once
    this unit is written.
    """
    register.engine.overwrite(register.connection)
    values = _count(register.connection, (area.kode,))
    if not values:
        return 0, None
    run = register.apply(_emptied(register, area), NewRun(f"{FORGETTING} {area.kode}"))
    _take_out(register.connection, (area.kode,))
    return values, run


def values_of(reader: Reader, codes: Sequence[str]) -> frozenset[str]:
    """The personal values that stand in a register and its history, of these codes."""
    owners = _OWNERS.format(marks(len(codes)))
    sql = f"SELECT nilai FROM personal_values WHERE cooperative_id IN {owners}"
    return frozenset(value for (value,) in reader.rows(sql, tuple(codes)) if value)


def _emptied(register: Writer, area: Area) -> list[Event]:
    """What says that nothing personal is known of a registered cooperative any more."""
    registered = register.cooperative(area, with_personal=True)
    if registered is None:
        return []
    stated = {entry.field for entry in log.about(register, COOPERATIVE, area.id)}
    day, values = settings.today().isoformat(), registered.values
    return [
        Event(COOPERATIVE, area.id, name, values.get(name), None, day)
        for name in PERSONAL
        if name in stated
    ]


def rewrite(path: Path) -> None:
    """Writes the file anew, so that nothing of what was deleted is left between its rows.

    Raises Unusable where that cannot be; the values are out of the tables then, and the same
    command tries again.
    """
    connection = connect(path, writable=True)
    try:
        connection.execute("PRAGMA secure_delete=ON")
        connection.execute("VACUUM")
    except sqlite3.Error as error:
        raise unusable(error, path) from None
    finally:
        connection.close()


def forget_again(path: Path, codes: Sequence[str]) -> None:
    """What an older copy brings back is taken out, also in the history. Raises Unusable."""
    with open_writer(str(path)) as register:
        for area in register.areas():
            if area.kode in codes:
                forget(register, area)
    rewrite(path)


def scrub(path: Path, codes: Sequence[str]) -> bool:
    """Takes the values out of a copy, not its history; False where it had none."""
    look(path)
    connection = connect(path, writable=True)
    try:
        connection.execute("PRAGMA secure_delete=ON")
        connection.execute("BEGIN IMMEDIATE")
        holds = bool(_count(connection, codes))
        _take_out(connection, codes)
        connection.execute("COMMIT")
        connection.execute("VACUUM")
        return holds
    except sqlite3.Error as error:
        raise unusable(error, path) from None
    finally:
        connection.close()


def scrub_copies(path: Path, codes: Sequence[str]) -> Copies:
    """The automatic copies, rewritten without the values; one that cannot be read is taken out."""
    rewritten: list[Path] = []
    removed: list[Path] = []
    left: list[Path] = []
    for file in [*copies.automatic(path), *_copies_elsewhere(path)]:
        try:
            if scrub(file, codes):
                rewritten.append(file)
        except Damaged:
            _remove(file, removed, left)
        except KkmpError:
            left.append(file)
    for orphan in copies.leftovers(path):
        _remove(orphan, removed, left)
    return Copies(tuple(rewritten), tuple(removed), tuple(left))


def _copies_elsewhere(path: Path) -> Iterator[Path]:
    """The automatic copies that were made when the register had another name, or was reached by a
    link.
    """
    key = _id_of(path) if (folders := _folders_elsewhere(path)) else None
    for folder in folders:
        for file in sorted(folder.glob("*.db")):
            if not file.is_symlink() and key is not None and _id_of(file) == key:
                yield file


def _folders_elsewhere(path: Path) -> list[Path]:
    """Folders of copies beside a register that do not bear its name."""
    beside = {path.parent, Path(os.path.realpath(path)).parent}
    folders = {folder for parent in beside for folder in parent.glob("*.salinan")}
    folders.discard(copies.copies_folder(path))
    return sorted(folder for folder in folders if folder.is_dir() and not folder.is_symlink())


def _id_of(path: Path) -> str | None:
    """The id of a register, that its copies bear too; None where it cannot be read."""
    try:
        with closing(connect_alone(path)) as connection:
            return str(connection.execute("SELECT max(id) FROM register").fetchone()[0])
    except (KkmpError, sqlite3.Error, OSError):
        return None


def _remove(file: Path, removed: list[Path], left: list[Path]) -> None:
    try:
        for tail in sidecars.TAILS:
            file.with_name(file.name + tail).unlink(missing_ok=True)
        file.unlink()
        removed.append(file)
    except OSError:
        left.append(file)


def backups_that_hold(path: Path, codes: Sequence[str]) -> list[tuple[Path, bool]]:
    """Backups beside the register and those remembered: where they lie, and True where the values
    were seen there.

    A remembered one that cannot be looked at now (a stick that is not plugged in) is named too.
    """
    backups: dict[Path, bool] = {}
    for file in [*_noted(path), *_registers_beside(path)]:
        if file.exists() and path.exists() and file.samefile(path):
            continue
        try:
            holds = _copy_holds(file, codes)
        except KkmpError:
            backups.setdefault(file, False)
        else:
            if holds:
                backups[file] = True
    return sorted(backups.items())


def _noted(path: Path) -> Iterator[Path]:
    """The backups that are remembered, under whatever name of the register."""
    yield from map(Path, copies.noted(path))
    for folder in sorted({copy.parent for copy in _copies_elsewhere(path)}):
        yield from map(Path, copies.listed(folder))


def forgotten_since(path: Path, backup: Path) -> list[str]:
    """The codes of the cooperatives that a register has forgotten and a backup of it has not, old
    codes among them.

    A run is known by its instant and its words: a migration may make the digests anew.
    """
    try:
        with (
            closing(connect(path, writable=False)) as here,
            closing(connect(backup, writable=False)) as there,
        ):
            missing = _forgetting(here) - _forgetting(there)
            codes = {command.removeprefix(FORGETTING).strip() for _, command in missing}
            for pair in here.execute("SELECT kode, alias FROM aliases").fetchall():
                codes.update(pair if codes.intersection(pair) else ())
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise unusable(error, path) from None
    return sorted(codes)


def _forgetting(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    """When and in which words this register forgot."""
    sql = "SELECT waktu, perintah FROM runs WHERE perintah LIKE ?"
    return set(connection.execute(sql, (f"{FORGETTING} %",)))


def _copy_holds(path: Path, codes: Sequence[str]) -> bool:
    try:
        with closing(connect_alone(path)) as connection:
            return bool(_count(connection, codes))
    except sqlite3.Error as error:
        raise unusable(error, path) from None


def _count(connection: Connection, codes: Sequence[str]) -> int:
    owners = _OWNERS.format(marks(len(codes)))
    sql = f"SELECT count(*) FROM personal_values WHERE cooperative_id IN {owners}"
    return int(connection.execute(sql, codes).fetchone()[0])


def _take_out(connection: Connection, codes: Sequence[str]) -> None:
    owners = _OWNERS.format(marks(len(codes)))
    empty = ", ".join(f"{name} = NULL" for name in PERSONAL)
    connection.execute(f"DELETE FROM personal_values WHERE cooperative_id IN {owners}", codes)
    connection.execute(f"UPDATE contacts SET {empty} WHERE cooperative_id IN {owners}", codes)


def _registers_beside(path: Path) -> list[Path]:
    registers = []
    for folder in sorted({path.parent, Path(os.path.realpath(path)).parent}):
        try:
            for file in sorted(folder.iterdir()):
                if file.is_file() and file != path and _is_register(file):
                    registers.append(file)
        except OSError as error:
            raise Unusable(
                f"Folder {folder} tidak dapat dibaca: {reason(error)}.", "Periksa izinnya."
            ) from None
    return registers


def _is_register(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            head = opened.read(72)
    except OSError:
        return False
    return head.startswith(MAGIC) and head[68:72] == APPLICATION_ID.to_bytes(4, "big")
