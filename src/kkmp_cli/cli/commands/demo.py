"""`kkmp demo`: the shipped facts, loaded the way an officer loads them, and the report that follows
from them.
"""

from __future__ import annotations

import csv
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kkmp_cli import settings
from kkmp_cli.cli.framework import out, say
from kkmp_cli.errors import Advice, Command, Unusable
from kkmp_cli.parsing import numbers

if TYPE_CHECKING:
    from kkmp_cli.register.writer import Writer

_KOTA, _PER = "31.71", "2026-03-10"


def demo(
    ctx: typer.Context,
    place: Annotated[
        str | None, typer.Option("--db", metavar="JALUR", help="Simpan register contoh di sini.")
    ] = None,
) -> None:
    """Register contoh dari data yang terbit, dan laporan Jakarta Pusat 10 Maret 2026.

    Tanpa --db register contoh dibuang lagi; register Anda tidak pernah disentuh.
    """
    given = place or _given_before(ctx)
    if given is None:
        with tempfile.TemporaryDirectory(prefix="kkmp-demo-") as folder:
            _build_and_show(str(Path(folder) / "demo.db"))
        say(
            Advice(
                "Register contoh ini sudah dibuang; simpan dengan `{}`.",
                Command("demo", "--db", "demo.db"),
            )
        )
        return
    from kkmp_cli.register.location import path_of, taken

    path = path_of(given)
    if taken(path):
        raise Unusable(f"{path} sudah ada; demo tidak menimpa apa pun.", "Pilih nama berkas baru.")
    _build_and_show(given)
    say(f"Register contoh: {path}. Coba: kkmp --db {given} report")


def _given_before(ctx: typer.Context) -> str | None:
    parent = ctx.parent
    value = parent.params.get("db") if parent is not None else None
    return value if isinstance(value, str) else None


def _build_and_show(location: str) -> None:
    from kkmp_cli.register.writer import open_writer

    with open_writer(location, create=True) as register:
        register.quiet = True
        load(register)
    from kkmp_cli.cli.commands.report import report_text

    out(report_text(location, _KOTA, _PER).rstrip("\n"))


def load(register: Writer) -> None:
    """Loads every shipped sample through the same steps as `kkmp import` and the other commands."""
    from kkmp_cli.actions import import_sheets, record
    from kkmp_cli.actions.attendance import attendance

    folder = settings.shipped_data()
    for row in _rows(folder / "manifest.csv"):
        request = import_sheets.Request(kota=row["kota"], per=row["per"])
        import_sheets.take_in(
            register, [folder / "samples" / row["berkas"]], request, f"kkmp demo: {row['sumber']}"
        )
    for row in _rows(folder / "figures.csv"):
        record.create_record(register, "angka", dict(row), "kkmp demo: angka yang diterbitkan")
    for row in _rows(folder / "targets.csv"):
        values = {name: value or None for name, value in row.items()}
        values["tahun_buku"] = int(row["tahun_buku"]) if row["tahun_buku"] else None  # type: ignore[assignment]
        values["ditetapkan"] = settings.today().isoformat()
        record.create_record(register, "target", values, "kkmp demo: target")
    titles: dict[tuple[str, str], int] = {}
    for row in _rows(folder / "trainings.csv"):
        values = {name: value or None for name, value in row.items()}
        values["peserta"] = int(numbers.read_count(row["peserta"])) if row["peserta"] else None  # type: ignore[assignment]
        titles[row["judul"], row["kota"]] = record.create_record(
            register, "pelatihan", values, "kkmp demo: pelatihan"
        )
    came: dict[int, list[int]] = {}
    for row in _rows(folder / "attendance.csv"):
        found = next(
            area for area in register.areas(row["kota"]) if area.kelurahan == row["kelurahan"]
        )
        came.setdefault(titles[row["judul"], row["kota"]], []).append(found.id)
    for number, cooperatives in came.items():
        events = attendance(register, number, {key: {} for key in cooperatives})
        record.record(register, events, "kkmp demo: kehadiran")


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
