"""Lists in one cell: kinds of unit usaha and names of partners, kept joined by `;`."""

from __future__ import annotations

import re

from kkmp_cli.errors import CellError
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.state_words import CLEAR, refuse_doubt, refuse_state, states_nothing
from kkmp_cli.parsing.text import clean, match_key, refuse_ktp

UNITS = {
    "kantor": "kantor koperasi|kantorkoperasi",
    "sembako": "kios sembako|gerai sembako|toko sembako|warung sembako|penyediaan sembako|"
    "pengadaan sembako",
    "simpan_pinjam": "simpan pinjam|usp|unit simpan pinjam|gerai simpan pinjam",
    "klinik": "klinik kelurahan|klinik desa|gerai klinik|klinik kesehatan",
    "apotek": "apotik|gerai apotek|apotek kelurahan|apotek desa|gerai obat",
    "cold_storage": "cold storage|pergudangan|gudang|cold storage/pergudangan|gudang pendingin|"
    "coldstorage",
    "logistik": "logistik dan angkutan|angkutan|distribusi|gerai logistik",
    "lainnya": "lain|lain-lain|lain lain|lpg|gas|gas lpg|elpiji|gas elpiji|pangkalan lpg|"
    "pangkalan gas|pupuk|sarana pertanian|kuliner|warung makan|warung kopi|kantin|laundry|"
    "percetakan|fotokopi|ppob|agen bank|agen brilink|brilink|air minum isi ulang|air galon|"
    "kerajinan|konveksi|jasa kurir|budidaya|perikanan|peternakan",
}
"""The official seven kinds of unit usaha and `lainnya`, with spellings in use (Inpres 9/2025)."""
_UNIT_OF = {
    match_key(word): unit for unit, words in UNITS.items() for word in (unit, *words.split("|"))
}
_ORDER = {unit: at for at, unit in enumerate(UNITS)}
_KNOWN = f"Yang dikenal: {', '.join(UNITS)}."
_BETWEEN_UNITS = re.compile(r"[;,\n]|(?<=\w)\s+(?=[+\-]\w)")
_BETWEEN_WORDS = r"(?i)\s*[/&]\s*|\s+(?:dan|serta|\+)\s+"
"""What stands between two kinds where the whole is none: `sembako dan LPG`."""


def read_units(text: str) -> str:
    """Kinds of unit usaha in official order; `+klinik -apotek` is kept as a change to the list.

    Raises CellError for an unknown kind, and for a list in which some have a sign and some none.
    """
    parts = _parts(refuse_doubt(text))
    if not parts:
        raise CellError("tidak berisi unit usaha", _KNOWN)
    if len({_sign(part) == "" for part in parts}) > 1:
        raise CellError(
            "daftar dan tanda + atau - tercampur",
            "Tulis seluruh daftar, atau hanya +nama dan -nama.",
        )
    read = {_sign(part) + _read_unit(part.lstrip("+- ")) for part in parts}
    return ";".join(sorted(read, key=lambda unit: (_ORDER[unit.lstrip("+-")], unit)))


def _parts(text: str) -> list[str]:
    """The kinds in a text, each as it is written."""
    parts = [part.strip() for part in _BETWEEN_UNITS.split(text) if part.strip()]
    return [word for part in parts for word in _words(part) if word]


def _words(part: str) -> list[str]:
    return [part] if match_key(part) in _UNIT_OF else re.split(_BETWEEN_WORDS, part)


def other_kinds(text: str) -> list[str]:
    """The kinds in a text that are `lainnya` and have a name of their own: `LPG`."""
    own = (part.lstrip("+- ") for part in _parts(text) if not part.startswith("-"))
    return [name for name in own if _UNIT_OF.get(match_key(name)) == "lainnya" and not _bare(name)]


def _bare(name: str) -> bool:
    return match_key(name) in ("lainnya", "lain", "lainlain")


def _sign(part: str) -> str:
    return part[0] if part[0] in "+-" else ""


def _read_unit(text: str) -> str:
    unit = _UNIT_OF.get(match_key(text))
    if unit is None:
        raise CellError(f"unit usaha `{short(text)}` tidak dikenal", _KNOWN)
    return unit


def apply_units(current: str | None, wanted: str) -> str | None:
    """The list after a change: `+klinik` / `-klinik` changes `current`, all else replaces it."""
    if not wanted or wanted[0] not in "+-":
        return wanted or None
    units = set(split_list(current))
    for part in wanted.split(";"):
        (units.add if part[0] == "+" else units.discard)(part[1:])
    return ";".join(unit for unit in UNITS if unit in units) or None


def read_names(text: str) -> str:
    """A list of free names joined by `;`. Without a `;` in the text, commas separate.

    One name that itself holds a comma is written with a `;` behind it, so that it reads back as
    itself. Raises CellError where there is no name, or one that is a state or a KTP number.
    """
    parts = map(clean, text.split(";") if ";" in text else re.split(r"[,\n]", text))
    stated = (refuse_doubt(refuse_ktp(name)) for name in parts if not states_nothing(name))
    names = list(dict.fromkeys(refuse_state(name, "mitra") for name in stated))
    if not names or any(name.casefold() == CLEAR for name in names):
        raise CellError(
            "tidak berisi nama", "Tulis nama dipisah titik koma, misalnya Bulog; Bank Mandiri."
        )
    return ";".join(names) + (";" if len(names) == 1 and "," in names[0] else "")


def split_list(value: str | None) -> list[str]:
    """The items of a canonical list value."""
    return [item for item in (value or "").split(";") if item]
