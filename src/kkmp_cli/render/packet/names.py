"""The names behind every number, and whom to call."""

from __future__ import annotations

from collections.abc import Iterator

from kkmp_cli.milestones import STATES, SUDAH
from kkmp_cli.parsing import numbers
from kkmp_cli.render.document import IF_ANY, Column, Group, Row, Section, Table
from kkmp_cli.render.packet.table_cells import (
    PLACE,
    dated,
    day,
    headed,
    in_order,
    table,
    unless_all,
)
from kkmp_cli.render.words import STATE_WORDS, sentences
from kkmp_cli.reports.counting import NOT_OWED
from kkmp_cli.reports.kota_details import KotaDetails
from kkmp_cli.reports.report import KotaReport, Report

_TITLE = "Nama di balik setiap angka"
_STATES = (*STATES, NOT_OWED)
_COLUMNS = (
    Column("milestone", "Tahap"),
    Column("keadaan", "Keadaan"),
    *PLACE,
    day("tanggal", "Tanggal", IF_ANY),
)
_CONTACTS = (*PLACE, Column("ketua", "Ketua"), Column("telepon", "Telepon"))
_PERSONAL = "Data pribadi (UU 27/2022): hanya untuk keperluan pembinaan, jangan disebarkan."


def behind_every_number(value: Report, kota: KotaReport, more: KotaDetails) -> Section:
    """For each milestone and each state that somebody is in: who."""
    codes = in_order(kota.milestone)
    labels = {code: sentences.short_label(code, value.tahun_buku) for code in codes}
    rows = [row for code in codes for row in _rows(labels[code], code, more)]
    every = Table("nama", _TITLE, _COLUMNS, tuple(rows), paper=False)
    return Section("nama", _TITLE, tables=(every, *(_of(c, labels[c], kota, more) for c in codes)))


def _of(code: str, label: str, kota: KotaReport, more: KotaDetails) -> Table:
    groups = tuple(_by_state(code, kota, more))
    return Table(f"nama_{code}", label, _COLUMNS, (), groups=groups, data=False)


def _rows(label: str, code: str, more: KotaDetails) -> Iterator[Row]:
    days = more.tanggal[code]
    for state in _STATES:
        for place in more.nama[code][state]:
            yield (label, STATE_WORDS[state], *place, days.get(place.kode))


def _by_state(code: str, kota: KotaReport, more: KotaDetails) -> Iterator[Group]:
    for state in _STATES:
        those = more.nama[code][state]
        heading = f"{STATE_WORDS[state]}: {numbers.show(len(those))}"
        days = more.tanggal[code] if state == SUDAH else {}
        yield from headed(heading, dated(those, days) if days else unless_all(those, kota.kkmp))


def contacts(more: KotaDetails) -> Section:
    """Of those that lag. Personal data, only there where it was asked for."""
    made = table("kontak", "Kontak", _CONTACTS, more.kontak)
    return Section("kontak", "Kontak pengurus", tables=(made,), notes=(_PERSONAL,))
