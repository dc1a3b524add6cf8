"""The conversation of an attendance list: it is read and asked about until nothing is open, the
plan is shown, one yes is taken, and it is recorded; what is rejected goes into a file beside it.

Never enters: how a row is read, what a single question asks.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kkmp_cli.cli.options.list_options import call
from kkmp_cli.cli.output import PLAN_ALONE, Terminal, undo_with
from kkmp_cli.cli.prompts import confirm
from kkmp_cli.errors import Advice, Refused, Unusable, lines, reason
from kkmp_cli.parsing.numbers import show

if TYPE_CHECKING:
    from kkmp_cli.actions.attendance_import import ListResult
    from kkmp_cli.actions.list_request import ListRequest


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
        from kkmp_cli.actions.attendance_import import recorded

        plan, request = self._planned()
        if not plan.writable:
            raise _refusal(plan)
        shown = self._agreed(plan, request)
        done = plan if self.dry_run else recorded(self.command, request.training, plan)
        told = [] if shown else [*self._told(done, request)]
        self.command.done_lines((*told, self._outcome(done, request)))
        if done.incomplete and not self.dry_run:
            self._write_rejects(done, request)
        return not done.incomplete

    def _planned(self) -> tuple[ListResult, ListRequest]:
        """The plan when nothing is left to ask, and the call with the answers."""
        from kkmp_cli.actions.attendance_import import planned

        return planned(self.command, self.typed), self.typed

    def _agreed(self, plan: ListResult, request: ListRequest) -> bool:
        """True where the plan was shown and agreed to. Raises Refused for a no."""
        count = len(plan.attended.people)
        if not self.asking or self.dry_run or count < 2:
            return False
        self.command.say_all(self._told(plan, request))
        confirm(f"Catat {show(count)} koperasi hadir?", False)
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

    def _write_rejects(self, done: ListResult, request: ListRequest) -> None:
        """The rejected rows beside their file. Raises Unusable where they cannot be written."""
        from kkmp_cli.actions import rejects
        from kkmp_cli.render.files import write_file
        from kkmp_cli.render.formats import rejected_list

        target, piped = rejects.target_of(done.sheet.file)
        as_file = rejected_list.as_csv if piped else rejected_list.as_xlsx
        content = as_file(done.sheet, done.attended)
        try:
            kept = rejects.set_aside(target, content)
            write_file(target, content, private=True)
        except (OSError, Unusable) as error:
            raise _without_rejects(error, done, target) from None
        self.command.say(_mend(done, request, target, kept))


def _mend(done: ListResult, request: ListRequest, target: Path, kept: Path | None) -> Advice:
    """Where the rejected rows are, and the command that takes them once they are mended."""
    mended = request._replace(
        file=str(target), sheet=None, maps=(), cells=(), skipped_rows=(), skip_errors=False
    )
    older = f" (yang lama disimpan sebagai {kept.name})" if kept else ""
    where = f"{show(done.attended.rejected)} baris yang ditolak ditulis ke {target}{older}"
    template = "{}. Perbaiki di sana, lalu masukkan berkas itu.\n→ {}"
    return Advice(template, where, call(mended))


def _refusal(plan: ListResult) -> Refused:
    from kkmp_cli.render.screens import training_attendance as screen

    return Refused(lines(screen.problems(plan.attended.problems)))


def _without_rejects(error: OSError | Unusable, done: ListResult, target: Path) -> Unusable:
    """What is good stands, what is bad lies nowhere: what is said of that."""
    why = reason(error) if isinstance(error, OSError) else error.message.rstrip(".")
    stands = f"Daftar itu tetap dicatat (run {done.run})" if done.run else "Tidak ada yang dicatat"
    return Unusable(
        f"{stands}; baris yang ditolak tidak tersimpan: {target}: {why}.",
        "Perbaiki barisnya di berkas asalnya, lalu masukkan berkas itu lagi: jumlah yang tercatat "
        "diganti.",
    )
