"""What stands for each placeholder of a letter. Never enters: a template, a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from kkmp_cli.milestones import PROSES
from kkmp_cli.model.vocabulary import Vocabulary
from kkmp_cli.parsing import dates, numbers
from kkmp_cli.render.words import STATE_WORDS, sentences
from kkmp_cli.reports.letters import Concern, Letter

PLACEHOLDERS: Mapping[str, str] = {
    "kepada": "jabatan dan tempat: Camat Gambir, Lurah Cideng",
    "kelurahan": "nama kelurahannya, bila beberapa semuanya",
    "kecamatan": "nama kecamatan",
    "kota": "nama kota atau kabupaten",
    "provinsi": "nama provinsi",
    "kode": "kode kelurahan",
    "nama": "nama koperasinya",
    "jumlah": "berapa koperasi di surat ini",
    "belum": "apa yang belum, misalnya RAT tahun buku 2025",
    "daftar": "satu baris per koperasi, dengan apa yang belum",
    "batas": "paling lambat dijawab",
    "tanggal": "tanggal surat: hari ini",
    "per": "tanggal keadaan yang ditulis",
    "kop": "baris kop surat, dari kkmp config",
    "kantor": "nama kantor, dari kkmp config",
    "alamat": "alamat kantor, dari kkmp config",
    "tempat": "tempat surat, dari kkmp config",
    "penandatangan_jabatan": "dari kkmp config",
    "penandatangan_nama": "dari kkmp config",
    "penandatangan_nip": "dari kkmp config",
}
"""Every name that a template may hold, and what comes in its place."""
PERSONAL: Mapping[str, str] = {"ketua": "nama ketua", "telepon": "telepon ketua"}
"""Those that need --with-personal."""
OF_OFFICE = frozenset(name for name in PLACEHOLDERS if name.startswith("penandatangan")) | {
    *("kop", "kantor", "alamat", "tempat")
}
BLANK = "." * 24
"""Room for what is written by hand."""
_NOT_KNOWN = "(belum tercatat)"
_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_SAID = {**STATE_WORDS, PROSES: "dalam proses"}


class LetterDays(NamedTuple):
    """Of the letter, of the states in it, and by when to answer."""

    today: date
    per: date
    due: date


def values(
    one: Letter,
    asked: Iterable[str],
    days: LetterDays,
    vocabulary: Vocabulary,
    office: Mapping[str, str],
) -> dict[str, str]:
    """The text of each placeholder; room to write by hand for what the office has not set."""
    return {
        **{name: office.get(name) or BLANK for name in OF_OFFICE},
        **_of_days(days),
        **_of_place(one),
        "belum": what(one, asked, vocabulary),
        "daftar": "\n".join(_lines(one, vocabulary)),
        **{
            name: _listed(getattr(each, name) or _NOT_KNOWN for each in one.koperasi)
            for name in PERSONAL
        },
    }


def _of_days(days: LetterDays) -> dict[str, str]:
    return {
        "tanggal": dates.show(days.today),
        "per": dates.show(days.per),
        "batas": f"{_DAYS[days.due.weekday()]}, {dates.show(days.due)}",
    }


def _of_place(one: Letter) -> dict[str, str]:
    return {
        "kepada": one.addressee,
        "kelurahan": _listed(each.kelurahan for each in one.koperasi),
        "kecamatan": one.kecamatan,
        "kota": one.kota,
        "provinsi": one.provinsi,
        "kode": _listed(each.kode for each in one.koperasi),
        "nama": _listed(each.nama for each in one.koperasi),
        "jumlah": numbers.show(len(one.koperasi)),
    }


def what(one: Letter, asked: Iterable[str], vocabulary: Vocabulary) -> str:
    """What is open, in words: what was asked about, else all that is in the letter."""
    names = [*asked] or [name for each in one.koperasi for name, _ in each.terbuka]
    return _listed(_label(name, vocabulary) for name in dict.fromkeys(names)) or "kelengkapan"


def _label(name: str, vocabulary: Vocabulary) -> str:
    return "unit usaha berjalan" if name == "usaha" else vocabulary.label_of(name)


def _lines(one: Letter, vocabulary: Vocabulary) -> Iterable[str]:
    for number, each in enumerate(one.koperasi, 1):
        yield f"{number}. {_line(each, vocabulary)}"


def _line(each: Concern, vocabulary: Vocabulary) -> str:
    """`KKMP Cideng: RAT tahun buku 2025 belum, NIB belum ada data`."""
    named = each.nama if each.kelurahan in each.nama else f"{each.nama}, {each.kelurahan}"
    said = [f"{sentences.step(name, vocabulary)} {_SAID[state]}" for name, state in each.terbuka]
    return f"{named}: {', '.join(said)}" if said else named


def _listed(words: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(words))
