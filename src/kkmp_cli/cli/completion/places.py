"""Kota, kecamatan and kelurahan as they may be typed: from the register, where it can be looked
into, else from the lists that come with the program.

A name that two kelurahan bear is offered by its code. Never enters: a name that only resembles.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator

from kkmp_cli import settings
from kkmp_cli.areas.kota import answering, short_name
from kkmp_cli.areas.spellings import kecamatan_key
from kkmp_cli.cli.completion.call import Call
from kkmp_cli.register import completable
from kkmp_cli.register.completable import NamedArea

_CODE_OF_KOTA = 5


def kota(current: str, location: str) -> Iterator[tuple[str, str]]:
    """Short names first; the whole ones, and codes, where they are begun."""
    names, aliases = _kota(location)
    known = dict(names)
    called = [(alias, known[code]) for code, alias in aliases if code in known]
    yield from called
    short = {code for code, _ in aliases}
    begun = any(alias.startswith(current.casefold()) for alias, _ in called)
    for code, name in names:
        if code not in short or not begun:
            yield short_name(name), code
        if current[:1].isdigit():
            yield code, name


def kecamatan(call: Call, current: str, location: str) -> Iterator[tuple[str, str]]:
    """The kecamatan of the kota; their codes, where one is begun."""
    named = {each.kode[:8]: each for each in _areas(_kota_code(call, location), location)}
    twice = Counter(each.kecamatan for each in named.values())
    for code, each in named.items():
        if current[:1].isdigit() or twice[each.kecamatan] > 1:
            yield code, f"{each.kecamatan}, {short_name(each.kota)}"
        else:
            yield each.kecamatan, short_name(each.kota)


def kelurahan(call: Call, current: str, location: str) -> Iterator[tuple[str, str]]:
    """The kelurahan of kota and kecamatan: of those with a cooperative, but where one is added."""
    listed = _fitting(call, _inside(call, location), location)
    twice = Counter(each.kelurahan.casefold() for each in listed)
    for each in listed:
        if current[:1].isdigit() or twice[each.kelurahan.casefold()] > 1:
            yield each.kode, f"{each.kelurahan}, {each.kecamatan}"
        elif each.kelurahan not in call.places:
            yield each.kelurahan, each.kecamatan


def codes(current: str, location: str) -> Iterator[tuple[str, str]]:
    """The codes of kelurahan."""
    for each in _areas("", location):
        yield each.kode, f"{each.kelurahan}, {each.kecamatan}"


def _fitting(call: Call, areas: list[NamedArea], location: str) -> list[NamedArea]:
    """Those of which the command speaks; all where it is not known which have a cooperative."""
    if call.path[0] == "area" or completable.pairs(location, "kota") is None:
        return areas
    return [each for each in areas if each.registered != (call.path[0] == "add")]


def _inside(call: Call, location: str) -> list[NamedArea]:
    areas = _areas(_kota_code(call, location), location)
    wanted = kecamatan_key(call.value("--kecamatan"))
    if not wanted:
        return areas
    return [each for each in areas if wanted in (kecamatan_key(each.kecamatan), each.kode[:8])]


def _kota_code(call: Call, location: str) -> str:
    """The code of the kota that is typed or set; nothing where none narrows."""
    typed = call.value("--kota")
    text = typed or settings.chosen("kota", lambda: _settings(location)).value
    names, aliases = _kota(location)
    found = answering(text, dict(names), aliases) if text else []
    return text if text in dict(names) else (found[0] if len(found) == 1 else "")


def _settings(location: str) -> dict[str, str]:
    return dict(completable.pairs(location, "settings") or ())


def _kota(location: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """(code, name) of every kota, and (code, alias)."""
    names = completable.pairs(location, "kota")
    if names is not None:
        return names, completable.pairs(location, "aliases") or []
    known = {each.kode[:_CODE_OF_KOTA]: each.kota for each in _areas("", location)}
    rows = _shipped("aliases")
    return [*known.items()], [(row["kode"], row["alias"]) for row in rows if row["kode"] in known]


def _areas(prefix: str, location: str) -> list[NamedArea]:
    areas = completable.areas(location, prefix)
    if areas is not None:
        return areas
    listed = [
        NamedArea(row["kode"], row["kelurahan"], row["kecamatan"], row["kota"], False)
        for row in _shipped("areas")
    ]
    return [each for each in listed if each.kode.startswith(prefix)]


def _shipped(table: str) -> list[dict[str, str]]:
    with (settings.shipped_data() / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file)]
