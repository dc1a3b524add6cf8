"""Where words and data go: talk to stderr, data to stdout or whole into a file, as asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import nullcontext, suppress
from copy import copy
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NamedTuple, TextIO

import typer

from kkmp_cli import settings
from kkmp_cli.actions.session import Session
from kkmp_cli.cli import output_encoding
from kkmp_cli.cli.arguments import mentions_own, shown_db, typed_command, typed_db
from kkmp_cli.cli.extensions import format_of
from kkmp_cli.errors import Advice, BadUsage, Command, KkmpError, lines, worded
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.text import clean, printable
from kkmp_cli.render import console, line_breaks
from kkmp_cli.render.harmless import harmless

if TYPE_CHECKING:
    from kkmp_cli.model.run import Head
    from kkmp_cli.model.vocabulary import Vocabulary
    from kkmp_cli.register.engine import Engine

Content = str | bytes | IO[str]
"""What is finished, whole: text, bytes, or a file of text that is too long to be held."""
Writer = Callable[[Any], Content]
"""A value → its content in one format."""


class Terminal(Session):
    """The session of one command line: what is said goes to its two streams, every advised command
    for the register that was named.
    """

    def __init__(self, arguments: Sequence[str]) -> None:
        self.arguments = arguments
        self.db = typed_db(arguments)
        self.runs: list[int] = []
        self.untold: Head | None = None
        self.announced: set[str] = set()
        self.elsewhere = ""
        self.onward = ""
        self.unwritable: OSError | None = None

    @property
    def location(self) -> str:
        """Sought when a command asks for it: help and completion do not."""
        return self.elsewhere or settings.register_location(self.db)

    @property
    def typed(self) -> str:
        """Worded when a command asks for it."""
        return typed_command(self.arguments)

    def own_vocabulary(self, typed: Mapping[str, Any]) -> Vocabulary | None:
        """The fields of the register where the words typed may name one of its own, or ask for the
        options that there are; None where they do not, and where there are none.
        """
        if not mentions_own(self.arguments):
            return None
        place = self.at(settings.register_location(typed.get("_db")))
        try:
            return place.vocabulary()
        except KkmpError:  # what the command does tells it
            return None

    def at(self, location: str) -> Terminal:
        """The same for another register, of which it is not said where it lies."""
        made = copy(self)
        made.elsewhere = location
        return made

    def leave(self) -> None:
        """Ends what the call has open: no file, but perhaps a connection to a server."""
        if engines := sys.modules.get("kkmp_cli.register.engines"):
            engines.close()

    def worded(self, text: str) -> str:
        """A message as it is printed."""
        return worded(text, shown_db(self.db))

    def say(self, text: str) -> None:
        """Talk, to stderr. Where nobody can hear it, the work goes on."""
        try:
            sys.stderr.write(harmless(_fitted(self.worded(text), sys.stderr)) + "\n")
            sys.stderr.flush()
        except OSError:
            silence(sys.stderr)

    def say_all(self, texts: Iterable[str]) -> None:
        """Several of it, a line each."""
        for text in texts:
            self.say(text)

    def out(self, text: str) -> None:
        """Data, to stdout."""
        sys.stdout.write(harmless(self.worded(text)) + "\n")

    def screen(self, text: str) -> None:
        """Words, to stdout, in lines as a terminal has room for them."""
        self.out(_fitted(self.worded(text), sys.stdout))

    def page(self, text: str, as_json: bool = False) -> None:
        """What somebody asked to see, to stdout; page by page where a terminal is too short."""
        _show(harmless(self.worded(text)), "json" if as_json else "terminal")

    def written(self, target: object, what: str = "") -> None:
        """Says that a file, or the files of a folder, are written, and what is in it."""
        from kkmp_cli.render import words

        self.say(words.written(target, what))

    def done(self, sentence: str, shown: str | None = None) -> None:
        """What was written, to stdout at once, with all that is `shown` of it; where that cannot be
        written the sentence goes to stderr, and what is left of the command is done all the same.
        """
        sentence = self.with_head(sentence) if shown is None else sentence
        try:
            self.screen(sentence if shown is None else shown)
            sys.stdout.flush()
        except OSError as error:
            self.unwritable = error
            silence(sys.stdout)
            self.say(sentence)

    def with_head(self, sentence: str) -> str:
        """The sentence of a run with the head of the history, for `check --kepala`."""
        head, self.untold = self.untold, None
        return Advice("{} [{}]", sentence, head.short) if head else sentence

    def done_lines(self, texts: Iterable[str]) -> None:
        """The same of lines, of which the last is the sentence."""
        *before, sentence = texts
        sentence = self.with_head(sentence)
        self.done(sentence, lines((*before, sentence)))

    def out_lines(self, texts: Iterable[str]) -> None:
        """Data line by line, of which nothing can act."""
        for text in texts:
            self.out(_fitted(printable(self.worded(text)), sys.stdout))

    def tell(self, words: str) -> None:
        """Before work that keeps somebody waiting; once, however often a command does it."""
        if words not in self.announced:
            self.announced.add(words)
            self.say(words)

    def saved(self, run: Head, engine: Engine) -> None:
        """Keeps the run for an interrupt from now on; of a register's first, says where it is."""
        self.runs.append(run.run)
        self.untold = run
        if engine.path:
            self.warn_of_others(engine.path, run.run)
        if run.run == 1 and not self.elsewhere:
            self.say(f"Register baru: {engine}")
            if engine.path:
                self.warn_of_place(engine.path)
            self.say_officer()

    def say_officer(self) -> None:
        """As whom the history knows who works here, and how to alter what nobody chose."""
        told = f"Riwayat mencatat Anda sebagai `{short(clean(settings.officer()))}`"
        if settings.chosen("petugas").source == settings.DEFAULT:
            self.say(Advice("{} (ganti: {}).", told, Command("config", "petugas", "…")))
        else:
            self.say(f"{told}.")

    def warn_of_clock(self) -> None:
        """Said where the newest run was recorded later than now, and what it says still counts."""
        from kkmp_cli.actions import wrong_clock

        if warning := wrong_clock.warning(self):
            self.say(warning)

    def warn_of_others(self, path: Path, run: int) -> None:
        """Said where everybody may write the register, of its first run also where some may."""
        from kkmp_cli.register import permissions

        if places := permissions.open_to_others(path, to_all=run > 1):
            closing = permissions.closing(places)
            self.tell(f"Perhatian: register ini dapat diubah pengguna lain. Tutup: {closing}")

    def warn_of_place(self, path: Path) -> None:
        """Said once, where a register is made on a network drive or in a synchronised folder."""
        from kkmp_cli.register.network_folder import doubtful

        if place := doubtful(path):
            self.say(
                f"Perhatian: letaknya di {place}. Kunci berkas di sana tidak dapat dipercaya: dua "
                f"petugas yang menulis\nbersamaan dapat merusak register. Taruh di disk komputer "
                f"ini (--db), dan bagikan cadangannya."
            )


