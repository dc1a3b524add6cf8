"""Asks at a terminal which sheet of a workbook is meant, where more than one holds a table.

Never enters: how a sheet is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import PurePath
from typing import TYPE_CHECKING

from kkmp_cli.cli.options.import_options import Asked
from kkmp_cli.cli.output import Terminal
from kkmp_cli.cli.prompts import ask, broken
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.numbers import show
from kkmp_cli.parsing.text import match_key, printable
from kkmp_cli.render.words import listed

if TYPE_CHECKING:
    from kkmp_cli.sheets.glance import Glance
    from kkmp_cli.sheets.which_sheet import SeveralTables

_HEADINGS = 5


def with_tab(command: Terminal, several: SeveralTables, asked: Asked) -> Asked:
    """What was asked for, of the sheet that an officer chooses."""
    from kkmp_cli.sheets import EVERY

    return asked.of_sheet(chosen_tab(command, several, EVERY))


def chosen_tab(command: Terminal, several: SeveralTables, together: str = "") -> str:
    """The name of the sheet that an officer chooses; `together` where that may be all of them."""
    names, looks = [str(sheet.name) for sheet in several.sheets], _looks(several)
    every = (together,) if together and several.month is None and _apart(looks) else ()
    _show(command, several, _lines(names, looks, several.month))
    if every:
        command.say(f"  {len(names) + 1}  semuanya sekaligus; tidak ada kelurahan yang terulang")
    return _chosen(command, (*names, *every), several.month or "".join(every))


def _show(command: Terminal, several: SeveralTables, lines: Iterable[str]) -> None:
    file, count = printable(PurePath(several.file).name), show(len(several.sheets))
    command.say(broken(f"{file}: {count} lembar berisi tabel. Yang mana?"))
    command.say_all(map(broken, lines))


def _looks(several: SeveralTables) -> list[Glance]:
    from kkmp_cli.sheets import known_heading
    from kkmp_cli.sheets.glance import glance

    return [glance(sheet, known_heading) for sheet in several.sheets]


def _apart(looks: Sequence[Glance]) -> bool:
    """True where no two of them name the same cooperative."""
    return not any(one.shares(other) for one, other in combinations(looks, 2))


def _lines(names: Sequence[str], looks: Sequence[Glance], month: str | None) -> Iterator[str]:
    """A line for each sheet, with what it holds."""
    for number, (name, look) in enumerate(zip(names, looks, strict=True), 1):
        newest = ", bulan terbaru" if name == month else ""
        held = f"{show(look.rows)} baris: {listed([*map(short, look.headings)], _HEADINGS)}"
        yield f"  {number}  {short(name)}{newest} · {held}"


def _chosen(command: Terminal, choices: Sequence[str], proposed: str) -> str:
    """The sheet of the number, or of the name, that is typed; Enter takes what is proposed."""
    enter = f"Enter untuk {choices.index(proposed) + 1}, atau " if proposed else ""
    by_name = {match_key(name): name for name in choices}
    by_number = {str(number): name for number, name in enumerate(choices, 1)}
    while True:
        answer = ask(f"  [{enter}nomornya]: ")
        if not answer and proposed:
            return proposed
        if chosen := by_number.get(answer.strip()) or by_name.get(match_key(answer)):
            return chosen
        command.say(f"  Tulis angka 1 sampai {len(choices)}.")
