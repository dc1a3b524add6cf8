"""`kkmp target`: due dates and wanted numbers per milestone, kota and tahun buku."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kkmp_cli import settings
from kkmp_cli.cli.framework import group, out, session
from kkmp_cli.cli.options import field_options, record_options
from kkmp_cli.errors import Refused
from kkmp_cli.parsing import dates, numbers
from kkmp_cli.parsing.text import clean, match_key

if TYPE_CHECKING:
    from kkmp_cli.register.reader import Reader

app = group("target", "Batas waktu dan jumlah yang ingin dicapai per milestone.")


@app.command("set")
def set_(
    ctx: typer.Context,
    milestone: Annotated[
        str, typer.Argument(metavar="MILESTONE", help="Misalnya usaha, nib, rat.")
    ],
    batas: Annotated[
        str, typer.Argument(metavar="BATAS", help="Hari terakhir yang masih tepat waktu.")
    ],
    kota: Annotated[str | None, typer.Option("--kota", help="Tanpa ini: semua kota.")] = None,
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

    Contoh: kkmp target set rat "31 Maret 2026" --tahun-buku 2025
    """
    from kkmp_cli.actions import record
    from kkmp_cli.actions.named_areas import one_kota
    from kkmp_cli.cli.options.filter_options import milestone_code
    from kkmp_cli.milestones import by_code, label_of
    from kkmp_cli.register.writer import open_writer

    code = milestone_code(milestone)
    due = field_options.read_exact_day(batas, "BATAS")
    known = by_code(code)
    yearly = known is not None and known.yearly
    if book_year is not None and not yearly:
        raise Refused(
            f"{known.label if known else code} tidak per tahun buku.", "Hapus --tahun-buku."
        )
    year = field_options.read_book_year(book_year, int(due[:4]) - 1) if yearly else None
    command = session(ctx)
    with open_writer(command.location) as register:
        where, place = (
            one_kota(register, kota)
            if kota and match_key(kota) != "semua"
            else (None, "semua kota")
        )
        values = {
            "milestone": code,
            "batas": due,
            "kota": where,
            "tahun_buku": year,
            "nilai": _wanted(value),
            "sumber": clean(source, 2_000) if source else None,
            "ditetapkan": settings.today().isoformat(),
        }
        key = record.create_record(register, "target", values, command.typed)
    what = label_of(f"{code}_{year}" if year else code)
    out(f"Target {key}: {what} sampai {dates.show(due)}, {place}.")


def _wanted(text: str | None) -> str | None:
    if text is None:
        return None
    found = numbers.read(clean(text))
    if (
        found is None
        or found.about
        or (found.percent and found.value > 100)
        or isinstance(found.value, float)
    ):
        raise Refused(
            f"--nilai `{clean(text)[:20]}` bukan jumlah atau persen.", "Tulis misalnya 44 atau 90%."
        )
    return f"{found.value}{'%' if found.percent else ''}"


@app.command("list")
def list_(
    ctx: typer.Context, kota: record_options.Kota = None, as_json: record_options.AsJson = False
) -> None:
    """Daftar target, juga yang sudah digantikan."""
    record_options.show_list(ctx, kota, as_json, _rows, _COLUMNS)


_COLUMNS = (
    "id",
    "milestone",
    "tahun_buku",
    "batas",
    "nilai",
    "kota",
    "ditetapkan",
    "digantikan_oleh",
    "sumber",
)


def _rows(register: Reader, codes: frozenset[str]) -> list[dict[str, Any]]:
    from kkmp_cli.register.records import rows_of

    held = rows_of(register, "target")
    newest = {_about(row): key for key, row in sorted(held.items())}
    return [
        {
            "id": key,
            **row,
            "digantikan_oleh": newer if (newer := newest[_about(row)]) != key else None,
        }
        for key, row in held.items()
        if not codes or row["kota"] in (None, *codes)
    ]


def _about(row: Mapping[str, Any]) -> tuple[Any, ...]:
    """What a target is about: a later one about the same supersedes it."""
    return row["milestone"], row["tahun_buku"], row["kota"]


@app.command("remove")
def remove(ctx: typer.Context, number: record_options.Number) -> None:
    """Hapus satu target; riwayatnya tetap ada."""
    record_options.remove(ctx, "target", number)
