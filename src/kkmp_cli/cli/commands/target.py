"""`kkmp target`: due dates and wanted numbers per milestone, kota and tahun buku."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kkmp_cli import settings
from kkmp_cli.actions.named_areas import named_kota
from kkmp_cli.cli.framework import group
from kkmp_cli.cli.options import (
    day_options,
    output_options,
    own_filters,
    place_options,
    record_options,
)
from kkmp_cli.cli.options.filter_options import milestone_code
from kkmp_cli.cli.output import Terminal, session
from kkmp_cli.errors import Refused
from kkmp_cli.milestones import by_code
from kkmp_cli.parsing import dates, numbers
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.text import clean

if TYPE_CHECKING:
    from kkmp_cli.register.reader import Reader

app = group("target", "Batas waktu dan jumlah yang ingin dicapai per tahap.")


@app.command("set")
@output_options.never_asking
def set_(
    ctx: typer.Context,
    milestone: Annotated[str, typer.Argument(metavar="TAHAP", help="Misalnya usaha, nib, rat.")],
    batas: Annotated[
        str, typer.Argument(metavar="BATAS", help="Hari terakhir yang masih tepat waktu.")
    ],
    kota: Annotated[
        str | None, typer.Option("--kota", help="Tanpa ini: kota pengaturan, atau semua.")
    ] = None,
    book_year: Annotated[
        str | None, typer.Option("--tahun-buku", metavar="TAHUN", help="Untuk RAT.")
    ] = None,
    value: Annotated[
        str | None, typer.Option("--nilai", metavar="N|P%", help="Jumlah atau persen.")
    ] = None,
    source: Annotated[
        str | None, typer.Option("--sumber", metavar="TEKS", help="Siapa menetapkan, di mana.")
    ] = None,
) -> None:
    """Tetapkan target; yang baru menggantikan yang lama, yang lama tetap terlihat.

    Contoh:
    kkmp target set usaha 2026-12-31 --kota jakpus --nilai 90%
    kkmp target set rat "31 Maret 2026" --tahun-buku 2025
    """
    from kkmp_cli.actions import office_records

    command, due = session(ctx), day_options.read_exact_day(batas, "BATAS")
    code = _code(command, milestone)
    year = _book_year(code, book_year, due)
    values = {"milestone": code, "batas": due, "tahun_buku": year, **_details(value, source)}
    added = office_records.add(
        command, "target", values, next(iter(named_kota(kota, command.settings)), None)
    )
    record_options.say_run(command, added.run)
    what = _label(command, code, year)
    command.done(f"Target {added.key}: {what} sampai {dates.show(due)}, {added.place}.")


def _code(command: Terminal, word: str) -> str:
    return milestone_code(word, own_filters.own_stages(command, word))


def _label(command: Terminal, code: str, year: int | None) -> str:
    return command.vocabulary().label_of(f"{code}_{year}" if year else code)


def _details(value: str | None, source: str | None) -> dict[str, str | None]:
    today = settings.today().isoformat()
    source = record_options.read_source(source)
    return {"nilai": _wanted(value), "sumber": source, "ditetapkan": today}


def _book_year(code: str, text: str | None, due: str) -> int | None:
    """The tahun buku of a yearly milestone: the one before its due day, where none is named."""
    milestone = by_code(code)
    if milestone is not None and milestone.yearly:
        return day_options.read_book_year(text, int(due[:4]) - 1)
    if text is not None:
        label = milestone.label if milestone else code
        raise Refused(f"{label} tidak per tahun buku.", "Hapus --tahun-buku.")
    return None


def _wanted(text: str | None) -> str | None:
    if text is None:
        return None
    number = numbers.read(clean(text))
    whole = number is not None and not number.about and not isinstance(number.value, float)
    if number is None or not whole or (number.percent and number.value > 100):
        remedy = "Tulis misalnya 44 atau 90%."
        raise Refused(f"--nilai `{short(text)}` bukan jumlah atau persen.", remedy)
    return f"{number.value}{'%' if number.percent else ''}"


@app.command("list")
def list_(
    ctx: typer.Context, kota: place_options.Kota = None, as_json: output_options.AsJson = False
) -> None:
    """Daftar target, juga yang sudah digantikan.

    Contoh:
    kkmp target list
    """
    record_options.show_list(ctx, kota, as_json, _rows, _COLUMNS)


_COLUMNS = (
    *("id", "milestone", "tahun_buku", "batas", "nilai", "kota"),
    *("ditetapkan", "digantikan_oleh", "sumber"),
)


def _rows(register: Reader, codes: frozenset[str]) -> list[dict[str, Any]]:
    from kkmp_cli.register.records import rows_of

    rows = rows_of(register, "target")
    newest = {_about(row): key for key, row in sorted(rows.items())}
    return [
        {"id": key, **row, "digantikan_oleh": newer if newer != key else None}
        for key, row in rows.items()
        if (newer := newest[_about(row)]) and (not codes or row["kota"] in (None, *codes))
    ]


def _about(row: Mapping[str, Any]) -> tuple[Any, ...]:
    """What a target is about: a later one about the same supersedes it."""
    return row["milestone"], row["tahun_buku"], row["kota"]


@app.command("remove")
@output_options.never_asking
def remove(ctx: typer.Context, number: record_options.Number) -> None:
    """Hapus satu target; riwayatnya tetap ada.

    Contoh:
    kkmp target remove 1
    """
    record_options.remove(ctx, "target", number)
