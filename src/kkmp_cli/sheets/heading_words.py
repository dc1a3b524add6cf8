"""The words of headings: which of them mean something only below a group heading.

Never enters: the field that a heading means (`model.vocabulary`).
"""

from __future__ import annotations

import re


def words(text: str) -> set[str]:
    """The words of a text, in small letters, without figures."""
    return set(re.findall(r"[^\W\d_]+", text.casefold()))


_ORDINAL = re.compile(r"(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s*", re.ASCII | re.IGNORECASE)
_ALONE = frozenset(("no", "no.", "nomor", "status", "ket", "ket.", "keterangan"))
_DAY = frozenset(("tanggal", "tgl", "tgl."))
SUBHEADINGS = _ALONE | _DAY | {"sudah/belum", "ada/tidak"}
"""Words that no row of data states."""
GENERIC = _ALONE | _DAY | words("nama catatan kendala jumlah ada bank kode per")
"""Words that mean something only together with the group heading above them."""
UNIT = re.compile(
    r"\([^\d]*\)|orang|org|rp\.?|rupiah|(?:rp|dalam)?\s*(?:ribu|juta|juta rupiah)|"
    r"%|persen|unit|buah|"
    r"(?:tgl|hh|dd|tanggal)[/.\-](?:bln|bb|mm|bulan)[/.\-](?:thn|t{2,4}|y{2,4}|tahun)|"
    r"sudah/belum|ada/tidak|ya/tidak",
    re.IGNORECASE,
)
"""What a row below the headings says of how its cells are written."""
_TURNED = words(
    "belum tidak tanpa bukan non kurang kekurangan kebutuhan butuh perlu usulan usul permohonan "
    "bantuan calon jumlah jml jlh total persen persentase lain pribadi"
)
_EITHER = (
    r"\b(?:sudah|telah|ada|ya|belum|tidak)\s*(?:/|-|atau)\s*(?:sudah|telah|ada|ya|belum|tidak)\b"
)
OWN = words("pengurus ketua koperasi kkmp kdmp kontak person data identitas profil")
"""The words of a group heading below which a name or a phone is that of the cooperative."""


def unnumbered(text: str) -> str:
    """A heading without the number before it: `1. Musyawarah` → `Musyawarah`."""
    match = _ORDINAL.match(text)
    return text[match.end() :] if match else text


def turned(text: str) -> bool:
    """True for the contrary of a field (`Belum Memiliki`), a wish for it or a count of it."""
    return bool(_TURNED & words(re.sub(_EITHER, " ", text.casefold())))
