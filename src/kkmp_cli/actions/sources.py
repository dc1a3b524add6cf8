"""Which files an `import` means: files, folders, patterns with `*`, `-` for standard input."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from kkmp_cli.errors import Advice, Command, Refused
from kkmp_cli.register.location import MAGIC

REJECTS = ".ditolak."
"""What the name of a file of rejected rows holds."""
_SUFFIXES = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods"})


_DATABASES = frozenset((".db", ".sqlite", ".sqlite3"))
"""By what a name tells that it may be a register."""


def is_register(name: str) -> bool:
    """True for what is named like a register, or begins as one; also of another program, or gone,
    which is told when it is read.
    """
    path = Path(name)
    try:
        if name == "-" or path.is_dir():
            return False
        if path.suffix.casefold() in _DATABASES:
            return True
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except (OSError, ValueError):
        return False


def registers(names: Sequence[str]) -> tuple[str, ...]:
    """The registers that are meant; none where sheets are. Of a folder they are meant where no
    sheet lies in it. Raises Refused where both are named.
    """
    kinds = {name: _registers_of(name) for name in names}
    meant = {file for files in kinds.values() for file in files}
    sheets = [name for name, files in kinds.items() if not files]
    if meant and sheets:
        template = "Register dan sheet diimpor sendiri-sendiri, dulu yang satu lalu yang lain."
        both = Advice(
            "`{}`, lalu `{}`", Command("import", *sorted(meant)), Command("import", *sheets)
        )
        raise Refused(template, both)
    return tuple(dict.fromkeys(file for files in kinds.values() for file in files))


def _registers_of(name: str) -> list[str]:
    """The registers of a file, folder or pattern without sheets."""
    inside = _listed(name)
    if inside is None:
        return [name] if is_register(name) else []
    return [] if any(not is_register(file) for file in inside) else inside


def _listed(name: str) -> list[str] | None:
    """The sheets and registers of a folder or pattern; None for a file."""
    path = Path(name)
    if name != "-" and path.is_dir():
        inside = sorted(path.iterdir())
        return [str(file) for file in inside if _is_sheet(file) or _is_database(file)]
    if glob.has_magic(name) and not path.exists():
        files = glob.glob(name)  # noqa: PTH207 - a pattern may be absolute
        return sorted(file for file in files if not Path(file).name.startswith("~$"))
    return None


class Sources(NamedTuple):
    """The files in the order named, each once; those that were passed over, as the file that they
    came from stands beside them; and the registers among them, which are no sheets.
    """

    files: Sequence[str]
    passed_over: Sequence[str]
    registers: Sequence[str] = ()


def expanded(names: Sequence[str]) -> Sources:
    """The files meant; lock files of Excel (`~$…`) and hidden files of a folder are left out.

    Raises Refused for a folder without sheets or a pattern that fits nothing.
    """
    files: dict[str, None] = {}
    passed_over: list[str] = []
    databases: list[str] = []
    for name in names:
        inside = _inside(name)
        databases += filter(is_register, inside or ())
        sheets, rejects = _apart(file for file in inside or () if file not in databases)
        passed_over += rejects
        files.update(dict.fromkeys([name] if inside is None else sheets))
    return Sources([*files], passed_over, tuple(databases))


def _apart(files: Iterable[str]) -> tuple[list[str], list[str]]:
    """The sheets among files, and those of rejected rows where their sheets are there too."""
    listed = [*files]
    rejects = [file for file in listed if REJECTS in Path(file).name]
    if len(rejects) == len(listed):
        return listed, []
    return [file for file in listed if file not in rejects], rejects


def _inside(name: str) -> list[str] | None:
    """The sheets of a folder or pattern; None for a file. Raises Refused where there is none."""
    inside = _listed(name)
    if inside == []:
        if Path(name).is_dir():
            refusal = f"Folder {name} tidak berisi CSV, XLSX, XLS atau ODS.", "Periksa foldernya."
        else:
            refusal = f"Tidak ada berkas yang cocok dengan {name}.", "Periksa pola dan foldernya."
        raise Refused(*refusal)
    return inside


def _is_sheet(file: Path) -> bool:
    return (
        file.is_file()
        and file.suffix.casefold() in _SUFFIXES
        and not file.name.startswith(("~$", "."))
    )


def _is_database(file: Path) -> bool:
    named = file.suffix.casefold() in _DATABASES and not file.name.startswith(".")
    return named and file.is_file()
