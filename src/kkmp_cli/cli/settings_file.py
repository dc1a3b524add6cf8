"""The file of settings of this computer, written whole or not at all; and the two questions of a
first run.

Never enters: what a value may be (`actions.configuration`).
"""

from __future__ import annotations

import os
from pathlib import Path

from kkmp_cli import settings
from kkmp_cli.cli.output import Terminal
from kkmp_cli.cli.prompts import ask, interactive
from kkmp_cli.errors import Advice, Command, KkmpError, Refused, Unusable, reason
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.text import ended
from kkmp_cli.settings import config_file

_ASKED = {
    "petugas": "Nama Anda untuk riwayat",
    "kota": "Kota kantor Anda, misalnya jakpus",
}


def keep(key: str, value: str | None) -> Path:
    """Sets a setting in the file, or takes it out; where the file lies. Raises Unusable."""
    return _written(config_file.changed(config_file.text(), key, value))


def _written(content: str) -> Path:
    """The file with this text. Raises Unusable."""
    from kkmp_cli.render.files import write_file

    file = config_file.path()
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        message = f"{file.parent} tidak dapat dibuat: {reason(error)}."
        raise Unusable(message, "Periksa izin foldernya.") from None
    write_file(file, content.encode())
    return file


def ask_once(command: Terminal, yes: bool = False, existing: bool = False) -> None:
    """Asks for officer and kota at the first command of this computer that writes, and keeps what
    is answered, or that nothing was. Never in a pipe, nor where anything is settled already. Who
    breaks off is asked anew; with `existing`, only where there is a register.
    """
    if yes or not interactive() or _settled() or (existing and not _is_there(command)):
        return
    words = "Dua pertanyaan, sekali saja (Enter melewati; ubah nanti: {})."
    command.say(Advice(words, Command("config", "…")))
    answers = {key: _answer(command, key, question) for key, question in _ASKED.items()}
    content = _NOTE
    for key, value in answers.items():
        content = config_file.changed(content, key, value) if value else content
    try:
        _written(content)
    except KkmpError as error:  # the work goes on without
        command.say(f"  {error.message}")


_NOTE = "# Pengaturan kkmp di komputer ini; ubah dengan kkmp config.\n"


def _is_there(command: Terminal) -> bool:
    from kkmp_cli.register.engines import engine_of

    return engine_of(command.location).taken()


def _settled() -> bool:
    """True where there is a file of settings, or the environment says who and where."""
    named = [os.environ.get(settings.variable(key)) for key in _ASKED]
    return any(named) or config_file.path().exists()


def _answer(command: Terminal, key: str, question: str) -> str:
    """Asks for one setting until the answer can be kept, or there is none."""
    from kkmp_cli.actions import configuration

    shown = f" [{short(settings.officer())}]" if key == "petugas" else ""
    while answer := ask(f"  {question}{shown}: "):
        try:
            return configuration.read(command, key, [answer])
        except Refused as refusal:
            command.say(Advice("  {} {}", ended(refusal.message), refusal.remedy))
        except KkmpError as error:  # the work goes on without
            command.say(f"  {error.message}")
            break
    return ""
