"""The RAT: held and not held, by name; then those of earlier tahun buku that are still owed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from kkmp_cli.milestones import BELUM, UNKNOWN
from kkmp_cli.parsing import numbers
from kkmp_cli.render.document import IF_ANY, Column, Group, Section, Table, group_by
from kkmp_cli.render.packet.table_cells import (
    PLACE,
    by_kecamatan,
    dated,
    day,
    headed,
    listed,
    table,
    unless_all,
)
from kkmp_cli.render.words import JOINT, NO_DATA, STATE_WORDS, sentences
from kkmp_cli.reports.report import Arrear, KotaReport, Report, WithoutRat, YearlyCount

_WITHOUT = (
    *PLACE,
    Column("keadaan", "Keadaan"),
    Column("beroperasi", "Beroperasi"),
    Column("rencana", "Rencana"),
)
_HELD = (*PLACE, day("tanggal", "Tanggal", IF_ANY))
_ARREARS = (Column("tahun_buku", "Tahun buku"), *PLACE, Column("keadaan", "Keadaan"))
_OPERATING = {True: "ya", False: "belum", None: NO_DATA}


def rat(value: Report, kota: KotaReport) -> Section:
    """Marked are those that do not operate either. Where nothing is known of this tahun buku, only
    what is owed of earlier ones: the first page has said so.
    """
    counts = kota.milestone["rat"]
    silent = counts.asked > 0 and not counts.known
    tables = (
        _held(kota),
        _without(kota.belum_rat, value.per),
        _unknown(kota, paper=not silent),
        _arrears(kota),
    )
    title = sentences.short_label("rat", value.tahun_buku)
    return Section("rat", title, () if silent else tuple(_how_many(kota)), tables)


def _unknown(kota: KotaReport, paper: bool) -> Table:
    those, of = kota.rat_tidak_diketahui, kota.milestone["rat"].asked
    made = listed("rat_tidak_diketahui", f"RAT {NO_DATA}", those, of)
    return made._replace(paper=made.paper and paper)


def _how_many(kota: KotaReport) -> Iterator[str]:
    counts, due = kota.milestone["rat"], ""
    if isinstance(counts, YearlyCount) and counts.batas and counts.sisa_hari is not None:
        due = f"{JOINT}batas {sentences.remaining(counts.batas, counts.sisa_hari)}"
    yield sentences.standing(counts) + due
    both = sum(item.beroperasi is False for item in kota.belum_rat)
    if both:
        yield f"{numbers.show(both)} di antara yang belum (*) juga belum beroperasi."


def _held(kota: KotaReport) -> Table:
    """Those that held it, with the day where one was stated."""
    days = kota.tanggal_rat
    made = table(
        "sudah_rat",
        f"Sudah RAT: {numbers.show(len(kota.sudah_rat))}",
        _HELD,
        kota.sudah_rat,
        tanggal=lambda one: days.get(one.kode),
    )
    if not days:
        return made._replace(groups=unless_all(kota.sudah_rat, kota.milestone["rat"].asked))
    return made._replace(groups=dated(kota.sudah_rat, days))


def _without(items: Sequence[WithoutRat], per: str) -> Table:
    made = table(
        "belum_rat",
        f"Belum RAT: {numbers.show(len(items))}",
        _WITHOUT,
        items,
        keadaan=lambda item: STATE_WORDS[item.keadaan],
        beroperasi=lambda item: _OPERATING[item.beroperasi],
        rencana=lambda item: sentences.plan(item.rencana, per),
    )
    groups = group_by((item.kode[:8], item.kecamatan, _marked(item, per)) for item in items)
    return made._replace(groups=groups)


def _marked(item: WithoutRat, per: str) -> str:
    notes = [] if item.keadaan == BELUM else [STATE_WORDS[item.keadaan]]
    if item.rencana:
        notes.append(f"rencana {sentences.plan(item.rencana, per)}")
    star = "*" if item.beroperasi is False else ""
    return f"{item.kelurahan}{star}" + (f" ({', '.join(notes)})" if notes else "")


def _arrears(kota: KotaReport) -> Table:
    items = kota.tunggakan_rat
    made = table(
        "tunggakan_rat",
        f"Tunggakan RAT tahun buku sebelumnya: {numbers.show(len(items))}",
        _ARREARS,
        items,
        tahun_buku=lambda one: str(one.tahun_buku),
        keadaan=lambda one: STATE_WORDS[one.keadaan],
    )
    years = groupby(items, lambda one: one.tahun_buku)
    return made._replace(groups=tuple(g for year, mine in years for g in _of_year(year, [*mine])))


def _of_year(year: int, items: Sequence[Arrear]) -> Iterator[Group]:
    """Those stated not to have held it, then those of whom nothing is known."""
    for label, unknown in (("belum", False), (NO_DATA, True)):
        those = [one for one in items if (one.keadaan == UNKNOWN) is unknown]
        heading = f"Tahun buku {year}, {label}: {numbers.show(len(those))}"
        yield from headed(heading, by_kecamatan(those))
