"""Kelurahan and desa: which one a text names.

Nothing is accepted that only resembles a name: a near miss is refused with suggestions, a name of
several areas with their codes. Never enters: a file, a database.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from kkmp_cli.areas.kecamatan import Kecamatan
from kkmp_cli.areas.kota import JAKARTA, JAKARTA_KEYS, Named, find_kota
from kkmp_cli.areas.spellings import (
    bare_key,
    cleaned,
    either,
    kecamatan_key,
    lines,
    nearest,
    tails,
    written_out,
)
from kkmp_cli.areas.tails import repeats_place
from kkmp_cli.errors import Advice, Command, Refused
from kkmp_cli.model.area import AREA_CODE, BARE_DIGITS
from kkmp_cli.model.area import Area as Area
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.text import match_key

_LISTED = 10
_SOME = 1_000
"""After so many codes asked for one by one the whole list is asked for."""


@dataclass(eq=False, repr=False)
class _AreaNames:
    """What the areas below one prefix of a code answer to."""

    areas: list[Area]
    exact: dict[str, list[Area]] = field(default_factory=dict)
    folded: dict[str, list[Area]] = field(default_factory=dict)
    bare: dict[str, list[Area]] = field(default_factory=dict)
    aliases: dict[str, list[Area]] = field(default_factory=dict)

    def add(self, area: Area) -> None:
        """It answers to its name."""
        self.exact.setdefault(area.kelurahan, []).append(area)
        self.folded.setdefault(match_key(area.kelurahan), []).append(area)
        self.bare.setdefault(bare_key(area.kelurahan), []).append(area)

    def add_alias(self, area: Area, alias: str) -> None:
        """It answers to this spelling too."""
        answering = self.aliases.setdefault(bare_key(alias), [])
        if area not in answering:
            answering.append(area)

    @cached_property
    def near(self) -> list[str]:
        """The keys by which they are suggested."""
        return list(dict.fromkeys((*self.bare, *self.aliases)))

    @cached_property
    def together(self) -> str:
        """Those keys as one text."""
        return lines(self.near)

    def answering(self, text: str, scope: _Scope) -> list[Area]:
        """The areas of the first of these rules that any area within `scope` meets."""
        steps = (
            (self.exact, text),
            (self.folded, match_key(text)),
            (self.bare, bare_key(text)),
            (self.aliases, bare_key(text)),
            *((self.bare, key) for key in written_out(text)),
        )
        for table, key in steps:
            if areas := [area for area in table.get(key, ()) if scope.holds(area)]:
                return areas
        return []


class _Scope(NamedTuple):
    """Where a name is looked for: codes beginning with `prefix`, in one of `kecamatan` if any."""

    prefix: str = ""
    kecamatan: frozenset[str] = frozenset()
    label: str = ""

    def holds(self, area: Area) -> bool:
        return area.kode.startswith(self.prefix) and (
            not self.kecamatan or area.kode[:8] in self.kecamatan
        )


class _Inside(NamedTuple):
    """The areas of a scope and their kecamatan."""

    areas: list[Area]
    kecamatan: Kecamatan


class AreaIndex:
    """The area list, ready to be asked; tables of names are built when a kota is first asked about.

    `areas` may be what hands them out: they are asked for when needed, and a few codes one by one
    from `one` before that. `aliases` are (kode, alias) with the kode of a kelurahan, a kecamatan or
    a kota; an alias may itself be an old code.
    """

    def __init__(
        self,
        areas: Iterable[Area] | Callable[[], Iterable[Area]],
        aliases: Iterable[Named] = (),
        one: Callable[[str], Area | None] | None = None,
    ) -> None:
        self._listed, self._one = areas, one
        self._asked: dict[str, Area | None] = {}
        self.aliases = tuple(aliases)
        self._tables: dict[str, _AreaNames] = {}
        self._scopes: dict[tuple[str | None, str | None], _Scope] = {}
        self._insides: dict[_Scope, _Inside] = {}

    @cached_property
    def areas(self) -> tuple[Area, ...]:
        """The whole list, in the order in which it was given."""
        return tuple(self._listed() if callable(self._listed) else self._listed)

    @cached_property
    def codes(self) -> dict[str, Area]:
        """Each area by its code of today."""
        return {area.kode: area for area in self.areas}

    @cached_property
    def _old_codes(self) -> dict[str, Area]:
        return {
            alias: self.codes[kode]
            for kode, alias in self.aliases
            if kode in self.codes and re.fullmatch(AREA_CODE, alias)
        }

    @cached_property
    def _aliases_of(self) -> dict[str, list[str]]:
        table: dict[str, list[str]] = {}
        for kode, alias in self.aliases:
            table.setdefault(kode, []).append(alias)
        return table

    @cached_property
    def kota_names(self) -> tuple[Named, ...]:
        """(code, name) of every kota and kabupaten of the list, ordered by code."""
        return tuple(sorted({area.kode[:5]: area.kota for area in self.areas}.items()))

    @cached_property
    def _by_kota(self) -> dict[str, list[Area]]:
        table: dict[str, list[Area]] = {}
        for area in self.areas:
            table.setdefault(area.kode[:5], []).append(area)
        return table

    def by_code(self, kode: str) -> Area | None:
        """The area that has this code, or had it before (an old code is an alias)."""
        area = self._of_today(kode)
        return (
            area
            if area or "." not in kode
            else self.codes.get(kode.upper(), self._old_codes.get(kode.upper()))
        )

    def _of_today(self, kode: str) -> Area | None:
        if "codes" in self.__dict__ or self._one is None or len(self._asked) >= _SOME:
            return self.codes.get(kode)
        if kode not in self._asked:
            self._asked[kode] = self._one(kode) if re.fullmatch(AREA_CODE, kode) else None
        return self._asked[kode]

    def find(
        self,
        text: str,
        kota: str | None = None,
        kecamatan: str | None = None,
        default_kota: str | None = None,
    ) -> Area:
        """The one area that `text` names: by code, name, bare name or recorded alias.

        `kota` and `kecamatan` (code, name or alias) were said of this very area: they narrow the
        names, and a code outside them is refused. `default_kota` narrows names alone, where no
        `kota` is given. Raises Refused, with suggestions or with all areas of that name.
        """
        if kota is None and kecamatan is None and (area := self.by_code(text)):
            return area
        name = cleaned(text, "Nama atau kode kelurahan")
        area = self.by_code(name)
        scope = self._scope(kota if kota is not None or area else default_kota, kecamatan)
        if area is None:
            return self._by_name(name, scope)
        if not scope.holds(area):
            raise Refused(
                f"Kode {name} adalah {_place(area)}, bukan {scope.label}",
                "Periksa kode dan wilayahnya.",
            )
        return area

    def answering(self, text: str) -> list[Area]:
        """The areas that bear this very name, by the first rule that any meets."""
        name = cleaned(text, "Nama atau kode kelurahan")
        return self._names("").answering(name, _Scope())

    def _by_name(self, name: str, scope: _Scope) -> Area:
        names = self._names(scope.prefix)
        areas = names.answering(name, scope) or self._with_tail(name, names, scope)
        if len(areas) > 1:
            listed = "; ".join(f"{area.kode} {_place(area)}" for area in areas[:_LISTED])
            more = f"; dan {len(areas) - _LISTED} lainnya" if len(areas) > _LISTED else ""
            raise Refused(
                f"{short(name)} ada {len(areas)}: {listed}{more}", "Sebut kecamatan atau kodenya."
            )
        if not areas:
            raise self._not_found(name, scope)
        return areas[0]

    def _with_tail(self, name: str, names: _AreaNames, scope: _Scope) -> list[Area]:
        """The areas of a name behind which their own kecamatan, kota or province stands."""
        for head, tail in tails(name):
            answering = names.answering(head, scope)
            if areas := [area for area in answering if self._repeats_place(area, tail)]:
                return areas
        return []

    def _repeats_place(self, area: Area, tail: str) -> bool:
        places = (area.kecamatan_code, area.kota_code)
        recorded = chain.from_iterable(self._aliases_of.get(code, ()) for code in places)
        return repeats_place(area, tail, recorded)

    def agree(self, area: Area, name: str) -> bool:
        """True where `name`, by any rule that finds one, is that of `area` (or is its code)."""
        if name in (area.kelurahan, area.kode) or self._calls(area, name):
            return True
        cut = ((head, tail) for head, tail in tails(name) if self._calls(area, head))
        return any(self._repeats_place(area, tail) for _, tail in cut)

    def _calls(self, area: Area, name: str) -> bool:
        keys = {bare_key(name), *written_out(name)} - {""}
        spellings = (area.kelurahan, *self._aliases_of.get(area.kode, ()))
        return any(bare_key(spelling) in keys for spelling in spellings)

    def by_compact_code(self, digits: str, name: str) -> Area | None:
        """The area whose code is written without its points, where its name stands beside it: one
        of BPS looks like it and means another area.
        """
        parts = re.fullmatch(BARE_DIGITS, digits)
        area = self.by_code(".".join(parts.groups())) if parts else None
        return area if area and name and self.agree(area, name) else None

    def kecamatan_within(self, prefix: str) -> Kecamatan:
        """The kecamatan whose codes begin so."""
        return self._inside(_Scope(prefix)).kecamatan

    def find_kota(self, text: str) -> Named:
        """`find_kota` over the kota of this list and its aliases."""
        return find_kota(text, self.kota_names, self.aliases)

    def _names(self, prefix: str) -> _AreaNames:
        if prefix not in self._tables:
            self._tables[prefix] = self._read_names(prefix)
        return self._tables[prefix]

    def _read_names(self, prefix: str) -> _AreaNames:
        within = (areas for code, areas in self._by_kota.items() if code.startswith(prefix))
        names = _AreaNames([*chain.from_iterable(within)])
        for area in names.areas:
            names.add(area)
        for kode, alias in self.aliases:
            area_of_alias = self.codes.get(kode)
            if area_of_alias and kode.startswith(prefix):
                names.add_alias(area_of_alias, alias)
        return names

    def _scope(self, kota: str | None, kecamatan: str | None) -> _Scope:
        asked = (kota, kecamatan)
        if asked not in self._scopes:
            self._scopes[asked] = self._read_scope(kota, kecamatan)
        return self._scopes[asked]

    def _read_scope(self, kota: str | None, kecamatan: str | None) -> _Scope:
        code, label = self.find_kota(kota) if kota is not None else ("", "")
        if kecamatan is None:
            return _Scope(code, label=label)
        inside = self._inside(_Scope(code))
        named = inside.kecamatan.answering(kecamatan)
        if not named:
            raise inside.kecamatan.unknown(kecamatan, label)
        label = f"kecamatan {named[0][1]}" + (f", {label}" if label else "")
        return _Scope(code, frozenset(code for code, _ in named), label)

    def _inside(self, scope: _Scope) -> _Inside:
        if scope not in self._insides:
            areas = [area for area in self._names(scope.prefix).areas if scope.holds(area)]
            self._insides[scope] = _Inside(areas, Kecamatan(areas, self.aliases))
        return self._insides[scope]

    def _not_found(self, name: str, scope: _Scope) -> Refused:
        if refused := self._no_code(name):
            return refused
        inside = self._inside(scope)
        if kecamatan := inside.kecamatan.answering(name):
            return _no_kelurahan(name, kecamatan, inside.areas)
        shown, where = short(name), f" di {scope.label or 'daftar wilayah'}"
        if elsewhere := self._names("").answering(name, _Scope()) if scope.label else []:
            listed = "; ".join(f"{_place(area)} ({area.kode})" for area in elsewhere[:3])
            return Refused(
                f"{shown} tidak ada{where}, tetapi ada di wilayah lain: {listed}",
                f"Periksa wilayahnya, atau tulis kodenya, misalnya {elsewhere[0].kode}.",
            )
        return _resembling(shown, where, self._suggest(name, scope))

    def _no_code(self, name: str) -> Refused | None:
        """The refusal of a code that is none of the list's; None for what is no code."""
        digits = re.fullmatch(BARE_DIGITS, name)
        if digits and (area := self.codes.get(".".join(digits.groups()))):
            return Refused(
                f"{short(name)} tidak ditemukan; maksud Anda {_code_of(area)}?",
                "Tulis kode Kemendagri dengan titik; kode BPS yang mirip itu wilayah lain.",
            )
        if re.fullmatch(AREA_CODE, name):
            return Refused(
                f"Kode {short(name)} tidak ada di daftar wilayah",
                Advice("Periksa kodenya dengan `{}`.", Command("area", "list")),
            )
        return None

    def candidates(
        self, text: str, kota: str | None = None, kecamatan: str | None = None
    ) -> list[Area]:
        """The likeliest areas, three at most, for a name by which `find` finds none: several that
        bear it, here or elsewhere; kelurahan of the kecamatan that it names; near names.
        """
        name = cleaned(text, "Nama atau kode kelurahan")
        try:
            scope = self._scope(kota, kecamatan)
        except Refused:
            scope = _Scope()
        alike = self._names(scope.prefix).answering(name, scope)
        alike = alike or self._names("").answering(name, _Scope())
        inside = self._inside(scope)
        named = inside.kecamatan.answering(name)
        return (alike or _of_kecamatan(name, named, inside.areas) or self._suggest(name, scope))[:3]

    def _suggest(self, name: str, scope: _Scope) -> list[Area]:
        names = self._names(scope.prefix)
        near = {
            area.kode: area
            for key in nearest(bare_key(name), names.near, names.together)
            for area in (*names.bare.get(key, ()), *names.aliases.get(key, ()))
        }.values()
        return ([area for area in near if scope.holds(area)] or list(near))[:3]


