"""Which kecamatan of some areas a text names. Never enters: a kelurahan's name, a file."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from kkmp_cli.areas.kota import Named
from kkmp_cli.areas.spellings import cleaned, either, kecamatan_key, nearest
from kkmp_cli.errors import Advice, Command, NotFound, Refused
from kkmp_cli.model.area import Area
from kkmp_cli.parsing.excerpt import short

_LISTED = 10
_REMEDY = Advice(
    "Periksa nama kecamatannya dengan `{}`; bila memang di luar daftar itu, masukkan daftar "
    "wilayahnya: {}.",
    Command("area", "list"),
    Command("area", "import", "wilayah.csv"),
)


class Kecamatan:
    """The kecamatan of some areas, and what they answer to."""

    def __init__(self, areas: Iterable[Area], aliases: Iterable[Named]) -> None:
        self.names = {area.kode[:8]: area.kecamatan for area in areas}
        self._named: dict[str, set[str]] = {}
        self._called: dict[str, set[str]] = {}
        for code, name in self.names.items():
            self._named.setdefault(kecamatan_key(name), set()).add(code)
        for code, alias in aliases:
            if code in self.names:
                self._called.setdefault(kecamatan_key(alias), set()).add(code)

    def answering(self, text: str) -> list[Named]:
        """(code, name) of those that `text` names; of a name before an alias."""
        wanted = cleaned(text, "Nama kecamatan")
        if wanted in self.names:
            return [(wanted, self.names[wanted])]
        key = kecamatan_key(wanted)
        codes = self._named.get(key) or self._called.get(key) or set()
        return sorted((code, self.names[code]) for code in codes)

    def find(self, text: str) -> Named:
        """(code, name) of the one that `text` names. Raises Refused as `find_kota` does."""
        named = self.answering(text)
        if not named:
            raise self.unknown(text, "")
        if len(named) > 1:
            listed = "; ".join(f"{name} ({code})" for code, name in named[:_LISTED])
            raise Refused(
                f"Kecamatan {short(text)} ada {len(named)}: {listed}",
                "Sebut kotanya atau kode kecamatannya.",
            )
        return named[0]

    def unknown(self, text: str, label: str) -> NotFound:
        """The refusal of a name that none of them has; `label` says where it was looked for."""
        near = [self._shown[key] for key in nearest(kecamatan_key(text), list(self._shown))]
        question = f"; maksud Anda {either(near)}?" if near else ""
        where = f" di {label}" if label else ""
        return NotFound(f"Kecamatan {short(text)} tidak ditemukan{where}{question}", _REMEDY)

    @cached_property
    def _shown(self) -> dict[str, str]:
        """The key of each name, and how it is suggested."""
        return {kecamatan_key(name): f"{name} ({code})" for code, name in self.names.items()}


def find_kecamatan(text: str, areas: Iterable[Area], aliases: Iterable[Named] = ()) -> Named:
    """(code, name) of the kecamatan that `text` names. Raises Refused as `find_kota` does."""
    return Kecamatan(areas, aliases).find(text)
