"""`kkmp followup`: tindak lanjut of a meeting, carried from meeting to meeting until done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kkmp_cli import settings
from kkmp_cli.cli.framework import group
from kkmp_cli.cli.options import (
    day_options,
    output_options,
    own_filters,
    place_options,
    record_options,
)
from kkmp_cli.cli.options.filter_options import milestone_code
from kkmp_cli.cli.output import Terminal, session, undo_with
from kkmp_cli.errors import Advice, BadUsage
from kkmp_cli.model.followup import NO, YES
from kkmp_cli.parsing import dates, numbers
from kkmp_cli.parsing.text import clean

if TYPE_CHECKING:
    from kkmp_cli.model.followup import FollowUp
    from kkmp_cli.register.reader import Reader

app = group("followup", "Tindak lanjut rapat: apa, siapa, sampai kapan.")
_WHO = "Kantor atau jabatan."
Meeting = Annotated[str | None, typer.Option("--rapat", metavar="TANGGAL", help="Tanggal rapat.")]
_DECISION = "Menunggu keputusan rapat; tampil di halaman pertama laporan."


@app.command("add")
@output_options.never_asking
def add(
    ctx: typer.Context,
    what: Annotated[str, typer.Argument(metavar="URAIAN", help="Apa yang harus dilakukan.")],
    who: Annotated[str, typer.Option("--penanggung-jawab", metavar="TEKS", help=_WHO)],
    due: Annotated[str, typer.Option("--batas", metavar="TANGGAL", help="Paling lambat.")],
    kelurahan: Annotated[
        list[str] | None, typer.Option("--kelurahan", help="Untuk koperasi ini; dapat diulang.")
    ] = None,
    kota: place_options.Kota = None,
    lacking: Annotated[
        str | None, typer.Option("--belum", metavar="TAHAP", help="Semua yang belum di tahap itu.")
    ] = None,
    meeting: Meeting = None,
    decision: Annotated[bool, typer.Option("--keputusan", help=_DECISION)] = False,
) -> None:
    """Catat satu tindak lanjut.

    Contoh:
    kkmp followup add "Dampingi" --kota jakpus --belum usaha --penanggung-jawab Sudin \
