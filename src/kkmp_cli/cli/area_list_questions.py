"""What `kkmp area import` asks at a terminal: which column is which, whether names that differ
only in case stay as they are, what is right in a wrong row.

Each answer is an option of the same command. Never enters: a write, how a row is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kkmp_cli.actions.area_list_request import AreaListRequest
from kkmp_cli.cli.output import Terminal
from kkmp_cli.cli.prompts import ask, broken
from kkmp_cli.cli.row_answers import LEAVE, LEAVE_ALL, RIGHT, with_text, without_rows
from kkmp_cli.errors import Problem
from kkmp_cli.parsing.excerpt import short, subject
from kkmp_cli.parsing.numbers import show
from kkmp_cli.parsing.text import ended, match_key

if TYPE_CHECKING:
    from kkmp_cli.actions.area_list import ReadList
    from kkmp_cli.areas.official_lists import NoAreaList


def wants_repair(command: Terminal, problems: Sequence[Problem]) -> bool:
    """True for the wish to mend the wrong rows one by one; Enter is a yes."""
    from kkmp_cli.render.screens.area_difference import problems as told

    command.say_all(map(broken, told(problems)))
    answer = ask("Perbaiki di sini, satu per satu? [Enter = ya, t = tidak] ")
    return match_key(answer) in ("", "y", "ya")


def with_columns(command: Terminal, none: NoAreaList, request: AreaListRequest) -> AreaListRequest:
    """What was asked for, with the column that holds what the list lacks."""
    heading = [text for text in (none.table.heading if none.table else ()) if match_key(text)]
    name = none.missing[0]
    command.say(broken(f"Kolom mana yang berisi {name}?"))
    for number, text in enumerate(heading, 1):
        command.say(broken(f"  {number}  {short(text)}"))
    chosen = heading[_number(command, len(heading)) - 1]
    return request._replace(maps=(*request.maps, f"{chosen}={name}"))


def _number(command: Terminal, most: int) -> int:
    while True:
        answer = ask("  Nomor: ")
        if answer.isascii() and answer.isdigit() and 0 < int(answer) <= most:
            return int(answer)
        command.say(f"  Tulis angka 1 sampai {most}.")


def with_answer(
    command: Terminal, made: ReadList, request: AreaListRequest, repairing: bool
) -> AreaListRequest | None:
    """What was asked for, with the answer to the first question that there is; None without one."""
    if made.problems and repairing:
        return _with_row(command, made.problems, request)
    return _with_spelling(command, made, request)


def _with_spelling(
    command: Terminal, made: ReadList, request: AreaListRequest
) -> AreaListRequest | None:
    from kkmp_cli.actions.area_list import respelled

    count = respelled(command, request, made)
    if not count or request.new_spelling:
        return None
    what = "hanya berbeda huruf besar, spasi atau tandanya dari yang tercatat"
    command.say(broken(f"{show(count)} nama {what}."))
    answer = ask("  Biarkan seperti yang tercatat? [Enter = ya, t = pakai ejaan berkas] ")
    kept = match_key(answer) in ("", "y", "ya")
    return request._replace(keep_spelling=kept, new_spelling=not kept)


def _with_row(
    command: Terminal, problems: Sequence[Problem], request: AreaListRequest
) -> AreaListRequest:
    """What is right in the first wrong row."""
    first = problems[0]
    _tell_wrong(command, first, len(problems))
    text = ask(f"  {RIGHT.format('isi yang benar')}: ")
    if match_key(text) in (match_key(LEAVE), match_key(LEAVE_ALL)):
        rows = problems if match_key(text) == match_key(LEAVE_ALL) else [first]
        return request._replace(skipped_rows=without_rows(request.skipped_rows, rows))
    if not text or not first.cell:
        return request
    return request._replace(cells=with_text(request.cells, [first], text))


def _tell_wrong(command: Terminal, first: Problem, count: int) -> None:
    left = f" (masih {show(count)} baris salah)" if count > 1 else ""
    named = " ".join(filter(None, (first.cell, subject(first))))
    command.say(broken(f"Baris {first.row}, {named}{left}:"))
    command.say(broken(f"  {ended(first.message)} {first.remedy}".rstrip()))
