"""Which rows a form has, and how the forms of a kota are divided into files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from kkmp_cli import settings, sheets
from kkmp_cli.actions.named_areas import Scope, scope
from kkmp_cli.actions.session import Session
from kkmp_cli.errors import Advice, BadUsage, Command, KkmpError, Refused
from kkmp_cli.importing import form
from kkmp_cli.model.area import Area
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.register.reader import Reader


class FormLine(NamedTuple):
    """A row of a form: where, and the cooperative if one is registered."""

    area: Area
    cooperative: Cooperative | None


class Form(NamedTuple):
    """A form to be written: into which file, of which place, with which rows."""

    target: Path
    place: str
    lines: Sequence[FormLine]


def lines(session: Session, kota: str | None, kecamatan: str | None) -> tuple[list[FormLine], bool]:
    """The registered cooperatives that count today; every area where none is registered yet. And
    whether a kecamatan is meant. Raises BadUsage where no one kota is, Refused for an empty place.
    """
    with session.reading() as register:
        where = scope(register, kota, kecamatan)
        if len(where.kota) != 1 and not where.kecamatan:
            raise BadUsage("--kota belum disebut.", "Misalnya --kota jakpus.")
        rows = [*_rows(register, where)]
    if not rows:
        remedy = Advice("Lihat `{}`.", Command("area", "list"))
        raise Refused("Tidak ada kelurahan di sana.", remedy)
    return rows, where.kecamatan is not None


def _rows(register: Reader, where: Scope) -> Iterator[FormLine]:
    current = register.cooperatives(where.prefixes)
    day = settings.today().isoformat()
    yield from (FormLine(each.area, each) for each in current if each.counts_on(day))
    for prefix in () if current else where.prefixes or ():
        yield from (FormLine(area, None) for area in register.areas(prefix))


def whole(rows: Sequence[FormLine], target: Path, within_kecamatan: bool) -> Form:
    """All rows in one form."""
    area = rows[0].area
    place = area.kota + (f", Kecamatan {area.kecamatan}" if within_kecamatan else "")
    return Form(target, place, rows)


def by_kecamatan(rows: Sequence[FormLine], folder: Path) -> list[Form]:
    """A form for each kecamatan, in a folder."""
    divided: dict[str, list[FormLine]] = {}
    for line in rows:
        divided.setdefault(line.area.kecamatan_code, []).append(line)
    return [
        whole(part, folder / f"Isian {_file_name(part[0].area.kecamatan)}.xlsx", True)
        for part in divided.values()
    ]


def _file_name(name: str) -> str:
    return re.sub(r"[^\w .()\-]+", " ", name).strip(" .") or "kecamatan"


def refuse_filled(target: Path) -> None:
    """A form that somebody has filled in is never replaced. Raises Refused."""
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
