"""Every kecamatan with its counts and their total: all as data, and a heat table to look at."""

from __future__ import annotations

from collections.abc import Sequence

from kkmp_cli.render.document import COUNT, NEVER, Column, Row, Section, Table
from kkmp_cli.render.packet.table_cells import FIRST, count, doubtful, in_order, summed
from kkmp_cli.render.words import NO_DATA, NOTHING, STATE_WORDS, sentences
from kkmp_cli.reports import KotaReport, Report
from kkmp_cli.reports.report import KecamatanCount

_PARTS = ("sudah", "belum", "tidak_diketahui", "tidak_wajib")
_DARKEST = 4


def per_kecamatan(value: Report, kota: KotaReport) -> Section:
    """The heat table only where there is more than one kecamatan."""
    heat = (_heat(value, kota),) if len(kota.kecamatan) > 1 else ()
    return Section("kecamatan", "Per kecamatan", tables=(_full(value, kota), *heat))


def _full(value: Report, kota: KotaReport) -> Table:
    """Every part of every milestone."""
    columns = [
        Column("kode", "Kode", paper=NEVER),
        Column("kecamatan", "Kecamatan"),
        count("kkmp", "KKMP"),
    ]
    parts = [
        (code, part)
        for code in in_order(kota.milestone)
        for part in _PARTS
        if part != "tidak_wajib" or code == "rat"
    ]
    for code, part in parts:
        label = sentences.short_label(code, value.tahun_buku)
        columns.append(count(f"{code}_{part}", f"{label}: {STATE_WORDS.get(part, part)}"))
    rows = tuple(
        (one.kode, one.nama, one.kkmp, *(getattr(one, part)[code] for code, part in parts))
        for one in kota.kecamatan
    )
    return summed(Table("kecamatan", "Per kecamatan", tuple(columns), rows, paper=False))


def _heat(value: Report, kota: KotaReport) -> Table:
    """Darker where a larger share is not there; what is unknown has no shade but a sign."""
    codes = [code for code in in_order(kota.milestone) if kota.milestone[code].known]
    made = [_heat_row(one, codes) for one in kota.kecamatan]
    last: list[str | int | None] = ["Jumlah", kota.kkmp]
    for code in codes:
        held = kota.milestone[code]
        last.append(doubtful(held.sudah, held.stated_not, held.tidak_diketahui))
        last += [held.stated_not] if code in FIRST else []
    notes = [f"RAT: tahun buku {value.tahun_buku}."] if "rat" in codes else []
    if any(kota.milestone[code].tidak_diketahui for code in codes):
        notes.append(f"(n?) = {NO_DATA} untuk n KKMP; {NOTHING} = untuk semuanya.")
    return Table(
        "kecamatan_ringkas",
        "Per kecamatan",
        _heat_columns(codes),
        tuple(row for row, _ in made),
        tuple(last),
        tuple(notes),
        shades=tuple(shades for _, shades in made),
        shading="Makin gelap, makin besar bagian yang belum." if codes else "",
        data=False,
    )


def _heat_columns(codes: Sequence[str]) -> tuple[Column, ...]:
    columns = [Column("kecamatan", "Kecamatan"), count("kkmp", "KKMP")]
    for code in codes:
        word = sentences.step(code)
        if code in FIRST:
            word = word if code == "rat" else word.lower()
            columns.append(count(f"{code}_sudah", f"Sudah {word}"))
            columns.append(count(f"{code}_belum", f"Belum {word}"))
        else:
            columns.append(Column(code, word, COUNT))
    return tuple(columns)


def _heat_row(one: KecamatanCount, codes: Sequence[str]) -> tuple[Row, tuple[int | None, ...]]:
    cells: list[str | int | None] = [one.nama, one.kkmp]
    shades: list[int | None] = [None, None]
    for code in codes:
        done, missing, unknown = one.sudah[code], one.belum[code], one.tidak_diketahui[code]
        asked = done + missing + unknown
        shade = -(-missing * _DARKEST // asked) if asked else None
        cells.append(doubtful(done, missing, unknown))
        if code in FIRST:
            cells.append(missing)
            shades.append(None)
        shades.append(shade)
    return tuple(cells), tuple(shades)
