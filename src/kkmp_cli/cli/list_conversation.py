"""The conversation of an attendance list: it is read and asked about until nothing is open, the
plan is shown, one yes is taken, and it is recorded; what is rejected goes into a file beside it.

Never enters: how a row is read, what a single question asks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from kkmp_cli.actions.list_request import ListRequest
from kkmp_cli.cli.options.list_options import call
from kkmp_cli.cli.output import PLAN_ALONE, Terminal, undo_with
from kkmp_cli.cli.prompts import agreed, broken
from kkmp_cli.cli.rejected_rows import RejectedFile, write
from kkmp_cli.errors import Advice, Command, Refused, lines
from kkmp_cli.parsing.numbers import show

if TYPE_CHECKING:
    from kkmp_cli.actions.attendance_import import ListResult


_INSTEAD = (
    "Perbaiki barisnya di berkas asalnya, lalu masukkan berkas itu lagi: jumlah yang tercatat "
    "diganti."
)
_SAME = "Yang sama tanpa ditanya lagi:\n  {}"


class ListConversation(NamedTuple):
    """Who talks, about which list as it was typed; whether somebody may be asked."""

    command: Terminal
    typed: ListRequest
    dry_run: bool
    asking: bool

    def held(self) -> bool:
        """Records the list, where nothing forbids it and an officer who is asked agrees; True
        where every row went in. Raises Refused for a no, and for a bad row without `skip_errors`.
        """
        plan, request = self._answered()
        if not plan.writable:
            raise _refusal(plan, request)
        shown = self._agreed(plan, request)
        done = self._recorded(plan, request)
        told = [] if shown else [*self._told(done, request)]
        self.command.done_lines((*told, self._outcome(done, request)))
        self._finish(done, request)
        return not done.incomplete

    def _recorded(self, plan: ListResult, request: ListRequest) -> ListResult:
        from kkmp_cli.actions.attendance_import import recorded

        self.command.onward = ""
        return plan if self.dry_run else recorded(self.command, request.training, plan)

    def _answered(self) -> tuple[ListResult, ListRequest]:
        """The plan when nothing is left to ask, and the call with the answers."""
        from kkmp_cli.cli.list_questions import with_answer

        plan, request = self._planned(self.typed)
        repairing: bool | None = None
        while self.asking:
            if repairing is None and plan.attended.problems and not request.skip_errors:
                repairing = self._wants_repair(plan)
            more = with_answer(self.command, plan, request, bool(repairing))
            if more is None:
                break
            plan, request = self._planned(more)
        return plan, request

    def _wants_repair(self, plan: ListResult) -> bool:
        from kkmp_cli.cli.list_questions import wants_repair

        return wants_repair(self.command, plan.attended.problems)

    def _planned(self, request: ListRequest) -> tuple[ListResult, ListRequest]:
        """The plan of a call, and the call with the sheet that an officer chooses."""
        from kkmp_cli.actions.attendance_import import planned
        from kkmp_cli.cli.questions.tab_question import chosen_tab
        from kkmp_cli.sheets.which_sheet import SeveralTables

        self._go_on_from(request)
        try:
            return planned(self.command, request), request
        except SeveralTables as several:
            if not self.asking:
                raise
            chosen = request._replace(sheet=chosen_tab(self.command, several))
            return self._planned(chosen)

    def _go_on_from(self, request: ListRequest) -> None:
        """What an interrupt from here on tells: the call with the answers."""
        if self.asking and request != self.typed:
            self.command.onward = Advice("Lanjutkan dengan:\n  {}", call(request))

    def _agreed(self, plan: ListResult, request: ListRequest) -> bool:
        """True where the plan was shown and agreed to. Raises Refused for a no."""
        count = len(plan.attended.people)
        if not self.asking or self.dry_run or count < 2:
            return False
        self.command.say_all(
            broken(self.command.worded(text)) for text in self._told(plan, request)
        )
        if not agreed(f"Catat {show(count)} koperasi hadir?"):
            raise Refused("Dibatalkan; tidak ada yang ditulis.", self.command.onward)
        return True

    def _told(self, done: ListResult, request: ListRequest) -> Iterator[str]:
        """What was read, what was left out, and where it differs from what is recorded."""
        from kkmp_cli.render.screens import training_attendance as screen

        attended, training = done.attended, request.training
        yield from screen.as_lines(attended)
        for jabatan in dict.fromkeys(attended.unknown.values()):
            again = call(request, "--arti", f"{jabatan}=pengurus")
            yield Advice("  Bila {} itu pengurus: {}", jabatan, again)
        yield from screen.rejected(attended)
        yield from screen.contradicting(attended, done.rows, training)
        yield from screen.already(done.already, done.rows, training)
        yield from screen.replaced(done.replaced, self.dry_run)

    def _outcome(self, done: ListResult, request: ListRequest) -> Advice:
        from kkmp_cli.render.screens import training_attendance as screen

        outcome = screen.result(done.attended, None if self.dry_run else done.run is not None)
        plan = f" {PLAN_ALONE}" if self.dry_run else ""
        training = request.training
        return Advice("Pelatihan {}: {}{}.{}", training, outcome, undo_with(done.run), plan)

    def _finish(self, done: ListResult, request: ListRequest) -> None:
        """The rejected rows beside their file, and what does the same without a question."""
        if done.incomplete and not self.dry_run:
            write(self.command, _rejected(done), lambda path: _mended(request, path))
        if request != self.typed:
            self.command.say(Advice(_SAME, call(request, "--yes")))


def _rejected(done: ListResult) -> RejectedFile:
    from kkmp_cli.render.formats import rejected_list

    kept = f"Daftar itu tetap dicatat (pekerjaan {done.run})"
    stands = kept if done.run else "Tidak ada yang dicatat"
    pages = [rejected_list.page(done.sheet, done.attended)]
    return RejectedFile(
        done.sheet.file, done.attended.rejected, pages, stands, _INSTEAD, private=True
    )


def _mended(request: ListRequest, path: str) -> Command:
    """The call that takes the rejected rows once they are mended."""
    return call(ListRequest(request.training, path, words=request.words))


def _refusal(plan: ListResult, request: ListRequest) -> Refused:
    from kkmp_cli.render.screens import training_attendance as screen

    good = Advice("Yang baik saja: {}", call(request._replace(skip_errors=True)))
    return Refused(lines(screen.problems(plan.attended.problems)), good)
