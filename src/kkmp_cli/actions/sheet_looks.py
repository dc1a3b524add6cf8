"""What sheets seem to hold that nobody has chosen yet, beside what the register knows of them:
whether the same bytes were taken in, and what came last from the same kecamatan.

Cheap and bounded. Never enters: an import, a printed word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import PurePath
from typing import NamedTuple

from kkmp_cli import settings
from kkmp_cli.actions.imported_files import known_in
from kkmp_cli.actions.session import Session
from kkmp_cli.actions.sources import REJECTS, is_register
from kkmp_cli.areas.spellings import bare_key
from kkmp_cli.errors import KkmpError
from kkmp_cli.importing.sheet_look import (
    EXPORT,
    FORM,
    OTHER,
    REGISTER,
    REJECTED,
    TABLE,
    LastImport,
    Look,
    SheetFile,
)
from kkmp_cli.model.area import Area
from kkmp_cli.parsing.text import match_key
from kkmp_cli.register import log
from kkmp_cli.register.engines import engine_of
from kkmp_cli.register.location import look_alone
from kkmp_cli.register.reader import Reader
from kkmp_cli.sheets import Sheet, bounded_input, known_heading, looked_at
from kkmp_cli.sheets.glance import Glance, glance

MOST_BYTES = 4_000_000
_MOST_AREAS = 2_000
"""As many names of kelurahan are looked for."""
_PART = 0.1
"""A kecamatan of fewer rows is there by a name that two share."""


class _Office(NamedTuple):
    """What a register knows that helps to tell a sheet: its areas, by the key of their names."""

    register: Reader
    areas: Mapping[str, Sequence[Area]]


def looks(session: Session, files: Sequence[SheetFile]) -> list[Look]:
    """What the files seem to be, in their order."""
    if not engine_of(session.location).taken():
        return [_look(file, None) for file in files]
    with session.reading() as register:
        office = _Office(register, _named(register))
        return [_look(file, office) for file in files]


def _named(register: Reader) -> Mapping[str, Sequence[Area]]:
    areas: dict[str, list[Area]] = {}
    few = register.rows("SELECT count(*) FROM areas")[0][0] <= _MOST_AREAS
    for area in register.areas() if few else register.registered_areas(None)[:_MOST_AREAS]:
        areas.setdefault(bare_key(area.kelurahan), []).append(area)
    return areas


def _look(file: SheetFile, office: _Office | None) -> Look:
    if is_register(str(file.path)):
        return _register(file, office)
    return _sheet(file, office)


def _sheet(file: SheetFile, office: _Office | None) -> Look:
    name = file.path.name
    try:
        content = bounded_input.peek(file.path, MOST_BYTES)
        sheets = looked_at(content, name)
    except KkmpError as error:
        return Look(file, why=error.message.removeprefix(f"{name}: ").removeprefix(f"{name} "))
    seen = glance(sheets[0], known_heading)
    kind = _kind(name, sheets[0], seen)
    look = Look(file, kind, len(sheets), seen.rows)
    return look if office is None else _beside(look, seen, content, office)


def _register(file: SheetFile, office: _Office | None) -> Look:
    """What a database is, by its head alone."""
    own = office.register.engine.path if office else None
    try:
        if own and own.exists() and own.samefile(file.path):
            return Look(file, why="register yang sedang dipakai")
        look_alone(file.path)
    except (KkmpError, OSError):
        return Look(file, why="bukan register yang dapat diimpor")
    return Look(file, REGISTER)


def _kind(name: str, sheet: Sheet, seen: Glance) -> str:
    if REJECTS in name:
        return REJECTED
    if sheet.hidden:
        return FORM
    headings = {*map(str.casefold, seen.headings)}
    if "kode" in headings and any(each.endswith("_per") for each in headings):
        return EXPORT
    return TABLE if seen.headings else OTHER


def _beside(look: Look, seen: Glance, content: bytes, office: _Office) -> Look:
    """With what the register knows of it."""
    digest = sha256(content).hexdigest()
    areas = _areas(look.file.path, seen, office.areas)
    kecamatan = {area.kecamatan for area in areas}
    place = next(iter({area.kota for area in areas}), "")
    return look._replace(
        known=known_in(office.register, [digest]).get(digest),
        place=kecamatan.pop() if len(kecamatan) == 1 else place,
        last=_last(office.register, areas),
    )


def _areas(path: PurePath, seen: Glance, areas: Mapping[str, Sequence[Area]]) -> list[Area]:
    """The cooperatives of the kecamatan that a file speaks of."""
    every = [area for several in areas.values() for area in several]
    named = (area for name in seen.names for area in areas.get(bare_key(name), ()))
    codes = _most_named([*named]) or _said(" ".join((path.stem, *seen.titles)), every)
    return [area for area in every if area.kecamatan_code in codes]


def _most_named(areas: Sequence[Area]) -> set[str]:
    """The kecamatan of these, in the kota of most of them."""
    kota = Counter(area.kota_code for area in areas).most_common(1)
    inside = [area.kecamatan_code for area in areas if kota and area.kota_code == kota[0][0]]
    return {code for code, rows in Counter(inside).items() if rows > len(inside) * _PART}


def _said(text: str, areas: Iterable[Area]) -> set[str]:
    """The kecamatan that the name of a file, or what stands above its heading, tells."""
    key = match_key(text)
    return {area.kecamatan_code for area in areas if match_key(area.kecamatan) in key}


def _last(register: Reader, areas: Iterable[Area]) -> LastImport | None:
    """The newest import in force that said anything of these cooperatives."""
    sql = (
        "SELECT DISTINCT run FROM events WHERE entitas = 'koperasi' AND baris > 0"
        " AND subjek IN {} ORDER BY run DESC"
    )
    runs = {run for (run,) in register.among(sql, [area.id for area in areas])}
    runs -= log.void_runs(register)
    for run in register.runs(run=max(runs), with_changes=False) if runs else ():
        file = PurePath(run.files[0]).name if run.files else ""
        return LastImport(file, run.id, run.time.astimezone(settings.JAKARTA).date())
    return None
