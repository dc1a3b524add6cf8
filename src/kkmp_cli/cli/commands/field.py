"""`kkmp field`: the fields that an office declares for itself, and their shipped packages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from kkmp_cli.cli.extensions import format_of
from kkmp_cli.cli.framework import group
from kkmp_cli.cli.options import output_options
from kkmp_cli.cli.output import Terminal, session, undo_with
from kkmp_cli.errors import Advice, BadUsage, CellError, Refused
from kkmp_cli.parsing import numbers
from kkmp_cli.parsing.text import ended

if TYPE_CHECKING:
    from kkmp_cli.actions.own_fields import Declared
    from kkmp_cli.model.own_field import OwnField

app = group("field", "Bidang milik kantor sendiri, seperti omzet, status lahan, akun SIMKOPDES.")
Key = Annotated[str, typer.Argument(metavar="KUNCI", help="Kuncinya, misalnya omzet.")]
Choices = Annotated[
    list[str] | None,
    typer.Option("--pilihan", metavar="A,B", help="Pilihannya, koma di antaranya."),
]
Headings = Annotated[
    list[str] | None,
    typer.Option("--judul", metavar="JUDUL", help="Judul kolom di berkas; dapat diulang."),
]
_KIND = "tahap, ya_tidak, tanggal, jumlah, rupiah, persen, pilihan atau teks."
_MEANING = "Apa artinya; menjadi catatan kaki angkanya."
_WAYS = "Sebut KUNCI LABEL --kind --arti, atau --paket."


@app.command("add")
@output_options.never_asking
def add(
    ctx: typer.Context,
    key: Annotated[str | None, typer.Argument(metavar="KUNCI", help="Misalnya omzet.")] = None,
    label: Annotated[
        str | None, typer.Argument(metavar="LABEL", help="Seperti dicetak, misalnya Omzet.")
    ] = None,
    kind: Annotated[str | None, typer.Option("--kind", metavar="JENIS", help=_KIND)] = None,
    meaning: Annotated[str | None, typer.Option("--arti", metavar="TEKS", help=_MEANING)] = None,
    choices: Choices = None,
    headings: Headings = None,
    package: Annotated[
        str | None,
        typer.Option("--paket", metavar="NAMA", help="Semua bidang dari satu paket yang tersedia."),
    ] = None,
) -> None:
    """Tambahkan satu bidang, atau satu paket.

    Contoh:
    kkmp field add omzet "Omzet per bulan" --kind rupiah --arti "penjualan bulan itu"
    kkmp field add --paket lahan
    """
    from kkmp_cli.actions import field_tables, own_fields

    command, single = session(ctx), (key, label, kind, meaning)
    if package is None:
        own = _declared(single, choices or (), headings or ())
        _say(command, own_fields.add(command, own))
        return
    if any((*single, choices, headings)):
        raise BadUsage("--paket tidak dipakai bersama pilihan lain.", _WAYS)
    _say(command, own_fields.add_package(command, field_tables.package(package)))


def _declared(
    single: Sequence[str | None], choices: Sequence[str], headings: Sequence[str]
) -> OwnField:
    """The field as it was typed. Raises BadUsage where a part of it is missing."""
    from kkmp_cli.model import declaration

    if None in single:
        raise BadUsage("Bidang yang mana?", _WAYS)
    key, label, kind, meaning = (text or "" for text in single)
    texts = declaration.Texts(key, label, kind, meaning, choices, headings=headings)
    with _refusing():
        return declaration.read(texts)


@contextmanager
def _refusing() -> Iterator[None]:
    """Raises Refused for what can be no part of a declaration."""
    try:
        yield
    except CellError as error:
        words = error.message[:1].upper() + error.message[1:]
        raise Refused(ended(words), error.remedy) from None


@app.command("update")
@output_options.never_asking
def update(
    ctx: typer.Context,
    key: Key,
    label: Annotated[
        str | None, typer.Option("--label", metavar="TEKS", help="Label baru.")
    ] = None,
    meaning: Annotated[str | None, typer.Option("--arti", metavar="TEKS", help=_MEANING)] = None,
    choices: Annotated[
        list[str] | None,
        typer.Option("--pilihan", metavar="A,B", help="Pilihan tambahan, atau yang dipakai lagi."),
    ] = None,
    retired: Annotated[
        list[str] | None,
        typer.Option("--pensiunkan", metavar="A,B", help="Pilihan yang tidak ditawarkan lagi."),
    ] = None,
    headings: Annotated[
        list[str] | None,
        typer.Option("--judul", metavar="JUDUL", help="Judul tambahan; dapat diulang."),
    ] = None,
    gone: Annotated[
        list[str] | None,
        typer.Option("--tanpa-judul", metavar="JUDUL", help="Judul yang dilepas; dapat diulang."),
    ] = None,
) -> None:
    """Ubah label, arti, judul atau pilihan; jenis dan kuncinya tetap.

    Contoh:
    kkmp field update omzet --judul "Omset/Bln"
    """
    from kkmp_cli.actions import own_fields
    from kkmp_cli.model import declaration

    lists = (choices, retired, headings, gone)
    if not any((*lists, label is not None, meaning is not None)):
        raise BadUsage("Tidak ada yang diubah.", "Sebut isiannya, misalnya --label Omzet.")
    words = {"label": label, "meaning": meaning}
    change = partial(declaration.altered, words=words, lists=[each or () for each in lists])
    command = session(ctx)
    with _refusing():
        done = own_fields.update(command, declaration.read_key(key), change)
    _say(command, done)


@app.command("retire")
@output_options.never_asking
def retire(
    ctx: typer.Context,
    key: Key,
    again: Annotated[bool, typer.Option("--batal", help="Pakai lagi bidang itu.")] = False,
) -> None:
    """Pensiunkan satu bidang: tidak ditawarkan lagi; yang sudah tercatat tetap ada.

    Contoh:
    kkmp field retire omzet
    """
    from kkmp_cli.actions import own_fields
    from kkmp_cli.model import declaration

    command = session(ctx)
    with _refusing():
        name = declaration.read_key(key)
        done = own_fields.update(command, name, lambda own: own._replace(retired=not again))
    _say(command, done)


@app.command("remove")
@output_options.never_asking
def remove(ctx: typer.Context, key: Key) -> None:
    """Hapus satu bidang yang belum pernah diisi.

    Contoh:
    kkmp field remove omzet
    """
    from kkmp_cli.actions import own_fields
    from kkmp_cli.model import declaration

    command = session(ctx)
    with _refusing():
        name = declaration.read_key(key)
    own, run = own_fields.remove(command, name)
    command.done(Advice("Bidang {} ({}) dihapus{}.", own.key, own.label, undo_with(run)))


@app.command("list")
def list_(ctx: typer.Context, as_json: output_options.AsJson = False) -> None:
    """Daftar bidang milik kantor, juga yang sudah pensiun.

    Contoh:
    kkmp field list
    """
    from kkmp_cli.actions import own_fields
    from kkmp_cli.render import objects
    from kkmp_cli.render.screens import plain_list

    command = session(ctx)
    rows = [objects.own_field(own) for own in own_fields.listed(command)]
    shown = rows if as_json else [row | {"pensiun": "ya" if row["pensiun"] else ""} for row in rows]
    command.page(plain_list.records(shown, as_json, _COLUMNS), as_json)


_COLUMNS = ("kunci", "label", "jenis", "pilihan", "pensiun", "paket", "arti")


@app.command("export")
def export(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="BERKAS", help="Nama berkas .csv.")],
) -> None:
    """Tulis daftar bidang ke berkas CSV, untuk kantor lain.

    Contoh:
    kkmp field export bidang.csv
    """
    from pathlib import Path

    from kkmp_cli.actions import own_fields
    from kkmp_cli.render.files import write_file

    format_of(file, ("csv",), option="")
    command = session(ctx)
    fields = own_fields.listed(command)
    write_file(Path(file), _as_csv(fields))
    command.written(file, f"{numbers.show(len(fields))} bidang")


def _as_csv(fields: Iterable[OwnField]) -> bytes:
    """The table of these fields; it reads back as itself."""
    import io

    from kkmp_cli.register.declared_fields import COLUMNS, row_of
    from kkmp_cli.render.formats import csv_rows
    from kkmp_cli.render.formats.export_rows import Extract

    table = io.BytesIO()
    csv_rows.write(Extract(COLUMNS, [[*row_of(own).values()] for own in fields], ""), table)
    return table.getvalue()


@app.command("import")
@output_options.never_asking
def import_(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="BERKAS", help="Dari `field export`.")],
) -> None:
    """Ambil daftar bidang dari kantor lain; yang sudah ada disesuaikan dengan berkas itu.

    Contoh:
    kkmp field import bidang.csv
    """
    from kkmp_cli.actions import field_tables, own_fields

    command = session(ctx)
    _say(command, own_fields.take_in(command, field_tables.read(file)))


def _say(command: Terminal, done: Declared) -> None:
    """What was declared, altered, or stood so already."""
    if done.run is None:
        command.done("Sudah tercatat demikian; tidak ada yang berubah.")
        return
    lines = [f"Ditambahkan: {_named(one)}" for one in done.added]
    lines += [f"Diubah: {_named(one)}" for one in done.altered]
    count = len(lines)
    lines += [f"Sudah ada: {_named(one)}" for one in done.same]
    command.done_lines(
        [*lines, Advice("{} bidang dicatat{}.", numbers.show(count), undo_with(done.run))]
    )


def _named(own: OwnField) -> str:
    retired = ", pensiun" if own.retired else ""
    return f"{own.key} ({own.label}, {own.kind}{retired})"
