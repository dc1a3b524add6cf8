"""`kkmp update`: the officer's own word about one cooperative or many; it always applies and says
what it replaced.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from kkmp_cli import settings
from kkmp_cli.cli.framework import Session, confirm, interactive, say, session
from kkmp_cli.cli.interview import NEVER_RAN, Interview
from kkmp_cli.cli.options import field_options
from kkmp_cli.errors import Advice, BadUsage, Command, Refused
from kkmp_cli.milestones import newest_book_year
from kkmp_cli.model.run import RecordedValue
from kkmp_cli.parsing import numbers
from kkmp_cli.planning.confirm import confirmations
from kkmp_cli.planning.intent import Intent, Plan
from kkmp_cli.planning.merge import CorrectionNeeded, MergePolicy

if TYPE_CHECKING:
    from kkmp_cli.model.area import Area
    from kkmp_cli.model.cooperative import Cooperative
    from kkmp_cli.register.writer import Writer


@field_options.with_field_options
def update(
    ctx: typer.Context,
    kelurahan: Annotated[
        list[str] | None, typer.Argument(metavar="KELURAHAN…", help="Nama atau kode.")
    ] = None,
    *,
    kota: Annotated[
        str | None, typer.Option("--kota", help="Nama, singkatan atau kode kota.")
    ] = None,
    kecamatan: Annotated[
        str | None, typer.Option("--kecamatan", help="Nama atau kode kecamatan.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Semua koperasi kota itu.")] = False,
    per: Annotated[
        str | None, typer.Option("--per", metavar="TANGGAL", help="Tanggal keadaan itu benar.")
    ] = None,
    book_year: Annotated[
        str | None, typer.Option("--tahun-buku", metavar="TAHUN", help="Tahun buku --rat.")
    ] = None,
    reason: Annotated[str | None, typer.Option("--alasan", metavar="TEKS", help="Mengapa.")] = None,
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
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Jangan bertanya.")] = False,
    stated: dict[str, str],
) -> None:
    """Catat keadaan koperasi; tanpa pilihan isian, ditanyakan satu per satu.

    Contoh: kkmp update Gambir --nib 0123456789012 --usaha "15 Agustus 2025"
    """
    from kkmp_cli.actions.named_areas import chosen_areas
    from kkmp_cli.register.reader import open_reader

    today = settings.today()
    day = field_options.read_day(per, today)
    year = field_options.read_book_year(book_year, newest_book_year(day))
    said = field_options.read_options(stated, cleared or [], year, today)
    command = session(ctx)
    with open_reader(command.location) as register:
        areas = chosen_areas(register, kelurahan or [], kota, kecamatan, everything)
        held = _held(
            register.cooperatives(ids=[area.id for area in areas], with_personal=True),
            areas,
            everything,
        )
    policy = MergePolicy(officer=True, correction=correction)
    if not said.values and not unchanged:
        known = _only([*held.values()])
        _ask(
            command,
            Interview(
                command.location,
                known,
                Intent(known.area, {}, day, per is not None, said.pers),
                policy,
                reason,
            ),
            year,
        )
        return
    intents = [
        Intent(known.area, said.values, day, per is not None, said.pers) for known in held.values()
    ]
    if len(intents) > 1:
        confirm(f"Ubah {numbers.show(len(intents))} koperasi?", yes)
    _run(
        command.location, command.typed, intents, policy, unchanged, reason=reason, bulk=everything
    )


def _ask(command: Session, interview: Interview, book_year: int) -> None:
    with interview.kept():
        interview.go(book_year)
        intent, policy = interview.answered()
        _run(
            command.location,
            command.typed,
            [intent],
            policy,
            False,
            reason=interview.reason,
            bulk=False,
        )


def _run(
    location: str,
    typed: str,
    intents: Sequence[Intent],
    policy: MergePolicy,
    unchanged: bool,
    *,
    reason: str | None,
    bulk: bool,
) -> None:
    from kkmp_cli.actions import record
    from kkmp_cli.cli import updated
    from kkmp_cli.register.writer import open_writer

    ids = [intent.area.id for intent in intents]
    try:
        with open_writer(location) as register:
            held = {known.id: known for known in register.cooperatives(ids=ids, with_personal=True)}
            _refuse_vanished(intents, held)
            planned = record.judged(
                register,
                intents,
                held,
                replace(policy, recorded=_recorded(register, intents, held)),
            )
            if unchanged:
                planned = _with_confirmations(planned, held, intents[0].per.isoformat())
            run = record.record(register, planned.events, typed, reason, bulk=bulk)
            older = updated.older(register, planned, held)
    except CorrectionNeeded as refusal:
        if not interactive():
            raise
        say(refusal.message)
        confirm(NEVER_RAN, False)
        _run(
            location,
            typed,
            intents,
            replace(policy, correction=True),
            unchanged,
            reason=reason,
            bulk=bulk,
        )
        return
    updated.tell(planned, intents[0].per.isoformat(), run, older)


def _recorded(
    register: Writer, intents: Sequence[Intent], held: Mapping[int, Cooperative]
) -> frozenset[RecordedValue]:
    """What stands already of those cooperatives of which something newer is held than what is said
    now.
    """
    from kkmp_cli.register import log

    first = {
        intent.area.id: min([intent.per.isoformat(), *intent.pers.values()]) for intent in intents
    }
    older = [key for key, day in first.items() if day < max(held[key].pers.values(), default="")]
    return log.recorded_values(register, older)


def _held(
    found: Sequence[Cooperative], areas: Sequence[Area], everything: bool
) -> dict[int, Cooperative]:
    held = {known.id: known for known in found}
    missing = [area for area in areas if area.id not in held]
    if missing and not everything:
        names = ", ".join(f"{area.kelurahan} ({area.kode})" for area in missing)
        raise Refused(
            f"Belum ada di register: {names}.", f"Daftarkan dulu: kkmp add {missing[0].kode}"
        )
    if not held:
        raise Refused(
            "Belum ada koperasi di sana.",
            Advice("Daftarkan dulu dengan `{}`.", Command("add", "--kota", "…", "--all")),
        )
    return {area.id: held[area.id] for area in areas if area.id in held}


def _refuse_vanished(intents: Sequence[Intent], held: Mapping[int, Cooperative]) -> None:
    """Raises Refused where a registration was undone, by somebody else, while an answer was waited
    for.
    """
    gone = [intent.area for intent in intents if intent.area.id not in held]
    if gone:
        names = ", ".join(f"{area.kelurahan} ({area.kode})" for area in gone)
        remedy = (
            f"Lihat `kkmp history`; bila perlu daftarkan lagi dengan `kkmp add "
            f"{gone[0].kode}`, lalu ulangi."
        )
        raise Refused(
            f"Sementara itu pendaftarannya dibatalkan: {names}. Tidak ada yang ditulis.", remedy
        )


def _only(held: Sequence[Cooperative]) -> Cooperative:
    """The one cooperative that can be asked about. Raises BadUsage for several, and where nobody
    would answer.
    """
    if not interactive() or len(held) != 1:
        raise BadUsage(
            "Tidak ada isian yang disebut.",
            Advice("Misalnya --usaha sudah; lihat `{}`.", Command("update", "--help")),
        )
    return held[0]


def _with_confirmations(planned: Plan, held: dict[int, Cooperative], per: str) -> Plan:
    """`--tetap`: every open state, and gerai and usaha which can stop, is confirmed on the day."""
    results = []
    for result in planned.results:
        known, taken = held[result.area.id], {event.field for event in result.events}
        more = confirmations(known, taken, per)
        results.append(result._replace(events=(*result.events, *more)))
    return replace(planned, results=tuple(results))
