"""The options of an import as the register keeps them of a file, and a call with those that were
kept. What is typed now wins. Never enters: a register.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Any

from kkmp_cli.cli.options.import_options import PASSING, Asked

if TYPE_CHECKING:
    from kkmp_cli.actions.import_sheets import ImportRequest
    from kkmp_cli.importing.sheet_look import Answer

SETTLED = "dijawab"
"""Stands before a question that was answered by what holds without an answer."""
_REMEMBERED = ("--map", "--arti")
"""Kept among the headings instead where they are remembered for every file."""


def kept(asked: Asked) -> tuple[Answer, ...]:
    """How the files of a call are read, an option and its value each."""
    settled = ((SETTLED, name) for name in sorted(asked.settled) if not name.startswith(PASSING))
    return tuple(chain(_kept(asked), settled))


def _kept(asked: Asked) -> Iterator[Answer]:
    passed_over = ("--alasan", *(_REMEMBERED if asked.request.remember else ()))
    for name, given in asked.values():
        if name not in passed_over:
            yield from ((name, str(value)) for value in given if value)


def recalled(asked: Asked, answers: Iterable[Answer]) -> Asked:
    """The call with what was kept of its file; nothing of it for another sheet than then."""
    values: dict[str, list[str]] = {}
    for option, value in answers:
        values.setdefault(option, []).append(value)
    if asked.sheets and [*asked.sheets] != values.get("--sheet"):
        return asked
    made = asked._replace(sheets=tuple(asked.sheets or values.get("--sheet", ())))
    made = made.settle(*values.get(SETTLED, ()))
    return made._replace(request=_request(made, values))


def _request(asked: Asked, values: dict[str, list[str]]) -> ImportRequest:
    """How it is read then."""
    request = asked.request
    skipped = dict.fromkeys((*values.get("--skip-row", ()), *request.skipped_rows))
    several: dict[str, Any] = {
        field: _before(values.get(option, ()), getattr(request, field))
        for option, field in _SEVERAL.items()
    }
    one = {name: given[0] for name, given in values.items()}
    return _one_each(request, one)._replace(**several, skipped_rows=tuple(skipped))


_SEVERAL = {"--map": "maps", "--arti": "words", "--cell": "cells"}
"""Options that say something of one thing each, and where a request holds them."""


def _one_each(request: ImportRequest, values: dict[str, str]) -> ImportRequest:
    """The same with the options that hold one value, where none is typed."""
    belum = tuple(filter(None, values.get("--kosong-belum", "").split(",")))
    day, year = values.get("--per"), values.get("--tahun-buku")
    return request._replace(
        kota=request.kota or values.get("--kota"),
        per=request.per or (date.fromisoformat(day) if day else None),
        book_year=request.book_year or (int(year) if year else None),
        empty_as_belum=request.empty_as_belum or belum,
    )


def _before(older: Sequence[str], typed: Sequence[str]) -> tuple[str, ...]:
    """What was kept, but what is typed anew of the same thing, and then what is typed."""
    anew = {_thing(one) for one in typed}
    return (*(one for one in older if _thing(one) not in anew), *typed)


def _thing(option: str) -> str:
    return option.rpartition("=")[0].casefold().strip()
