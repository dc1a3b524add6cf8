"""Which files an `import` means: files, folders, patterns with `*`, `-` for standard input."""

from __future__ import annotations

import glob
from collections.abc import Sequence
from pathlib import Path

from kkmp_cli.cli.framework import say
from kkmp_cli.errors import Refused

REJECTS = ".ditolak."
"""What the name of a file of rejected rows holds."""
_SUFFIXES = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods"})


def expanded(names: Sequence[str]) -> list[str]:
    """The files in the order named, each once; lock files of Excel (`~$…`) and hidden files of a
    folder are left out.

    Raises Refused for a folder without sheets or a pattern that fits nothing.
    """
    found: list[str] = []
    for name in names:
        path = Path(name)
        if name != "-" and path.is_dir():
            inside = _without_rejects(
                sorted(str(file) for file in path.iterdir() if _is_sheet(file))
            )
            if not inside:
                raise Refused(
                    f"Folder {name} tidak berisi CSV, XLSX, XLS atau ODS.", "Periksa foldernya."
                )
            found += inside
        elif glob.has_magic(name) and not path.exists():
            fitting = sorted(
                file
                for file in glob.glob(name)  # noqa: PTH207 - a pattern may be absolute
                if not Path(file).name.startswith("~$")
            )
            if not fitting:
                raise Refused(
                    f"Tidak ada berkas yang cocok dengan {name}.", "Periksa pola dan foldernya."
                )
            found += _without_rejects(fitting)
        else:
            found.append(name)
    return list(dict.fromkeys(found))


def _without_rejects(files: Sequence[str]) -> list[str]:
    """Without the rows that an earlier import rejected: the file they came from stands beside
    them.
    """
    rejects = [file for file in files if REJECTS in Path(file).name]
    if rejects and len(rejects) < len(files):
        say(
            f"Dilewati: {', '.join(rejects)}. Yang sudah diperbaiki diimpor dengan menyebut "
            f"namanya."
        )
        return [file for file in files if file not in rejects]
    return list(files)


def _is_sheet(file: Path) -> bool:
    return (
        file.is_file()
        and file.suffix.casefold() in _SUFFIXES
        and not file.name.startswith(("~$", "."))
    )
