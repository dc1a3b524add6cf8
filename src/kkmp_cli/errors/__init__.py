"""What can go wrong, as words for an officer and an exit code for a script.

A refusal is an exception: the command stops and nothing is written. A bad cell among good ones is
data: a `Problem` that the walk collects and goes on. Nothing here prints.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable
from typing import NamedTuple

from kkmp_cli.errors import extras, pasting


class Command:
    """A command of this program that a message advises: its words as they are, before any quoting.

    `…` stands for what the officer is to fill in.
    """

    def __init__(self, *words: object) -> None:
        self.words = tuple(map(str, words))

    def on(self, db: str | None) -> str:
        """To be pasted into a shell; for the register of `--db`, where it was typed."""
        words = [*(("--db", db) if db else ()), *self.words]
        return " ".join(["kkmp", *(word if word == "…" else pasting.word(word) for word in words)])


def pasted(option: str, value: str) -> str:
    """An option with its value, to be pasted into a shell: `--map "Izin=nib"`, safely quoted."""
    return pasting.option(option, value)


class Advice(str):
    """A message with commands in it: reads as if no `--db` had been typed, and knows where each
    command stands.

    The template has a `{}` for each part, as in `Advice("Lihat `{}`.", Command("history"))`; a part
    may be an advice itself. The one who prints says which register was named.
    """

    def __new__(cls, template: str, *parts: object) -> Advice:
        made = super().__new__(cls, _filled(template, parts, None))
        made._template, made._parts = template, parts
        return made

    _template: str
    _parts: tuple[object, ...]

    def on(self, db: str | None) -> str:
        """The message with every command for the register of `--db`, where it was typed."""
        return _filled(self._template, self._parts, db)


def _filled(template: str, parts: tuple[object, ...], db: str | None) -> str:
    return template.format(
        *(part.on(db) if isinstance(part, (Command, Advice)) else part for part in parts)
    )


def lines(texts: Iterable[str]) -> Advice:
    """Messages under each other, as one."""
    parts = tuple(texts)
    return Advice("\n".join("{}" for _ in parts), *parts)


def worded(text: str, db: str | None) -> str:
    """A message as it is printed, its commands for the register of `--db`, where it was typed."""
    return text.on(db) if isinstance(text, Advice) else text


class KkmpError(Exception):
    """A refusal: what happened and where (`message`), what to do about it (`remedy`)."""

    exit_code = 1

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


class Refused(KkmpError):
    """The data do not allow it: not found, ambiguous, a bad value, a conflict."""


class NotFound(Refused):
    """The list of kota and kecamatan holds none of that name; a near one may be suggested."""


class BadUsage(KkmpError):
    """The command was typed in a way that has no meaning."""

    exit_code = 2


class Unusable(KkmpError):
    """The register or a file cannot be used: missing, damaged, foreign, locked, disk full …"""

    exit_code = 3


NOTHING_SAVED = "tidak ada yang tersimpan"
"""The end of what is said of a write that came to nothing."""


class Uncertain(Unusable):
    """Nobody knows whether it was written; the remedy is how to find out."""


class Unfinished(Unusable):
    """A run was saved, and what belongs to it is not done; said so, with what does the rest."""


class MissingExtra(Unusable):
    """`what` needs the library of an extra that is missing; `instead`: what to do without it."""

    def __init__(self, what: str, extra: str, instead: str) -> None:
        super().__init__(
            f"{what} memerlukan tambahan `{extra}` yang belum terpasang.",
            f"{extras.advice(extra)}; atau {instead}.",
        )


class CellError(ValueError):
    """One value cannot be read. `message` names what is wrong, `remedy` what to write instead."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


class UnclearHeading(CellError):
    """A heading that may mean one of several fields, whose names are `ways`."""

    def __init__(self, message: str, remedy: str = "", ways: Iterable[str] = ()) -> None:
        super().__init__(message, remedy)
        self.ways = tuple(ways)


class Problem(NamedTuple):
    """A bad cell or row of a file, placed as the spreadsheet numbers it (`row` from 1)."""

    row: int
    column: str
    cell: str
    content: str
    message: str
    remedy: str
    file: str = ""


def reason(error: OSError) -> str:
    """An operating-system error in Indonesian words, without its place."""
    words = {
        PermissionError: "tidak ada izin",
        FileNotFoundError: "tidak ada",
        IsADirectoryError: "itu folder",
        NotADirectoryError: "bagian jalurnya bukan folder",
        FileExistsError: "bagian jalurnya bukan folder",
    }
    codes = {
        errno.ENOSPC: "disk penuh",
        errno.EDQUOT: "jatah disk habis",
        errno.EROFS: "disk hanya dapat dibaca",
        errno.EIO: "kesalahan disk",
        errno.ENAMETOOLONG: "namanya terlalu panjang",
        errno.EBADF: "sudah ditutup",
        errno.ELOOP: "tautannya berputar",
    }
    named = _of_windows(error) or codes.get(error.errno or 0) or words.get(type(error))
    return named or (f"kesalahan sistem {error.errno}" if error.errno else "tidak dapat dibaca")


_LONGEST = 259
"""So many letters a path of Windows has, but where the system was told to take more."""
_BY_WINDOWS = {32: "sedang terbuka di program lain", 33: "sedang terbuka di program lain"}


def _of_windows(error: OSError) -> str | None:
    """What Windows says by numbers of its own, or calls missing for the length of its path."""
    number = getattr(error, "winerror", None)
    if number == 206 or (number in (2, 3) and len(str(error.filename or "")) > _LONGEST):
        return "jalurnya terlalu panjang untuk Windows"
    return _BY_WINDOWS.get(number or 0)
