"""A folder that several people may write: what another user put into it is not followed; and a name
given in any folder is made to last.

Looks at owners and permissions alone, where the system has them. Never enters: what is in a file.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from kkmp_cli.errors import Unusable

ROOT = 0
_OTHERS = stat.S_IWGRP | stat.S_IWOTH
_LINKS = 40
"""So many links on one way, and the system gives up too."""
_ELSEWHERE = "Pilih tempat lain, atau pindahkan {} dulu."


def refuse_links(path: Path) -> None:
    """Raises Unusable for a link on the way to a file, or a pipe in its place, that another user
    put into a folder where others may write.
    """
    for step in _steps(path.absolute()):
        kind = step.lstat().st_mode
        if not (stat.S_ISREG(kind) or stat.S_ISDIR(kind)) and _planted(step):
            what = "tautan" if stat.S_ISLNK(kind) else "bukan berkas biasa, dan"
            raise Unusable(
                f"{step} {what} buatan pengguna lain di folder bersama; tidak diikuti.",
                _ELSEWHERE.format(step),
            )


def _steps(path: Path) -> Iterator[Path]:
    """Every name on the way to a file, those that a link leads to among them."""
    at, left, links = Path(path.anchor), [*path.parts[1:]], 0
    while left and links < _LINKS:
        name = left.pop(0)
        at = at.parent if name == ".." else at / name
        if not os.path.lexists(at):
            return
        yield at
        if at.is_symlink():
            left = [*(at.parent / at.readlink()).parts[1:], *left]
            at, links = Path(path.anchor), links + 1


def _planted(file: Path) -> bool:
    folder = file.parent.stat()
    return bool(folder.st_mode & _OTHERS) and _by_another(file, folder.st_uid)


def _by_another(file: Path, *trusted: int) -> bool:
    """True for what is neither this user's nor root's nor of the trusted."""
    return hasattr(os, "geteuid") and file.lstat().st_uid not in (os.geteuid(), ROOT, *trusted)


def refuse_planted(path: Path, register: Path, what: str) -> None:
    """Raises Unusable where a folder or file beside a register (`what` in words) is a link, or was
    made by somebody who is neither this user nor the owner of the register.
    """
    if not os.path.lexists(path):
        return
    owners = (register.stat().st_uid,) if register.exists() else ()
    linked = path.is_symlink() or (path.is_file() and path.stat().st_nlink > 1)
    if linked or _by_another(path, *owners):
        why = "sebuah tautan" if linked else "buatan pengguna lain"
        raise Unusable(
            f"{what} {path} {why}; tidak dipakai, dan tidak ada yang ditulis.",
            f"Pindahkan {path} ke tempat lain, lalu ulangi perintahnya.",
        )


def sync(folder: Path) -> None:
    """Makes a new or changed name in a folder last through a power cut, where the system can."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass
    finally:
        os.close(handle)
