"""Kota and kabupaten: which one a text names.

Never enters: the area list, of which only the codes and names of the kota are given; a file, a
database.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from kkmp_cli.areas.spellings import cleaned, either, kota_key, nearest
from kkmp_cli.errors import Advice, Command, NotFound, Refused
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.text import match_key

Named = tuple[str, str]
"""A code and the name it bears."""

JAKARTA = ("31", "Daerah Khusus Ibukota Jakarta")
JAKARTA_KEYS = frozenset(
    ("31", "dkijakarta", "daerahkhususibukotajakarta", "daerahkhususjakarta", "dkj", "dki")
)

_AS_NUMBER = r"(?a)\d\d(?:,\d{1,2}|\.\d)?"
"""What is left of the code of a kota in a cell that holds a number: `31,7` of `31.70`."""


def find_kota(text: str, kota_names: Sequence[Named], aliases: Iterable[Named] = ()) -> Named:
    """(code, name) of the kota or kabupaten that `text` names: code, recorded alias, name, name
    without Kota/Kab./Adm.

    The word Kota or Kab. decides where it is written: `Kab. Mojokerto` is never Kota Mojokerto. The
    province of Jakarta, however written, is `31`. Raises Refused for an unknown name (with
    suggestions) and for one of several.
    """
    wanted = cleaned(text, "Nama kota")
    names = dict(kota_names)
    if wanted in names:
        return wanted, names[wanted]
    key, kind = kota_key(wanted)
    if not kind and key in JAKARTA_KEYS and any(code.startswith("31.") for code in names):
        return JAKARTA
    codes = answering(wanted, names, aliases)
    if len(codes) == 1:
        return codes[0], names[codes[0]]
    if codes:
        listed = "; ".join(f"{names[code]} ({code})" for code in codes)
        raise Refused(
            f"{short(wanted)} ada {len(codes)}: {listed}",
            "Tulis Kota atau Kab. di depannya, atau kodenya.",
        )
    raise _unknown_kota(wanted, kota_names)


def answering(wanted: str, names: Mapping[str, str], aliases: Iterable[Named]) -> list[str]:
    """The codes of all kota that bear a name, by the first rule that any meets."""
    key, kind = kota_key(wanted)
    fits = {code for code, name in names.items() if not kind or kota_key(name)[1] == kind}
    by_alias = {
        code
        for code, alias in aliases
        if code in fits and key in (match_key(alias), kota_key(alias)[0])
    }
    by_name = {code for code, name in names.items() if name == wanted}
    by_key = {code for code in fits if kota_key(names[code])[0] == key}
    return sorted(by_alias or by_name or by_key)


def _unknown_kota(wanted: str, kota_names: Sequence[Named]) -> NotFound:
    if re.fullmatch(_AS_NUMBER, wanted):
        return NotFound(
            f"{wanted} di sini angka, bukan kode kota",
            "Format kolom itu sebagai Teks, lalu ketik lagi kodenya dengan titik (31.71); atau "
            "tulis nama kotanya.",
        )
    near = _near(wanted, kota_names)
    question = f"; maksud Anda {either(near)}?" if near else ""
    return NotFound(
        f"Kota/kabupaten {short(wanted)} tidak ditemukan{question}",
        Advice("Lihat `{}`.", Command("area", "list")),
    )


def _near(wanted: str, kota_names: Sequence[Named]) -> list[str]:
    """Up to three kota of which the name resembles this one, with their codes."""
    keys: dict[str, list[Named]] = {}
    for code, name in kota_names:
        keys.setdefault(kota_key(name)[0], []).append((code, name))
    hits = nearest(kota_key(wanted)[0], list(keys))
    return [f"{name} ({code})" for hit in hits for code, name in keys[hit]][:3]


def short_name(name: str) -> str:
    """The name where there is little room: `Jakarta Pusat`, `Kota Mojokerto`, `Kab. Mojokerto`."""
    return (
        name.replace("Kota Administrasi ", "")
        .replace("Kabupaten Administrasi ", "Kab. ")
        .replace("Kabupaten ", "Kab. ")
    )
