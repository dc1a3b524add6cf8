"""Every setting: what it is, where it is kept unless said otherwise, and what holds without it.

What a value may be is asked when it is set (`actions/configuration.py`). Never enters: a value.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

COMPUTER, OFFICE = "komputer", "register"
"""Kept in the file of this computer; with the register, as it travels with the office's data."""
STALE_DAYS, MOST_DAYS = 30, 3_650
"""After so many days without word an open state, gerai or usaha is asked for (monthly monev)."""


OF_PERSONS = frozenset({"petugas"})
"""What is never kept with the register: who works on it is told by each computer."""


class Key(NamedTuple):
    """One setting. `lines`: so many lines it may have, each a value of its own on the command line;
    `sample` is shown where it is explained.
    """

    title: str
    sample: str
    kept: str = OFFICE
    lines: int = 1
    default: str = ""


_KOP = "Baris kop surat di atas nama kantor"
KEYS: Mapping[str, Key] = {
    "kota": Key("Kota yang dipakai bila --kota tidak disebut", "jakpus", COMPUTER),
    "petugas": Key("Nama Anda di riwayat", "Sari", COMPUTER),
    "kop": Key(_KOP, "PEMERINTAH PROVINSI DAERAH KHUSUS JAKARTA", lines=4),
    "kantor": Key("Nama kantor di kop surat", "SUKU DINAS PPKUKM", lines=3),
    "alamat": Key("Baris di bawah nama kantor: alamat, telepon", "Jl. Merdeka 1", lines=4),
    "tempat": Key("Tempat surat ditandatangani", "Jakarta"),
    "penandatangan_jabatan": Key("Jabatan yang menandatangani", "Kepala Suku Dinas", lines=3),
    "penandatangan_nama": Key("Nama yang menandatangani", "Nama Pejabat, S.E."),
    "penandatangan_nip": Key("NIP yang menandatangani", "197001011995031001"),
    "mengetahui_jabatan": Key("Jabatan yang mengetahui", "Asisten Perekonomian", lines=3),
    "mengetahui_nama": Key("Nama yang mengetahui", "Nama Pejabat, M.Si."),
    "mengetahui_nip": Key("NIP yang mengetahui", "196805051993031002"),
    "lama_tanpa_kabar": Key(
        "Sesudah sekian hari tanpa kabar, tahap ditanyakan lagi", "45", default=str(STALE_DAYS)
    ),
}
"""By its name in the file and on the command line. The names of who signs are those of officials
in office, printed on purpose: no personal values in the sense of `--with-personal`."""
