"""What an officer says that jabatan and headings of an attendance list mean: the values of `--arti`
and `--map`.

Never enters: a row, a column.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from kkmp_cli.errors import BadUsage, pasted
from kkmp_cli.importing.attendance.attendance_headings import NO_MAPS, meaning
from kkmp_cli.importing.attendance.organs import NOT_COUNTED, ORGANS, jabatan_key
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.text import match_key

_MEANT = (*ORGANS, NOT_COUNTED)


class ListMeanings(NamedTuple):
    """Key of a jabatan → pengurus, pengawas or `tidak`; key of a heading → what it means, nothing
    for one that is not read.
    """

    jabatan: Mapping[str, str] = MappingProxyType({})
    headings: Mapping[str, str] = NO_MAPS


NO_MEANINGS = ListMeanings()


def read_meanings(words: Iterable[str], maps: Iterable[str]) -> ListMeanings:
    """`Tukang=pengurus`, `Asal=kelurahan`. Raises BadUsage for what says nothing."""
    jabatan = dict(map(_jabatan, words))
    return ListMeanings(jabatan, dict(map(_heading, maps)))


def _jabatan(word: str) -> tuple[str, str]:
    spelling, sign, organ = word.rpartition("=")
    if not sign or match_key(organ) not in _MEANT:
        raise BadUsage(
            f"--arti: `{short(word)}` tidak menyebut jabatan dan artinya.",
            f"Tulis misalnya {pasted('--arti', 'Koordinator=pengurus')}; artinya "
            f"{', '.join(_MEANT)} (tidak dihitung).",
        )
    return jabatan_key(spelling), match_key(organ)


def _heading(option: str) -> tuple[str, str]:
    heading, sign, name = option.rpartition("=")
    meant = meaning(name) if name.strip() else ""
    if not sign or not match_key(heading) or meant is None:
        raise BadUsage(
            f"--map: `{short(option)}` tidak menyebut judul kolom dan artinya.",
            f"Tulis misalnya {pasted('--map', 'Utusan=kelurahan')}; artinya kelurahan, kode, "
            f"jabatan, nama, jumlah, pengurus, pengawas, hadir, atau kosong: tidak dibaca.",
        )
    return match_key(heading), meant
