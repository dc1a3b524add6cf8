"""`kkmp template`: forms filled with today's state, to be sent out and imported again."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kkmp_cli import settings
from kkmp_cli.cli.delivery import ELSEWHERE
from kkmp_cli.cli.framework import out, session
from kkmp_cli.cli.options import field_options
from kkmp_cli.errors import Advice, BadUsage, Command, Refused, Unusable
from kkmp_cli.milestones import newest_book_year
from kkmp_cli.parsing import numbers

if TYPE_CHECKING:
    from kkmp_cli.actions.named_areas import Scope
    from kkmp_cli.model.area import Area
    from kkmp_cli.model.cooperative import Cooperative
    from kkmp_cli.register.reader import Reader


def template(
    ctx: typer.Context,
    kota: Annotated[
        str | None, typer.Option("--kota", help="Nama, singkatan atau kode kota.")
    ] = None,
    kecamatan: Annotated[
        str | None, typer.Option("--kecamatan", help="Nama atau kode kecamatan.")
    ] = None,
    each: Annotated[
        bool, typer.Option("--per-kecamatan", help="Satu berkas per kecamatan; -o adalah folder.")
    ] = False,
    book_year: Annotated[
        str | None, typer.Option("--tahun-buku", metavar="TAHUN", help="Tahun buku RAT.")
    ] = None,
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="BERKAS|FOLDER", help="isian.xlsx, atau folder."),
    ] = None,
) -> None:
    """Buat formulir isian; sel yang tidak diubah tidak menyatakan apa-apa saat diimpor.

    Contoh: kkmp template --kota jakpus --per-kecamatan -o isian/
    """
    from kkmp_cli.actions.named_areas import scope
    from kkmp_cli.register.reader import open_reader

    if output is None:
        raise BadUsage(
            "-o belum disebut.", "Misalnya -o isian.xlsx, atau -o isian/ dengan --per-kecamatan."
        )
    if not each and Path(output).suffix.lstrip(".").casefold() in ELSEWHERE - {"xlsx"}:
        raise BadUsage(
            f"Formulir dibuat sebagai .xlsx, tidak sebagai {Path(output).suffix}.",
            "Misalnya -o isian.xlsx.",
        )
    if each and kecamatan:
        raise BadUsage("--kecamatan dan --per-kecamatan tidak dapat bersama.", "Pakai salah satu.")
    today = settings.today()
    year = field_options.read_book_year(book_year, newest_book_year(today))
    with open_reader(session(ctx).location) as register:
        where = scope(register, kota, kecamatan)
        if len(where.kota) != 1 and not where.kecamatan:
            raise BadUsage("--kota belum disebut.", "Misalnya --kota jakpus.")
        rows = _rows(register, where, today.isoformat())
    if not rows:
        raise Refused(
            "Tidak ada kelurahan di sana.", Advice("Lihat `{}`.", Command("area", "list"))
        )
    if each:
        _write_each(rows, Path(output), year)
    else:
        place = rows[0][0].kota + (f", Kecamatan {rows[0][0].kecamatan}" if where.kecamatan else "")
        _write(rows, Path(output), place, year)
        out(f"Formulir {output}: {numbers.show(len(rows))} kelurahan, {place}.")


Line = tuple["Area", "Cooperative | None"]
"""A row of a form: where, and the cooperative if one is registered."""


def _rows(register: Reader, where: Scope, day: str) -> list[Line]:
    """The registered cooperatives that count today; every area where none is registered yet."""
    found = register.cooperatives(where.prefixes)
    if found:
        return [(known.area, known) for known in found if known.counts_on(day)]
    return [(area, None) for prefix in where.prefixes or () for area in register.areas(prefix)]


def _write_each(rows: Sequence[Line], folder: Path, book_year: int) -> None:
    by_kecamatan: dict[str, list[Line]] = {}
    for line in rows:
        by_kecamatan.setdefault(line[0].kecamatan_code, []).append(line)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise Unusable(
            f"Folder {folder} tidak dapat dibuat.", "Periksa nama dan izinnya."
        ) from None
    for lines in by_kecamatan.values():
        area = lines[0][0]
        _write(
            lines,
            folder / f"Isian {_file_name(area.kecamatan)}.xlsx",
            f"{area.kota}, Kecamatan {area.kecamatan}",
            book_year,
        )
    out(
        f"{len(by_kecamatan)} formulir di {folder}: {numbers.show(len(rows))} kelurahan, "
        f"{rows[0][0].kota}."
    )


def _file_name(name: str) -> str:
    return re.sub(r"[^\w .()\-]+", " ", name).strip(" .") or "kecamatan"


def _write(rows: Sequence[Line], target: Path, place: str, book_year: int) -> None:
    from kkmp_cli.importing import form
    from kkmp_cli.render import objects
    from kkmp_cli.render.files import opened
    from kkmp_cli.render.formats import form_workbook

    day = settings.today().isoformat()
    names = form.form_fields(book_year)
    values: dict[str, Mapping[str, str]] = {}
    for area, known in rows:
        held = objects.text_values(known, names, day) if known else {}
        values[area.kode] = {name: text for name, text in held.items() if text}
    _refuse_filled(target)
    issue = form.Issue(day, names, values)
    with opened(target) as file:
        form_workbook.write(issue, [area for area, _ in rows], place, file)


def _refuse_filled(target: Path) -> None:
    """A form that somebody has filled in is never replaced."""
    from kkmp_cli import sheets
    from kkmp_cli.errors import KkmpError
    from kkmp_cli.importing import form

    if not target.is_file():
        return
    try:
        back = form.returned(sheets.read(target), settings.today(), per_named=True)
    except KkmpError:
        return
    if back is not None and (back.touched or back.checked):
        raise Refused(
            f"{target} sudah terisi; tidak ditimpa.", "Impor dulu, atau pilih nama lain di -o."
        )
