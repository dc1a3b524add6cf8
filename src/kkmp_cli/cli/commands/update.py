"""`kkmp update`: an officer's own word, which always applies and says what it replaced."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from kkmp_cli.actions.named_areas import AreaChoice
from kkmp_cli.actions.update_states import UpdateRequest, chosen, state
from kkmp_cli.cli.interview import NEVER_RAN, Interview
from kkmp_cli.cli.options import day_options, output_options
from kkmp_cli.cli.options.field_options import Typed, read_stated, with_field_options
from kkmp_cli.cli.options.place_options import with_places
from kkmp_cli.cli.output import Terminal, session
from kkmp_cli.cli.prompts import confirm, interactive
from kkmp_cli.cli.settings_file import ask_once
from kkmp_cli.errors import Advice, BadUsage, Command
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.parsing.numbers import show
from kkmp_cli.planning.merge import CorrectionNeeded, MergePolicy


@with_field_options
@with_places("Semua koperasi kota itu.")
def update(
    ctx: typer.Context,
    *,
    choice: AreaChoice,
    per: day_options.TruePer = None,
    book_year: day_options.BookYearOfRat = None,
    reason: output_options.Reason = None,
    cleared: Annotated[
        list[str] | None,
        typer.Option("--kosongkan", metavar="ISIAN", help="Kembalikan isian ke belum diketahui."),
    ] = None,
    correction: Annotated[
        bool, typer.Option("--koreksi", help="Catatan lama salah: tidak pernah berjalan.")
    ] = False,
    unchanged: Annotated[
        bool, typer.Option("--tetap", help="Sudah dicek, yang masih terbuka tidak berubah.")
    ] = False,
    yes: output_options.Yes = False,
    stated: Typed,
) -> None:
    """Catat keadaan koperasi; tanpa pilihan isian, ditanyakan satu per satu.

    Contoh:
    kkmp update Gambir --nib 0123456789012 --usaha "15 Agustus 2025"
    kkmp update Cideng "Duri Pulo" --rat belum --rat-kendala modal
    """
    command = session(ctx)
    given = read_stated(stated, per, book_year, cleared or ())
    current = _chosen(command, choice, yes)
    policy = MergePolicy(officer=True, correction=correction)
    intents = [given.about(one.area) for one in current]
    request = UpdateRequest(intents, policy, unchanged, reason, choice.everything)
    if not (given.values or unchanged):
        _ask(command, current, request, given.book_year)
        return
    command.say_all(stated.retired(given))
    _agreed(command, request, yes)


def _chosen(command: Terminal, choice: AreaChoice, yes: bool) -> Sequence[Cooperative]:
    """The cooperatives that are named, after the questions of a first run."""
    ask_once(command, yes, existing=True)
    return chosen(command, choice)


def _agreed(command: Terminal, request: UpdateRequest, yes: bool) -> None:
    """Records it, after a yes where more than one cooperative is changed."""
    if len(request.intents) > 1:
        confirm(f"Ubah {show(len(request.intents))} koperasi?", yes)
    _state(command, request)


def _ask(
    command: Terminal, current: Sequence[Cooperative], request: UpdateRequest, book_year: int
) -> None:
    interview = Interview(command, _only(current), request, command.vocabulary())
    with interview.kept():
        interview.go(book_year)
        _state(command, interview.answered())


def _state(command: Terminal, request: UpdateRequest) -> None:
    """Records it and says what it replaced; asks where it says that what runs never did."""
    from kkmp_cli.render.screens import update as screen

    command.warn_of_clock()
    try:
        done = state(command, request)
    except CorrectionNeeded as refusal:
        if not interactive():
            raise
        command.say(refusal.message)
        confirm(NEVER_RAN, False)
        _state(command, request._replace(policy=request.policy._replace(correction=True)))
        return
    per = request.intents[0].per.isoformat()
    command.done_lines(screen.lines(done.plan, per, done.run, done.before, done.after))


def _only(current: Sequence[Cooperative]) -> Cooperative:
    """The one cooperative to ask about. Raises BadUsage for several or without a terminal."""
    if not interactive() or len(current) != 1:
        remedy = Advice("Misalnya --usaha sudah; lihat `{}`.", Command("update", "--help"))
        raise BadUsage("Tidak ada isian yang disebut.", remedy)
    return current[0]
