"""The areas that a command line names: kelurahan by name or code, narrowed by kota and kecamatan.

Stands between the words typed and the area list of the register; decides nothing about
cooperatives.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from kkmp_cli import settings
from kkmp_cli.actions.area_finder import AreaFinder
from kkmp_cli.actions.unseen import refuse_areas, refuse_places
from kkmp_cli.areas.kecamatan import find_kecamatan
from kkmp_cli.areas.kota import Named, find_kota, short_name
from kkmp_cli.errors import Advice, BadUsage, Command, NotFound, Refused
from kkmp_cli.model.area import Area
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.text import clean, match_key

if TYPE_CHECKING:
    from kkmp_cli.register.reader import Reader


class Scope(NamedTuple):
    """What `--kota` and `--kecamatan` come to: codes to look below (none: all), and names."""

    kota: tuple[Named, ...] = ()
    kecamatan: str | None = None

    @property
    def only(self) -> str | None:
        """The code of the kota, where it is one."""
        return self.kota[0][0] if len(self.kota) == 1 else None

    @property
    def names(self) -> str:
        """The kota, for a heading."""
        return ", ".join(name for _, name in self.kota) or "semua kota"

    @property
    def prefixes(self) -> list[str] | None:
        """Codes for the register, None for everything."""
        if self.kecamatan:
            return [self.kecamatan]
        return [code for code, _ in self.kota] or None


def named_kota(
    kota: Sequence[str] | str | None, registered: settings.Registered = dict
) -> list[str]:
    """The `--kota` given, else that of the settings; `semua` means none."""
    given = [kota] if isinstance(kota, str) else list(kota or ())
    if not given and (default := settings.default_kota(registered)):
        given = [default]
    return [] if any(match_key(name) == "semua" for name in given) else given


def scope(reader: Reader, kota: Sequence[str] | str | None, kecamatan: str | None = None) -> Scope:
    """The codes behind `--kota`, `--kecamatan`; where neither is named and who asks may not read
    every kota, those that he may: a count of all is never one of a part. Raises as `scope_named`.
    """
    where, seen = scope_named(reader, kota, kecamatan), reader.sight.kota
    if seen is None or where.kota or where.kecamatan:
        return where
    return Scope(tuple(one for one in reader.kota_names() if one[0] in seen))


def scope_named(
    reader: Reader, kota: Sequence[str] | str | None, kecamatan: str | None = None
) -> Scope:
    """The same, nothing where none is named. Raises Refused for none, for several, and for what who
    asks may not read.
    """
    where = scope_of_areas(reader, kota, kecamatan)
    refuse_places(reader, where.kota)
    if where.kecamatan and not reader.sight.has(where.kecamatan):
        area = reader.areas(where.kecamatan)[0]
        refuse_places(reader, [(area.kode, f"Kecamatan {area.kecamatan}")])
    return where


def scope_of_areas(
    reader: Reader, kota: Sequence[str] | str | None, kecamatan: str | None = None
) -> Scope:
    """The same of the area list, which everybody reads. Raises Refused for none and for several."""
    pairs = _kota_named(reader, kota)
    if not kecamatan:
        return Scope(tuple(dict.fromkeys(pairs)))
    areas = [area for code, _ in pairs for area in reader.areas(code)]
    try:
        return Scope(tuple(pairs), find_kecamatan(clean(kecamatan), areas or reader.areas())[0])
    except NotFound as refusal:
        raise _elsewhere(reader, kecamatan, pairs) or refusal from None


def _elsewhere(reader: Reader, kecamatan: str, kota: Sequence[Named]) -> Refused | None:
    """The refusal of a kecamatan that another kota has; None for one that no kota has."""
    try:
        code, name = find_kecamatan(clean(kecamatan), reader.areas())
    except Refused:
        return None
    names, aliases = dict(reader.kota_names()), dict(reader.aliases())
    there, asked = code[:5], ", ".join(short_name(each) for _, each in kota)
    words = f"Kecamatan {name} tidak ada di {asked}, tetapi di {short_name(names[there])}."
    return Refused(words, f"Pakai --kota {aliases.get(there, there)}.")


def _kota_named(reader: Reader, kota: Sequence[str] | str | None) -> list[Named]:
    asked = named_kota(kota, reader.settings)
    names, aliases = (reader.kota_names(), reader.aliases()) if asked else ([], [])
    return [_kota_of(name, names, aliases, bool(kota)) for name in asked]


def _kota_of(name: str, names: Sequence[Named], aliases: Sequence[Named], typed: bool) -> Named:
    """The kota of a name; one that was not `typed` is from the settings, which a refusal tells."""
    try:
        return find_kota(clean(name), names, aliases)
    except Refused as refusal:
        if typed:
            raise
        remedy = Advice("Kota itu dari pengaturan; lihat `{}`.", Command("config"))
        raise Refused(refusal.message, remedy) from None


def one_kota(reader: Reader, kota: str) -> Named:
    """Code and name of the kota of a record. Raises BadUsage for `semua` and for a province."""
    pairs = scope_named(reader, kota).kota
    if len(pairs) != 1 or len(pairs[0][0]) != 5:
        raise BadUsage(
            f"--kota {short(kota)}: di sini perlu satu kota.", "Sebut misalnya --kota jakpus."
        )
    return pairs[0]


def areas_named(
    reader: Reader, names: Sequence[str], kota: Sequence[str] | str | None, kecamatan: str | None
) -> list[Area]:
    """The area of each name, in the order typed. Raises Refused with suggestions, and for what who
    asks may not read.
    """
    where = scope(reader, kota, kecamatan)
    inside = where.only
    typed = (
        inside if kota else None
    )  # a kota of the settings narrows names and never rejects a code
    finder = AreaFinder(reader, typed, where.kecamatan, inside)
    areas = [finder.find(clean(name)) for name in names]
    refuse_areas(reader, areas)
    return list(dict.fromkeys(areas))


class AreaChoice(NamedTuple):
    """`KELURAHAN…` narrowed by kota and kecamatan, or all of a kota, as typed."""

    names: Sequence[str]
    kota: str | None
    kecamatan: str | None
    everything: bool

    def areas(self, reader: Reader) -> list[Area]:
        """The areas meant. Raises BadUsage where neither names nor `--all` are given, or both."""
        if bool(self.names) == self.everything:
            remedy = "Sebut nama kelurahannya, atau satu kota dengan `--kota … --all`."
            both = "Sebutkan kelurahan atau --all, tidak keduanya."
            raise BadUsage(both if self.names else "Kelurahan belum disebut.", remedy)
        if self.names:
            return areas_named(reader, self.names, self.kota, self.kecamatan)
        where = scope_named(reader, self.kota, self.kecamatan)
        if not where.kota and not where.kecamatan:
            raise BadUsage("`--all` memerlukan --kota.", "Tulis misalnya `--kota jakpus --all`.")
        return [area for prefix in where.prefixes or () for area in reader.areas(prefix)]
