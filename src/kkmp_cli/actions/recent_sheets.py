"""The sheets that lie where an officer's sheets arrive: in this folder, among what was downloaded,
and where those of the last import lay; newest first.

No link is followed, and nothing but a regular file is seen. Never enters: what a file holds.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from kkmp_cli.actions.session import Session
from kkmp_cli.importing.sheet_look import SheetFile
from kkmp_cli.model.statement import origin_of
from kkmp_cli.register.engines import engine_of

SUFFIXES = frozenset((".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods", ".db"))
"""By what a name tells that it is a sheet or a register; a text file need not be one."""
_DOWNLOADS = ("Downloads", "Unduhan")
_MOST = 50_000
"""As many names of one folder are looked at."""
_RUNS = 20


def folders(session: Session) -> list[Path]:
    """The folders in which sheets are looked for, those that there are."""
    wanted = [Path.cwd(), *_downloads(), *_last_import(session)]
    places: dict[tuple[int, int], Path] = {}
    for folder in wanted:
        with suppress(OSError, ValueError):
            if stat.S_ISDIR((found := folder.stat()).st_mode):
                places.setdefault((found.st_dev, found.st_ino), folder)
    return [*places.values()]


def _downloads() -> Iterator[Path]:
    import platformdirs

    with suppress(OSError, RuntimeError, ValueError):
        yield Path(platformdirs.user_downloads_dir())
    with suppress(RuntimeError):
        yield from (Path.home() / name for name in _DOWNLOADS)


def _last_import(session: Session) -> Iterator[Path]:
    """Where the files of the newest import lay that says it."""
    if not engine_of(session.location).taken():
        return
    sql = "SELECT berkas FROM runs WHERE berkas <> '[]' ORDER BY id DESC LIMIT ?"
    with session.reading() as register:
        rows = register.rows(sql, (_RUNS,))
    for (text,) in rows:
        places = [
            path.parent
            for name in json.loads(text)
            if (path := Path(name)).is_absolute() and not origin_of(name)
        ]
        if places:
            yield places[0]
            return


def newest(places: Iterable[Path]) -> list[SheetFile]:
    """The sheets of these folders, newest first, each once."""
    files: dict[tuple[int, int] | Path, SheetFile] = {}
    for folder in places:
        with suppress(OSError):
            files |= {key: file for key, file in _inside(folder) if key not in files}
    return sorted(files.values(), key=lambda one: (-one.changed, one.path.name))


def _inside(folder: Path) -> Iterator[tuple[tuple[int, int] | Path, SheetFile]]:
    with os.scandir(folder) as entries:
        for entry in islice(entries, _MOST):
            if not _is_named_so(entry.name):
                continue
            with suppress(OSError):
                found = entry.stat(follow_symlinks=False)
                path = folder / entry.name
                if stat.S_ISREG(found.st_mode):
                    key = (found.st_dev, found.st_ino) if found.st_ino else path
                    yield key, SheetFile(path, found.st_size, found.st_mtime)


def _is_named_so(name: str) -> bool:
    return not name.startswith(("~$", ".")) and Path(name).suffix.casefold() in SUFFIXES
