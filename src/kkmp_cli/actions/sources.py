"""Which files an `import` means: files, folders, patterns with `*`, `-` for standard input."""

from __future__ import annotations

import glob
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from kkmp_cli.errors import Refused

REJECTS = ".ditolak."
"""What the name of a file of rejected rows holds."""
_SUFFIXES = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods"})


class Sources(NamedTuple):
    """The files in the order named, each once; and those that were passed over, as the file that
    they came from stands beside them.
    """

    files: Sequence[str]
    passed_over: Sequence[str]


def expanded(names: Sequence[str]) -> Sources:
    """The files meant; lock files of Excel (`~$…`) and hidden files of a folder are left out.

    Raises Refused for a folder without sheets or a pattern that fits nothing.
    """
    files: dict[str, None] = {}
    passed_over: list[str] = []
    for name in names:
        inside = _inside(name)
        rejects = [file for file in inside or () if REJECTS in Path(file).name]
        if inside and len(rejects) < len(inside):
            passed_over += rejects
            inside = [file for file in inside if file not in rejects]
        files.update(dict.fromkeys([name] if inside is None else inside))
    return Sources([*files], passed_over)


def _inside(name: str) -> list[str] | None:
    """The sheets of a folder or pattern; None for a file. Raises Refused where there is none."""
    path = Path(name)
    if name != "-" and path.is_dir():
        inside = sorted(str(file) for file in path.iterdir() if _is_sheet(file))
        refusal = f"Folder {name} tidak berisi CSV, XLSX, XLS atau ODS.", "Periksa foldernya."
    elif glob.has_magic(name) and not path.exists():
        files = glob.glob(name)  # noqa: PTH207 - a pattern may be absolute
        inside = sorted(file for file in files if not Path(file).name.startswith("~$"))
        refusal = f"Tidak ada berkas yang cocok dengan {name}.", "Periksa pola dan foldernya."
    else:
        return None
    if not inside:
        raise Refused(*refusal)
    return inside


def _is_sheet(file: Path) -> bool:
    return (
        file.is_file()
        and file.suffix.casefold() in _SUFFIXES
        and not file.name.startswith(("~$", "."))
    )
