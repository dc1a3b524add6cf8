"""The list of areas by hand: a new kelurahan, its official code, a spelling in use."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kkmp_cli import settings
from kkmp_cli.actions.named_areas import areas_named, scope_of_areas
from kkmp_cli.actions.office_records import add_to, made
from kkmp_cli.actions.record import record
from kkmp_cli.actions.session import Session
from kkmp_cli.areas.index import AreaIndex
from kkmp_cli.errors import Advice, BadUsage, Command, NotFound, Refused
from kkmp_cli.model.area import Area, next_provisional
from kkmp_cli.model.event import Event
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.text import clean, match_key
from kkmp_cli.register.reader import Reader
from kkmp_cli.register.writer import Writer

_NEW_PLACE = (
    "Kota atau kecamatan baru memerlukan juga --provinsi dan --kode, misalnya "
    '--provinsi "Jawa Barat" --kode 32.73.01.1001.'
)
_LIST = Advice("Lihat `{}`.", Command("area", "list"))
_WHOLE_LIST = Advice("Atau masukkan daftarnya: {}.", Command("area", "import"))
_CODE = re.compile(r"\d{2}\.\d{2}\.\d{2}\.[123]\d{3}", re.ASCII)


class Listed(NamedTuple):
    """Areas, the spellings of each by its code, and the ids of those with a cooperative."""

    areas: Sequence[Area]
    spellings: Mapping[str, Sequence[str]]
    registered: Collection[int]


class Coded(NamedTuple):
    """An area or kota that a call named: its code, its name, and the run (None for nothing new)."""

    kode: str
    name: str
    run: int | None


class NewArea(NamedTuple):
    """A kelurahan as typed; `province` only if its kota or kecamatan is new; ISO `first_day`."""

    name: str
    kecamatan: str
    kota: str | None
    province: str | None
    code: str | None
    village: bool
    first_day: str | None = None


def listed(
    session: Session, kota: str | None, kecamatan: str | None, with_registered: bool
) -> Listed:
    """The areas of a place, all where none is named. Raises Refused for a place not found."""
    with session.reading() as register:
        where = scope_of_areas(register, kota, kecamatan)
        areas = [area for prefix in where.prefixes or () for area in register.areas(prefix)]
        spellings: dict[str, list[str]] = {}
        for code, alias in register.aliases():
            spellings.setdefault(code, []).append(alias)
        cooperatives = register.cooperatives(where.prefixes) if with_registered else ()
        return Listed(areas or register.areas(), spellings, {each.id for each in cooperatives})


def add_spelling(session: Session, spelling: str, code: str) -> Coded:
    """Records that a spelling means the area or kota of a code. Raises Refused for one in use."""
    with session.writing() as register:
        aliases = register.aliases()
        index = AreaIndex(register.areas(), aliases)
        kode, meant = _target(index, code)
        refuse_spelling(index, spelling, kode)
        if (kode, spelling) in aliases:
            return Coded(kode, meant, None)
        values = {"kode": kode, "alias": spelling}
        return Coded(kode, meant, add_to(register, "alias", values, session.typed)[1])


def refuse_spelling(index: AreaIndex, spelling: str, kode: str) -> None:
    """Raises Refused for a spelling that is another area's name, or already means another one."""
    _refuse_official(index.areas, spelling, kode)
    _refuse_taken(index.aliases, spelling, kode)


def _target(index: AreaIndex, code: str) -> tuple[str, str]:
    if len(code) == len("31.71"):
        kode, name = index.find_kota(code)
        return kode, name
    area = index.by_code(code)
    if area is None:
        raise Refused(f"Tidak ada kelurahan berkode `{short(code)}`.", _LIST)
    return area.kode, area.kelurahan


def _refuse_official(areas: Iterable[Area], spelling: str, kode: str) -> None:
    """A spelling never hides the official name of another area of the kota."""
    key = match_key(spelling)
    if not key:
        raise Refused("Ejaan itu tidak berisi huruf.", "Tulis nama seperti yang dipakai orang.")
    if len(kode) == len("31.71"):
        return
    for area in areas:
        same_kota = area.kota_code == kode[:5] and area.kode != kode
        if same_kota and match_key(area.kelurahan) == key:
            official = f"{area.kelurahan} ({area.kode})"
            raise Refused(f"{short(spelling)} adalah nama resmi {official}.", "Pakai ejaan lain.")


