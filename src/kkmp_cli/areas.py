"""Kota, kecamatan, kelurahan: their codes, and the names they answer to.

Codes are those of Kepmendagri 300.2.2-2138/2025. Nothing is accepted that only resembles a name.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Area:
    """A kelurahan or desa. `id` is the register's own and survives a change of `kode`."""

    id: int
    kode: str
    kelurahan: str
    kecamatan: str
    kota: str
    provinsi: str

    @property
    def kota_code(self) -> str:
        """`31.71` of `31.71.02.1002`."""
        return self.kode[:5]

    @property
    def kecamatan_code(self) -> str:
        """`31.71.02` of `31.71.02.1002`."""
        return self.kode[:8]
