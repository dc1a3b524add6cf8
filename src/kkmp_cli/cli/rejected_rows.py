"""Writes the rejected rows of a list beside it, and says where they are and what takes them in once
they are mended.

Never enters: which rows are rejected.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kkmp_cli.cli.output import Terminal
from kkmp_cli.errors import Advice, Command, Unusable, reason
from kkmp_cli.parsing.numbers import show

if TYPE_CHECKING:
    from kkmp_cli.render.formats.rejects_file import RejectsPage


_MEND = "{}. Perbaiki di sana, lalu masukkan berkas itu.\n→ {}"


class RejectedFile(NamedTuple):
    """What is to be written of the bad rows of `file`: how many, as a workbook or, of a pipe, as
    CSV; `stands` says what went in all the same, `instead` what to do where it cannot be written.
    """

    file: str
    rows: int
    pages: Sequence[RejectsPage]
    stands: str
    instead: str
    private: bool


def write(command: Terminal, one: RejectedFile, again: Callable[[str], Command]) -> None:
    """Writes it; `again` makes the command for its path. Raises Unusable."""
    from kkmp_cli.actions import rejects
    from kkmp_cli.render.formats import rejects_file

    target, piped = rejects.target_of(one.file)
    content = (rejects_file.text if piped else rejects_file.workbook)(one.pages)
    kept = _put(one, target, content)
    command.say(Advice(_MEND, _where(one, target, kept), again(str(target))))


def _put(one: RejectedFile, target: Path, content: bytes) -> Path | None:
    """Writes it; the new name of an older file that holds something else. Raises Unusable."""
    from kkmp_cli.actions import rejects
    from kkmp_cli.render.files import write_file

    try:
        kept = rejects.set_aside(target, content)
        write_file(target, content, private=one.private)
    except (OSError, Unusable) as error:
        raise _lost(one, target, error) from None
    return kept


def _where(one: RejectedFile, target: Path, kept: Path | None) -> str:
    older = f" (yang lama disimpan sebagai {kept.name})" if kept else ""
    return f"{show(one.rows)} baris yang ditolak ditulis ke {target}{older}"


def _lost(one: RejectedFile, target: Path, error: OSError | Unusable) -> Unusable:
    why = reason(error) if isinstance(error, OSError) else error.message.rstrip(".")
    return Unusable(
        f"{one.stands}; baris yang ditolak tidak tersimpan: {target}: {why}.", one.instead
    )
