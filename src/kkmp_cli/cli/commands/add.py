"""`kkmp add`: registers cooperatives, with whatever is known of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from kkmp_cli.actions.named_areas import AreaChoice
from kkmp_cli.cli.options import day_options, output_options
from kkmp_cli.cli.options.field_options import Typed, read_stated, with_field_options
from kkmp_cli.cli.options.place_options import with_places
from kkmp_cli.cli.output import session, undo_with
from kkmp_cli.cli.prompts import confirm, interactive
from kkmp_cli.cli.settings_file import ask_once
from kkmp_cli.errors import Advice
from kkmp_cli.model.vocabulary import default_name
from kkmp_cli.parsing.numbers import show

if TYPE_CHECKING:
    from kkmp_cli.actions.registration import Registered


@with_field_options
@with_places("Semua kelurahan kota itu.")
def add(
    ctx: typer.Context,
    *,
    choice: AreaChoice,
    per: day_options.TruePer = None,
    book_year: day_options.BookYearOfRat = None,
    reason: output_options.Reason = None,
    yes: output_options.Yes = False,
    stated: Typed,
) -> None:
    """Daftarkan koperasi, satu atau sekota.

    Contoh:
    kkmp add --kota jakpus --all
    kkmp add "Duri Pulo" --sk 2025-06-20
    """
    from kkmp_cli.actions import registration

    command = session(ctx)
    given = read_stated(stated, per, book_year)
    ask_once(command, yes)
    if interactive() and not yes and (count := registration.count_new(command, choice)) > 1:
        confirm(f"Daftarkan {show(count)} koperasi?", yes)
    done = registration.register(command, choice, given, reason)
    if done.skipped:
        command.say(f"{show(done.skipped)} koperasi sudah terdaftar, dilewati.")
    command.say_all(stated.retired(given))
    command.done(_sentence(done))


def _sentence(done: Registered) -> str:
    if done.run is None:
        return "Tidak ada koperasi baru; tidak ada yang ditulis."
    first, what = done.areas[0], f"{show(len(done.areas))} koperasi"
    if len(done.areas) == 1:
        what = f"{default_name(first.kelurahan, first.kode)} ({first.kode})"
    return Advice("{} ditambahkan ke register{}.", what, undo_with(done.run))
