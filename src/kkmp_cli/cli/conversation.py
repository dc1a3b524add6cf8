"""The conversation of an import: the sheets are read and asked about until nothing is open, the
plan is shown, one yes is taken, and it is written.

At a terminal it is told at the end, and at an interrupt, which command does the same or goes on.
Never enters: how a file is read, what a single question asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import length_hint
from typing import TYPE_CHECKING, NamedTuple

from kkmp_cli.cli.options.import_options import Asked, indented
from kkmp_cli.cli.options.recalled_options import kept
from kkmp_cli.cli.output import Terminal, undo_with
from kkmp_cli.errors import Advice, BadUsage, Command, Refused

if TYPE_CHECKING:
    from kkmp_cli.actions.import_sheets import ImportRequest, Preview
    from kkmp_cli.actions.sources import Sources
    from kkmp_cli.cli.questions.agreement import Agreement
    from kkmp_cli.importing.import_result import ImportResult
    from kkmp_cli.model.own_field import OwnField
    from kkmp_cli.render.progress import Watch
    from kkmp_cli.sheets import Sheet


class Talked(NamedTuple):
    """What an import came to, the call with every answer in it, whether the plan was shown, and
    whether anything was answered.
    """

    result: ImportResult
    asked: Asked
    shown: bool = False
    answered: bool = False


class Conversation(NamedTuple):
    """Who talks: the terminal, who watches the work, whether somebody may be asked; about the call
    as it was typed.
    """

    command: Terminal
    watch: Watch
    asking: bool
    typed: Asked

    def held(self) -> Talked:
        """The plan of the files of the call, recorded where nothing forbids it and, where somebody
        is asked, an officer agrees. Raises Refused for a no.
        """
        begun = self._begun() if self.asking else self.typed
        talked = self._replace(typed=begun)._held()
        return talked._replace(answered=talked.asked.answers(begun))

    def _begun(self) -> Asked:
        """The call with the answers of the last time that its files were taken in, as far as they
        can still be used.
        """
        from kkmp_cli.cli.questions.known_files import with_known

        recalled = with_known(self.command, self.typed)
        if recalled == self.typed:
            return self.typed
        try:
            self._planned(self._read(recalled)[0], recalled)
        except (Refused, BadUsage):
            self.command.say("Jawaban itu tidak dapat dipakai lagi; ditanyakan dari awal.")
            return self.typed
        return recalled

    def _held(self) -> Talked:
        sheets, asked = self._read(self.typed)
        seen, asked = self._answered(sheets, asked)
        if asked.dry_run or not self._open(seen.result, asked):
            _say_undeclared(self.command, asked.request.new_fields)
            return Talked(seen.result, asked)
        return self._agreed(sheets, seen, asked)

    def _open(self, result: ImportResult, asked: Asked) -> bool:
        """True where there is something to write or to decide."""
        open_conflicts = self.asking and not result.problems and result.conflicts
        return result.writable(asked.request.skip_errors) or bool(open_conflicts)

    def _answered(self, sheets: Sequence[Sheet], asked: Asked) -> tuple[Preview, Asked]:
        """The plan when nothing is left to ask, and the call with the answers."""
        while True:
            seen = self._planned(sheets, asked)
            if not self.asking:
                return seen, asked
            from kkmp_cli.cli.questions import with_answer

            self.command.onward = asked.onward()
            more = with_answer(self.command, seen, asked)
            if more is None:
                return seen, asked
            asked = more

    def _agreed(self, sheets: Sequence[Sheet], seen: Preview, asked: Asked) -> Talked:
        """What was recorded of a plan, to which an officer agrees where somebody is asked."""
        choice = self._choice(seen, asked) if self.asking else None
        if choice is None:
            return Talked(self._written(sheets, seen, asked), asked)
        if choice.asked == asked and not choice.agreed:
            raise self._unwanted(asked)
        return self._agreed_anew(sheets, seen, choice)

    def _choice(self, seen: Preview, asked: Asked) -> Agreement | None:
        """What an officer says of the plan; None where there is nothing to agree to."""
        from kkmp_cli.cli.questions.agreement import agreement

        return agreement(self.command, seen, asked)

    def _agreed_anew(self, sheets: Sequence[Sheet], seen: Preview, choice: Agreement) -> Talked:
        """What was recorded of the call as it was agreed to."""
        asked = choice.asked
        self.command.onward = asked.onward()
        if not choice.agreed:
            return self._agreed(sheets, self._planned(sheets, asked), asked)
        if asked.request.remember:
            seen = self._planned(sheets, asked)
        return Talked(self._written(sheets, seen, asked), asked, shown=True)

    def _planned(self, sheets: Sequence[Sheet], asked: Asked) -> Preview:
        from kkmp_cli.actions.import_sheets import preview

        return preview(self.command, sheets, _known_again(asked), self.watch)

    def _unwanted(self, asked: Asked) -> Refused:
        """A no, with the command that brings back the answers that led there."""
        answered = asked.answers(self.typed)
        return Refused("Dibatalkan; tidak ada yang ditulis.", asked.onward() if answered else "")

    def _written(self, sheets: Sequence[Sheet], seen: Preview, asked: Asked) -> ImportResult:
        from kkmp_cli.actions.import_sheets import import_previewed

        self.command.onward = ""
        _declare(self.command, asked.request.new_fields)
        _name(self.command, asked.request.spellings)
        request = _known_again(asked)
        return import_previewed(self.command, seen, sheets, request, self.watch, self.asking)

    def _read(self, asked: Asked) -> tuple[list[Sheet], Asked]:
        """The sheets of the files, and the call with what was answered about them."""
        from kkmp_cli.sheets.which_sheet import SeveralTables

        self.command.warn_of_clock()
        while True:
            try:
                return self._sheets(asked), asked
            except SeveralTables as several:
                if not self.asking or asked.sheets:
                    raise
                from kkmp_cli.cli.questions.tab_question import with_tab

                self.command.onward = asked.onward()
                asked = with_tab(self.command, several, asked)

    def _sheets(self, asked: Asked) -> list[Sheet]:
        from kkmp_cli import sheets
        from kkmp_cli.actions.sources import expanded

        knows = _knows(self.command, asked.request)
        sources = expanded(asked.files)
        _tell_passed_over(self.command, sources)
        tabs = (each for path in sources.files for each in sheets.tabs(path, asked.sheets, knows))
        return _counted([*tabs], self.watch)


def _tell_passed_over(command: Terminal, sources: Sources) -> None:
    """What of the files named is not read, and how it can be."""
    if sources.passed_over:
        passed = ", ".join(sources.passed_over)
        mended = "Yang sudah diperbaiki diimpor dengan menyebut namanya."
        command.tell(f"Dilewati: {passed}. {mended}")
    if sources.registers:
        take = Command("import", *sources.registers)
        command.tell(Advice("Register di antaranya dilewati; ambil dengan `{}`", take))


def _known_again(asked: Asked) -> ImportRequest:
    """How the files are read, and by which options they are to be known again."""
    return asked.request._replace(answers=kept(asked))


def without_asking(talked: Talked) -> Advice:
    """What does the same without a question, also on another day, or writes what was only
    planned.
    """
    day, asked = talked.result.default_day, talked.asked
    asked = asked.of(day) if day else asked
    words = "Menulisnya" if asked.dry_run else "Yang sama"
    return Advice("{} tanpa ditanya lagi:{}", words, indented(asked.commands("--yes")))


def _knows(command: Terminal, request: ImportRequest) -> Callable[[str], bool]:
    """Tells a heading that means something, by this call or by the register."""
    from kkmp_cli.actions import remembered_headings
    from kkmp_cli.importing import HeadingMeanings, ImportOptions

    vocabulary, remembered = remembered_headings.known_by(command)
    return HeadingMeanings(
        ImportOptions(vocabulary, request.year, maps=request.maps, remembered=remembered)
    ).knows


def _counted(sheets: Sequence[Sheet], watch: Watch) -> list[Sheet]:
    words = "Membaca isian"
    return [
        sheet._replace(rows=watch.over(sheet.rows, words, length_hint(sheet.rows)))
        for sheet in sheets
    ]


def _say_undeclared(command: Terminal, fields: Sequence[OwnField]) -> None:
    if fields:
        keys = ", ".join(own.key for own in fields)
        command.say(f"Bidang baru belum dibuat ({keys}): isian berkas belum dapat ditulis.")


def _declare(command: Terminal, fields: Sequence[OwnField]) -> None:
    from kkmp_cli.actions import own_fields

    if fields:
        run = own_fields.add_all(command, fields).run
        named = ", ".join(f"{own.key} ({own.label}, {own.kind})" for own in fields)
        command.say(Advice("Bidang baru: {}{}.", named, undo_with(run)))


def _name(command: Terminal, spellings: Iterable[tuple[str, str]]) -> None:
    from kkmp_cli.actions import area_names

    for spelling, code in spellings:
        done = area_names.add_spelling(command, spelling, code)
        words = f"`{spelling}` kini berarti {done.name} ({done.kode})"
        command.say(Advice("{}{}.", words, undo_with(done.run) if done.run else ""))