--batas 2026-03-31
    """
    from kkmp_cli.actions import follow_up

    command = session(ctx)
    kota = kota if kelurahan else _kota(command, kota)
    values = _values(what, who, due, meeting, decision)
    code = None if lacking is None or kelurahan else _lacking(command, lacking)
    added = follow_up.add(command, values, follow_up.Concerned(kelurahan or (), kota, code))
    record_options.say_run(command, added.run)
    whom = f"{numbers.show(added.cooperatives)} koperasi" if added.cooperatives else "kota itu"
    due = dates.show(values["batas"])
    command.done(f"Tindak lanjut {added.key} dicatat untuk {whom}, batas {due}.")


def _lacking(command: Terminal, word: str) -> str:
    return milestone_code(word, own_filters.own_stages(command, word))


def _kota(command: Terminal, kota: str | None) -> str:
    """`--kota`, else that of the settings. Raises BadUsage where neither says whom it concerns."""
    if not (named := kota or command.default_kota()):
        remedy = "Sebut --kelurahan, atau --kota (dengan --belum)."
        raise BadUsage("Tindak lanjut ini untuk siapa?", remedy)
    return named


def _values(what: str, who: str, due: str, meeting: str | None, decision: bool) -> dict[str, Any]:
    return {
        "uraian": record_options.read_text(what, "URAIAN", 2_000),
        "penanggung_jawab": record_options.read_text(who, "--penanggung-jawab"),
        "batas": day_options.read_exact_day(due, "--batas"),
        "rapat": day_options.read_exact_day(meeting, "--rapat") if meeting else None,
        "keputusan": YES if decision else None,
    }


@app.command("update")
@output_options.never_asking
def update(
    ctx: typer.Context,
    number: record_options.Number,
    what: Annotated[
        str | None, typer.Option("--uraian", metavar="TEKS", help="Apa yang harus dilakukan.")
    ] = None,
    who: Annotated[
        str | None, typer.Option("--penanggung-jawab", metavar="TEKS", help=_WHO)
    ] = None,
    due: Annotated[
        str | None, typer.Option("--batas", metavar="TANGGAL", help="Batas baru.")
    ] = None,
    meeting: Meeting = None,
    decision: Annotated[bool, typer.Option("--keputusan", help=_DECISION)] = False,
    decided: Annotated[
        bool, typer.Option("--tanpa-keputusan", help="Tidak lagi menunggu keputusan rapat.")
    ] = False,
) -> None:
    """Ubah satu tindak lanjut; batas yang dipindah tetap terlihat.

    Contoh:
    kkmp followup update 1 --batas "30 April 2026"
    """
    from kkmp_cli.actions import office_records

    typed = _typed(what, who, due, meeting) | _typed_decision(decision, decided)
    command, key = session(ctx), record_options.read_id(ctx, number)
    altered = partial(_altered, typed=typed)
    run, _ = office_records.update(command, "tindak_lanjut", key, altered)
    record_options.out_changed(command, f"Tindak lanjut {number}", run)


def _typed(
    what: str | None, who: str | None, due: str | None, meeting: str | None
) -> dict[str, str | None]:
    """What was typed of each field, None where nothing was."""
    return {
        "uraian": record_options.read_text(what, "--uraian", 2_000),
        "penanggung_jawab": record_options.read_text(who, "--penanggung-jawab"),
        "batas": None if due is None else day_options.read_exact_day(due, "--batas"),
        "rapat": None if meeting is None else day_options.read_exact_day(meeting, "--rapat"),
    }


def _typed_decision(decision: bool, decided: bool) -> dict[str, str | None]:
    """Whether it waits for a decision; None where that was not said. Raises BadUsage for both."""
    if decision and decided:
        remedy = "Sebut salah satu."
        raise BadUsage("--keputusan dan --tanpa-keputusan tidak dapat bersama.", remedy)
    return {"keputusan": YES if decision else NO if decided else None}


def _altered(row: Mapping[str, Any], typed: Mapping[str, str | None]) -> dict[str, Any]:
    """What changes; a due date that was moved is kept among the old ones. Raises BadUsage."""
    values: dict[str, Any] = {name: text for name, text in typed.items() if text is not None}
    if not values:
        remedy = "Sebut isiannya, misalnya --batas 2026-04-30."
        raise BadUsage("Tidak ada yang diubah.", remedy)
    if values.get("keputusan") == NO and row["keputusan"] is None:
        values["keputusan"] = None
    if values.get("batas", row["batas"]) != row["batas"]:
        values["batas_lama"] = _moved(row)
    return values


def _moved(row: Mapping[str, Any]) -> str:
    """The due dates until now, oldest first."""
    return ";".join([*filter(None, (row["batas_lama"] or "").split(";")), row["batas"]])


@app.command("done")
@output_options.never_asking
def done(
    ctx: typer.Context,
    number: record_options.Number,
    outcome: Annotated[
        str | None, typer.Option("--hasil", metavar="TEKS", help="Hasilnya.")
    ] = None,
    per: Annotated[
        str | None,
        typer.Option("--per", metavar="TANGGAL", help="Kapan selesai; bila tidak diisi: hari ini."),
    ] = None,
) -> None:
    """Nyatakan satu tindak lanjut selesai.

    Contoh:
    kkmp followup done 1 --hasil "Sudah didampingi"
    """
    from kkmp_cli.actions import office_records

    day = day_options.read_past_day(per, "--per")
    finished = partial(_finished, day=day, outcome=clean(outcome or "", 2_000))
    command, key = session(ctx), record_options.read_id(ctx, number)
    run, values = office_records.update(command, "tindak_lanjut", key, finished)
    done_on = f"selesai per {dates.show(values['selesai'])}"
    if run:
        command.done(Advice("Tindak lanjut {} {}{}.", number, done_on, undo_with(run)))
    else:
        command.done(f"Tindak lanjut {number} sudah tercatat {done_on}; tidak ada yang berubah.")


def _finished(row: Mapping[str, Any], day: date | None, outcome: str) -> dict[str, Any]:
    """The day and the outcome; those of before where nothing else is said."""
    done = row["selesai"] if day is None else day.isoformat()
    return {"selesai": done or settings.today().isoformat(), "hasil": outcome or row["hasil"]}


@app.command("list")
def list_(
    ctx: typer.Context,
    kota: place_options.Kota = None,
    everything: Annotated[bool, typer.Option("--all", help="Juga yang sudah selesai.")] = False,
    as_json: output_options.AsJson = False,
) -> None:
    """Daftar tindak lanjut; yang lewat batas lebih dulu.

    Contoh:
    kkmp followup list --kota jakpus
    """
    find = partial(_rows, everything=everything, for_people=not as_json)
    record_options.show_list(ctx, kota, as_json, find, _COLUMNS)


_COLUMNS = (
    *("id", "batas", "sisa", "batas_lama", "kota", "kode"),
    *("penanggung_jawab", "hasil", "keputusan", "uraian"),
)


def _rows(
    register: Reader, codes: frozenset[str], *, everything: bool, for_people: bool
) -> list[dict[str, Any]]:
    from kkmp_cli.actions.follow_up import concerning
    from kkmp_cli.render import objects

    today = settings.today()
    rows = []
    for item in concerning(register, codes):
        if everything or not item.selesai:
            row = objects.followup(item) | {"terlambat": item.late_on(today)}
            rows.append(row | _for_people(item, today) if for_people else row)
    return rows


def _for_people(item: FollowUp, today: date) -> dict[str, str]:
    """What a screen says in words."""
    from kkmp_cli.render.words import DECISION

    asked = DECISION if item.asks_decision and not item.selesai else ""
    return {"sisa": item.remaining(today), "keputusan": asked}
