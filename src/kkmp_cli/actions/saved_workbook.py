"""A workbook that is open in another program: how it is opened, whether it still is, as which file
it was saved.

Never enters: what it says.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

Version = tuple[int, int]
"""By which a file that was saved anew is known: when, and how long."""
_FORMATS = (".xlsx", ".xlsm", ".ods", ".xls", ".csv")
"""As what a spreadsheet program may have saved it, beside it under the same name."""
_STARTING = 5.0
"""So many seconds a program that only starts another may take; one that runs on is taken for it."""


class SavedWorkbook(NamedTuple):
    """The workbook as it was handed over, and the files of its name that lay there then."""

    path: Path
    before: Mapping[Path, Version]

    @classmethod
    def at(cls, path: Path) -> SavedWorkbook:
        """The workbook that was just written."""
        return cls(path, _versions(path))

    def saved(self) -> list[Path]:
        """The files of its name that were written since."""
        now = _versions(self.path)
        return [path for path, version in now.items() if self.before.get(path) != version]

    def lock(self) -> Path | None:
        """The file by which a program says that it has the workbook open, if one lies there."""
        for file in _names(self.path):
            for name in (f"~${file.name}", f".~lock.{file.name}#"):
                if (lock := file.with_name(name)).exists():
                    return lock
        return None


def _names(path: Path) -> list[Path]:
    return [path.with_suffix(suffix) for suffix in _FORMATS]


def _versions(path: Path) -> dict[Path, Version]:
    return {file: _version(file.stat()) for file in _names(path) if file.is_file()}


def _version(status: os.stat_result) -> Version:
    return status.st_mtime_ns, status.st_size


def open_in_program(path: Path) -> bool:
    """Opens a file in the program that the system has for it; False where there is none."""
    if sys.platform == "win32":
        try:
            os.startfile(path)  # noqa: S606 - the program that the officer chose for it
        except OSError:
            return False
        return True
    program = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    return program is not None and _started(program, path)


def _started(program: str, path: Path) -> bool:
    """Starts it out of reach of the Ctrl-C that is meant for us."""
    none = subprocess.DEVNULL
    try:
        child = subprocess.Popen(  # noqa: S603 - a file of ours
            [program, str(path)], stdin=none, stdout=none, stderr=none, start_new_session=True
        )
        return child.wait(timeout=_STARTING) == 0
    except subprocess.TimeoutExpired:
        return True
    except OSError:
        return False
