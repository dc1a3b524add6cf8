"""The conversation of an official area list: it is read and asked about until nothing is open, what
it changes is shown, one yes is taken, and it is taken over; what is rejected goes into a file
beside it.

Never enters: how a row is read, what a single question asks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kkmp_cli.actions.area_list_request import AreaListRequest
from kkmp_cli.cli.options.area_list_options import call_of
from kkmp_cli.cli.output import PLAN_ALONE, Terminal, undo_with
from kkmp_cli.cli.prompts import agreed
from kkmp_cli.cli.rejected_rows import RejectedFile, write
from kkmp_cli.errors import Advice, Command, Refused, lines
from kkmp_cli.parsing.numbers import show

if TYPE_CHECKING:
    from kkmp_cli.actions.area_list import ReadList
    from kkmp_cli.areas.official_lists import ListDifference, NoAreaList
    from kkmp_cli.sheets import Sheet
    from kkmp_cli.sheets.which_sheet import SeveralTables

_STANDS = "Yang baik tetap masuk"
_INSTEAD = "Perbaiki barisnya di berkas asalnya, lalu impor berkas itu lagi."
_SAME, _ONWARD = "Yang sama tanpa ditanya lagi:\n  {}", "Lanjutkan dengan:\n  {}"


class AreaConversation(NamedTuple):
    """Who talks, about which list as it was typed; whether somebody may be asked."""

    command: Terminal
    typed: AreaListRequest
    dry_run: bool
    asking: bool

    def held(self) -> bool:
        """Takes the list over, where nothing forbids it and an officer who is asked agrees; True
        where every row went in. Raises Refused for a no, and for a bad row without `skip_errors`.
        """
        made, request = self._answered()
        if made.problems and not request.skip_errors:
            raise _refusal(made, request)
        self._take_over(made, request)
        self._finish(made, request)
        return not made.incomplete

    def _take_over(self, made: ReadList, request: AreaListRequest) -> None:
        """Shows what differs, and records it where that is wanted."""
        from kkmp_cli.actions import area_list

        difference = area_list.compared(self.command, made)
        touching = area_list.touches(difference, request.delete)
        self._show(made, request, difference, touching)
        if self.dry_run:
            self.command.out(PLAN_ALONE)
            return
        if self.asking and touching and not agreed(_question(difference)):
            raise Refused("Dibatalkan; tidak ada yang ditulis.", self.command.onward)
        self.command.onward = ""
        self.command.done(_updated(area_list.apply(self.command, made, difference, request.delete)))

    def _show(
        self, made: ReadList, request: AreaListRequest, difference: ListDifference, touching: bool
    ) -> None:
        from kkmp_cli.render.screens import area_difference as screen

        count, named = len(made.listing.entries), self.dry_run or touching
        told = screen.lines(difference, count, request.delete, named)
        self.command.out_lines((*told, *screen.rejected(made.problems)))

    def _answered(self) -> tuple[ReadList, AreaListRequest]:
        """The list when nothing is left to ask, and the call with the answers."""
        from kkmp_cli.cli.area_list_questions import wants_repair, with_answer

        made, request = self._read(self.typed)
        repairing: bool | None = None
        while self.asking:
            if repairing is None and made.problems and not request.skip_errors:
                repairing = wants_repair(self.command, made.problems)
            more = with_answer(self.command, made, request, bool(repairing))
            if more is None:
                break
            made, request = self._read(more)
        return made, request

    def _read(self, request: AreaListRequest) -> tuple[ReadList, AreaListRequest]:
        """The list of a call, and the call with what was answered about its sheet and columns."""
        from kkmp_cli.actions.area_list import read_list
        from kkmp_cli.areas.official_lists import NoAreaList
        from kkmp_cli.sheets.which_sheet import SeveralTables

        if self.asking and request != self.typed:
            self.command.onward = Advice(_ONWARD, call_of(request))
        try:
            return read_list(self.command, request), request
        except (SeveralTables, NoAreaList) as unclear:
            return self._read(self._explained(unclear, request))

    def _explained(
        self, unclear: SeveralTables | NoAreaList, request: AreaListRequest
    ) -> AreaListRequest:
        """The call with what is said of the sheet or of a column. Raises what cannot be asked."""
        from kkmp_cli.cli.area_list_questions import with_columns
        from kkmp_cli.cli.questions.tab_question import chosen_tab
        from kkmp_cli.sheets.which_sheet import SeveralTables

        if not self.asking:
            raise unclear
        if isinstance(unclear, SeveralTables):
            return request._replace(sheet=chosen_tab(self.command, unclear))
        if not unclear.missing:
            raise unclear
        return with_columns(self.command, unclear, request)

    def _finish(self, made: ReadList, request: AreaListRequest) -> None:
        """The rejected rows beside their file, and what does the same without a question."""
        if made.sheet is not None and made.incomplete and not self.dry_run:
            write(self.command, _rejected(made, made.sheet), lambda path: _mended(request, path))
        if request != self.typed:
            self.command.say(Advice(_SAME, call_of(request, "--yes")))


def _rejected(made: ReadList, sheet: Sheet) -> RejectedFile:
    from kkmp_cli.render.formats import rejected_areas

    pages = [rejected_areas.page(sheet, made.listing, made.left_out)]
    count = len({problem.row for problem in made.problems} | {*made.left_out})
    return RejectedFile(sheet.file, count, pages, _STANDS, _INSTEAD, private=False)


def _mended(request: AreaListRequest, path: str) -> Command:
    """The call that takes the rejected rows once they are mended."""
    return call_of(AreaListRequest(path, keep_spelling=request.keep_spelling))


def _question(difference: ListDifference) -> str:
    """What is asked before it is written, with who has a cooperative and another name."""
    from kkmp_cli.render.words import some

    renamed = [f"{area.kelurahan} → {entry.kelurahan}" for area, entry in difference.concerning]
    also = f", juga nama {show(len(renamed))} kelurahan yang punya koperasi" if renamed else ""
    names = f" ({some(renamed, _NAMED)})" if renamed else ""
    return f"Tulis ke daftar wilayah{also}{names}?"


_NAMED = 5


def _updated(run: int | None) -> str:
    if run is None:
        return "Tidak ada yang berubah."
    return Advice("Daftar wilayah diperbarui{}.", undo_with(run))


def _refusal(made: ReadList, request: AreaListRequest) -> Refused:
    from kkmp_cli.render.screens import area_difference as screen

    good = call_of(request._replace(skip_errors=True, delete=False))
    remedy = Advice("{} Yang baik saja: {}", made.problems[0].remedy, good)
    return Refused(lines(screen.problems(made.problems)), remedy)
