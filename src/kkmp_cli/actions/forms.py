"""Which rows a form has, and how the forms of a kota are divided into files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from kkmp_cli import settings, sheets
from kkmp_cli.actions.file_names import distinct
from kkmp_cli.actions.named_areas import Scope, scope
from kkmp_cli.actions.session import Session
from kkmp_cli.errors import Advice, BadUsage, Command, KkmpError, Refused
from kkmp_cli.importing import form
from kkmp_cli.model.area import Area
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.vocabulary import Vocabulary
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.register.reader import Reader


class FormLine(NamedTuple):
    """A row of a form: where, and the cooperative if one is registered."""

    area: Area
    cooperative: Cooperative | None


class FormLines(NamedTuple):
    """The rows of all forms of a call, whether a kecamatan is meant, and what their fields are."""

    lines: Sequence[FormLine]
    within_kecamatan: bool
    vocabulary: Vocabulary


class Form(NamedTuple):
    """A form to be written: by which vocabulary, into which file, of which place, with which
    rows.
    """

    vocabulary: Vocabulary
    target: Path
    place: str
    lines: Sequence[FormLine]

    @property
    def areas(self) -> list[Area]:
        """Where its rows are."""
        return [line.area for line in self.lines]


def lines(session: Session, kota: str | None, kecamatan: str | None) -> FormLines:
    """The registered cooperatives that count today; every area where none is registered yet.
    Raises BadUsage where no one kota is, Refused for an empty place.
    """
    with session.reading() as register:
        where = scope(register, kota, kecamatan)
        if len(where.kota) != 1 and not where.kecamatan:
            raise BadUsage("--kota belum disebut.", "Misalnya --kota jakpus.")
        rows, vocabulary = [*_rows(register, where)], register.vocabulary
    if not rows:
        remedy = Advice("Lihat `{}`.", Command("area", "list"))
        raise Refused("Tidak ada kelurahan di sana.", remedy)
    return FormLines(rows, where.kecamatan is not None, vocabulary)


def _rows(register: Reader, where: Scope) -> Iterator[FormLine]:
    current = register.cooperatives(where.prefixes)
    day = settings.today().isoformat()
    yield from (FormLine(each.area, each) for each in current if each.counts_on(day))
    for prefix in () if current else where.prefixes or ():
        yield from (FormLine(area, None) for area in register.areas(prefix))


def whole(rows: FormLines, target: Path) -> Form:
    """All rows in one form."""
    area = rows.lines[0].area
    place = area.kota + (f", Kecamatan {area.kecamatan}" if rows.within_kecamatan else "")
    return Form(rows.vocabulary, target, place, rows.lines)


def by_kecamatan(rows: FormLines, folder: Path) -> list[Form]:
    """A form for each kecamatan, in a folder; no two in one file. Raises Refused where one of them
    cannot be written.
    """
    divided: dict[str, list[FormLine]] = {}
    for line in rows.lines:
        divided.setdefault(line.area.kecamatan_code, []).append(line)
    kecamatan = {code: part[0].area.kecamatan for code, part in divided.items()}
    names = distinct(kecamatan, "kecamatan")
    divided_forms = [
        whole(FormLines(part, True, rows.vocabulary), folder / f"Isian {names[code]}.xlsx")
        for code, part in divided.items()
    ]
    for one in divided_forms:
        _refuse_unwritable(one)
    return divided_forms


def _refuse_unwritable(one: Form) -> None:
    refuse_filled(one.target, one.vocabulary)
    if one.target.is_dir():
        raise Refused(
            f"Formulir {short(one.place)} tidak dapat diberi nama {short(one.target.name)}: itu "
            f"folder. Tidak ada yang ditulis.",
            "Buat formulir kecamatan itu sendiri dengan --kecamatan dan -o NAMA.xlsx.",
        )


def refuse_filled(target: Path, vocabulary: Vocabulary) -> None:
    """A form that somebody has filled in is never replaced. Raises Refused."""
    if not target.is_file():
        return
    try:
        back = form.returned(sheets.read(target), settings.today(), vocabulary, per_named=True)
    except KkmpError:
        return
    if back is not None and (back.touched or back.checked):
        raise Refused(
            f"{target} sudah terisi; tidak ditimpa.", "Impor dulu, atau pilih nama lain di -o."
        )