def in_province(area: Area, text: str) -> bool:
    """True where `text` names the province of `area`; Jakarta has several names, all `31`."""
    key = match_key(text)
    return key in (match_key(area.provinsi), area.kode[:2]) or (
        area.kode[:2] == JAKARTA[0] and key in JAKARTA_KEYS
    )


def _of_kecamatan(name: str, kecamatan: Iterable[Named], areas: Iterable[Area]) -> list[Area]:
    """The kelurahan of kecamatan called `name`, those first whose own names hold the word."""
    codes, key = [code for code, _ in kecamatan], kecamatan_key(name)
    return sorted(
        (area for area in areas if area.kode[:8] in codes),
        key=lambda area: (key not in bare_key(area.kelurahan), area.kode),
    )


def _no_kelurahan(name: str, kecamatan: Sequence[Named], areas: Iterable[Area]) -> Refused:
    """`name` is that of a kecamatan: kelurahan of it are what may be meant."""
    codes = [code for code, _ in kecamatan]
    meant = either(map(_code_of, _of_kecamatan(name, kecamatan, areas)[:3]))
    return Refused(
        f"{short(name)} adalah kecamatan, bukan kelurahan; maksud Anda {meant}?",
        Advice("Semua kelurahan di sana: `{}`.", Command("area", "list", "--kecamatan", codes[0])),
    )


def _resembling(shown: str, where: str, near: Sequence[Area]) -> Refused:
    """Nothing has this name; `near` are the likest."""
    if not near:
        return Refused(
            f"{shown} tidak ditemukan{where}",
            Advice("Lihat namanya dengan `{}`.", Command("area", "list")),
        )
    alias = Command("area", "alias", shown, near[0].kode if len(near) == 1 else "KODE")
    return Refused(
        f"{shown} tidak ditemukan{where}; maksud Anda {either(map(_code_of, near))}?",
        Advice("Tulis nama atau kodenya; agar ejaan ini dikenal seterusnya: `{}`.", alias),
    )


def _place(area: Area) -> str:
    return f"{area.kelurahan}, kecamatan {area.kecamatan}, {area.kota}"


def _code_of(area: Area) -> str:
    return f"{area.distinct_name} ({area.kode})"