def _refuse_taken(aliases: Iterable[tuple[str, str]], spelling: str, kode: str) -> None:
    """A spelling stands for one area of a kota only."""
    key = match_key(spelling)
    for other, alias in aliases:
        alike = other != kode and other[:5] == kode[:5] and len(other) == len(kode)
        if alike and match_key(alias) == key:
            raise Refused(f"`{short(spelling)}` sudah berarti {other}.", _LIST)


def add_area(session: Session, new: NewArea) -> Coded:
    """A new kelurahan, with a provisional code if it has none yet. Raises Refused, BadUsage."""
    with session.writing() as register:
        values = _beside(register, new) if new.province is None else _elsewhere(register, new)
        for area in register.areas(values["kode"][:8]):
            if match_key(area.kelurahan) == match_key(new.name):
                raise Refused(f"Sudah ada {area.kelurahan} ({area.kode}).", _LIST)
        values["kelurahan"] = new.name
        if new.first_day:
            values["sejak"] = new.first_day
        return Coded(
            values["kode"], new.name, add_to(register, "wilayah", values, session.typed)[1]
        )


def _beside(register: Reader, new: NewArea) -> dict[str, str]:
    """The places of a new kelurahan in a kecamatan that the list knows."""
    prefix = _kecamatan(register, new)
    beside = register.areas(prefix)
    if new.code:
        kode = _checked_code(register, new.code, prefix)
    else:
        kode = next_provisional(prefix, [area.kode for area in beside], desa=new.village)
    return {"kode": kode} | {name: getattr(beside[0], name) for name in _PLACES[::-1]}


def _kecamatan(register: Reader, new: NewArea) -> str:
    try:
        return scope_of_areas(register, new.kota, new.kecamatan).kecamatan or ""
    except NotFound as unknown:
        raise Refused(unknown.message, Advice("{} {}", unknown.remedy, _NEW_PLACE)) from None


_PLACES = ("provinsi", "kota", "kecamatan")


def _elsewhere(register: Reader, new: NewArea) -> dict[str, str]:
    """The places of a kelurahan elsewhere, all of them named; names already listed must agree."""
    if not new.kota or not new.code:
        raise BadUsage("--provinsi memerlukan juga --kota dan --kode.", _WHOLE_LIST)
    kode = _checked_code(register, new.code, "")
    names = map(clean, (new.province or "", new.kota, new.kecamatan))
    stated = dict(zip(_PLACES, names, strict=True))
    for name, length in zip(_PLACES, (2, 5, 8), strict=True):
        _refuse_other(register, kode[:length], name, stated[name])
    return {"kode": kode, **stated}


def _refuse_other(register: Reader, code: str, name: str, stated: str) -> None:
    for recorded in (getattr(area, name) for area in register.areas(code)[:1]):
        if match_key(recorded) != match_key(stated):
            words = f"Kode {code} adalah {name} {recorded}, bukan {short(stated)}."
            raise Refused(words, "Periksa kode dan namanya.")


def _checked_code(register: Reader, code: str, prefix: str) -> str:
    """An official code below a prefix that no area has yet. Raises Refused."""
    word = clean(code)
    if not _CODE.fullmatch(word) or not word.startswith(prefix):
        raise Refused(
            f"`{short(word)}` bukan kode kelurahan/desa.", f"Bentuknya {prefix or '31.71.02'}.1009."
        )
    for area in register.areas(word):
        raise Refused(f"Kode {word} sudah dipakai {area.kelurahan}.", _LIST)
    return word


def recode(session: Session, old: str, new: str) -> tuple[Area, Coded]:
    """Gives an area (returned as it was) an official code; the old one stays a spelling."""
    with session.writing() as register:
        (area,) = areas_named(register, [old], None, None)
        kode = _checked_code(register, new, "")
        run = record(register, [*_recoded(register, area, kode)], session.typed)
    return area, Coded(kode, area.kelurahan, run)


def _recoded(register: Writer, area: Area, kode: str) -> Iterator[Event]:
    """The area and its spellings under the new code, and the old code as a spelling."""
    day = settings.today().isoformat()
    aliases = register.rows("SELECT id FROM aliases WHERE kode = ?", (area.kode,))
    for entity, key in (("wilayah", area.id), *(("alias", key) for (key,) in aliases)):
        yield Event(entity, key, "kode", area.kode, kode, day)
    yield made("alias", register.next_id("alias"), {"kode": kode, "alias": area.kode})
