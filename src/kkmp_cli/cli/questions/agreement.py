"""Shows the plan of an import on one screen and takes the one yes: also for what is in conflict
with what is held, and to keep for good what headings and words mean.

Never enters: a write, what the plan says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kkmp_cli.cli.options.import_options import Asked
from kkmp_cli.cli.output import Terminal
from kkmp_cli.cli.prompts import ask, broken
from kkmp_cli.parsing.numbers import show
from kkmp_cli.parsing.text import match_key

if TYPE_CHECKING:
    from kkmp_cli.actions.import_sheets import Preview
    from kkmp_cli.importing.import_result import ImportResult

_YES, _CONFLICTS, _KEEP, _DETAILS = "y", "k", "i", "r"
_WORDS = {"ya": _YES, "yes": _YES, "konflik": _CONFLICTS, "ingat": _KEEP, "rinci": _DETAILS}
_AGAIN = f"jawab {_CONFLICTS}"


class Agreement(NamedTuple):
    """The call as it was agreed to. What is not `agreed` is a no, or another call, of which the
    plan is to be seen first.
    """

    asked: Asked
    agreed: bool = True


def agreement(command: Terminal, seen: Preview, asked: Asked) -> Agreement | None:
    """What an officer says to a plan; None where there is nothing to ask."""
    result = seen.result
    if result.touched <= 1 and not _open_conflicts(result, asked):
        return None
    shortened = _show(command, result, full=False)
    while True:
        answer = _answer(command, result, _keys(result, asked, shortened))
        if answer != _DETAILS:
            return _agreed(answer, asked)
        shortened = _show(command, result, full=True)


def _show(command: Terminal, result: ImportResult, full: bool) -> bool:
    """Shows the plan; True where not every name is in it."""
    from kkmp_cli.render.screens import import_ as screen

    shown = screen.as_preview(result, _AGAIN, full, command.worded)
    command.say("")
    command.say(shown.text)
    return shown.shortened


def _open_conflicts(result: ImportResult, asked: Asked) -> int:
    return 0 if asked.request.overwrite else result.conflicts


def _keys(result: ImportResult, asked: Asked, shortened: bool) -> dict[str, str]:
    """The keys beside Enter, which leaves everything as it is, and what each does."""
    keys = {_YES: "tulis"} if result.touched else {}
    if conflicts := _open_conflicts(result, asked):
        keys[_CONFLICTS] = f"terapkan {'juga ' * bool(keys)}{show(conflicts)} yang bertentangan"
    if result.touched and _may_be_kept(asked):
        keys[_KEEP] = "tulis, dan ingat arti judul dan kata itu untuk berkas lain"
    if shortened:
        keys[_DETAILS] = "lihat semua namanya"
    return keys


def _may_be_kept(asked: Asked) -> bool:
    """True where this call says what a heading or a word means and does not keep it yet; a column
    by its letter is another one in another file.
    """
    from kkmp_cli.importing.headings.maps import Map

    request = asked.request
    maps = [Map(text.rpartition("=")[0].strip(), "") for text in request.maps]
    said = bool(maps or request.words) and not request.remember
    return said and all(one.position is None for one in maps)


def _answer(command: Terminal, result: ImportResult, keys: dict[str, str]) -> str:
    """The key that was pressed; empty for a no."""
    if len(keys) > 1 or _YES not in keys:
        told = [f"{key} = {what}" for key, what in keys.items()]
        command.say(broken(f"  {' · '.join([*told, 'Enter = batal'])}"))
    count = show(result.touched)
    question = f"Tulis perubahan pada {count} koperasi?" if result.touched else "Terapkan?"
    typed = match_key(ask(f"{question} [{'/'.join([*keys, 'T'])}] "))
    pressed = _WORDS.get(typed, typed)
    return pressed if pressed in keys else ""


def _agreed(answer: str, asked: Asked) -> Agreement:
    """What an answer comes to."""
    if answer == _KEEP:
        return Agreement(asked.remembering())
    if answer == _CONFLICTS:
        return Agreement(asked.overwriting(), agreed=False)
    return Agreement(asked, agreed=answer == _YES)
