"""The bad rows of an import, beside the file that they came from: to be corrected and imported
again.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import count, groupby
from pathlib import Path
from typing import TYPE_CHECKING

from kkmp_cli.cli.framework import say
from kkmp_cli.errors import Problem
from kkmp_cli.parsing.numbers import show

if TYPE_CHECKING:
    from kkmp_cli.actions.import_sheets import Taken
    from kkmp_cli.render.formats.rejects_file import Part
    from kkmp_cli.sheets import Sheet


def write(taken: Taken, found: Sequence[Sheet], mapped: bool) -> None:
    """The bad rows of each file, those of its sheets together; nothing while a heading must be
    cleared up first.

    `mapped`: a `--map` of this call said what a heading means; the headings of the new file say
    that by themselves.
    """
    from kkmp_cli.render.formats.rejects_file import Part

    if taken.reading.blocked:
        return
    wrong: dict[str, list[Problem]] = {}
    for problem in taken.problems:
        if problem.row:
            wrong.setdefault(problem.file, []).append(problem)
    sheets = [
        taken.forms[at].sheet if at in taken.forms else sheet for at, sheet in enumerate(found)
    ]
    read = zip(sheets, taken.reading.files, strict=True)
    parts = [
        Part(sheet, understood, wrong[sheet.place])
        for sheet, understood in read
        if sheet.place in wrong
    ]
    for file, of_file in groupby(parts, lambda part: part.sheet.file):
        _write(file, list(of_file), mapped)
    for at, form in taken.forms.items():
        bad = {problem.row for problem in wrong.get(sheets[at].place, ())}
        _tell_ticks(
            [kode for row, kode in form.checked.items() if row in bad], taken.reading.files[at].per
        )


def _tell_ticks(codes: Sequence[str], per: date) -> None:
    """The file of rejected rows is no form any more, so that a tick in it would say nothing."""
    if codes:
        count = show(len(codes))
        say(
            f"Tanda `Sudah dicek` pada {count} baris yang ditolak tidak ikut ke sana; sesudah "
            f"diperbaiki, catat:"
        )
        say(f"  kkmp update {' '.join(codes)} --tetap --per {per.isoformat()}")


def _write(file: str, parts: Sequence[Part], mapped: bool) -> None:
    from kkmp_cli.render.files import write_file
    from kkmp_cli.render.formats import rejects_file
    from kkmp_cli.sheets import STDIN_NAME

    piped = file == STDIN_NAME
    target = Path("masukan.ditolak.csv" if piped else f"{file}.ditolak.xlsx")
    content = rejects_file.as_csv(parts[0]) if piped else rejects_file.as_xlsx(parts)
    older = _set_aside(target, content)
    write_file(target, content, private=True)
    rows = sum(len({problem.row for problem in part.problems}) for part in parts)
    again = " dengan --sheet semua" * (len(parts) > 1) + " tanpa --map" * mapped
    say(
        f"{show(rows)} baris yang ditolak ditulis ke {target}{older}. Perbaiki di sana, lalu "
        f"impor berkas itu{again}."
    )


def _set_aside(target: Path, content: bytes) -> str:
    """Keeps an older file of that name that holds something else: somebody may have mended it
    already.
    """
    if not target.is_file() or target.read_bytes() == content:
        return ""
    stem = target.name.removesuffix(target.suffix)
    names = (
        f"{stem}.lama{f'-{number}' if number > 1 else ''}{target.suffix}" for number in count(1)
    )
    kept = next(path for path in map(target.with_name, names) if not path.exists())
    target.rename(kept)
    return f" (yang lama disimpan sebagai {kept.name})"
