"""Tells at a terminal that files were taken in before, and takes the answers of that time, so that
nothing is asked twice. Never enters: a question, a write.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from kkmp_cli.cli.options.import_options import Asked
from kkmp_cli.cli.options.recalled_options import SETTLED, kept, recalled
from kkmp_cli.cli.output import Terminal
from kkmp_cli.errors import KkmpError, pasted
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.text import printable
from kkmp_cli.render.words import listed

if TYPE_CHECKING:
    from kkmp_cli.importing.sheet_look import KnownFile

_SHOWN = 12


def with_known(command: Terminal, asked: Asked) -> Asked:
    """What was asked for, with the answers of the last time that the same bytes were taken in.

    Of several files only where all of them were, in the same way.
    """
    files = _known(command, asked.files)
    ways = {one.answers if one else None for one in files.values()}
    (answers,) = ways if len(ways) == 1 else (None,)
    again = recalled(asked, answers) if answers else asked
    before = {*kept(asked)}
    used = [one for one in kept(again) if one not in before]
    for name, one in files.items():
        if one:
            command.say(_told(name, one, used))
    return again


def _known(command: Terminal, names: Sequence[str]) -> dict[str, KnownFile | None]:
    """What is known of each file; nothing at all where one of them cannot be read."""
    from kkmp_cli import sheets
    from kkmp_cli.actions import imported_files
    from kkmp_cli.actions.sources import expanded

    if sheets.STDIN in names:
        return {}
    with suppress(KkmpError):  # the import itself tells it
        digests = {path: sheets.digest_of(path) for path in expanded(names).files}
        known = imported_files.known(command, digests.values())
        return {path: known.get(digest) for path, digest in digests.items()}
    return {}


def _told(name: str, one: KnownFile, used: Sequence[tuple[str, str]]) -> str:
    """When a file was taken in, and which answers of that time hold again."""
    came = f"{printable(name)} sudah masuk {dates.show(one.day)} (pekerjaan {one.run})"
    options = [pasted(option, value) for option, value in used if option != SETTLED]
    if options:
        return f"{came}; jawaban waktu itu dipakai: {listed(options, _SHOWN, ' ')}"
    return f"{came}."
