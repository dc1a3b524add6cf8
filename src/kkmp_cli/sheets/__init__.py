"""A file as offices send it → numbered rows of text.

CSV in any of the usual encodings and separators; XLSX, XLS and ODS. Which rows are heading, title
and body is told by `table`. Never enters: what a cell means (`importing`), the register.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

from kkmp_cli.errors import CellError, Refused
from kkmp_cli.milestones import FIRST_BOOK_YEAR
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.sheets import bounded_input, delimited, workbooks
from kkmp_cli.sheets.bounded_input import STDIN, STDIN_NAME
from kkmp_cli.sheets.sheet import EVERY, Row, Sheet, cell_name, column_letter, guard, is_every
from kkmp_cli.sheets.which_sheet import SeveralTables

__all__ = [
    "EVERY",
    "STDIN",
    "STDIN_NAME",
    "Row",
    "Sheet",
    "cell_name",
    "column_letter",
    "digest_of",
    "guard",
    "looked_at",
    "read",
    "tabs",
]


def read(
    path: str | Path, sheet: str | None = None, knows: Callable[[str], bool] | None = None
) -> Sheet:
    """The rows of a file, or of standard input for `-`.

    `sheet` names one of a workbook's sheets; without it the one whose headings are known is taken.
    `knows` says whether a text is a known column heading. Raises Unusable for what cannot be read
    (missing, binary, damaged, locked by a password) and Refused for what holds no rows or leaves
    the sheet open.
    """
    return tabs(path, [sheet] if sheet is not None else [], knows)[0]


def tabs(
    path: str | Path, wanted: Sequence[str] = (), knows: Callable[[str], bool] | None = None
) -> list[Sheet]:
    """The sheets of a file that are named, or with `semua` all with a table; else as `read`."""
    knows = knows or known_heading
    content, name = bounded_input.read(path)
    digest = sha256(content).hexdigest()
    return [sheet._replace(digest=digest) for sheet in _of(content, name, wanted, knows)]


def looked_at(content: bytes, name: str) -> Sequence[Sheet]:
    """The sheets with a table that the bytes of a file hold. Raises Unusable, Refused for none."""
    try:
        return _of(content, name, (), known_heading)
    except SeveralTables as several:
        return several.sheets


def digest_of(path: str | Path) -> str:
    """The SHA-256 of the bytes of a file. Raises Unusable."""
    return sha256(bounded_input.read(path)[0]).hexdigest()


def _of(
    content: bytes, name: str, wanted: Sequence[str], knows: Callable[[str], bool]
) -> list[Sheet]:
    if workbooks.is_workbook(content):
        return workbooks.read(content, name, wanted, knows)
    named = [each for each in wanted if not is_every(each)]
    if named:
        raise Refused(
            f"{name} bukan buku kerja, jadi tidak punya lembar `{short(named[0])}`",
            "Hapus --sheet.",
        )
    return [delimited.read(content, name, knows)]


def known_heading(text: str) -> bool:
    """True for a heading that every register knows, also one that leaves the tahun buku open."""
    try:
        return built_in().match_heading(text, FIRST_BOOK_YEAR) is not None
    except CellError:
        return True
