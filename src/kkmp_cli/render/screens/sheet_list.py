"""The sheets that may be imported, numbered: how old, how large, where, and what they seem to be.

Never enters: how a file is looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from kkmp_cli import settings
from kkmp_cli.importing.sheet_look import EXPORT, FORM, OTHER, REGISTER, REJECTED, Look
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.numbers import show
from kkmp_cli.parsing.text import printable
from kkmp_cli.render.words import JOINT

_KINDS = {
    FORM: "formulir kkmp",
    EXPORT: "ekspor kkmp",
    REJECTED: "baris yang dulu ditolak",
    REGISTER: "register kkmp, milik rekan atau cadangan",
    OTHER: "tanpa judul kolom yang dikenal",
}
_KILO = 1_000
_LETTERS = 40
"""The end of a longer folder tells more than its beginning."""


def lines(looks: Sequence[Look], first: int, here: Path) -> Iterator[str]:
    """Two lines for each, numbered from `first`; `here` is the folder that need not be named."""
    for number, look in enumerate(looks, first):
        folder = look.file.path.parent
        place = [] if folder == here else [_folder(folder)]
        parts = (short(look.file.path.name), _age(look), _size(look.file.size), *place)
        yield f"{number:>4}  {JOINT.join(parts)}"
        yield f"      {_seems(look)}"


def _folder(folder: Path) -> str:
    """A folder by its last letters, from the home of the officer on."""
    text = str(folder)
    with suppress(RuntimeError, ValueError):
        text = f"~/{folder.relative_to(Path.home()).as_posix()}"
    text = printable(text)
    return text if len(text) <= _LETTERS else f"…{text[-_LETTERS + 1 :]}"


def _age(look: Look) -> str:
    """The day of its last change; of today the time."""
    moment = datetime.fromtimestamp(look.file.changed, settings.JAKARTA)
    if moment.date() == settings.today():
        return f"hari ini {moment:%H.%M}"
    return dates.show(moment.date())


def _size(size: int) -> str:
    """In KB or MB, never less than one."""
    if size >= _KILO**2:
        return f"{show(round(size / _KILO**2))} MB"
    return f"{show(max(round(size / _KILO), 1))} KB"


def _seems(look: Look) -> str:
    """What it seems to be, whether it was taken in, and what came last from there."""
    if look.why:
        return short(look.why)
    what = _KINDS.get(look.kind, "tabel")
    rows = f" {show(look.rows)} baris" if look.rows else ""
    tabs = f"{show(look.sheets)} lembar, " if look.sheets > 1 else ""
    place = [look.place] if look.place else []
    return JOINT.join((f"{tabs}{what}{rows}", *place, *_past(look)))


def _past(look: Look) -> Iterator[str]:
    if look.known:
        yield f"sudah masuk {dates.show(look.known.day)} (pekerjaan {look.known.run})"
        return
    if look.last:
        last = f"{short(look.last.file)}, {dates.show(look.last.day)} (pekerjaan {look.last.run})"
        yield f"belum masuk; terakhir dari sana {last}"
    elif look.rows:
        yield "belum masuk"
