"""Every kecamatan with its counts and their total: all as data, and a heat table to look at."""

from __future__ import annotations

from collections.abc import Sequence

from kkmp_cli.render.document import COUNT, NEVER, Column, Row, Section, Table
from kkmp_cli.render.packet.table_cells import FIRST, count, doubtful, in_order, summed
from kkmp_cli.render.words import NO_DATA, NOTHING, STATE_WORDS, sentences
from kkmp_cli.reports.counting import NOT_OWED
from kkmp_cli.reports.ranking import by_open
from kkmp_cli.reports.report import Grouping, KecamatanCount, KotaReport, Report

_TITLE = "Per kecamatan"
_PARTS = ("sudah", "belum", "tidak_diketahui", NOT_OWED)
_KECAMATAN = (
    Column("kode", "Kode", paper=NEVER),
    Column("kecamatan", "Kecamatan"),
    count("kkmp", "KKMP"),
)
_SHADING = "Makin gelap, makin besar bagian yang belum."
_DARKEST = 4
_ORDER = {"usaha": "yang paling banyak belum beroperasi", "rat": "yang paling banyak belum RAT"}
"""What stands on top, as far as it is known."""


def per_kecamatan(value: Report, kota: KotaReport) -> Section:
    """The heat table only where there is more than one kecamatan."""
    if len(kota.kecamatan) < 2:
        return Section("kecamatan", _TITLE, tables=(_full(value, kota),))
    heat = _heat(value, _ranked(kota))
    known = any(one.known for one in kota.milestone.values())
    heat = heat._replace(notes=(*_order(kota), *heat.notes), paper=known)
    return Section("kecamatan", _TITLE, tables=(_full(value, kota), heat))


def _order(kota: KotaReport) -> tuple[str, ...]:
    """What stands on top."""
    order = [words for code, words in _ORDER.items() if kota.milestone[code].known]
    return (f"Di atas: {', lalu '.join(order)}.",) if order else ()


def _ranked(kota: KotaReport) -> KotaReport:
    """The kota with the kecamatan on top in which most is open."""
    known = [code for code in kota.milestone if kota.milestone[code].known]
    return kota._replace(kecamatan=by_open(kota.kecamatan, FIRST, known))


def per_group(value: Report, kota: KotaReport, grouping: Grouping) -> Section:
    """The same tables by the values of an own field that somebody holds."""
    rows = tuple(one._replace(nama=_group_name(one.kode)) for one in grouping.kelompok if one.kkmp)
    grouped = kota._replace(kecamatan=rows)
    title = f"Menurut {grouping.label}"
    tables = (_full(value, grouped), _heat(value, grouped))
    return Section(
        "menurut", title, tables=tuple(_headed(one, title, grouping.label) for one in tables)
    )


def _group_name(kode: str) -> str:
    return STATE_WORDS.get(kode, kode)


def _headed(made: Table, title: str, label: str) -> Table:
    columns = tuple(
        one._replace(key="kelompok", label=label) if one.key == "kecamatan" else one
        for one in made.columns
    )
    key = made.key.replace("kecamatan", "menurut")
    return made._replace(key=key, title=title, columns=columns)


def _full(value: Report, kota: KotaReport) -> Table:
    parts = [
        (code, part)
        for code in in_order(kota.milestone)
        for part in _PARTS
        if part != NOT_OWED or code == "rat"
    ]
    columns = (*_KECAMATAN, *(_part(code, part, value.tahun_buku) for code, part in parts))
    rows = tuple(
        (one.kode, one.nama, one.kkmp, *(getattr(one, part)[code] for code, part in parts))
        for one in kota.kecamatan
    )
    return summed(Table("kecamatan", _TITLE, columns, rows, paper=False))


def _part(code: str, part: str, book_year: int) -> Column:
    return count(f"{code}_{part}", f"{sentences.short_label(code, book_year)}: {STATE_WORDS[part]}")


def _heat(value: Report, kota: KotaReport) -> Table:
    """Darker where a larger share is not there; what is unknown has no shade but a sign."""
    codes = [code for code in in_order(kota.milestone) if kota.milestone[code].known]
    rows = tuple(_heat_row(one, codes) for one in kota.kecamatan)
    columns, total = _heat_columns(codes), _heat_total(kota, codes)
    made = Table("kecamatan_ringkas", _TITLE, columns, rows, total, _notes(value, kota, codes))
    return made._replace(
        shades=tuple(_shades(one, codes) for one in kota.kecamatan),
        shading=_SHADING if codes else "",
        data=False,
    )


def _notes(value: Report, kota: KotaReport, codes: Sequence[str]) -> tuple[str, ...]:
    year = [f"RAT: tahun buku {value.tahun_buku}."] if "rat" in codes else []
    doubt = any(kota.milestone[code].tidak_diketahui for code in codes)
    return (*year, *[f"(n?) = {NO_DATA} untuk n KKMP; {NOTHING} = untuk semuanya."] * doubt)


def _heat_total(kota: KotaReport, codes: Sequence[str]) -> Row:
    last: list[str | int | None] = ["Jumlah", kota.kkmp]
    for code in codes:
        counts = kota.milestone[code]
        last.append(doubtful(counts.sudah, counts.stated_not, counts.tidak_diketahui))
        last += [counts.stated_not] if code in FIRST else []
    return tuple(last)


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


def _heat_row(one: KecamatanCount, codes: Sequence[str]) -> Row:
    cells: list[str | int | None] = [one.nama, one.kkmp]
    for code in codes:
        missing = one.belum[code]
        cells.append(doubtful(one.sudah[code], missing, one.tidak_diketahui[code]))
        cells += [missing] if code in FIRST else []
    return tuple(cells)


def _shades(one: KecamatanCount, codes: Sequence[str]) -> tuple[int | None, ...]:
    shades: list[int | None] = [None, None]
    for code in codes:
        missing = one.belum[code]
        asked = one.sudah[code] + missing + one.tidak_diketahui[code]
        shades += [None] if code in FIRST else []
        shades.append(-(-missing * _DARKEST // asked) if asked else None)
    return tuple(shades)
