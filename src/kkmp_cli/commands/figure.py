"""`kkmp figure`: published figures, to stand beside the register's own count."""

from __future__ import annotations

from typing import Annotated

import typer

from kkmp_cli import numbers, settings
from kkmp_cli.commands import stating
from kkmp_cli.commands.cli import group, out, session
from kkmp_cli.errors import Refused
from kkmp_cli.text import clean

app = group("figure", "Angka yang pernah diterbitkan, dicetak di samping hitungan register.")


@app.command("add")
def add(
    ctx: typer.Context,
    indicator: Annotated[str, typer.Argument(metavar="INDIKATOR", help="Misalnya beroperasi, rat, nib, kkmp.")],
    value: Annotated[str, typer.Argument(metavar="NILAI", help='Seperti diterbitkan: 34, 90%, "sekitar 90%".')],
    kota: Annotated[str, typer.Option("--kota", help="Nama, singkatan atau kode kota.")],
    per: Annotated[str, typer.Option("--per", metavar="TANGGAL", help="Tanggal keadaan angka itu.")],
    source: Annotated[str | None, typer.Option("--sumber", metavar="TEKS", help="Siapa menerbitkan.")] = None,
) -> None:
    """Catat satu angka yang diterbitkan.

    Contoh: kkmp figure add beroperasi 34 --kota jakpus --per 2026-03-10 --sumber Beritajakarta
    """
    from kkmp_cli.commands import writes
    from kkmp_cli.commands.naming import scope
    from kkmp_cli.register.store import writing
    from kkmp_cli.reports import indicator_path

    name = clean(indicator).casefold().replace("-", "_")
    if indicator_path(name) is None:
        raise Refused(
            f"Indikator `{name[:60]}` tidak dikenal.",
            "Misalnya beroperasi, rat, nib, kkmp, gerai_usaha.gerai_tanpa_usaha, pelatihan.peserta.",
        )
    if numbers.read(clean(value)) is None:
        raise Refused(f"Nilai `{clean(value)[:40]}` bukan angka.", 'Tulis misalnya 34, 90% atau "sekitar 90%".')
    day = stating.read_any_day(per, "--per")
    stating.read_day(per, settings.today())
    command = session(ctx)
    with writing(command.location) as register:
        code, name_of_kota = scope(register, kota).kota[0]
        values = {"indikator": name, "nilai": clean(value, 40), "kota": code, "per": day,
                  "sumber": clean(source, 2_000) if source else None}  # fmt: skip
        key = writes.create_record(register, "angka", values, command.typed)
    out(f"Angka {key}: {name} {clean(value)}, {name_of_kota}.")


@app.command("list")
def list_(
    ctx: typer.Context,
    kota: Annotated[str | None, typer.Option("--kota", help="Nama, singkatan atau kode kota.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Sebagai JSON.")] = False,
) -> None:
    """Daftar angka yang diterbitkan."""
    from kkmp_cli.commands.naming import scope
    from kkmp_cli.register.reading import reading
    from kkmp_cli.register.records import rows_of
    from kkmp_cli.render import plain

    with reading(session(ctx).location) as register:
        codes = {code for code, _ in scope(register, kota).kota}
        rows = [
            {"id": key, **row} for key, row in rows_of(register, "angka").items() if not codes or row["kota"] in codes
        ]
    out(plain.records(rows, as_json, ("id", "indikator", "nilai", "kota", "per", "sumber")))


@app.command("remove")
def remove(
    ctx: typer.Context, number: Annotated[str, typer.Argument(metavar="ID", help="Nomor dari `figure list`.")]
) -> None:
    """Hapus satu angka; riwayatnya tetap ada."""
    from kkmp_cli.commands import writes
    from kkmp_cli.register.store import writing

    command = session(ctx)
    with writing(command.location) as register:
        run = writes.remove_record(register, "angka", writes.read_id(number), command.typed)
    out(f"Angka {number} dihapus (run {run}).")
