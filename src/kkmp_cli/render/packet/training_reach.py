"""Trainings: how many and with how many people, how far they reach, and who was never at one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kkmp_cli.parsing import numbers
from kkmp_cli.render.document import IF_ANY, NEVER, Column, Section, Table
from kkmp_cli.render.packet.table_cells import count, day, listed, sentence, summed, table
from kkmp_cli.render.words import sentences
from kkmp_cli.reports.report import KotaReport

if TYPE_CHECKING:
    from kkmp_cli.reports.kota_details import HeldTraining, KotaDetails

_HELD = (
    Column("judul", "Pelatihan"),
    day("mulai", "Mulai"),
    day("selesai", "Selesai", IF_ANY),
    Column("peserta_teks", "Peserta"),
    count("peserta", "Peserta (angka)", NEVER),
    count("tercatat", "Tercatat per kelurahan", IF_ANY),
    count("kkmp", "KKMP tercatat"),
)
_REACH = (
    Column("kecamatan", "Kecamatan"),
    count("kkmp", "KKMP"),
    count("terjangkau", "Tercatat ikut"),
    count("pengurus", "Pengurus"),
    count("pengawas", "Pengawas"),
    count("tanpa_jumlah", "Ikut, jumlah orang tidak diketahui", IF_ANY),
)


def trainings(kota: KotaReport, more: KotaDetails | None) -> Section:
    """The short form has no table of the trainings themselves."""
    never = listed(
        "belum_tercatat", "Belum tercatat ikut pelatihan", kota.pelatihan.belum_tercatat, kota.kkmp
    )
    reached = tuple(_reached(kota))
    if not reached or len(kota.pelatihan.belum_tercatat) == kota.kkmp:
        never = never._replace(paper=False)
    anything = kota.pelatihan.kegiatan or reached
    lead = (sentence(sentences.participants(kota.pelatihan)), *reached) if anything else ()
    tables = (_held(more), _reach(more), never) if more else (never,)
    return Section("pelatihan", "Pelatihan", lead, tables)


def _reached(kota: KotaReport) -> Iterator[str]:
    counted = kota.pelatihan
    if not kota.kkmp or not (counted.kegiatan or counted.kkmp_terjangkau):
        return
    if not counted.belum_tercatat:
        yield f"Semua {numbers.show(kota.kkmp)} KKMP tercatat ikut."
    elif len(counted.belum_tercatat) == kota.kkmp:
        yield f"Belum ada KKMP yang tercatat ikut (semua {numbers.show(kota.kkmp)})."
    else:
        yield f"{numbers.share(counted.kkmp_terjangkau, kota.kkmp)} KKMP tercatat ikut."


def _held(more: KotaDetails) -> Table:
    made = table("pelatihan", "Kegiatan", _HELD, more.kegiatan, peserta_teks=_heads)
    return made._replace(brief=False)


def _heads(one: HeldTraining) -> str:
    people = one.peserta if one.peserta is not None else one.tercatat
    return "jumlah tidak diketahui" if people is None else numbers.show(people)


def _reach(more: KotaDetails) -> Table:
    title = "Peserta per kecamatan dan jabatan"
    reached = any(one.terjangkau for one in more.jangkauan)
    made = table(
        "jangkauan_pelatihan", title, _REACH, more.jangkauan, kecamatan=lambda one: one.nama
    )
    return summed(made)._replace(paper=reached, brief=False)
