"""A verified copy of the register under a name of its own; only an earlier copy is replaced."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from kkmp_cli import settings
from kkmp_cli.actions.session import Session
from kkmp_cli.errors import Refused, Unusable
from kkmp_cli.model.run import Head
from kkmp_cli.register import copies, folders, heads
from kkmp_cli.register.engine import Engine
from kkmp_cli.register.engines import engine_of
from kkmp_cli.register.location import look, taken
from kkmp_cli.register.reader import open_reader
from kkmp_cli.register.restoring import Contents, contents
from kkmp_cli.register.sidecars import present


class Backup(NamedTuple):
    """A copy that was made: where, what is in it, its head, and whether it replaced one."""

    target: Path
    contents: Contents
    head: Head | None
    replaces: bool


def back_up(session: Session, named: str | None) -> Backup:
    """Copies the register. Raises Refused where the name is borne by something else, Unusable."""
    engine = engine_of(session.location)
    if not engine.path:
        return _of_server(engine, named)
    path = engine.path
    look(path)
    copies.safe_folder(path)
    target = _target(path, named)
    replaces = _replaces(path, target)
    for file in present(target):
        raise Refused(
            f"Di tempat cadangan itu ada {file}.", "Pindahkan berkas itu, atau pilih nama lain."
        )
    copies.copy(path, target)
    copies.note(path, target)
    return Backup(target, contents(target), heads.head_of(target), replaces)


def _of_server(engine: Engine, named: str | None) -> Backup:
    """The whole register of a server as a file, in the folder where it is asked for unless named.
    Raises Refused, Unusable.
    """
    from kkmp_cli.register import moving

    target = _target(Path.cwd() / "kkmp.db", named)
    if taken(target):
        words = f"{target} sudah ada; tidak ditimpa."
        raise Refused(words, "Pilih nama lain.")
    moving.to_file(engine, target)
    return Backup(target, contents(target), heads.head_of(target), False)


def _target(path: Path, named: str | None) -> Path:
    """Where the backup goes; in a folder it bears the day, and a number where that is taken."""
    place = path.parent if named is None else Path(named).expanduser().absolute()
    folders.refuse_links(place)
    if named is not None and not place.is_dir():
        return place.resolve() if place.exists() else place
    stem = f"{path.stem}-cadangan-{settings.today().isoformat()}"
    tails = ("", *(f"-{number}" for number in range(2, 1_000)))
    for tail in tails:
        if not (target := place / f"{stem}{tail}.db").exists():
            return target
    raise Unusable(f"{place} sudah berisi seribu cadangan hari ini.", "Sebutkan nama berkasnya.")


def _replaces(path: Path, target: Path) -> bool:
    """True for the name of an earlier backup of this register. Raises Refused for another file."""
    if not taken(target):
        return False
    if not target.is_file() or target.samefile(path) or not _earlier(path, target):
        words = f"{target} sudah ada dan bukan cadangan register ini; tidak ditimpa."
        raise Refused(words, "Pilih nama lain.")
    return True


def _earlier(path: Path, target: Path) -> bool:
    """True for a register whose newest run stands in the history of the one at `path`."""
    try:
        last = heads.head_of(target)
    except Unusable:
        return False
    with open_reader(str(path)) as here:
        return bool(last and heads.contains(here, last))
