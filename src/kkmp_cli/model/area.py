"""A kelurahan or desa, and its code: that of Kepmendagri 300.2.2-2138/2025, or one until the
official one is issued.

Never enters: how an area is found by its name, a file, a database.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

from kkmp_cli.errors import Refused

AREA_CODE = r"(?a)\d\d\.\d\d\.\d\d\.(?:\d{4}|S\d{3})"
"""A code of the Ministry of Home Affairs, or a provisional one."""
BARE_DIGITS = r"(?a)(\d\d)(\d\d)(\d\d)(\d{4})"
"""The same without its dots; one of BPS looks like it and means another area."""


class Area(NamedTuple):
    """A kelurahan or desa. `id` is the register's own and survives a change of `kode`; `sejak` is
    its first day (ISO), None where it always was.
    """

    id: int
    kode: str
    kelurahan: str
    kecamatan: str
    kota: str
    provinsi: str
    sejak: str | None = None

    @property
    def distinct_name(self) -> str:
        """The name as it is printed; see the function of that name."""
        return distinct_name(self.kelurahan)

    def exists_on(self, day: str) -> bool:
        """False before its first day (ISO): it is in no count of such a day."""
        return self.sejak is None or self.sejak <= day

    @property
    def kota_code(self) -> str:
        """`31.71` of `31.71.02.1002`."""
        return self.kode[:5]

    @property
    def kecamatan_code(self) -> str:
        """`31.71.02` of `31.71.02.1002`."""
        return self.kode[:8]


class SharedName(str):
    """The name of a kelurahan that another one of its kota bears too: `kecamatan` tells it apart.

    Everything that carries a name carries that along; it prints by `distinct_name`.
    """

    kecamatan: str

    def __new__(cls, name: str, kecamatan: str) -> SharedName:
        made = super().__new__(cls, name)
        made.kecamatan = kecamatan
        return made


def distinct_name(kelurahan: str) -> str:
    """A kelurahan's name as it is printed: `Baru`, `Baru (Kec. Cilodong)` where there are two."""
    if isinstance(kelurahan, SharedName):
        return f"{kelurahan} (Kec. {kelurahan.kecamatan})"
    return kelurahan


def told_apart(areas: Iterable[Area], shared: Container[str]) -> Iterator[Area]:
    """The areas, those of the codes `shared` with a name that tells its kecamatan."""
    for area in areas:
        name = SharedName(area.kelurahan, area.kecamatan) if area.kode in shared else None
        yield area if name is None else area._replace(kelurahan=name)


def sharing(names: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Of (kode, kelurahan) the codes whose name another kelurahan of the kota bears."""
    first: dict[tuple[str, str], str] = {}
    shared: set[str] = set()
    for kode, name in names:
        if (other := first.setdefault((kode[:5], name), kode)) is not kode:
            shared |= {other, kode}
    return frozenset(shared)


def next_provisional(kecamatan_code: str, existing: Iterable[str], desa: bool = False) -> str:
    """A code for an area whose official one is not issued yet: `31.73.01.S101` (kelurahan),
    `….S201` (desa).

    `existing` are all codes ever used, aliases among them. Raises Refused after 99.
    """
    stem = f"{kecamatan_code}.S{2 if desa else 1}"
    taken = set(existing)
    free = next(
        (code for number in range(1, 100) if (code := f"{stem}{number:02}") not in taken), None
    )
    if free is None:
        raise Refused(
            f"Kode sementara di kecamatan {kecamatan_code} sudah habis",
            "Ganti dulu dengan kode resminya.",
        )
    return free


def is_provisional(kode: str) -> bool:
    """True for a code made by `next_provisional`."""
    return kode[9:10] == "S"
