"""Asks at a terminal which sheets are to be imported: those that lie around, newest first, by
number, or any by its path. Never enters: how a file is looked at, an import.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kkmp_cli.cli.output import Terminal
from kkmp_cli.cli.prompts import ask
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.numbers import show
from kkmp_cli.parsing.text import match_key, printable

if TYPE_CHECKING:
    from kkmp_cli.importing.sheet_look import SheetFile

_PAGE = 12
_MORE = "lagi"
_NUMBERS = r"(?a)\d{1,5}(?:[\s,;]+\d{1,5})*"


class _Shown(NamedTuple):
    """The sheets that there are, and how many of them stand on the screen."""

    files: Sequence[SheetFile]
    most: int = 0

    def of(self, numbers: Iterable[int]) -> tuple[str, ...]:
        """The files of these numbers; none where one of them is not on the screen."""
        places = [number - 1 for number in numbers]
        if not all(0 <= at < self.most for at in places):
            return ()
        return tuple(_called(self.files[at].path) for at in places)

    @property
    def left(self) -> int:
        return len(self.files) - self.most


def chosen_files(command: Terminal) -> tuple[str, ...]:
    """The files that an officer chooses, as a command would name them."""
    from kkmp_cli.actions import recent_sheets

    folders = recent_sheets.folders(command)
    shown = _Shown(recent_sheets.newest(folders))
    if not shown.files:
        places = ", ".join(map(printable, map(str, folders)))
        command.say(f"Tidak ada CSV, XLSX, XLS, ODS atau register di: {places}.")
    shown = _page(command, shown)
    while True:
        answer = ask(f"  [{_ways(shown)}]: ")
        if match_key(answer) == _MORE and shown.left:
            shown = _page(command, shown)
        elif files := _chosen(command, answer, shown):
            return files


def _page(command: Terminal, shown: _Shown) -> _Shown:
    """Shows the next sheets."""
    from kkmp_cli.actions.sheet_looks import looks
    from kkmp_cli.render.screens import import_ as screen
    from kkmp_cli.render.screens import sheet_list

    page = shown.files[shown.most : shown.most + _PAGE]
    if page:
        command.say("Berkas mana yang dimasukkan? Yang terbaru di atas.")
        lines = sheet_list.lines(looks(command, page), shown.most + 1, Path.cwd())
        command.say(screen.asked_out(lines))
    return shown._replace(most=shown.most + len(page))


def _ways(shown: _Shown) -> str:
    several = f"nomor, beberapa dengan spasi ({_example(shown.most)}), " if shown.most else ""
    more = f", `{_MORE}` untuk {show(shown.left)} berkas lain" if shown.left else ""
    return f"{several}atau jalur berkas{more}"


def _example(count: int) -> str:
    return f"1 {count}" if count > 1 else "1"


def _chosen(command: Terminal, answer: str, shown: _Shown) -> tuple[str, ...]:
    """The files of the numbers, or of the path, that was typed; none where that means none."""
    answer = answer.strip()
    if re.fullmatch(_NUMBERS, answer):
        numbers = dict.fromkeys(map(int, re.findall(r"\d+", answer)))
        if files := shown.of(numbers):
            return files
        known = f"angka 1 sampai {show(shown.most)}" if shown.most else "jalurnya"
        command.say(f"  Tulis {known}.")
        return ()
    path = _typed(answer)
    if answer and _exists(path):
        return (str(path),)
    command.say(f"  Berkas {short(path)} tidak ada." if answer else "  Tulis nomor atau jalurnya.")
    return ()


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _typed(answer: str) -> Path:
    """The path that was typed, or dragged into the terminal, which quotes it."""
    quoted = re.fullmatch(r"'([^']*)'|\"([^\"]*)\"", answer)
    text = (quoted[1] or quoted[2] or "") if quoted else answer
    path = Path(text)
    if not _exists(path) and "\\ " in text:
        path = Path(re.sub(r"\\(.)", r"\1", text))
    return path.expanduser() if text.startswith("~") else path


def _called(path: Path) -> str:
    """By its name alone where it lies in this folder."""
    return path.name if path.parent == Path.cwd() else str(path)