def session(ctx: typer.Context) -> Terminal:
    """The session of a running command."""
    terminal = ctx.find_object(Terminal)
    if terminal is None:
        raise BadUsage("Perintah tidak dijalankan dari `kkmp`.")
    return terminal


def _fitted(text: str, stream: TextIO) -> str:
    """The text as a terminal has room for it, and as it is for a pipe."""
    return line_breaks.broken(text, console.columns(stream))


def silence(stream: Any) -> None:
    """Keeps the interpreter from complaining about a closed or full stream at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


PLAN_ALONE = "Hanya rencana (--dry-run); tidak ada yang ditulis."


def undo_with(run: int | None) -> str:
    """`(pekerjaan 5; batalkan: kkmp undo 5)`, behind what a run did; nothing for no run."""
    return Advice(" (pekerjaan {}; batalkan: {})", run, Command("undo", run)) if run else ""


class Delivery(NamedTuple):
    """How a value leaves: the name of a format and its writer, and the file of `-o`."""

    format: str
    writer: Writer
    output: str | None


def chosen_format(
    named: str | None, as_json: bool, output: str | None, writers: Mapping[str, Writer]
) -> Delivery:
    """The format by `--format`, `--json` or the extension of `-o`; `terminal` where nothing says
    otherwise.

    Raises BadUsage for one that is not known or for two that differ.
    """
    name = asked_format(named, as_json)
    if name and name not in writers:
        raise BadUsage(f"Bentuk `{short(name)}` tidak dikenal.", f"Yang ada: {', '.join(writers)}.")
    name = (format_of(output, writers, name) if output else "") or name or "terminal"
    return Delivery(name, writers[name], output)


def asked_format(named: str | None, as_json: bool) -> str:
    """The format of `--format` or `--json`, nothing without them. Raises BadUsage for two."""
    if as_json and named and named.casefold() != "json":
        raise BadUsage("--json dan --format menyebut bentuk yang berbeda.", "Pakai salah satu.")
    return "json" if as_json else (named or "").casefold()


def deliver(
    command: Terminal, wanted: Delivery, value: Any, private: bool = False, what: str | None = ""
) -> None:
    """Writes a value in the chosen format, with personal values (`private`) for its owner alone. A
    terminal format draws itself on a console; of a file it is said that it is written, and `what`
    is in it; of one of many (None), where all are.
    """
    put(command, wanted, wanted.writer(value), private, what)


def put(
    command: Terminal,
    wanted: Delivery,
    content: Content,
    private: bool = False,
    what: str | None = "",
) -> None:
    """The same for what is finished."""
    with nullcontext() if isinstance(content, str | bytes) else content:
        if wanted.output:
            _into_file(Path(wanted.output), content, private)
            if what is not None:
                command.written(wanted.output, what)
        elif isinstance(content, bytes):
            _put_bytes(content, wanted.format)
        else:
            output_encoding.fit(sys.stdout, wanted.format)
            _show(content, wanted.format)


def _show(content: str | IO[str], name: str) -> None:
    """To stdout; on a terminal page by page, and what is made for it in lines that fit."""
    if isinstance(content, str) and sys.stdout.isatty():
        from kkmp_cli.cli import pager

        content = _fitted(content, sys.stdout) if name == "terminal" else content
        if pager.show(content):
            return
    last = ""
    for last in _pieces(content):
        sys.stdout.write(last)
    sys.stdout.write("" if last.endswith("\n") else "\n")


def _into_file(target: Path, content: Content, private: bool) -> None:
    from kkmp_cli.render.files import opened

    with opened(target, private) as file:
        if isinstance(content, bytes):
            file.write(content)
        else:
            file.writelines(piece.encode("utf-8") for piece in _pieces(content))


def _pieces(content: str | IO[str]) -> Iterable[str]:
    """The text, of a file piece by piece."""
    return [content] if isinstance(content, str) else iter(partial(content.read, _PIECE), "")


_PIECE = 1 << 16


def _put_bytes(content: bytes, name: str) -> None:
    """To a pipe. Raises BadUsage for a screen."""
    if sys.stdout.isatty():
        raise BadUsage(
            f"Bentuk {name} bukan untuk layar.", f"Tulis ke berkas, misalnya -o laporan.{name}."
        )
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()
