"""The bad rows of an import, beside the file they came from: to be corrected, imported again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import count
from pathlib import Path
from typing import NamedTuple

from kkmp_cli.importing.import_result import ImportResult, RejectedRows
from kkmp_cli.sheets import STDIN_NAME


class RejectsFile(NamedTuple):
    """A file of bad rows to be written: where, what is in it, and whether it came from a pipe."""

    target: Path
    parts: Sequence[RejectedRows]
    piped: bool

    @property
    def rows(self) -> int:
        """How many bad rows are in it."""
        return sum(len({problem.row for problem in part.problems}) for part in self.parts)


def files(result: ImportResult) -> Iterator[RejectsFile]:
    """One for each file that was read, with the bad rows of all its sheets."""
    by_file: dict[str, list[RejectedRows]] = defaultdict(list)
    for part in result.rejected():
        by_file[part.sheet.file].append(part)
    for file, parts in by_file.items():
        target, piped = target_of(file)
        yield RejectsFile(target, parts, piped)


def target_of(file: str) -> tuple[Path, bool]:
    """Where the bad rows of a file go, and whether it came from a pipe."""
    piped = file == STDIN_NAME
    return Path("masukan.ditolak.csv" if piped else f"{file}.ditolak.xlsx"), piped


def lost_ticks(result: ImportResult) -> Iterator[tuple[Sequence[str], date]]:
    """The codes of rejected rows with a tick `Sudah dicek`, and the day of their form: the file of
    rejected rows is no form any more, so that a tick in it would say nothing.
    """
    rejected = {part.sheet.place: part for part in result.rejected()}
    for at, form in result.forms.items():
        part = rejected.get(form.sheet.place)
        bad = {problem.row for problem in part.problems} if part else ()
        codes = [kode for row, kode in form.checked.items() if row in bad]
        if codes:
            yield codes, result.reading.files[at].per


def set_aside(target: Path, content: bytes) -> Path | None:
    """Keeps an older file that holds something else: somebody may have mended it. Its new name."""
    if not target.is_file() or target.read_bytes() == content:
        return None
    stem, suffix = target.name.removesuffix(target.suffix), target.suffix
    names = (f"{stem}.lama{f'-{number}' if number > 1 else ''}{suffix}" for number in count(1))
    kept = next(path for path in map(target.with_name, names) if not path.exists())
    target.rename(kept)
    kept.chmod(0o600)
    return kept
