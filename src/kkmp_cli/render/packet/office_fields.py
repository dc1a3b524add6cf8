"""The block of the office's own fields: stages with their bar and names, sums of numbers, choices,
each with what it means.

No section for a register that has none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from kkmp_cli.milestones import UNKNOWN
from kkmp_cli.model.area import distinct_name
from kkmp_cli.model.own_field import NUMERIC, PERSEN, RUPIAH, TAHAP, TANGGAL
from kkmp_cli.parsing import dates, numbers
from kkmp_cli.render.document import Column, Group, Section, Table
from kkmp_cli.render.packet import goals
from kkmp_cli.render.packet.milestone_summary import counts
from kkmp_cli.render.packet.table_cells import PLACE, count, sentence
from kkmp_cli.render.words import NO_DATA, STATE_WORDS, amounts
from kkmp_cli.reports.own_figures import stage_counts
from kkmp_cli.reports.place import Place
from kkmp_cli.reports.report import KotaReport, OwnFigures, Report

TITLE, STAGES = "Bidang tambahan kantor", "Tahap tambahan"
_NUMBERS = (
    Column("kunci", "Kunci"),
    Column("bidang", "Bidang"),
    count("melapor", "Melapor"),
    count("belum_ada_data", "Belum ada data"),
    Column("jumlah", "Jumlah"),
    Column("median", "Median"),
    Column("terkecil", "Paling sedikit"),
    Column("terbesar", "Paling banyak"),
)


def office_fields(value: Report, kota: KotaReport) -> Iterator[Section]:
    """One section; its notes are the meanings of the fields of which anything is known."""
    if not kota.tambahan:
        return
    stages = _stages(value, kota)
    made = Section("tambahan", TITLE, lead=sentences(kota.tambahan))
    known = [one for one in kota.tambahan.values() if one.melapor]
    yield made._replace(
        tables=(*stages.tables, *_numbers(kota.tambahan), *_by_value(kota.tambahan)),
        bars=stages.bars,
        notes=tuple(sentence(f"{one.label}: {one.arti}") for one in known),
    )


def _stages(value: Report, kota: KotaReport) -> Section:
    """A row of counts for each stage, and a bar for each of which anything is known."""
    counted = stage_counts(kota.tambahan)
    if not counted:
        return Section("tambahan_tahap", STAGES)
    wanted = goals.of_each(value, kota)
    made = counts("tambahan_tahap", STAGES, counted, value, wanted)
    bars = tuple(one for one in made.bars if one.done + one.open)
    return made._replace(tables=tuple(one._replace(title=STAGES) for one in made.tables), bars=bars)


def sentences(figures: Mapping[str, OwnFigures]) -> tuple[str, ...]:
    """A sentence for each field but stages, which have a bar; those of which nothing is known are
    together in one.
    """
    known = [one for one in figures.values() if one.melapor and one.jenis != TAHAP]
    silent = [one for one in figures.values() if not one.melapor]
    told = tuple(f"{one.label}: {_told(one)}." for one in known)
    return (*told, *([_silent(silent)] if silent else ()))


def _silent(those: Sequence[OwnFigures]) -> str:
    """`Belum ada data: Luas gerai, Omzet (44 KKMP).`"""
    names = ", ".join(one.label for one in those)
    return f"{NO_DATA.capitalize()}: {names} ({numbers.show(those[0].tidak_diketahui)} KKMP)."


def _told(one: OwnFigures) -> str:
    if one.angka:
        spread = ", ".join(amounts.spread(one.angka, _written(one.jenis)))
        return f"{amounts.reported(one.angka, _written(one.jenis))}; {spread}"
    pieces = [*_values(one), *_ends(one), *amounts.as_of(one.per_terlama, one.per_terbaru)]
    return "; ".join(
        [amounts.heard(one.melapor, one.tidak_diketahui), *filter(None, [", ".join(pieces)])]
    )


def _written(kind: str) -> Callable[[int | float], str]:
    if kind == RUPIAH:
        return lambda value: amounts.rupiah(int(value))
    return (lambda value: f"{amounts.number(value)}%") if kind == PERSEN else amounts.number


def _values(one: OwnFigures) -> Iterator[str]:
    for value, number in (one.nilai or {}).items():
        if number:
            yield f"{numbers.show(number)} {value}"


def _ends(one: OwnFigures) -> Iterator[str]:
    if one.jenis == TANGGAL and one.terawal and one.terakhir:
        until = f" sampai {dates.show(one.terakhir)}" * (one.terawal != one.terakhir)
        yield f"tanggal {dates.show(one.terawal)}{until}"


def _numbers(figures: Mapping[str, OwnFigures]) -> Iterator[Table]:
    """The same numbers as data."""
    rows = tuple(_row(key, one) for key, one in figures.items() if one.jenis in NUMERIC)
    if rows:
        yield Table("tambahan_angka", "Angka tambahan", _NUMBERS, rows, paper=False)


def _row(key: str, one: OwnFigures) -> tuple[str | int | None, ...]:
    total = one.angka
    cells = (total.jumlah, total.median, total.terkecil, total.terbesar) if total else (None,) * 4
    plain = [str(cell) if isinstance(cell, float) else cell for cell in cells]
    return (key, one.label, one.melapor, one.tidak_diketahui, *plain)


def _by_value(figures: Mapping[str, OwnFigures]) -> Iterator[Table]:
    """Who stands where, for each stage, choice and yes or no; those without a word too."""
    for key, one in figures.items():
        if one.nama is not None and one.melapor:
            yield _names(key, one)


def _names(key: str, one: OwnFigures) -> Table:
    names = {**(one.nama or {}), UNKNOWN: one.belum_melapor or ()}
    rows = tuple(
        (place.kode, place.kelurahan, place.kecamatan, STATE_WORDS.get(value, value))
        for value, places in names.items()
        for place in places
    )
    columns = (*PLACE, Column("nilai", "Keadaan" if one.jenis == TAHAP else one.label))
    made = Table(f"tambahan_{key}", one.label, columns, rows, brief=False)
    return made._replace(groups=tuple(_groups(names)))


def _groups(names: Mapping[str, Sequence[Place]]) -> Iterator[Group]:
    for value, places in names.items():
        word = STATE_WORDS.get(value, value).capitalize()
        if places:
            those = tuple(distinct_name(one.kelurahan) for one in places)
            yield Group(f"{word} ({numbers.show(len(those))})", those)
